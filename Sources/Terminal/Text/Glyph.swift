/// What one cell, or two for a wide one, shows: a base scalar with at most two combining marks.
///
/// A glyph is plain data, so that a buffer is one flat array. It is always safe to send to a terminal: control and
/// bidi characters never become the scalar of a glyph.
public struct Glyph: Hashable, Sendable {
    /// The base scalar.
    public internal(set) var scalar: UInt32
    /// The first combining mark, or 0.
    public internal(set) var mark: UInt32
    /// The second combining mark, or 0.
    public internal(set) var secondMark: UInt32
    /// The columns that it takes, 1 or 2; 0 stands for the right half of a wide glyph.
    public internal(set) var width: UInt8

    init(scalar: UInt32, mark: UInt32 = 0, secondMark: UInt32 = 0, width: UInt8 = 1) {
        self.scalar = scalar
        self.mark = mark
        self.secondMark = secondMark
        self.width = width
    }

    static let blank = Glyph(scalar: 0x20)
    static let rightHalf = Glyph(scalar: 0x20, width: 0)
    static let replacement = Glyph(scalar: 0xFFFD)

    /// Whether it shows nothing but its background.
    var isBlank: Bool { scalar == 0x20 && mark == 0 && width == 1 }

    /// Appends its characters, nothing for a right half.
    func write(to text: inout String) {
        guard width > 0 else { return }
        for value in [scalar, mark, secondMark] where value != 0 {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
    }

    mutating func add(mark value: UInt32) {
        if mark == 0 {
            mark = value
        } else if secondMark == 0 {
            secondMark = value
        }
    }
}
