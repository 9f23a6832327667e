import Domain
import Engine
import JSON
import TestSupport
import Testing

@Suite struct AccessTests {
    static let callers: [World.Person] = [.anonymous, .candidate, .employer, .consultant, .admin, .superadmin]

    /// The cell of the customer's table, or for an operation beside it the one it declares.
    private func cell(_ operation: String, _ person: World.Person) throws -> String {
        if let cells = AccessTable.cells[operation] { return cells[person.role?.rawValue ?? "anonymous"] ?? "" }
        return try #require(Catalogue.operation(operation)).contract.access.cell(for: person.role).rawValue
    }

    @Test func everyOperationHasACase() {
        let cases = Set(AccessCases.all.map(\.operation))
        for type in Catalogue.operations {
            #expect(cases.contains(type.contract.id), "\(type.contract.id) has no access case")
        }
    }

    @Test(arguments: AccessCases.all.map(\.operation))
    func theTableHoldsCellByCell(_ operation: String) throws {
        let example = try #require(AccessCases.all.first { $0.operation == operation })
        for person in Self.callers {
            let cell = try cell(operation, person)
            let scene = try AccessScene()
            let answer = try scene.world.call(operation, example.own(scene, person.role), as: person)
            let expected: Set<Int>
            switch cell {
            case "no": expected = person == .anonymous ? [401] : [403]
            default: expected = [200, 201]
            }
            #expect(
                expected.contains(answer.status), "\(operation) as \(person), \(cell): \(answer.status) \(answer.body)")
        }
    }

    @Test(arguments: AccessCases.all.filter { $0.other != nil }.map(\.operation))
    func aForeignRowStaysForeign(_ operation: String) throws {
        let example = try #require(AccessCases.all.first { $0.operation == operation })
        let other = try #require(example.other)
        for person in Self.callers {
            let cell = try cell(operation, person)
            let scene = try AccessScene()
            let answer = try scene.world.call(operation, other(scene, person.role), as: person)
            let expected: Set<Int>
            switch cell {
            case "no": expected = person == .anonymous ? [401] : [403]
            // An admin sees every conversation, so a foreign one is no secret; it just may not act in it.
            case "own" where example.isSeenByAdmins && (person == .admin || person == .superadmin):
                expected = [403]
            case "own", "scoped": expected = [404]
            case "limited": expected = [404]
            default: expected = [200, 201, 403, 409]
            }
            #expect(
                expected.contains(answer.status), "\(operation) as \(person), \(cell): \(answer.status) \(answer.body)")
        }
    }
}
