import Foundation

/// Finds the person's name and, near it, the title that the person goes by.
struct NameReader {
    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let courtesy = #/(?i)^(?:mr|mrs|ms|dr|m\.|mme|mlle|monsieur|madame)\.?\s+/#
    nonisolated(unsafe) private static let separator = #/\s+[—–|\-•]\s+|\t+|\s*\|\s*|,\s+/#
    nonisolated(unsafe) private static let nameLabel =
        #/(?i)(?:full name|name|nom(?: et pr[ée]noms?| complet)?|pr[ée]nom et nom)\s*:\s*(\S.*)/#

    let outline: ResumeOutline

    func read(into resume: inout Resume) {
        if let (name, line) = labelled() {
            resume.basics.name = name
            resume.evidence["basics.name"] = Resume.Evidence(confidence: 0.97, line: line)
            resume.basics.label = label(after: line, name: name) ?? ""
            return
        }
        let mailWords = Self.words(ofMail: resume.basics.email)
        var best: (score: Double, name: String, rest: String, line: Int)?
        for (index, line) in outline.lines.filter({ !$0.isBlank }).prefix(120).enumerated() {
            guard SectionHeading.section(of: line.text) == nil, let (name, rest) = Self.candidate(line.text) else {
                continue
            }
            let words = name.foldedWords
            let matching = words.filter { word in
                mailWords.contains { $0 == word || $0.contains(word) && word.count >= 3 }
            }.count
            let hasInitial = matching > 0 && mailWords.contains { $0.count == 1 && words[0].hasPrefix($0) }
            var score = Double(matching) * 4 + (hasInitial ? 3 : 0)
            score += max(0, 5 - Double(index) * 0.8)
            if words.count > 4 { score -= 2 }
            if JobWords.isTitle(name) { score -= matching == words.count ? 0 : 5 }
            if JobWords.isCompany(name) { score -= 3 }
            if score > best?.score ?? 1 { best = (score, name, rest, line.number) }
        }
        guard let best else { return }
        resume.basics.name = Self.presentable(best.name)
        let confidence = min(0.95, 0.5 + best.score / 20)
        resume.evidence["basics.name"] = Resume.Evidence(confidence: confidence, line: best.line)
        let isLetters = best.rest.split { !$0.isLetter }.allSatisfy { $0.count <= 5 && $0.allSatisfy(\.isUppercase) }
        let below = label(after: best.line, name: best.name) ?? ""
        resume.basics.label = best.rest.isEmpty || isLetters && !below.isEmpty ? below : best.rest
    }

    private func labelled() -> (name: String, line: Int)? {
        for line in outline.lines.prefix(40) {
            let pattern = Self.nameLabel
            guard let match = line.text.wholeMatch(of: pattern) else { continue }
            let value = String(match.1).split(whereSeparator: { "|\t;".contains($0) }).first.map { String($0).trimmed }
            if let value, !value.contains(where: \.isNumber), value.count <= 60 { return (value, line.number) }
        }
        return nil
    }

    /// The name that a line is or begins with, and what follows a dash or a bar.
    static func candidate(_ line: String) -> (name: String, rest: String)? {
        var text = line.replacing(
            #/(?i)^(?:curriculum vitae|curriculum vit[æa]e|cv|resume|résumé)\b(?: de| of)?\s*[:\-–—]?\s*/#
        ) { _ in "" }
        text = text.replacing(Self.courtesy) { _ in "" }
        var rest = ""
        if let cut = text.firstMatch(of: Self.separator) {
            rest = String(text[cut.range.upperBound...]).trimmed
            text = String(text[..<cut.range.lowerBound])
            // Letters that were set apart by a wide gap: "Anne   Legendre".
            if !text.contains(" "), cut.0.contains("\t"), let (more, tail) = candidate("X " + rest) {
                text += " " + more.dropFirst(2)
                rest = tail
            }
        }
        if rest.contains("@") || rest.filter(\.isNumber).count > 3 { rest = "" }
        text = text.trimmed
        let words = text.split(separator: " ")
        guard (2...5).contains(words.count), text.count <= 50 else { return nil }
        for word in words {
            guard let first = word.first, word.allSatisfy({ $0.isLetter || "'’-.".contains($0) }) else { return nil }
            if !first.isUppercase && !particles.contains(word.lowercased()) { return nil }
        }
        return (text, rest)
    }

    private static let particles: Set<String> = [
        "de", "du", "des", "da", "di", "von", "van", "der", "den", "le", "la", "ben", "bin", "el", "al", "d", "dos",
        "y", "e", "ter",
    ]

    private static func words(ofMail mail: String) -> [String] {
        guard let at = mail.firstIndex(of: "@") else { return [] }
        return mail[..<at].split { !$0.isLetter }.map { String($0).folded }.filter { !$0.isEmpty }
    }

    /// A name that is all in capitals gets small letters.
    private static func presentable(_ name: String) -> String {
        guard !name.contains(where: \.isLowercase) else { return name }
        var result = ""
        var startsWord = true
        for character in name {
            result += startsWord ? character.uppercased() : character.lowercased()
            startsWord = !character.isLetter && character != "’" && character != "."
        }
        return result
    }

    /// The line under the name, where it can be a title.
    private func label(after number: Int, name: String) -> String? {
        let following = outline.lines.filter { $0.number > number && !$0.isBlank }.prefix(3)
        for line in following {
            let text = line.text
            if SectionHeading.section(of: text) != nil { return nil }
            let isContact =
                text.contains("@") || PhoneNumber.find(in: text) != nil
                || PlaceText.find(in: text, isLabelled: false) != nil
            if isContact {
                // "Développeur Java    # zoe@example.com": a title beside contact data.
                let cell = String(text.prefix { $0 != "\t" }).trimmed
                if text.contains("\t"), JobWords.isTitle(cell), !cell.contains("@") { return cell }
                continue
            }
            if text.contains(":") || text.count > 90 || line.isBullet { return nil }
            return text
        }
        return nil
    }
}
