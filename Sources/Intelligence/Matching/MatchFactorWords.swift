import Domain

extension MatchContribution.Factor {
    /// What a factor is called before its evidence.
    public var title: Phrase {
        switch self {
        case .requiredSkills: Phrase(en: "Required skills", fr: "Compétences requises")
        case .preferredSkills: Phrase(en: "Other skills", fr: "Autres compétences")
        case .experience: Phrase(en: "Experience", fr: "Expérience")
        case .title: Phrase(en: "Title", fr: "Intitulé")
        case .wording: Phrase(en: "Requirements in the text", fr: "Exigences dans le texte")
        case .text: Phrase(en: "Words in common", fr: "Mots en commun")
        case .language: Phrase(en: "Languages", fr: "Langues")
        case .location: Phrase(en: "Place", fr: "Lieu")
        case .salary: Phrase(en: "Salary", fr: "Salaire")
        case .availability: Phrase(en: "Availability", fr: "Disponibilité")
        case .employment: Phrase(en: "Contract", fr: "Contrat")
        }
    }
}
