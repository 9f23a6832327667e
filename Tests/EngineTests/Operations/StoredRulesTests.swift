import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// Rows that were written under other rules than today's stay readable, can be changed, and lock nobody out.
@Suite struct StoredRulesTests {
    private func candidate(_ world: World, emails: String) throws -> JSONValue {
        let made = try world.call(
            "candidates.create", ["first_name": "Jean", "last_name": "Dupont", "emails": [["value": "a@b.fr"]]],
            as: .admin)
        try world.database.write { transaction in
            try transaction.execute("UPDATE candidate SET emails = \(emails), country_code = 'UK'")
        }
        return made.body["id"] ?? .null
    }

    @Test(arguments: ["jean..dupont@orange.fr", "x@foo_bar.fr", "y@host.123"])
    func aCandidateWithAnAddressThatIsRefusedToday(_ address: String) throws {
        let world = try World()
        let id = try candidate(world, emails: #"[{"value":"\#(address)","type":"\#u{200B}"}]"#)
        let list = try world.call("candidates.list", as: .admin)
        #expect(list.body["data"]?[0]?["emails"]?[0]?["value"] == .string(address), "\(list.body)")
        let one = try world.call("candidates.get", ["candidate_id": id], as: .admin)
        #expect(one.body["location"]?["country_code"] == "UK", "\(one.body)")
        let changed = try world.call("candidates.update", ["candidate_id": id, "headline": "Nurse"], as: .admin)
        #expect(changed.status == 200, "\(changed.body)")
        let refused = try world.call(
            "candidates.update", ["candidate_id": id, "emails": [["value": .string(address)]]], as: .admin)
        #expect(refused.status == 422)
        #expect(try world.call("candidates.delete", ["candidate_id": id], as: .admin).isSuccess)
    }

    @Test func aCompanyInACountryThatIsNone() throws {
        let world = try World()
        try world.database.write { try $0.execute(#"UPDATE company SET location = '{"country_code":"UK"}'"#) }
        let list = try world.call("companies.list", as: .superadmin)
        #expect(list.body["data"]?[0]?["location"]?["country_code"] == "UK", "\(list.body)")
    }

    @Test func anAccountWithAnAddressThatIsRefusedToday() throws {
        let world = try World()
        let address = "jean..dupont@orange.fr"
        try world.database.write { transaction in
            try transaction.execute(
                "UPDATE user_account SET email = \(address), email_folded = \(address) WHERE email = 'admin@example.com'"
            )
        }
        let anonymous = Credential.anonymous(.english)
        let login = world.engine.dispatch(
            "auth.login", input: ["email": .string(address), "password": .string(World.password)], as: anonymous)
        #expect(login.status == 200, "\(login.body)")
        let forgot = world.engine.dispatch("auth.forgotPassword", input: ["email": .string(address)], as: anonymous)
        #expect(forgot.isSuccess, "\(forgot.body)")
        #expect(throws: Never.self) { try world.engine.setPassword(email: address, password: "another pass phrase") }
    }

    @Test(arguments: ["nobody", "", "a b@c.fr", "a@b\u{1B}[2J.fr"])
    func whatDoesNotLookLikeAnAddressIsNotLookedFor(_ text: String) throws {
        let world = try World()
        let answer = world.engine.dispatch(
            "auth.login", input: ["email": .string(text), "password": "x"], as: .anonymous(.english))
        #expect(answer.status == 422, "\(answer.body)")
    }
}
