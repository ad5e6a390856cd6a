#!/usr/bin/env python3
"""Pastes the README's commands into shells, and tries what its tables promise.

    tests/readme.py PROGRAM SOURCE_DIR

Shells that are not installed are passed over, and named. Exit code 1 when something does not do what it says.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

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
    found = [line.strip() for line in readme.splitlines() if re.match("    (dateline |.* [|] dateline )", line)]
    found += [code for code in CODE.findall(readme) if code.startswith("dateline ")]
    found = [line for line in found if "--cluster" not in line]  # tests/cluster ask nodes
    return list(dict.fromkeys(found))


def filled(command, event):
    # `… NAME QUERY`, `… QUERY ID`: what a reader puts in their places; and where the package has the sample articles.
    command = command.replace("/usr/share/doc/dateline/examples/articles", "articles")
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
    shown = readme.split(command, 1)[1].split("which answers", 1)[1].split("\n\n", 1)[1]
    shown = re.match(r"(?:    .*\n|\n)*", shown).group()
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


def check_help(house, faults):
    """`-h` helps everywhere, `--format json` is for programs."""
    commands = json.loads(house.run("dash", "dateline commands")[1])["commands"]
    for command in commands:
        code, out, err = house.run("dash", f"dateline {command['name']} -h")
        if code != 0 or "Usage:" not in out or err:
            faults.append(f"dateline {command['name']} -h: exit code {code}")
        has_json = any("json" in option["choices"] for option in command["options"])
        if has_json and "[QUERY…]" == command["arguments"]:
            _, out, _ = house.run("dash", f"dateline {command['name']} --format json summit")
            if not isinstance(json.loads(out), dict):
                faults.append(f"dateline {command['name']} --format json: no JSON")


def check_facets(house, faults):
    """Facets are exact: what a value counts is what it finds. Options mirror the filters."""
    _, out, _ = house.run("dash", "dateline facets --events summit --facet country --top 0 --format json")
    values = json.loads(out)["facets"][0]["values"]
    for value in values[::5]:
        total, _ = house.total(f"summit country:{value['value']}", "--events")
        option, _ = house.total("summit", "--events", "--country", value["value"])
        if not total == option == value["count"]:
            faults.append(f"country:{value['value']} counts {value['count']}, finds {total}, and {option} as an option")


def check_suggestions(house, faults):
    """A date or two countries among the words, or a slip, are suggested; other forms are found; words are given up, and told."""
    for query, said in (("Russia Japan September 2000", "pair:JP-RU date:2000-09"), ("sumit Moscow", "summit"),
                        ("nuclear summit zebra", "all the words")):
        _, err = house.total(query, "--events")
        if said not in err:
            faults.append(f"{query}: nothing is said of '{said}': {err.strip()}")
    if house.total("recognition", "--events")[0] <= house.total('"recognition"', "--events")[0]:
        faults.append("recognition does not find recognizes")
    if house.total('"peace treaty"~5')[0] < house.total('"peace treaty"')[0]:
        faults.append("five words between find less than none")


def check_index_place(house, faults):
    """The nearest .dateline upwards, else the data folder; --index and $DATELINE_INDEX say otherwise."""
    lines = {"cd ~ && mkdir -p deep/er && dateline index --quiet --index deep/.dateline articles/1998-q2-india-pakistan.md && cd deep/er": 1,
             "cd ~": 2, "cd ~/deep/er && DATELINE_INDEX=~/.local/share/dateline; export DATELINE_INDEX": 2}
    for line, which in lines.items():
        _, out, err = house.run("dash", f"{line}; dateline info --format json")
        articles = json.loads(out)["articles"] if out else err
        if (articles == 1) != (which == 1):
            faults.append(f"{line}: another index, of {articles} articles")


def check_kinds(house, source, faults):
    """Files of the kinds that the README names are read."""
    with open(os.path.join(source, "README.md"), encoding="utf-8") as file:
        named = re.search(r"Files are (.*?) …", file.read(), re.DOTALL).group(1)
    place = os.path.join(house.folder, "kinds")
    os.mkdir(place)
    sentence = "On 5 September 2000 Putin visited Tokyo."
    texts = {
        ".txt": sentence, ".md": f"# A visit\n\n{sentence}\n", ".html": f"<title>A visit</title><p>{sentence}</p>",
        ".xml": f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>{sentence}</p></body></text></TEI>',
        ".eml": f"From: a@example.org\nSubject: A visit\nDate: Tue, 5 Sep 2000 10:00:00 +0000\n\n{sentence}\n",
        ".jsonl": json.dumps({"id": "a", "title": "A visit", "text": sentence}) + "\n",
        ".csv": f'id,title,text\na,A visit,"{sentence}"\n',
    }
    for extension, text in texts.items():
        with open(os.path.join(place, "a" + extension), "w", encoding="utf-8") as file:
            file.write(text)
    with zipfile.ZipFile(os.path.join(place, "a.zip"), "w") as packed:
        packed.writestr("a.md", texts[".md"])
    with zipfile.ZipFile(os.path.join(place, "a.epub"), "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
                      '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>')
        book.writestr("a.opf", '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
                      'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A visit</dc:title></metadata><manifest><item id="a" '
                      'href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>')
        book.writestr("a.xhtml", f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>A visit</h1><p>{sentence}</p></body></html>')
    for extension in (".pdf", ".docx", ".odt"):
        shutil.copy(os.path.join(source, "tests", "corpus", "fixtures", "libreoffice" + extension), os.path.join(place, "a" + extension))
    for extension in sorted(set(re.findall(r"\.[a-z]+", named)) | {".xml", ".eml"}):
        code, out, err = house.run("dash", f"dateline annotate kinds/a{extension}")
        if code != 0 or not re.search(r"\tdate\t", out):
            faults.append(f"{extension} is not read: exit code {code}: {err.strip()[-200:]}")


def check_links(source, faults):
    """Each page, picture and script that is named is there, and the picture of the terminal is today's."""
    for page in ("README.md", "CONTRIBUTING.md"):
        with open(os.path.join(source, page), encoding="utf-8") as file:
            text = file.read()
        for target in re.findall(r"\]\(([^)#]+)", text):
            if not os.path.exists(os.path.join(source, target)):
                faults.append(f"{page} links {target}, which is not there")
    with open(os.path.join(source, "README.md"), encoding="utf-8") as file:
        setup = [line.strip() for line in file if line.startswith("    scripts/")]
    scripts = {line.split()[0] for line in setup}
    if [line for line in setup if not line.startswith("scripts/cluster ")] != ["scripts/quickstart", "scripts/test"]:
        faults.append(f"from source there are two commands, and the README has {setup}")
    for script in sorted(scripts):
        if not os.access(os.path.join(source, script), os.X_OK):
            faults.append(f"{script} cannot be run")


def check_phrases(house, faults):
    """'missile defense' as one argument is a phrase where it is found as such."""
    _, given, err = house.run("dash", "dateline search 'missile defense'")
    _, quoted, _ = house.run("dash", "dateline search '\"missile defense\"'")
    if given.splitlines()[0] != quoted.splitlines()[0] or "as a phrase" not in err:
        faults.append("'missile defense' as one argument is no phrase")


def main():
    program, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    with open(os.path.join(source, "README.md"), encoding="utf-8") as file:
        readme = file.read()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        house = House(program, source, folder)
        answers = paste(house, readme, faults)
        check_example(readme, answers, faults)
        check_table(house, readme, faults)
        check_phrases(house, faults)
        check_help(house, faults)
        check_facets(house, faults)
        check_suggestions(house, faults)
        check_index_place(house, faults)
        check_kinds(house, source, faults)
    check_links(source, faults)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
