extension Job.EmploymentType {
    /// What a person calls it.
    public var title: Phrase {
        switch self {
        case .fullTime: Phrase(en: "Full time", fr: "Temps plein")
        case .partTime: Phrase(en: "Part time", fr: "Temps partiel")
        case .contractor: Phrase(en: "Contractor", fr: "Indépendant")
        case .temporary: Phrase(en: "Temporary", fr: "Intérim ou CDD")
        case .intern: Phrase(en: "Internship", fr: "Stage")
        case .volunteer: Phrase(en: "Volunteer", fr: "Bénévolat")
        case .perDiem: Phrase(en: "Per diem", fr: "Vacation")
        case .other: Phrase(en: "Other", fr: "Autre")
        }
    }
}
