import Domain
import Interchange
import JSON
import Workspace

/// A file of records with the mapping of its columns, given or guessed.
struct ImportTable {
    let path: String
    let mapping: ColumnMapping
    private let kind: ImportKind
    private let format: RecordReader.Format
    private let isGuessed: Bool
    /// Columns that no rule reads.
    private let unused: [String]

    /// So many records are looked at to find out which fields a JSON file has.
    private static let sampled = 100

    /// Opens the file and reads the mapping. Throws wrong usage for a mapping with mistakes, all of which it names, and
    /// a failure for a file that is no table.
    init(path: String, kind: ImportKind, mappingPath: String?, context: CommandContext) throws {
        self.path = path
        self.kind = kind
        var given: ColumnMapping?
        if let mappingPath { given = try Self.mapping(context.path(mappingPath), kind, context) }
        var columns: [String] = []
        do {
            var reader = try RecordReader(path: path, recordsPath: given?.recordsPath)
            format = reader.format
            columns = reader.columns.isEmpty ? try Self.paths(&reader) : reader.columns
        } catch {
            throw Self.failure(error, path)
        }
        if let given {
            mapping = given
            isGuessed = false
            let used = Set(given.rules.flatMap(\.rule.columns))
            unused = columns.filter { column in
                !used.contains(column) && !used.contains { column.hasPrefix($0 + ".") }
            }
        } else {
            let guess = ColumnGuess.mapping(of: columns, for: kind)
            mapping = guess.mapping
            unused = guess.unknown
            isGuessed = true
        }
        if mapping.rules.isEmpty {
            let names = columns.prefix(20).map(Printing.clean).joined(separator: ", ")
            throw CommandFailure(
                Phrase(
                    en: "No column of \(path) is known. It has: \(names). Write a mapping and give it with --map.",
                    fr:
                        "Aucune colonne de \(path) n’est reconnue. Elle a : \(names). Écrivez une correspondance (--map)."
                ))
        }
    }

    /// A new reader at the beginning of the file.
    func reader() throws -> RecordReader {
        do {
            return try RecordReader(path: path, recordsPath: mapping.recordsPath)
        } catch {
            throw Self.failure(error, path)
        }
    }

    private static func failure(_ error: any Error, _ path: String) -> CommandFailure {
        switch error {
        case let error as TableError where error.isWrongPath: return CommandFailure.usage(error.phrase)
        case let error as TableError:
            let phrase = error.phrase
            return CommandFailure(Phrase(en: "\(path): \(phrase.english)", fr: "\(path) : \(phrase.french)"))
        case let problem as RecordProblem:
            return CommandFailure(
                Phrase(
                    en: "\(path), line \(problem.line): \(problem.message.english)",
                    fr: "\(path), ligne \(problem.line) : \(problem.message.french)"))
        default:
            let text = ErrorText.of(error)
            return CommandFailure(Phrase(en: "\(path): \(text)", fr: "\(path) : \(text)"))
        }
    }

    private static func mapping(_ path: String, _ kind: ImportKind, _ context: CommandContext) throws -> ColumnMapping {
        let bytes = try InputFile.contents(path, limit: 1 << 20, standard: context.input)
        do {
            return try ColumnMapping(parsing: String(decoding: bytes, as: UTF8.self), for: kind)
        } catch {
            let phrases = error.errors.map(\.phrase)
            throw CommandFailure.usage(
                Phrase(
                    en: "\(path): " + phrases.map(\.english).joined(separator: "\n  "),
                    fr: "\(path) : " + phrases.map(\.french).joined(separator: "\n  ")))
        }
    }

    private static func paths(_ reader: inout RecordReader) throws -> [String] {
        var names: [String] = []
        var seen: Set<String> = []
        for _ in 0..<sampled {
            guard let item = try reader.next() else { break }
            guard case .success(let record) = item else { continue }
            for path in record.paths where seen.insert(path).inserted { names.append(path) }
        }
        return names
    }

    /// What the file is and what becomes of its columns, a line each.
    func description(for subject: ImportSubject, _ context: CommandContext) -> [String] {
        let language = context.language
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let heading = Phrase(
            en: "\(subject.rawValue) from \(name) (\(formatName)), columns \(isGuessed ? "as guessed" : "as mapped"):",
            fr: "\(subject.rawValue) de \(name) (\(formatName)), colonnes \(isGuessed ? "devinées" : "selon --map") :")
        let widest = mapping.rules.reduce(0) { max($0, $1.field.count) }
        let unkept = Phrase(en: "  (no place for it: left out)", fr: "  (sans place ici : laissé de côté)")[language]
        let rules = mapping.rules.map { field, rule in
            let pad = String(repeating: " ", count: widest - field.count)
            let source = Self.source(of: rule)
            return "  \(field)\(pad) ← \(source)" + (subject.unkept.contains(field) ? unkept : "")
        }
        var lines = [heading[language]] + rules
        for (field, value) in mapping.defaults {
            let otherwise = Phrase(en: "where empty", fr: "si vide")[language]
            lines.append("  \(field) = \(value.serialized()) \(otherwise)")
        }
        let unused = subject == .candidates ? self.unused.filter { !RecordList.isRead($0) } : self.unused
        if !unused.isEmpty {
            let label = Phrase(en: "not used: ", fr: "inutilisées : ")[language]
            let more = unused.count > 30 ? ", …" : ""
            lines.append("  " + label + unused.prefix(30).joined(separator: ", ") + more)
        }
        return lines.map(Printing.clean) + [""]
    }

    private static func source(of rule: ColumnMapping.Rule) -> String {
        if let constant = rule.constant { return constant.serialized() }
        return rule.columns.joined(separator: rule.join == nil ? " | " : " + ")
    }

    private var formatName: String {
        switch format {
        case .delimited("\t"): "TSV"
        case .delimited(let delimiter): "CSV \(delimiter)"
        case .jsonLines: "JSON Lines"
        case .json: "JSON"
        }
    }
}
