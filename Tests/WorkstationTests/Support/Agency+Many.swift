import Domain
import Engine
import JSON
import TestSupport
import Testing

@testable import Workstation

extension Agency {
    /// Applications of new candidates without a CV, all in one early stage, by one move for all of them.
    @discardableResult
    func many(_ count: Int, at stage: Application.Status) throws -> [String] {
        let ids = try (1...count).map { number in
            let person = try call(
                "candidates.create", ["first_name": "Person", "last_name": .string("N\(number)")])
            let made = try call(
                "applications.source",
                ["candidate_id": person["id"] ?? .null, "job_id": .string(job)], as: .consultant)
            return try #require(made["id"]?.stringValue)
        }
        for next in Application.Status.path.dropFirst() where next <= stage {
            try call(
                "applications.bulkUpdate",
                ["application_ids": .array(ids.map { .string($0) }), "status": .string(next.rawValue)])
        }
        return ids
    }

    func status(_ application: String) throws -> String? {
        try call("applications.get", ["application_id": .string(application)])["status"]?.stringValue
    }

    func statuses(_ applications: [String]) throws -> Set<String> {
        Set(try applications.compactMap(status))
    }

    func move(_ application: String, to stage: Application.Status, as person: World.Person = .admin) throws {
        try call(
            "applications.changeStatus",
            ["application_id": .string(application), "status": .string(stage.rawValue)], as: person)
    }
}

extension Desk {
    var errors: [String] { workstation.toasts.filter { $0.level == .error }.map(\.text) }

    /// Chooses the first reason of the form that rejects.
    func chooseReason() throws {
        let reasons = form?.fields.first { $0.name == "reason_id" }?.options ?? []
        let reason = try #require(reasons.first)
        try go(to: "reason_id")
        type(reason.value)
    }
}
