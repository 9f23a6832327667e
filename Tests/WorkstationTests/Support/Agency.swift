import Domain
import Engine
import JSON
import TestSupport
import Testing

@testable import Workstation

/// A world with one open job and people on it, and what a test asks it afterwards.
struct Agency {
    let world: World
    let job: String

    init() throws {
        world = try World()
        let made = try Agency.call(
            world, "jobs.create",
            [
                "title": "Night nurse", "description": "Nights.", "public_description": "Nights.",
                "location": ["city": "Lyon", "country_code": "FR"],
                "base_salary": ["min": 4_200_000, "max": 4_800_000, "currency": "EUR", "unit": "YEAR"],
            ], .employer)
        job = try #require(made["id"]?.stringValue)
        try Agency.call(world, "jobs.publish", ["job_id": .string(job)], .employer)
    }

    @discardableResult
    private static func call(
        _ world: World, _ operation: String, _ input: JSONValue, _ person: World.Person
    ) throws -> JSONValue {
        let answer = try world.call(operation, input, as: person)
        try #require(answer.isSuccess, "\(operation): \(answer.body)")
        return answer.body
    }

    @discardableResult
    func call(_ operation: String, _ input: JSONValue = [:], as person: World.Person = .admin) throws -> JSONValue {
        try Agency.call(world, operation, input, person)
    }

    func candidate(_ first: String, _ last: String = "Lefèvre") throws -> String {
        let made = try call(
            "candidates.create",
            ["first_name": .string(first), "last_name": .string(last), "current_title": "Senior nurse"])
        let id = try #require(made["id"]?.stringValue)
        try call(
            "candidates.cv.upload",
            [
                "candidate_id": .string(id), "filename": "cv.txt",
                "content_base64": .string(Base64URL.encode(Array(id.utf8))),
            ])
        return id
    }

    /// An application of a new candidate, moved along to a stage.
    @discardableResult
    func application(_ first: String = "Zoé", at stage: Application.Status = .screening) throws -> String {
        let made = try call(
            "applications.source",
            ["candidate_id": .string(try candidate(first)), "job_id": .string(job)], as: .consultant)
        let id = try #require(made["id"]?.stringValue)
        for next in Application.Status.path.dropFirst() where next <= min(stage, .interview) {
            world.clock.advance(minutes: 5)
            try call("applications.changeStatus", ["application_id": .string(id), "status": .string(next.rawValue)])
        }
        return id
    }

    /// A desk with the cursor on the stage.
    func desk(
        _ person: World.Person = .consultant, at stage: Application.Status = .screening, language: Language = .english
    ) throws -> Desk {
        let desk = try Desk(world, as: person, language: language)
        desk.perform(.moveLeft, count: 9)
        desk.perform(.moveRight, count: stage.rank)
        return desk
    }

    func list(_ operation: String, _ input: JSONValue = [:]) throws -> [JSONValue] {
        try call(operation, input)["data"]?.arrayValue ?? []
    }
}

extension Desk {
    /// The form on top.
    var form: Form? {
        guard case .form(let form)? = workstation.layers.last else { return nil }
        return form
    }

    var page: HelpPage? {
        guard case .help(let page)? = workstation.layers.last else { return nil }
        return page
    }

    var picker: Picker? {
        guard case .picker(let picker)? = workstation.layers.last else { return nil }
        return picker
    }

    var palette: Palette? {
        guard case .palette(let palette)? = workstation.layers.last else { return nil }
        return palette
    }

    var choice: Choice? {
        guard case .choice(let choice)? = workstation.layers.last else { return nil }
        return choice
    }

    var isAsking: Bool {
        if case .confirmation? = workstation.layers.last { true } else { false }
    }

    /// Goes to a field of the form on top.
    func go(to field: String) throws {
        let index = try #require(form?.fields.firstIndex { $0.name == field }, "no field \(field)")
        if form?.cursor != index { click(.field(index)) }
    }

    /// Fills a text of the form on top.
    func fill(_ field: String, _ text: String) throws {
        try go(to: field)
        type(text)
    }

    func value(_ field: String) -> String? { form?.fields.first { $0.name == field }?.value }
    func error(_ field: String) -> String? { form?.fields.first { $0.name == field }?.error }
    var toasts: [String] { workstation.toasts.map(\.text) }
}
