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
        let written = world.world.clock.now()
        func isTried(_ attempt: Int) throws {
            let mails = try engine.claimMail()
            #expect(mails.map(\.attempt) == [attempt])
            try engine.settleMail(mails.map { (mail: $0, outcome: .failed("No space left on device")) })
            #expect(try engine.claimMail().isEmpty)
            world.world.clock.advance(milliseconds: MailSchedule.pause(after: attempt))
        }
        for attempt in 1...MailSchedule.attempts { try isTried(attempt) }
        // Twelve attempts take half a day; a mail is kept for five.
        var attempt = MailSchedule.attempts
        while try world.mails(["status": "failed"]).isEmpty, attempt < 100 {
            attempt += 1
            try isTried(attempt)
        }
        let age = world.world.clock.now().milliseconds - written.milliseconds
        #expect(age >= MailSchedule.patience && age < MailSchedule.patience + 86_400_000)
        let failed = try #require(try world.mails(["status": "failed"]).first)
        #expect(failed["last_error"] == "No space left on device")
        #expect(failed["failure"] == "exhausted")
        #expect(try engine.claimMail().isEmpty)
        // Asked for again, it has as many attempts as at first, but is known for one that may have left.
        try world.done("admin.mail.retry", ["mail_id": failed["id"] ?? .null], .admin)
        let again = try engine.claimMail()
        #expect(again.map(\.attempt) == [1])
        #expect(again.map(\.isRepeated) == [true])
    }

    @Test func aServerThatPutsAMailOffAfterDaysWithoutOneDoesNotLoseIt() throws {
        let (world, reason) = try rejecting()
        _ = try reject(world, reason)
        let engine = world.world.engine
        world.world.clock.advance(minutes: 11)
        try world.world.database.write { try $0.execute("UPDATE outbox SET attempts = \(MailSchedule.attempts + 5)") }
        try engine.settleMail(try engine.claimMail().map { (mail: $0, outcome: .failed("451 4.7.1 Greylisted")) })
        #expect(try world.mails().map { $0["status"] } == ["waiting"])
    }

    @Test func aMailThatIsBeingHandedOverIsNotSentTwice() throws {
        let (world, reason) = try rejecting()
        _ = try reject(world, reason)
        let engine = world.world.engine
        world.world.clock.advance(minutes: 11)
        let first = try engine.claimMail()
        let mail: JSONValue = ["mail_id": .string(try #require(first.first).id.description)]
        world.world.clock.advance(milliseconds: 1_000)
        #expect(try world.status("admin.mail.retry", mail, .admin) == 409)
        #expect(try engine.claimMail().isEmpty)
        // Whoever had it never came back; the next one has it, and the first no longer decides.
        world.world.clock.advance(milliseconds: MailSchedule.claim)
        try world.done("admin.mail.retry", mail, .admin)
        let second = try engine.claimMail()
        #expect(second.map(\.attempt) == [1])
        try engine.settleMail(first.map { (mail: $0, outcome: .failed("late")) })
        #expect(try world.status("admin.mail.retry", mail, .admin) == 409)
        try engine.settleMail(second.map { (mail: $0, outcome: .failed("451 Later")) })
        try world.done("admin.mail.retry", mail, .admin)
        #expect(try engine.claimMail().count == 1)
    }

    @Test func aMailWhoseSecretWasErasedIsNotSentEmpty() throws {
        let (world, reason) = try rejecting()
        _ = try reject(world, reason)
        let engine = world.world.engine
        world.world.clock.advance(minutes: 11)
        try world.world.database.write { try $0.execute("UPDATE outbox SET holds_secret = 1") }
        let mails = try engine.claimMail()
        try engine.settleMail(mails.map { (mail: $0, outcome: .sent) })
        let sent = try #require(mails.first)
        #expect(
            try engine.noteBounce(BouncedMail(id: sent.id, recipients: [sent.recipient], reason: "4.4.7")) == .noted)
        #expect(
            try world.status("admin.mail.retry", ["mail_id": .string(sent.id.description)], .admin) == 409)
        #expect(try engine.claimMail().isEmpty)
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
