import Domain
import Engine
import JSON
import TestSupport
import Testing

@Suite struct MessageTests {
    @Test func readingUpToAMessageLeavesTheLaterOnesUnread() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.consultant, with: [.candidate])
        let first = try world.send(.consultant, id, "One")
        let second = try world.send(.consultant, id, "Two")
        try world.send(.consultant, id, "Three")
        #expect(try world.unread(.candidate, id) == 3)
        try world.done("messaging.messages.markRead", ["message_id": second], .candidate)
        #expect(try world.unread(.candidate, id) == 1)
        // What was read stays read.
        try world.done("messaging.messages.markRead", ["message_id": first], .candidate)
        #expect(try world.unread(.candidate, id) == 1)
        let list = try world.done("messaging.messages.list", ["conv_id": id, "sort_order": "asc"], .consultant)
        #expect(list["data"]?.arrayValue?.map { $0["read_by"]?.arrayValue?.count } == [1, 1, 0])
        #expect(try world.done("messaging.conversations.list", ["unread": true], .candidate)["total"] == 1)
        #expect(try world.done("messaging.conversations.list", ["unread": false], .candidate)["total"] == 0)
    }

    @Test func onlyWhoReceivedAMessageMarksItAsRead() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.consultant, with: [.candidate])
        let message = try world.send(.consultant, id, "Hello")
        #expect(try world.status("messaging.messages.markRead", ["message_id": message], .consultant) == 403)
        #expect(try world.status("messaging.messages.markRead", ["message_id": message], .superadmin) == 403)
        #expect(try world.status("messaging.messages.markRead", ["message_id": message], .admin) == 403)
        #expect(try world.status("messaging.messages.markRead", ["message_id": message], .employer) == 404)
    }

    @Test func theSenderAndAdminsChangeAndDeleteAMessage() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.consultant, with: [.candidate])
        let message = try world.send(.consultant, id, "Monday at nine")
        let change: JSONValue = ["message_id": message, "body": "Tuesday at nine"]
        #expect(try world.status("messaging.messages.update", change, .candidate) == 403)
        #expect(try world.status("messaging.messages.update", change, .otherConsultant) == 404)
        let changed = try world.done("messaging.messages.update", change, .consultant)
        #expect(changed["body"] == "Tuesday at nine")
        #expect(changed["edited_at"]?.stringValue != nil)
        let stale = change.with(["body": "Wednesday", "expected_version": 1])
        #expect(try world.status("messaging.messages.update", stale, .admin) == 409)
        #expect(try world.status("messaging.messages.delete", ["message_id": message], .candidate) == 403)
        let gone = try world.done("messaging.messages.delete", ["message_id": message], .admin)
        #expect(gone["body"] == nil)
        // The tombstone stays, and counts as unread for nobody.
        let list = try world.done("messaging.messages.list", ["conv_id": id], .candidate)
        #expect(list["total"] == 1)
        #expect(list["data"]?[0]?["deleted_at"]?.stringValue != nil)
        #expect(try world.unread(.candidate, id) == 0)
        #expect(try world.status("messaging.messages.update", change, .consultant) == 409)
        #expect(try world.status("messaging.messages.delete", ["message_id": message], .consultant) == 409)
    }

    @Test func messagesOfOneMillisecondKeepTheirOrder() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.consultant, with: [.candidate])
        for number in 1...5 { try world.send(.consultant, id, "\(number)") }
        let list = try world.done("messaging.messages.list", ["conv_id": id, "page_size": 2], .candidate)
        #expect(list["data"]?.arrayValue?.map { $0["body"] } == ["5", "4"])
        let next = try world.done(
            "messaging.messages.list", ["conv_id": id, "page_size": 2, "cursor": list["next_cursor"] ?? .null],
            .candidate)
        #expect(next["data"]?.arrayValue?.map { $0["body"] } == ["3", "2"])
    }

    @Test func wordsAreFoundByThoseWhoMayReadThemOnly() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.consultant, with: [.candidate], subject: "Entretien à Lyon")
        let message = try world.send(.consultant, id, "Rendez-vous devant l’hôpital Édouard-Herriot")
        try world.begin(.consultant, with: [.otherCandidate], subject: "Autre", body: "Sans rapport")
        func found(_ q: String, _ person: World.Person) throws -> JSONValue? {
            try world.done("messaging.conversations.list", ["q": .string(q)], person)["total"]
        }
        for person in [World.Person.consultant, .candidate, .admin] {
            #expect(try found("hopital", person) == 1, "\(person)")
            #expect(try found("lyon", person) == 1, "\(person)")
            #expect(try found("subject:lyon", person) == 1, "\(person)")
        }
        #expect(try found("person:candidate", .consultant) == 1)
        #expect(try found("hopital", .otherCandidate) == 0)
        #expect(try found("hopital", .otherConsultant) == 0)
        // The tokens that cut the index are no words.
        #expect(try found("c1", .consultant) == 0)
        let inside = try world.done("messaging.messages.list", ["conv_id": id, "q": "herriot"], .candidate)
        #expect(inside["total"] == 1)
        #expect(try world.status("messaging.conversations.list", ["q": "(open"], .consultant) == 422)
        try world.done("messaging.messages.update", ["message_id": message, "body": "Devant la gare"], .consultant)
        #expect(try found("hopital", .consultant) == 0)
        #expect(try found("gare", .candidate) == 1)
        try world.done("messaging.messages.delete", ["message_id": message], .consultant)
        #expect(try found("gare", .candidate) == 0)
    }

    @Test func whoIsLetInFindsWhatWasSaidBefore() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.consultant, with: [.candidate], body: "Permis de conduire")
        try world.done(
            "messaging.conversations.update", ["conv_id": id, "add_participants": [world.user(.employer)]], .consultant)
        #expect(try world.done("messaging.conversations.list", ["q": "permis"], .employer)["total"] == 1)
        try world.done("messaging.conversations.delete", ["conv_id": id], .employer)
        #expect(try world.done("messaging.conversations.list", ["q": "permis"], .employer)["total"] == 0)
    }

    @Test func whatIsSaidStaysOutOfTheAuditLog() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.consultant, with: [.candidate])
        try world.send(.consultant, id, "a very private word")
        let log = try world.done("admin.auditLogs", ["page_size": 50], .admin)
        #expect(!log.serialized().contains("private word"))
        #expect(log.serialized().contains("messaging.messages.send"))
    }
}
