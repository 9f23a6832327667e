import Domain
import Engine

/// What a board is narrowed to.
public struct BoardFilter: Codable, Sendable, Hashable {
    public var text = ""
    public var job: Named<Job.ID>?
    public var consultant: Named<Consultant.ID>?
    /// Only applications that have been in their stage for so many days.
    public var stuckDays: Int?

    public init() {}

    public var isEmpty: Bool { self == BoardFilter() }

    /// An identifier with what to call it.
    public struct Named<ID: Hashable & Sendable & Codable>: Codable, Sendable, Hashable {
        public var id: ID
        public var name: String

        public init(id: ID, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// The operation that reads the board, or one stage of it.
    func operation(
        stage: Application.Status? = nil, sortOrder: SortOrder? = nil, cursor: String? = nil, limit: Int
    ) -> ShowPipeline {
        ShowPipeline(
            jobID: job?.id, consultantID: consultant?.id,
            q: text.isEmpty ? nil : Text(cutting: text), stuckDays: stuckDays.map { Bounded(clamping: $0) },
            status: stage,
            perStage: PageSize(limit), sortOrder: sortOrder, cursor: cursor.flatMap { ListCursor(text: $0) })
    }
}
