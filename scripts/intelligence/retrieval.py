"""An inverted index of hashed terms over short labels: cosine of TF-IDF vectors."""

import math
from collections import Counter, defaultdict

from features import fnv


def key(term):
    value = fnv(term)
    return (value ^ (value >> 32)) & 0xFFFFFFFF


class Index:
    def __init__(self, documents, terms, learned=None, boosts=None):
        """`documents`: texts, or lists of texts of one document; `learned`: further counts of terms by document;
        `boosts`: by how much a document counts more or less than others."""
        self.terms = terms
        counts = []
        for document in documents:
            texts = [document] if isinstance(document, str) else document
            counted = Counter()
            for text in texts:
                for term in sorted(set(terms(text))):
                    counted[term] += 1.0 / (len(texts) ** 0.5)
            counts.append(counted)
        frequency = Counter(term for counted in counts for term in counted)
        total = len(documents)
        self.idf = {t: math.log(1 + total / n) for t, n in frequency.items()}
        if learned:
            for document, more in learned.items():
                for term, weight in more.items():
                    counts[document][term] += weight
                    if term not in self.idf:
                        self.idf[term] = math.log(1 + total / 3)
        self.postings = defaultdict(list)
        for document, counted in enumerate(counts):
            norm = math.sqrt(sum((n * self.idf[t]) ** 2 for t, n in counted.items())) or 1.0
            boost = boosts[document] if boosts else 1.0
            for term, n in counted.items():
                self.postings[key(term)].append((document, boost * n * self.idf[term] / norm))
        self.keyed_idf = {key(t): v for t, v in self.idf.items()}

    def scores(self, text):
        counted = Counter(self.terms(text))
        scores = defaultdict(float)
        norm = 0.0
        for term, n in counted.items():
            k = key(term)
            idf = self.keyed_idf.get(k)
            if idf is None:
                continue
            weight = min(n, 2) * idf
            norm += weight * weight
            for document, value in self.postings[k]:
                scores[document] += weight * value
        norm = math.sqrt(norm) or 1.0
        return {d: s / norm for d, s in scores.items()}
