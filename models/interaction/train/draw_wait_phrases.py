"""Phrases drawn from the data folder's own grammar of requests to wait, as JSON Lines {"label", "key", "text"}.

    python draw_wait_phrases.py DATA_FOLDER OUT.jsonl [--count 30000] [--seed 1]
"""

import argparse
import json
import random
import sys
from pathlib import Path


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--count", type=int, default=30_000)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    sys.path.insert(0, str(given.folder))
    sys.dont_write_bytecode = True
    import wait_phrases

    draw = random.Random(given.seed)
    seen = set()
    with open(given.out, "w", encoding="utf-8") as out:
        for _ in range(given.count):
            key, text = wait_phrases.gen(draw)
            rows = [("wait", key, text), ("finished", "", wait_phrases.gen_neg(draw))]
            for label, key, text in rows:
                if text not in seen:
                    seen.add(text)
                    out.write(json.dumps({"label": label, "key": key, "text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
