import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct ApplicationPeopleTests {
    let scene: AccessScene
    init() throws { scene = try AccessScene() }

    private func people(_ person: World.Person, _ input: JSONValue = [:]) throws -> [String] {
        let answer = try scene.world.call(
            "applications.people", input.with(["application_id": scene.ownApplication]), as: person)
        try #require(answer.status == 200, "\(answer.body)")
        return (answer.body["data"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue }
    }

    @Test func theAgencySeesEverybodyWhoMayTakePart() throws {
        let names = try people(.consultant)
        #expect(
            Set(names) == [
                "consultant Test", "otherConsultant Test", "admin Test", "superadmin Test", "employer Test",
            ])
        #expect(try people(.admin, ["q": "EMPLOYER"]) == ["employer Test"])
        #expect(try people(.admin, ["q": "nobody"]).isEmpty)
    }

    /// The agency's staff is its own business until somebody of it deals with the company.
    @Test func anEmployerSeesColleaguesAndThoseItDealsWith() throws {
        #expect(try people(.employer) == ["employer Test"])
        let note: JSONValue = ["application_id": scene.ownApplication, "body": "Hello."]
        _ = try scene.make("applications.notes.add", note.with(["visibility": "client"]), as: .consultant)
        _ = try scene.make("applications.notes.add", note.with(["visibility": "admin_only"]), as: .admin)
        #expect(try Set(people(.employer)) == ["employer Test", "consultant Test"])
        let owner: Consultant.ID? = try scene.world.database.read {
            try $0.value(
                """
                SELECT k.id FROM consultant k JOIN user_account u ON u.id = k.user_id
                WHERE u.email = 'otherconsultant@example.com'
                """)
        }
        _ = try scene.make(
            "jobs.update",
            ["job_id": scene.ownJob, "owner_consultant_id": .string(try #require(owner).description)])
        #expect(try Set(people(.employer)) == ["employer Test", "consultant Test", "otherConsultant Test"])
    }

    /// Whoever is offered may be mentioned and invited.
    @Test func whoIsOfferedIsAccepted() throws {
        try scene.move(scene.ownApplication, to: ["screening"])
        let answer = try scene.world.call(
            "applications.people", ["application_id": scene.ownApplication], as: .consultant)
        let ids = (answer.body["data"]?.arrayValue ?? []).compactMap { $0["user_id"] }
        let note: JSONValue = ["application_id": scene.ownApplication, "body": "All of you.", "mentions": .array(ids)]
        #expect(try scene.world.call("applications.notes.add", note, as: .consultant).status == 201)
    }

    @Test func whoIsGoneIsNotOffered() throws {
        _ = try scene.make("users.deactivate", ["user_id": scene.user(.otherConsultant)])
        #expect(!(try people(.consultant)).contains("otherConsultant Test"))
        let foreign = try scene.world.call(
            "applications.people", ["application_id": scene.otherApplication], as: .employer)
        #expect(foreign.status == 404)
    }
}
