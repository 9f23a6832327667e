import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct LogInTests {
    let auth: AuthWorld
    init() throws { auth = try AuthWorld() }

    static let accounts = World.Person.allCases.filter { $0 != .anonymous }

    @Test(arguments: accounts)
    func aPasswordOpensASession(_ person: World.Person) throws {
        let answer = auth.logIn(person.email.uppercased())
        #expect(answer.status == 200)
        #expect(answer.body["token_type"] == "Bearer")
        #expect(answer.body["expires_in"] == .integer(Int64(TokenSigner.lifetime)))
        #expect(answer.body["user"]?["role"]?.stringValue == person.role?.rawValue)
        #expect(answer.body["user"]?["last_login_at"] == .string(auth.world.clock.now().description))
        let token = try #require(answer.body["access_token"]?.stringValue)
        let profile = auth.call("auth.profile", as: .token(token))
        #expect(profile.status == 200)
        #expect(profile.body == answer.body["user"])
        #expect(answer.body["user"]?["password_hash"] == nil)
    }

    @Test func aWrongPasswordAndAnUnknownAddressAnswerTheSame() throws {
        let wrong = auth.logIn(World.Person.admin.email, "not the right one")
        let unknown = auth.logIn("nobody@example.com", "not the right one")
        #expect(wrong.status == 401)
        #expect(unknown.status == 401)
        for key in ["type", "title", "status", "detail", "errors"] { #expect(wrong.body[key] == unknown.body[key]) }
        #expect(wrong.body.fieldNames == unknown.body.fieldNames)
        #expect(try auth.outcomes("auth.login") == [401, 401])
        #expect(try auth.number("failed_logins", of: .admin) == 1)
        #expect(try auth.chainIsWhole())
    }

    /// A lock must not tell which addresses have an account.
    @Test(arguments: ["admin@example.com", "nobody@example.com"])
    func fiveWrongPasswordsInARowLock(_ email: String) throws {
        for _ in 1...5 { #expect(auth.logIn(email, "wrong password").status == 401) }
        let locked = auth.logIn(email)
        #expect(locked.status == 429)
        #expect(locked.retryAfter == 60)
        #expect(locked.body["retry_after"] == 60)
        auth.world.clock.advance(milliseconds: 59_999)
        #expect(auth.logIn(email).retryAfter == 1)
        auth.world.clock.advance(milliseconds: 1)
        // Each further one locks for longer, up to a quarter of an hour.
        for seconds in [120, 240, 480, 900, 900] {
            #expect(auth.logIn(email, "wrong password").status == 401)
            #expect(auth.logIn(email, "wrong password").retryAfter == seconds)
            auth.world.clock.advance(milliseconds: Int64(seconds) * 1000)
        }
    }

    @Test func theRightPasswordForgetsTheWrongOnes() throws {
        for _ in 1...4 { _ = auth.logIn(World.Person.admin.email, "wrong password") }
        #expect(auth.logIn(World.Person.admin.email).status == 200)
        #expect(try auth.number("failed_logins", of: .admin) == 0)
        for _ in 1...4 { #expect(auth.logIn(World.Person.admin.email, "wrong password").status == 401) }
        #expect(auth.logIn(World.Person.admin.email).status == 200)
    }

    @Test func aLockLeavesOpenSessionsAlone() throws {
        let open = try auth.session(.admin)
        for _ in 1...5 { _ = auth.logIn(World.Person.admin.email, "wrong password") }
        #expect(auth.isOpen(open))
    }

    @Test func failuresOfUnknownAddressesAreForgotten() throws {
        for _ in 1...4 { _ = auth.logIn("nobody@example.com", "wrong password") }
        auth.world.clock.advance(days: 2)
        _ = auth.logIn("somebody@example.com", "wrong password")
        let rows: Int? = try auth.world.database.read { try $0.value("SELECT COUNT(*) FROM login_failure") }
        #expect(rows == 1)
    }

    @Test(arguments: [User.Status.pending, .inactive])
    func onlyActiveAccountsGetIn(_ status: User.Status) throws {
        let email = World.Person.employer.email
        try auth.set("status = \(status), email_verified_at = 1", of: .employer)
        let refused = auth.logIn(email)
        #expect(refused.status == 403)
        #expect(refused.body["access_token"] == nil)
        // Without the password nobody learns that there is such an account.
        #expect(auth.logIn(email, "wrong password").status == 401)
        #expect(try auth.outcomes("auth.login") == [403, 401])
    }

    @Test func anAccountThatIsGoneIsUnknown() throws {
        try auth.set("deleted_at = 1", of: .employer)
        #expect(auth.logIn(World.Person.employer.email).status == 401)
    }

    static let notValid: [(JSONValue, String)] = [
        (["email": "admin@example.com"], "password"),
        (["password": "x"], "email"),
        (["email": "not an address", "password": "x"], "email"),
        (["email": "admin@example.com", "password": ""], "password"),
        (["email": "admin@example.com", "password": .string(String(repeating: "é", count: 257))], "password"),
        (["email": "admin@example.com", "password": "x", "remember": true], "remember"),
    ]

    @Test(arguments: notValid)
    func whatIsNotValid(_ input: JSONValue, _ field: String) throws {
        let answer = auth.call("auth.login", input, as: .anonymous(.english))
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == .string(field))
        // Strangers do not fill the log with what is not even an attempt.
        #expect(try auth.outcomes("auth.login").isEmpty)
    }

    @Test func itSpeaksTheCallersLanguage() throws {
        let answer = auth.world.engine.dispatch(
            "auth.login", input: ["email": "nobody@example.com", "password": "x"], as: .anonymous(.french))
        #expect(answer.body["detail"] == "L’adresse électronique ou le mot de passe est incorrect.")
    }

    @Test func noPasswordIsEverWrittenDown() throws {
        _ = auth.logIn(World.Person.admin.email, "a-wrong-secret-phrase")
        _ = auth.logIn(World.Person.admin.email)
        let session = try auth.session(.admin)
        _ = auth.call(
            "auth.changePassword", ["current_password": "another-wrong-phrase", "new_password": "brand-new-phrase"],
            as: session)
        _ = auth.call(
            "auth.changePassword",
            ["current_password": .string(World.password), "new_password": "brand-new-phrase"], as: session)
        let log = try auth.auditText()
        for secret in ["a-wrong-secret-phrase", World.password, "another-wrong-phrase", "brand-new-phrase", "$argon2"] {
            #expect(!log.contains(secret), "\(secret)")
        }
        #expect(log.contains("admin@example.com"))
        let typed = LogIn(
            email: try #require(EmailAddress("a@example.com")), password: try #require(Password("seen-nowhere")))
        var dumped = ""
        dump(typed, to: &dumped)
        #expect(!"\(typed)\(String(reflecting: typed))\(dumped)".contains("seen-nowhere"))
    }

    @Test func theRefreshTokenIsKeptAsAHash() throws {
        let answer = auth.logIn(World.Person.candidate.email)
        let text = try #require(answer.body["refresh_token"]?.stringValue)
        let bytes = try #require(Base64URL.decode(text))
        #expect(bytes.count == 48)
        let kept: [[UInt8]?] = try auth.world.database.read { try $0.column("SELECT refresh_hash FROM session") }
        let hashes = kept.compactMap { $0 }
        #expect(hashes.count == 1)
        #expect(hashes.first?.count == 32)
        #expect(hashes.first != bytes)
        #expect(Digest.sha256(bytes) == hashes.first.map(Self.hexadecimal))
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }.joined()
    }

    /// A hash with other parameters than today's is made anew by the first login.
    @Test func anOldHashIsMadeAnew() throws {
        let old = try PasswordHasher(memory: 32, passes: 1, lanes: 1).hash(
            World.password, salt: [UInt8](repeating: 3, count: 16))
        try auth.set("password_hash = \(old)", of: .admin)
        #expect(auth.logIn(World.Person.admin.email).status == 200)
        let kept: String? = try auth.world.database.read {
            try $0.value("SELECT password_hash FROM user_account WHERE email = 'admin@example.com'")
        }
        #expect(kept?.hasPrefix("$argon2id$v=19$m=64,t=1,p=1$") == true)
        #expect(auth.logIn(World.Person.admin.email).status == 200)
    }

    @Test func signingInIsNoNewVersionOfTheAccount() throws {
        _ = auth.logIn(World.Person.admin.email)
        #expect(try auth.number("version", of: .admin) == 1)
    }
}
