#!/usr/bin/env python3
"""Runs what docs/recipes.md says, as it says it:  recipes_test.py PROGRAM ARTICLES

A block of `sh`, `python`, `r` or `cron` is run in a home of its own, in the order of the page, and must end well. A block of
`text` behind it is what it prints; a line of three dots stands for any lines. A language whose program is absent is told,
and passed over.
"""

import os
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/clients"))

from served import Served  # noqa: E402

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WRITTEN_PORT = "127.0.0.1:8390"


def blocks_of(page):
    """(language, code, expected output or None) of each block that is run."""
    found = [match.groups() for match in BLOCK.finditer(page)]
    for number, (language, code) in enumerate(found):
        if language == "text":
            continue
        is_shown = number + 1 < len(found) and found[number + 1][0] == "text"
        yield language, code, found[number + 1][1] if is_shown else None


def is_as_shown(printed, shown):
    pattern = "".join(r"(?:.*\n)*" if line == "…\n" else re.escape(line) for line in shown.splitlines(keepends=True))
    return re.fullmatch(pattern, printed) is not None


def has(command, *arguments):
    return shutil.which(command) and subprocess.run([command, *arguments], capture_output=True).returncode == 0


def python_with(code):
    """A Python that has what the code imports besides the client; None when there is none."""
    needed = "import pandas" if "import pandas" in code else "pass"
    return next((one for one in (sys.executable, "/usr/bin/python3") if has(one, "-c", needed)), None)


def command_of(language, code):
    """How a block is run; None where its program is absent."""
    if language == "sh":
        missing = [tool for tool in ("jq", "curl") if re.search(rf"\b{tool}\b", code) and not has(tool, "--version")]
        return None if missing else ["sh", "-euc", code]
    if language == "python":
        python = python_with(code)
        return python and [python, "-c", code]
    if language == "r":
        return ["Rscript", "-e", code] if has("Rscript", "--version") else None
    if language == "cron":
        five = r"(?:[\d*,/-]+\s+){5}"
        assert re.match(five, code), f"no line of a crontab: {code}"
        return ["sh", "-c", re.sub(f"^{five}", "", code)]
    raise AssertionError(f"nobody knows how to run {language}")


class Recipes(unittest.TestCase):
    def test_the_page_does_what_it_says(self):
        page = (ROOT / "docs/recipes.md").read_text(encoding="utf-8")
        blocks = list(blocks_of(page))
        self.assertGreater(len(blocks), 10)
        with Served(*sys.argv[1:3]) as served:
            home = served.folder / "home"
            home.mkdir()
            shutil.copytree(sys.argv[2], home / "articles")
            for language, code, shown in blocks:
                with self.subTest(code=code):
                    self.run_block(served, home, (language, code.replace(WRITTEN_PORT, f"127.0.0.1:{served.port}"), shown))

    def run_block(self, served, home, block):
        language, code, shown = block
        command = command_of(language, code)
        if command is None:
            print(f"passed over, since its program is absent: {language}: {code.splitlines()[0]}", file=sys.stderr)
            return
        surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "XDG_"))}
        surroundings |= {"HOME": str(home), "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT / "clients/python"),
                         "PATH": f"{Path(served.program).parent}:{os.environ['PATH']}"}
        done = subprocess.run(command, cwd=home, env=surroundings, capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        if shown is not None:
            self.assertTrue(is_as_shown(done.stdout, shown), f"printed:\n{done.stdout}shown:\n{shown}")

    def test_units_that_are_named_are_there(self):
        for name in ("recipes.md", "operations.md"):
            for unit in re.findall(r"(dateline-\w+@)NAME(\.\w+)?", (ROOT / "docs" / name).read_text(encoding="utf-8")):
                with self.subTest(unit=unit):
                    self.assertTrue((ROOT / "systemd" / f"{unit[0]}{unit[1] or '.service'}.in").exists())

    def test_what_differs_is_seen(self):
        self.assertTrue(is_as_shown("a\nb\nc\n", "a\n…\n"))
        self.assertFalse(is_as_shown("a\nb\n", "a\n"))
        self.assertFalse(is_as_shown("b\n", "a\n…\n"))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
