import Domain
import Intelligence
import JSON

/// A letter by the assistant.
public struct LetterDraft: Sendable, Hashable {
    let subject: String
    let body: String

    /// What the assistant gets is the program's own letter. Names are withheld unless personal data may be shared.
    static func task(
        _ kind: LetterKind, _ facts: LetterFacts, _ known: KnownPersonalData, tone: LetterTone, language: Language,
        sharesPersonalData: Bool
    ) -> AssistantTask<LetterDraft> {
        var redaction = Redaction(known: known.values)
        var sent = facts
        if !sharesPersonalData {
            for name in [\LetterFacts.firstName, \.lastName, \.sender] where !facts[keyPath: name].isEmpty {
                sent[keyPath: name] = redaction.placeholder(.person, facts[keyPath: name])
            }
        }
        sent.jobTitle = redaction.redacted(facts.jobTitle)
        sent.companyName = redaction.redacted(facts.companyName)
        let letter = Letter.write(kind, sent, tone: tone, language: language)
        let data: JSONValue = [
            "kind": .string(kind.rawValue), "tone": .string(tone.rawValue), "language": .string(language.rawValue),
            "job": .string(sent.jobTitle), "company": .string(sent.companyName),
            "draft": ["subject": .string(letter.subject), "body": .string(letter.body)],
        ]
        let instructions = """
            \(AssistantText.rules)
            Task: write the letter to a candidate of which "draft" is a first version. Keep its purpose ("kind"), its \
            facts, whom it greets and who signs, in the language "language" and the tone "tone", in 200 words at most. \
            Form: {"subject": text on one line, "body": text}.
            """
        let text = AssistantText(redaction: redaction, sent: data.serialized())
        return AssistantTask(
            basis: Letter.write(kind, facts, tone: tone, language: language).text,
            question: AssistantQuestion(instructions: instructions, data: data)
        ) { answer throws(AssistantRefusal) in
            LetterDraft(
                subject: try text.text(answer["subject"], longest: 200, isOneLine: true),
                body: try text.text(answer["body"], longest: 4000, isOneLine: false))
        }
    }
}

extension Letter {
    /// Subject and body.
    var text: String { subject + "\n\n" + body }
}
