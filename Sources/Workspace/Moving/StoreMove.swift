import Engine
import Glibc
import Storage

/// Copies a whole workspace, its rows and the files of its CVs, to where none is yet: from a folder to a server's
/// database or back. The workspace that is copied stays as it is.
public struct StoreMove {
    public let source: WorkspaceLocation
    public let target: WorkspaceLocation
    public let options: WorkspaceOptions

    /// What was copied.
    public struct Result: Sendable {
        /// The tables and full-text collections, with their numbers of rows and their checksums, which both stores have.
        public let parts: [StoreCopy.Part]
        /// How many files were copied; those that lay in the target's folder already are not counted.
        public let files: Int
    }

    public init(from source: WorkspaceLocation, to target: WorkspaceLocation, options: WorkspaceOptions) {
        self.source = source
        self.target = target
        self.options = options
    }

    /// Copies and compares. Whatever interrupts it, the target is whole afterwards or no workspace. `progress` is told how
    /// many rows were copied or compared, of how many. Throws what `Workspace.open` throws for the source and
    /// `Workspace.create` for the target, and `.sameStore`.
    public func run(progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws -> Result {
        guard source.store != target.store else { throw WorkspaceProblem.sameStore(store: source.shown) }
        let workspace = try Workspace.open(at: source, options: options)
        defer { workspace.close() }
        var parts: [StoreCopy.Part] = []
        var files = 0
        let made = try Workspace.create(at: target, options: options, keepsFiles: source.folder == target.folder) {
            engine in
            let collections = options.migrations.searchCollections
            do {
                parts = try StoreCopy(from: workspace.database, to: engine.database, collections: collections).run(
                    progress: progress)
            } catch let failure as StoreCopy.Failure {
                throw WorkspaceProblem.failed(path: target.shown, detail: Self.text(failure))
            }
            try engine.database.analyze()
            if source.folder != target.folder { files = try copyFiles() }
        }
        made.close()
        return Result(parts: parts, files: files)
    }

    /// Copies the files of CVs that the target does not have. A file's name is the checksum of what is in it.
    private func copyFiles() throws -> Int {
        let (from, to) = (FileFolder(path: source.files), FileFolder(path: target.files))
        var copied = 0
        for name in try PrivateFolder.names(in: source.files) where FileFolder.isName(name) && !to.exists(sha256: name)
        {
            guard let contents = try from.contents(sha256: name) else { continue }
            _ = try to.keep(contents)
            copied += 1
        }
        return copied
    }

    private static func text(_ failure: StoreCopy.Failure) -> String {
        switch failure {
        case .differentSchemas(let source, let target): "schema \(source) cannot be copied into schema \(target)"
        case .missingTable(let name): "the table \(name) is missing"
        case .different(let table, let wanted, let found):
            "the table \(table) is not what was copied (\(found) rows of \(wanted))"
        }
    }
}
