import Storage

/// What a workspace is for, as it says itself.
public enum WorkspaceKind: Sendable, Hashable {
    /// A demo, with the parameters that it was made with.
    case demo(DemoParameters)
    /// Somebody's real work.
    case real
}

extension WorkspaceKind {
    /// Reads it from the workspace.
    init(in database: any Database) throws {
        let values = try database.read { transaction in
            try transaction.all("SELECT key, value FROM workspace_info WHERE key = 'demo' OR key LIKE 'demo.%'") {
                (key: try $0.next(String.self), value: try $0.next(String.self))
            }
        }
        let parameters = Dictionary(values, uniquingKeysWith: { first, _ in first })
        self = parameters.isEmpty ? .real : .demo(DemoParameters(stored: parameters))
    }
}
