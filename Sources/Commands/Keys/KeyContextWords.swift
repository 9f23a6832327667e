import Domain

/// The places where keys mean something.
enum KeyContextWords {
    /// What a context of keymaps is, for a heading.
    static func words(of context: String) -> Phrase {
        switch context {
        case "board": Phrase(en: "on the board", fr: "sur le tableau")
        case "table": Phrase(en: "in a table", fr: "dans une table")
        case "detail": Phrase(en: "in a profile or a detail", fr: "dans un profil ou un détail")
        case "form": Phrase(en: "in a form", fr: "dans un formulaire")
        case "palette": Phrase(en: "in the palette", fr: "dans la palette")
        case "text": Phrase(en: "while typing", fr: "pendant la saisie")
        case "dialog": Phrase(en: "in a question", fr: "dans une question")
        case "global": Phrase(en: "everywhere", fr: "partout")
        default: Phrase(en: "", fr: "")
        }
    }
}
