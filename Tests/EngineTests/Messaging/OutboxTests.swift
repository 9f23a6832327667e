import Domain
import Engine
import JSON
import TestSupport
import Testing

@Suite struct OutboxTests {
    /// A world with a template for rejections on every reason.
    private func rejecting(_ body: String = "Bonjour {{first_name}}, {{job_title}}.") throws -> (
        MessagingWorld, JSONValue
    ) {
        let world = try MessagingWorld()
        let template = try world.done(
            "messaging.templates.create",
            [
                "name": "Refus", "kind": "rejection", "subject": "Votre candidature", "body": .string(body),
                "locale": "fr",
            ],
            .admin)
        let reason = try world.done("reasons.list", [:], .admin)["data"]?[0]?["id"] ?? .null
        try world.done("reasons.update", ["reason_id": reason, "template_id": template["id"] ?? .null], .admin)
        return (world, reason)
    }

    private func reject(_ world: MessagingWorld, _ reason: JSONValue) throws -> JSONValue {
        try world.done(
            "applications.changeStatus",
            ["application_id": world.application, "status": "rejected", "reason_id": reason], .consultant)
    }

    @Test func aRejectionIsToldWhenItCannotBeTakenBackAnyMore() throws {
        let (world, reason) = try rejecting()
        _ = try reject(world, reason)
        let engine = world.world.engine
        #expect(try world.mails().map { $0["status"] } == ["waiting"])
        #expect(try engine.claimMail().isEmpty)
        world.world.clock.advance(minutes: 10)
        #expect(try engine.claimMail().isEmpty)
        world.world.clock.advance(milliseconds: 1)
        let mails = try engine.claimMail()
        #expect(mails.map(\.recipient) == ["zoe@example.com"])
        #expect(mails.map(\.body) == ["Bonjour Zoé, Night nurse."])
    }

    @Test func aRejectionThatIsTakenBackIsNeverTold() throws {
        let (world, reason) = try rejecting()
        let moved = try reject(world, reason)
        try world.done(
            "applications.changeStatus",
            ["application_id": world.application, "undo_of": moved["transition_id"] ?? .null], .consultant)
        #expect(try world.mails().map { $0["status"] } == ["cancelled"])
        // Rejected once more, it is told once.
        _ = try reject(world, reason)
        world.world.clock.advance(minutes: 11)
        #expect(try world.world.engine.claimMail().count == 1)
    }

    @Test func whoTakesNoMailIsNotTold() throws {
        let (world, reason) = try rejecting()
        try world.done("candidates.update", ["candidate_id": world.candidate, "can_email": false], .admin)
        _ = try reject(world, reason)
        #expect(try world.mails().isEmpty)
    }

    @Test func aTemplateThatDoesNotFitThePersonIsAFailedMail() throws {
        let (world, reason) = try rejecting("Bonjour {{current_title}}")
        _ = try reject(world, reason)
        let mail = try #require(try world.mails().first)
        #expect(mail["status"] == "failed")
        #expect(mail["last_error"] == "no value for current_title")
    }

    @Test func aMailIsTakenByOneAtATimeAndComesBackIfItsTakerIsLost() throws {
        let (world, reason) = try rejecting()
        _ = try reject(world, reason)
        let engine = world.world.engine
        world.world.clock.advance(minutes: 11)
        #expect(try engine.hasMailToSend())
        #expect(try engine.claimMail().count == 1)
        #expect(try engine.claimMail().isEmpty)
        #expect(try !engine.hasMailToSend())
        world.world.clock.advance(milliseconds: MailSchedule.claim)
        let again = try engine.claimMail()
        #expect(again.map(\.attempt) == [2])
        try engine.settleMail(again.map { (mail: $0, outcome: .sent) })
        world.world.clock.advance(days: 1)
        #expect(try engine.claimMail().isEmpty)
        #expect(try world.mails().map { $0["status"] } == ["sent"])
    }

    @Test func aMailThatCannotLeaveIsTriedLessAndLessOftenAndThenShown() throws {
        let (world, reason) = try rejecting()
        _ = try reject(world, reason)
        let engine = world.world.engine
        world.world.clock.advance(minutes: 11)
        for attempt in 1...MailSchedule.attempts {
            let mails = try engine.claimMail()
            #expect(mails.map(\.attempt) == [attempt])
            try engine.settleMail(mails.map { (mail: $0, outcome: .failed("No space left on device")) })
            #expect(try engine.claimMail().isEmpty)
            world.world.clock.advance(milliseconds: MailSchedule.pause(after: attempt))
        }
        let failed = try #require(try world.mails(["status": "failed"]).first)
        #expect(failed["last_error"] == "No space left on device")
        #expect(try engine.claimMail().isEmpty)
        try world.done("admin.mail.retry", ["mail_id": failed["id"] ?? .null], .admin)
        #expect(try engine.claimMail().count == 1)
    }

    @Test func theOutboxIsForAdmins() throws {
        let (world, reason) = try rejecting()
        _ = try reject(world, reason)
        let mail = try #require(try world.mails().first)
        for person in [World.Person.candidate, .employer, .consultant] {
            #expect(try world.status("admin.mail.list", [:], person) == 403)
            #expect(try world.status("admin.mail.retry", ["mail_id": mail["id"] ?? .null], person) == 403)
        }
        // What waits for its time was not tried, and so is not tried again.
        #expect(try world.status("admin.mail.retry", ["mail_id": mail["id"] ?? .null], .admin) == 409)
    }
}
