#!/usr/bin/env python3
"""Builds Sources/CTaxonomy/taxonomy.bin: skills, titles, their indexes and the weights of the tagger.

    scripts/build-taxonomy DATA

DATA is the folder of the public data sets (see README, "Where the taxonomy comes from"). Only the parts meant for
training are learned from. The same input gives the same bytes. Python 3 and its standard library are all it needs."""

import hashlib
import pathlib
import re
import struct
import sys
import uuid
from array import array
from collections import Counter, defaultdict

import features
import retrieval
import sources
import tagger
import titles

EPOCHS = 12
# How much less an outside token counts; chosen on the development part, since the weights alone find too little.
BIASES = (0, 5, 10, 15, 20, 25, 30, 40, 50, 60, 80)
# How much a training sentence adds to the terms of a skill, chosen on the development part.
LEARNED = 0.5


class File:
    """Named sections, each aligned to eight bytes: `RPTX`, version, count, then (name, offset, length) for each."""

    def __init__(self):
        self.sections = []

    def add(self, name, payload):
        self.sections.append((name.encode().ljust(8, b"\0"), bytes(payload)))

    def write(self, path):
        offset = 12 + 24 * len(self.sections)
        offset += -offset % 8
        header = struct.pack("<4sII", b"RPTX", 1, len(self.sections))
        body = b""
        for name, payload in self.sections:
            header += struct.pack("<8sQQ", name, offset + len(body), len(payload))
            body += payload + b"\0" * (-len(payload) % 8)
        header += b"\0" * (-len(header) % 8)
        path.write_bytes(header + body)


class Strings:
    def __init__(self):
        self.places = {}
        self.bytes = bytearray()

    def place(self, text):
        if text not in self.places:
            encoded = text.encode()
            self.places[text] = (len(self.bytes), len(encoded))
            self.bytes += encoded
        return self.places[text]


def add_index(file, name, index):
    """Terms sorted by key; postings of a term are (document, weight × 4096)."""
    keys = sorted(index.postings)
    starts, posts, idf = array("I", [0]), array("H"), array("f")
    for key in keys:
        for document, weight in index.postings[key]:
            posts.append(document)
            posts.append(min(65535, max(1, round(weight * 4096))))
        starts.append(len(posts) // 2)
        idf.append(index.keyed_idf[key])
    file.add(name + ".key", array("I", keys).tobytes())
    file.add(name + ".sta", starts.tobytes())
    file.add(name + ".pos", posts.tobytes())
    file.add(name + ".idf", idf.tobytes())


def add_phrases(file, name, phrases):
    """Folded phrase -> (skill, sources), sorted by the hash of the phrase."""
    hashed = sorted((features.fnv(text), number, flags) for text, (number, flags) in phrases.items())
    file.add(name + ".key", array("Q", [h for h, _, _ in hashed]).tobytes())
    file.add(name + ".val", b"".join(struct.pack("<HBB", n, f, 0) for _, n, f in hashed))


def learned_terms(data, skills):
    numbers = {s[1].lower(): n for n, s in enumerate(skills)}
    learned = defaultdict(Counter)
    for record in sources.lines(data / "skills-skillskape/train-sample.jsonl"):
        terms = sorted(set(features.word_terms(record["sentence"])))
        known = [numbers[s.lower()] for s in record["esco_skills"] if s.lower() in numbers]
        for number in known:
            for term in terms:
                learned[number][term] += LEARNED / len(known) ** 0.5
    return learned


def skill_index(data, skills):
    esco = [s for s in skills if s[3] == 1]
    return retrieval.Index(
        [[s[1]] + s[4] for s in esco], features.word_terms, learned_terms(data, esco))


def title_boosts(forms):
    """Of English forms: the name that comes first is the preferred one."""
    seen, boosts = set(), []
    for _, number in forms:
        boosts.append(1.0 if number in seen else 1.03)
        seen.add(number)
    return boosts


def add_tagger(file, name, data, layer, lookup):
    train = sources.lines(data / "skills-skillspan/train.jsonl")
    development = tagger.examples(sources.lines(data / "skills-skillspan/dev.jsonl"), layer, lookup)
    weights, moves = tagger.train(tagger.examples(train, layer, lookup), EPOCHS)
    bias = max(BIASES, key=lambda b: tagger.f1(development, weights, moves, b)[0])
    print(layer, "bias", bias, "F1, precision, recall on dev", tagger.f1(development, weights, moves, bias), flush=True)
    scale = max(max(abs(w) for w in ws) for ws in weights) / 127
    packed = array("b", bytes(3 * features.BUCKETS))
    for label, ws in enumerate(weights):
        for bucket, w in enumerate(ws):
            if w:
                packed[3 * bucket + label] = max(-127, min(127, round(w / scale)))
    file.add(name, packed.tobytes())
    file.add(name + ".m", struct.pack("<11f", scale, bias, *[m for row in moves for m in row]))


def mark(output):
    """Writes the file's digest into taxonomy.S, since a build does not look at what that includes."""
    source = output.with_suffix(".S")
    digest = hashlib.sha256(output.read_bytes()).hexdigest()
    source.write_text(re.sub(r"SHA-256 [0-9a-f]{64}", "SHA-256 " + digest, source.read_text()))


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: scripts/build-taxonomy DATA")
    data = pathlib.Path(sys.argv[1])
    output = pathlib.Path(__file__).resolve().parents[2] / "Sources/CTaxonomy/taxonomy.bin"
    file, strings = File(), Strings()
    skills = sources.skills(data)
    table = b""
    for identifier, label, kind, source, _ in skills:
        place, length = strings.place(label)
        table += struct.pack(
            "<16sIHcB", uuid.UUID(identifier).bytes if identifier else bytes(16), place, length, kind.encode(), source)
    file.add("skill", table)
    phrases = sources.phrases(skills)
    add_phrases(file, "phr", {text: entry[:2] for text, entry in phrases.items()})
    add_phrases(file, "phf", sources.french_phrases(skills))
    occupations, french, english = sources.occupations(data)
    table = b""
    for code, label_fr, label_en in occupations:
        table += struct.pack("<IHIHIH", *strings.place(code), *strings.place(label_fr), *strings.place(label_en))
    file.add("occ", table)
    known = titles.Titles(data, occupations, french, english, title_boosts(english))
    print("titles: weights", [round(w, 3) for w in known.learn()], flush=True)
    print("titles: ROME train", known.accuracy(known.training), "dev", known.accuracy(known.development), flush=True)
    for name, payload in known.sections():
        file.add(name, payload)
    named = [(name, n) for name, n in zip(known.names, known.meanings) if n is not None]
    file.add("tro.doc", array("H", [n for _, n in named]).tobytes())
    add_index(file, "tro", retrieval.Index([t for t, _ in named], titles.name_terms))
    for name, forms, index in (("tfr", french, known.forms), ("ten", english, known.english)):
        file.add(name + ".doc", array("H", [n for _, n in forms]).tobytes())
        add_index(file, name, index)
    add_index(file, "tsk", skill_index(data, skills))
    lookup = lambda text: phrases[text][1] if text in phrases else None
    add_tagger(file, "wk", data, "knowledge", lookup)
    add_tagger(file, "ws", data, "skill", lookup)
    file.add("strings", strings.bytes)
    file.write(output)
    mark(output)
    print(f"{output.name}: {output.stat().st_size / 1e6:.1f} MB, {len(skills)} skills, {len(phrases)} phrases,"
          f" {len(french) + len(english)} titles")


if __name__ == "__main__":
    main()
