import Domain
import Engine
import JSON
import TestSupport
import Testing

/// A world with people and applications to look at, made through dispatch.
struct Scene {
    let world: World

    init() throws { world = try World() }

    @discardableResult
    func call(_ operation: String, _ input: JSONValue = [:], as person: World.Person) throws -> JSONValue {
        let answer = try world.call(operation, input, as: person)
        try #require(answer.isSuccess, "\(operation): \(answer.body)")
        return answer.body
    }

    func job(_ title: String) throws -> String {
        let made = try call(
            "jobs.create",
            [
                "title": .string(title), "description": "Travail de nuit.", "public_description": "Travail de nuit.",
                "location": ["city": "Lyon", "country_code": "FR"],
            ],
            as: .employer)
        let id = try #require(made["id"]?.stringValue)
        try call("jobs.publish", ["job_id": .string(id)], as: .employer)
        return id
    }

    func candidate(_ first: String, _ last: String, title: String = "Infirmière") throws -> String {
        let made = try call(
            "candidates.create",
            ["first_name": .string(first), "last_name": .string(last), "current_title": .string(title)], as: .admin)
        let id = try #require(made["id"]?.stringValue)
        try call(
            "candidates.cv.upload",
            ["candidate_id": .string(id), "filename": "cv.txt", "content_base64": .string("WsOpIExlZsOodnJl")],
            as: .admin)
        return id
    }

    /// An application at a stage that needs no more than moves.
    @discardableResult
    func application(_ candidate: String, _ job: String, at stage: Application.Status) throws -> String {
        let made = try call(
            "applications.source", ["candidate_id": .string(candidate), "job_id": .string(job)], as: .consultant)
        let id = try #require(made["id"]?.stringValue)
        for next in Application.Status.path.dropFirst() where next <= stage {
            world.clock.advance(minutes: 7)
            try call(
                "applications.changeStatus", ["application_id": .string(id), "status": .string(next.rawValue)],
                as: .admin)
        }
        world.clock.advance(minutes: 3)
        return id
    }

    /// Five people with two jobs, over four stages.
    static func board() throws -> Scene {
        let scene = try Scene()
        let nurse = try scene.job("Night nurse")
        let engineer = try scene.job("Data engineer")
        try scene.application(try scene.candidate("Zoé", "Lefèvre"), nurse, at: .screening)
        try scene.application(try scene.candidate("李", "小龙", title: "Engineer"), engineer, at: .interview)
        try scene.application(try scene.candidate("Zoé", "李 👩‍💻"), engineer, at: .applied)
        scene.world.clock.advance(days: 8)
        try scene.application(try scene.candidate("Omar", "Haddad"), nurse, at: .applied)
        try scene.application(
            try scene.candidate("Maximilian-Alexander", "von Hohenzollern-Sigmaringen"), nurse, at: .screening)
        return scene
    }
}
