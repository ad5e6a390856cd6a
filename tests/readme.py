#!/usr/bin/env python3
"""Pastes the README's commands into shells, and tries what its tables promise.

    tests/readme.py PROGRAM SOURCE_DIR

Shells that are not installed are passed over, and named. Exit code 1 when something does not do what it says.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

SHELLS = ("bash", "zsh", "dash")
CODE = re.compile(r"`([^`]+)`")


class House:
    """A home with the sample articles, an index of them, and the program on the path."""

    def __init__(self, program, source, folder):
        self.folder = folder
        os.symlink(os.path.join(source, "corpus", "articles"), os.path.join(folder, "articles"))
        os.mkdir(os.path.join(folder, "bin"))
        os.symlink(program, os.path.join(folder, "bin", "dateline"))
        self.environment = {"HOME": folder, "PATH": os.path.join(folder, "bin") + ":/usr/bin:/bin", "LANG": "C.UTF-8"}

    def run(self, shell, line):
        done = subprocess.run([shell, "-i", "-s"] if shell == "zsh" else [shell, "-s"], input=line + "\n", text=True,
                              capture_output=True, cwd=self.folder, env=self.environment, timeout=120)
        return done.returncode, done.stdout, done.stderr

    def total(self, query, *options):
        done = subprocess.run([os.path.join(self.folder, "bin", "dateline"), "search", *options, "--", query], text=True,
                              capture_output=True, cwd=self.folder, env=self.environment, timeout=120)
        found = re.search(r"^([\d,]+) (?:event|article)", done.stdout, re.MULTILINE)
        return (int(found.group(1).replace(",", "")) if found else -1), done.stderr


def commands(readme):
    """What a reader pastes: lines of code blocks and of tables that begin with the program's name."""
    found = [line.strip() for line in readme.splitlines() if line.startswith("    dateline ")]
    found += [code for code in CODE.findall(readme) if code.startswith("dateline ")]
    return list(dict.fromkeys(found))


def filled(command, event):
    # `… NAME QUERY`, `… QUERY ID`: what a reader puts in their places.
    values = {"NAME": "mine", "QUERY": "treaty", "ID": event, "FILE": "articles/1998-q2-india-pakistan.md"}
    return re.sub(r"\b(NAME|QUERY|ID|FILE)\b", lambda word: f"'{values[word.group()]}'", command)


def serve(house, shell, line, faults):
    """A server goes on until it is interrupted."""
    code, _, err = house.run(shell, f"timeout --preserve-status --signal INT 5 {line} --listen 0")
    if code not in (0, 130):
        faults.append(f"{shell}: {line}: exit code {code}: {err.strip()[-300:]}")


def paste(house, readme, faults):
    house.run("dash", "dateline index --quiet ~/articles")
    _, out, _ = house.run("dash", "dateline search --events treaty --limit 1")
    event = re.search(r"^ +(\S+#[0-9a-f]+)$", out, re.MULTILINE).group(1)
    answers = {}
    for shell in SHELLS:
        if not shutil.which(shell):
            print(f"{shell} is not installed: passed over")
            continue
        for command in commands(readme):
            # The shells share one index: what was saved is saved again, what was told is told again.
            line = filled(command, event).replace("watch add", "watch add --replace --all")
            if command.startswith("dateline serve"):
                serve(house, shell, line, faults)
                continue
            code, out, err = house.run(shell, line)
            if code not in (0, 1) or (code == 1 and "nothing new" not in err):
                faults.append(f"{shell}: {line}: exit code {code}: {err.strip()[-300:]}")
            elif "index" not in command and answers.setdefault(command, out) != out:
                faults.append(f"{shell}: {line}: another answer than in {SHELLS[0]}")
    return answers


def check_example(readme, answers, faults):
    """The answer that the README shows is the one that comes; … stands for more."""
    command = next(c for c in commands(readme) if c.startswith("dateline search --events nuclear"))
    shown = readme.split(command, 1)[1].split("which answers", 1)[1].split("\n| query", 1)[0]
    got = answers[command]
    for line in (line[4:].rstrip() for line in shown.splitlines()):
        if line != "…" and line not in got:
            faults.append(f"the README's example has a line that does not come: {line}")


def check_table(house, readme, faults):
    """Each query of the table of queries finds something in the sample articles."""
    table = readme.split("| query | finds |", 1)[1].split("\n\n", 1)[0]
    without_hits = {"source:reuters", "country:none", "date:198X", 'date:"mid-January 2001"', "(…)", "heading:", "author:",
                    "text:", "dateline regions", "-nuclear", "kind:event"}
    for query in CODE.findall(table):
        if query in without_hits:
            continue
        total, err = house.total(query)
        if total < 1:
            faults.append(f"{query}: {total} articles: {err.strip()[-200:]}")
    for query in ("-nuclear", "treaty -nuclear", "kind:event treaty", "date:198X", "(treaty OR accord) -nuclear",
                  "heading:chronology", "text:treaty", "published:none OR treaty", "country:none OR treaty", "author:*",):
        total, err = house.total(query)
        if total < 0 and "author" not in query:
            faults.append(f"{query}: refused: {err.strip()[-200:]}")
    for one, other in (("Myanmar", "Burma"), ("俄罗斯 Putin", "Russia Putin")):
        total, err = house.total(one, "--events")
        if total < 1 and house.total(other, "--events")[0] > 0:
            faults.append(f"{one} does not find {other}")


def check_phrases(house, faults):
    """'missile defense' as one argument is a phrase where it is found as such."""
    _, given, err = house.run("dash", "dateline search 'missile defense'")
    _, quoted, _ = house.run("dash", "dateline search '\"missile defense\"'")
    if given.splitlines()[0] != quoted.splitlines()[0] or "as a phrase" not in err:
        faults.append("'missile defense' as one argument is no phrase")


def main():
    program, source = os.path.abspath(sys.argv[1]), sys.argv[2]
    with open(os.path.join(source, "README.md"), encoding="utf-8") as file:
        readme = file.read()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        house = House(program, source, folder)
        answers = paste(house, readme, faults)
        check_example(readme, answers, faults)
        check_table(house, readme, faults)
        check_phrases(house, faults)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
