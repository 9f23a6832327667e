import Domain
import Engine
import JSON

/// Puts an export into the audit log: before its first row goes out, and when it has ended. What a stranger reads
/// without an account leaves no trace, as its other calls do not.
final class ExportTrace {
    private let engine: Engine
    private let credential: Credential
    private let members: JSONObject
    private let isKept: Bool
    private var id: JSONValue?

    init(_ subject: ExportSubject, _ format: ExportFormat, filter: JSONObject, engine: Engine, credential: Credential) {
        self.engine = engine
        self.credential = credential
        isKept = if case .anonymous = credential { false } else { true }
        var members = JSONObject()
        members["subject"] = .string(subject.rawValue)
        members["format"] = .string(format.rawValue)
        members["filter"] = .object(filter)
        self.members = members
    }

    /// Says that rows are about to go out; once, however often it is called.
    func begin() throws(ExportSource.Refused) {
        guard isKept, id == nil else { return }
        id = try record("begun")["export_id"]
    }

    /// Says how it ended. Does nothing where nothing has begun.
    func end(rows: Int, isWhole: Bool) throws(ExportSource.Refused) {
        guard let id else { return }
        _ = try record(
            isWhole ? "done" : "stopped", JSONObject([("export_id", id), ("rows", .integer(Int64(rows)))]))
    }

    private func record(_ state: String, _ more: JSONObject = JSONObject()) throws(ExportSource.Refused) -> JSONValue {
        var input = members
        input["state"] = .string(state)
        for (name, value) in more { input[name] = value }
        let answer = engine.dispatch("exports.record", input: .object(input), as: credential)
        guard answer.isSuccess else { throw ExportSource.Refused(answer: answer) }
        return answer.body
    }
}
