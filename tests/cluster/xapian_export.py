"""Searches an export of the sample articles with Xapian's own tools, and compares with what the program finds.

usage: xapian_export.py PROGRAM ARTICLES

Needs xapian-tools, xapian-omega and python3-xapian; exits 77 (skipped) where they are absent.
"""

import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

OMEGA = "/usr/lib/cgi-bin/omega/omega"
try:
    import xapian
except ImportError:
    xapian = None
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):  # that is Debian's, and has its bindings
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
missing = [tool for tool in ("quest", "xapian-delve", "xapian-tcpsrv") if not shutil.which(tool)]
if xapian is None or missing or not os.path.exists(OMEGA):
    print("skipped: xapian-tools, xapian-omega or python3-xapian is absent")
    sys.exit(77)

PROGRAM, ARTICLES = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
PREFIXES = {"country": "XCOUNTRY", "named": "XNAMED", "region": "XREGION", "pair": "XPAIR", "about": "XABOUT",
            "organization": "XORG", "person": "XPERSON", "source": "XSOURCE", "origin": "XORIGIN", "month": "XMONTH",
            "year": "XYEAR", "id": "Q", "article": "XARTICLE"}
# A query of ours, and the same as Xapian's parser reads it.
QUERIES = [
    ("country:RU", "country:RU"), ("pair:CN-RU", "pair:CN-RU"), ("region:europe", "region:europe"),
    ("about:RU", "about:RU"), ("origin:prose", "origin:prose"), ("country:US -country:RU", "country:US -country:RU"),
    ("organization:NATO", "organization:NATO"), ("treaty country:RU", "treaty country:RU"), ("treaty", "treaty"),
    ('"security council"', '"security council"'), ("title:relations", "title:relations"),
    ("visits country:JP", "visits country:JP"), ("summit -treaty", "summit -treaty"), ("named:JP", "named:JP"),
]
failures = []


def check(is_so, what):
    if not is_so:
        failures.append(what)
        print("FAILED:", what)


def dateline(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def ours(index, query, kind):
    flags = ["--events"] if kind == "events" else []
    out = dateline("search", "--index", index, "--format", "jsonl", "--limit", "100000", *flags, query)
    return {json.loads(line)["id"] for line in out.splitlines()}


def fields(data):
    return dict(line.split("=", 1) for line in data.splitlines() if "=" in line)


def parser(database):
    queries = xapian.QueryParser()
    queries.set_database(database)
    queries.set_default_op(xapian.Query.OP_AND)
    queries.set_stemmer(xapian.Stem("en"))
    queries.set_stemming_strategy(queries.STEM_SOME)
    for name, prefix in PREFIXES.items():
        queries.add_boolean_prefix(name, prefix)
    queries.add_prefix("title", "S")
    queries.add_rangeprocessor(xapian.NumberRangeProcessor(0, "from:"))
    return queries


FLAGS = xapian.QueryParser.FLAG_DEFAULT


def theirs(database, query):
    enquire = xapian.Enquire(database)
    enquire.set_query(parser(database).parse_query(query, FLAGS))
    return {fields(match.document.get_data().decode())["id"]
            for match in enquire.get_mset(0, database.get_doccount())}


def check_queries(database, index, kind):
    for query, same in QUERIES:
        here, there = ours(index, query, kind), theirs(database, same)
        check(here and here == there, f"{kind}: {query}: {len(here)} here, {len(there)} there")


def check_document(folder):
    """A document has data, terms, positions and values."""
    database = xapian.Database(str(folder / "events"))
    document = database.get_document(1)
    data = fields(document.get_data().decode())
    check({"id", "article", "date", "caption", "sample"} <= set(data), f"data: {sorted(data)}")
    first = int(xapian.sortable_unserialise(document.get_value(0)))
    check(data["date"].replace("-", "").startswith(str(first)), f"value 0: {first}, {data['date']}")
    check(any(term.term.startswith(b"Z") for term in document.termlist()), "no stemmed term")
    check(any(list(term.positer) for term in document.termlist() if term.term[:1].islower()), "no positions")
    articles = xapian.Database(str(folder / "articles"))
    check(articles.get_doccount() == int(articles.get_lastdocid()), "articles: holes among the documents")


def check_tools(folder, index):
    """quest and xapian-delve and Omega's query see the same."""
    prefixes = [f"--boolean-prefix={name}:{prefix}" for name, prefix in PREFIXES.items()]
    out = subprocess.run(["quest", "--db", folder / "events", "--stemmer=english", "--default-op=and", "--msize=10000",
                          *prefixes, "treaty country:RU"], capture_output=True, text=True).stdout
    found = {line[3:] for line in out.replace("[\n", "\n").splitlines() if line.startswith("id=")}
    check(found and found == ours(index, "treaty country:RU", "events"), f"quest: {len(found)}")
    out = subprocess.run(["xapian-delve", "-t", "XCOUNTRY:RU", folder / "events"], capture_output=True, text=True).stdout
    number = int(out.split("termfreq ")[1].split(",")[0])
    check(number == len(ours(index, "country:RU", "events")), f"xapian-delve: {number}: {out[:120]}")
    with tempfile.TemporaryDirectory() as omega:
        (pathlib.Path(omega) / "templates").mkdir()
        (pathlib.Path(omega) / "templates" / "ids").write_text("$set{stemmer,english}$setmap{boolprefix,country,XCOUNTRY}"
                                                               "$hitlist{$field{id}\n}")
        config = pathlib.Path(omega) / "omega.conf"
        config.write_text(f"database_dir {folder}\ntemplate_dir {omega}/templates\nlog_dir {omega}\ncdb_dir {omega}\n")
        out = subprocess.run([OMEGA, "DB=events", "FMT=ids", "HITSPERPAGE=10000", "DEFAULTOP=and", "P=treaty country:RU"],
                             env={**os.environ, "OMEGA_CONFIG_FILE": str(config)}, capture_output=True, text=True).stdout
        found = {line for line in out.splitlines() if "#" in line}
        check(found == ours(index, "treaty country:RU", "events"), f"omega: {len(found)}: {out[:200]!r}")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(port):
    for _ in range(400):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("xapian-tcpsrv does not listen")


def check_remote(folder):
    """Three servers under one stub find what one index of all articles finds."""
    paths = sorted(ARTICLES.iterdir())
    servers, stub = [], ""
    try:
        for shard in range(3):
            index, export = folder / f"index{shard}", folder / f"shard{shard}"
            dateline("index", "--quiet", "--index", index, *paths[shard::3])
            dateline("export", "--index", index, "--format", "xapian", export)
            port = free_port()
            # It kills its whole process group when it is told to end.
            servers.append(subprocess.Popen(["xapian-tcpsrv", "--interface", "127.0.0.1", "--port", str(port),
                                             export / "events"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                            start_new_session=True))
            wait_for(port)
            stub += f"remote 127.0.0.1:{port}\n"
        (folder / "stub").write_text(stub)
        check_queries(xapian.Database(str(folder / "stub"), xapian.DB_BACKEND_STUB), folder / "index", "events")
    finally:
        for server in servers:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


with tempfile.TemporaryDirectory() as name:
    work = pathlib.Path(name)
    dateline("index", "--quiet", "--index", work / "index", *sorted(ARTICLES.iterdir()))
    dateline("export", "--index", work / "index", "--format", "xapian", work / "export")
    for part in ("articles", "events"):
        check_queries(xapian.Database(str(work / "export" / part)), work / "index", part)
    check_document(work / "export")
    check_tools(work / "export", work / "index")
    check_remote(work)
print(f"{len(failures)} failed")
sys.exit(1 if failures else 0)
