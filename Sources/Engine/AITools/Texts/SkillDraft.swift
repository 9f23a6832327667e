import Domain
import JSON

/// Skills that the assistant points out in a text beside those that the program finds by itself. Only words that are
/// in the text count.
enum SkillDraft {
    /// How sure a skill is that only the assistant found.
    static let confidence = 0.5

    static func task(_ text: String, _ known: KnownPersonalData) -> AssistantTask<[String]> {
        var redaction = Redaction(known: known.values)
        let data: JSONValue = ["text": .string(redaction.redacted(AssistantText.beginning(text)))]
        let instructions = """
            \(AssistantText.rules)
            Task: name the skills, tools and knowledge that "text" speaks of, each by the words of the text as they \
            are written there, six words at most, in the order of the text, 100 at most. Form: {"skills": [text, …]}.
            """
        let scalars = Array(text.unicodeScalars)
        return AssistantTask(basis: text, question: AssistantQuestion(instructions: instructions, data: data)) {
            answer throws(AssistantRefusal) in
            guard let list = answer["skills"]?.arrayValue else { throw .unfitAnswer }
            let named = list.prefix(200).compactMap(\.stringValue)
            let found = named.filter { isSkill($0) && !places(of: $0, in: scalars).isEmpty }
            // Nothing of what it names is there: it speaks of something else.
            guard named.isEmpty || !found.isEmpty else { throw .unfitAnswer }
            return Array(found.prefix(100))
        }
    }

    private static func isSkill(_ words: String) -> Bool {
        words.count <= 80 && words.split(whereSeparator: \.isWhitespace).count <= 6
            && words.contains(where: \.isLetter) && !words.contains(where: \.isNewline)
            && PersonalPatterns.all(in: words).isEmpty
    }

    /// The program's own findings and, where they say nothing, the first place of each that the assistant named.
    static func merged(
        _ own: [ExtractedSkillView], _ named: [String]?, _ text: String, in call: Call
    ) throws -> [ExtractedSkillView] {
        guard let named, !named.isEmpty else { return own }
        let scalars = Array(text.unicodeScalars)
        var all = own
        for words in named {
            guard let place = places(of: words, in: scalars).first,
                !all.contains(where: { $0.start < place.upperBound && place.lowerBound < $0.end })
            else { continue }
            all.append(
                ExtractedSkillView(
                    name: words, skillID: try SkillNames.find(words, in: call.transaction), escoURI: nil, kind: .skill,
                    start: place.lowerBound, end: place.upperBound, confidence: confidence))
        }
        return all.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    /// Where `words` stand in a text as whole words.
    private static func places(of words: String, in text: [Unicode.Scalar]) -> [Range<Int>] {
        let wanted = Array(words.unicodeScalars)
        guard let first = wanted.first, wanted.count <= text.count else { return [] }
        func isLetter(_ place: Int) -> Bool {
            text.indices.contains(place)
                && (text[place].properties.isAlphabetic || text[place].properties.numericType != nil)
        }
        return (0...text.count - wanted.count).compactMap { start in
            let end = start + wanted.count
            guard text[start] == first, text[start..<end].elementsEqual(wanted), !isLetter(start - 1), !isLetter(end)
            else { return nil }
            return start..<end
        }
    }
}
