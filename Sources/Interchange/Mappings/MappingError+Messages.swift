import Domain

extension MappingError {
    static let noObject = Phrase(
        en: "A mapping must be a JSON object.", fr: "Une correspondance doit être un objet JSON.")
    static let dateOrder = Phrase(
        en: "must be day_first or month_first", fr: "doit être day_first ou month_first")
    static let noMember = Phrase(en: "is no member of a mapping", fr: "ne fait pas partie d’une correspondance")
    static let listOfColumns = Phrase(en: "must list names of columns", fr: "doit énumérer des noms de colonnes")
    static let ruleForm = Phrase(
        en: "must be a column, a list of columns or an object",
        fr: "doit être une colonne, une liste de colonnes ou un objet")
    static let valuesForm = Phrase(en: "values must be an object", fr: "values doit être un objet")
    static let needsSource = Phrase(en: "needs from or constant", fr: "il faut from ou constant")

    static func unknownMember(_ name: String) -> Phrase {
        Phrase(
            en: "\(name) is unknown here; use from, values, join, split or constant",
            fr: "\(name) est inconnu ici ; utilisez from, values, join, split ou constant")
    }

    static func noField(_ name: String, _ kind: ImportKind, _ names: String) -> Phrase {
        Phrase(
            en: "\(kind.rawValue) have no field \(name). They have: \(names)",
            fr: "\(kind.rawValue) n’a pas de champ \(name). Champs possibles : \(names)")
    }
}
