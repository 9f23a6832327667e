import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct KernelTests {
    @Test func anUnknownOperationIs404() throws {
        let world = try World()
        let answer = try world.call("nothing.here", as: .admin)
        #expect(answer.status == 404)
    }

    @Test func theAuditChainOfAFreshWorldIsWhole() throws {
        let world = try World()
        _ = try world.credential(.admin)
        let report = try world.database.read { try AuditVerification(in: $0) }
        #expect(report.entries == 1)
        #expect(report.findings.isEmpty)
    }
}
