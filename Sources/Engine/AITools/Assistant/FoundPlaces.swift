/// Places that were found in a text, in its order, none overlapping another.
struct FoundPlaces<Bound: Comparable> {
    private(set) var all: [(range: Range<Bound>, kind: Redaction.Kind)] = []

    /// Adds a place. One that overlaps others becomes one with them, so that no part of it is left.
    mutating func join(_ range: Range<Bound>, _ kind: Redaction.Kind) {
        let taken = overlapped(by: range)
        guard let first = taken.first, let last = taken.last else {
            all.insert((range, kind), at: taken.lowerBound)
            return
        }
        let lower = min(all[first].range.lowerBound, range.lowerBound)
        let upper = max(all[last].range.upperBound, range.upperBound)
        all.replaceSubrange(taken, with: [(lower..<upper, all[first].kind)])
    }

    /// Adds a place unless it overlaps another.
    mutating func add(_ range: Range<Bound>, _ kind: Redaction.Kind) {
        let taken = overlapped(by: range)
        if taken.isEmpty { all.insert((range, kind), at: taken.lowerBound) }
    }

    /// The places that overlap `range`; where there are none, the empty range where it belongs.
    private func overlapped(by range: Range<Bound>) -> Range<Int> {
        let first = position { $0.upperBound > range.lowerBound }
        return first..<max(first, position { $0.lowerBound >= range.upperBound })
    }

    /// The first place of which `isBehind` holds; it holds of all that follow.
    private func position(_ isBehind: (Range<Bound>) -> Bool) -> Int {
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(all[middle].range) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
