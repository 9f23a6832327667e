import Domain
import Storage

/// Where an application is counted: in the workspace under its source, and under its consultant.
struct RollupScope: Hashable, Sendable {
    let id: AnyEntity.ID
    let source: AnyEntity.ID

    /// In the place of no source, and of the workspace.
    static let zero = AnyEntity.ID(high: 0, low: 0)

    static func workspace(source: Source.ID?) -> RollupScope { RollupScope(id: zero, source: source?.cast() ?? zero) }
    static func consultant(_ id: Consultant.ID) -> RollupScope { RollupScope(id: id.cast(), source: zero) }

    /// All scopes of an application.
    static func all(source: Source.ID?, consultant: Consultant.ID?) -> [RollupScope] {
        let workspace = workspace(source: source)
        guard let consultant else { return [workspace] }
        return [workspace, Self.consultant(consultant)]
    }

    static func day(_ instant: Instant) -> Int64 { instant.milliseconds / 86_400_000 }
}
