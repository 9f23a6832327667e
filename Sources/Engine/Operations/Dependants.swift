import Domain
import JSON
import Storage

/// The live rows that keep another one from being deleted.
struct Dependants {
    private var named: [JSONValue] = []
    /// How many there are at least.
    private(set) var count = 0
    private var isCut = false

    /// At most so many are named.
    static let limit = 20

    var isEmpty: Bool { count == 0 }

    /// Adds the rows whose identifiers the query answers; it is cut after the limit.
    mutating func add(_ type: String, _ query: SQL, in transaction: any Transaction) throws {
        let found: [AnyEntity.ID] = try transaction.column("\(query) LIMIT \(Self.limit + 1)")
        for id in found.prefix(Self.limit) where named.count < Self.limit {
            named.append(["type": .string(type), "id": .string(id.description)])
        }
        if found.count > Self.limit { isCut = true }
        count += found.count
    }

    /// Throws 409 naming them, unless there are none.
    func refuse(_ phrase: (_ count: String) -> Phrase) throws(Problem) {
        guard !isEmpty else { return }
        throw Problem.conflict(phrase(isCut ? "\(Self.limit)+" : "\(count)"), members: ["dependants": .array(named)])
    }
}
