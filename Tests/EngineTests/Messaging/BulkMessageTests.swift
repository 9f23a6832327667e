import Domain
import Engine
import JSON
import TestSupport
import Testing

@Suite struct BulkMessageTests {
    /// A world with candidates who may, and who may not, be written to.
    struct Crowd {
        let world: MessagingWorld
        var willing: JSONValue = .null
        var byName: [String: JSONValue] = [:]

        init() throws {
            world = try MessagingWorld()
            willing = world.candidate
            let consent: JSONValue = ["basis": "consent", "given_at": "2026-01-01T00:00:00Z"]
            try add("Opted Out", ["can_email": false, "consent": consent])
            try add("Do Not", ["status": "do_not_contact", "consent": consent])
            try add("No Consent", ["consent": .null])
            try add(
                "Expired",
                ["consent": consent.with(["expires_at": "2026-06-01T00:00:00Z"])])
            try add("No Address", ["consent": consent, "emails": []])
        }

        private mutating func add(_ name: String, _ fields: JSONValue) throws {
            let address = name.lowercased().split(separator: " ").joined(separator: ".") + "@example.com"
            let person: JSONValue = [
                "first_name": .string(name), "last_name": "Test", "emails": [["value": .string(address)]],
            ]
            var input = person.with(fields)
            if input["consent"] == .null { input = person.with(["can_email": true]) }
            byName[name] = try world.done("candidates.create", input, .admin)["id"]
        }

        var all: [JSONValue] { [willing] + byName.keys.sorted().compactMap { byName[$0] } }

        func send(_ more: JSONValue = [:], _ person: World.Person = .consultant) throws -> EncodedAnswer {
            let input: JSONValue = [
                "candidate_ids": .array(all), "subject": "Open day", "body": "Dear {{first_name}}, come and see us.",
            ]
            return try world.world.call("messaging.bulkMessage", input.with(more), as: person)
        }
    }

    @Test func everyRecipientHasAResultAndOnlyTheWillingGetAMail() throws {
        let crowd = try Crowd()
        let answer = try crowd.send()
        try #require(answer.status == 200, "\(answer.body)")
        #expect(answer.body["recipients"] == 6)
        #expect(answer.body["queued"] == 1)
        #expect(answer.body["skipped"] == 4)
        #expect(answer.body["failed"] == 1)
        var codes: [JSONValue: JSONValue?] = [:]
        for row in answer.body["results"]?.arrayValue ?? [] { codes[row["candidate_id"] ?? .null] = row["code"] }
        func code(_ name: String) -> JSONValue? { crowd.byName[name].flatMap { codes[$0] ?? nil } }
        #expect(code("Opted Out") == "opted_out")
        #expect(code("Do Not") == "do_not_contact")
        #expect(code("No Consent") == "no_consent")
        #expect(code("Expired") == "consent_expired")
        #expect(code("No Address") == "no_address")
        #expect(try crowd.world.mails().isEmpty)
        while try crowd.world.world.engine.expandBulkMessages() {}
        let mails = try crowd.world.mails()
        #expect(mails.map { $0["body"] } == ["Dear Zoé, come and see us."])
        #expect(mails.first?["recipient"] == "zoe@example.com")
        let report = try crowd.world.done(
            "messaging.bulkMessages.results", ["bulk_message_id": answer.body["id"] ?? .null], .admin)
        #expect(report["total"] == 6)
        #expect(report["data"]?[0]?["mail_status"] == "waiting")
        let list = try crowd.world.done("messaging.bulkMessages.list", [:], .consultant)
        #expect(list["data"]?[0]?["status"] == "done")
    }

    @Test func aDryRunKeepsNothing() throws {
        let crowd = try Crowd()
        let answer = try crowd.send(["dry_run": true])
        #expect(answer.body["queued"] == 1)
        #expect(answer.body["kept"] == false)
        #expect(answer.body["id"] == nil)
        #expect(try crowd.world.done("messaging.bulkMessages.list", [:], .admin)["total"] == 0)
        #expect(try crowd.world.world.engine.expandBulkMessages() == false)
    }

    @Test func allOrNothingSendsNothingWhereOneFails() throws {
        let crowd = try Crowd()
        let answer = try crowd.send(["mode": "all_or_nothing"])
        #expect(answer.body["failed"] == 1)
        #expect(answer.body["kept"] == false)
        #expect(try crowd.world.done("messaging.bulkMessages.list", [:], .admin)["total"] == 0)
    }

    @Test func aRepeatedCallSendsOnce() throws {
        let crowd = try Crowd()
        let first = try crowd.send(["idempotency_key": "open-day"])
        let second = try crowd.send(["idempotency_key": "open-day"])
        #expect(first.body == second.body)
        #expect(try crowd.send(["idempotency_key": "open-day", "subject": "Other"]).status == 409)
        #expect(try crowd.world.done("messaging.bulkMessages.list", [:], .admin)["total"] == 1)
    }

    @Test func whoOptsOutMeanwhileGetsNothing() throws {
        let crowd = try Crowd()
        let made = try crowd.send()
        try crowd.world.done(
            "candidates.update", ["candidate_id": crowd.willing, "can_email": false], .admin)
        while try crowd.world.world.engine.expandBulkMessages() {}
        #expect(try crowd.world.mails().isEmpty)
        let report = try crowd.world.done(
            "messaging.bulkMessages.results",
            ["bulk_message_id": made.body["id"] ?? .null, "outcome": "skipped"], .admin)
        #expect(report["total"] == 5)
    }

    @Test func anAudienceIsWhatCandidatesHaveInCommon() throws {
        let crowd = try Crowd()
        let input: JSONValue = [
            "audience": ["job_id": crowd.world.job, "stage": "applied"], "subject": "s",
            "body": "{{job_title}} at {{company_name}}", "job_id": crowd.world.job,
        ]
        let answer = try crowd.world.done("messaging.bulkMessage", input, .admin)
        #expect(answer["recipients"] == 1)
        while try crowd.world.world.engine.expandBulkMessages() {}
        #expect(try crowd.world.mails().first?["body"] == "Night nurse at Clinique du Parc")
    }

    @Test(
        arguments: [
            (["candidate_ids": .null], "candidate_ids"), (["candidate_ids": []], "candidate_ids"),
            (["audience": ["status": "active"]], "audience"), (["body": .null], "body"),
            (["body": "Dear {{name}}"], "values.name"), (["body": "{{job_title}}"], "values.job_title"),
            (["template_id": "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012", "body": .null], "template_id"),
            (["job_id": "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"], "job_id"),
        ] as [(JSONValue, String)])
    func whatCannotBeSentIsRefused(_ change: JSONValue, _ field: String) throws {
        let crowd = try Crowd()
        let answer = try crowd.send(change)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == .string(field))
    }

    @Test func onlyTheAgencySendsToMany() throws {
        let crowd = try Crowd()
        #expect(try crowd.send([:], .employer).status == 403)
        #expect(try crowd.send([:], .candidate).status == 403)
        #expect(try crowd.send([:], .anonymous).status == 401)
    }

    @Test func unknownAndDoubleRecipientsAreSaidToBeSo() throws {
        let crowd = try Crowd()
        let answer = try crowd.send([
            "candidate_ids": [crowd.willing, crowd.willing, "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"]
        ])
        #expect(answer.body["results"]?.arrayValue?.map { $0["code"] } == [nil, "duplicate", "not_found"])
    }
}
