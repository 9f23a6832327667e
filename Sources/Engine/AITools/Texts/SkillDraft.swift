import Domain
import JSON

/// Skills that the assistant points out in a text beside those that the program finds by itself. Only words that are
/// in the part of the text that it was sent count.
enum SkillDraft {
    /// How sure a skill is that only the assistant found.
    static let confidence = 0.5
    /// Skills that are looked for in the text; what an answer names beyond them is not read.
    static let mostSkills = 100

    static func task(_ text: String, _ known: KnownPersonalData) -> AssistantTask<[NamedSkill]> {
        let beginning = AssistantText.beginning(text)
        var redaction = Redaction(known: known.values)
        let data: JSONValue = ["text": .string(redaction.redacted(beginning))]
        let instructions = """
            \(AssistantText.rules)
            Task: name the skills, tools and knowledge that "text" speaks of, each by the words of the text as they \
            are written there, six words at most, in the order of the text, 100 at most. Form: {"skills": [text, …]}.
            """
        return AssistantTask(basis: text, question: AssistantQuestion(instructions: instructions, data: data)) {
            answer throws(AssistantRefusal) in
            guard let list = answer["skills"]?.arrayValue else { throw .unfitAnswer }
            var seen: Set<String> = []
            var found: [NamedSkill] = []
            let scalars = Array(beginning.unicodeScalars)
            for words in list.lazy.compactMap(\.stringValue) where seen.count < mostSkills {
                guard seen.insert(words).inserted, isSkill(words), let place = WordSearch(words).first(in: scalars)
                else { continue }
                found.append(NamedSkill(words: words, place: place))
            }
            // Nothing of what it names is there: it speaks of something else.
            guard seen.isEmpty || !found.isEmpty else { throw .unfitAnswer }
            return found
        }
    }

    private static func isSkill(_ words: String) -> Bool {
        words.utf8.count <= 320 && words.count <= 80 && words.split(whereSeparator: \.isWhitespace).count <= 6
            && words.contains(where: \.isLetter) && !words.contains(where: \.isNewline)
            && PersonalPatterns.all(in: words).isEmpty
    }

    /// The program's own findings, in the order of the text, and, where they say nothing, those that the assistant
    /// named.
    static func merged(
        _ own: [ExtractedSkillView], _ named: [NamedSkill]?, in call: Call
    ) throws -> [ExtractedSkillView] {
        guard let named, let last = named.map(\.place.upperBound).max() else { return own }
        var near = Array(own.prefix { $0.start < last })
        let rest = own.dropFirst(near.count)
        for skill in named
        where !near.contains(where: { $0.start < skill.place.upperBound && skill.place.lowerBound < $0.end }) {
            near.append(
                ExtractedSkillView(
                    name: skill.words, skillID: try SkillNames.find(skill.words, in: call.transaction), escoURI: nil,
                    kind: .skill, start: skill.place.lowerBound, end: skill.place.upperBound, confidence: confidence))
        }
        return near.sorted { ($0.start, $0.end) < ($1.start, $1.end) } + rest
    }
}

/// A skill that the assistant named, and where the text first says it, in Unicode scalars.
public struct NamedSkill: Sendable, Hashable {
    let words: String
    let place: Range<Int>
}
