/// The features of a token as buckets of the weights. The mirror of `token_features` in scripts/intelligence.
struct TokenFeatures {
    static let buckets = 1 << 19

    let words: [FoldedToken]
    let shapes: [[UInt8]]
    /// `O`, or `B` or `I` with the sources of the phrase that covers the token.
    let marks: [[UInt8]]

    private static let outsideLeft = FoldedToken(mark: "<")
    private static let outsideRight = FoldedToken(mark: ">")
    private static let farLeft = FoldedToken(mark: "<<")
    private static let farRight = FoldedToken(mark: ">>")
    private static let noMark = Array("-".utf8)

    private func word(_ index: Int, _ outside: FoldedToken) -> FoldedToken {
        words.indices.contains(index) ? words[index] : outside
    }

    private func mark(_ index: Int) -> [UInt8] { marks.indices.contains(index) ? marks[index] : Self.noMark }
    private func shape(_ index: Int) -> [UInt8] { shapes.indices.contains(index) ? shapes[index] : [] }

    /// Calls `body` with the bucket of each feature of a token.
    func forEach(at index: Int, _ body: (Int) -> Void) {
        func feature(_ name: StaticString, _ parts: ArraySlice<UInt8>...) {
            var hash = StableHash()
            name.withUTF8Buffer { hash.add($0) }
            for part in parts { hash.add(part) }
            body(Int(hash.short) & (Self.buckets - 1))
        }
        let space = ArraySlice(" ".utf8)
        let word = words[index]
        let left = self.word(index - 1, Self.outsideLeft)
        let right = self.word(index + 1, Self.outsideRight)
        let (w, p, n) = (word.bytes[...], left.bytes[...], right.bytes[...])
        let pp = self.word(index - 2, Self.farLeft).bytes[...]
        let nn = self.word(index + 2, Self.farRight).bytes[...]
        let (d, dp, dn) = (mark(index)[...], mark(index - 1)[...], mark(index + 1)[...])
        let (s, sp, sn) = (shape(index)[...], shape(index - 1)[...], shape(index + 1)[...])
        feature("b")
        feature("w", w)
        feature("p", p)
        feature("n", n)
        feature("q", pp)
        feature("m", nn)
        feature("pw", p, space, w)
        feature("wn", w, space, n)
        feature("pn", p, space, n)
        feature("qp", pp, space, p)
        feature("nm", n, space, nn)
        feature("a", word.first(3))
        feature("z", word.last(3))
        feature("y", word.last(2))
        feature("x", word.first(5))
        feature("zp", left.last(3))
        feature("zn", right.last(3))
        feature("s", s)
        feature("sp", sp)
        feature("sn", sn)
        feature("ss", sp, s, sn)
        feature("d", d)
        feature("dp", dp)
        feature("dn", dn)
        feature("dd", dp, d, dn)
        feature("dw", d, w)
        feature("ds", d, s)
        feature("pd", p, d)
        feature(index == 0 ? "f1" : "f0")
        feature("zz", word.last(2), left.last(2))
        feature("zy", word.last(2), right.last(2))
    }
}
