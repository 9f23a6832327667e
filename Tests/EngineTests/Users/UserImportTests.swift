import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct UserImportTests {
    let auth: AuthWorld
    init() throws { auth = try AuthWorld() }

    private static func row(_ name: String, _ more: JSONValue = [:]) -> JSONValue {
        ([
            "email": .string("\(name)@example.com"), "first_name": .string(name), "last_name": "Import",
            "role": "candidate",
        ] as JSONValue).with(more)
    }

    private func bringIn(_ rows: [JSONValue], _ more: JSONValue = [:]) throws -> EncodedAnswer {
        try auth.world.call(
            "users.bulkImport", (["rows": .array(rows)] as JSONValue).with(more), as: .superadmin)
    }

    private func statuses(_ answer: EncodedAnswer) -> [String] {
        (answer.body["results"]?.arrayValue ?? []).compactMap { $0["status"]?.stringValue }
    }

    private func count() throws -> Int {
        try auth.world.database.read { try $0.value("SELECT COUNT(*) FROM user_account") } ?? 0
    }

    @Test func rowsBecomeAccountsThatAreInvited() throws {
        let answer = try bringIn([
            Self.row("one"), Self.row("two", ["role": "employer", "company": "clinique du parc"]),
            Self.row("three", ["role": "consultant", "locale": "fr-FR"]), Self.row("admin"),
        ])
        #expect(answer.status == 200, "\(answer.body)")
        #expect(statuses(answer) == ["created", "created", "created", "matched"])
        let mails = try auth.world.mails()
        #expect(mails.map(\.kind) == [.invitation, .invitation, .invitation])
        #expect(Set(mails.compactMap(\.token)).count == 3)
        #expect(try auth.outcomes("users.bulkImport") == [200])
    }

    @Test func oneBadRowKeepsNothingUnlessAskedOtherwise() throws {
        let before = try count()
        let rows = [
            Self.row("one"), Self.row("two", ["role": "admin"]), Self.row("three", ["role": "employer"]),
            Self.row("four", ["role": "employer", "company": "Nobody Ltd"]),
        ]
        let nothing = try bringIn(rows)
        #expect(statuses(nothing) == ["skipped", "failed", "failed", "failed"])
        #expect(try count() == before)
        #expect(try auth.world.mails().isEmpty)
        let some = try bringIn(rows, ["mode": "best_effort"])
        #expect(statuses(some) == ["created", "failed", "failed", "failed"])
        #expect(some.body["results"]?[2]?["errors"]?[0]?["field"] == "company_id")
        #expect(some.body["results"]?[3]?["errors"]?[0]?["field"] == "company")
        #expect(try count() == before + 1)
        #expect(try auth.world.mails().count == 1)
    }

    @Test func aDryRunKeepsNothing() throws {
        let before = try count()
        let answer = try bringIn([Self.row("one")], ["dry_run": true])
        #expect(statuses(answer) == ["created"])
        #expect(answer.body["results"]?[0]?["id"] == nil)
        #expect(try count() == before)
        #expect(try auth.world.mails().isEmpty)
    }

    @Test func aKeyIsCarriedOutOnce() throws {
        let first = try bringIn([Self.row("one")], ["idempotency_key": "k"])
        let again = try bringIn([Self.row("one")], ["idempotency_key": "k"])
        #expect(again.body == first.body)
        #expect(try auth.world.mails().count == 1)
        #expect(try bringIn([Self.row("two")], ["idempotency_key": "k"]).status == 409)
    }

    @Test func onlySuperadminsImport() throws {
        #expect(try auth.world.call("users.bulkImport", ["rows": [Self.row("one")]], as: .admin).status == 403)
    }
}
