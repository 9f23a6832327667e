import Foundation

/// One line of a CV, with its bullet taken off.
struct ResumeLine: Equatable {
    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let itemNumber = #/\d{1,2}[.)]\s+(?=\p{L})/#

    /// Counted from 1.
    var number: Int
    var text: String
    var isBullet = false

    var isBlank: Bool { text.isEmpty }

    static let bullets: Set<Character> = [
        "•", "-", "–", "—", "*", "▪", "◦", "●", "○", "■", "□", "‣", "⁃", "·", "►", "➢", "➤", "✓", "✔", "→", "❖", "➔",
        "\u{F0B7}", "\u{F0A7}", "⚫", "◆", "◇", "▸", "▶", "»", "›", "∙", "�",
    ]

    init(number: Int, text raw: String) {
        self.number = number
        var text = raw.replacingOccurrences(of: "\u{A0}", with: " ").replacingOccurrences(of: "\u{202F}", with: " ")
        text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if let first = text.first, Self.bullets.contains(first) {
            let rest = text.dropFirst()
            if rest.isEmpty {
                text = ""
            } else if rest.first == " " || rest.first == "\t" || !"-–—*�".contains(first) {
                isBullet = true
                text = String(rest).trimmed
            }
        } else if text.hasPrefix("o "), raw.hasPrefix("  ") {
            isBullet = true
            text = String(text.dropFirst(2)).trimmed
        }
        if let match = text.prefixMatch(of: Self.itemNumber) {
            isBullet = true
            text.removeSubrange(match.range)
        }
        // Letters of symbol fonts.
        text.removeAll { $0.unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) } }
        self.text = text.trimmed
    }
}

/// A CV's lines, divided by its headings.
struct ResumeOutline {
    struct Part {
        /// Nil for what stands before the first heading, and at the top of a column.
        var section: ResumeSection?
        var lines: [ResumeLine] = []
    }

    private(set) var parts: [Part] = [Part(section: nil)]
    private(set) var lines: [ResumeLine] = []

    init(_ text: String) {
        let source = Self.unrolled(text)
        lines = source.split(separator: "\n", omittingEmptySubsequences: false).prefix(5_000).enumerated()
            .map { ResumeLine(number: $0.offset + 1, text: String($0.element.prefix(2_000))) }
        var index = 0
        var isSplitHeading = false
        while index < lines.count {
            defer { index += 1 }
            if isSplitHeading {
                isSplitHeading = false
                continue
            }
            let line = lines[index]
            let raw = source.isEmpty ? "" : line.text
            if line.isBlank {
                parts[parts.count - 1].lines.append(line)
            } else if raw == PageLayout.columnBreak {
                parts.append(Part(section: nil))
            } else if let section = brokenHeading(at: index) {
                parts.append(Part(section: section))
                isSplitHeading = true
            } else if let section = SectionHeading.section(of: line.text), !line.isBullet, accepts(section, line) {
                parts.append(Part(section: section))
            } else if let (section, rest) = SectionHeading.leading(line.text), !line.isBullet,
                acceptsLeading(section, rest, index)
            {
                parts.append(Part(section: section, lines: [ResumeLine(number: line.number, text: rest)]))
            } else {
                parts[parts.count - 1].lines.append(line)
            }
        }
    }

    /// The lines of all parts with that heading.
    func lines(of sections: ResumeSection...) -> [ResumeLine] {
        parts.filter { part in part.section.map(sections.contains) ?? false }
            .flatMap { $0.lines + [ResumeLine(number: 0, text: "")] }
    }

    /// What stands before any heading, and under a heading of contact data.
    var headerLines: [ResumeLine] {
        parts.enumerated().filter { $0.offset == 0 || $0.element.section == nil || $0.element.section == .contact }
            .flatMap(\.element.lines)
    }

    /// A heading that fills two lines: `PARCOURS` and `PROFESSIONNEL`.
    private func brokenHeading(at index: Int) -> ResumeSection? {
        guard index + 1 < lines.count, lines[index].text.count <= 30, !lines[index].isBullet else { return nil }
        let next = lines[index + 1]
        guard !next.isBlank, !next.isBullet, SectionHeading.section(of: next.text) == nil else { return nil }
        return SectionHeading.section(of: lines[index].text + " " + next.text)
    }

    /// "Languages" under "Technical skills" is a group of skills where a list of technologies follows.
    private func accepts(_ section: ResumeSection, _ line: ResumeLine) -> Bool {
        // A short word in the middle of a list ("Informatique", "Sports") is an item, not a heading.
        guard let current = parts.last?.section else { return true }
        let isLoud = line.text == line.text.uppercased() || line.text.hasSuffix(":")
        if current == section, current == .skills { return isLoud }
        return true
    }

    private func acceptsLeading(_ section: ResumeSection, _ rest: String, _ index: Int) -> Bool {
        if section == .languages { return LanguageReader.namesLanguage(rest) }
        switch parts.last?.section {
        case .skills, .work, .education, .projects, .volunteer, .certificates: break
        case .contact, nil, .summary, .languages, .interests, .other: return section != .contact || rest.count < 80
        }
        let isAfterBlank = index == 0 || lines[index - 1].isBlank
        return isAfterBlank && section != parts.last?.section && parts.last?.section != .skills
            || SectionHeading.isLoud(String(lines[index].text.prefix { $0 != ":" && $0 != "\t" }).trimmed)
    }

    /// A text that lost its line ends gets some back, before headings, bullets and dated entries.
    private static func unrolled(_ text: String) -> String {
        let lines = text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
        guard lines.count <= 4, text.count > 300 else { return text }
        return OneLineText.unrolled(text)
    }
}
