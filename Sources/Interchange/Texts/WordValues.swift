/// Reads the words that tables use for the closed lists of the domain, in English and French.
public enum WordValues {
    /// `true` or `false` in words, digits and signs.
    public static func boolean(_ text: String) -> Bool? {
        let folded = text.folded
        if ["true", "yes", "y", "1", "oui", "o", "vrai", "x", "on", "t", "v"].contains(folded) { return true }
        if ["false", "no", "n", "0", "non", "faux", "off", "f"].contains(folded) { return false }
        return text.trimmed == "✓" || text.trimmed == "✔" ? true : nil
    }

    /// A schema.org employment type. Apprenticeships ("alternance") count as INTERN, the nearest there is.
    public static func employmentType(_ text: String) -> String? {
        let upper = text.trimmed.uppercased().split { " -".contains($0) }.joined(separator: "_")
        if employmentTypes.contains(upper) { return upper }
        let folded = " " + text.folded + " "
        for (type, words) in employmentWords where words.contains(where: { folded.contains(" " + $0) }) { return type }
        return nil
    }

    /// Where work is done: `on_site`, `hybrid` or `remote`.
    public static func workplace(_ text: String) -> String? {
        let folded = " " + text.folded + " "
        for (place, words) in workplaceWords where words.contains(where: { folded.contains(" " + $0) }) { return place }
        return switch boolean(text) {
        case true: "remote"
        case false: "on_site"
        default: nil
        }
    }

    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let amount = #/(\d{1,3})(?:[.,](\d))?/#

    /// Months of experience: `3 years`, `2 à 5 ans`, `18 mois`, `5+`. Of a span, the lower end.
    public static func months(_ text: String) -> Int64? {
        guard let match = text.firstMatch(of: amount), let number = Double(match.1) else {
            return ["debutant", "debutant accepte", "entry level", "none", "aucune", "indifferent"]
                .contains(text.folded) ? 0 : nil
        }
        let fraction = match.2.flatMap { Double($0) } ?? 0
        let isMonths = text.folded.contains("mois") || text.folded.contains("month")
        return Int64(((number + fraction / 10) * (isMonths ? 1 : 12)).rounded())
    }

    /// A status of a job.
    static func jobStatus(_ text: String) -> String? {
        let folded = text.folded
        let table: [(String, [String])] = [
            ("draft", ["draft", "brouillon", "pending", "new"]),
            (
                "open",
                ["open", "published", "active", "ouvert", "ouverte", "publie", "publiee", "en ligne", "live", "actif"]
            ),
            ("on_hold", ["on hold", "hold", "paused", "suspendu", "en pause", "suspendue"]),
            ("filled", ["filled", "pourvu", "pourvue", "hired"]),
            (
                "closed",
                ["closed", "ferme", "fermee", "archived", "archive", "inactive", "cloture", "cloturee", "expired"]
            ),
            ("cancelled", ["cancelled", "canceled", "annule", "annulee"]),
        ]
        return table.first { $0.1.contains(folded) }?.0
    }

    private static let employmentTypes: Set<String> = [
        "FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER",
    ]

    /// The narrower first: "CDD - Alternance" is an apprenticeship.
    private static let employmentWords: [(String, [String])] = [
        (
            "INTERN",
            [
                "alternan", "apprenti", "intern ", "internship", "stage ", "stagiaire", "trainee", "contrat pro",
                "professionnalisation",
            ]
        ),
        ("VOLUNTEER", ["volunt", "benevol", "service civique"]),
        (
            "CONTRACTOR",
            ["freelanc", "independ", "contractor", "contract ", "portage", "consultant externe", "self employed"]
        ),
        ("PER_DIEM", ["per diem", "vacataire", "vacation", "extra "]),
        (
            "TEMPORARY",
            [
                "cdd", "interim", "temporary", "temp ", "saison", "seasonal", "fixed term", "casual",
                "duree determinee", "temporaire",
            ]
        ),
        ("PART_TIME", ["part time", "parttime", "temps partiel", "mi temps"]),
        (
            "FULL_TIME",
            [
                "full time", "fulltime", "temps plein", "plein temps", "cdi", "permanent", "regular", "titulaire",
                "duree indeterminee", "full timer",
            ]
        ),
        ("OTHER", ["other", "autre", "vie ", "via "]),
    ]

    private static let workplaceWords: [(String, [String])] = [
        (
            "on_site",
            [
                "pas teletravail", "pas de teletravail", "no remote", "not remote", "aucun teletravail", "on site",
                "onsite", "sur site", "sur place", "presentiel", "in office", "non ",
            ]
        ),
        (
            "hybrid",
            [
                "hybrid", "occasionnel", "partiel", "partial", "flexible", "ponctuel", "regulier",
                "jours de teletravail", "jour de teletravail", "jours par semaine",
            ]
        ),
        (
            "remote",
            [
                "remote", "teletravail", "full remote", "a distance", "telecommut", "work from home", "total",
                "complet", "home office", "anywhere",
            ]
        ),
    ]
}
