import Domain
import Engine
import JSON
import TestSupport
import Testing

/// Who sees which application, and how much of it.
@Suite struct ApplicationScopeTests {
    private let board: Board
    private let job: String
    private let foreignJob: String
    private let hidden: String
    private let foreign: String

    init() throws {
        board = try Board()
        job = try board.job()
        foreignJob = try board.job("Soudeur", other: true)
        hidden = try board.sourced(try board.candidate("Hélène", "Dupont"), job)
        foreign = try board.sourced(try board.candidate("Marc", "Petit", title: nil), foreignJob)
    }

    private func text(_ operation: String, _ input: JSONValue = [:], as person: World.Person) throws -> String {
        try board.call(operation, input, as: person).serialized()
    }

    @Test func anEmployerSeesItsOwnCompanysApplicationsOnly() throws {
        let list = try board.call("applications.list", as: .employer)
        #expect(list["total"]?.integerValue == 1)
        #expect(list["data"]?[0]?["id"]?.stringValue == hidden)
        for operation in ["applications.get", "applications.history", "applications.notes.list"] {
            let answer = try board.world.call(operation, ["application_id": .string(foreign)], as: .employer)
            #expect(answer.status == 404, "\(operation)")
        }
        let filters: [JSONValue] = [
            ["job_id": .string(foreignJob)], ["company_id": .string(board.world.otherCompany.description)],
            ["job_id": .string(foreignJob), "status": "sourced"], ["q": "soudeur"],
        ]
        for filter in filters {
            #expect(try board.call("applications.list", filter, as: .employer)["total"]?.integerValue == 0, "\(filter)")
            #expect(
                try board.call("applications.list", filter, as: .consultant)["total"]?.integerValue == 1, "\(filter)")
            var pipeline = filter
            pipeline["status"] = "sourced"
            #expect(
                try board.call("applications.pipeline", pipeline, as: .employer)["total"]?.integerValue == 0,
                "\(filter)")
        }
    }

    @Test func theNameOfASourcedCandidateIsNowhereToBeFound() throws {
        let interviewer = try board.user(.consultant)
        try board.bring(hidden, to: .screening)
        let row: JSONValue = ["application_id": .string(hidden)]
        for (operation, input) in [
            ("applications.list", [:]), ("applications.get", row), ("applications.history", row),
            ("applications.pipeline", [:]),
        ] as [(String, JSONValue)] {
            let text = try text(operation, input, as: .employer)
            #expect(!text.contains("Dupont") && !text.contains("Hélène"), "\(operation)")
            if operation != "applications.history" { #expect(text.contains("Infirmière"), "\(operation)") }
        }
        for words in ["dupont", "Hélène", "hel", "infirmier dup"] {
            for operation in ["applications.list", "applications.pipeline"] {
                #expect(
                    try board.call(operation, ["q": .string(words)], as: .employer)["total"]?.integerValue == 0,
                    "\(operation) \(words)")
                #expect(
                    try board.call(operation, ["q": .string(words)], as: .consultant)["total"]?.integerValue == 1,
                    "\(operation) \(words)")
            }
        }
        #expect(try board.call("applications.list", ["q": "infirm"], as: .employer)["total"]?.integerValue == 1)

        try board.call(
            "applications.scheduleInterview",
            [
                "application_id": .string(hidden), "kind": "phone", "start_at": "2026-12-01T09:00:00Z",
                "end_at": "2026-12-01T10:00:00Z", "participants": [.string(interviewer)],
            ], as: .consultant)
        let interviews = try text("interviews.list", as: .employer)
        #expect(interviews.contains("Infirmière") && !interviews.contains("Dupont"))

        try board.expectMove(hidden, "submitted")
        for operation in ["applications.list", "applications.pipeline", "interviews.list"] {
            #expect(try text(operation, as: .employer).contains("Hélène Dupont"), "\(operation)")
        }
        #expect(try board.call("applications.list", ["q": "dupont"], as: .employer)["total"]?.integerValue == 1)
    }

    @Test func aCandidateWithoutATitleGetsANeutralWord() throws {
        let seen = try board.call("applications.get", ["application_id": .string(foreign)], as: .otherEmployer)
        #expect(seen["candidate_name"]?.stringValue == "Anonymous profile")
    }

    @Test func oneVisibleApplicationShowsTheCandidateInAllOfThatCompany() throws {
        let second = try board.job("Cadre de santé")
        let candidate = try #require(
            try board.call("applications.get", ["application_id": .string(hidden)], as: .admin)["candidate_id"])
        let application = try board.sourced(try #require(candidate.stringValue), second)
        try board.bring(application, to: .submitted)
        let seen = try board.call("applications.get", ["application_id": .string(hidden)], as: .employer)
        #expect(seen["candidate_name"]?.stringValue == "Hélène Dupont")
    }

    @Test func aCandidateSeesItsOwnWithoutActorsAndInsideWords() throws {
        _ = try board.ownProfile()
        let made = try board.call("applications.submit", ["job_id": .string(job)], as: .candidate)
        let id = try #require(made["id"]?.stringValue)
        try board.expectMove(id, "screening", ["internal_comment": "secret", "public_comment": "En cours"])
        try board.call(
            "applications.update", ["application_id": .string(id), "rating": 5], as: .consultant)
        try board.expectMove(id, "rejected", ["reason_id": .string(try board.reason()), "internal_comment": "secret"])
        let view = try board.call("applications.get", ["application_id": .string(id)], as: .candidate)
        for field in ["rating", "match_score", "rejection_reason_id", "consultant_id", "position", "source_id"] {
            #expect(view[field] == nil, "\(field)")
        }
        let history = try board.history(id, as: .candidate)
        #expect(history.map { $0["to_status"]?.stringValue } == ["rejected", "screening", "applied"])
        for change in history {
            let allowed: Set<String> = ["id", "from_status", "to_status", "at", "public_comment"]
            let shown = change.fieldNames
            #expect(shown.isSubset(of: allowed), "\(change)")
        }
        #expect(
            try board.world.call("applications.get", ["application_id": .string(hidden)], as: .candidate).status == 404)
        for operation in ["applications.list", "applications.pipeline"] {
            #expect(try board.world.call(operation, as: .candidate).status == 403)
        }
    }

    @Test func updateIsForTheAgency() throws {
        let input: JSONValue = ["application_id": .string(hidden), "rating": 4, "expected_version": 1]
        #expect(try board.world.call("applications.update", input, as: .employer).status == 403)
        let first = try board.call("applications.update", input, as: .consultant)
        #expect(first["rating"]?.integerValue == 4)
        #expect(first["version"]?.integerValue == 2)
        let stale = try board.world.call("applications.update", input, as: .consultant)
        #expect(stale.status == 409)
        #expect(stale.body["version"]?.integerValue == 2)
        let cleared = try board.call(
            "applications.update", ["application_id": .string(hidden), "rating": nil], as: .admin)
        #expect(cleared["rating"] == nil)
        #expect(
            try board.world.call("applications.update", ["application_id": .string(hidden), "rating": 6], as: .admin)
                .status == 422)
    }

    @Test func notesAreReadByThoseTheyAreFor() throws {
        func add(_ visibility: String, as person: World.Person) throws -> Int {
            try board.world.call(
                "applications.notes.add",
                [
                    "application_id": .string(hidden), "body": .string("\(person) \(visibility)"),
                    "visibility": .string(visibility),
                ], as: person
            ).status
        }
        for (visibility, statuses) in [
            ("private", [422, 201, 201]), ("team", [201, 201, 201]), ("client", [201, 201, 201]),
            ("admin_only", [422, 422, 201]),
        ] {
            let people: [World.Person] = [.employer, .consultant, .admin]
            #expect(try people.map { try add(visibility, as: $0) } == statuses, "\(visibility)")
        }
        func seen(_ person: World.Person) throws -> Set<String> {
            let notes =
                try board.call(
                    "applications.notes.list", ["application_id": .string(hidden)], as: person)["data"]?.arrayValue
                ?? []
            return Set(notes.compactMap { $0["body"]?.stringValue })
        }
        let shared: Set<String> = [
            "employer team", "employer client", "consultant team", "consultant client", "admin team", "admin client",
        ]
        #expect(try seen(.employer) == shared)
        #expect(try seen(.consultant) == shared.union(["consultant private"]))
        #expect(try seen(.otherConsultant) == shared)
        #expect(try seen(.admin) == shared.union(["admin private", "admin admin_only"]))
        #expect(try seen(.superadmin) == shared.union(["admin admin_only"]))
        #expect(
            try board.world.call("applications.notes.list", ["application_id": .string(hidden)], as: .candidate).status
                == 403)
    }

    @Test func mentionsNameOnlyReaders() throws {
        func mention(_ person: World.Person, _ visibility: String) throws -> Int {
            try board.world.call(
                "applications.notes.add",
                [
                    "application_id": .string(hidden), "body": "look", "visibility": .string(visibility),
                    "mentions": [.string(try board.user(person))],
                ], as: .admin
            ).status
        }
        #expect(try mention(.employer, "team") == 201)
        #expect(try mention(.otherEmployer, "team") == 422)
        #expect(try mention(.candidate, "client") == 422)
        #expect(try mention(.consultant, "admin_only") == 422)
        #expect(try mention(.superadmin, "admin_only") == 201)
    }
}
