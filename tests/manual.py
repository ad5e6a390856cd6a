#!/usr/bin/env python3
"""Looks at the manual that the build has made: complete, clean, and fit for a terminal of 80 columns.

    tests/manual.py PROGRAM SOURCE_DIR FOLDER_OF_PAGES

What needs mandoc is passed over where that is absent. Exit code 1 when something is amiss.
"""

import json
import os
import re
import shutil
import subprocess
import sys


def plain(text):
    """What a page says, without the formatter's signs."""
    text = re.sub(r"\\f[BIR]|\\&", "", text)
    text = re.sub(r"\\\[u([0-9A-F]{4,6})\]", lambda code: chr(int(code.group(1), 16)), text)
    for sign, character in (("\\-", "-"), ("\\(aq", "'"), ("\\(ga", "`"), ("\\(ha", "^"), ("\\(ti", "~"), ("\\(en", "–"), ("\\e", "\\")):
        text = text.replace(sign, character)
    return text


def check_commands(program, pages, faults):
    """One page a command, with every option, every example, and nothing of a command that is not there."""
    commands = json.loads(subprocess.run([program, "commands"], text=True, capture_output=True, check=True).stdout)["commands"]
    names = {"dateline-" + command["name"].replace(" ", "-") + ".1" for command in commands} | {"dateline.1"}
    there = {name for name in pages if name.endswith(".1")}
    for name in names ^ there:
        faults.append(f"{name}: {'is missing' if name in names else 'is of no command'}")
    for command in commands:
        page = plain(pages.get("dateline-" + command["name"].replace(" ", "-") + ".1", ""))
        for option in command["options"]:
            if not re.search(rf"^(.*, )?{re.escape(option['names'][-1])}( |$)", page, re.MULTILINE):
                faults.append(f"dateline {command['name']}: no {option['names'][-1]} in its page")
        joined = re.sub(r" \\\n +", " ", page)
        for example in re.findall(r"^  (.+)$", command["help"], re.MULTILINE):
            if re.split(" {3,}", example)[0].replace("…", "...") not in joined:
                faults.append(f"dateline {command['name']}: no example '{example}' in its page")
        if command["name"] not in plain(pages.get("dateline.1", "")):
            faults.append(f"dateline(1) does not name {command['name']}")


def check_documents(source, pages, faults):
    """What the documents and the sources say stands there, examples first."""
    def read(path):
        with open(os.path.join(source, path), encoding="utf-8") as file:
            return file.read()
    query = plain(pages.get("dateline-query.7", ""))
    for code in re.findall(r"^\| `([^`]+)` \|", read("docs/query-language.md"), re.MULTILINE):
        if code.replace("…", "...") not in query:
            faults.append(f"dateline-query(7) has no '{code}'")
    index = plain(pages.get("dateline-index.5", ""))
    rows = re.findall(r'^(?:COLUMN|DICTIONARY)\(\w+, "([^"]+)"', read("index/column_table.def"), re.MULTILINE)
    files = re.findall(r"^// {2,5}(\S+)  ", read("index/schema.h"), re.MULTILINE)
    for name in rows + files:
        if not re.search(rf"^\S*{re.escape(name)}", index, re.MULTILINE):
            faults.append(f"dateline-index(5) has no '{name}'")
    for name, page in pages.items():
        sections = re.findall(r"^\.SH (.*)$", page, re.MULTILINE)
        if "EXAMPLES" in sections and sections.index("EXAMPLES") > sections.index("DESCRIPTION"):
            faults.append(f"{name}: examples do not come first")
        if sections[0] != "NAME":
            faults.append(f"{name}: begins with {sections[0]}")


def check_shown(folder, pages, faults):
    if not shutil.which("mandoc"):
        print("mandoc is not installed: how the pages look is passed over")
        return
    paths = [os.path.join(folder, name) for name in sorted(pages)]
    lint = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", *paths], text=True, capture_output=True, check=False)
    faults.extend(lint.stdout.splitlines())
    for path in paths:
        shown = subprocess.run(["mandoc", "-T", "utf8", "-O", "width=80", path], text=True, capture_output=True, check=True).stdout
        for line in re.sub(r".\x08", "", shown).splitlines():
            if len(line) > 80:
                faults.append(f"{path}: wider than 80 columns: {line}")


def main():
    program, source, folder = sys.argv[1:4]
    pages = {}
    for name in os.listdir(folder):
        if re.search(r"\.\d$", name):
            with open(os.path.join(folder, name), encoding="ascii") as file:
                pages[name] = file.read()
    faults = []
    check_commands(program, pages, faults)
    check_documents(source, pages, faults)
    check_shown(folder, pages, faults)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
