import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct SettingTests {
    let auth: AuthWorld
    init() throws { auth = try AuthWorld() }

    private func update(_ settings: JSONValue) throws -> EncodedAnswer {
        try auth.world.call("admin.settings.update", ["settings": settings], as: .admin)
    }

    private func setting(_ key: String, in answer: EncodedAnswer) -> JSONValue? {
        answer.body["data"]?.arrayValue?.first { $0["key"] == .string(key) }
    }

    @Test func everySettingIsListedWithItsTypeAndDefault() throws {
        let answer = try auth.world.call("admin.settings.get", [:], as: .admin)
        #expect(answer.status == 200)
        let keys = (answer.body["data"]?.arrayValue ?? []).compactMap { $0["key"]?.stringValue }
        #expect(keys == SettingDefinition.all.map(\.key))
        let minutes = setting("accounts.reset_minutes", in: answer)
        #expect(minutes?["kind"] == "integer")
        #expect(minutes?["value"] == 60)
        #expect(minutes?["default_value"] == 60)
        #expect(minutes?["is_set"] == false)
        #expect(minutes?["minimum"] == 5)
        #expect(setting("agency.support_email", in: answer)?["value"] == nil)
    }

    @Test func whatIsSetHoldsUntilItIsPutBack() throws {
        let set = try update(["agency.name": "Cabinet Nord", "accounts.reset_minutes": "30"])
        #expect(set.status == 200, "\(set.body)")
        #expect(setting("agency.name", in: set)?["value"] == "Cabinet Nord")
        #expect(setting("agency.name", in: set)?["is_set"] == true)
        #expect(setting("accounts.reset_minutes", in: set)?["value"] == 30)
        _ = auth.call("auth.forgotPassword", ["email": "admin@example.com"], as: .anonymous(.english))
        let mail = try #require(try auth.world.mails().last)
        #expect(mail.subject.hasPrefix("Cabinet Nord – "))
        #expect(mail.body.contains("within 30 minutes"))
        // The same again changes nothing.
        _ = try update(["agency.name": "Cabinet Nord"])
        #expect(try auth.outcomes("admin.settings.update") == [200])
        let back = try update(["agency.name": nil])
        #expect(setting("agency.name", in: back)?["value"] == "RecrutementPlus")
        #expect(setting("agency.name", in: back)?["is_set"] == false)
    }

    static let notValid: [(String, JSONValue)] = [
        ("accounts.reset_minutes", 1), ("accounts.reset_minutes", "soon"), ("registration.open", "maybe"),
        ("agency.support_email", "nowhere"), ("agency.web_address", "ftp://x"), ("agency.name", ""),
        ("agency.name", "two\nlines"), ("accounts.default_locale", "klingon"),
        ("accounts.default_timezone", "Mars/Olympus"), ("no.such.setting", 1), ("accounts.session_days", 1.5),
    ]

    @Test(arguments: notValid)
    func whatIsNotValidSetsNothing(_ key: String, _ value: JSONValue) throws {
        var settings: JSONValue = ["agency.support_email": "help@example.com"]
        settings[key] = value
        let answer = try update(settings)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == .string("settings.\(key)"))
        let kept: Int? = try auth.world.database.read { try $0.value("SELECT COUNT(*) FROM setting") }
        #expect(kept == 0)
    }

    @Test func aSecretIsNeverShown() throws {
        let set = try update(["registration.invitation_code": "sesame-42"])
        let code = setting("registration.invitation_code", in: set)
        #expect(code?["is_set"] == true)
        #expect(code?["is_secret"] == true)
        #expect(code?["value"] == nil)
        let again = try auth.world.call("admin.settings.get", [:], as: .superadmin)
        #expect(!again.body.serialized().contains("sesame-42"))
        // Not even a refused one goes into the log.
        _ = try update(["registration.invitation_code": "sesame-43", "agency.name": ""])
        #expect(!(try auth.auditText()).contains("sesame-4"))
    }

    @Test func onlyAdministratorsReadAndWriteThem() throws {
        for person in [World.Person.candidate, .employer, .consultant] {
            #expect(try auth.world.call("admin.settings.get", [:], as: person).status == 403)
        }
    }
}
