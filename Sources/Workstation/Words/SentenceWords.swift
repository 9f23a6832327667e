import Domain

extension Phrase {
    /// What is said about somebody or something: `Zoé: is there`, in French `Zoé : y est déjà`.
    static func about(_ name: String, _ text: String) -> Phrase {
        Phrase(en: "\(name): \(text)", fr: "\(name) : \(text)")
    }
}

extension Workstation {
    /// What is said about somebody or something, in the person's language.
    func about(_ name: String, _ text: String) -> String { say(.about(name, text)) }
}
