import DemoData
import Domain
import Engine
import JSON
import Workspace

/// `candidates.bulkImport` in batches of 1,000 rows, as `rplus import candidates` sends them: the next batch is read and
/// checked while one is written.
struct ImportFigure {
    let workspace: BenchWorkspace
    let batches: Int

    private static let batch = 1_000

    /// What a row has beside a person's name, address, title and place.
    private enum Kind: String, CaseIterable {
        case plain
        case withCareer = "with_career"
    }

    func measure() throws -> [Figure] {
        var options = WorkspaceOptions()
        options.storage.expectManyRows()
        let opened = try Workspace.open(at: workspace.demo.workspace.location, options: options)
        defer { opened.close() }
        let admin = Credential.token(try opened.engine.openSession(email: DemoAccounts.email(.admin)))
        return try Kind.allCases.map { try measure($0, opened.engine, as: admin) }
    }

    private func measure(_ kind: Kind, _ engine: Engine, as admin: Credential) throws -> Figure {
        // Every run imports people that are not there yet.
        let run = "\(kind.rawValue).\(SystemClock().now().milliseconds)"
        let inputs = (0..<batches).map { number -> JSONValue in
            ["rows": .array((0..<Self.batch).map { Self.row("\(run).\(number).\($0)", $0, kind) })]
        }
        var samples = Samples()
        let start = Stopwatch.wall
        try Overlap.run { number in
            number < inputs.count ? engine.begin("candidates.bulkImport", input: inputs[number], as: admin) : nil
        } use: { (call: BegunCall) in
            var answer = EncodedAnswer(status: 0, body: .null)
            samples.add(Stopwatch.time { answer = call.finish() })
            guard answer.body["created"] == .integer(Int64(Self.batch)) else {
                throw BenchProblem("the import answered \(answer.status) \(answer.body.serialized().prefix(400))")
            }
        }
        let rate = Double(Self.batch * batches) / (Double(Stopwatch.wall - start) / 1e9)
        return Figure(
            id: kind == .plain ? "import" : "import.career",
            title: kind == .plain ? "candidates.bulkImport, rows" : "candidates.bulkImport, rows with a career",
            applications: workspace.plan.applications, runs: batches, ours: .perSecond(rate),
            budget: kind == .plain ? .atLeast(.perSecond(20_000), .perSecond(rate), "≥ 20,000 /s") : nil,
            details: [("writing one batch", .time(samples.median))])
    }

    private static func row(_ key: String, _ number: Int, _ kind: Kind) -> JSONValue {
        var row: JSONObject = [
            "first_name": "Camille", "last_name": .string("Durand \(number)"),
            "emails": [["value": .string("camille.\(key)@example.com")]], "current_title": "Nurse",
            "location": ["city": "Lyon", "country_code": "FR"],
        ]
        if kind == .withCareer {
            row["skills"] = ["Triage", "Wound care"]
            row["experience"] = [["name": "Clinique du Parc", "position": "Nurse", "start_date": "2019-03"]]
            row["education"] = [
                ["institution": "Université de Lyon", "study_type": "Licence", "end_date": "2018"]
            ]
        }
        return .object(row)
    }
}
