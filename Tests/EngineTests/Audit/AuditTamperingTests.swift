import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// Somebody with the file in hand changes the log; the chain tells.
@Suite struct AuditTamperingTests {
    let world: World

    /// A log with some entries: each has what it was and what it became.
    init() throws {
        world = try World()
        for name in ["Un", "Deux", "Trois", "Quatre", "Cinq"] {
            _ = try world.call("auth.updateProfile", ["last_name": .string(name)], as: .admin)
        }
    }

    private func findings() throws -> [AuditVerification.Finding] {
        try world.database.read { try AuditVerification(in: $0).findings }
    }

    private func tamper(_ statements: SQL...) throws {
        try world.database.write { transaction in
            for statement in statements { try transaction.execute(statement) }
        }
    }

    @Test func anUntouchedLogIsWhole() throws {
        #expect(try findings().isEmpty)
        let entries: Int64 = try world.database.read { try AuditVerification(in: $0).entries }
        #expect(entries == 10)
    }

    static let alterations: [SQL] = [
        "after = '{\"last_name\":\"Autre\"}'", "before = NULL", "after = NULL, before = NULL", "salt = NULL",
        "salt = \([UInt8(0)])", "at = at + 1", "actor_id = NULL", "actor_role = 'superadmin'",
        "operation_id = 'auth.logout'", "outcome = 403", "target_id = NULL", "target_type = 'job'",
        "request_id = ''", "origin = 'hub'", "payload_digest = \([UInt8(0)])",
        "hash = \([UInt8](repeating: 0, count: 32))", "previous_hash = \([UInt8](repeating: 0, count: 32))",
    ]

    /// What only a database takes that lets values of any type into any column.
    static let looseAlterations: [SQL] = TestServer.shared == nil ? ["actor_id = 'nobody'", "outcome = 'x'"] : []

    @Test(arguments: alterations + looseAlterations)
    func anAlteredEntryIsFound(_ assignment: SQL) throws {
        try tamper("UPDATE audit_log SET \(assignment) WHERE seq = 4")
        #expect(try findings().first == .altered(sequence: 4))
    }

    @Test func aRemovedEntryIsFound() throws {
        try tamper("DELETE FROM audit_log WHERE seq = 4")
        #expect(try findings() == [.missing(sequence: 4)])
    }

    @Test func theFirstEntryRemovedIsFound() throws {
        try tamper("DELETE FROM audit_log WHERE seq = 1")
        #expect(try findings() == [.missing(sequence: 1)])
    }

    @Test func theEndCutOffIsFound() throws {
        try tamper("DELETE FROM audit_log WHERE seq > 7")
        #expect(try findings() == [.wrongEnd(expected: 10, found: 7)])
        try tamper("DELETE FROM audit_log")
        #expect(try findings() == [.wrongEnd(expected: 10, found: 0)])
    }

    @Test func aRemovedEntryWhosePlaceWasTakenIsFound() throws {
        // By way of numbers that nobody has: PostgreSQL moves rows in no order and minds each that is taken.
        try tamper(
            "DELETE FROM audit_log WHERE seq = 4", "UPDATE audit_log SET seq = seq + 1000 WHERE seq > 4",
            "UPDATE audit_log SET seq = seq - 1001 WHERE seq > 1000")
        #expect(try findings().first == .altered(sequence: 4))
    }

    @Test func reorderedEntriesAreFound() throws {
        try tamper(
            "UPDATE audit_log SET seq = 1000 WHERE seq = 4", "UPDATE audit_log SET seq = 4 WHERE seq = 6",
            "UPDATE audit_log SET seq = 6 WHERE seq = 1000")
        let found = try findings()
        #expect(found.contains(.altered(sequence: 4)))
        #expect(found.contains(.altered(sequence: 6)))
    }

    @Test func anAddedEntryIsFound() throws {
        try tamper(
            """
            INSERT INTO audit_log SELECT 11, at, actor_id, actor_role, origin, request_id, operation_id, target_type,
            target_id, outcome, before, after, salt, payload_digest, previous_hash, hash FROM audit_log WHERE seq = 10
            """)
        #expect(try findings() == [.altered(sequence: 11), .wrongEnd(expected: 10, found: 11)])
    }

    @Test func aLostHeadIsFound() throws {
        try tamper("DELETE FROM audit_head")
        #expect(try findings() == [.wrongEnd(expected: 0, found: 10)])
    }

    /// A person's data can be erased from the log for good, and the log still proves that nothing else was touched.
    @Test func anErasedPayloadLeavesTheChainWhole() throws {
        try tamper("UPDATE audit_log SET before = NULL, after = NULL, salt = NULL WHERE seq IN (2, 4, 10)")
        #expect(try findings().isEmpty)
        _ = try world.call("auth.updateProfile", ["last_name": "Six"], as: .admin)
        #expect(try findings().isEmpty)
        let page = try world.call("admin.auditLogs", ["page_size": 200], as: .admin)
        let erased = page.body["data"]?.arrayValue?.filter { $0["is_erased"] == true }.compactMap { $0["sequence"] }
        #expect(erased == [10, 4, 2])
    }

    @Test func anAdministratorAsks() throws {
        let whole = try world.call("admin.verifyAuditLog", as: .admin)
        #expect(whole.body["is_whole"] == true)
        #expect(whole.body["findings"] == [])
        try tamper("UPDATE audit_log SET outcome = 500 WHERE seq = 4", "DELETE FROM audit_log WHERE seq = 8")
        let broken = try world.call("admin.verifyAuditLog", as: .superadmin)
        #expect(broken.body["is_whole"] == false)
        #expect(broken.body["findings"]?[0]?["kind"] == "altered")
        #expect(broken.body["findings"]?[0]?["sequence"] == 4)
        #expect(broken.body["findings"]?[1]?["kind"] == "missing")
        #expect(broken.body["findings"]?[1]?["sequence"] == 8)
        for (person, status) in [
            (World.Person.anonymous, 401), (.candidate, 403), (.employer, 403), (.consultant, 403),
        ] { #expect(try world.call("admin.verifyAuditLog", as: person).status == status) }
    }
}
