import Domain
import JSON

extension JSONRecordReader {
    static let cutOff = Phrase(en: "The list is cut off.", fr: "La liste est coupée.")
    static let noObject = Phrase(en: "A record must be a JSON object.", fr: "Une fiche doit être un objet JSON.")

    static func endless(_ bound: Int) -> Phrase {
        Phrase(
            en: "The record is cut off, or longer than \(bound) bytes; nothing behind it was read.",
            fr: "La fiche est coupée ou dépasse \(bound) octets ; la suite n’a pas été lue.")
    }

    static func emptyList(_ path: String) -> Phrase {
        Phrase(en: "\(path) is an empty list.", fr: "\(path) est une liste vide.")
    }

    static func noList(_ path: String) -> Phrase {
        Phrase(en: "There is no list at \(path).", fr: "Il n’y a pas de liste sous \(path).")
    }

    static func notJSON(_ error: JSONSyntaxError) -> Phrase {
        Phrase(en: "Not JSON: \(error.message).", fr: "Ce n’est pas du JSON : \(error.message).")
    }
}
