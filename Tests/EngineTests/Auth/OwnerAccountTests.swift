import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// What `rplus init` and `rplus passwd` do.
@Suite struct OwnerAccountTests {
    private func problem(_ body: () throws(Problem) -> Void) -> Problem? {
        do {
            try body()
            return nil
        } catch {
            return error
        }
    }

    @Test func theFirstSuperadminOfAnEmptyWorkspace() throws {
        let auth = try AuthWorld(people: false)
        let engine = auth.world.engine
        let id = try engine.createFirstSuperadmin(
            email: "Ada.Byron@Example.com", password: "a long pass phrase", locale: "fr_FR.UTF-8",
            timezone: "Europe/Paris")
        let answer = auth.logIn("ada.byron@example.com", "a long pass phrase")
        #expect(answer.status == 200)
        #expect(answer.body["user"]?["id"] == .string(id.description))
        #expect(answer.body["user"]?["role"] == "superadmin")
        #expect(answer.body["user"]?["email"] == "Ada.Byron@Example.com")
        #expect(answer.body["user"]?["first_name"] == "Ada.Byron")
        #expect(answer.body["user"]?["locale"] == "fr-FR")
        let again = problem { () throws(Problem) in
            try engine.createFirstSuperadmin(email: "b@example.com", password: "a long pass phrase")
        }
        #expect(again?.status == 409)
        #expect(try auth.outcomes("auth.createFirstSuperadmin") == [200])
        #expect(try !auth.auditText().contains("a long pass phrase"))
        #expect(try auth.chainIsWhole())
    }

    @Test(arguments: [
        ("nobody", "a long pass phrase", "en", "UTC", "email"), ("a@example.com", "short", "en", "UTC", "password"),
        ("abcdefgh@example.com", "abcdefgh", "en", "UTC", "password"),
        ("a@example.com", "a long pass phrase", "?", "UTC", "locale"),
        ("a@example.com", "a long pass phrase", "en", "Mars/Base", "timezone"),
    ])
    func whatIsRefused(
        _ email: String, _ password: String, _ locale: String, _ timezone: String, _ field: String
    ) throws {
        let auth = try AuthWorld(people: false)
        let refused = problem { () throws(Problem) in
            try auth.world.engine.createFirstSuperadmin(
                email: email, password: password, locale: locale, timezone: timezone)
        }
        #expect(refused?.status == 422)
        #expect(refused?.errors.map(\.field) == [field])
        let users: Int? = try auth.world.database.read { try $0.value("SELECT COUNT(*) FROM user_account") }
        #expect(users == 0)
    }

    @Test func theOwnerSetsAPassword() throws {
        let auth = try AuthWorld()
        let open = try auth.session(.employer)
        for _ in 1...5 { _ = auth.logIn(World.Person.employer.email, "wrong password") }
        try auth.world.engine.setPassword(email: "EMPLOYER@example.com", password: "a brand new phrase")
        #expect(!auth.isOpen(open))
        #expect(auth.logIn(World.Person.employer.email, "a brand new phrase").status == 200)
        #expect(auth.logIn(World.Person.employer.email).status == 401)
        #expect(try auth.outcomes("auth.setPassword") == [200])
        #expect(try !auth.auditText().contains("a brand new phrase"))
    }

    @Test func nobodysPasswordCannotBeSet() throws {
        let auth = try AuthWorld()
        let engine = auth.world.engine
        let unknown = problem { () throws(Problem) in
            try engine.setPassword(email: "nobody@example.com", password: "a brand new phrase")
        }
        #expect(unknown?.status == 404)
        let short = problem { () throws(Problem) in try engine.setPassword(email: "admin@example.com", password: "1") }
        #expect(short?.errors.map(\.field) == ["password"])
    }
}
