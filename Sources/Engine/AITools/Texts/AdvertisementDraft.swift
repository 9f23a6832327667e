import Intelligence
import JSON

/// A job's description in a better wording, by the assistant.
enum AdvertisementDraft {
    static func task(
        _ text: String, _ findings: [AdvertisementFinding], _ known: KnownPersonalData
    ) -> AssistantTask<String> {
        // What was not sent would be missing in the new text.
        guard text.utf8.count <= AssistantText.longestSent else {
            return AssistantTask(basis: text, refusal: .tooLong(bytes: AssistantText.longestSent))
        }
        var redaction = Redaction(known: known.values)
        let sent = redaction.redacted(text)
        let list = findings.prefix(40).map { finding -> JSONValue in
            [
                "words": .string(redaction.redacted(finding.text ?? "")), "reason": .string(finding.reason),
                "suggestion": .string(finding.suggestion),
            ]
        }
        let data: JSONValue = ["text": .string(sent), "findings": .array(list)]
        let instructions = """
            \(AssistantText.rules)
            Task: write the job description "text" anew, in its own language, so that the words named in "findings" no \
            longer keep people from applying. Keep every fact; where one is missing, add none. Form: {"text": text}.
            """
        let reader = AssistantText(redaction: redaction, sent: data.serialized())
        let longest = sent.count * 2 + 1000
        return AssistantTask(basis: text, question: AssistantQuestion(instructions: instructions, data: data)) {
            answer throws(AssistantRefusal) in
            try reader.text(answer["text"], longest: longest, isOneLine: false)
        }
    }
}
