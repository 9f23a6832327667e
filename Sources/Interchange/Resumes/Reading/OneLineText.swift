import Foundation

/// Gives a CV that was pasted as one line its lines back.
enum OneLineText {
    /// Characters that are read; a CV has no more, and what stands behind them is left out.
    static let longest = 20_000

    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let bullet = #/ [-•▪●] (?=\p{L}|\d)/#
    nonisolated(unsafe) private static let contactStart = #/ (?=\d{5} \p{Lu}|[\w.+\-]+@)/#
    nonisolated(unsafe) private static let nameBeforeTitle =
        #/(\p{Lu}[\p{L}'’\-]+ \p{Lu}{2,}[\p{Lu}'’\-]*) (?=\p{Lu}\p{Ll})/#

    static func unrolled(_ text: String) -> String {
        var text = String(text.prefix(longest)).replacingOccurrences(of: "\n", with: " ")
        text = brokenBeforeHeadings(text)
        text = text.replacing(Self.bullet) { _ in "\n- " }
        let lines = text.split(separator: "\n").map { line -> String in
            var line = String(line)
            // A dated entry inside a line begins a new one: "… (Silae) 06/2019 – 12/2021 : Consultant".
            line = line.replacing(
                #/ (?=(?:\d{2}\/)?(?:19|20)\d\d(?: ?[-–] ?(?:(?:\d{2}\/)?(?:19|20)\d\d|présent|aujourd'hui))? ?: )/#
            ) {
                _ in "\n"
            }
            if let contact = line.firstMatch(of: Self.contactStart), !line.hasPrefix("-") {
                line.replaceSubrange(contact.range, with: "\n")
            }
            return line
        }
        return lines.joined(separator: "\n")
    }

    /// Headings in capitals, the longest first: `PARCOURS PROFESSIONNEL` before `PARCOURS`.
    private static func brokenBeforeHeadings(_ text: String) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        var output = ""
        var index = 0
        while index < words.count {
            var taken = 0
            for length in stride(from: min(5, words.count - index), through: 1, by: -1) {
                let phrase = words[index..<(index + length)].joined(separator: " ")
                guard SectionHeading.isLoud(phrase), SectionHeading.section(of: phrase) != nil else { continue }
                output += (output.isEmpty ? "" : "\n") + phrase + "\n"
                taken = length
                break
            }
            if taken == 0 {
                if !output.isEmpty && !output.hasSuffix("\n") { output += " " }
                output += words[index]
                taken = 1
            }
            index += taken
        }
        return nameFirst(output)
    }

    /// The name is the run of capitalised words that the text begins with, up to the first in lower case but one.
    private static func nameFirst(_ text: String) -> String {
        guard let match = text.prefixMatch(of: Self.nameBeforeTitle) else {
            return text
        }
        return match.1 + "\n" + text[match.range.upperBound...]
    }
}
