import Domain

/// What a letter is for.
public enum LetterKind: String, Codable, Sendable, CaseIterable {
    case acknowledgement, invitation, submission, rejection, offer
    case followUp = "follow_up"
}

public enum LetterTone: String, Codable, Sendable, CaseIterable { case formal, friendly }

/// What a letter speaks of, from the record.
public struct LetterFacts: Sendable {
    public var firstName: String
    public var lastName: String
    public var jobTitle: String
    public var companyName: String
    public var sender: String

    public init(firstName: String, lastName: String, jobTitle: String, companyName: String, sender: String) {
        self.firstName = firstName
        self.lastName = lastName
        self.jobTitle = jobTitle
        self.companyName = companyName
        self.sender = sender
    }
}

/// The text of a mail to a candidate. Nothing is in it but the record and fixed sentences.
public struct Letter: Sendable, Hashable {
    public let subject: String
    public let body: String

    public static func write(_ kind: LetterKind, _ facts: LetterFacts, tone: LetterTone, language: Language) -> Letter {
        let job = line(facts.jobTitle)
        let company = line(facts.companyName)
        let (subject, sentences) = wording(kind, job, company)
        let first = line(facts.firstName)
        let greeting =
            tone == .friendly
            ? Phrase(en: "Hello \(first),", fr: "Bonjour \(first),")
            : Phrase(en: "Dear \(first) \(line(facts.lastName)),", fr: "Bonjour \(first) \(line(facts.lastName)),")
        let closing =
            tone == .friendly
            ? Phrase(en: "Best wishes,", fr: "Bien à vous,")
            : Phrase(en: "Yours sincerely,", fr: "Veuillez agréer nos salutations distinguées,")
        let body = [greeting[language], sentences[language], closing[language] + "\n" + line(facts.sender)]
        return Letter(subject: subject[language], body: body.joined(separator: "\n\n"))
    }

    /// A value of the record on one line, so that it adds no header and no paragraph of its own.
    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func wording(_ kind: LetterKind, _ job: String, _ company: String) -> (Phrase, Phrase) {
        switch kind {
        case .acknowledgement:
            (
                Phrase(en: "Your application: \(job)", fr: "Votre candidature : \(job)"),
                Phrase(
                    en: "We have received your application for \(job) at \(company). We read it and come back to you.",
                    fr: "Nous avons bien reçu votre candidature au poste de \(job) chez \(company). Nous l’étudions et "
                        + "revenons vers vous.")
            )
        case .invitation:
            (
                Phrase(en: "Interview: \(job)", fr: "Entretien : \(job)"),
                Phrase(
                    en:
                        "We would like to meet you about \(job) at \(company). Which times suit you in the coming days?",
                    fr:
                        "Nous souhaitons vous rencontrer au sujet du poste de \(job) chez \(company). Quels créneaux vous "
                        + "conviendraient dans les prochains jours ?")
            )
        case .submission:
            (
                Phrase(en: "Your profile for \(job)", fr: "Votre profil pour le poste de \(job)"),
                Phrase(
                    en: "We would like to present your profile to \(company) for \(job). Do you agree?",
                    fr:
                        "Nous souhaitons présenter votre profil à \(company) pour le poste de \(job). Êtes-vous d’accord ?"
                )
            )
        case .rejection:
            (
                Phrase(en: "Your application: \(job)", fr: "Votre candidature : \(job)"),
                Phrase(
                    en: "Thank you for your interest in \(job) at \(company). We will not go on with your application "
                        + "this time, and wish you success in your search.",
                    fr:
                        "Merci de l’intérêt porté au poste de \(job) chez \(company). Nous ne donnons pas suite à votre "
                        + "candidature cette fois-ci et vous souhaitons une pleine réussite.")
            )
        case .offer:
            (
                Phrase(en: "Good news: \(job)", fr: "Bonne nouvelle : \(job)"),
                Phrase(
                    en: "\(company) would like to make you an offer for \(job). When may we talk it over?",
                    fr: "\(company) souhaite vous faire une proposition pour le poste de \(job). Quand pouvons-nous en "
                        + "parler ?")
            )
        case .followUp:
            (
                Phrase(en: "News of your application: \(job)", fr: "Des nouvelles de votre candidature : \(job)"),
                Phrase(
                    en: "Your application for \(job) at \(company) is still being looked at. Are you still interested?",
                    fr: "Votre candidature au poste de \(job) chez \(company) est toujours à l’étude. Ce poste vous "
                        + "intéresse-t-il toujours ?")
            )
        }
    }
}
