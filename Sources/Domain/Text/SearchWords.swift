/// The words of a text as the full-text index keeps them: folded, separated by spaces, each only letters and digits.
///
/// The field's names that are made of signs keep their meaning: `C++` → `cplusplus`, `C#` → `csharp`, `.NET` →
/// `dotnet`, `R&D` → `randd`, so both databases find them with their plainest tokenizer.
public enum SearchWords {
    /// The words in order, at most `limit` of them; a word is cut at 40 letters.
    public static func split(_ text: some StringProtocol, limit: Int = .max) -> [String] {
        var words: [String] = []
        var word: [Unicode.Scalar] = []
        let scalars = Array(Folding.key(text).unicodeScalars)
        func flush() {
            guard !word.isEmpty else { return }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: word.prefix(40))
            words.append(String(text))
            word.removeAll(keepingCapacity: true)
        }
        var index = 0
        while index < scalars.count, words.count < limit {
            let scalar = scalars[index]
            if isWordPart(scalar) {
                word.append(scalar)
            } else if scalar == "+" || scalar == "#", !word.isEmpty, !followsWordPart(scalars, index) {
                word += scalar == "+" ? Array("plus".unicodeScalars) : Array("sharp".unicodeScalars)
            } else if scalar == "&", !word.isEmpty, followsWordPart(scalars, index) {
                word += Array("and".unicodeScalars)
            } else if scalar == ".", word.isEmpty, startsDotnet(scalars, index) {
                word += Array("dot".unicodeScalars)
            } else {
                flush()
            }
            index += 1
        }
        if words.count < limit { flush() }
        return words
    }

    /// The words joined by single spaces, ready for an index.
    public static func indexed(_ text: some StringProtocol, limit: Int = 20_000) -> String {
        split(text, limit: limit).joined(separator: " ")
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            return true
        default:
            return false
        }
    }

    private static func followsWordPart(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        index + 1 < scalars.count && isWordPart(scalars[index + 1])
    }

    private static func startsDotnet(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index + 3 < scalars.count, scalars[index + 1] == "n", scalars[index + 2] == "e", scalars[index + 3] == "t"
        else { return false }
        return index + 4 >= scalars.count || !isWordPart(scalars[index + 4])
    }
}
