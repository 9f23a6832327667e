import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct PasswordResetTests {
    let auth: AuthWorld
    init() throws { auth = try AuthWorld() }

    private func call(_ operation: String, _ input: JSONValue) -> EncodedAnswer {
        auth.call(operation, input, as: .anonymous(.english))
    }

    private func forget(_ email: String) -> EncodedAnswer {
        call("auth.forgotPassword", ["email": .string(email)])
    }

    private func reset(_ token: JSONValue, _ password: String = "a brand new phrase") -> EncodedAnswer {
        call("auth.resetPassword", ["token": token, "new_password": .string(password)])
    }

    @Test(arguments: LogInTests.accounts)
    func aForgottenPasswordIsReplaced(_ person: World.Person) throws {
        let open = try auth.session(person)
        #expect(forget(person.email.uppercased()).status == 200)
        let token = try auth.world.mailedToken(to: person.email)
        // Asking changes nothing yet.
        #expect(auth.isOpen(open))
        let answer = reset(token)
        #expect(answer.status == 200, "\(answer.body)")
        #expect(!auth.isOpen(open))
        #expect(auth.logIn(person.email).status == 401)
        #expect(auth.logIn(person.email, "a brand new phrase").status == 200)
        #expect(try auth.world.mails().map(\.kind) == [.passwordReset, .accountNotice])
        #expect(reset(token, "yet another phrase").status == 422)
        #expect(try auth.chainIsWhole())
    }

    @Test func whetherThereIsAnAccountIsNotSaid() throws {
        let known = forget(World.Person.admin.email)
        let unknown = forget("nobody@example.com")
        #expect(known.status == 200)
        #expect(unknown.status == 200)
        #expect(known.body["message"] == unknown.body["message"])
        #expect(known.body.fieldNames == unknown.body.fieldNames)
        #expect(try auth.world.mails().map(\.recipient) == [World.Person.admin.email])
    }

    @Test(arguments: ["admin@example.com", "nobody@example.com"])
    func askingTooOftenHasToWait(_ email: String) throws {
        for _ in 1...5 { #expect(forget(email).status == 200) }
        let refused = forget(email)
        #expect(refused.status == 429)
        #expect(refused.body["retry_after"] == 3_600)
        auth.world.clock.advance(minutes: 59)
        #expect(forget(email).retryAfter == 60)
        auth.world.clock.advance(minutes: 1)
        #expect(forget(email).status == 200)
        let rows: Int? = try auth.world.database.read { try $0.value("SELECT COUNT(*) FROM rate_limit") }
        #expect(rows == 1)
    }

    @Test func onlyTheNewestCodeCounts() throws {
        _ = forget(World.Person.admin.email)
        let first = try auth.world.mailedToken(to: World.Person.admin.email)
        _ = forget(World.Person.admin.email)
        let second = try auth.world.mailedToken(to: World.Person.admin.email)
        #expect(reset(first).status == 422)
        #expect(reset(second).status == 200)
    }

    @Test func aCodeIsForAWhile() throws {
        _ = forget(World.Person.admin.email)
        let token = try auth.world.mailedToken(to: World.Person.admin.email)
        auth.world.clock.advance(minutes: 60)
        #expect(reset(token).status == 422)
        #expect(auth.logIn(World.Person.admin.email).status == 200)
    }

    @Test func aClosedAccountIsNotOpenedByAMail() throws {
        _ = forget(World.Person.employer.email)
        let token = try auth.world.mailedToken(to: World.Person.employer.email)
        try auth.set("status = 'inactive'", of: .employer)
        #expect(reset(token).status == 422)
        _ = forget(World.Person.employer.email)
        #expect(try auth.world.mails().count == 1)
    }

    @Test func aBadPasswordLeavesTheCodeUsable() throws {
        _ = forget(World.Person.admin.email)
        let token = try auth.world.mailedToken(to: World.Person.admin.email)
        for bad in ["short", "aaaaaaaaaaaa", World.Person.admin.email] {
            let refused = reset(token, bad)
            #expect(refused.status == 422)
            #expect(refused.body["errors"]?[0]?["field"] == "new_password")
        }
        #expect(reset("nonsense").body["errors"]?[0]?["field"] == "token")
        #expect(reset(token).status == 200)
    }

    @Test func aLockIsLifted() throws {
        for _ in 1...5 { _ = auth.logIn(World.Person.admin.email, "wrong password") }
        #expect(auth.logIn(World.Person.admin.email).status == 429)
        _ = forget(World.Person.admin.email)
        #expect(reset(try auth.world.mailedToken(to: World.Person.admin.email)).status == 200)
        #expect(auth.logIn(World.Person.admin.email, "a brand new phrase").status == 200)
    }

    @Test func noSecretIsWrittenDown() throws {
        _ = forget(World.Person.admin.email)
        let token = try #require(try auth.world.mailedToken(to: World.Person.admin.email).stringValue)
        _ = reset(.string(token))
        let log = try auth.auditText()
        for secret in [token, "a brand new phrase", "$argon2"] { #expect(!log.contains(secret)) }
    }
}
