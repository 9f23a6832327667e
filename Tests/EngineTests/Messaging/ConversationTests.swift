import Domain
import Engine
import JSON
import TestSupport
import Testing

@Suite struct ConversationTests {
    @Test func twoPeopleWriteToOneAnother() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.consultant, with: [.candidate], body: "Bonjour Zoé, êtes-vous disponible ?")
        let seen = try world.done("messaging.conversations.get", ["conv_id": id], .candidate)
        #expect(seen["kind"] == "direct")
        #expect(seen["unread"] == 1)
        #expect(seen["message_count"] == 1)
        #expect(seen["last_message"]?["excerpt"] == "Bonjour Zoé, êtes-vous disponible ?")
        #expect(seen["participants"]?.arrayValue?.count == 2)
        try world.send(.candidate, id, "Oui, dès lundi.")
        #expect(try world.unread(.consultant, id) == 1)
        let list = try world.done("messaging.messages.list", ["conv_id": id], .consultant)
        #expect(
            list["data"]?.arrayValue?.map { $0["body"] } == ["Oui, dès lundi.", "Bonjour Zoé, êtes-vous disponible ?"])
        #expect(list["data"]?[0]?["own"] == false)
        #expect(list["data"]?[1]?["own"] == true)
    }

    @Test func onlyItsPeopleAndAdminsSeeAConversation() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.consultant, with: [.candidate], body: "Hello")
        for stranger in [World.Person.otherCandidate, .employer, .otherConsultant] {
            #expect(try world.status("messaging.conversations.get", ["conv_id": id], stranger) == 404)
            #expect(try world.status("messaging.messages.list", ["conv_id": id], stranger) == 404)
            #expect(
                try world.status("messaging.conversations.update", ["conv_id": id, "subject": "x"], stranger) == 404)
            #expect(try world.status("messaging.messages.send", ["conv_id": id, "body": "x"], stranger) == 404)
            #expect(try world.done("messaging.conversations.list", [:], stranger)["total"] == 0)
        }
        for admin in [World.Person.admin, .superadmin] {
            #expect(try world.done("messaging.conversations.get", ["conv_id": id], admin)["unread"] == nil)
            #expect(try world.done("messaging.conversations.list", [:], admin)["total"] == 1)
            #expect(try world.done("messaging.conversations.list", ["mine": true], admin)["total"] == 0)
            #expect(try world.status("messaging.messages.send", ["conv_id": id, "body": "x"], admin) == 403)
        }
        #expect(try world.status("messaging.conversations.list", [:], .anonymous) == 401)
    }

    @Test func whoMayBeginWithWhom() throws {
        let world = try MessagingWorld()
        func begins(_ person: World.Person, _ other: World.Person) throws -> Int {
            try world.status(
                "messaging.conversations.create", ["subject": "s", "participants": [world.user(other)]], person)
        }
        // The candidate's application is looked after by the consultant; the employer knows the candidate by it.
        #expect(try begins(.candidate, .consultant) == 201)
        #expect(try begins(.candidate, .admin) == 201)
        #expect(try begins(.candidate, .otherConsultant) == 422)
        #expect(try begins(.candidate, .employer) == 422)
        #expect(try begins(.candidate, .otherCandidate) == 422)
        #expect(try begins(.otherCandidate, .consultant) == 422)
        #expect(try begins(.employer, .candidate) == 201)
        #expect(try begins(.employer, .otherCandidate) == 422)
        #expect(try begins(.employer, .consultant) == 201)
        #expect(try begins(.employer, .otherEmployer) == 422)
        #expect(try begins(.otherEmployer, .candidate) == 422)
        #expect(try begins(.otherEmployer, .admin) == 201)
        #expect(try begins(.consultant, .otherEmployer) == 201)
        #expect(try begins(.superadmin, .otherCandidate) == 201)
        #expect(try begins(.consultant, .consultant) == 422)
        let nobody: JSONValue = [
            "subject": "s", "participants": ["0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"],
        ]
        #expect(try world.status("messaging.conversations.create", nobody, .admin) == 422)
    }

    @Test func theRecipientsAreThoseOneMayWriteTo() throws {
        let world = try MessagingWorld()
        func names(_ person: World.Person, _ filter: JSONValue = [:]) throws -> Set<String> {
            let list = try world.done("messaging.recipients.list", filter, person)
            return Set(list["data"]?.arrayValue?.compactMap { $0["name"]?.stringValue } ?? [])
        }
        #expect(try names(.candidate) == ["admin Test", "consultant Test"])
        #expect(try names(.employer) == ["admin Test", "consultant Test", "candidate Test"])
        #expect(try names(.otherEmployer) == ["admin Test"])
        #expect(try names(.consultant).count == 7)
        #expect(try names(.consultant, ["candidate_id": world.candidate]) == ["candidate Test"])
        #expect(try names(.consultant, ["q": "otherc"]) == ["otherCandidate Test", "otherConsultant Test"])
    }

    @Test func peopleWhoMustNotMeetDoNotMeet() throws {
        let world = try MessagingWorld()
        func group(_ people: [World.Person]) throws -> EncodedAnswer {
            try world.world.call(
                "messaging.conversations.create",
                ["subject": "s", "participants": .array(people.map(world.user))], as: .consultant)
        }
        #expect(try group([.candidate, .otherCandidate]).body["errors"]?[0]?["code"] == "not_together")
        #expect(try group([.employer, .otherEmployer]).status == 422)
        #expect(try group([.otherEmployer, .candidate]).status == 422)
        #expect(try group([.employer, .candidate]).status == 201)
    }

    @Test func whoAskedNotToBeContactedIsNot() throws {
        let world = try MessagingWorld()
        try world.done("candidates.update", ["candidate_id": world.candidate, "status": "do_not_contact"], .admin)
        let input: JSONValue = ["subject": "s", "participants": [world.user(.candidate)]]
        #expect(try world.status("messaging.conversations.create", input, .consultant) == 409)
        // It may still write itself, and be answered.
        let id = try world.begin(.candidate, with: [.consultant], body: "Please remove me.")
        #expect(try world.status("messaging.messages.send", ["conv_id": id, "body": "Done."], .consultant) == 201)
    }

    @Test func aConversationIsAboutSomethingTheCallerSees() throws {
        let world = try MessagingWorld()
        var input: JSONValue = [
            "subject": "s", "participants": [world.user(.admin)], "related_type": "application",
            "related_id": world.application,
        ]
        #expect(try world.status("messaging.conversations.create", input, .candidate) == 201)
        #expect(try world.status("messaging.conversations.create", input, .otherCandidate) == 422)
        input["related_type"] = "job"
        #expect(try world.status("messaging.conversations.create", input, .candidate) == 422)
        input["related_type"] = .null
        #expect(try world.status("messaging.conversations.create", input, .candidate) == 422)
        let list = try world.done("messaging.conversations.list", ["related_id": world.application], .candidate)
        #expect(list["total"] == 1)
    }

    @Test func itsBeginnerAndStaffLetPeopleIn() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.employer, with: [.candidate], body: "Hello")
        let add: JSONValue = ["conv_id": id, "add_participants": [world.user(.consultant)]]
        #expect(try world.status("messaging.conversations.update", add, .candidate) == 403)
        let made = try world.done("messaging.conversations.update", add, .employer)
        #expect(made["kind"] == "group")
        #expect(made["version"] == 2)
        #expect(try world.unread(.consultant, id) == 1)
        // Another's candidate may not be brought in, and a stale version is told.
        let other: JSONValue = ["conv_id": id, "add_participants": [world.user(.otherCandidate)]]
        #expect(try world.status("messaging.conversations.update", other, .consultant) == 422)
        let stale: JSONValue = ["conv_id": id, "subject": "New", "expected_version": 1]
        #expect(try world.status("messaging.conversations.update", stale, .employer) == 409)
        let out: JSONValue = ["conv_id": id, "remove_participants": [world.user(.candidate)]]
        try world.done("messaging.conversations.update", out, .employer)
        #expect(try world.status("messaging.conversations.get", ["conv_id": id], .candidate) == 404)
    }

    @Test func aConversationIsPutAwayByOneAloneAndComesBackWithANewMessage() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.consultant, with: [.candidate], body: "Hello")
        try world.done("messaging.conversations.update", ["conv_id": id, "archived": true], .candidate)
        #expect(try world.done("messaging.conversations.list", [:], .candidate)["total"] == 0)
        #expect(try world.done("messaging.conversations.list", ["archived": true], .candidate)["total"] == 1)
        #expect(try world.done("messaging.conversations.list", [:], .consultant)["total"] == 1)
        try world.send(.consultant, id, "One more thing")
        #expect(try world.done("messaging.conversations.list", [:], .candidate)["total"] == 1)
        #expect(try world.status("messaging.conversations.update", ["conv_id": id, "archived": true], .admin) == 403)
    }

    @Test func whoDeletesAConversationLeavesItAndAnAdminDeletesItForAll() throws {
        let world = try MessagingWorld()
        let id = try world.begin(.consultant, with: [.candidate], body: "Hello")
        try world.done("messaging.conversations.delete", ["conv_id": id], .candidate)
        #expect(try world.status("messaging.conversations.get", ["conv_id": id], .candidate) == 404)
        #expect(try world.status("messaging.conversations.get", ["conv_id": id], .consultant) == 200)
        #expect(try world.status("messaging.messages.send", ["conv_id": id, "body": "x"], .consultant) == 409)
        let other = try world.begin(.consultant, with: [.candidate], body: "Again")
        try world.done("messaging.conversations.delete", ["conv_id": other], .admin)
        for person in [World.Person.consultant, .candidate, .admin] {
            #expect(try world.status("messaging.conversations.get", ["conv_id": other], person) == 404)
        }
    }
}
