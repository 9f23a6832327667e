"""What the trainer and the program compute alike: folding, tokens, hashes, terms and the features of a token.

Sources/Intelligence mirrors these functions; the vectors in Tests/IntelligenceTests hold both to the same results."""

import unicodedata

LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "’": "'"}
LEADING = "([{\"'<«“-–—•*·‣▪"
TRAILING = ".,;:!?)]}\"'>»”…"
MASK = 0xFFFFFFFFFFFFFFFF
BUCKETS = 1 << 19


def fold(text):
    text = "".join(LIGATURES.get(letter, letter) for letter in text.lower())
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def tokens(text):
    """(start, end) of each token, in Unicode scalars: runs without white space, outer punctuation on its own."""
    found = []
    position, length = 0, len(text)
    while position < length:
        if text[position].isspace():
            position += 1
            continue
        end = position
        while end < length and not text[end].isspace():
            end += 1
        first, last = position, end
        while first < last - 1 and text[first] in LEADING:
            found.append((first, first + 1))
            first += 1
        tail = []
        while last > first + 1 and text[last - 1] in TRAILING:
            tail.append((last - 1, last))
            last -= 1
        found.append((first, last))
        found.extend(reversed(tail))
        position = end
    return found


def fnv(text, value=0xCBF29CE484222325):
    for byte in text.encode():
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def shape(word):
    result = ""
    for c in word:
        s = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        if not result.endswith(s):
            result += s
    return result[:6]


def words(text):
    """Folded runs of letters, digits, + and #."""
    run, found = "", []
    for c in fold(text) + " ":
        if c.isalnum() or c in "+#":
            run += c
        elif run:
            found.append(run)
            run = ""
    return found


def stem(word):
    return word[:6]


def word_terms(text):
    """Terms of the index of skills: stems and pairs of them."""
    stems = [stem(w) for w in words(text) if w not in STOP]
    return stems + [a + " " + b for a, b in zip(stems, stems[1:])]


def title_terms(text):
    """Terms of the index of titles: stems and the groups of four letters of each word; the first word once more."""
    found = []
    for w in title_words(text):
        if not found:
            found.append("1" + stem(w))
        found.append(stem(w))
        padded = "^" + w + "$"
        found.extend("_" + padded[i : i + 4] for i in range(max(1, len(padded) - 3)))
    return found


def title_words(text):
    """The words that mean something; of two forms that differ in their end only (`vendeur / vendeuse`) the first."""
    text = clean_title(text)
    found = []
    for w in words(text):
        if w in STOP or w in found:
            continue
        if "/" in text and any(shared(w, other) >= max(3, min(len(w), len(other)) - 4) for other in found):
            continue
        found.append(w)
    return found


def shared(one, other):
    """How many letters the words begin with alike."""
    count = 0
    for a, b in zip(one, other):
        if a != b:
            break
        count += 1
    return count


def clean_title(text):
    """Without what says only that every sex is meant."""
    text = fold(text)
    for mark in ("(h/f/x)", "(h/f)", "(f/h)", "h/f", "f/h", "(m/f/d)", "(m/w/d)"):
        text = text.replace(mark, " ")
    return text


STOP = set(
    "a an and as at be by can for from in is it of on or that the this to we with you your our will are "
    "le la les un une des du de d l et ou en au aux pour par sur dans avec ce cette vous nous qui que est sont".split()
)


def dictionary_marks(keys, lookup):
    """For each token the mark of the longest phrase of the dictionary that covers it: `B` or `I` with its sources."""
    marks = ["O"] * len(keys)
    position = 0
    while position < len(keys):
        for length in range(min(5, len(keys) - position), 0, -1):
            flags = lookup(" ".join(keys[position : position + length]))
            if flags is not None:
                marks[position] = "B%d" % flags
                for inner in range(position + 1, position + length):
                    marks[inner] = "I%d" % flags
                position += length
                break
        else:
            position += 1
    return marks


def token_features(raw, keys, marks, i):
    """The features of token i, as texts."""

    def at(values, j, outside):
        return values[j] if 0 <= j < len(values) else outside

    w, p, n = keys[i], at(keys, i - 1, "<"), at(keys, i + 1, ">")
    pp, nn = at(keys, i - 2, "<<"), at(keys, i + 2, ">>")
    d, dp, dn = marks[i], at(marks, i - 1, "-"), at(marks, i + 1, "-")
    s, sp, sn = shape(raw[i]), shape(at(raw, i - 1, "")), shape(at(raw, i + 1, ""))
    return [
        "b", "w" + w, "p" + p, "n" + n, "q" + pp, "m" + nn, "pw" + p + " " + w, "wn" + w + " " + n,
        "pn" + p + " " + n, "qp" + pp + " " + p, "nm" + n + " " + nn, "a" + w[:3], "z" + w[-3:], "y" + w[-2:],
        "x" + w[:5], "zp" + p[-3:], "zn" + n[-3:], "s" + s, "sp" + sp, "sn" + sn, "ss" + sp + s + sn, "d" + d,
        "dp" + dp, "dn" + dn, "dd" + dp + d + dn, "dw" + d + w, "ds" + d + s, "pd" + p + d, "f" + ("1" if i == 0 else "0"),
        "zz" + w[-2:] + p[-2:], "zy" + w[-2:] + n[-2:],
    ]


def bucket(feature):
    value = fnv(feature)
    return (value ^ (value >> 32)) & (BUCKETS - 1)
