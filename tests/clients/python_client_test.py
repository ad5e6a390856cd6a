#!/usr/bin/env python3
"""The Python client against a server of its own:  python_client_test.py PROGRAM ARTICLES"""

import datetime
import json
import re
import shutil
import subprocess
import sys
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "clients/python"))
sys.path.insert(0, str(Path(__file__).parent))

import dateline  # noqa: E402
from dateline import Client, IncompleteAnswer, NotFound, RequestRefused, Unavailable, Unreachable  # noqa: E402
from served import Served  # noqa: E402


class Answers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.served = Served(*sys.argv[1:3])
        cls.served.__enter__()
        cls.client = Client(cls.served.url, timeout=30)

    @classmethod
    def tearDownClass(cls):
        cls.served.__exit__()
        assert cls.served.code == 0, cls.served.code

    def of_program(self, *arguments):
        return json.loads(self.served.run(*arguments, "--format", "json"))

    def test_each_endpoint_answers_as_the_program(self):
        event = self.client.events("summit", limit=1)["hits"][0]["id"]
        article = event.rpartition("#")[0]
        for answer, command in (
            (self.client.search("treaty", country="RU"), ("search", "treaty", "--country", "RU")),
            (self.client.events("summit", country="RU&JP"), ("search", "--events", "summit", "--country", "RU&JP")),
            (self.client.facets("treaty", by="month"), ("facets", "treaty", "--by", "month")),
            (self.client.timeline("pair:JP-RU", fold=True), ("timeline", "pair:JP-RU", "--fold")),
            (self.client.pairs("treaty", top=3), ("pairs", "treaty", "--top", "3")),
            (self.client.persons("summit", with_="putin"), ("persons", "summit", "--with", "putin")),
            (self.client.similar(article, limit=3), ("similar", article, "--limit", "3")),
            (self.client.explain(article, "treaty"), ("explain", "treaty", article)),
            (self.client.article(article), ("show", article)),
            (self.client.article(event), ("show", event)),
        ):
            with self.subTest(command=command):
                self.assertEqual(answer, self.of_program(*command))
        self.assertEqual(self.client.text(article), self.served.run("show", "--raw", article))
        self.assertEqual(self.client.info()["articles"], self.of_program("info")["articles"])
        self.assertIn("Japan", [one["label"] for one in self.client.suggest("country:jap")["completions"]])

    def test_each_endpoint_has_a_method(self):
        for path in self.client.openapi()["paths"]:
            name = path.removeprefix("/v1/")
            method = {"articles/{id}": "article", "articles/{id}/text": "text", "openapi.json": "openapi"}.get(name, name)
            self.assertTrue(callable(getattr(Client, method, None)), path)

    def test_values_are_written_as_parameters(self):
        for given, expected in (
            ({"country": ["RU", "CN"]}, [("country", "RU"), ("country", "CN")]),
            ({"from_": datetime.date(2001, 2, 3), "date_mode": "within"}, [("from", "2001-02-03"), ("date-mode", "within")]),
            ({"to": datetime.datetime(2001, 2, 3, 4)}, [("to", "2001-02-03")]),
            ({"fold": True, "any_": False, "limit": None, "offset": 0}, [("fold", "1"), ("offset", "0")]),
            ({"country": ("RU", None)}, [("country", "RU")]),
            ({"q": ""}, []),
        ):
            with self.subTest(given=given):
                self.assertEqual(list(dateline._written(given)), expected)
        self.assertEqual(self.client.search("date:2001 a+b & c=d #%", limit=0)["total"],
                         self.of_program("search", "date:2001 a+b & c=d #%", "--limit", "0")["total"])

    def test_pages_follow_each_other_to_the_end(self):
        whole = self.client.events("treaty OR summit", limit=1000)
        paged = list(self.client.each_event("treaty OR summit", limit=7))
        self.assertEqual(len(paged), whole["total"])
        self.assertEqual(paged, whole["hits"])
        self.assertEqual([hit["id"] for hit in self.client.each_article("treaty", limit=2)],
                         [hit["id"] for hit in self.client.search("treaty", limit=1000)["hits"]])
        entries = self.client.timeline("country:RU")["entries"]
        self.assertEqual(list(self.client.each_entry("country:RU", limit=9)), entries)
        self.assertGreater(len(entries), 9)
        self.assertEqual(list(self.client.each_event("zzyzx zzyzy")), [])

    def test_exports_are_whole(self):
        lines = self.served.run("timeline", "country:RU", "--format", "jsonl").splitlines()
        self.assertEqual(list(self.client.records("timeline", "country:RU")), [json.loads(line) for line in lines])
        for form in ("csv", "md", "html", "ics"):
            with self.subTest(form=form):
                printed = subprocess.run([self.served.program, "timeline", "--index", self.served.index, "country:RU", "--format", form],
                                         check=True, capture_output=True).stdout.decode()
                self.assertEqual(self.client.export("timeline", form, "country:RU").rstrip("\n"), printed.rstrip("\n"))

    def test_a_refusal_says_what_is_wrong(self):
        with self.assertRaises(RequestRefused) as caught:
            self.client.search("contry:RU")
        self.assertEqual((caught.exception.status, caught.exception.parameter, caught.exception.span), (400, "q", (0, 6)))
        self.assertIn("country", caught.exception.suggestion)
        self.assertIn("contry", str(caught.exception))
        with self.assertRaises(RequestRefused):
            self.client.search("treaty", nonsense=1)
        with self.assertRaises(NotFound):
            self.client.article("no such/article")
        with self.assertRaises(RequestRefused):
            list(self.client.each_event("date:nonsense"))

    def test_a_client_keeps_nothing(self):
        self.assertEqual(Client("http://x"), Client("http://x"))
        with self.assertRaises(AttributeError):
            self.client.url = "http://y"
        lists = [self.client.each_event("treaty", limit=2), self.client.each_event("summit", limit=2)]
        first, second = zip(*zip(*lists))
        self.assertEqual(list(first), list(self.client.each_event("treaty"))[: len(first)])
        self.assertEqual(list(second), list(self.client.each_event("summit"))[: len(second)])

    def test_it_is_fast_enough_for_many_threads(self):
        totals = []
        threads = [threading.Thread(target=lambda: totals.append(self.client.search("treaty")["total"])) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(set(totals)), 1)
        self.assertEqual(len(totals), 8)


class Broken(BaseHTTPRequestHandler):
    """A server that does what it should not: the path says what."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = re.sub(r"\?.*", "", self.path).removeprefix("/v1/")
        if path == "info":
            self.answer(503, b'{"status": 503, "title": "Service Unavailable", "detail": "no index"}', {"Retry-After": "7"})
        elif path == "openapi.json":
            self.answer(500, b"<html>")
        elif path == "suggest":
            self.answer(200, b'{"cut": ')
        elif path == "pairs":
            self.answer(200, b"{}", {"Content-Length": "100"})
        elif path == "timeline":
            self.answer(200, b'{"id": "a"}\n')
        elif path == "events":
            self.answer(200, b'{"id": "a"}\n{"complete":true,"records":2}\n')
        else:
            self.answer(200, b"id\r\na\r\n")

    def answer(self, status, body, fields=()):
        self.send_response(status)
        fields = {"Content-Length": str(len(body)), "Connection": "close", **dict(fields)}
        for name, value in fields.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, *unused):
        pass


class Failures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = HTTPServer(("127.0.0.1", 0), Broken)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.client = Client(f"http://127.0.0.1:{cls.server.server_port}", timeout=10)

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()

    def test_nobody_there(self):
        with self.assertRaises(Unreachable):
            Client("http://127.0.0.1:1").info()
        with self.assertRaises(Unreachable):
            Client("http://no-such-host.invalid").info()

    def test_unavailable(self):
        with self.assertRaises(Unavailable) as caught:
            self.client.info()
        self.assertEqual((caught.exception.retry_after, caught.exception.detail), (7, "no index"))

    def test_an_error_that_is_no_problem_document(self):
        with self.assertRaises(RequestRefused) as caught:
            self.client.openapi()
        self.assertEqual(caught.exception.status, 500)

    def test_what_breaks_off_is_told(self):
        for call in (lambda: self.client.suggest("x"), self.client.pairs, lambda: list(self.client.records("timeline")),
                     lambda: list(self.client.records("events")), lambda: self.client.export("persons", "csv")):
            with self.assertRaises(IncompleteAnswer):
                call()


class Types(unittest.TestCase):
    def test_the_module_is_typed(self):
        if not shutil.which("mypy"):
            self.skipTest("mypy is absent")
        checked = subprocess.run(["mypy", "--strict", "--no-incremental", "--cache-dir=/dev/null",
                                  str(ROOT / "clients/python/dateline.py")], capture_output=True, text=True)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    def test_all_that_is_public_is_documented(self):
        for name in dateline.__all__:
            self.assertTrue(getattr(dateline, name).__doc__, name)
        for name, member in vars(Client).items():
            if callable(member) and not name.startswith("_"):
                self.assertTrue(member.__doc__, name)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
