/// A language that the product speaks.
public enum Language: String, Sendable, Codable, CaseIterable, Hashable {
    case english = "en"
    case french = "fr"

    /// The language of a locale such as `fr_FR.UTF-8` or `en-GB`; English for any other.
    public init(locale: some StringProtocol) {
        self = locale.lowercased().hasPrefix("fr") ? .french : .english
    }
}

/// Something said to a person, in every language of the product.
public struct Phrase: Sendable, Hashable {
    public let english: String
    public let french: String

    public init(en english: String, fr french: String) {
        self.english = english
        self.french = french
    }

    public subscript(_ language: Language) -> String {
        switch language {
        case .english: english
        case .french: french
        }
    }
}
