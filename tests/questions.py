#!/usr/bin/env python3
"""Asks the program the questions of tests/questions.tsv, and says which it answers rightly.

    tests/questions.py PROGRAM SOURCE_DIR [--archive FILE] [--index archive=DIR] [--least N] [-v]

The indexes are made in a temporary directory, unless --index names one. Without the archive its questions are passed
over. Exit code 1 when fewer than --least are right (of those that were asked, in proportion), 0 otherwise.
"""

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile

FIRST = re.compile(r"^  1  (.*?)(?=^\s*$|^  2  |\Z)", re.MULTILINE | re.DOTALL)
TOTAL = re.compile(r"^([\d,]+) (?:events?|articles?)\b", re.MULTILINE)


def run(program, index, command):
    """What a command line answers: code, stdout, stderr."""
    words = shlex.split(command)
    environment = {k: v for k, v in os.environ.items() if k not in ("DATELINE_INDEX", "COLUMNS", "PAGER")}
    done = subprocess.run([program, words[0], "--index", index, *words[1:]], stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=120, env=environment)
    return done.returncode, done.stdout, done.stderr


def total(out):
    found = TOTAL.search(out)
    return int(found.group(1).replace(",", "")) if found else -1


def first_hit(out):
    found = FIRST.search(out)
    return " ".join(found.group(1).split()) if found else ""


def fault(check, answer, ask):
    """What is wrong with an answer by one check; None when nothing is."""
    code, out, err = answer
    kind, _, wanted = check.partition(" ")
    if kind == "code":
        return None if code == int(wanted) else f"code {code}"
    if kind == "total":
        low, high = wanted.split("..")
        count = total(out)
        fits = count >= int(low or 0) and (not high or count <= int(high))
        return None if fits else f"{count} hits"
    if kind == "like":
        count, other = total(out), total(ask(wanted)[1])
        return None if count == other and count >= 0 else f"{count} hits, not {other}"
    text = {"first": first_hit(out), "out": out, "err": err, "said": out + err, "no": out}[kind]
    met = re.search(wanted, text, re.MULTILINE) is not None
    return None if met != (kind == "no") else f"{kind}: {text[:200]!r}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("source")
    parser.add_argument("--archive")
    parser.add_argument("--index", action="append", default=[])
    parser.add_argument("--least", type=int, default=36)
    parser.add_argument("-v", action="store_true")
    options = parser.parse_args()
    indexes = dict(named.split("=", 1) for named in options.index)
    right = asked = rows = 0
    with tempfile.TemporaryDirectory() as folder:
        sources = {"corpus": os.path.join(options.source, "corpus", "articles"), "archive": options.archive}
        for name, path in sources.items():
            if name in indexes or not path or not os.path.exists(path):
                continue
            indexes[name] = os.path.join(folder, name)
            subprocess.run([options.program, "index", "--quiet", "--index", indexes[name], path], check=True)
        with open(os.path.join(options.source, "tests", "questions.tsv"), encoding="utf-8") as table:
            for line in table:
                if line.startswith("#"):
                    continue
                number, _, name, command, checks, meaning = line.rstrip("\n").split("\t")
                rows += 1
                if name not in indexes:
                    continue
                asked += 1

                def ask(words, index=indexes[name]):
                    return run(options.program, index, words)

                answer = ask(command)
                faults = [f for f in (fault(c, answer, ask) for c in checks.split(" && ")) if f]
                right += not faults
                if faults or options.v:
                    print(f"{number}: {'right' if not faults else 'WRONG: ' + '; '.join(faults)}"
                          f"\n    {command}\n    ({meaning})")
    print(f"{right} of {asked} right" + ("" if asked == rows else f" ({rows - asked} not asked: no archive)"))
    return 0 if right * rows >= options.least * asked else 1


if __name__ == "__main__":
    sys.exit(main())
