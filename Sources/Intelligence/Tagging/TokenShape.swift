/// The look of a word: X for capitals, x for small letters, d for digits, others as they are; runs once, six at most.
enum TokenShape {
    static func bytes(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8] {
        var shape = String.UnicodeScalarView()
        for scalar in scalars {
            let properties = scalar.properties
            let sign: Unicode.Scalar =
                if properties.generalCategory == .uppercaseLetter {
                    "X"
                } else if properties.isAlphabetic {
                    "x"
                } else if properties.numericType == .decimal || properties.numericType == .digit {
                    "d"
                } else {
                    scalar
                }
            if shape.last != sign { shape.append(sign) }
        }
        return Array(String(String.UnicodeScalarView(shape.prefix(6))).utf8)
    }
}
