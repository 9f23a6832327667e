import Domain

/// A question to ask in an interview, and why.
public struct InterviewQuestion: Codable, Sendable, Equatable {
    public enum Topic: String, Codable, Sendable, CaseIterable { case gap, skill, experience, motivation, conditions }

    public let topic: Topic
    public let question: String
    /// What in the job or the record it comes from.
    public let reason: String

    public init(topic: Topic, question: String, reason: String) {
        self.topic = topic
        self.question = question
        self.reason = reason
    }
}

/// Makes the questions of an interview from what a job asks for and, where there is one, from a candidate's score.
public enum InterviewQuestions {
    /// Gaps first, then the skills that are asked for, then the general ones; `count` at most.
    public static func make(
        for job: JobProfile, score: MatchScore?, count: Int, language: Language
    ) -> [InterviewQuestion] {
        var questions: [InterviewQuestion] = []
        func add(_ topic: InterviewQuestion.Topic, _ question: Phrase, _ reason: Phrase) {
            questions.append(
                InterviewQuestion(topic: topic, question: question[language], reason: reason[language]))
        }
        let missing = score?.missing ?? []
        for name in missing {
            add(
                .gap,
                Phrase(
                    en: "The job asks for \(name), which your record does not show. How would you come up to it?",
                    fr: "Le poste demande \(name), absent de votre dossier. Comment l’acquerriez-vous ?"),
                Phrase(en: "required and not shown: \(name)", fr: "demandé et non démontré : \(name)"))
        }
        if let part = score?.contributions.first(where: { $0.factor == .experience }), part.value < 1 {
            add(
                .gap,
                Phrase(
                    en: "Which of your experience makes up for the years that the job asks for?",
                    fr: "Qu’est-ce qui, dans votre parcours, compense les années demandées ?"),
                Phrase(en: "experience: \(part.evidence)", fr: "expérience : \(part.evidence)"))
        }
        for requirement in job.requirements where !missing.contains(requirement.name) {
            add(
                .skill,
                Phrase(
                    en: "Tell me of a piece of work where \(requirement.name) decided the outcome. What was your part?",
                    fr: "Racontez un travail où \(requirement.name) a fait la différence. Quel était votre rôle ?"),
                Phrase(
                    en: "\(requirement.importance.rawValue): \(requirement.name)",
                    fr: "compétence : \(requirement.name)"))
        }
        for (topic, question) in general {
            add(topic, question, Phrase(en: "title: \(job.title)", fr: "intitulé : \(job.title)"))
        }
        return Array(questions.prefix(count))
    }

    private static let general: [(InterviewQuestion.Topic, Phrase)] = [
        (
            .experience,
            Phrase(
                en: "Which result of your last position are you proud of, and how was it measured?",
                fr: "De quel résultat de votre dernier poste êtes-vous fier, et comment a-t-il été mesuré ?")
        ),
        (
            .motivation,
            Phrase(en: "What draws you to this position?", fr: "Qu’est-ce qui vous attire dans ce poste ?")
        ),
        (
            .experience,
            Phrase(
                en: "Tell me of a decision that turned out wrong. What did you change?",
                fr: "Racontez une décision qui s’est révélée mauvaise. Qu’avez-vous changé ?")
        ),
        (
            .conditions,
            Phrase(
                en: "When could you begin, and what do you need to work well?",
                fr: "Quand pourriez-vous commencer, et que vous faut-il pour bien travailler ?")
        ),
        (
            .motivation,
            Phrase(
                en: "What should your next position give you that the last one did not?",
                fr: "Que devrait vous apporter ce poste que le dernier ne donnait pas ?")
        ),
    ]
}
