/// A person's keymap file, read again when it changes.
public struct KeymapFile {
    public let path: String
    /// The keymap as it was last read.
    public private(set) var keymap: Keymap
    private let table: ActionTable
    private let preset: String?
    private var stamp: TextFile.Stamp?

    /// Reads the file; one that is not there leaves the defaults.
    public init(path: String, table: ActionTable, preset: String? = nil) {
        self.path = path
        self.table = table
        self.preset = preset
        keymap = Keymap(table: table, preset: preset)
        stamp = TextFile.stamp(path)
        if stamp != nil { read() }
    }

    /// Reads the file again if it changed: one `stat`, so call it on any tick. True when there is a new keymap.
    ///
    /// A file that is no JSON, half written perhaps, keeps the old bindings and says so in `keymap.problems`.
    public mutating func reloadIfChanged() -> Bool {
        let now = TextFile.stamp(path)
        guard now != stamp else { return false }
        stamp = now
        if now == nil {
            keymap = Keymap(table: table, preset: preset)
        } else {
            read()
        }
        return true
    }

    private mutating func read() {
        switch TextFile.read(path) {
        case .success(let text):
            let next = Keymap(table: table, user: text, source: path, preset: preset)
            let isBroken = next.problems.contains { if case .syntax = $0.kind { true } else { false } }
            if isBroken { keymap.report(next.problems) } else { keymap = next }
        case .failure(let reason):
            keymap.report([LoadProblem(source: path, place: "", kind: .unreadable(reason.message))])
        }
    }
}
