"""Makes a larger archive of a JSON Lines file, for the bench: copies with their days shifted and the
words of each line of their texts shuffled.

usage: multiply_archive.py ARCHIVE.jsonl COPIES [SEED] > LARGER.jsonl
"""

import datetime
import json
import random
import sys

DAYS_BETWEEN_COPIES = 37


def shuffled(text, draw):
    lines = []
    for line in text.split("\n"):
        words = line.split(" ")
        draw.shuffle(words)
        lines.append(" ".join(words))
    return "\n".join(lines)


def shifted(day, by):
    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days=by)).isoformat()
    except ValueError:  # no single day
        return day


def main(path, copies, seed):
    draw = random.Random(seed)
    with open(path, encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    for copy in range(copies):
        for article in articles:
            made = dict(article)
            made["id"] = f"{article['id']}-{copy}"
            if "published" in article:
                made["published"] = shifted(article["published"], copy * DAYS_BETWEEN_COPIES)
            made["text"] = shuffled(article["text"], draw)
            print(json.dumps(made, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 2001)
