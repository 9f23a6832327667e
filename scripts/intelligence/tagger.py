"""A structured averaged perceptron over B, I, O with Viterbi decoding."""

import random

from features import BUCKETS, bucket, dictionary_marks, fold, token_features, tokens

B, I, O = 0, 1, 2


def examples(records, layer, lookup):
    made = []
    for record in records:
        text = record["text"]
        spans = tokens(text)
        if not spans:
            continue
        raw = [text[a:b] for a, b in spans]
        keys = [fold(t) for t in raw]
        marks = dictionary_marks(keys, lookup)
        rows = [[bucket(f) for f in token_features(raw, keys, marks, i)] for i in range(len(raw))]
        places, start = [], 0
        for chunk in text.split(" "):
            places.append((start, start + len(chunk)))
            start += len(chunk) + 1
        gold = [O] * len(raw)
        for first, end in record[layer]:
            low, high = places[first][0], places[end - 1][1]
            inside = [k for k, (a, b) in enumerate(spans) if a < high and b > low]
            for rank, k in enumerate(inside):
                gold[k] = B if rank == 0 else I
        chunk_of = []
        c = 0
        for a, b in spans:
            while places[c][1] <= a:
                c += 1
            chunk_of.append(c)
        made.append((rows, gold, {tuple(s) for s in record[layer]}, chunk_of))
    return made


def decode(rows, weights, moves, bias=0.0):
    """Viterbi. `I` never follows `O` nor begins."""
    wb, wi, wo = weights
    scores = []
    for row in rows:
        b = i = o = 0.0
        for f in row:
            b += wb[f]
            i += wi[f]
            o += wo[f]
        scores.append((b, i, o - bias))
    low = -1e9
    best = (scores[0][0], low, scores[0][2])
    back = []
    for b, i, o in scores[1:]:
        pb, pi, po = best
        choice = [0, 0, 0]
        new = [0, 0, 0]
        for y, s in ((B, b), (I, i), (O, o)):
            cb = pb + moves[B][y]
            ci = pi + moves[I][y]
            co = low if y == I else po + moves[O][y]
            if cb >= ci and cb >= co:
                new[y], choice[y] = cb + s, B
            elif ci >= co:
                new[y], choice[y] = ci + s, I
            else:
                new[y], choice[y] = co + s, O
        best = new
        back.append(choice)
    y = max((B, I, O), key=lambda k: best[k])
    path = [y]
    for choice in reversed(back):
        y = choice[y]
        path.append(y)
    return path[::-1]


def spans_of(path, chunk_of):
    found, start = set(), None
    for k, y in enumerate(path + [O]):
        if y != I and start is not None:
            found.add((chunk_of[start], chunk_of[k - 1] + 1))
            start = None
        if k < len(path) and y == B:
            start = k
    return found


def f1(data, weights, moves, bias=0.0):
    hit = said = true = 0
    for rows, _, gold, chunk_of in data:
        found = spans_of(decode(rows, weights, moves, bias), chunk_of)
        hit += len(found & gold)
        said += len(found)
        true += len(gold)
    return 2 * hit / max(1, said + true), hit / max(1, said), hit / max(1, true)


def train(data, epochs, seed=7):
    weights = [[0.0] * BUCKETS for _ in range(3)]
    sums = [[0.0] * BUCKETS for _ in range(3)]
    moves = [[0.0] * 3 for _ in range(3)]
    move_sums = [[0.0] * 3 for _ in range(3)]
    order = list(range(len(data)))
    chance = random.Random(seed)
    step = 1
    for epoch in range(epochs):
        chance.shuffle(order)
        for index in order:
            rows, gold, _, _ = data[index]
            path = decode(rows, weights, moves)
            if path != gold:
                previous_gold = previous_path = None
                for k, row in enumerate(rows):
                    g, y = gold[k], path[k]
                    if g != y:
                        for f in row:
                            weights[g][f] += 1
                            sums[g][f] += step
                            weights[y][f] -= 1
                            sums[y][f] -= step
                    if k and (previous_gold, g) != (previous_path, y):
                        moves[previous_gold][g] += 1
                        move_sums[previous_gold][g] += step
                        moves[previous_path][y] -= 1
                        move_sums[previous_path][y] -= step
                    previous_gold, previous_path = g, y
            step += 1
    averaged = [[w - s / step if w or s else 0.0 for w, s in zip(ws, ss)] for ws, ss in zip(weights, sums)]
    averaged_moves = [[w - s / step for w, s in zip(ws, ss)] for ws, ss in zip(moves, move_sums)]
    return averaged, averaged_moves
