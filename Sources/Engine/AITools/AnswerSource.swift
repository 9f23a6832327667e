import Domain

/// Who wrote an answer.
public enum AnswerSource: String, Codable, Sendable, CaseIterable {
    /// The program's own taxonomy, weights and sentences.
    case embedded
    /// The assistant that the person configured. Texts and the skills found in a text may come from it, scores never.
    case endpoint
}

/// What an operation that takes one of several inputs says where none or more than one is given.
enum OneInput {
    static func check(_ given: [(field: String, isGiven: Bool)]) throws {
        guard given.filter(\.isGiven).count != 1 else { return }
        let names = given.map(\.field).joined(separator: ", ")
        throw Problem.invalid(
            field: given[0].field, code: "required",
            Phrase(en: "give exactly one of: \(names)", fr: "indiquez exactement un de ces champs : \(names)"))
    }

    /// Refuses a text that is empty or too long. Texts are not trimmed here, so that places in them stay true.
    static func check(text: String, field: String) throws {
        if text.utf8.count > 400_000 {
            throw Problem.invalid(
                field: field, code: "too_long",
                Phrase(en: "must be at most 400,000 bytes", fr: "doit faire au plus 400 000 octets"))
        }
        if !text.contains(where: { !$0.isWhitespace }) {
            throw Problem.invalid(
                field: field, code: "too_short", Phrase(en: "must not be empty", fr: "ne doit pas être vide"))
        }
    }
}
