import Domain
import Engine
import JSON
import TestSupport
import Testing

/// Messages as mails, and what is shown of those that did not arrive.
@Suite struct MessageMailTests {
    private func handed(_ world: MessagingWorld, _ outcome: MailOutcome) throws -> [OutgoingMail] {
        let mails = try world.world.engine.claimMail()
        try world.world.engine.settleMail(mails.map { (mail: $0, outcome: outcome) })
        return mails
    }

    private func messages(_ world: MessagingWorld, _ id: JSONValue, _ person: World.Person) throws -> [JSONValue] {
        try world.done("messaging.messages.list", ["conv_id": id], person)["data"]?.arrayValue ?? []
    }

    @Test func aMessageGoesByMailToThoseOutsideTheAgency() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.consultant, with: [.candidate, .admin], body: "When can you come?")
        let mails = try handed(world, .sent)
        #expect(mails.map(\.kind) == [.message])
        #expect(mails.map(\.recipient) == ["candidate@example.com"])
        #expect(mails.map(\.subject) == ["Your application"])
        #expect(mails[0].body.contains("When can you come?"))
        #expect(mails[0].unsubscribe == [])
        // The answer is read in the workstation.
        try world.send(.candidate, id, "Tomorrow")
        #expect(try handed(world, .sent).isEmpty)
        // Who takes no mail finds it in the conversation.
        try world.done("candidates.update", ["candidate_id": world.candidate, "can_email": false], .admin)
        try world.send(.consultant, id, "Good")
        #expect(try handed(world, .sent).isEmpty)
    }

    @Test func aDeletedMessageDoesNotLeaveAnyMore() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.consultant, with: [.candidate])
        let message = try world.send(.consultant, id, "Oh no")
        try world.done("messaging.messages.delete", ["message_id": message], .consultant)
        #expect(try handed(world, .sent).isEmpty)
        #expect(try world.mails(["kind": "message"]).map { $0["status"] } == ["cancelled"])
    }

    @Test func aRefusalIsShownToTheSenderAndTheAgencyOnly() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.employer, with: [.candidate], body: "Hello")
        _ = try handed(world, .refused("mx: 550 5.1.1 No\u{1b}[2J such\r\nuser"))
        for person in [World.Person.employer, .admin] {
            let shown = try messages(world, id, person)[0]["undelivered"]?[0]
            #expect(shown?["failure"] == "refused", "\(person)")
            #expect(shown?["reason"] == "mx: 550 5.1.1 No [2J such  user")
            #expect(shown?["recipient_id"] == world.user(.candidate))
        }
        #expect(try messages(world, id, .candidate)[0]["undelivered"] == nil)
        let mail = try #require(try world.mails(["status": "failed"]).first)
        #expect(mail["failure"] == "refused")
        #expect(mail["failed_at"] != nil)
        // It is not tried again by itself, but when an admin asks; then nothing is shown any more.
        world.world.clock.advance(days: 3)
        #expect(try world.world.engine.claimMail().isEmpty)
        try world.done("admin.mail.retry", ["mail_id": mail["id"] ?? .null], .admin)
        #expect(try messages(world, id, .employer)[0]["undelivered"] == nil)
        #expect(try handed(world, .sent).count == 1)
    }

    @Test func aMailThatCameBackIsShown() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.consultant, with: [.candidate], body: "Hello")
        let mail = try #require(try handed(world, .sent).first)
        let engine = world.world.engine
        func bounce(_ id: OutboxMail.ID, _ recipients: [String]) throws -> BounceAnswer {
            try engine.noteBounce(BouncedMail(id: id, recipients: recipients, reason: "5.1.1 User unknown"))
        }
        // Unknown, and to somebody else.
        #expect(try bounce(OutboxMail.ID(high: 1, low: 2), ["candidate@example.com"]) == .unknown)
        #expect(try bounce(mail.id, ["other@example.com"]) == .unbelieved)
        #expect(try messages(world, id, .consultant)[0]["undelivered"] == nil)
        #expect(try bounce(mail.id, ["x@example.com", "Candidate@Example.com"]) == .noted)
        #expect(try bounce(mail.id, ["candidate@example.com"]) == .unbelieved)
        let shown = try messages(world, id, .consultant)[0]["undelivered"]
        #expect(shown?[0]?["failure"] == "bounced")
        #expect(shown?[0]?["reason"] == "5.1.1 User unknown")
        let listed = try #require(try world.mails(["kind": "message"]).first)
        #expect(listed["status"] == "failed")
        #expect(listed["sent_at"] != nil)
    }

    @Test func aMailThatWaitsIsNotComeBack() throws {
        let world = try MessagingWorld()
        try world.begin(.consultant, with: [.candidate], body: "Hello")
        let mail = try #require(try world.world.engine.claimMail().first)
        #expect(
            try world.world.engine.noteBounce(
                BouncedMail(id: mail.id, recipients: [mail.recipient], reason: "5.0.0")) == .unbelieved)
        #expect(try world.mails().map { $0["status"] } == ["waiting"])
    }

    @Test func whoWasAwayTooLongDoesNotPutBackAMailThatAnotherHasTaken() throws {
        let world = try MessagingWorld()
        try world.begin(.consultant, with: [.candidate], body: "Hello")
        let engine = world.world.engine
        let first = try engine.claimMail()
        world.world.clock.advance(milliseconds: MailSchedule.claim)
        let second = try engine.claimMail()
        #expect(second.map(\.id) == first.map(\.id))
        try engine.settleMail(first.map { (mail: $0, outcome: .failed("late")) })
        world.world.clock.advance(milliseconds: MailSchedule.pause(after: 1))
        #expect(try engine.claimMail().isEmpty)
        try engine.settleMail(second.map { (mail: $0, outcome: .sent) })
        #expect(try world.mails().map { $0["status"] } == ["sent"])
    }
}
