import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct UserTests {
    let auth: AuthWorld
    init() throws { auth = try AuthWorld() }

    private func call(_ operation: String, _ input: JSONValue = [:], as person: World.Person) throws -> EncodedAnswer {
        try auth.world.call(operation, input, as: person)
    }

    private func id(_ person: World.Person) throws -> JSONValue { .string(try auth.user(person).description) }

    private func emails(_ answer: EncodedAnswer) -> [String] {
        (answer.body["data"]?.arrayValue ?? []).compactMap { ($0["email"] ?? $0["user"]?["email"])?.stringValue }
    }

    // MARK: - Lists

    @Test(arguments: ["users.list", "admin.users"])
    func listsAreFilteredSortedAndPaged(_ operation: String) throws {
        let byName = try call(operation, ["sort_by": "email", "page_size": 3], as: .admin)
        #expect(emails(byName) == ["admin@example.com", "candidate@example.com", "consultant@example.com"])
        #expect(byName.body["total"] == 8)
        let next = try call(
            operation, ["sort_by": "email", "page_size": 3, "cursor": byName.body["next_cursor"] ?? .null], as: .admin)
        #expect(emails(next).first == "employer@example.com")
        #expect(emails(try call(operation, ["role": "consultant", "sort_by": "name"], as: .admin)).count == 2)
        #expect(emails(try call(operation, ["q": "TEST othercand"], as: .admin)) == ["othercandidate@example.com"])
        #expect(emails(try call(operation, ["q": "100%"], as: .admin)).isEmpty)
        #expect(emails(try call(operation, ["q": "email:otheremployer"], as: .admin)) == ["otheremployer@example.com"])
        #expect(emails(try call(operation, ["q": "name:example"], as: .admin)).isEmpty)
        let test: JSONValue = ["q": "test", "page_size": 3]
        let newest = try call(operation, test, as: .admin)
        #expect(newest.body["total"] == 8)
        let older = try call(operation, test.with(["cursor": newest.body["next_cursor"] ?? .null]), as: .admin)
        #expect(emails(older).count == 3)
        #expect(Set(emails(older)).isDisjoint(with: emails(newest)))
        for order in ["name", "email", "last_login_at"] {
            let sorted = try call(operation, ["q": "consul", "sort_by": .string(order)], as: .admin)
            #expect(Set(emails(sorted)) == ["consultant@example.com"], "\(order)")
        }
        #expect(emails(try call(operation, ["q": "test", "role": "consultant"], as: .admin)).count == 2)
        #expect(try call(operation, ["q": "(test"], as: .consultant).status == 403)
        let company: JSONValue = .string(auth.world.ownCompany.description)
        #expect(emails(try call(operation, ["company_id": company], as: .admin)) == ["employer@example.com"])
        #expect(try call(operation, ["is_verified": true], as: .admin).body["total"] == 0)
        #expect(try call(operation, ["password_hash": "x"], as: .admin).status == 422)
    }

    @Test func administratorsSeeWhatConcernsSafety() throws {
        for _ in 1...5 { _ = auth.logIn(World.Person.employer.email, "wrong password") }
        _ = try auth.session(.consultant)
        let locked = try call("admin.users", ["is_locked": true], as: .admin).body["data"]
        #expect(locked?.arrayValue?.count == 1)
        #expect(locked?[0]?["failed_logins"] == 5)
        let consultant = try call("admin.users", ["q": "consultant@"], as: .admin).body["data"]?.arrayValue?
            .first { $0["user"]?["email"] == "consultant@example.com" }
        #expect(consultant?["open_sessions"] == 1)
        #expect(consultant?["has_password"] == true)
        #expect(try call("users.delete", ["user_id": id(.otherCandidate)], as: .admin).status == 200)
        let trash = try call("admin.users", ["is_deleted": true], as: .admin)
        #expect(emails(trash) == ["othercandidate@example.com"])
        let found = { (more: JSONValue) in
            emails(try call("admin.users", more.with(["q": "othercand"]), as: .admin))
        }
        #expect(try found([:]).isEmpty)
        #expect(try found(["is_deleted": true]) == ["othercandidate@example.com"])
        #expect(
            try call("trash.restore", ["type": "user", "row_id": id(.otherCandidate)], as: .admin).isSuccess)
        #expect(try found([:]) == ["othercandidate@example.com"])
        #expect(try call("users.delete", ["user_id": id(.otherCandidate)], as: .admin).status == 200)
        #expect(!emails(try call("users.list", [:], as: .admin)).contains("othercandidate@example.com"))
    }

    // MARK: - Change

    @Test func theHolderChangesOnlyWhatIsItsOwn() throws {
        let own = try call(
            "users.update",
            ["user_id": id(.candidate), "first_name": "Zoé", "locale": "fr-FR", "phone": "+33 6 12 34 56 78"],
            as: .candidate)
        #expect(own.status == 200)
        #expect(own.body["first_name"] == "Zoé")
        #expect(emails(try call("users.list", ["q": "zoe"], as: .admin)) == ["candidate@example.com"])
        for change: JSONValue in [
            ["role": "consultant"], ["status": "inactive"],
            ["company_id": .string(auth.world.ownCompany.description)],
        ] {
            let refused = try call("users.update", change.with(["user_id": id(.candidate)]), as: .candidate)
            #expect(refused.status == 403, "\(change)")
        }
        let foreign = try call("users.update", ["user_id": id(.employer), "first_name": "X"], as: .candidate)
        #expect(foreign.status == 404)
        #expect(try call("users.get", ["user_id": id(.admin)], as: .consultant).status == 404)
        #expect(try call("users.get", ["user_id": id(.consultant)], as: .consultant).body["consultant_id"] != nil)
    }

    @Test func anAdministratorGivesRoleStatusAndCompany() throws {
        let other: JSONValue = .string(auth.world.otherCompany.description)
        let moved = try call("users.update", ["user_id": id(.employer), "company_id": other], as: .admin)
        #expect(moved.body["company_name"] == "Atelier Nord")
        let made = try call(
            "users.update", ["user_id": id(.candidate), "role": "employer", "company_id": other], as: .admin)
        #expect(made.body["role"] == "employer")
        let back = try call("users.update", ["user_id": id(.candidate), "role": "candidate"], as: .admin)
        #expect(back.body["company_id"] == nil)
        #expect(
            try call("users.update", ["user_id": id(.candidate), "role": "employer"], as: .admin).status == 409)
        #expect(
            try call("users.update", ["user_id": id(.candidate), "company_id": other], as: .admin).status == 422)
        #expect(
            try call("users.update", ["user_id": id(.candidate), "role": "admin"], as: .superadmin).status == 422)
        let nowhere: JSONValue = "01900000-0000-7000-8000-000000000000"
        #expect(
            try call("users.update", ["user_id": id(.employer), "company_id": nowhere], as: .admin).status == 422)
        #expect(try call("users.update", ["user_id": nowhere, "first_name": "X"], as: .admin).status == 404)
        // A consultant's profile would be left without its account.
        let consultant = try call("users.update", ["user_id": id(.consultant), "role": "candidate"], as: .admin)
        #expect(consultant.status == 409)
        #expect(consultant.body["dependants"]?[0]?["type"] == "consultant")
    }

    @Test func aStaleVersionAndAnEmptyChange() throws {
        let first = try call("users.get", ["user_id": id(.employer)], as: .admin)
        let same = try call(
            "users.update", ["user_id": id(.employer), "first_name": first.body["first_name"] ?? .null], as: .admin)
        #expect(same.body["version"] == first.body["version"])
        #expect(try auth.outcomes("users.update").isEmpty)
        let stale = try call(
            "users.update", ["user_id": id(.employer), "first_name": "X", "expected_version": 9], as: .admin)
        #expect(stale.status == 409)
    }

    @Test func administratorsAreChangedBySuperadminsOnly() throws {
        for (operation, change) in [
            ("users.update", ["first_name": "X"] as JSONValue), ("users.deactivate", [:]), ("users.delete", [:]),
            ("users.activate", [:]),
        ] {
            let refused = try call(operation, change.with(["user_id": id(.superadmin)]), as: .admin)
            #expect(refused.status == 403, "\(operation)")
        }
        #expect(try call("users.deactivate", ["user_id": id(.admin)], as: .superadmin).status == 200)
    }

    @Test func theLastActiveSuperadminStays() throws {
        for (operation, change) in [
            ("users.deactivate", [:] as JSONValue), ("users.delete", [:]), ("users.update", ["role": "consultant"]),
            ("users.update", ["status": "pending"]),
        ] {
            let refused = try call(operation, change.with(["user_id": id(.superadmin)]), as: .superadmin)
            #expect(refused.status == 409, "\(operation)")
        }
        let second = try call(
            "superadmin.createAdminUser",
            [
                "email": "second@example.com", "first_name": "Second", "last_name": "One", "role": "superadmin",
                "password": "a quite long phrase",
            ], as: .superadmin)
        #expect(second.status == 201, "\(second.body)")
        let credential = Credential.token(
            try #require(
                auth.logIn("second@example.com", "a quite long phrase").body["access_token"]?.stringValue))
        // Its own account nobody closes, not even now.
        #expect(try call("users.deactivate", ["user_id": id(.superadmin)], as: .superadmin).status == 409)
        #expect(auth.call("users.deactivate", ["user_id": try id(.superadmin)], as: credential).status == 200)
        #expect(
            auth.call("users.delete", ["user_id": second.body["id"] ?? .null], as: credential).status == 409)
    }

    // MARK: - Activation

    @Test func deactivatingEndsEverySession() throws {
        let sessions = try [auth.session(.employer), auth.session(.employer)]
        let closed = try call("users.deactivate", ["user_id": id(.employer)], as: .admin)
        #expect(closed.body["status"] == "inactive")
        for session in sessions { #expect(!auth.isOpen(session)) }
        #expect(auth.logIn(World.Person.employer.email).status == 403)
        // Once more changes nothing.
        #expect(try call("users.deactivate", ["user_id": id(.employer)], as: .admin).status == 200)
        #expect(try auth.outcomes("users.deactivate") == [200])
        #expect(try call("users.activate", ["user_id": id(.employer)], as: .admin).body["status"] == "active")
        #expect(auth.logIn(World.Person.employer.email).status == 200)
        // Sessions of before stay ended.
        for session in sessions { #expect(!auth.isOpen(session)) }
    }

    @Test func deletingFreesTheAddress() throws {
        let session = try auth.session(.candidate)
        #expect(try call("users.delete", ["user_id": id(.candidate)], as: .admin).status == 200)
        #expect(!auth.isOpen(session))
        #expect(auth.logIn(World.Person.candidate.email).status == 401)
        let input: JSONValue = [
            "email": .string(World.Person.candidate.email), "first_name": "Again", "last_name": "Here",
            "role": "candidate",
        ]
        #expect(try call("users.create", input, as: .admin).status == 201)
        #expect(try call("users.create", input, as: .admin).status == 409)
        let kept = try call("users.delete", ["user_id": id(.otherConsultant)], as: .admin)
        #expect(kept.status == 409)
        #expect(kept.body["dependants"]?[0]?["type"] == "consultant")
        #expect(try call("users.delete", ["user_id": id(.admin)], as: .admin).status == 403)
    }

    // MARK: - New accounts

    @Test func anInvitationOpensAnAccount() throws {
        let made = try call(
            "users.create",
            ["email": "nina@example.com", "first_name": "Nina", "last_name": "Roux", "role": "consultant"],
            as: .admin)
        #expect(made.status == 201)
        #expect(made.body["status"] == "active")
        #expect(auth.logIn("nina@example.com", "!").status == 401)
        let token = try auth.world.mailedToken(to: "nina@example.com")
        let chosen = auth.call(
            "auth.resetPassword", ["token": token, "new_password": "a brand new phrase"], as: .anonymous(.english))
        #expect(chosen.status == 200)
        let login = auth.logIn("nina@example.com", "a brand new phrase")
        #expect(login.status == 200)
        #expect(login.body["user"]?["email_verified_at"] != nil)
    }

    @Test func anAdministratorIsMadeBySuperadminsOnly() throws {
        let input: JSONValue = ["email": "boss@example.com", "first_name": "New", "last_name": "Boss"]
        #expect(try call("superadmin.createAdminUser", input, as: .admin).status == 403)
        let made = try call("superadmin.createAdminUser", input, as: .superadmin)
        #expect(made.status == 201)
        #expect(made.body["role"] == "admin")
        #expect(try auth.world.mails().map(\.kind) == [.invitation])
        #expect(try call("superadmin.createAdminUser", input, as: .superadmin).status == 409)
        let weak = try call(
            "superadmin.createAdminUser", input.with(["email": "b@example.com", "password": "short"]),
            as: .superadmin)
        #expect(weak.status == 422)
        #expect(weak.body["errors"]?[0]?["field"] == "password")
    }

    // MARK: - Activity

    @Test func activityIsWhatThePersonDid() throws {
        _ = try auth.session(.employer)
        _ = auth.logIn(World.Person.employer.email, "wrong password")
        _ = try call("candidates.create", ["first_name": "X", "last_name": "Y"], as: .employer)
        let all = try call("users.activity", ["user_id": id(.employer)], as: .admin)
        #expect(all.status == 200)
        let operations = (all.body["data"]?.arrayValue ?? []).compactMap { $0["operation_id"]?.stringValue }
        #expect(operations.contains("auth.login"))
        #expect(operations.contains("candidates.create"))
        let refused = try call(
            "users.activity", ["user_id": id(.employer), "outcome_class": "refused"], as: .admin)
        #expect(refused.body["data"]?.arrayValue?.allSatisfy { $0["outcome"]?.integerValue ?? 0 >= 400 } == true)
        let nowhere: JSONValue = "01900000-0000-7000-8000-000000000000"
        #expect(try call("users.activity", ["user_id": nowhere], as: .admin).status == 404)
    }
}
