import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// Bulk mail says how to get no more, and that works without an account.
@Suite struct OptOutTests {
    private let world: MessagingWorld

    init() throws { world = try MessagingWorld() }

    private func bulkMail(_ settings: JSONValue) throws -> OutgoingMail {
        try world.done("admin.settings.update", ["settings": settings], .admin)
        try world.done(
            "messaging.bulkMessage",
            ["candidate_ids": [world.candidate], "subject": "Open day", "body": "Come"], .consultant)
        while try world.world.engine.expandBulkMessages() {}
        return try #require(try world.world.engine.claimMail().first { $0.isBulk })
    }

    private func token(_ mail: OutgoingMail) throws -> String {
        String(try #require(mail.unsubscribe.last).suffix(43))
    }

    private func takesMail() throws -> JSONValue? {
        try world.done("candidates.get", ["candidate_id": world.candidate], .admin)["can_email"]
    }

    @Test func aBulkMailNamesThePageAndTheAddress() throws {
        let mail = try bulkMail([
            "agency.support_email": "help@agency.example",
            "agency.unsubscribe_url": "https://agency.example/out?lang=fr",
        ])
        let token = try token(mail)
        #expect(
            mail.unsubscribe == [
                "https://agency.example/out?lang=fr&token=\(token)",
                "mailto:help@agency.example?subject=unsubscribe%20\(token)",
            ])
    }

    @Test func withoutAnAddressThatSomebodyReadsThereIsNone() throws {
        #expect(try bulkMail(["agency.name": "Agence"]).unsubscribe == [])
    }

    @Test func whoHasTheTokenGetsNoMore() throws {
        let mail = try bulkMail(["agency.support_email": "help@agency.example"])
        let token = try token(mail)
        #expect(try takesMail() == true)
        // Another one waits.
        try world.done(
            "messaging.bulkMessage", ["candidate_ids": [world.candidate], "subject": "Again", "body": "Come"], .admin)
        while try world.world.engine.expandBulkMessages() {}
        for _ in 0..<2 {
            let answer = try world.done("messaging.optOut", ["token": .string(token)], .anonymous)
            #expect(answer == ["opted_out": true])
        }
        #expect(try takesMail() == false)
        #expect(try world.mails(["status": "cancelled"]).count == 2)
        #expect(try world.world.engine.claimMail().isEmpty)
        let result = try world.done(
            "messaging.bulkMessage", ["candidate_ids": [world.candidate], "subject": "Third", "body": "Come"], .admin)
        #expect(result["results"]?[0]?["code"] == "opted_out")
        let log = try world.done("admin.auditLogs", ["operation_id": "messaging.optOut"], .admin)["data"]?.arrayValue
        #expect(log?.count == 1)
        #expect(log?[0]["after"] == ["can_email": false])
        #expect(log?[0].serialized().contains(token) == false)
    }

    @Test func otherTokensDoNothing() throws {
        let token = try token(try bulkMail(["agency.support_email": "help@agency.example"]))
        var forged = Array(token)
        forged[30] = forged[30] == "A" ? "B" : "A"
        var other = Array(token)
        other[15] = other[15] == "A" ? "B" : "A"
        for text in [String(forged), String(other), "x", String(token.dropLast()), token + "A", "é"] {
            #expect(try world.status("messaging.optOut", ["token": .string(text)], .anonymous) == 422, "\(text)")
        }
        #expect(try takesMail() == true)
    }
}
