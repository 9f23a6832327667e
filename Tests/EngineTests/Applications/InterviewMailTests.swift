import Domain
import Engine
import Foundation
import JSON
import TestSupport
import Testing

/// Invitations to interviews, their updates and their cancellations as mails.
@Suite struct InterviewMailTests {
    private let board: Board

    init() throws { board = try Board() }

    /// An application of the candidate of the tests in screening, whose company knows it.
    private func applied(_ profile: String? = nil) throws -> String {
        if profile == nil { _ = try board.ownProfile() }
        let made = try board.call("applications.submit", ["job_id": .string(try board.job())], as: .candidate)
        let id = try #require(made["id"]?.stringValue)
        try board.expectMove(id, "screening")
        return id
    }

    private func schedule(_ application: String, _ people: [World.Person], as person: World.Person) throws -> JSONValue
    {
        try board.call(
            "applications.scheduleInterview",
            [
                "application_id": .string(application), "kind": "video", "start_at": "2026-12-01T09:00:00Z",
                "end_at": "2026-12-01T10:00:00Z", "timezone": "Europe/Paris",
                "location": "Salle Émile, 2e étage; sonnez",
                "participants": .array(try people.map { .string(try board.user($0)) }),
            ], as: person)["id"] ?? .null
    }

    private func sent() throws -> [String: OutgoingMail] {
        let mails = try board.world.engine.claimMail().filter { $0.kind == .interviewInvitation }
        try board.world.engine.settleMail(mails.map { (mail: $0, outcome: .sent) })
        #expect(Set(mails.map(\.recipient)).count == mails.count)
        return Dictionary(mails.map { ($0.recipient, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The lines of an iCalendar text, unfolded; those of a text that is folded as it must be.
    private func lines(_ mail: OutgoingMail?) throws -> [String] {
        let text = try #require(mail?.invitation?.text)
        let written = text.components(separatedBy: "\r\n")
        #expect(written.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
        return text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
    }

    @Test func anInterviewInvitesTheCandidateTheOrganizerAndTheInterviewers() throws {
        let id = try schedule(try applied(), [.consultant], as: .employer)
        let mails = try sent()
        #expect(mails.count == 3)
        #expect(mails.values.allSatisfy { $0.invitation?.method == .request })
        let candidate = try #require(mails.first { $0.key.contains("zoe") || $0.key.contains("candidate") }?.value)
        let own = try lines(candidate)
        #expect(own.contains("METHOD:REQUEST"))
        #expect(own.contains("SEQUENCE:0"))
        #expect(own.contains("UID:\(try #require(id.stringValue))@recrutementplus"))
        #expect(own.contains("LOCATION:Salle Émile\\, 2e étage\\; sonnez"))
        #expect(own.contains { $0.hasPrefix("ORGANIZER") && $0.contains("employer@example.com") })
        let attendees = own.filter { $0.hasPrefix("ATTENDEE") }
        #expect(attendees.count == 1)
        #expect(attendees[0].contains("RSVP=TRUE") && attendees[0].contains(candidate.recipient))
        let interviewer = try lines(mails["consultant@example.com"])
        #expect(interviewer.contains { $0.hasPrefix("ATTENDEE") && $0.contains("consultant@example.com") })
        #expect(interviewer.contains { $0.hasPrefix("SUMMARY") && $0.contains("Martin") })
    }

    @Test func changesRaiseTheSequenceAndWhoIsLeftOutIsToldSo() throws {
        let id = try schedule(try applied(), [.consultant], as: .employer)
        let uid = try lines(try sent()["consultant@example.com"]).first { $0.hasPrefix("UID") }
        func update(_ more: JSONValue) throws -> [String: OutgoingMail] {
            _ = try board.call("interviews.update", (["interview_id": id] as JSONValue).with(more), as: .employer)
            return try sent()
        }
        let moved = try update(["start_at": "2026-12-03T09:00:00Z"])
        #expect(moved.count == 3)
        #expect(moved.values.allSatisfy { $0.subject.hasPrefix("Updated:") || $0.subject.hasPrefix("Modifié") })
        #expect(try lines(moved["consultant@example.com"]).contains("SEQUENCE:1"))
        #expect(try lines(moved["consultant@example.com"]).first { $0.hasPrefix("UID") } == uid)
        // Nothing new, and an answer, is told nobody.
        #expect(try update(["start_at": "2026-12-03T09:00:00Z"]).isEmpty)
        _ = try board.call("interviews.update", ["interview_id": id, "response": "accepted"], as: .consultant)
        #expect(try sent().isEmpty)
        let changed = try update(["participants": [.string(try board.user(.admin))]])
        let removed = try #require(changed["consultant@example.com"])
        #expect(removed.invitation?.method == .cancel)
        // It takes place, without the one who is told so (RFC 5546, 3.2.5).
        let withdrawn = try lines(removed)
        #expect(!withdrawn.contains { $0.hasPrefix("STATUS") })
        #expect(withdrawn.contains("SEQUENCE:2"))
        let attendees = withdrawn.filter { $0.hasPrefix("ATTENDEE") }
        #expect(attendees.count == 1 && attendees[0].contains("consultant@example.com"))
        #expect(removed.body.contains("You no longer take part in this interview."))
        #expect(!removed.subject.hasPrefix("Cancelled") && !removed.body.contains("does not take place"))
        #expect(changed["admin@example.com"]?.invitation?.method == .request)
        let cancelled = try update(["status": "cancelled"])
        #expect(cancelled.count == 3)
        #expect(cancelled.values.allSatisfy { $0.invitation?.method == .cancel })
        #expect(try lines(cancelled["admin@example.com"]).contains("SEQUENCE:3"))
        #expect(try lines(cancelled["admin@example.com"]).contains("STATUS:CANCELLED"))
    }

    @Test func anEmployerThatMayNotKnowTheCandidateDoesNotLearnItByMail() throws {
        let candidate = try board.ownProfile()
        let application = try board.sourced(candidate, try board.job())
        try board.bring(application, to: .screening)
        _ = try schedule(application, [.employer, .candidate], as: .consultant)
        let mails = try sent()
        let employer = try #require(mails["employer@example.com"])
        for word in ["Zoé", "Martin", "zoe", "candidate@example.com"] {
            #expect(!employer.subject.contains(word), "\(word)")
            #expect(!employer.body.contains(word), "\(word)")
            #expect(try !lines(employer).joined().contains(word), "\(word)")
        }
        #expect(try lines(mails["consultant@example.com"]).joined().contains("Martin"))
    }

    @Test func whoTakesNoMailIsNotInvitedByMail() throws {
        let profile = try board.ownProfile()
        let application = try applied(profile)
        _ = try board.call("candidates.update", ["candidate_id": .string(profile), "can_email": false], as: .admin)
        _ = try schedule(application, [.candidate], as: .consultant)
        #expect(try sent().keys.sorted() == ["consultant@example.com"])
    }

    @Test func aRefusedCallInvitesNobody() throws {
        let application = try applied()
        #expect(
            try board.world.call(
                "applications.scheduleInterview",
                [
                    "application_id": .string(application), "kind": "video", "start_at": "2026-12-01T09:00:00Z",
                    "end_at": "2026-12-01T08:00:00Z",
                ], as: .consultant
            ).status == 422)
        #expect(try sent().isEmpty)
    }
}
