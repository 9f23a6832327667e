import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// An export of personal data shows a reader what it may read elsewhere, and no more.
@Suite struct PersonalDataAccessTests {
    private func text(_ world: MessagingWorld, _ person: World.Person) throws -> String {
        try world.done("candidates.personalData", ["candidate_id": world.candidate], person).serialized()
    }

    @Test(arguments: [World.Person.candidate, .consultant, .admin])
    func codesThatOpenAnAccountAreNobodysToRead(_ person: World.Person) throws {
        let world = try MessagingWorld()
        _ = try world.done("auth.forgotPassword", ["email": .string(World.Person.candidate.email)], .anonymous)
        let mail = try #require(try world.world.engine.claimMail().first { $0.kind == .passwordReset })
        let words = mail.body.split(whereSeparator: \.isWhitespace).filter { $0.count >= 20 }
        try #require(!words.isEmpty)
        let text = try text(world, person)
        for word in words { #expect(!text.contains(word)) }
        #expect(text.contains(mail.subject) == (person != .consultant), "the mail itself is shown")
    }

    @Test func whatOthersSayAboutThePersonIsTheirs() throws {
        let world = try MessagingWorld()
        _ = try world.done(
            "messaging.conversations.create",
            [
                "subject": "Between us", "participants": [world.user(.employer)], "body": "A frank opinion",
                "related_type": "application", "related_id": world.application,
            ], .consultant)
        let own = try world.begin(.consultant, with: [.candidate], body: "Dear Zoé")
        try world.send(.candidate, own, "Dear agency")
        #expect(try text(world, .consultant).contains("A frank opinion"), "it takes part")
        let candidate = try text(world, .candidate)
        #expect(candidate.contains("Dear Zoé") && candidate.contains("Dear agency"))
        #expect(!candidate.contains("A frank opinion") && !candidate.contains("Between us"))
        #expect(try text(world, .admin).contains("A frank opinion"))
    }

    @Test func aConsultantReadsNoConversationOfOthers() throws {
        let world = try MessagingWorld()
        try world.begin(.candidate, with: [.admin], subject: "A complaint", body: "About my consultant")
        let consultant = try world.done(
            "candidates.personalData", ["candidate_id": world.candidate], .consultant)
        #expect(!consultant.serialized().contains("About my consultant"))
        for table in ["outbox", "audit_log", "user_account", "session", "notification"] {
            #expect(consultant["data"]?[table] == nil, "\(table)")
        }
        #expect(try text(world, .candidate).contains("About my consultant"))
    }

    @Test func anOfferThatWasNotSentIsNotShown() throws {
        let board = try Board()
        let candidate = try board.ownProfile()
        try board.attachCV(candidate)
        let application = try board.sourced(candidate, try board.job())
        try board.bring(application, to: .interview)
        try board.offer(application, ["send": false])
        let offers = try board.call("offers.list", ["application_id": .string(application)], as: .candidate)
        let data = try board.call("candidates.personalData", ["candidate_id": .string(candidate)], as: .candidate)
        let shown = data["data"]?["offer"]?["rows"]?.arrayValue ?? []
        #expect(shown.count == offers["data"]?.arrayValue?.count)
        #expect(shown.allSatisfy { $0["sent_at"] != nil })
    }
}

@Suite struct MentionBoundaryTests {
    @Test func whatStandsInsideOfALongerWordIsSomebodyElses() throws {
        let board = try Board()
        let made = try board.call(
            "candidates.create",
            ["first_name": "An", "last_name": "Le", "emails": [["value": "ann@corp.example"]]], as: .admin)
        let words = "Recommended by Jean Leclerc; joann@corp.example, ann@corp.example.org."
        let other = try board.call(
            "candidates.create", ["first_name": "Ana", "last_name": "Martin", "summary": .string(words)], as: .admin)
        let named = try board.call(
            "candidates.create",
            ["first_name": "Ida", "last_name": "Brun", "summary": "Knows An Le (ann@corp.example). an le!"], as: .admin)
        try board.call(
            "candidates.anonymise",
            ["candidate_id": made["id"] ?? .null, "confirm": "An Le", "reason": "asked"], as: .admin)
        let row: JSONValue = ["candidate_id": other["id"] ?? .null]
        #expect(try board.call("candidates.get", row, as: .admin)["summary"]?.stringValue == words)
        let log = try board.call(
            "admin.auditLogs", ["operation_id": "candidates.create", "page_size": 200], as: .admin)
        let entry = log["data"]?.arrayValue?.first { $0["target_id"] == other["id"] }
        #expect(entry?["after"]?["summary"]?.stringValue == words)
        #expect(
            try board.call("candidates.get", ["candidate_id": named["id"] ?? .null], as: .admin)["summary"]
                == "Knows [anonymised] ([anonymised]). [anonymised]!")
    }
}

@Suite struct RefusalOfMailTests {
    private func bulk(_ world: MessagingWorld) throws -> OutgoingMail {
        _ = try world.done(
            "admin.settings.update", ["settings": ["agency.support_email": "help@agency.example"]], .admin)
        _ = try world.done(
            "messaging.bulkMessage", ["candidate_ids": [world.candidate], "subject": "s", "body": "b"], .admin)
        while try world.world.engine.expandBulkMessages() {}
        return try #require(try world.world.engine.claimMail().first { $0.kind == .bulkMessage })
    }

    private func heir(_ world: MessagingWorld, _ fields: JSONValue = [:]) throws -> JSONValue {
        var input: JSONValue = ["first_name": "Zoé", "last_name": "Lefèvre", "emails": [["value": "z@work.example"]]]
        for (key, value) in fields.objectValue ?? JSONObject() { input[key] = value }
        return try world.done("candidates.create", input, .admin)["id"] ?? .null
    }

    @Test func whoMustNotBeContactedGetsNothingAfterAMerge() throws {
        let world = try MessagingWorld()
        _ = try bulk(world)
        let heir = try heir(world, ["status": "do_not_contact"])
        let merge = try world.done("candidates.merge", ["keep_id": heir, "merge_id": world.candidate], .admin)
        #expect(try world.mails(["kind": "bulk_message"]).map { $0["status"] } == ["cancelled"])
        _ = try world.done("candidates.merge.undo", ["merge_id": merge["id"] ?? merge["merge_id"] ?? .null], .admin)
        #expect(try world.mails(["kind": "bulk_message"]).map { $0["status"] } == ["waiting"])
    }

    @Test func aTokenOfAMergedRecordCountsForTheOneThatStays() throws {
        let world = try MessagingWorld()
        let token = String(try #require(try bulk(world).unsubscribe.last).suffix(43))
        let heir = try heir(world)
        _ = try world.done("candidates.merge", ["keep_id": heir, "merge_id": world.candidate], .admin)
        #expect(try world.done("messaging.optOut", ["token": .string(token)], .anonymous) == ["opted_out": true])
        #expect(try world.done("candidates.get", ["candidate_id": heir], .admin)["can_email"] == false)
        #expect(try world.mails(["kind": "bulk_message"]).map { $0["status"] } == ["cancelled"])
    }

    @Test func anOldPaperDoesNotReviveAConsent() throws {
        let world = try MessagingWorld()
        let row: JSONValue = ["candidate_id": world.candidate, "withdrawn": true]
        _ = try world.done("candidates.consent.record", row, .candidate)
        let old = try world.done(
            "candidates.consent.record",
            ["candidate_id": world.candidate, "given_at": "2023-01-01T00:00:00Z", "evidence": "old form"], .consultant)
        #expect(old["in_force"] == false)
        #expect(old["data"]?[0]?["evidence"] == "old form", "the history has it")
        world.world.clock.advance(days: 1)
        let new = try world.done("candidates.consent.record", ["candidate_id": world.candidate], .candidate)
        #expect(new["in_force"] == true)
    }
}
