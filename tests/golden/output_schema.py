"""Holds what the program prints as JSON against docs/output.schema.json.

usage: output_schema.py PROGRAM SOURCE-DIRECTORY
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

# A PDF: whatever a command tells of it has its pages.
BOOK = "{source}/tests/corpus/fixtures/book.pdf"

# In the place of a definition: changes a byte of the index.
DAMAGE = "damage"

# A definition of the schema, and a command whose answer it must describe. None: it has no such answer.
COMMANDS = [
    ("search", ["search", "summit"]),
    ("search", ["search", "--events", "summit", "--by", "week", "--facet", "date"]),
    ("search", ["search", "--events", "--from", "1999", "--to", "2001-02", "summit"]),
    ("search", ["search", "--region", "middle-east", "--facet", "region", "--top", "0"]),
    ("search", ["search", "--events", "--fold", "--limit", "500", "summit"]),
    ("search", ["search", "nothinghasthisword"]),
    ("hit", ["search", "--format", "jsonl", "summit"]),
    ("hit", ["search", "--format", "jsonl", "--events", "summit"]),
    ("facets", ["facets", "summit"]),
    ("facets", ["facets", "--events", "--country", "TR,XK", "--by", "day"]),
    ("facet_value", ["facets", "--format", "jsonl", "--events", "summit"]),
    ("why", ["facets", "--why", "country:TR", "summit"]),
    ("why", ["search", "--why", "about:TR", "--events", "summit"]),
    ("why", ["search", "--why", "region:europe", "summit"]),
    ("why", ["search", "--why", "pair:CN-US", "summit"]),
    ("why", ["search", "--why", "published:1999..2002", "summit"]),
    ("why", ["search", "--why", "organization:NATO", "summit"]),
    ("why", ["search", "--why", "date:2001", "--events", "summit"]),
    ("why", ["search", "--why", "origin:prose", "summit"]),
    ("search", ["similar", "1999-q4-eu-turkey.md"]),
    ("hit", ["similar", "--format", "jsonl", "1999-q4-eu-turkey.md"]),
    ("explain", ["explain", "the", "helsinki", "summ*", "peking", "--any", "--expand", "--country",
                 "US", "--from", "1999", "1999-q4-eu-turkey.md"]),
    ("explain", ["explain", "-nuclear", "\"customs union\"~5", "date:2002", "pair:CN-RU",
                 "2001-q3-china-russia.txt"]),
    ("explain", ["explain", "country:TR", "1999-q4-eu-turkey.md"]),
    ("timeline", ["timeline", "summit"]),
    ("timeline", ["timeline", "summit", "--limit", "2", "--by", "day", "--reverse", "--fold"]),
    ("timeline", ["timeline", "nothinghasthisword"]),
    ("hit", ["timeline", "--format", "jsonl", "summit"]),
    ("pairs", ["pairs", "summit"]),
    ("pairs", ["pairs", "summit", "--by", "week", "--top", "0"]),
    ("pairs", ["pairs", "nothinghasthisword"]),
    ("person_pairs", ["pairs", "--of", "persons", "summit"]),
    ("persons", ["persons", "summit"]),
    ("persons", ["persons", "--with", "putin", "pair:CN-RU"]),
    ("persons", ["persons", "nothinghasthisword"]),
    ("search", ["search", "--events", "--facet", "person", "person:putin"]),
    ("search", ["search", "--events", "pair:JP-RU"]),
    ("why", ["search", "--why", "person:putin", "--events", "summit"]),
    ("why", ["search", "--why", "country:RU", "--events", "summit"]),
    ("explain", ["explain", "person:putin", "named:RU", "relation:CN-RU",
                 "2001-q3-china-russia.txt"]),
    ("show", ["show", "1999-q4-eu-turkey.md"]),
    (None, ["watch", "add", "summits", "--all", "--events", "summit"]),
    (None, ["watch", "add", "turkey", "--country", "TR", "--date-mode", "within", "--from", "1999"]),
    ("watch_list", ["watch", "list"]),
    ("watch", ["watch", "run", "--peek"]),
    ("watch", ["watch", "run", "--all", "--limit", "2"]),
    ("watch", ["watch", "run"]),
    ("annotate", ["annotate", "{source}/corpus/articles/1999-q4-eu-turkey.md"]),
    ("evaluate", ["evaluate", "--dates", "{dates}"]),
    ("retrieval", ["evaluate", "--topics", "{topics}", "--qrels", "{qrels}"]),
    ("retrieval", ["evaluate", "--score", "{run}", "--compare", "{run}", "--qrels", "{qrels}",
                   "--per-topic"]),
    ("annotate", ["annotate", BOOK]),
    ("index", ["index", "{source}/corpus/articles"]),
    ("index", ["index", BOOK]),
    ("show", ["show", "book.pdf"]),
    ("why", ["search", "--why", "country:NO", "id:book.pdf"]),
    ("why", ["facets", "--events", "--why", "country:NO", "id:book.pdf"]),
    ("search", ["search", "--events", "trawler", "id:book.pdf"]),
    ("hit", ["search", "--format", "jsonl", "trawler", "id:book.pdf"]),
    ("timeline", ["timeline", "id:book.pdf"]),
    ("info", ["info"]),
    ("integrity", ["check"]),
    ("integrity", ["check", "--deep"]),
    ("index", ["index", "{source}/tests/corpus/fixtures"]),
    (None, ["remove", "1999-q4-eu-turkey.md"]),
    ("info", ["info"]),
    (DAMAGE, []),
    ("integrity", ["check"]),
]

# Exit codes beyond 0 and 1 that some of these commands end with: files skipped, an index damaged.
OTHER_CODES = {"index": 5, "integrity": 3}

DATES = "1994-04-01/1994-06-30\tNobody came on May 4, 1994.\t1994-05-05/1994-05-05\n"

# Files that commands name, with what is in them.
FILES = {
    "dates": DATES,
    "topics": "1\tsummits in Turkey\n",
    "qrels": "1 0 1999-q4-eu-turkey.md 1\n",
    "run": "1 Q0 1999-q4-eu-turkey.md 1 2.5 x\n",
}


def damage(index):
    texts = next(pathlib.Path(index, "segments").glob("*/texts"))
    content = bytearray(texts.read_bytes())
    content[len(content) // 2] ^= 1
    texts.write_bytes(content)


def wrong_pages(answer, has_pages):
    """The objects with a span of an article's text that have a page, or lack one, against has_pages."""
    if isinstance(answer, list):
        return sum(wrong_pages(part, has_pages) for part in answer)
    if not isinstance(answer, dict):
        return 0
    is_place = answer.get("span") is not None or answer.get("source", [0, 0]) != [0, 0]
    own = is_place and ("page" in answer) != has_pages
    return own + sum(wrong_pages(part, has_pages) for part in answer.values())


def main(program, source):
    schema = json.loads(pathlib.Path(source, "docs/output.schema.json").read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        index = folder + "/index"
        files = {name: pathlib.Path(folder, name) for name in FILES}
        for name, path in files.items():
            path.write_text(FILES[name])
        subprocess.run([program, "index", "--quiet", "--index", index, source + "/corpus/articles"],
                       check=True)
        for name, arguments in COMMANDS:
            if name == DAMAGE:
                damage(index)
                continue
            command = [program] + [a.format(source=source, **files) for a in arguments]
            if name not in ("annotate", "evaluate"):
                command += ["--index", index]
            if name is None:
                subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
                continue
            if "--format" not in arguments:
                command += ["--format", "json"]
            answer = subprocess.run(command, capture_output=True, text=True, check=False)
            documents = answer.stdout.splitlines() if "jsonl" in arguments else [answer.stdout]
            validator = jsonschema.Draft7Validator(
                {"$ref": "#/definitions/" + name, "definitions": schema["definitions"]})
            if answer.returncode not in (0, 1, OTHER_CODES.get(name)) or not documents:
                print(" ".join(command), "failed:", answer.stderr)
                faults += 1
            for document in documents:
                if wrong := wrong_pages(json.loads(document), "book.pdf" in " ".join(arguments)):
                    print(" ".join(arguments), "has pages wrong in", wrong, "places")
                    faults += 1
                for error in validator.iter_errors(json.loads(document)):
                    place = "/".join(str(part) for part in error.absolute_path)
                    print(" ".join(arguments), "at", place + ":", error.message[:300])
                    faults += 1
    print(len(COMMANDS), "commands,", faults, "faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
