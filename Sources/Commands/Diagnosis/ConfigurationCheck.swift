import Domain
import JSON
import Terminal
import Workspace

/// What is wrong with a person's configuration: config.json, keymaps.json and the themes.
struct ConfigurationCheck {
    let location: WorkspaceLocation
    /// What keys can be bound to.
    let actions: ActionTable
    var environment: [String: String] = [:]

    private static let members = ["language", "theme", "keymap", "database", "assistant", "mail"]

    func findings() -> [Finding] {
        let found = settings() + keymap() + themes()
        guard found.isEmpty else { return found }
        return [
            Finding(
                .configuration, .ok,
                Phrase(
                    en: "config.json, keymaps.json and the themes can be read.",
                    fr: "config.json, keymaps.json et les thèmes sont lisibles."))
        ]
    }

    /// What is wrong with `config.json`, without what the workstation itself says of keymap and themes.
    var complaints: [Phrase] { settings().map(\.what) }

    private func settings() -> [Finding] {
        let path = location.configuration + "/config.json"
        let document: JSONValue
        switch Settings.read(path) {
        case .missing: return []
        case .read(let read): document = read
        case .unusable(let problem, let line):
            return [warning(problem, line > 0 ? "\(path):\(line)" : path, until: Self.nothingIsKnown)]
        }
        var found: [Finding] = []
        for key in document.objectValue?.keys ?? [] where !Self.members.contains(key) {
            found.append(
                warning(Phrase(en: "There is no setting “\(key)”.", fr: "Le réglage « \(key) » n’existe pas."), path))
        }
        let settings = Settings(document)
        if settings.language == nil, document["language"] != nil {
            found.append(warning(Phrase(en: "language must be en or fr.", fr: "language doit être en ou fr."), path))
        }
        if let theme = settings.theme, !library.names.contains(theme) {
            found.append(
                warning(Phrase(en: "There is no theme “\(theme)”.", fr: "Le thème « \(theme) » n’existe pas."), path))
        }
        if let problem = settings.databaseProblem {
            found.append(warning(problem, path, until: Self.workspaceIsClosed))
        }
        if let problem = settings.mail(environment: environment).problem {
            found.append(warning(problem, path, until: Self.mailsWait))
        }
        if let preset = settings.keymap, !Keymap.presets.contains(preset) {
            found.append(
                warning(
                    Phrase(
                        en: "There is no preset of keys “\(preset)”.", fr: "Le préréglage « \(preset) » n’existe pas."),
                    path))
        }
        return found
    }

    private var library: ThemeLibrary { ThemeLibrary(directory: location.configuration + "/themes") }

    private func keymap() -> [Finding] {
        let keymap = KeymapFile(path: location.configuration + "/keymaps.json", table: actions).keymap
        return keymap.problems.map(finding)
            + keymap.conflicts().filter { $0.kind != .replacesDefault }.map { conflict in
                warning(KeymapText.phrase(of: conflict), location.configuration + "/keymaps.json")
            }
    }

    private func themes() -> [Finding] {
        let library = library
        return Set(library.names.flatMap { library.theme(named: $0).problems })
            .sorted { $0.description < $1.description }.map(finding)
    }

    private func finding(_ problem: LoadProblem) -> Finding {
        warning(LoadProblemText.phrase(problem), nil)
    }

    private func warning(
        _ what: Phrase, _ place: String?, until remedy: Phrase = ConfigurationCheck.defaultIsUsed
    ) -> Finding {
        Finding(.configuration, .warning, what, place: place, remedy: remedy)
    }

    private static let defaultIsUsed = Phrase(
        en: "Mend the file; until then the default is used.",
        fr: "Corrigez le fichier ; d’ici là, la valeur par défaut sert.")
    private static let mailsWait = Phrase(
        en: "Mend the file; until then no mail leaves, and all wait in the outbox.",
        fr: "Corrigez le fichier ; d’ici là, aucun courrier ne part, tous attendent.")
    private static let workspaceIsClosed = Phrase(
        en: "Mend the file; until then the default workspace is not opened.",
        fr: "Corrigez le fichier ; d’ici là, l’espace par défaut n’est pas ouvert.")
    private static let nothingIsKnown = Phrase(
        en:
            "Mend the file; until then the default workspace is not opened, no mail leaves, and all wait in the outbox.",
        fr: """
            Corrigez le fichier ; d’ici là, l’espace par défaut n’est pas ouvert et aucun courrier ne part, tous \
            attendent.
            """)
}
