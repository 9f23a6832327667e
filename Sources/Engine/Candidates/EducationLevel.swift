import Domain

/// The level of an education, as a closed list, so that an anonymous profile shows no words that somebody wrote.
public enum EducationLevel: String, Codable, Sendable, CaseIterable, Comparable {
    case secondary, vocational, associate, bachelor, master, doctorate

    public static func < (left: EducationLevel, right: EducationLevel) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .secondary: 0
        case .vocational: 1
        case .associate: 2
        case .bachelor: 3
        case .master: 4
        case .doctorate: 5
        }
    }

    /// Words by which degrees of the anglophone and francophone worlds are told, the highest level first.
    private static let names: [(EducationLevel, Set<String>)] = [
        (.doctorate, ["phd", "doctorate", "doctorat", "doctor", "docteur", "dphil", "hdr", "these", "doctoral"]),
        (
            .master,
            [
                "master", "masters", "mastere", "maitrise", "msc", "mba", "meng", "ingenieur", "dea", "dess", "mag",
                "m1", "m2", "llm", "magistere", "diplom",
            ]
        ),
        (
            .bachelor,
            ["bachelor", "bachelors", "bsc", "beng", "bba", "licence", "license", "but", "llb", "undergraduate"]
        ),
        (.associate, ["associate", "bts", "dut", "deug", "deust", "hnd"]),
        (.vocational, ["cap", "bep", "vocational", "apprenticeship", "apprentissage", "certificate", "certificat"]),
        (.secondary, ["bac", "baccalaureat", "secondary", "lycee", "brevet", "abitur", "ged"]),
    ]

    /// The level that a degree's name tells; `nil` where it tells none.
    public init?(studyType: String) {
        let words = SearchWords.split(studyType, limit: 20)
        // Two letters that are English words elsewhere count only alone: “BA”, “MA”, “MS”, “BS”.
        if words.count == 1 || words.dropFirst().first == "in" {
            switch words.first {
            case "ba", "bs":
                self = .bachelor
                return
            case "ma", "ms":
                self = .master
                return
            default: break
            }
        }
        // “Bac + 5”: years after the secondary school.
        if let place = words.firstIndex(where: { $0 == "bac" || $0 == "bacplus" || $0 == "baccalaureat" }),
            let next = words.dropFirst(place + 1).first, let years = Int(next)
        {
            self = years >= 8 ? .doctorate : years >= 5 ? .master : years >= 3 ? .bachelor : .associate
            return
        }
        if words.contains("high"), words.contains("school") {
            self = .secondary
            return
        }
        guard let level = Self.names.first(where: { !$0.1.isDisjoint(with: words) })?.0 else { return nil }
        self = level
    }

    /// The highest level among the degrees.
    static func highest(of studyTypes: [String?]) -> EducationLevel? {
        studyTypes.compactMap { $0.flatMap { EducationLevel(studyType: $0) } }.max()
    }
}
