import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct PasswordTests {
    let auth: AuthWorld
    init() throws { auth = try AuthWorld() }

    static let accounts = World.Person.allCases.filter { $0 != .anonymous }

    private func change(
        to password: String, from current: String = World.password, as credential: Credential
    ) -> EncodedAnswer {
        auth.call(
            "auth.changePassword", ["current_password": .string(current), "new_password": .string(password)],
            as: credential)
    }

    @Test(arguments: accounts)
    func aNewPasswordEndsEverySessionAndOpensOne(_ person: World.Person) throws {
        let first = try auth.session(person)
        let second = try auth.session(person)
        let other = try auth.session(person == .admin ? .superadmin : .admin)
        let answer = change(to: "a quite different phrase", as: first)
        #expect(answer.status == 200, "\(answer.body)")
        #expect(!auth.isOpen(first))
        #expect(!auth.isOpen(second))
        #expect(auth.isOpen(other))
        let fresh = Credential.token(try #require(answer.body["access_token"]?.stringValue))
        #expect(auth.isOpen(fresh))
        #expect(answer.body["refresh_token"]?.stringValue?.isEmpty == false)
        #expect(answer.body["user"]?["version"] == 2)
        #expect(auth.logIn(person.email).status == 401)
        #expect(auth.logIn(person.email, "a quite different phrase").status == 200)
    }

    @Test func withoutAnAccountThereIsNoPassword() throws {
        #expect(change(to: "a quite different phrase", as: .anonymous(.english)).status == 401)
    }

    @Test func aWrongCurrentPasswordChangesNothingAndCounts() throws {
        let session = try auth.session(.employer)
        for _ in 1...5 {
            let answer = change(to: "a quite different phrase", from: "wrong password", as: session)
            #expect(answer.status == 422)
            #expect(answer.body["errors"]?[0]?["field"] == "current_password")
            #expect(answer.body["errors"]?[0]?["code"] == "incorrect")
        }
        let locked = change(to: "a quite different phrase", as: session)
        #expect(locked.status == 429)
        #expect(locked.retryAfter == 60)
        #expect(auth.isOpen(session))
        auth.world.clock.advance(minutes: 1)
        #expect(auth.logIn(World.Person.employer.email).status == 200)
        #expect(try auth.outcomes("auth.changePassword") == [422, 422, 422, 422, 422, 429])
    }

    @Test(arguments: [
        ("", "too_short"), ("1234567", "too_short"), ("éééééééé", "too_simple"), ("abcabcabcabc", "too_simple"),
        (String(repeating: "abcd", count: 65), "too_long"), ("Admin@Example.com", "same_as_email"),
        (World.password, "unchanged"), ("line\nend of it", "format"), ("bell\u{7} in it", "format"),
    ])
    func whatIsNoPassword(_ password: String, _ code: String) throws {
        let session = try auth.session(.admin)
        let answer = change(to: password, as: session)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == "new_password")
        #expect(answer.body["errors"]?[0]?["code"] == .string(code))
        #expect(auth.isOpen(session))
        if password.count > 8 { #expect(!answer.body.serialized().contains(password)) }
    }

    @Test(arguments: ["pass phrase", "motdepasse à clé", "12345678", "  spaces count  ", "👩‍💻 travaille à la clé"])
    func whatIsOne(_ password: String) throws {
        let session = try auth.session(.admin)
        #expect(change(to: password, as: session).status == 200)
        #expect(auth.logIn(World.Person.admin.email, password).status == 200)
    }

    @Test func logoutEndsEverySession() throws {
        let first = try auth.session(.candidate)
        let second = try auth.session(.candidate)
        let other = try auth.session(.otherCandidate)
        #expect(auth.call("auth.logout", as: first).status == 200)
        #expect(!auth.isOpen(first))
        #expect(!auth.isOpen(second))
        #expect(auth.isOpen(other))
        #expect(auth.call("auth.logout", as: first).status == 401)
        #expect(auth.isOpen(try auth.session(.candidate)))
        #expect(try auth.outcomes("auth.logout") == [200])
    }

    @Test func sessionsEndByThemselves() throws {
        let session = try auth.session(.candidate)
        auth.world.clock.advance(milliseconds: Int64(TokenSigner.lifetime) * 1000 - 1)
        #expect(auth.isOpen(session))
        auth.world.clock.advance(milliseconds: 1)
        #expect(!auth.isOpen(session))
    }

    @Test func aDeactivatedUserIsOutAtOnce() throws {
        let session = try auth.session(.candidate)
        try auth.set("status = 'inactive'", of: .candidate)
        #expect(!auth.isOpen(session))
    }
}
