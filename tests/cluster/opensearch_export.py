"""Loads an export of the sample articles into OpenSearch with curl alone, and compares its counts with the program's.

usage: opensearch_export.py PROGRAM ARTICLES

$DATELINE_TEST_CLUSTER is the address of a cluster on which two indices may be made and deleted; without it, or without curl,
the test is skipped (77).
"""

import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.request

URL = os.environ.get("DATELINE_TEST_CLUSTER", "").rstrip("/")
if not URL or not shutil.which("curl"):
    print("skipped: DATELINE_TEST_CLUSTER is not set, or curl is absent")
    sys.exit(77)
PROGRAM, ARTICLES = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
NAME = f"dateline-export-{os.getpid()}"
FIELDS = {"country": "countries", "region": "regions", "organization": "organizations", "person": "persons",
          "about": "about", "pair": "pairs", "author": "authors", "source": "sources", "origin": "origin"}
RELATIONS = {"overlaps": "intersects", "within": "within", "contains": "contains"}
PERIODS = [("1998-05-01", "1998-05-31"), ("2001-02-10", "2001-03-05"), ("2001-01-01", "2001-06-30"),
           ("2001-04-03", "2001-04-03"), ("1990-01-01", "2005-12-31")]
compared, failures = 0, []


def request(method, path, body=None):
    asked = urllib.request.Request(f"{URL}/{path}", body and json.dumps(body).encode(),
                                   {"Content-Type": "application/json"}, method=method)
    with urllib.request.urlopen(asked) as answer:
        return json.load(answer)


def dateline(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def compare(what, here, there):
    global compared
    compared += 1
    if here != there:
        failures.append(what)
        print("FAILED:", what, here, there)


def compare_facets(index, kind, flags, by, wanted):
    answer = json.loads(dateline("facets", "--index", index, "--format", "json", "--top", "0", "--by", by, *flags))
    for facet in answer["facets"]:
        if not wanted(facet["facet"]):
            continue
        field = {"date": f"b_{by}", "published": f"p_{by}"}.get(facet["facet"]) or FIELDS[facet["facet"]]
        buckets = request("POST", f"{NAME}-{kind}/_search",
                          {"size": 0, "aggs": {"values": {"terms": {"field": field, "size": 10_000}}}})
        counted = buckets["aggregations"]["values"]
        compare(f"{kind}: {facet['facet']} by {by}",
                {value["value"]: value["count"] for value in facet["values"]},
                {value["key"]: value["doc_count"] for value in counted["buckets"]})
        compare(f"{kind}: {facet['facet']} by {by}: what is not exact", 0,
                counted["doc_count_error_upper_bound"] + counted["sum_other_doc_count"])


def compare_days(index, kind, flags, period, mode):
    out = dateline("search", "--index", index, "--format", "json", "--limit", "1", "--date-mode", mode, *flags,
                   f"date:{period[0]}..{period[1]}")
    first, last = (datetime.date.fromisoformat(day).toordinal() for day in period)
    fields = ["days"] if kind == "events" else [f"days_p{precision}" for precision in range(9)]
    ranges = [{"range": {field: {"gte": first, "lte": last, "relation": RELATIONS[mode]}}} for field in fields]
    found = request("POST", f"{NAME}-{kind}/_search",
                    {"size": 0, "track_total_hits": True, "query": {"bool": {"should": ranges}}})
    compare(f"{kind}: {mode} {period}", json.loads(out)["total"], found["hits"]["total"]["value"])


def compare_all(index):
    for kind, flags in (("articles", []), ("events", ["--events"])):
        compare_facets(index, kind, flags, "year", lambda facet: True)
        for by in ("quarter", "month", "week", "day"):
            compare_facets(index, kind, flags, by, lambda facet: facet in ("date", "published"))
        for period in PERIODS:
            for mode in RELATIONS:
                compare_days(index, kind, flags, period, mode)


with tempfile.TemporaryDirectory() as name:
    work = pathlib.Path(name)
    dateline("index", "--quiet", "--index", work / "index", *sorted(ARTICLES.iterdir()))
    dateline("export", "--index", work / "index", "--format", "opensearch", work / "export")
    try:
        subprocess.run(["sh", work / "export" / "load.sh", URL, NAME], check=True)
        compare_all(work / "index")
    finally:
        for kind in ("articles", "events"):
            request("DELETE", f"{NAME}-{kind}-1?ignore_unavailable=true")
print(f"{compared} compared, {len(failures)} failed")
sys.exit(1 if failures or not compared else 0)
