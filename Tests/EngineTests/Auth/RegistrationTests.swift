import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct RegistrationTests {
    let auth: AuthWorld
    init() throws { auth = try AuthWorld() }

    private static let ada: JSONValue = [
        "email": "ada@example.com", "password": "a quite long phrase", "first_name": "Ada", "last_name": "Byron",
    ]
    private static let agnes: JSONValue = [
        "email": "agnes@example.com", "password": "a quite long phrase", "first_name": "Agnès", "last_name": "Roux",
        "role": "employer", "company_name": "Clinique du Parc", "locale": "fr-FR",
    ]

    private func call(_ operation: String, _ input: JSONValue) -> EncodedAnswer {
        auth.call(operation, input, as: .anonymous(.english))
    }

    private func status(_ email: String) throws -> User.Status? {
        try auth.world.database.read {
            try $0.value("SELECT status FROM user_account WHERE email_folded = \(email)")
        }
    }

    @Test func aCandidateRegistersConfirmsAndSignsIn() throws {
        let answer = call("auth.register", Self.ada)
        #expect(answer.status == 201, "\(answer.body)")
        #expect(answer.body.fieldNames == ["email", "role", "message"])
        #expect(try status("ada@example.com") == .pending)
        // Until the address is confirmed nobody learns by signing in that there is an account.
        #expect(auth.logIn("ada@example.com", "a quite long phrase").status == 401)
        let token = try auth.world.mailedToken(to: "ada@example.com")
        let verified = call("auth.verifyEmail", ["token": token])
        #expect(verified.status == 200)
        #expect(verified.body["status"] == "active")
        let login = auth.logIn("ada@example.com", "a quite long phrase")
        #expect(login.status == 200)
        #expect(login.body["user"]?["role"] == "candidate")
        #expect(login.body["user"]?["email_verified_at"] == .string(auth.world.clock.now().description))
        #expect(login.body["user"]?["timezone"] == "Europe/Paris")
        #expect(call("auth.verifyEmail", ["token": token]).status == 422)
        #expect(try auth.chainIsWhole())
    }

    @Test func anEmployerWaitsUntilAnAdministratorLinksItToACompany() throws {
        #expect(call("auth.register", Self.agnes).status == 201)
        let verified = call("auth.verifyEmail", ["token": try auth.world.mailedToken(to: "agnes@example.com")])
        #expect(verified.body["status"] == "pending")
        #expect(auth.logIn("agnes@example.com", "a quite long phrase").status == 403)
        // The administrators are told, and see which company was named.
        let told = try auth.world.call("notifications.list", [:], as: .admin)
        #expect(told.body["total"] == 1)
        #expect(told.body["data"]?[0]?["body"]?.stringValue?.contains("agnes@example.com") == true)
        #expect(try auth.world.call("notifications.list", [:], as: .consultant).body["total"] == 0)
        let found = try auth.world.call("users.list", ["status": "pending"], as: .admin).body["data"]?[0]
        #expect(found?["requested_company"] == "Clinique du Parc")
        let id = found?["id"] ?? .null
        #expect(try auth.world.call("users.activate", ["user_id": id], as: .admin).status == 409)
        let linked = try auth.world.call(
            "users.update",
            ["user_id": id, "company_id": .string(auth.world.ownCompany.description)], as: .admin)
        #expect(linked.body["status"] == "active")
        #expect(linked.body["company_name"] == "Clinique du Parc")
        #expect(linked.body["requested_company"] == nil)
        #expect(auth.logIn("agnes@example.com", "a quite long phrase").status == 200)
    }

    @Test func anAddressThatHasAnAccountAnswersTheSame() throws {
        let fresh = call("auth.register", Self.ada)
        let taken = call("auth.register", Self.ada.with(["email": "ADMIN@example.com"]))
        #expect(taken.status == fresh.status)
        #expect(taken.body["message"] == fresh.body["message"])
        #expect(taken.body.fieldNames == fresh.body.fieldNames)
        #expect(auth.logIn(World.Person.admin.email).status == 200)
        #expect(auth.logIn(World.Person.admin.email, "a quite long phrase").status == 401)
        let mails = try auth.world.mails()
        #expect(mails.map(\.kind) == [.emailVerification, .accountNotice])
        #expect(mails.last?.recipient == World.Person.admin.email)
        #expect(mails.last?.holdsSecret == false)
    }

    @Test func mailSpeaksTheLanguageOfTheAccount() throws {
        _ = call("auth.register", Self.agnes)
        let mail = try #require(try auth.world.mails().first)
        #expect(mail.subject == "RecrutementPlus – Confirmez votre adresse")
        #expect(mail.body.hasPrefix("Bonjour Agnès Roux,"))
    }

    static let notValid: [(JSONValue, String)] = [
        (["role": "admin"], "role"), (["role": "consultant"], "role"), (["password": "short"], "password"),
        (["password": "ada@example.com"], "password"), (["first_name": ""], "first_name"),
        (["email": "no address"], "email"), (["role": "employer"], "company_name"),
        (["timezone": "Mars/Olympus"], "timezone"), (["status": "active"], "status"),
    ]

    @Test(arguments: notValid)
    func whatIsNotValid(_ change: JSONValue, _ field: String) throws {
        let answer = call("auth.register", Self.ada.with(change))
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == .string(field))
        #expect(try auth.world.mails().isEmpty)
    }

    @Test func askingTooOftenHasToWait() throws {
        for _ in 1...5 { #expect(call("auth.register", Self.ada).status == 201) }
        let refused = call("auth.register", Self.ada)
        #expect(refused.status == 429)
        #expect(refused.retryAfter == 3_600)
        #expect(try auth.world.mails().count == 5)
        // The limit is the address's, whether it had an account or not.
        #expect(call("auth.register", Self.ada.with(["email": "other@example.com"])).status == 201)
        auth.world.clock.advance(minutes: 60)
        #expect(call("auth.register", Self.ada).status == 201)
    }

    @Test func aClosedDoorStaysClosed() throws {
        _ = try auth.world.call("admin.settings.update", ["settings": ["registration.open": false]], as: .admin)
        #expect(call("auth.register", Self.ada).status == 403)
        _ = try auth.world.call(
            "admin.settings.update",
            ["settings": ["registration.open": nil, "registration.invitation_code": "sesame"]], as: .admin)
        #expect(call("auth.register", Self.ada).status == 403)
        #expect(call("auth.register", Self.ada.with(["invitation_code": "open"])).status == 403)
        #expect(call("auth.register", Self.ada.with(["invitation_code": "sesame"])).status == 201)
    }

    @Test func theMailIsSentAgainAndTheFirstOneIsWorthless() throws {
        _ = call("auth.register", Self.ada)
        let first = try auth.world.mailedToken(to: "ada@example.com")
        let known = call("auth.resendVerification", ["email": "ada@example.com"])
        let unknown = call("auth.resendVerification", ["email": "nobody@example.com"])
        #expect(known.status == 200)
        #expect(known.body["message"] == unknown.body["message"])
        let second = try auth.world.mailedToken(to: "ada@example.com")
        #expect(second != first)
        #expect(call("auth.verifyEmail", ["token": first]).status == 422)
        #expect(call("auth.verifyEmail", ["token": second]).status == 200)
        // One that is confirmed gets no further mail.
        let count = try auth.world.mails().count
        #expect(call("auth.resendVerification", ["email": "ada@example.com"]).status == 200)
        #expect(try auth.world.mails().count == count)
        for _ in 1...3 { _ = call("auth.resendVerification", ["email": "ada@example.com"]) }
        #expect(call("auth.resendVerification", ["email": "ada@example.com"]).status == 429)
    }

    @Test func aConfirmationIsForAWhile() throws {
        _ = call("auth.register", Self.ada)
        let token = try auth.world.mailedToken(to: "ada@example.com")
        auth.world.clock.advance(minutes: 48 * 60)
        #expect(call("auth.verifyEmail", ["token": token]).status == 422)
        #expect(call("auth.verifyEmail", ["token": "nonsense"]).status == 422)
        #expect(call("auth.verifyEmail", [:]).status == 422)
    }

    @Test func aTokenIsForOnePurpose() throws {
        _ = call("auth.register", Self.ada)
        let token = try auth.world.mailedToken(to: "ada@example.com")
        let misused = call("auth.resetPassword", ["token": token, "new_password": "another long phrase"])
        #expect(misused.status == 422)
        #expect(misused.body["errors"]?[0]?["field"] == "token")
        #expect(call("auth.verifyEmail", ["token": token]).status == 200)
    }

    @Test func secretsAreKeptAsHashesAndOutOfTheLog() throws {
        _ = call("auth.register", Self.ada)
        let token = try #require(try auth.world.mailedToken(to: "ada@example.com").stringValue)
        let log = try auth.auditText()
        #expect(!log.contains(token))
        #expect(!log.contains("a quite long phrase"))
        #expect(log.contains("ada@example.com"))
        let kept: [[UInt8]] = try auth.world.database.read { try $0.column("SELECT token_hash FROM account_token") }
        #expect(kept.count == 1)
        #expect(kept.first != Base64URL.decode(token))
        #expect(try auth.world.mails().allSatisfy(\.holdsSecret))
    }
}
