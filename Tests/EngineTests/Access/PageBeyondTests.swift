import Engine
import JSON
import TestSupport
import Testing

/// A page behind the last one is empty, and counts what the first page counts.
@Suite struct PageBeyondTests {
    @Test(
        arguments: AccessCases.all.map(\.operation).filter { Catalogue.operation($0)?.contract.effect == .read })
    func totalsAreThoseOfTheFirstPage(_ operation: String) throws {
        let example = try #require(AccessCases.all.first { $0.operation == operation })
        let contract = try #require(Catalogue.operation(operation)).contract
        let callers = [World.Person.superadmin, .employer].filter { contract.access.cell(for: $0.role) != .no }
        for person in callers {
            let scene = try AccessScene()
            guard var input = try example.own(scene, person.role).objectValue else { continue }
            let first = try scene.world.call(operation, .object(input), as: person).body
            guard first["page"] != nil, let total = first["total"] else { continue }
            input["page"] = 40
            let answer = try scene.world.call(operation, .object(input), as: person)
            #expect(answer.status == 200, "\(operation) as \(person): \(answer.body)")
            #expect(answer.body["data"]?.arrayValue == [], "\(operation) as \(person)")
            // Reading the audit log is an entry of its own.
            let read: Int64 = operation == "admin.auditLogs" ? 1 : 0
            #expect(answer.body["total"]?.integerValue == (total.integerValue ?? 0) + read, "\(operation) as \(person)")
            #expect(answer.body["total_exact"] == first["total_exact"], "\(operation) as \(person)")
            #expect(answer.body["pages"] == first["pages"], "\(operation) as \(person)")
        }
    }
}
