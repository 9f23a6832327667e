import Domain
import Engine

/// The words for who may call an operation. In English they are those of the access table.
enum AccessWords {
    /// A kind of caller; `nil` is the one without an account.
    static func title(of role: Role?) -> Phrase {
        switch role {
        case nil: Phrase(en: "anonymous", fr: "sans compte")
        case .candidate: Phrase(en: "candidate", fr: "candidat")
        case .employer: Phrase(en: "employer", fr: "employeur")
        case .consultant: Phrase(en: "consultant", fr: "consultant")
        case .admin: Phrase(en: "admin", fr: "administrateur")
        case .superadmin: Phrase(en: "superadmin", fr: "super-administrateur")
        }
    }

    /// On which rows; nil for all of them.
    static func limit(of cell: Access.Cell) -> Phrase? {
        switch cell {
        case .yes, .no: nil
        case .scoped: Phrase(en: "scoped", fr: "son périmètre")
        case .own: Phrase(en: "own", fr: "les siens")
        case .limited: Phrase(en: "limited", fr: "en partie")
        case .token: Phrase(en: "token", fr: "par jeton")
        }
    }
}
