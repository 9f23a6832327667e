import Domain

/// Why a table cannot be read at all. A bad row is no error: it comes as a `RecordProblem`.
public enum TableError: Error, Equatable, CustomStringConvertible {
    /// The file is not there, or may not be read.
    case unreadable(String)
    /// A folder is in the place of a file.
    case folder(String)
    /// A workbook (.xlsx, .ods) or another archive.
    case spreadsheetFile
    /// The file holds binary data.
    case notText
    /// There is no heading row.
    case empty
    /// More columns than the limit.
    case tooManyColumns(Int)

    /// Whether the path leads to nothing that could be a table, rather than the file being none.
    public var isWrongPath: Bool {
        switch self {
        case .unreadable, .folder: true
        default: false
        }
    }

    /// The error in words, with what to do about it.
    public var phrase: Phrase {
        switch self {
        case .unreadable(let path): Phrase(en: "\(path) cannot be opened.", fr: "\(path) ne peut pas être ouvert.")
        case .folder(let path):
            Phrase(
                en: "\(path) is a folder. Name a file in it.", fr: "\(path) est un dossier. Indiquez un fichier.")
        case .spreadsheetFile:
            Phrase(
                en: "This is a workbook, not a table. Save it as CSV (UTF-8) and import that.",
                fr: "C’est un classeur, pas une table. Enregistrez-le en CSV (UTF-8) et importez ce fichier.")
        case .notText: Phrase(en: "This file is not text.", fr: "Ce fichier n’est pas du texte.")
        case .empty: Phrase(en: "The file is empty.", fr: "Le fichier est vide.")
        case .tooManyColumns(let limit):
            Phrase(
                en: "The heading has more than \(limit) columns.", fr: "L’en-tête compte plus de \(limit) colonnes.")
        }
    }

    public var description: String { phrase.english }
}
