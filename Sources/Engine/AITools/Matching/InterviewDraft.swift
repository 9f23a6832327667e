import Domain
import Intelligence
import JSON

/// The questions of an interview by the assistant. It gets the job and the program's own questions; of the candidate
/// only which of the skills asked for the record does not show.
enum InterviewDraft {
    static func task(
        _ questions: [InterviewQuestion], for job: JobView, missing: [String], _ known: KnownPersonalData,
        language: Language
    ) -> AssistantTask<[InterviewQuestion]> {
        var redaction = Redaction(known: known.values)
        let drafts = questions.map { question -> JSONValue in
            [
                "topic": .string(question.topic.rawValue), "question": .string(redaction.redacted(question.question)),
                "reason": .string(redaction.redacted(question.reason)),
            ]
        }
        let data: JSONValue = [
            "language": .string(language.rawValue), "count": .integer(Int64(questions.count)),
            "title": .string(redaction.redacted(job.title)),
            "description": .string(redaction.redacted(AssistantText.beginning(job.description))),
            "missing_skills": .array(missing.map { .string(redaction.redacted($0)) }), "draft": .array(drafts),
        ]
        let instructions = """
            \(AssistantText.rules)
            Task: write "count" questions for the interview of a candidate for the job, in the language "language"; \
            "draft" is a first version of them. Ask nothing about age, health, family, origin, religion, opinions or \
            anything else that the work does not need. Form: {"questions": [{"topic": one of "gap", "skill", \
            "experience", "motivation", "conditions", "question": text, "reason": what in the job it comes from}]}.
            """
        let text = AssistantText(redaction: redaction, sent: data.serialized())
        let count = questions.count
        return AssistantTask(
            basis: Self.text(questions), question: AssistantQuestion(instructions: instructions, data: data)
        ) { answer throws(AssistantRefusal) in
            guard let list = answer["questions"]?.arrayValue, list.count >= count else { throw .unfitAnswer }
            var read: [InterviewQuestion] = []
            for entry in list.prefix(count) {
                guard let topic = entry["topic"]?.stringValue.flatMap(InterviewQuestion.Topic.init(rawValue:)) else {
                    throw .unfitAnswer
                }
                read.append(
                    InterviewQuestion(
                        topic: topic, question: try text.text(entry["question"], longest: 500, isOneLine: true),
                        reason: try text.text(entry["reason"], longest: 300, isOneLine: true)))
            }
            return read
        }
    }

    static func text(_ questions: [InterviewQuestion]) -> String {
        questions.map { "\($0.topic.rawValue) \($0.question) \($0.reason)" }.joined(separator: "\n")
    }
}
