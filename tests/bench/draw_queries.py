"""Draws queries of one to five words from an archive of events, for the bench.

usage: draw_queries.py EVENTS.tsv COUNT [SEED]
Columns of the archive: id, day, countries, title, body. The same seed gives the same queries.
"""

import random
import re
import sys


def main(path, count, seed):
    with open(path, encoding="utf-8") as file:
        bodies = [line.split("\t", 4)[-1] for line in file]
    draw = random.Random(seed)
    lines = 0
    while lines < count:
        words = re.findall(r"[a-z]{3,}", draw.choice(bodies).lower())
        wanted = 1 + lines % 5
        if len(words) < wanted:
            continue
        first = draw.randrange(len(words) - wanted + 1)
        print(" ".join(words[first:first + wanted]))
        lines += 1


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 2001)
