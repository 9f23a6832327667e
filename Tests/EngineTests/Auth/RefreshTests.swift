import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct RefreshTests {
    let auth: AuthWorld
    init() throws { auth = try AuthWorld() }

    struct Tokens {
        var access: Credential
        var refresh: String
    }

    private func tokens(_ answer: EncodedAnswer) throws -> Tokens {
        Tokens(
            access: .token(try #require(answer.body["access_token"]?.stringValue, "\(answer.body)")),
            refresh: try #require(answer.body["refresh_token"]?.stringValue))
    }

    private func refresh(_ token: String) -> EncodedAnswer {
        auth.call("auth.refresh", ["refresh_token": .string(token)], as: .anonymous(.english))
    }

    @Test(arguments: LogInTests.accounts)
    func aTokenIsExchangedForNewOnes(_ person: World.Person) throws {
        let first = try tokens(auth.logIn(person.email))
        auth.world.clock.advance(minutes: 12 * 60)
        #expect(!auth.isOpen(first.access))
        let answer = refresh(first.refresh)
        #expect(answer.status == 200)
        #expect(answer.body["user"]?["email"] == .string(person.email))
        #expect(answer.body["expires_in"] == .integer(Int64(TokenSigner.lifetime)))
        let second = try tokens(answer)
        #expect(second.refresh != first.refresh)
        #expect(auth.isOpen(second.access))
        let third = try tokens(refresh(second.refresh))
        #expect(auth.isOpen(third.access))
        #expect(try auth.outcomes("auth.refresh") == [200, 200])
        #expect(try auth.chainIsWhole())
    }

    @Test func aTokenUsedTwiceEndsTheWholeFamily() throws {
        let first = try tokens(auth.logIn(World.Person.admin.email))
        let other = try tokens(auth.logIn(World.Person.admin.email))
        let second = try tokens(refresh(first.refresh))
        let again = refresh(first.refresh)
        #expect(again.status == 401)
        #expect(!auth.isOpen(first.access))
        #expect(!auth.isOpen(second.access))
        #expect(refresh(second.refresh).status == 401)
        // The family is one session; the person's others go on.
        #expect(auth.isOpen(other.access))
        #expect(refresh(other.refresh).status == 200)
        #expect(try auth.outcomes("auth.refresh") == [200, 401, 200])
        #expect(try auth.chainIsWhole())
    }

    @Test func anEarlierTokenOfALongFamilyEndsItToo() throws {
        let first = try tokens(auth.logIn(World.Person.consultant.email))
        let second = try tokens(refresh(first.refresh))
        let third = try tokens(refresh(second.refresh))
        #expect(refresh(first.refresh).status == 401)
        #expect(!auth.isOpen(third.access))
    }

    @Test func withoutATokenItIs422AndWithAnUnknownOne401() throws {
        let without = auth.call("auth.refresh", [:], as: .anonymous(.english))
        #expect(without.status == 422)
        #expect(without.body["errors"]?[0]?["field"] == "refresh_token")
        let known = try tokens(auth.logIn(World.Person.admin.email))
        let bytes = try #require(Base64URL.decode(known.refresh))
        let guessed = Base64URL.encode(Array(bytes.prefix(16)) + [UInt8](repeating: 9, count: 32))
        for unknown in ["nonsense", "€", Base64URL.encode([UInt8](repeating: 1, count: 48)), guessed] {
            #expect(refresh(unknown).status == 401, "\(unknown)")
        }
        // A guess is not a copy: it ends nothing.
        #expect(auth.isOpen(known.access))
        #expect(try auth.outcomes("auth.refresh").isEmpty)
    }

    @Test func aSessionThatSleptTooLongIsOver() throws {
        let first = try tokens(auth.logIn(World.Person.admin.email))
        auth.world.clock.advance(days: 29)
        let second = try tokens(refresh(first.refresh))
        auth.world.clock.advance(days: 29)
        let third = try tokens(refresh(second.refresh))
        auth.world.clock.advance(days: 30)
        #expect(refresh(third.refresh).status == 401)
    }

    @Test func aSessionThatEndedIsNotRefreshed() throws {
        let loggedOut = try tokens(auth.logIn(World.Person.admin.email))
        #expect(auth.call("auth.logout", as: loggedOut.access).status == 200)
        #expect(refresh(loggedOut.refresh).status == 401)
        let closed = try tokens(auth.logIn(World.Person.employer.email))
        try auth.set("status = 'inactive'", of: .employer)
        #expect(refresh(closed.refresh).status == 401)
        let gone = try tokens(auth.logIn(World.Person.candidate.email))
        try auth.set("deleted_at = 1", of: .candidate)
        #expect(refresh(gone.refresh).status == 401)
    }

    @Test func noTokenIsEverWrittenDown() throws {
        let first = try tokens(auth.logIn(World.Person.admin.email))
        let second = try tokens(refresh(first.refresh))
        _ = refresh(first.refresh)
        let log = try auth.auditText()
        for secret in [first.refresh, second.refresh] { #expect(!log.contains(secret)) }
        let typed = RefreshSession(refreshToken: try #require(SecretText("seen-nowhere")))
        var dumped = ""
        dump(typed, to: &dumped)
        #expect(!"\(typed)\(String(reflecting: typed))\(dumped)".contains("seen-nowhere"))
    }

    @Test func theWorkspaceSaysHowLongASessionSleeps() throws {
        let set = try auth.world.call(
            "admin.settings.update", ["settings": ["accounts.session_days": 2]], as: .admin)
        #expect(set.status == 200, "\(set.body)")
        let session = try tokens(auth.logIn(World.Person.candidate.email))
        auth.world.clock.advance(days: 2)
        #expect(refresh(session.refresh).status == 401)
    }
}
