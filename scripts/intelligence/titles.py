"""What a French title means: names of ROME that lead to occupations of ESCO, and the weights that put the evidence together.

`OccupationTable` and `TitleRanking` of Sources/Intelligence compute the same at run time."""

import math
import struct
from array import array
from collections import Counter, defaultdict

import features
import retrieval
import sources

# Names at least as alike as this are the same.
SAME = 0.75
# How much a link that people made counts beside a name that is the same.
LINKED = 3.0
# How many occupations are weighed, and among how many of them their group of ISCO is looked for.
CANDIDATES, NEIGHBOURS = 40, 15
# How much a form of ESCO that is taken out and asked for counts beside a name of ROME that people linked.
HELD_OUT_WEIGHT = 1.0
HELD_OUT, ROUNDS, STEP, RIDGE = 1200, 250, 4.0, 0.02
# Levels of work, by the first word of a title.
LEVELS = {
    features.stem(word): number
    for number, words in enumerate([
        "chef cheffe responsable superviseur directeur contremaitre gerant manager coordonnateur coordinateur",
        "ingenieur chercheur scientifique expert architecte",
        "technicien",
        "ouvrier operateur agent conducteur employe aide assistant manoeuvre equipier",
        "enseignant professeur formateur instituteur maitre instructeur moniteur",
        "vendeur commercial",
    ], 1)
    for word in words.split()
}
MANAGER = 1


def is_training(query):
    """Seven tenths of the linked names are learnt from; `make eval` tells the two parts apart by the same rule."""
    return features.fnv(query) % 10 < 7


def level(title):
    words = features.title_words(title)
    return LEVELS.get(features.stem(words[0]), 0) if words else 0


def name_terms(text):
    return [features.stem(w) for w in features.title_words(text)]


def pooled(scores, documents):
    """The best score of each occupation's documents."""
    best = {}
    for document, score in scores.items():
        number = documents[document]
        if score > best.get(number, 0):
            best[number] = score
    return best


class Titles:
    def __init__(self, data, occupations, french, english, boosts):
        """`french` and `english`: [(form, occupation)]; `boosts`: of the English forms."""
        self.french, self.occupations = french, occupations
        self.documents = [n for _, n in french]
        self.english_documents = [n for _, n in english]
        self.forms = retrieval.Index([t for t, _ in french], features.title_terms)
        self.english = retrieval.Index([t for t, _ in english], features.title_terms, boosts=boosts)
        self.preferred = {}
        for document, (_, number) in enumerate(french):
            self.preferred.setdefault(number, document)
        self.levels = {n: level(french[d][0]) for n, d in self.preferred.items()}
        number_of = {code: n for n, (code, _, _) in enumerate(occupations)}
        groups = sources.table(data / "taxonomy-esco-en/occupations_en.csv")
        known = sorted({row["isco"] for row in groups})
        self.group = {number_of["occupation/" + row["id"]]: known.index(row["isco"]) + 1 for row in groups}
        self.is_occupation = [code.startswith("occupation/") for code, _, _ in occupations]
        linked = [
            (r["query"], number_of[r["esco"][0]]) for r in sources.lines(data / "titles-melo-fr/rome_fr.jsonl")]
        self.training = [(q, n) for q, n in linked if is_training(q)]
        self.development = [(q, n) for q, n in linked if not is_training(q)]
        self.read_names(data)
        self.weights = None

    def read_names(self, data):
        """What each name of ROME means: what people linked it to, else what most names under its code are."""
        rows = sources.table(data / "taxonomy-rome-fr/appellations_v460.csv")
        self.names = [row["libelle"] for row in rows]
        self.codes = [row["code_rome"] for row in rows]
        self.members, self.own = defaultdict(list), defaultdict(list)
        for place, name in enumerate(self.names):
            self.members[self.codes[place]].append(place)
            self.own[name].append(place)
        self.alike, self.votes = [], defaultdict(Counter)
        for place, name in enumerate(self.names):
            found = pooled(self.forms.scores(name), self.documents)
            found = {n: s for n, s in found.items() if s >= 0.2 and self.is_occupation[n]}
            self.alike.append(found)
            if found:
                best = min(found, key=lambda n: (-found[n], n))
                if found[best] >= SAME:
                    self.votes[self.codes[place]][best] += found[best] ** 4
        self.links = {}
        for query, number in self.training:
            for place in self.own[query]:
                self.links[place] = number
                self.votes[self.codes[place]][number] += LINKED
        self.meanings = [self.meaning(p, self.votes[self.codes[p]], self.links) for p in range(len(self.names))]
        self.name_index = retrieval.Index(self.names, name_terms)

    def meaning(self, place, votes, links):
        if place in links:
            return links[place]
        total = sum(votes.values())
        if total <= 0:
            return None
        return min(votes, key=lambda n: (-(votes[n] / total + self.alike[place].get(n, 0)), n))

    def meanings_without(self, query, number):
        """The meanings of names as they would be if nobody had linked that one, which is left out itself."""
        changed = {}
        for code in {self.codes[p] for p in self.own[query]}:
            own = [p for p in self.own[query] if self.codes[p] == code]
            votes = Counter(self.votes[code])
            votes[number] -= LINKED * len(own)
            votes = {n: v for n, v in votes.items() if v > 1e-6}
            links = {p: n for p, n in self.links.items() if p not in own}
            for place in self.members[code]:
                changed[place] = None if place in own else self.meaning(place, votes, links)
        return changed

    def evidence(self, title, hidden=(), changed=None):
        """[(occupation, [features])] of the occupations that the title may mean. `hidden` are forms not to look at."""
        scores = self.forms.scores(title)
        for document in hidden:
            scores.pop(document, None)
        french = pooled(scores, self.documents)
        english = pooled(self.english.scores(title), self.english_documents)
        names = {}
        for place, score in self.name_index.scores(title).items():
            number = changed[place] if changed and place in changed else self.meanings[place]
            if number is not None and score > names.get(number, 0) and not (hidden and score > 0.9):
                names[number] = score
        base = {}
        for number in sorted(set(french) | set(english) | set(names)):
            if self.is_occupation[number] and number in self.preferred:
                base[number] = (
                    french.get(number, 0) + 0.5 * names.get(number, 0) + 0.2 * english.get(number, 0))
        candidates = sorted(base, key=lambda n: (-base[n], n))[:CANDIDATES]
        shares, total = Counter(), 0.0
        for number in candidates[:NEIGHBOURS]:
            shares[self.group.get(number, 0)] += base[number] ** 2
            total += base[number] ** 2
        asked = level(title)
        found = []
        for number in candidates:
            own, form = self.levels[number], french.get(number, 0)
            found.append((number, [
                form,
                scores.get(self.preferred[number], 0),
                max(form, names.get(number, 0)),
                english.get(number, 0),
                shares[self.group.get(number, 0)] / total if total else 0,
                1.0 if (own == MANAGER) != (asked == MANAGER) else 0.0,
                1.0 if asked and own and asked != own else 0.0,
                1.0 if asked and asked == own else 0.0,
            ]))
        return found

    def held_out(self):
        """Forms of ESCO to be found by the other forms of their occupation: [(form, occupation, [forms to hide])]."""
        forms = defaultdict(list)
        for document, (text, number) in enumerate(self.french):
            if self.is_occupation[number]:
                forms[number].append((document, text, " ".join(name_terms(text))))
        found = []
        for number, own in forms.items():
            plain = [f for f in own if "/" not in f[1]]
            if len({key for _, _, key in plain}) < 3:
                continue
            _, text, key = min(plain, key=lambda f: (features.fnv(f[1]), f[0]))
            found.append((text, number, [d for d, _, k in own if k == key]))
        return sorted(found, key=lambda f: (features.fnv(f[0] + "/" + str(f[1])), f[0]))[:HELD_OUT]

    def learn(self):
        """The weights of the evidence: those that make what is right likely (softmax), by gradient ascent."""
        examples = []
        for query, number in self.training:
            examples.append((self.evidence(query, changed=self.meanings_without(query, number)), number, 1.0))
        for text, number, hidden in self.held_out():
            examples.append((self.evidence(text, hidden), number, HELD_OUT_WEIGHT))
        examples = [(e, n, w) for e, n, w in examples if any(c == n for c, _ in e)]
        weights = [3.0, 0.5, 5.0, 2.0, 2.0, -1.0, -0.5, 0.5]
        for _ in range(ROUNDS):
            gradient = [-RIDGE * w for w in weights]
            for evidence, right, importance in examples:
                gradient = self.ascend(gradient, evidence, right, importance / len(examples), weights)
            weights = [w + STEP * g for w, g in zip(weights, gradient)]
        self.weights = weights
        return weights

    @staticmethod
    def ascend(gradient, evidence, right, importance, weights):
        scores = [sum(w * x for w, x in zip(weights, values)) for _, values in evidence]
        top = max(scores)
        odds = [math.exp(s - top) for s in scores]
        total = sum(odds)
        for (number, values), odd in zip(evidence, odds):
            share = importance * ((1.0 if number == right else 0.0) - odd / total)
            if abs(share) > 1e-9:
                gradient = [g + share * x for g, x in zip(gradient, values)]
        return gradient

    def accuracy(self, linked):
        hits = 0
        for query, number in linked:
            evidence = self.evidence(query)
            best = max(evidence, key=lambda e: sum(w * x for w, x in zip(self.weights, e[1])), default=(None, []))
            hits += best[0] == number
        return hits / max(1, len(linked))

    def sections(self):
        """The sections of the file beside the indexes: what is known of each occupation, and the weights."""
        known = b""
        for number in range(len(self.occupations)):
            is_candidate = self.is_occupation[number] and number in self.preferred
            known += struct.pack("<HBB", self.group.get(number, 0), self.levels.get(number, 0), is_candidate)
        return [("occ.k", known), ("ttl.w", array("f", self.weights).tobytes())]
