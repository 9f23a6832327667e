import Foundation

/// Reads lists of skills: one a line, many a line, or groups with a name.
enum SkillReader {
    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let measure = #/\d+\s*(?:\/\s*\d+|ans?|years?|%|\+ ?years?)/#

    static func skills(in lines: [ResumeLine]) -> [Resume.Skill] {
        var result: [Resume.Skill] = []
        var seen: Set<String> = []
        for line in joined(lines) where !line.isBlank && result.count < 300 {
            var text = line.text
            var group = ""
            if let colon = text.firstIndex(of: ":"), text[..<colon].count <= 45 {
                let after = String(text[text.index(after: colon)...]).trimmed
                if !after.isEmpty && !after.hasPrefix("//") {
                    group = String(text[..<colon]).trimmed
                    text = after
                }
            }
            let items = split(text, on: [",", ";", "|", "•", "·", "\t", "▪", "●", "✓"])
                .map(tidy).filter { !$0.isEmpty && $0.count <= 120 }
            if !group.isEmpty, !(items.count == 1 && (isLevel(items[0]) || items[0].count > 60)) {
                result.append(Resume.Skill(name: group, keywords: items))
                continue
            }
            if !group.isEmpty {
                result.append(Resume.Skill(name: group, level: isLevel(items.first ?? "") ? items[0] : ""))
                continue
            }
            for item in items.flatMap(pair) where seen.insert(item.folded).inserted {
                result.append(Resume.Skill(name: item))
            }
        }
        return result
    }

    /// Cuts at the separators that stand outside parentheses.
    static func split(_ text: String, on separators: Set<Character>) -> [String] {
        guard text.contains(where: separators.contains) else { return [text.trimmed].filter { !$0.isEmpty } }
        var items: [String] = []
        var item = ""
        var depth = 0
        for character in text {
            if character == "(" || character == "[" { depth += 1 }
            if character == ")" || character == "]" { depth = max(0, depth - 1) }
            if depth == 0 && separators.contains(character) {
                items.append(item.trimmed)
                item = ""
            } else {
                item.append(character)
            }
        }
        items.append(item.trimmed)
        return items.filter { !$0.isEmpty }
    }

    /// A line that ends with a comma, and one in lower case after a long line, go on.
    private static func joined(_ lines: [ResumeLine]) -> [ResumeLine] {
        var result: [ResumeLine] = []
        for line in lines {
            if let last = result.last, !last.isBlank, !line.isBlank, !line.isBullet {
                let goesOn = last.text.hasSuffix(",") || last.text.hasSuffix(" et") || last.text.hasSuffix("&")
                let startsSmall = line.text.first?.isLowercase == true && last.text.count > 35
                let isOpen = last.text.filter { $0 == "(" }.count > last.text.filter { $0 == ")" }.count
                let isList = last.text.count > 70 && last.text.contains(",") && !line.text.contains(":")
                if goesOn || startsSmall || isOpen || isList {
                    result[result.count - 1].text += " " + line.text
                    continue
                }
            }
            result.append(line)
        }
        return result
    }

    /// "PHP and MySQL" are two skills; "Research and Development" is one.
    private static func pair(_ item: String) -> [String] {
        guard let cut = item.range(of: " and "), item.count <= 32 else { return [item] }
        let halves = [String(item[..<cut.lowerBound]), String(item[cut.upperBound...])]
        let areNames = halves.allSatisfy { half in
            !half.contains(" ") && half.dropFirst().contains { $0.isUppercase || $0.isNumber || $0 == "+" || $0 == "#" }
        }
        return areNames ? halves : [item]
    }

    private static func isLevel(_ text: String) -> Bool {
        let words = text.foldedWords
        guard let first = words.first, words.count <= 4 else { return false }
        return levels.contains(first) || text.wholeMatch(of: Self.measure) != nil
    }

    private static let levels = Set(
        """
        expert expertise avance avancee advanced intermediate intermediaire debutant beginner confirme maitrise \
        proficient bon bonne bonnes excellent excellente notions courant basic basique basiques novice familiar senior
        """.split(separator: " ").map(String.init))

    /// Without the phrase that claims the skill: "Proficient in Jenkins" is Jenkins.
    private static func tidy(_ item: String) -> String {
        var item = item.trimmingCharacters(in: CharacterSet(charactersIn: " .;,-–—•*\t"))
        if item.last == ")" && !item.contains("(") { item.removeLast() }
        if let match = item.prefixMatch(of: claim), item[match.range.upperBound...].count >= 2 {
            item = String(item[match.range.upperBound...])
        }
        return item
    }

    nonisolated(unsafe) private static let claim =
        #/
        (?i)(?:(?:highly|very|strong|strongly|excellent|proven|good|solid|advanced|basic|extensive|exceptional
        |thorough|deep|sound|bonne?s?|solides?|excellente?s?|tr[eè]s)\s+)*
        (?:proficien(?:t|cy)|competen(?:t|ce)|experienced?|skilled|skills?|knowledge(?:able)?|expertise|familiar(?:ity)?
        |understanding|ability|able|command|fluent|trained|adept|versed|ma[iî]trise|connaissances?|pratique)
        \s+(?:in|with|of|on|at|using|utilizing|to|de\s+la|de\s+l['’]|des|du|de|d['’])\s*(?:the\s+use\s+of\s+|utilizing\s+|using\s+|the\s+)?
        /#
}
