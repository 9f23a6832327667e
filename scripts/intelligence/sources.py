"""Reads the facts that the taxonomy is made of (see SOURCE.md in each folder of the data)."""

import csv
import json
import pathlib
import re

from features import fold

csv.field_size_limit(1 << 24)


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


ESCO_KNOWLEDGE, ESCO_SKILL, TECHNOLOGY, ROME, FRENCH = 1, 2, 4, 8, 16


def phrase(text):
    text = re.sub(r"\s*\([^)]*\)", "", text)
    return " ".join(t.strip(".,;:!?()[]{}\"«»") or t for t in fold(text).split())


def skills(data):
    """[(uuid or "", label, kind letter, source, [other names])], the ESCO ones first and in their order."""
    found = []
    for row in table(data / "taxonomy-esco-en/skills_en.csv"):
        kind = "L" if "language" in row["collections"] else "T" if "transversal" in row["collections"] else row["type"][:1]
        found.append((row["id"], row["label"], kind or "S", 1, [a for a in row["alt"].split("|") if a]))
    known = {phrase(label) for _, label, _, _, _ in found}
    for row in table(data / "taxonomy-onet/technologies.csv"):
        name = row["technology"]
        other = []
        # "Structured query language SQL", "Microsoft Excel": the short name is the last word or what follows the maker.
        parts = name.split()
        if len(parts) > 1 and parts[-1].isupper() and len(parts[-1]) > 1:
            other.append(parts[-1])
        if parts[0] in ("Microsoft", "Adobe", "Oracle", "Apache", "Google", "Atlassian", "IBM", "Amazon", "SAP"):
            if row["hot"] == "Y" and len(parts) > 1:
                other.append(" ".join(parts[1:]))
        if name.endswith(" software") and len(parts) == 2:
            other.append(parts[0])
        if phrase(name) not in known:
            known.add(phrase(name))
            found.append(("", name, "K", 2, other))
    for row in table(data / "taxonomy-rome-fr/competences_v347.csv"):
        if phrase(row["libelle"]) not in known:
            known.add(phrase(row["libelle"]))
            found.append(("", row["libelle"], "K", 3, []))
    return found


def phrases(skills):
    """Folded phrase -> (skill, sources)."""
    found = {}
    for number, (_, label, kind, source, other) in enumerate(skills):
        flag = {1: ESCO_SKILL if kind in "ST" else ESCO_KNOWLEDGE, 2: TECHNOLOGY, 3: ROME}[source]
        for rank, name in enumerate([label] + other):
            key = phrase(name)
            if not key or len(key.split()) > 5 or (len(key) < 2 and key not in ("c", "r")):
                continue
            if key in found:
                first, flags, best = found[key]
                found[key] = (number if rank < best else first, flags | flag, min(rank, best))
            else:
                found[key] = (number, flag, rank)
    return found


def french_phrases(skills):
    """Folded French phrase -> (skill, sources): what french.tsv calls skills of ESCO, whose labels are English."""
    numbers = {label.strip(): number for number, (_, label, _, source, _) in enumerate(skills) if source == 1}
    found = {}
    for line in (pathlib.Path(__file__).parent / "french.tsv").read_text(encoding="utf-8").splitlines():
        label, forms = line.split("\t")
        for form in forms.split("|"):
            found.setdefault(phrase(form), (numbers[label], FRENCH))
    return found


def occupations(data):
    """[(code below esco/, French label, English label)] and the forms of both languages: [(text, occupation)]."""
    names, order = {}, []
    french, english = [], []
    for row in table(data / "taxonomy-esco-fr-occupations/occupation_labels_fr.csv"):
        code = row["esco"]
        if code not in names:
            names[code] = [row["label_fr"], ""]
            order.append(code)
        french.append((row["label_fr"], code))
    for row in table(data / "taxonomy-esco-en/occupations_en.csv"):
        code = "occupation/" + row["id"]
        if code not in names:
            names[code] = ["", ""]
            order.append(code)
        names[code][1] = row["label"]
        for form in [row["label"]] + [a for a in row["alt"].split("|") if a][:5]:
            english.append((form, code))
    number = {code: n for n, code in enumerate(order)}
    return (
        [(code, *names[code]) for code in order],
        [(text, number[code]) for text, code in french],
        [(text, number[code]) for text, code in english],
    )
