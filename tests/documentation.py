#!/usr/bin/env python3
"""Runs the commands that the documents show, in a home of their own with the sample articles.

    tests/documentation.py PROGRAM SOURCE_DIR

Every command of the program that stands in README, CONTRIBUTING, SECURITY, docs/, the help texts or a unit of systemd must be one
that there is, with options that it has. Those of the documents that are whole are run, too, but for NOT_RUN. Scripts must be
there. Exit code 1 when something does not do.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# Why a command is looked at, and not run.
NOT_RUN = [
    (r"^dateline serve\b", "goes on until it is stopped: tests/readme.py and the tests of the server run it"),
    (r"^dateline index .*--watch\b", "goes on until it is stopped: cli_test [watch] runs it"),
    (r"/srv/ir|/srv/articles|/usr/share/doc|/backup/", "needs folders of the system's: the package's trial has them"),
    (r"^dateline index --reannotate$|^dateline index --rebuild$|^dateline persons --learn$|^dateline evaluate --running$|"
     r"^dateline watch add --replace$|^dateline search --(any|events)$|^dateline show --raw$|^dateline pairs -- -nuclear$|"
     r"^dateline index --shared$|^dateline index -$|^dateline facets --events$",
     "an option that is spoken of: other commands and cli_test use it"),
    (r"--cluster\b", "needs nodes of OpenSearch: tests/cluster ask them"),
    (r"\bCOPY\b|~/Zotero|/var/lib", "a folder that the reader has made, or the package"),
    (r"\bFORMAT\b", "stands for several commands"),
]
RUN_ELSEWHERE = {"recipes.md"}  # tests/docs/recipes_test.py, with what the recipes need besides
# What a reader puts in the place of these.
VALUES = {"ID": "1998-q2-india-pakistan.md", "FILE": "campaign.md", "PATH": "articles", "DIR": "place", "NAME": "mine",
          "QUERY": "treaty", "REGION": "nato", "WHERE": "out"}
SPANS = re.compile(r"`([^`]+)`")
# In a line of code: behind the beginning, a blank, a sign of the shell's, or the folder that a unit names.
IN_CODE = re.compile(r"(?:^|[\s;|&(]|/bin/)dateline ((?:--?|[a-z])[^|;&>]*)")


class Documents:
    """The commands that are shown, each with the document that shows it."""

    def __init__(self, source):
        self.whole, self.parts = [], []
        paths = [source / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")] + sorted((source / "docs").glob("*.md"))
        for path in paths:
            self.read(path.name, path.read_text(encoding="utf-8"))
        for path in sorted(source.glob("systemd/*")) + sorted(source.glob("debian/tests/*")):
            self.parts += [(path.name, part) for line in path.read_text(encoding="utf-8").splitlines()
                           for part in IN_CODE.findall(line) if not line.startswith(("#", "Description"))]

    def read(self, name, text):
        fenced, in_fence = [], False
        for line in text.splitlines():
            if line.lstrip().startswith("```"):
                in_fence = not in_fence
            elif in_fence or line.startswith("    "):
                fenced.append(re.sub(r"^ *(\$ )?", "", line))
        for line in fenced:
            command = re.split(r" {3,}| +# ", line)[0]
            if not command.startswith(("ninja ", "cmake ", "from ")):  # whose targets, and modules, have names, too
                self.parts += [(name, part) for part in IN_CODE.findall(command)]
            if command.startswith("dateline ") or " | dateline " in command:
                self.whole.append((name, command))
        prose = re.sub(r"^    .*$", "", text, flags=re.MULTILINE)
        for span in SPANS.findall(re.sub(r"(?ms)^```.*?^```", "", prose)):
            span = re.sub(r"\s+", " ", span)
            if re.match(r"dateline [a-z-]", span):
                self.parts.append((name, span[len("dateline "):]))
                if len(span.split()) > 2:
                    self.whole.append((name, span))
            elif re.match(r"scripts/[a-z-]+", span):
                self.parts.append((name, span))


def words_of(text):
    try:
        return shlex.split(re.sub(r"[<>].*", "", text))
    except ValueError:
        return text.split()


def fault_of(text, commands):
    """What is wrong with `search --x …`, or nothing."""
    words = words_of(text)
    if words[0] in ("complete", "commands", "help", "--help", "--version", "-h", "-V"):
        return ""
    name = " ".join(words[:2]) if " ".join(words[:2]) in commands else words[0]
    if name not in commands:
        return f"no command '{name}'"
    options = {option for part in commands.values() if part["name"].startswith(name) for entry in part["options"]
               for option in entry["names"]} | {"-h", "-n"}
    for word in words[1:]:
        if word == "--":
            break
        if word.startswith("--") and word.split("=")[0].rstrip(",.:") not in options:
            return f"'{name}' has no {word}"
    return ""


def check_known(documents, program, source, faults):
    listed = json.loads(subprocess.run([program, "commands"], text=True, capture_output=True, check=True).stdout)["commands"]
    commands = {command["name"]: command for command in listed}
    parts = list(documents.parts)
    for command in listed:
        parts += [("the help of " + command["name"], part) for line in re.findall(r"^  (.+)$", command["help"], re.MULTILINE)
                  for part in IN_CODE.findall(re.split(r" {3,}", line)[0])]
    for name, part in parts:
        if part.startswith("scripts/"):
            if not os.access(source / part.split()[0], os.R_OK):
                faults.append(f"{name}: {part}: there is no such script")
        elif fault := fault_of(part, commands):
            faults.append(f"{name}: dateline {part}: {fault}")
    return len(parts)


def furnish(folder, program, source):
    """A home with the files that the documents speak of."""
    (folder / "bin").mkdir()
    (folder / "bin" / "dateline").symlink_to(program)
    (folder / "corpus").symlink_to(source / "corpus")
    (folder / "articles").symlink_to(source / "corpus" / "articles")
    (folder / "campaign.md").write_text("# A campaign\n\nPutin visited Tokyo on 5 September 2000.\n", encoding="utf-8")
    shutil.copy(source / "tests/language/country_sentences.tsv", folder / "mine.tsv")
    (folder / "cisi").mkdir()
    (folder / "cisi" / "docs.tsv").write_text("1\t2001\tFR\tA treaty\tThe treaty was signed.\n", encoding="utf-8")
    (folder / "cisi" / "topics.tsv").write_text("7\ttreaty\n", encoding="utf-8")
    (folder / "cisi" / "qrels.txt").write_text("7 0 1 1\n", encoding="utf-8")
    return {"HOME": str(folder), "PATH": f"{folder}/bin:/usr/bin:/bin", "LANG": "C.UTF-8"}


def run(documents, folder, environment, faults):
    subprocess.run(["dateline", "index", "--quiet", "articles"], cwd=folder, env=environment, check=True)
    subprocess.run(["dateline", "watch", "add", "turkey", "country:TR"], cwd=folder, env=environment, check=True, capture_output=True)
    ran = 0
    for name, command in dict.fromkeys(documents.whole):
        if name in RUN_ELSEWHERE or any(re.search(pattern, command) for pattern, _ in NOT_RUN):
            continue
        line = re.sub(r"\b([A-Z]{2,7})\b…?", lambda word: VALUES.get(word.group(1), word.group()), command).replace("…", "")
        line = line.replace("watch add", "watch add --replace")
        done = subprocess.run(["bash", "-c", line], text=True, input="Putin visited Tokyo on 5 September 2000.\n", capture_output=True, cwd=folder, env=environment, timeout=300, check=False)
        ran += 1
        if done.returncode not in (0, 1) or (done.returncode == 1 and not done.stderr.strip()):
            faults.append(f"{name}: {command}: exit code {done.returncode}: {done.stderr.strip()[-300:]}")
    return ran


def main():
    program, source = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    documents, faults = Documents(source), []
    known = check_known(documents, program, source, faults)
    with tempfile.TemporaryDirectory() as folder:
        ran = run(documents, Path(folder), furnish(Path(folder), program, source), faults)
    print(f"{known} commands looked at, {ran} run")
    if ran < 30 or known < 100:
        faults.append("so few commands in the documents: they are not found")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
