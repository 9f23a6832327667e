/// The same work done by this program and by raw SQLite, in turns, so that what else the machine does meets both.
struct Pair {
    var ours = Samples()
    var raw = Samples()

    /// Runs both `count` times, changing who begins.
    static func measure(
        _ count: Int, ours: (Int) throws -> Void, raw: (Int) throws -> Void
    ) rethrows -> Pair {
        var pair = Pair()
        for number in 0..<count {
            if number.isMultiple(of: 2) {
                pair.ours.add(try Stopwatch.time { try ours(number) })
                pair.raw.add(try Stopwatch.time { try raw(number) })
            } else {
                pair.raw.add(try Stopwatch.time { try raw(number) })
                pair.ours.add(try Stopwatch.time { try ours(number) })
            }
        }
        return pair
    }

    /// Ours ÷ raw, of the medians.
    var ratio: Double { raw.median > 0 ? ours.median / raw.median : 0 }
}
