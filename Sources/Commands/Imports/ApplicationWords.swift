import Domain

/// The words that other systems have for the stage and the day of an application.
enum ApplicationWords {
    /// The first day that the date may mean: `2025-03` is the first of March.
    static func day(_ text: String) -> CalendarDate? {
        for suffix in ["", "-01", "-01-01"] {
            if let date = CalendarDate(text + suffix) { return date }
        }
        return nil
    }

    /// The stage in our words, and what is lost with it. Words that are not known stay, and are refused with the row.
    static func status(_ text: String) -> (status: String, note: Phrase?) {
        let key = Folding.key(text)
        if ["offer", "offre", "hired", "embauche", "embauchee", "recrute", "recrutee"].contains(key) {
            return (
                "interview",
                Phrase(
                    en: "\(text): comes in as interview; offers and hires are made here",
                    fr: "\(text) : entre comme entretien ; offres et embauches se font ici")
            )
        }
        return (words.first { $0.value.contains(key) }?.key ?? key, nil)
    }

    private static let words: [String: Set<String>] = [
        "sourced": ["prospect", "lead", "approche", "approchee", "source"],
        "applied": ["new", "nouveau", "nouvelle", "recu", "recue", "received", "application review", "postule"],
        "screening": [
            "screen", "phone screen", "preselection", "qualification", "review", "in review", "shortlist", "en cours",
        ],
        "submitted": ["presente", "presentee", "sent to client", "client review", "presented", "propose", "proposee"],
        "interview": ["entretien", "interviewing", "onsite", "face to face", "technical interview"],
        "rejected": ["refuse", "refusee", "rejete", "rejetee", "declined", "not selected", "ecarte", "ecartee"],
    ]
}
