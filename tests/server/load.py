#!/usr/bin/env python3
"""Loads a server with many clients, slow ones among them, and a publication in the middle.

    load.py PROGRAM ARTICLES [--seconds N] [--clients N] [--slow N] [--seed N] [--wrk SECONDS]

Fails when a request is lost or answered wrongly, when slow clients keep others from being answered, or when memory grows
without end. Times are told, and never judged. With --wrk, wrk then asks with 32 clients for so long each: searches without
facets, and whole pages.
"""

import argparse
import asyncio
import os
import random
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

QUERIES = ["treaty", "summit", "missile defense", "country:RU", "pair:CN-RU", "oil prices", "election", "date:2001-02",
           "talks -nuclear", '"foreign minister"', "president visit", "trade", "border", "earthquake", "protest"]
TARGETS = ["/v1/search?q={}&no-facets", "/v1/events?q={}&limit=10&no-facets", "/v1/events?q={}", "/v1/facets?q={}",
           "/?q={}&events=1", "/timeline?q={}"]
MEGABYTE = 1 << 20
HERE = Path(__file__).resolve().parent


def quoted(query):
    return re.sub(r"[^A-Za-z0-9:]", lambda m: f"%{ord(m[0]):02X}", query)


def drawn_target(draw):
    return draw.choice(TARGETS).format(quoted(draw.choice(QUERIES)))


async def read_answer(reader):
    """Reads one answer; returns its status and body's size."""
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    length = re.search(rb"(?i)content-length: (\d+)", head)
    if length:
        return status, len(await reader.readexactly(int(length[1])))
    size = 0
    while True:
        chunk = int(await reader.readuntil(b"\r\n"), 16)
        await reader.readexactly(chunk + 2)
        size += chunk
        if chunk == 0:
            return status, size


async def client(port, until, draw, times, faults):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while time.monotonic() < until:
        target = drawn_target(draw)
        began = time.monotonic()
        try:
            writer.write(f"GET {target} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode())
            status, size = await asyncio.wait_for(read_answer(reader), 60)
        except (OSError, EOFError, asyncio.TimeoutError) as error:
            faults.append(f"{target}: {error!r}")
            return
        if status == 503:  # told to come again: no answer, and no fault
            await asyncio.sleep(0.05)
            continue
        if status != 200 or size == 0:
            faults.append(f"{target}: {status}, {size} bytes")
        times.append(time.monotonic() - began)
    writer.close()


async def slow_sender(port, until):
    """A byte a second, until the server has had enough."""
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        for byte in b"GET /v1/search?q=treaty HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + b"x" * 1000:
            if time.monotonic() > until:
                break
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(1)
        writer.close()
    except OSError:
        pass


async def slow_reader(port, until):
    """Asks for much, and takes a byte a second."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1024)
        writer.write(b"GET /v1/events?q=treaty+OR+summit&limit=100000&no-facets HTTP/1.1\r\nHost: localhost\r\n\r\n")
        while time.monotonic() < until and await reader.read(1):
            await asyncio.sleep(1)
        writer.close()
    except OSError:
        pass


def resident_bytes(process):
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process.pid}/status").read_text())[1]) * 1024


async def publish(program, index, folder, seconds):
    """Adds an article in the middle of all that."""
    await asyncio.sleep(seconds / 2)
    (folder / "news.txt").write_text("A new treaty\n\nA treaty was signed on 19 February 2001 in Russia.\n")
    run = await asyncio.create_subprocess_exec(program, "index", "--quiet", "--index", index, str(folder))
    if await run.wait() != 0:
        raise SystemExit("the publication failed")


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1000


async def load(arguments, index, folder, server, port):
    draw = random.Random(arguments.seed)
    times, faults, sizes = [], [], []
    until = time.monotonic() + arguments.seconds
    slow = [asyncio.create_task(kind(port, until)) for kind in (slow_sender, slow_reader) for _ in range(arguments.slow)]
    work = [asyncio.create_task(client(port, until, random.Random(draw.random()), times, faults))
            for _ in range(arguments.clients)]
    news = asyncio.create_task(publish(arguments.program, index, folder, arguments.seconds))
    while not all(task.done() for task in work):
        sizes.append(resident_bytes(server))
        await asyncio.sleep(0.25)
    await news
    for task in slow:
        task.cancel()
    print(f"{len(times)} answers, {len(times) / arguments.seconds:.0f} a second; p50 {percentile(times, 0.5):.1f} ms, "
          f"p99 {percentile(times, 0.99):.1f} ms; at most {max(sizes) / MEGABYTE:.0f} MB")
    if faults:
        raise SystemExit(f"{len(faults)} faults, the first: {faults[0]}")
    if max(sizes) > (512 + arguments.slow) * MEGABYTE:
        raise SystemExit("memory grows")


def topics():
    """An analyst's questions, and the queries above."""
    lines = (HERE.parent.parent / "corpus/topics/topics.tsv").read_text().splitlines()
    return QUERIES + [line.split("\t")[1] for line in lines if line and not line.startswith("#")]


def measure(port, seconds, folder):
    """Lets wrk ask, which takes less of the processor than we do."""
    for name, target in (("searches without facets", "/v1/events?q={}&limit=10&no-facets"), ("pages", "/?q={}&events=1")):
        targets = folder / "targets"
        targets.write_text("".join(f"{target.format(quoted(query))}\n" for query in topics()))
        done = subprocess.run(["wrk", "-t", "1", "-c", "32", "-d", str(seconds), "--latency", "-s", str(HERE / "targets.lua"),
                               f"http://127.0.0.1:{port}/"], env={**os.environ, "TARGETS": str(targets)}, check=True,
                              capture_output=True, text=True).stdout
        figure = {key: re.search(pattern, done)[1] for key, pattern in
                  (("rate", r"Requests/sec:\s+(\S+)"), ("p50", r"50%\s+(\S+)"), ("p99", r"99%\s+(\S+)"))}
        print(f"{name}: {figure['rate']} a second; p50 {figure['p50']}, p99 {figure['p99']}")
        if "Non-2xx" in done or "Socket errors" in done:
            raise SystemExit(f"{name}: requests failed\n{done}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("articles")
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--slow", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrk", type=int, default=0, metavar="SECONDS")
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="dateline-load-"))
    server = None
    try:
        index = str(folder / "idx")
        subprocess.run([arguments.program, "index", "--quiet", "--index", index, arguments.articles], check=True)
        (folder / "news").mkdir()
        server = subprocess.Popen([arguments.program, "serve", "--index", index, "--listen", "127.0.0.1:0"],
                                  stdout=subprocess.PIPE, text=True)
        port = int(re.search(r":(\d+)/", server.stdout.readline())[1])
        asyncio.run(load(arguments, index, folder / "news", server, port))
        if arguments.wrk:
            measure(port, arguments.wrk, folder)
        server.terminate()
        if server.wait(30) != 0:
            raise SystemExit("the server did not end cleanly")
    finally:
        if server and server.poll() is None:
            server.kill()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
