import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct TrashTests {
    let scene: AccessScene
    init() throws { scene = try AccessScene() }

    private func list(_ input: JSONValue = [:]) throws -> [JSONValue] {
        try scene.make("trash.list", input)["data"]?.arrayValue ?? []
    }

    private func restore(_ type: String, _ id: JSONValue) throws -> EncodedAnswer {
        try scene.world.call("trash.restore", ["type": .string(type), "row_id": id], as: .admin)
    }

    @Test func aDeletedCandidateComesBackWithItsSearchDocument() throws {
        _ = try scene.make("candidates.delete", ["candidate_id": scene.hiddenCandidate], as: .superadmin)
        let entry = try #require(try list().first)
        #expect(entry["type"] == "candidate")
        #expect(entry["id"] == scene.hiddenCandidate)
        #expect(entry["title"] == "Hidden Person")
        #expect(entry["deleted_by"] == (try scene.user(.superadmin)))
        #expect(try scene.make("candidates.list", ["q": "hidden"])["total"] == 0)
        let back = try restore("candidate", scene.hiddenCandidate)
        #expect(back.status == 200, "\(back.body)")
        #expect(try scene.make("candidates.list", ["q": "hidden"])["total"] == 1)
        #expect(try list().isEmpty)
        #expect(try restore("candidate", scene.hiddenCandidate).status == 404)
        #expect(try restore("job", scene.hiddenCandidate).status == 404)
    }

    @Test func aDeletedJobComesBack() throws {
        _ = try scene.make("jobs.delete", ["job_id": scene.hiddenJob])
        #expect(try list(["type": "job"]).first?["title"] == "Night nurse")
        #expect(try restore("job", scene.hiddenJob).status == 200)
        #expect(try scene.make("jobs.get", ["job_id": scene.hiddenJob])["status"] == "draft")
        #expect(try scene.make("jobs.list", ["q": "nurse", "status": "draft"])["total"] == 1)
    }

    @Test func anAccountComesBackUnlessItsAddressIsTaken() throws {
        let user = try scene.user(.otherEmployer)
        _ = try scene.make("users.delete", ["user_id": user])
        let input: JSONValue = [
            "email": "otheremployer@example.com", "first_name": "New", "last_name": "Holder", "role": "candidate",
        ]
        let holder = try scene.make("users.create", input)
        let refused = try restore("user", user)
        #expect(refused.status == 409)
        #expect(refused.body["user_id"] == holder["id"])
        _ = try scene.make("users.delete", ["user_id": holder["id"] ?? .null])
        #expect(try restore("user", user).status == 200)
        #expect(try scene.world.call("auth.profile", [:], as: .otherEmployer).status == 200)
    }

    @Test func educationNeedsItsCandidate() throws {
        let made = try scene.make(
            "candidates.education.add", ["candidate_id": scene.hiddenCandidate, "institution": "Lyon"])
        _ = try scene.make(
            "candidates.education.delete",
            ["candidate_id": scene.hiddenCandidate, "edu_id": made["id"] ?? .null])
        scene.world.clock.advance(milliseconds: 1)
        _ = try scene.make("candidates.delete", ["candidate_id": scene.hiddenCandidate])
        #expect(try list().map { $0["type"]?.stringValue } == ["candidate", "education"])
        #expect(try restore("education", made["id"] ?? .null).status == 409)
        #expect(try restore("candidate", scene.hiddenCandidate).status == 200)
        #expect(try restore("education", made["id"] ?? .null).status == 200)
        let records = try scene.make("candidates.education.list", ["candidate_id": scene.hiddenCandidate])
        #expect(records["data"]?.arrayValue?.count == 1)
    }

    @Test func pagesAndRefusals() throws {
        for kind in 0..<3 {
            let made = try scene.make("candidates.create", ["first_name": .string("C\(kind)"), "last_name": "Gone"])
            _ = try scene.make("candidates.delete", ["candidate_id": made["id"] ?? .null])
            scene.world.clock.advance(milliseconds: 1)
        }
        let first = try scene.make("trash.list", ["page_size": 2])
        #expect(first["total"] == 3)
        #expect(first["data"]?[0]?["title"] == "C2 Gone")
        let rest = try scene.make("trash.list", ["page_size": 2, "cursor": first["next_cursor"] ?? .null])
        #expect(rest["data"]?.arrayValue?.count == 1)
        #expect(try scene.world.call("trash.list", ["type": "sofa"], as: .admin).status == 422)
        for person in [World.Person.candidate, .employer, .consultant] {
            #expect(try scene.world.call("trash.list", [:], as: person).status == 403)
        }
    }
}
