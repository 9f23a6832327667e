import Domain

/// What the keys of a text field do, by the names that keymaps have for it. The commands themselves are the toolkit's.
enum EditingWords {
    static func title(of command: String) -> Phrase? { titles[command] }

    private static let titles: [String: Phrase] = [
        "text.left": Phrase(en: "Cursor left", fr: "Curseur à gauche"),
        "text.right": Phrase(en: "Cursor right", fr: "Curseur à droite"),
        "text.up": Phrase(en: "Line up", fr: "Ligne précédente"),
        "text.down": Phrase(en: "Line down", fr: "Ligne suivante"),
        "text.start": Phrase(en: "To the start of the line", fr: "Début de ligne"),
        "text.end": Phrase(en: "To the end of the line", fr: "Fin de ligne"),
        "text.word-left": Phrase(en: "Word left", fr: "Mot précédent"),
        "text.word-right": Phrase(en: "Word right", fr: "Mot suivant"),
        "text.delete-left": Phrase(en: "Delete to the left", fr: "Effacer à gauche"),
        "text.delete-right": Phrase(en: "Delete to the right", fr: "Effacer à droite"),
        "text.delete-word": Phrase(en: "Delete the word before", fr: "Effacer le mot précédent"),
        "text.delete-to-start": Phrase(en: "Delete to the start of the line", fr: "Effacer jusqu’au début"),
        "text.delete-to-end": Phrase(en: "Delete to the end of the line", fr: "Effacer jusqu’à la fin"),
        "text.newline": Phrase(en: "New line", fr: "Nouvelle ligne"),
    ]
}
