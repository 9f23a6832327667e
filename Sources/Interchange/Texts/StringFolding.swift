import Foundation

extension StringProtocol {
    /// Without the white space at both ends.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

extension String {
    /// For comparing: no case, no accents, words of letters and digits apart by one space.
    var folded: String {
        var result = ""
        var pendingSpace = false
        for scalar in decomposedStringWithCompatibilityMapping.unicodeScalars {
            let properties = scalar.properties
            if properties.canonicalCombiningClass != .notReordered { continue }
            if properties.isAlphabetic || properties.numericType != nil {
                if pendingSpace && !result.isEmpty { result.append(" ") }
                pendingSpace = false
                switch scalar {
                case "œ", "Œ": result += "oe"
                case "æ", "Æ": result += "ae"
                case "ß": result += "ss"
                default: result += properties.lowercaseMapping
                }
            } else {
                pendingSpace = true
            }
        }
        return result
    }

    /// The folded words.
    var foldedWords: [String] { folded.split(separator: " ").map(String.init) }
}
