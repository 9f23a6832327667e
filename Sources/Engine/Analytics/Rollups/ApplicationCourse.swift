import Domain
import Storage

/// What an application's history comes to: the stages that it ever reached and how long it was in each. Moves that
/// were taken back, and the taking back, do not count: they were never meant.
public struct ApplicationCourse: Sendable, Hashable {
    /// The bit 1 << rank for each stage that it ever reached, its ends among them.
    public private(set) var reached = 0
    /// Milliseconds in visits that have ended, by the rank of the open stage; `nil` where none has.
    public private(set) var spent: [Int64?] = Array(repeating: nil, count: Application.Status.open.count)

    /// How far an application came that made these steps, in order.
    public init(steps: some Sequence<(status: Application.Status, at: Instant)>) {
        var last: (status: Application.Status, at: Instant)?
        for step in steps {
            if let last { leave(last.status, enteredAt: last.at, at: step.at) }
            reached |= Self.bit(step.status)
            last = step
        }
    }

    init(reached: Int, spent: [Int64?]) {
        self.reached = reached
        self.spent = spent
    }

    static func bit(_ status: Application.Status) -> Int { 1 << status.rank }

    func hasReached(_ status: Application.Status) -> Bool { reached & Self.bit(status) != 0 }

    /// The stages in `other` that are not in this one.
    func missing(from other: ApplicationCourse) -> [Application.Status] {
        let bits = other.reached & ~reached
        return bits == 0 ? [] : Application.Status.allCases.filter { bits & Self.bit($0) != 0 }
    }

    mutating func move(from: Application.Status, enteredAt: Instant, to: Application.Status, at: Instant) {
        leave(from, enteredAt: enteredAt, at: at)
        reached |= Self.bit(to)
    }

    private mutating func leave(_ status: Application.Status, enteredAt: Instant, at: Instant) {
        guard status.isOpen else { return }
        spent[status.rank] = (spent[status.rank] ?? 0) + at.milliseconds - enteredAt.milliseconds
    }

    /// The course of an application by its history, without the move `undone`, which is being taken back.
    static func read(
        _ id: Application.ID, without undone: StatusChange.ID, in transaction: any Transaction
    ) throws -> ApplicationCourse {
        let steps = try transaction.all(
            """
            SELECT h.to_status, h.at FROM status_history h WHERE h.application_id = \(id) AND h.id <> \(undone)
            AND h.undo_of IS NULL AND NOT EXISTS (SELECT 1 FROM status_history u WHERE u.undo_of = h.id)
            ORDER BY h.row_seq, h.at, h.id
            """
        ) { columns in
            (status: try columns.next(Application.Status.self), at: try columns.next(Instant.self))
        }
        return ApplicationCourse(steps: steps)
    }
}

/// The columns of `application` that hold its course.
public enum CourseColumn {
    /// By the rank of the stage.
    static let spent = Application.Status.open.map { "spent_\($0.rawValue)" }

    /// `reached` and `spent_…` of `a`, for `read`.
    static let selected = SQL(trusted: (["reached"] + spent).map { "a.\($0)" }.joined(separator: ", "))

    /// The names, for an `INSERT` whose values are `values(of:)`.
    public static let names = SQL(trusted: (["reached"] + spent).joined(separator: ", "))

    public static func values(of course: ApplicationCourse) -> SQL {
        let spent = course.spent
        return "\(course.reached), \(spent[0]), \(spent[1]), \(spent[2]), \(spent[3]), \(spent[4]), \(spent[5])"
    }

    static func read(_ columns: inout Columns) throws -> ApplicationCourse {
        let reached: Int = try columns.next()
        var spent: [Int64?] = []
        for _ in Self.spent { spent.append(try columns.next()) }
        return ApplicationCourse(reached: reached, spent: spent)
    }
}
