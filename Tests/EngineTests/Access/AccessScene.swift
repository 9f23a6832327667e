import Domain
import Engine
import JSON
import TestSupport
import Testing

/// A world with a row that each caller owns and one that it does not.
@dynamicMemberLookup
struct AccessScene {
    let world: World
    private let rows: Rows

    subscript(dynamicMember row: KeyPath<Rows, JSONValue>) -> JSONValue { rows[keyPath: row] }

    /// The identifiers of the rows.
    struct Rows: Sendable {
        let ownCandidate: JSONValue
        let otherCandidate: JSONValue
        /// Neither searchable nor with an application: for employers it does not exist.
        let hiddenCandidate: JSONValue
        let ownJob: JSONValue
        let otherJob: JSONValue
        /// A draft of the other company.
        let hiddenJob: JSONValue
        let ownApplication: JSONValue
        let otherApplication: JSONValue
        let reason: JSONValue
    }

    /// The rows are made once, from plain documents and without an assistant, and copied.
    init(documents: any DocumentReader = PlainDocuments(), assistant: (any Assistant)? = nil) throws {
        let kept = try Self.kept.get()
        world = try World(like: kept.contents, documents: documents, assistant: assistant)
        rows = kept.rows
    }

    private static let kept: Result<(contents: WorldContents, rows: Rows), any Error> = Result {
        let world = try World(isDeveloperMode: true)
        let rows = try Rows(in: world)
        return (contents: try world.contents(), rows: rows)
    }

    /// Brings an application to a stage, as an admin would.
    func move(_ application: JSONValue, to stages: [String]) throws {
        for stage in stages {
            let answer = try world.call(
                "applications.changeStatus", ["application_id": application, "status": .string(stage)], as: .admin)
            try #require(answer.isSuccess, "\(answer.body)")
        }
    }

    /// Makes something as an admin and answers it.
    func make(_ operation: String, _ input: JSONValue, as person: World.Person = .admin) throws -> JSONValue {
        let answer = try world.call(operation, input, as: person)
        try #require(answer.isSuccess, "\(operation): \(answer.body)")
        return answer.body
    }
}

extension AccessScene.Rows {
    /// Makes them through dispatch.
    fileprivate init(in world: World) throws {
        func make(_ operation: String, _ input: JSONValue, _ person: World.Person) throws -> JSONValue {
            let answer = try world.call(operation, input, as: person)
            try #require(answer.isSuccess, "\(operation): \(answer.body)")
            return answer.body
        }
        func id(_ body: JSONValue) -> JSONValue { body["id"] ?? .null }
        func candidate(_ person: World.Person, _ name: String) throws -> JSONValue {
            let body = try make("candidates.create", ["first_name": .string(name), "last_name": "Test"], person)
            _ = try make(
                "candidates.cv.upload",
                ["candidate_id": id(body), "filename": "cv.txt", "content_base64": "Wm/DqSBUZXN0Cg=="], person)
            return id(body)
        }
        ownCandidate = try candidate(.candidate, "Zoé")
        otherCandidate = try candidate(.otherCandidate, "Omar")
        hiddenCandidate = id(
            try make(
                "candidates.create",
                ["first_name": "Hidden", "last_name": "Person", "status": "archived"], .admin))
        func job(_ person: World.Person, publish: Bool) throws -> JSONValue {
            let input: JSONValue = [
                "title": "Night nurse", "description": "Nights.", "location": ["city": "Lyon"], "openings": 2,
            ]
            let body = try make("jobs.create", input, person)
            if publish { _ = try make("jobs.publish", ["job_id": id(body)], person) }
            return id(body)
        }
        ownJob = try job(.employer, publish: true)
        otherJob = try job(.otherEmployer, publish: true)
        hiddenJob = try job(.otherEmployer, publish: false)
        ownApplication = id(try make("applications.submit", ["job_id": ownJob], .candidate))
        otherApplication = id(try make("applications.submit", ["job_id": otherJob], .otherCandidate))
        reason = try make("reasons.list", [:], .admin)["data"]?[0]?["id"] ?? .null
    }
}

/// How to call one operation on a row that the caller owns and on one that it does not.
struct AccessCase: Sendable {
    let operation: String
    /// The input for a row inside the caller's scope.
    let own: @Sendable (AccessScene, Role?) throws -> JSONValue
    /// The input for a row outside of it; `nil` where the operation is about no row.
    let other: (@Sendable (AccessScene, Role?) throws -> JSONValue)?
    /// Whether admins see the foreign row although it is not theirs.
    var isSeenByAdmins: Bool { operation.hasPrefix("messaging.messages.") }

    init(
        _ operation: String, own: @escaping @Sendable (AccessScene, Role?) throws -> JSONValue,
        other: (@Sendable (AccessScene, Role?) throws -> JSONValue)? = nil
    ) {
        self.operation = operation
        self.own = own
        self.other = other
    }
}

extension JSONValue {
    /// The object with more members.
    func with(_ members: JSONValue) -> JSONValue {
        var copy = self
        for (key, value) in members.objectValue ?? JSONObject() { copy[key] = value }
        return copy
    }

    /// The names of an object's members.
    var fieldNames: Set<String> { Set(objectValue?.keys ?? []) }
}
