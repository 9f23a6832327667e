import Domain
import Terminal

extension TextCommand {
    /// What the command does to the text that is being typed.
    var words: Phrase {
        switch self {
        case .left: Phrase(en: "A character to the left", fr: "Un caractère à gauche")
        case .right: Phrase(en: "A character to the right", fr: "Un caractère à droite")
        case .up: Phrase(en: "A line up", fr: "Une ligne plus haut")
        case .down: Phrase(en: "A line down", fr: "Une ligne plus bas")
        case .start: Phrase(en: "To the start of the line", fr: "Au début de la ligne")
        case .end: Phrase(en: "To the end of the line", fr: "À la fin de la ligne")
        case .wordLeft: Phrase(en: "A word to the left", fr: "Un mot à gauche")
        case .wordRight: Phrase(en: "A word to the right", fr: "Un mot à droite")
        case .deleteLeft: Phrase(en: "Delete the character before", fr: "Effacer le caractère précédent")
        case .deleteRight: Phrase(en: "Delete the character here", fr: "Effacer le caractère suivant")
        case .deleteWord: Phrase(en: "Delete the word before", fr: "Effacer le mot précédent")
        case .deleteToStart: Phrase(en: "Delete to the start of the line", fr: "Effacer jusqu’au début de la ligne")
        case .deleteToEnd: Phrase(en: "Delete to the end of the line", fr: "Effacer jusqu’à la fin de la ligne")
        case .newline: Phrase(en: "A new line", fr: "Une nouvelle ligne")
        }
    }
}
