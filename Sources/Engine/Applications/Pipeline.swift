import Domain
import JSON
import Storage

/// The board: for each stage how many applications stand in it and the first of them. Without `status` it shows the
/// stages of the path, `sourced` to `hired`; `rejected` and `withdrawn` are shown only when `status` asks for them.
public struct ShowPipeline: RouteOperation {
    public static let contract = Contract(
        "applications.pipeline", .get, "/applications/pipeline",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Application pipeline view", fr: "Candidatures par étape"))

    public var jobID: Job.ID?
    public var companyID: Company.ID?
    public var consultantID: Consultant.ID?
    public var sourceID: Source.ID?
    /// Words to find in the candidate's name and the job's title.
    public var q: Text<200>?
    /// Only applications that have been in their stage for at least so many days.
    public var stuckDays: Bounded<1, 3_650>?
    /// Only this stage, for instance to read on from `cursor`.
    public var status: Application.Status?
    public var perStage: PageSize
    /// The order inside each stage: `desc` (the default) begins at the card that stands first, `asc` at the last.
    public var sortOrder: SortOrder?
    /// Goes on after the last card of the stage that `status` names.
    public var cursor: ListCursor?

    public init(
        jobID: Job.ID? = nil, companyID: Company.ID? = nil, consultantID: Consultant.ID? = nil,
        sourceID: Source.ID? = nil, q: Text<200>? = nil, stuckDays: Bounded<1, 3_650>? = nil,
        status: Application.Status? = nil, perStage: PageSize = PageSize(50), sortOrder: SortOrder? = nil,
        cursor: ListCursor? = nil
    ) {
        self.jobID = jobID
        self.companyID = companyID
        self.consultantID = consultantID
        self.sourceID = sourceID
        self.q = q
        self.stuckDays = stuckDays
        self.status = status
        self.perStage = perStage
        self.sortOrder = sortOrder
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> PipelineView {
        if cursor != nil, status == nil {
            throw Problem.invalid(
                field: "status", code: "required",
                Phrase(en: "is needed with cursor", fr: "est nécessaire avec cursor"))
        }
        let stages = status.map { [$0] } ?? Application.Status.path
        let board = try PipelineBoard(
            filter: BoardFilter(
                job: jobID, company: companyID, consultant: consultantID, source: sourceID,
                stuckBefore: stuckDays.map { call.now.advanced(byDays: -$0.value) }),
            words: q.map { SearchWords.split($0.value, limit: 12) }, perStage: perStage.value,
            descending: sortOrder != .ascending, isWhole: stages.count > 1, call: call)
        let columns = try stages.map { try board.stage($0, after: cursor) }
        return PipelineView(
            stages: columns, total: columns.reduce(0) { $0 + $1.count },
            totalExact: columns.allSatisfy { $0.countExact }, asOf: call.now)
    }
}
