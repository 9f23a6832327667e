import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct NotificationTests {
    let auth: AuthWorld
    init() throws { auth = try AuthWorld() }

    private func say(_ input: JSONValue) throws -> JSONValue {
        let answer = try auth.world.call(
            "admin.notifications.create", (["title": "Pause", "body": "Saturday."] as JSONValue).with(input), as: .admin
        )
        try #require(answer.status == 201, "\(answer.body)")
        return answer.body["id"] ?? .null
    }

    private func titles(_ person: World.Person, _ input: JSONValue = [:]) throws -> [String] {
        let answer = try auth.world.call("notifications.list", input, as: person)
        return (answer.body["data"]?.arrayValue ?? []).compactMap { $0["title"]?.stringValue }
    }

    @Test func whatIsSaidLiesInTheInboxesOfThoseItIsFor() throws {
        _ = try say(["audience": "everyone", "title": "all"])
        auth.world.clock.advance(milliseconds: 1)
        _ = try say(["audience": "consultant", "title": "consultants"])
        auth.world.clock.advance(milliseconds: 1)
        _ = try say(["audience": "admin", "title": "admins"])
        auth.world.clock.advance(milliseconds: 1)
        _ = try say(["recipient_id": .string(try auth.user(.employer).description), "title": "one"])
        #expect(try titles(.candidate) == ["all"])
        #expect(try titles(.consultant) == ["consultants", "all"])
        #expect(try titles(.otherConsultant) == ["consultants", "all"])
        #expect(try titles(.employer) == ["one", "all"])
        #expect(try titles(.otherEmployer) == ["all"])
        #expect(try titles(.admin) == ["admins", "all"])
        #expect(try titles(.superadmin) == ["admins", "all"])
        #expect(try auth.world.call("admin.notifications.list", [:], as: .admin).body["total"] == 4)
    }

    @Test func aLinkIsAWebAddress() throws {
        let notice: JSONValue = ["title": "Pause", "body": "Saturday.", "audience": "everyone"]
        for link in ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "example"] {
            let answer = try auth.world.call(
                "admin.notifications.create", notice.with(["link": .string(link)]), as: .admin)
            #expect(answer.status == 422, "\(link)")
        }
        let id = try say(["audience": "everyone", "link": "https://example.com/pause"])
        func changed(_ link: JSONValue) throws -> EncodedAnswer {
            try auth.world.call("admin.notifications.update", ["notification_id": id, "link": link], as: .admin)
        }
        #expect(try changed("javascript:alert(1)").status == 422)
        #expect(try changed("http://example.com/other").body["link"] == "http://example.com/other")
        #expect(try changed(.null).body["link"] == nil)
    }

    @Test func readingIsEachOnesOwn() throws {
        let id = try say(["audience": "everyone"])
        let read = try auth.world.call("notifications.markRead", ["notification_id": id], as: .candidate)
        #expect(read.status == 200)
        #expect(read.body["read_at"] == .string(auth.world.clock.now().description))
        #expect(try titles(.candidate, ["unread_only": true]).isEmpty)
        #expect(try titles(.candidate).count == 1)
        #expect(try titles(.employer, ["unread_only": true]).count == 1)
        let again = try auth.world.call("notifications.markRead", ["notification_id": id], as: .candidate)
        #expect(again.body == read.body)
        #expect(try auth.outcomes("notifications.markRead") == [200])
        let list = try auth.world.call("admin.notifications.list", [:], as: .admin)
        #expect(list.body["data"]?[0]?["read_count"] == 1)
    }

    @Test func whatIsForSomebodyElseDoesNotExist() throws {
        let id = try say(["audience": "consultant"])
        for person in [World.Person.candidate, .employer, .admin] {
            let answer = try auth.world.call("notifications.markRead", ["notification_id": id], as: person)
            #expect(answer.status == 404, "\(person)")
        }
    }

    @Test func whatExpiredOrWasTakenBackIsNotShown() throws {
        let end = auth.world.clock.now().advanced(byDays: 1).description
        _ = try say(["audience": "everyone", "expires_at": .string(end), "title": "short"])
        let back = try say(["audience": "everyone", "title": "back"])
        #expect(try Set(titles(.candidate)) == ["short", "back"])
        #expect(try auth.world.call("admin.notifications.delete", ["notification_id": back], as: .admin).status == 200)
        #expect(try titles(.candidate) == ["short"])
        auth.world.clock.advance(days: 1)
        #expect(try titles(.candidate).isEmpty)
        #expect(try auth.world.call("admin.notifications.list", ["is_current": false], as: .admin).body["total"] == 1)
        #expect(try auth.world.call("admin.notifications.delete", ["notification_id": back], as: .admin).status == 404)
    }

    @Test func itIsChanged() throws {
        let id = try say(["audience": "everyone", "link": "https://example.com/jobs"])
        let changed = try auth.world.call(
            "admin.notifications.update",
            ["notification_id": id, "title": "Longer pause", "link": nil, "expected_version": 1], as: .admin)
        #expect(changed.body["title"] == "Longer pause")
        #expect(changed.body["link"] == nil)
        #expect(try titles(.candidate) == ["Longer pause"])
        let stale = try auth.world.call(
            "admin.notifications.update", ["notification_id": id, "title": "X", "expected_version": 1], as: .admin)
        #expect(stale.status == 409)
    }

    @Test func newcomersAreNotToldOldNews() throws {
        _ = try say(["audience": "everyone"])
        auth.world.clock.advance(days: 1)
        _ = try auth.world.call(
            "users.create",
            ["email": "late@example.com", "first_name": "Late", "last_name": "Comer", "role": "candidate"],
            as: .admin)
        let token = try auth.world.engine.openSession(email: "late@example.com")
        #expect(auth.call("notifications.list", as: .token(token)).body["total"] == 0)
    }

    static let notValid: [(JSONValue, String)] = [
        ([:], "audience"),
        (["audience": "everyone", "recipient_id": "01900000-0000-7000-8000-000000000000"], "audience"),
        (["recipient_id": "01900000-0000-7000-8000-000000000000"], "recipient_id"),
        (["audience": "everyone", "expires_at": "2020-01-01T00:00:00Z"], "expires_at"),
        (["audience": "martians"], "audience"), (["audience": "everyone", "title": ""], "title"),
    ]

    @Test(arguments: notValid)
    func whatIsNotValid(_ input: JSONValue, _ field: String) throws {
        let answer = try auth.world.call(
            "admin.notifications.create", (["title": "Pause", "body": "Saturday."] as JSONValue).with(input), as: .admin
        )
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == .string(field))
    }
}
