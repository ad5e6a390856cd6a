#!/usr/bin/env python3
"""Ranks the judged collections in an index and in a cluster, and compares nDCG@10.

usage: retrieval.py PROGRAM COLLECTIONS [NAME...]

COLLECTIONS is a folder with docs.tsv, topics.tsv and qrels.txt below each name (cranfield, cisi, medline). Without it, or without
$DATELINE_TEST_CLUSTER, the test is skipped (77).
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.request

URL = os.environ.get("DATELINE_TEST_CLUSTER", "").rstrip("/")
PROGRAM, COLLECTIONS = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
if not URL or not COLLECTIONS.is_dir():
    print("skipped: DATELINE_TEST_CLUSTER is not set, or the collections are absent")
    sys.exit(77)
MOST = 0.01


SOME_SKIPPED = 5  # two records of Cranfield are empty


def dateline(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], text=True, capture_output=True)
    assert done.returncode in (0, SOME_SKIPPED), done.stderr
    return done.stdout


def ndcg(place, folder):
    said = dateline("evaluate", *place, "--topics", folder / "topics.tsv", "--qrels", folder / "qrels.txt", "--limit", 100)
    return float(re.search(r"nDCG@10\s+(\S+)", said)[1])


def main():
    failed = False
    for name in sys.argv[3:] or ["cranfield", "cisi", "medline"]:
        folder, archive = COLLECTIONS / name, f"dateline-{name}-{os.getpid()}"
        with tempfile.TemporaryDirectory() as home:
            os.environ["XDG_DATA_HOME"] = home
            places = [["--index", f"{home}/index"], ["--cluster", f"{URL}/{archive}"]]
            try:
                for place in places:
                    dateline("index", "--quiet", *place, folder / "docs.tsv")
                here, there = (ndcg(place, folder) for place in places)
            finally:
                urllib.request.urlopen(urllib.request.Request(f"{URL}/{archive}-*?expand_wildcards=all", method="DELETE"))
        print(f"{name}: nDCG@10 {here:.4f} in an index, {there:.4f} in a cluster")
        failed = failed or abs(here - there) > MOST
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
