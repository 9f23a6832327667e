/// The name that was most likely meant, for "Did you mean …?"; nil when none is near.
///
/// A third of the letters may differ: left out, added, replaced, or two swapped with each other.
public func nearestName(to name: String, among names: some Sequence<String>) -> String? {
    let written = Array(name.lowercased().utf8)
    let limit = max(1, written.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in names {
        let letters = Array(candidate.lowercased().utf8)
        guard abs(letters.count - written.count) <= limit else { continue }
        let distance = editDistance(written, letters)
        if distance <= limit && distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
        var row = [i + 1]
        for j in right.indices {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
            if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                cost = min(cost, beforeLast[j - 1] + 1)
            }
            row.append(cost)
        }
        beforeLast = last
        last = row
    }
    return last[right.count]
}
