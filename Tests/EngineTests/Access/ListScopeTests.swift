import Domain
import Engine
import JSON
import TestSupport
import Testing

/// Every list, for every caller: the rows inside its scope are there, those outside are not, and the total counts no
/// row that is not shown.
@Suite struct ListScopeTests {
    struct Case: Sendable {
        let operation: String
        /// Puts something into the scene and answers the identifiers of a row of one's own and of a foreign one.
        let rows: @Sendable (AccessScene) throws -> (own: JSONValue, foreign: JSONValue)
        /// Who sees the own row only; the other callers that may call see both.
        let narrow: Set<World.Person>
    }

    static let cases: [Case] = [
        Case(
            operation: "candidates.list", rows: { ($0.ownCandidate, $0.hiddenCandidate) }, narrow: [.employer]),
        Case(
            operation: "jobs.list", rows: { ($0.ownJob, $0.hiddenJob) }, narrow: [.anonymous, .candidate, .employer]),
        Case(
            operation: "applications.list", rows: { ($0.ownApplication, $0.otherApplication) }, narrow: [.employer]),
        Case(
            operation: "applications.pipeline", rows: { ($0.ownApplication, $0.otherApplication) },
            narrow: [.employer]),
        Case(
            operation: "companies.list",
            rows: { scene in
                let prospect = try scene.make("companies.create", ["name": "Prospect"])
                return (.string(scene.world.ownCompany.description), prospect["id"] ?? .null)
            }, narrow: [.candidate, .employer]),
        Case(operation: "interviews.list", rows: interviews, narrow: [.candidate, .employer]),
        Case(operation: "offers.list", rows: offers, narrow: [.candidate, .employer]),
    ]

    @Sendable private static func interviews(_ scene: AccessScene) throws -> (own: JSONValue, foreign: JSONValue) {
        func made(_ application: JSONValue, _ day: String) throws -> JSONValue {
            try scene.move(application, to: ["screening"])
            return try scene.make(
                "applications.scheduleInterview",
                [
                    "application_id": application, "kind": "video", "start_at": .string("\(day)T09:00:00Z"),
                    "end_at": .string("\(day)T10:00:00Z"), "timezone": "Europe/Paris",
                ])["id"] ?? .null
        }
        return (try made(scene.ownApplication, "2026-12-01"), try made(scene.otherApplication, "2026-12-02"))
    }

    @Sendable private static func offers(_ scene: AccessScene) throws -> (own: JSONValue, foreign: JSONValue) {
        func made(_ application: JSONValue) throws -> JSONValue {
            try scene.move(application, to: ["screening", "interview"])
            return try scene.make(
                "applications.makeOffer",
                [
                    "application_id": application, "salary": 3_800_000, "currency": "EUR", "start_date": "2027-01-04",
                    "expires_at": "2026-12-10T12:00:00Z",
                ])["id"] ?? .null
        }
        return (try made(scene.ownApplication), try made(scene.otherApplication))
    }

    @Test(arguments: cases.map(\.operation))
    func aListHoldsWhatIsInScope(_ operation: String) throws {
        let example = try #require(Self.cases.first { $0.operation == operation })
        let scene = try AccessScene()
        let rows = try example.rows(scene)
        let contract = try #require(Catalogue.operation(operation)).contract
        for person in AccessTests.callers where contract.access.cell(for: person.role) != .no {
            let body = try scene.make(operation, [:], as: person)
            let shown = Self.identifiers(body)
            #expect(shown.contains(rows.own), "\(operation) as \(person)")
            #expect(shown.contains(rows.foreign) == !example.narrow.contains(person), "\(operation) as \(person)")
            #expect(body["total"] == .integer(Int64(shown.count)), "\(operation) as \(person)")
        }
    }

    /// The identifiers of a list's rows, or of a board's cards.
    private static func identifiers(_ body: JSONValue) -> [JSONValue] {
        let rows = body["data"]?.arrayValue ?? body["stages"]?.arrayValue?.flatMap { $0["cards"]?.arrayValue ?? [] }
        return (rows ?? []).compactMap { $0["id"] }
    }
}
