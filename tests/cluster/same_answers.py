#!/usr/bin/env python3
"""Puts many questions to an index and to a cluster's archive of the same articles, and compares the answers.

usage: same_answers.py PROGRAM ARTICLES [--every N] [--report]

Totals, notices and all counts must be equal; of the first ten hits, nine and a half in ten in the mean, and what is shown of
each. $DATELINE_TEST_CLUSTER is the address of a cluster on which an archive may be made and deleted; without it the test is
skipped (77). --every asks only every Nth question; --report lists those whose hits differ.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile
import urllib.request

URL = os.environ.get("DATELINE_TEST_CLUSTER", "").rstrip("/")
if not URL:
    print("skipped: DATELINE_TEST_CLUSTER is not set")
    sys.exit(77)
LEAST_OVERLAP = 0.95
# What else is asked for than searches: answers must be the same letter by letter.
OTHERS = ["facets --format json", "facets --format json --events treaty", "facets --format json --facet person --top 0 nuclear",
          "timeline --format json --limit 20 treaty", "timeline --format json --limit 15 --reverse pair:CN-RU",
          "timeline --format jsonl --by day date:2009-10", "timeline --format json --limit 5 --from 2001-02-10 --to 2001-03-05",
          "pairs --format json", "pairs --format json nuclear --by month", "pairs --format json country:RU --top 0",
          "pairs --format json region:europe --by quarter --top 30", "persons --format json summit",
          "persons --format json --top 0 country:RU", "persons --format json --with Putin", "persons --format json --pairs summit",
          "show --format json @article", "show --format json @event", "show @article", "show nothing-of-the-kind",
          "export --format jsonl treaty -", "search --format jsonl --limit 30 treaty", "search --format csv summit", "search --facets treaty"]
# What a cluster does not give: it must say so, and nothing else.
REFUSED = ["search --expand treaty", "search --events --fold treaty", "timeline --fold treaty"]


def run(program, place, line):
    done = subprocess.run([program, *shlex.split(line), *place], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def questions(every):
    """The lines of queries.txt as commands, on articles and on events."""
    lines = pathlib.Path(__file__).with_name("queries.txt").read_text(encoding="utf-8").splitlines()
    commands = []
    for line in lines:
        if line.startswith("#"):
            continue
        options, bar, query = line.partition("  |")
        if not bar:
            options, query = "", line
        for kind in ["", "--events"]:
            commands.append(f"search --format json {kind} {options} -- {shlex.quote(query)}")
    return commands[::every]


class Comparison:
    def __init__(self, program, index, archive):
        self.program, self.index, self.archive = program, ["--index", index], ["--cluster", archive]
        self.failures, self.overlaps, self.others, self.asked = [], [], [], 0

    def ask(self, line):
        """Places stand before the `--` of a query."""
        command, mark, query = line.partition(" -- ")
        def at(place):
            code, out, error = run(self.program, [], f"{command} {shlex.join(place)}{mark}{query}")
            return code, out.replace(place[1], "PLACE"), error.replace(place[1], "PLACE")
        return line, at(self.index), at(self.archive)

    def compare(self, line, here, there):
        self.asked += 1
        if here == there:
            if here[0] == 0 and '"hits"' in here[1]:
                self.overlaps.append(1)
            return
        try:
            self.compare_answers(line, answer_in(here[1]), answer_in(there[1]))
        except json.JSONDecodeError:
            self.failures.append((line, here, there))

    def compare_answers(self, line, here, there):
        hits, others = (answer.pop("hits", []) for answer in (here, there))
        for answer in (here, there):
            answer.pop("next", None)  # cursors name the index
        by_id = {hit["id"]: without_score(hit) for hit in hits}
        common = [hit for hit in others if hit["id"] in by_id]
        if hits:
            self.overlaps.append(len(common) / len(hits))
        if [hit["id"] for hit in hits] != [hit["id"] for hit in others]:
            self.others.append((line, self.overlaps[-1] if hits else 0))
        if here != there or len(hits) != len(others):
            self.failures.append((line, here, there))
        for hit in common:
            if by_id[hit["id"]] != without_score(hit):
                self.failures.append((line, by_id[hit["id"]], without_score(hit)))


def answer_in(text):
    """An answer as one object; of JSON Lines, its hits."""
    if text.startswith('{"id"'):
        return {"hits": [json.loads(line) for line in text.splitlines()]}
    return json.loads(text)


def without_score(hit):
    # An index weighs a snippet's words by its segments, a cluster by all articles: another passage may be shown.
    return {name: value for name, value in hit.items() if name not in ("score", "date_boost", "snippet")}


def differences(here, there):
    if isinstance(here, dict) and isinstance(there, dict):
        return {name: (here.get(name), there.get(name)) for name in here.keys() | there.keys()
                if here.get(name) != there.get(name)}
    return here, there


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("articles")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--report", action="store_true")
    options = parser.parse_args()
    name = f"dateline-same-{os.getpid()}"
    archive = f"{URL}/{name}"
    with tempfile.TemporaryDirectory() as folder:
        index = f"{folder}/index"
        os.environ["XDG_DATA_HOME"] = f"{folder}/data"
        try:
            for place in (["--index", index], ["--cluster", archive]):
                subprocess.run([options.program, "index", *place, options.articles], check=True, stdout=subprocess.DEVNULL)
            return compare_all(Comparison(options.program, index, archive), options)
        finally:
            urllib.request.urlopen(urllib.request.Request(f"{URL}/{name}-*?expand_wildcards=all", method="DELETE"))


def some_ids(comparison):
    ids = {}
    for kind, flag in (("@article", ""), ("@event", "--events")):
        answer = json.loads(run(comparison.program, comparison.index, f"search --format json --limit 1 {flag} a")[1])
        ids[kind] = answer["hits"][0]["id"]
    return ids


def compare_all(comparison, options):
    ids = some_ids(comparison)
    lines = questions(options.every)
    for line in OTHERS:
        for kind, identifier in ids.items():
            line = line.replace(kind, shlex.quote(identifier))
        lines.append(line)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for answers in pool.map(comparison.ask, lines):
            comparison.compare(*answers)
    for line in REFUSED:
        code, out, error = run(comparison.program, comparison.archive, line)
        if code != 2 or out or error.count("\n") != 1 or "cluster" not in error:
            comparison.failures.append((line, "refused in one line", (code, out, error)))
    mean = sum(comparison.overlaps) / max(len(comparison.overlaps), 1)
    for line, here, there in comparison.failures[:20]:
        print("FAILED:", line, *(str(part)[:600] for part in ([differences(here, there)])))
    if options.report:
        for line, overlap in sorted(comparison.others, key=lambda other: other[1]):
            print(f"other hits, {overlap:.2f}: {line}")
    print(f"{comparison.asked} questions; {len(comparison.failures)} with other counts; of the first ten hits {mean:.4f} are "
          f"the same, in another order in {len(comparison.others)}")
    return 0 if not comparison.failures and mean >= LEAST_OVERLAP and comparison.overlaps else 1


if __name__ == "__main__":
    sys.exit(main())
