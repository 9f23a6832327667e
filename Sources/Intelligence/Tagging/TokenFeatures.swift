/// The features of the tokens of a sentence as buckets of the weights. The mirror of `token_features` in
/// scripts/intelligence.
struct TokenFeatures {
    static let buckets = 1 << 19
    /// Features of each token.
    static let perToken = 31

    let count: Int
    /// The buckets of each token, one token after the other.
    let values: [Int32]

    /// `marks`: `O`, or `B` or `I` with the sources of the phrase that covers the token.
    init(words: [FoldedToken], shapes: [[UInt8]], marks: [[UInt8]]) {
        count = words.count
        var buckets = FeatureBuckets(capacity: words.count * Self.perToken)
        for index in words.indices {
            let context = TokenContext(words: words, shapes: shapes, marks: marks, index: index)
            context.add(to: &buckets)
        }
        values = buckets.values
    }
}

/// Collects features, each as the bucket that its text is hashed to.
struct FeatureBuckets {
    private(set) var values: [Int32] = []

    init(capacity: Int) { values.reserveCapacity(capacity) }

    typealias Bytes = ArraySlice<UInt8>

    private static func begun(_ name: StaticString) -> StableHash {
        var hash = StableHash()
        name.withUTF8Buffer { for byte in $0 { hash.add(byte) } }
        return hash
    }

    private mutating func close(_ hash: StableHash) {
        values.append(Int32(truncatingIfNeeded: Int(hash.short) & (TokenFeatures.buckets - 1)))
    }

    mutating func add(_ name: StaticString) { close(Self.begun(name)) }

    mutating func add(_ name: StaticString, _ one: Bytes) {
        var hash = Self.begun(name)
        hash.add(one)
        close(hash)
    }

    mutating func add(_ name: StaticString, _ one: Bytes, _ two: Bytes) {
        var hash = Self.begun(name)
        hash.add(one)
        hash.add(two)
        close(hash)
    }

    mutating func add(_ name: StaticString, _ one: Bytes, _ two: Bytes, _ three: Bytes) {
        var hash = Self.begun(name)
        hash.add(one)
        hash.add(two)
        hash.add(three)
        close(hash)
    }
}

/// A token with what stands around it.
private struct TokenContext {
    let words: [FoldedToken]
    let shapes: [[UInt8]]
    let marks: [[UInt8]]
    let index: Int

    private static let outsideLeft = FoldedToken(mark: "<")
    private static let outsideRight = FoldedToken(mark: ">")
    private static let farLeft = FoldedToken(mark: "<<")
    private static let farRight = FoldedToken(mark: ">>")
    private static let noMark = Array("-".utf8)
    private static let space = ArraySlice(" ".utf8)

    private func word(_ step: Int, _ outside: FoldedToken) -> FoldedToken {
        words.indices.contains(index + step) ? words[index + step] : outside
    }

    private func mark(_ step: Int) -> ArraySlice<UInt8> {
        marks.indices.contains(index + step) ? marks[index + step][...] : Self.noMark[...]
    }

    private func shape(_ step: Int) -> ArraySlice<UInt8> {
        shapes.indices.contains(index + step) ? shapes[index + step][...] : []
    }

    func add(to features: inout FeatureBuckets) {
        let space = Self.space
        let word = words[index]
        let left = self.word(-1, Self.outsideLeft)
        let right = self.word(1, Self.outsideRight)
        let (w, p, n) = (word.bytes[...], left.bytes[...], right.bytes[...])
        let pp = self.word(-2, Self.farLeft).bytes[...]
        let nn = self.word(2, Self.farRight).bytes[...]
        let (d, dp, dn) = (mark(0), mark(-1), mark(1))
        let (s, sp, sn) = (shape(0), shape(-1), shape(1))
        let ending = word.last(2)
        features.add("b")
        features.add("w", w)
        features.add("p", p)
        features.add("n", n)
        features.add("q", pp)
        features.add("m", nn)
        features.add("pw", p, space, w)
        features.add("wn", w, space, n)
        features.add("pn", p, space, n)
        features.add("qp", pp, space, p)
        features.add("nm", n, space, nn)
        features.add("a", word.first(3))
        features.add("z", word.last(3))
        features.add("y", ending)
        features.add("x", word.first(5))
        features.add("zp", left.last(3))
        features.add("zn", right.last(3))
        features.add("s", s)
        features.add("sp", sp)
        features.add("sn", sn)
        features.add("ss", sp, s, sn)
        features.add("d", d)
        features.add("dp", dp)
        features.add("dn", dn)
        features.add("dd", dp, d, dn)
        features.add("dw", d, w)
        features.add("ds", d, s)
        features.add("pd", p, d)
        features.add(index == 0 ? "f1" : "f0")
        features.add("zz", ending, left.last(2))
        features.add("zy", ending, right.last(2))
    }
}
