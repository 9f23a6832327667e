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
            let answer = answer(line)
            answer.body.serialize(into: &bytes)
            bytes.append(0x0A)
            output.write(bytes)
            work.advance()
            // A stream may stay open for days.
            if answer.wrote { session.workspace.drainMail(limit: Self.mailsBetweenLines) }
        }
    }

    /// So many mails are handed over before the next line is read; the others after the stream has ended.
    private static let mailsBetweenLines = 20

    private func answer(_ line: LineReader.Line) -> (body: JSONValue, wrote: Bool) {
        switch line {
        case .tooLong:
            let problem = Problem(
                .payloadTooLarge, Phrase(en: "The line is longer than 32 MB.", fr: "La ligne dépasse 32 Mo."))
            return (refusal(problem, id: .null), false)
        case .bytes(let bytes):
            do throws(BatchLine.Refusal) {
                let call = try BatchLine(parsing: bytes)
                return (run(call), Catalogue.operation(call.operation)?.contract.effect == .write)
            } catch {
                return (refusal(error.problem, id: error.id), false)
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
