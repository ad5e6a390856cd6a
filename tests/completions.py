#!/usr/bin/env python3
"""Types in bash, zsh and fish, and looks at what the key for completions makes of it.

    tests/completions.py PROGRAM SOURCE_DIR

Shells that are not installed are passed over, and named. Exit code 1 when something is completed otherwise than it should be.
"""

import json
import os
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import time

# What is typed before the key, and the words that the command line then has. Each has one answer in the sample articles.
TYPED = [
    ("dateline sea", ["search"]),
    ("dateline watch rem", ["watch", "remove"]),
    ("dateline help simil", ["help", "similar"]),
    ("dateline search --countr", ["search", "--country"]),
    ("dateline search --country tuv", ["search", "--country", "tuvalu"]),
    ("dateline search country:tuv", ["search", "country:tuvalu"]),
    ("dateline search country:RU,tuv", ["search", "country:RU,tuvalu"]),
    ("dateline search country:RU+tuv", ["search", "country:RU+tuvalu"]),
    ("dateline search -- -country:tuv", ["search", "--", "-country:tuvalu"]),
    ("dateline search pair:CN-tv", ["search", "pair:CN-TV"]),
    ("dateline search treaty region:central-as", ["search", "treaty", "region:central-asia"]),
    ("dateline search --organization APE", ["search", "--organization", "APEC"]),
    ("dateline search --person Musharr", ["search", "--person", "Musharraf"]),
    ("dateline search --person Igor\\ Iv", ["search", "--person", "Igor Ivanov"]),
    ("dateline search person:Musharr", ["search", "person:Musharraf"]),
    ("dateline facets --facet organ", ["facets", "--facet", "organization"]),
    ("dateline search --format cs", ["search", "--format", "csv"]),
    ("dateline search --sort=publ", ["search", "--sort=published"]),
    ("dateline search --precision dec", ["search", "--precision", "decade"]),
    ("dateline search kind:ev", ["search", "kind:event"]),
    ("dateline search --color nev", ["search", "--color", "never"]),
    ("dateline show 1998-q2", ["show", "1998-q2-india-pakistan.md"]),
    ("dateline show 1998-q2-india-pakistan.md#538", ["show", "1998-q2-india-pakistan.md#53888082"]),
    ("dateline similar 1998-q4", ["similar", "1998-q4-china-japan.txt"]),
    ("dateline watch run turk", ["watch", "run", "turkey"]),
    ("dateline regions nordic-c", ["regions", "nordic-countries"]),
    ("dateline search --index otherpl", ["search", "--index", "otherplace/"]),
    ("dateline search --query-file quest", ["search", "--query-file", "question.txt"]),
    ("dateline annotate quest", ["annotate", "question.txt"]),
]

# A shell function in the program's place shows the words that the shell gives it; what the completion asks is answered.
BASH = """
PS1='%'; bind 'set bell-style none'; bind 'set enable-bracketed-paste off'
dateline() { if [ "$1" = complete ]; then command dateline "$@"; else printf '{%s}' "$@"; echo '{end}'; fi; }
source "$COMPLETIONS/dateline.bash"; printf 'rea%s\\n' 'dy{end}'
"""
ZSH = """
PS1='%'; unsetopt beep zle_bracketed_paste 2>/dev/null; unset zle_bracketed_paste; fpath=("$COMPLETIONS" $fpath)
autoload -Uz compinit; compinit -u -D
dateline() { if [ "$1" = complete ]; then command dateline "$@"; else printf '{%s}' "$@"; echo '{end}'; fi; }
printf 'rea%s\\n' 'dy{end}'
"""


class House:
    """A home with an index of the sample articles, and the program on the path."""

    def __init__(self, program, source, folder):
        self.folder = folder
        os.mkdir(os.path.join(folder, "bin"))
        os.mkdir(os.path.join(folder, "otherplace"))
        os.symlink(program, os.path.join(folder, "bin", "dateline"))
        with open(os.path.join(folder, "question.txt"), "w", encoding="utf-8") as file:
            file.write("treaty\n")
        self.environment = {"HOME": folder, "PATH": os.path.join(folder, "bin") + ":/usr/bin:/bin", "LANG": "C.UTF-8",
                            "TERM": "dumb", "COMPLETIONS": os.path.join(source, "completions")}
        self.dateline("index", "--quiet", os.path.join(source, "corpus", "articles"))
        self.dateline("watch", "add", "turkey", "country:TR")

    def dateline(self, *arguments):
        return subprocess.run([os.path.join(self.folder, "bin", "dateline"), *arguments], text=True, capture_output=True,
                              cwd=self.folder, env=self.environment, timeout=120)

    def offered(self, *words):
        done = self.dateline("complete", "--", *words)
        if done.returncode != 0 or done.stderr:
            raise AssertionError(f"complete {words}: exit code {done.returncode}: {done.stderr}")
        return [line.split("\t")[1] for line in done.stdout.splitlines()]


class Terminal:
    """A shell that believes that somebody types."""

    def __init__(self, house, command, setup):
        pid, self.master = pty.fork()
        if pid == 0:
            os.chdir(house.folder)
            os.execvpe(command[0], command, house.environment)
        self.pid = pid
        self.until("%" if command[0] == "zsh" else "")
        for line in setup.strip().splitlines():
            os.write(self.master, line.encode() + b"\n")
        self.until("ready{end}")

    def until(self, mark, seconds=20):
        seen, deadline = "", time.monotonic() + seconds
        while mark not in seen and time.monotonic() < deadline:
            if select.select([self.master], [], [], 0.2)[0]:
                seen += os.read(self.master, 65536).decode("utf-8", "replace")
            elif not mark:
                break
        return seen

    def words(self, typed):
        os.write(self.master, typed.encode())
        time.sleep(0.05)
        os.write(self.master, b"\t")
        self.until("", 1)
        os.write(self.master, b"\n")
        seen = self.until("}{end}")
        line = (seen.split("{end}")[0].splitlines() or [""])[-1]
        return line[line.find("{") + 1:].rstrip("}").split("}{")

    def close(self):
        os.write(self.master, b"\x03exit\n")
        os.close(self.master)
        os.waitpid(self.pid, 0)


def type_in(house, shell, faults):
    setups = {"bash": (["bash", "--norc", "--noprofile", "-i"], BASH), "zsh": (["zsh", "-f", "-i"], ZSH)}
    terminal = Terminal(house, *setups[shell])
    for typed, wanted in TYPED:
        got = terminal.words(typed)
        if [word.rstrip("/") for word in got] != [word.rstrip("/") for word in wanted]:  # zsh takes a slash back
            faults.append(f"{shell}: {typed}<Tab> gives {got}, not {wanted}")
    terminal.close()


def ask_fish(house, faults):
    source = os.path.join(house.environment["COMPLETIONS"], "dateline.fish")
    for typed, wanted in TYPED:
        done = subprocess.run(["fish", "--no-config", "-c", f"source {source}; complete -C '{typed}'"], text=True, capture_output=True,
                              cwd=house.folder, env=house.environment, timeout=60)
        got = [line.split("\t")[0].replace("\\ ", " ") for line in done.stdout.splitlines()]
        if got != [wanted[-1]]:
            faults.append(f"fish: {typed}<Tab> offers {got}, not {wanted[-1]}: {done.stderr.strip()[-200:]}")


def check_tree(house, faults):
    """Whatever is declared is offered: commands, options, the values of an option."""
    commands = json.loads(house.dateline("commands").stdout)["commands"]
    for command in commands:
        words = command["name"].split()
        if words[-1] not in house.offered(*words[:-1], words[-1][:2]):
            faults.append(f"the command {command['name']} is not offered")
        if any(other["name"].startswith(command["name"] + " ") for other in commands):
            continue  # its options are those of the commands below it
        options = house.offered(*words, "--")
        for option in command["options"]:
            if option["names"][-1] not in options:
                faults.append(f"{command['name']}: {option['names'][-1]} is not offered")
            if option["choices"] and house.offered(*words, option["names"][-1], "") != option["choices"]:
                faults.append(f"{command['name']}: the values of {option['names'][-1]} are not offered")


def check_values(house, faults):
    """What is offered is understood: each value, put into a query, is a query."""
    for field in house.offered("search", ""):
        for value in house.offered("search", field)[:150:15]:
            done = house.dateline("search", "--no-facets", "--", "summit",
                                  value + "US" if value.endswith("-") else value)
            if done.returncode not in (0, 1):
                faults.append(f"{value} is offered, and refused: {done.stderr.strip()}")
    for country in ("RU", "russia"):
        if country not in house.offered("search", "--country", "ru"):
            faults.append(f"{country} is not offered for ru")
    if "none" not in [value.split(":")[1] for value in house.offered("search", "country:no")]:
        faults.append("country:none is not offered")


def check_without_index(house, faults):
    """An index that is absent or damaged takes nothing away but what only it has."""
    broken = os.path.join(house.folder, "broken")
    os.mkdir(broken)
    with open(os.path.join(broken, "manifest.json"), "w", encoding="utf-8") as file:
        file.write("{")
    for place in (os.path.join(house.folder, "nowhere"), broken):
        if house.offered("search", "--index", place, "person:") or "kind:event" not in house.offered("search", "--index", place, "kind:"):
            faults.append(f"{place}: other values than without an index")
    for words in ((), ("",), ("nothing", ""), ("search", "--", "--x"), ("search", "\x1b"), ("show", "#"), ("search", ":"),
                  ("search", "-"), ("search", "--="), ("search", 'person:"'), ("watch", "none", ""), ("search", "x" * 20000)):
        house.offered(*words)


def main():
    program, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        house = House(program, source, folder)
        check_tree(house, faults)
        check_values(house, faults)
        check_without_index(house, faults)
        for shell in ("bash", "zsh", "fish"):
            if not shutil.which(shell):
                print(f"{shell} is not installed: passed over")
            elif shell == "fish":
                ask_fish(house, faults)
            else:
                type_in(house, shell, faults)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
