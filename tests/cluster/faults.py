#!/usr/bin/env python3
"""Lets go wrong what may go wrong between the program and a cluster: nothing may be lost or doubled, and one line must say it.

usage: faults.py PROGRAM ARTICLES [--long]

Starts three nodes of its own at ports of their own (scripts/cluster). Without $DATELINE_TEST_CLUSTER, which says that nodes can
be had here, the test is skipped (77). --long: 20 kills of the writer instead of 4, a hundred readers instead of 20.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time

import proxy

if not os.environ.get("DATELINE_TEST_CLUSTER"):
    print("skipped: DATELINE_TEST_CLUSTER is not set")
    sys.exit(77)
ROOT = pathlib.Path(__file__).resolve().parents[2]
PORT = "9501"
SEEN_IN_VAIN = 3  # the exit code of what cannot be reached


class Faults:
    def __init__(self, program, articles, folder, is_long):
        self.program, self.folder, self.is_long = program, folder, is_long
        self.failures, self.checks = [], 0
        self.url = subprocess.run([ROOT / "scripts/cluster", "up", "3"], check=True, text=True, stdout=subprocess.PIPE).stdout.strip()
        self.corpus = folder / "corpus"
        self.corpus.mkdir()
        self.articles = sorted(path for path in pathlib.Path(articles).rglob("*") if path.is_file())
        self.add_articles(len(self.articles))
        self.index = folder / "index"

    def add_articles(self, count, mark=""):
        for path in self.articles[:count]:
            (self.corpus / f"{mark}{path.name}").write_bytes(path.read_bytes() + f"\n\nSaid again {mark}.\n".encode())

    def run(self, *arguments, timeout=300, **more):
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, timeout=timeout, **more)

    def index_into(self, archive, *options, url=None):
        return self.run("index", "--cluster", f"{url or self.url}/{archive}", *options, self.corpus)

    def pid_of(self, node):
        return int((ROOT / f"build/cluster/{PORT}/node-{node}/pid").read_text())

    def check(self, what, holds, *evidence):
        self.checks += 1
        if not holds:
            self.failures.append(what)
            print("FAILED:", what, *evidence)

    def counts(self, *place):
        """Totals and all counts of all events and articles: what is lost or doubled shows in them."""
        found = []
        for kind in ([], ["--events"]):
            answer = self.run("facets", "--format", "json", "--top", "0", *kind, *place)
            if answer.returncode != 0:
                return answer
            found.append(json.loads(answer.stdout))
        return found

    def check_equal(self, what, archive):
        self.run("index", "--index", self.index, self.corpus)
        here, there = self.counts("--index", self.index), self.counts("--cluster", f"{self.url}/{archive}")
        self.check(f"{what}: all counts are those of an index", here == there, str(there)[:300])

    def check_one_line(self, what, done, codes):
        lines = [line for line in done.stderr.splitlines() if line and not line.startswith("dateline: note")]
        self.check(f"{what}: told in one line, with its code", done.returncode in codes and
                   (done.returncode == 0 or len(lines) == 1), done.returncode, done.stderr)

    def writer_is_killed(self):
        for round_number in range(20 if self.is_long else 4):
            self.add_articles(6, f"again-{round_number}-")
            writer = subprocess.Popen([self.program, "index", "--cluster", f"{self.url}/killed", str(self.corpus)],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(random.uniform(0.05, 1.2))
            writer.kill()
            writer.wait()
            done = self.index_into("killed", "--wait", "60")
            self.check("the command of a killed writer finishes", done.returncode == 0, done.stderr)
            self.check_equal("after a kill of the writer", "killed")

    def through_a_proxy(self):
        between = proxy.Proxy(self.url)
        try:
            for what, disturb in (("429", busy), ("a torn answer to a batch", torn), ("a conflict", conflict)):
                left = [2]  # requests that are disturbed
                between.disturb = lambda *answer, disturb=disturb, left=left: disturb(left, *answer)
                self.add_articles(3, what.replace(" ", "-"))
                done = self.index_into("disturbed", url=between.url)
                self.check(f"{what}: the batch goes on", done.returncode == 0, done.stderr)
                self.check(f"{what}: it was met", left[0] < 2)
                self.check_equal(what, "disturbed")
            between.disturb = lambda method, path, status, body: (
                (status, body, len(body) // 2) if "_search" in path else (status, body))
            done = self.run("search", "--cluster", f"{between.url}/disturbed", "treaty")
            self.check_one_line("a torn answer to a search", done, {SEEN_IN_VAIN})
        finally:
            between.close()

    def readers_while_it_moves(self):
        archive = f"{self.url}/moved"
        self.index_into("moved")
        totals = {total_of(self.counts("--cluster", archive))}
        seen, torn = collections.Counter(), []
        is_over = threading.Event()

        def read():
            while not is_over.is_set():
                # One request for events, and their counts: sums of two generations would show.
                answer = self.run("facets", "--format", "json", "--events", "--top", "0", "--cluster", archive)
                if answer.returncode != 0:
                    torn.append(answer.stderr)
                    continue
                facets = json.loads(answer.stdout)["facets"]
                seen[tuple(facet["total"] for facet in facets)] += 1

        readers = [threading.Thread(target=read) for _ in range(100 if self.is_long else 8)]
        for reader in readers:
            reader.start()
        for round_number in range(10 if self.is_long else 3):
            self.add_articles(4, f"moved-{round_number}-")
            self.check("a batch among readers", self.index_into("moved").returncode == 0)
            totals.add(total_of(self.counts("--cluster", archive)))
        is_over.set()
        for reader in readers:
            reader.join()
        self.check("no reader is refused", not torn, torn[:2])
        self.check("each reader saw one generation", all(len(set(one)) == 1 and one[0] in totals for one in seen), seen, totals)
        self.check("readers read", sum(seen.values()) > len(readers), seen)

    def node_hangs(self):
        self.index_into("hung")
        environment = {**os.environ, "DATELINE_CLUSTER_TIMEOUT": "3"}
        os.kill(self.pid_of(3), signal.SIGSTOP)
        try:
            done = self.run("search", "--cluster", f"{self.url}/hung", "treaty", env=environment)
            self.check_one_line("a node that hangs", done, {0, SEEN_IN_VAIN})
        finally:
            os.kill(self.pid_of(3), signal.SIGCONT)
        self.wait_until_healthy()
        self.check_equal("after a node hung", "hung")

    def node_is_killed(self):
        for round_number in range(40):  # so that the batch takes some seconds
            self.add_articles(len(self.articles), f"node-{round_number}-")
        writer = subprocess.Popen([self.program, "index", "--cluster", f"{self.url}/halved", str(self.corpus)],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        time.sleep(1.5)
        self.check("the batch is not over yet", writer.poll() is None)
        os.kill(self.pid_of(3), signal.SIGKILL)
        error = writer.communicate(timeout=200)[1]
        self.check("a node killed in a batch: it ends, or says so", writer.returncode in (0, SEEN_IN_VAIN), error)
        done = self.index_into("halved", "--wait", "60")
        self.check("the command finishes on two nodes", done.returncode == 0, done.stderr)
        self.check_equal("after a kill of a node", "halved")

    def cluster_is_down(self):
        subprocess.run([ROOT / "scripts/cluster", "down"], check=True)
        for command in (["search", "treaty"], ["info"], ["index", str(self.corpus)], ["show", "x"], ["timeline", "a"]):
            done = self.run(command[0], "--cluster", f"{self.url}/archive", *command[1:])
            self.check_one_line(f"{command[0]}, and the cluster is down", done, {SEEN_IN_VAIN})

    def wait_until_healthy(self):
        subprocess.run(["curl", "-s", "-o", "/dev/null", "--noproxy", "*", "--max-time", "60",
                        f"{self.url}/_cluster/health?wait_for_nodes=3&wait_for_status=green&timeout=50s"], check=False)


def total_of(counts):
    return counts[1]["facets"][0]["total"]


def busy(left, method, path, status, body):
    if "_bulk" not in path or left[0] == 0:
        return status, body
    left[0] -= 1
    return 429, b'{"error":{"type":"rejected_execution_exception","reason":"queue full"},"status":429}'


def torn(left, method, path, status, body):
    if "_bulk" not in path or left[0] == 0:
        return status, body
    left[0] -= 1
    return status, body, len(body) // 2


def conflict(left, method, path, status, body):
    """An item was written already, by the same command before: that is no fault."""
    if "_bulk" not in path or left[0] == 0:
        return status, body
    answer = json.loads(body)
    for item in answer.get("items", [])[:3]:
        for action in item.values():
            action.update(status=409, error={"type": "version_conflict_engine_exception", "reason": "version conflict"})
            answer["errors"] = True
    left[0] -= 1
    return status, json.dumps(answer).encode()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("articles")
    parser.add_argument("--long", action="store_true")
    options = parser.parse_args()
    random.seed(19)
    os.environ["DATELINE_CLUSTER_PORT"] = PORT
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = f"{folder}/data"
        try:
            faults = Faults(options.program, options.articles, pathlib.Path(folder), options.long)
            for test in (faults.writer_is_killed, faults.through_a_proxy, faults.readers_while_it_moves, faults.node_hangs,
                         faults.node_is_killed, faults.cluster_is_down):
                begin = time.monotonic()
                test()
                print(f"{test.__name__}: {time.monotonic() - begin:.0f} s", flush=True)
        finally:
            subprocess.run([ROOT / "scripts/cluster", "down"], check=False)
    print(f"{faults.checks} checks, {len(faults.failures)} failed")
    return 1 if faults.failures else 0


if __name__ == "__main__":
    sys.exit(main())
