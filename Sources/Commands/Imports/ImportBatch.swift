import Domain
import Engine
import JSON

/// Rows that go to the engine in one call and one transaction. A row that is refused for something that it can do
/// without goes once more without that.
struct ImportBatch {
    struct Row: Sendable {
        /// Where it comes from, for a person.
        var place: Phrase
        var row: JSONValue
        var notes: [Phrase]
    }

    /// What became of one row.
    enum Outcome {
        case created(String?)
        case matched(String?)
        case failed([Phrase])
    }

    /// The call as a whole was refused; nothing of the batch is kept.
    struct Stopped: Error {
        var answer: EncodedAnswer
    }

    let engine: Engine
    let credential: Credential
    let operation: String
    let isDryRun: Bool
    let repair: RowRepair
    /// Members of the call beside the rows.
    var members = JSONObject()
    /// The beginning of the idempotency keys of the calls.
    var key: String?

    /// Refused rows are tried again so often, since mending one fault may show another.
    private static let rounds = 3

    /// Has the engine read and check the rows, which begin at `line` of the file, while another batch is written.
    func begin(_ rows: [Row], at line: Int = 0) -> BegunCall {
        begin(rows, at: line, round: 0)
    }

    /// Sends the rows, which begin at `line` of the file, and answers what became of each, with notes added to those
    /// that lost something. `begun` is what `begin` made of the same rows.
    func send(_ rows: inout [Row], at line: Int = 0, begun: BegunCall? = nil) throws(Stopped) -> [Outcome] {
        var begun = begun
        var outcomes = [Outcome](repeating: .failed([]), count: rows.count)
        var waiting = Array(rows.indices)
        for round in 0...Self.rounds where !waiting.isEmpty {
            let call = begun ?? begin(waiting.map { rows[$0] }, at: line, round: round)
            begun = nil
            let answer = call.finish()
            guard answer.isSuccess, let results = answer.body["results"]?.arrayValue else {
                throw Stopped(answer: answer)
            }
            var again: [Int] = []
            for (index, result) in zip(waiting, results) {
                let id = result["id"]?.stringValue
                switch result["status"]?.stringValue {
                case "created": outcomes[index] = .created(id)
                case "matched": outcomes[index] = .matched(id)
                default:
                    let errors = result["errors"]?.arrayValue ?? []
                    outcomes[index] = .failed(errors.map(Self.phrase))
                    guard round < Self.rounds, let mended = repair.mended(rows[index].row, errors: errors) else {
                        continue
                    }
                    rows[index].row = mended.row
                    rows[index].notes += mended.notes
                    again.append(index)
                }
            }
            waiting = again
        }
        return outcomes
    }

    private func begin(_ rows: [Row], at line: Int, round: Int) -> BegunCall {
        var input = members
        input["rows"] = .array(rows.map(\.row))
        input["mode"] = "best_effort"
        if isDryRun { input["dry_run"] = true }
        if let key { input["idempotency_key"] = .string("\(key)/\(line)/\(round)") }
        return engine.begin(operation, input: .object(input), as: credential)
    }

    private static func phrase(_ error: JSONValue) -> Phrase {
        let field = error["field"]?.stringValue ?? ""
        let message = error["message"]?.stringValue ?? ""
        guard !field.isEmpty else { return Phrase(en: message, fr: message) }
        return Phrase(en: "\(field): \(message)", fr: "\(field) : \(message)")
    }
}
