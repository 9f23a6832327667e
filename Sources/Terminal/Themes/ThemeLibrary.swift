import JSON

/// The themes that there are: those built in, and a person's own, which may inherit from each other.
public struct ThemeLibrary: Sendable {
    /// The texts of the themes by name; a person's own replace those built in.
    private var texts: [String: String]
    /// Files that could not be read.
    private var unreadable: [LoadProblem] = []

    /// The built-in themes and all `*.json` of a directory, which need not exist.
    public init(directory: String? = nil) {
        texts = Dictionary(EmbeddedDefaults.themes.map { ($0.name, $0.text) }) { $1 }
        guard let directory else { return }
        for file in TextFile.names(in: directory) where file.hasSuffix(".json") {
            switch TextFile.read("\(directory)/\(file)") {
            case .success(let text): add(text, named: String(file.dropLast(5)))
            case .failure(let reason):
                unreadable.append(
                    LoadProblem(source: file, place: "", kind: .unreadable(reason.message)))
            }
        }
    }

    /// Adds a theme under the name of its file.
    public mutating func add(_ text: String, named name: String) { texts[name] = text }

    public var names: [String] { texts.keys.sorted() }

    /// A theme and what was skipped in it. An unknown name gives the `night` theme and a problem.
    public func theme(named name: String) -> (theme: Theme, problems: [LoadProblem]) {
        guard texts[name] != nil else {
            let problem = LoadProblem(source: name, place: "", kind: .unknownParent(name))
            let fallback = texts["night"] == nil ? (Theme.bare, []) : load("night", path: [])
            return (fallback.0, unreadable + [problem] + fallback.1)
        }
        let (theme, problems) = load(name, path: [])
        return (theme, unreadable + problems)
    }

    private func load(_ name: String, path: [String]) -> (Theme, [LoadProblem]) {
        guard let text = texts[name] else { return (.bare, []) }
        var inherited: [LoadProblem] = []
        let path = path + [name]
        let (theme, problems) = Theme.load(json: text, source: name) { parent in
            if path.contains(parent) {
                // A theme that replaces a built-in one may inherit from that.
                if parent == name, let original = EmbeddedDefaults.themes.first(where: { $0.name == name })?.text {
                    return Theme.load(json: original, source: name).theme
                }
                inherited.append(LoadProblem(source: name, place: "inherits", kind: .inheritanceCycle(parent)))
                return nil
            }
            guard texts[parent] != nil else { return nil }
            let (theme, problems) = load(parent, path: path)
            inherited += problems
            return theme
        }
        return (theme, inherited + problems)
    }
}
