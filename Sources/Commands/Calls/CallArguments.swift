import Domain
import Engine
import JSON

/// The input of one call, put together from a command line.
struct CallArguments {
    /// Bytes that an input file may have: an upload of 20 MB in base 64 and some more.
    static let largestInput = 32 << 20

    private(set) var input = JSONValue.object(JSONObject())
    /// The names that were given by themselves, so that a second one makes a list.
    private var seen: Set<String> = []

    /// `words` are `name=value`, `name=@path` for the text of a file, and `name:=json`; they win over what `--input` has.
    init(
        words: [String], input path: String?, files: [String], for operation: any RouteOperation.Type,
        context: CommandContext
    ) throws {
        if let path { input = try Self.document(path, context) }
        for word in words { try add(word, context) }
        for file in files { try attach(file, operation, context) }
    }

    /// Finds an operation; a name that is none is wrong usage, with the name that was likely meant.
    static func operation(named name: String) throws -> any RouteOperation.Type {
        if let operation = Catalogue.operation(name) { return operation }
        let shown = Printing.clean(name)
        let names = Catalogue.operations.map { $0.contract.id }
        // `jobs list` and `listJobs` are not near `jobs.list`, so what is told then is where the list is.
        guard let nearest = nearestName(to: name, among: names) else {
            throw CommandFailure.usage(
                Phrase(
                    en: "There is no operation '\(shown)'; `rplus operations` lists them.",
                    fr: "L’opération « \(shown) » n’existe pas ; `rplus operations` les énumère."))
        }
        throw CommandFailure.usage(
            Phrase(
                en: "There is no operation '\(shown)'. Did you mean '\(nearest)'?",
                fr: "L’opération « \(shown) » n’existe pas. Vouliez-vous dire « \(nearest) » ?"))
    }

    private static func document(_ path: String, _ context: CommandContext) throws -> JSONValue {
        let bytes = try InputFile.contents(context.path(path), limit: largestInput, standard: context.input)
        let document: JSONValue
        do {
            document = try JSONValue(parsing: bytes)
        } catch {
            throw CommandFailure.usage(
                Phrase(
                    en: "\(path) is not JSON: line \(error.line), column \(error.column): \(error.message)",
                    fr: "\(path) n’est pas du JSON : ligne \(error.line), colonne \(error.column) : \(error.message)"))
        }
        guard document.objectValue != nil else {
            throw CommandFailure.usage(
                Phrase(en: "\(path) must hold one JSON object.", fr: "\(path) doit contenir un objet JSON."))
        }
        return document
    }

    private mutating func add(_ word: String, _ context: CommandContext) throws {
        guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { throw Self.wrongForm(word) }
        var name = word[..<equals]
        let text = String(word[word.index(after: equals)...])
        guard name.last == ":" else {
            put(String(name), .string(try Self.value(text, context)))
            return
        }
        name.removeLast()
        guard !name.isEmpty else { throw Self.wrongForm(word) }
        do {
            put(String(name), try JSONValue(parsing: text))
        } catch {
            let shown = Printing.clean(word)
            throw CommandFailure.usage(
                Phrase(
                    en: "'\(shown)': what follows := is not JSON (\(error.message)). Use = for a text.",
                    fr: "« \(shown) » : ce qui suit := n’est pas du JSON (\(error.message)). Utilisez = pour un texte.")
            )
        }
    }

    /// `@path` is the text of that file; a text that begins with `@` itself is written with two.
    private static func value(_ text: String, _ context: CommandContext) throws -> String {
        guard text.hasPrefix("@") else { return text }
        let path = String(text.dropFirst())
        if path.hasPrefix("@") { return path }
        let bytes = try InputFile.contents(context.path(path), limit: largestInput, standard: context.input)
        guard let contents = String(validating: bytes, as: UTF8.self) else {
            let shown = Printing.clean(path)
            throw CommandFailure.usage(
                Phrase(en: "\(shown) is not text in UTF-8.", fr: "\(shown) n’est pas du texte en UTF-8."))
        }
        return contents
    }

    /// A name with dots leads into objects; a name that is given twice makes a list.
    private mutating func put(_ name: String, _ value: JSONValue) {
        let steps = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let isRepeated = !seen.insert(name).inserted
        Self.put(steps[...], value, isRepeated, into: &input)
    }

    private static func put(
        _ steps: ArraySlice<String>, _ value: JSONValue, _ isRepeated: Bool, into target: inout JSONValue
    ) {
        guard let first = steps.first else { return }
        guard steps.count == 1 else {
            var inner = target[first] ?? .object(JSONObject())
            put(steps.dropFirst(), value, isRepeated, into: &inner)
            target[first] = inner
            return
        }
        guard isRepeated, let before = target[first] else {
            target[first] = value
            return
        }
        target[first] = .array((before.arrayValue ?? [before]) + [value])
    }

    /// Puts a file into the input, as HTTP would take it from a form.
    private mutating func attach(_ word: String, _ operation: any RouteOperation.Type, _ context: CommandContext) throws
    {
        guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { throw Self.wrongForm(word) }
        let path = String(word[word.index(after: equals)...])
        let fields = OperationDescription(operation).inputFields.map { $0.replacing("?", with: "") }
        guard fields.contains("content_base64") else {
            let id = operation.contract.id
            throw CommandFailure.usage(Phrase(en: "\(id) takes no file.", fr: "\(id) ne prend pas de fichier."))
        }
        let bytes = try InputFile.contents(context.path(path), limit: Self.largestInput, standard: context.input)
        input["content_base64"] = .string(Base64URL.encode(bytes))
        if fields.contains("filename"), input["filename"] == nil {
            input["filename"] = .string(path.split(separator: "/").last.map(String.init) ?? path)
        }
    }

    private static func wrongForm(_ word: String) -> CommandFailure {
        let shown = Printing.clean(word)
        return CommandFailure.usage(
            Phrase(
                en: "'\(shown)' must be name=value or name:=json.",
                fr: "« \(shown) » doit être nom=valeur ou nom:=json."))
    }
}
