import DemoData
import Domain
import Engine
import JSON
import Workspace

/// `candidates.bulkImport` in batches of 500 rows, as `rplus import candidates` sends them.
struct ImportFigure {
    let workspace: BenchWorkspace
    let batches: Int

    private static let batch = 500

    func measure() throws -> [Figure] {
        let admin = Credential.token(try workspace.engine.openSession(email: DemoAccounts.email(.admin)))
        // Every run imports people that are not there yet.
        let run = SystemClock().now().milliseconds
        var samples = Samples()
        for number in 0..<batches {
            let rows = (0..<Self.batch).map { Self.row("\(run).\(number).\($0)", $0) }
            var answer = EncodedAnswer(status: 0, body: .null)
            samples.add(
                Stopwatch.time {
                    answer = workspace.engine.dispatch(
                        "candidates.bulkImport", input: ["rows": .array(rows)], as: admin)
                })
            guard answer.body["created"] == .integer(Int64(Self.batch)) else {
                throw BenchProblem("the import answered \(answer.status) \(answer.body.serialized().prefix(400))")
            }
        }
        let rate = Double(Self.batch * batches) / (samples.sum / 1e9)
        return [
            Figure(
                id: "import", title: "candidates.bulkImport, rows", applications: workspace.plan.applications,
                runs: batches, ours: .perSecond(rate), details: [("one batch of 500", .time(samples.median))])
        ]
    }

    private static func row(_ key: String, _ number: Int) -> JSONValue {
        [
            "first_name": "Camille", "last_name": .string("Durand \(number)"),
            "emails": [["value": .string("camille.\(key)@example.com")]], "current_title": "Nurse",
            "location": ["city": "Lyon", "country_code": "FR"], "skills": ["Triage", "Wound care"],
            "experience": [["name": "Clinique du Parc", "position": "Nurse", "start_date": "2019-03"]],
            "education": [["institution": "Université de Lyon", "study_type": "Licence", "end_date": "2018"]],
        ]
    }
}
