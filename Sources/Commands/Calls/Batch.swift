import Domain
import Engine
import JSON

/// Runs the calls of a stream, a line each. The answer to a line is written before the next line is read.
struct Batch {
    let session: WorkspaceSession
    /// Who calls where a line has no token of its own.
    let credential: Credential

    func run(_ input: any ByteInput, to output: any ByteOutput) throws {
        var lines = LineReader(input, limit: CallArguments.largestInput)
        var work = ReportDuty(engine: session.engine)
        defer { work.finish() }
        while let line = try lines.next() {
            var bytes: [UInt8] = []
            answer(line).serialize(into: &bytes)
            bytes.append(0x0A)
            output.write(bytes)
            work.advance()
        }
    }

    private func answer(_ line: LineReader.Line) -> JSONValue {
        switch line {
        case .tooLong:
            let problem = Problem(
                .payloadTooLarge, Phrase(en: "The line is longer than 32 MB.", fr: "La ligne dépasse 32 Mo."))
            return refusal(problem, id: .null)
        case .bytes(let bytes):
            do throws(BatchLine.Refusal) {
                return run(try BatchLine(parsing: bytes))
            } catch {
                return refusal(error.problem, id: error.id)
            }
        }
    }

    private func run(_ call: BatchLine) -> JSONValue {
        let credential = call.token.map { session.credential(of: $0, isExact: true) } ?? credential
        let answer = session.engine.dispatch(call.operation, input: call.input, as: credential)
        return body(id: call.id, status: answer.status, answer.body)
    }

    private func refusal(_ problem: Problem, id: JSONValue) -> JSONValue {
        let answer = session.engine.refuse(problem, as: credential)
        return body(id: id, status: answer.status, answer.body)
    }

    private func body(id: JSONValue, status: Int, _ body: JSONValue) -> JSONValue {
        ["id": id, "status": .integer(Int64(status)), "body": body]
    }
}
