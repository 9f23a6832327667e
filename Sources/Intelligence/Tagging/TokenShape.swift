/// The look of a word: X for capitals, x for small letters, d for digits, others as they are; runs once, six at most.
enum TokenShape {
    private static let length = 6

    static func bytes(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8] {
        var shape: [UInt8] = []
        var last: Unicode.Scalar?
        var count = 0
        for scalar in scalars {
            let sign = sign(of: scalar)
            guard sign != last else { continue }
            guard count < length else { break }
            shape += String(sign).utf8
            last = sign
            count += 1
        }
        return shape
    }

    private static func sign(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x61...0x7A: return "x"
        case 0x41...0x5A: return "X"
        case 0x30...0x39: return "d"
        case 0..<0x80: return scalar
        default:
            let properties = scalar.properties
            if properties.generalCategory == .uppercaseLetter { return "X" }
            if properties.isAlphabetic { return "x" }
            return properties.numericType == .decimal || properties.numericType == .digit ? "d" : scalar
        }
    }
}
