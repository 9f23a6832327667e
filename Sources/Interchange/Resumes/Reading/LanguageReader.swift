import Domain
import Foundation

/// Reads the languages that a person speaks.
enum LanguageReader {
    /// Whether the text begins with the name of a human language.
    static func namesLanguage(_ text: String) -> Bool {
        text.foldedWords.prefix(2).contains { HumanLanguage(word: $0) != nil || signs.contains($0) }
    }

    static func languages(in lines: [ResumeLine]) -> [Resume.Language] {
        var result: [Resume.Language] = []
        for line in lines where !line.isBlank {
            for item in items(of: line.text) {
                guard let language = language(item), result.count < 30 else { continue }
                if !result.contains(where: { $0.language.folded == language.language.folded }) {
                    result.append(language)
                }
            }
        }
        return result
    }

    /// `Anglais : C1, Espagnol : A2` are two; `Anglais : lu, écrit, parlé` is one.
    private static func items(of line: String) -> [String] {
        var items: [String] = []
        for part in SkillReader.split(line, on: [",", ";", "|", "•", "·", "\t", "/"]) {
            if namesLanguage(part) || items.isEmpty {
                items.append(part)
            } else {
                items[items.count - 1] += ", " + part
            }
        }
        return items
    }

    private static func language(_ item: String) -> Resume.Language? {
        guard namesLanguage(item) else { return nil }
        var language = Resume.Language()
        let separators: [String] = [":", "(", " – ", " — ", " - ", "\t", ", ", "–"]
        let cuts = separators.compactMap { item.range(of: $0) }
        if let cut = cuts.min(by: { $0.lowerBound < $1.lowerBound }) {
            language.language = String(item[..<cut.lowerBound]).trimmed
            let isParenthesis = item[cut] == "("
            var fluency = String(item[cut.upperBound...]).trimmed
            if isParenthesis, fluency.hasSuffix(")") { fluency.removeLast() }
            language.fluency = fluency.trimmed
        } else if let space = item.firstIndex(of: " ") {
            language.language = String(item[..<space])
            language.fluency = String(item[space...]).trimmed
        } else {
            language.language = item.trimmed
        }
        return language
    }

    /// `Sign language`, `langue des signes`.
    private static let signs: Set = ["sign", "langue"]
}
