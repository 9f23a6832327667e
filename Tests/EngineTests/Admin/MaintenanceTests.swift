import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct MaintenanceTests {
    let auth: AuthWorld
    init() throws { auth = try AuthWorld() }

    private func set(_ input: JSONValue) throws -> EncodedAnswer {
        try auth.world.call("admin.maintenanceMode", input, as: .superadmin)
    }

    private func write(_ person: World.Person) throws -> EncodedAnswer {
        try auth.world.call("auth.updateProfile", ["first_name": "Nouveau"], as: person)
    }

    @Test func onlySuperadminsWrite() throws {
        let answer = try set(["enabled": true, "message": "Back at nine."])
        #expect(answer.body["enabled"] == true)
        for person in LogInTests.accounts where person != .superadmin {
            let refused = try write(person)
            #expect(refused.status == 503, "\(person)")
            #expect(refused.body["detail"] == "Back at nine.")
            #expect(refused.retryAfter == 300)
            #expect(try auth.world.call("auth.profile", [:], as: person).status == 200)
        }
        #expect(try write(.superadmin).status == 200)
        let stranger = auth.call(
            "auth.register",
            ["email": "a@example.com", "password": "a quite long phrase", "first_name": "A", "last_name": "B"],
            as: .anonymous(.english))
        #expect(stranger.status == 503)
        // Whoever reads has to be able to come in.
        #expect(auth.logIn(World.Person.candidate.email).status == 200)
        #expect(try set(["enabled": false]).body["enabled"] == false)
        #expect(try write(.candidate).status == 200)
    }

    @Test func aRoleThatMayNeverDoItIsToldThat() throws {
        _ = try set(["enabled": true])
        #expect(try auth.world.call("jobs.publish", ["job_id": "x"], as: .candidate).status == 403)
        #expect(auth.call("auth.logout", as: .anonymous(.english)).status == 401)
    }

    @Test func itSurvivesAndHoldsForEveryProcess() throws {
        _ = try set(["enabled": true])
        let other = try Engine(database: auth.world.database, adapters: auth.world.engine.adapters)
        let token = try other.openSession(email: World.Person.admin.email)
        let refused = other.dispatch("auth.updateProfile", input: ["first_name": "X"], as: .token(token))
        #expect(refused.status == 503)
        #expect(refused.body["detail"]?.stringValue?.hasPrefix("The workspace is being maintained") == true)
        let stats = other.dispatch("admin.systemStats", input: [:], as: .token(token))
        #expect(stats.body["maintenance"] == true)
    }

    @Test func enabledIsRequiredAndTheLogKeepsIt() throws {
        #expect(try set(["message": "x"]).status == 422)
        _ = try set(["enabled": true])
        let since = try set(["enabled": true]).body["since"]
        auth.world.clock.advance(minutes: 5)
        #expect(try set(["enabled": true, "message": "Longer."]).body["since"] == since)
        _ = try set(["enabled": false])
        _ = try set(["enabled": false])
        #expect(try auth.outcomes("admin.maintenanceMode") == [422, 200, 200, 200])
        #expect(try auth.world.call("admin.maintenanceMode", ["enabled": true], as: .admin).status == 403)
    }
}
