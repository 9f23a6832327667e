import Foundation
import JSON
import Synchronization
import Testing

@testable import Commands

@Suite struct BatchTests {
    private let desk: Desk

    init() throws { desk = try SharedDesk.demo.get() }

    private func answers(_ text: String, _ arguments: String...) throws -> [JSONValue] {
        let outcome = desk.run(["call", "--batch"] + arguments, input: MemoryInput(text))
        #expect(outcome.status == .done)
        #expect(outcome.errors == "")
        return try outcome.lines.map { try JSONValue(parsing: $0) }
    }

    @Test func answersComeInOrderWithTheirIDs() throws {
        let token = try desk.token(.admin)
        let found = try answers(
            """
            {"id": 1, "operation": "jobs.list", "input": {"page_size": 1}}\r
            {"id": {"a": [2]}, "operation": "jobs.get", "input": {"job_id": "x"}, "token": "\(token)"}
            {"operation": "candidates.list"}
            {"id": "last", "operation": "candidates.list", "token": "\(token)", "input": null}
            """)
        #expect(found.map { $0["id"] } == [1, ["a": [2]], .null, "last"])
        #expect(found.map { $0["status"] } == [200, 422, 401, 200])
        #expect(found[0]["body"]?["data"]?.arrayValue?.count == 1)
        #expect(found[1]["body"]?["errors"]?[0]?["field"] == "job_id")
        #expect(found[0].objectValue?.keys == ["id", "status", "body"])
    }

    @Test func badLinesAreAnsweredAndTheStreamGoesOn() throws {
        let found = try answers(
            """
            not json
            []
            {"id": 3}
            {"id": 4, "operation": "jobs.list", "inptu": {}}
            {"id": 5, "operation": "jobs.list", "input": 7}
            {"id": 6, "operation": "nothing.here"}

            {"id": 8, "operation": "jobs.list", "token": 9}
            {"id": 9, "operation": "jobs.list", "token": "forged"}
            {"id": 10, "operation": "reasons.list", "input": {"page_size": "1"}}
            """)
        #expect(found.map { $0["status"] } == [422, 422, 422, 422, 422, 404, 422, 422, 401, 401])
        #expect(found[2]["body"]?["errors"]?[0]?["field"] == "operation")
        #expect(found[3]["body"]?["errors"]?[0]?["message"]?.stringValue?.contains("'input'") == true)
        #expect(found[3]["id"] == 4)
        #expect(found[7]["id"] == 8)
        // What is wrong with the line as a whole names no field, and an object is “an” object.
        #expect(found[0]["body"]?["detail"] == "The input is not valid.")
        #expect(found[4]["body"]?["errors"]?[0]?["message"] == "must be an object")
    }

    @Test func invalidTextIsOneBadLine() throws {
        var bytes = Array(#"{"id": 1, "operation": "jobs.list", "input": {"q": ""#.utf8)
        bytes += [0xFF, 0xFE] + Array("\"}}\n".utf8)
        bytes += Array(#"{"id": 2, "operation": "jobs.list"}"#.utf8)
        let outcome = desk.run(["call", "--batch", "-"], input: MemoryInput(bytes))
        let found = try outcome.lines.map { try JSONValue(parsing: $0) }
        #expect(found.map { $0["status"] } == [422, 200])
    }

    @Test func aHugeLineIsBounded() throws {
        let huge = #"{"operation": "jobs.list", "input": {"q": ""# + String(repeating: "x", count: 33 << 20) + "\"}}\n"
        let found = try answers(huge + #"{"id": 2, "operation": "jobs.list"}"#)
        #expect(found.map { $0["status"] } == [413, 200])
    }

    @Test func aLinesTokenWinsOverThatOfTheCommand() throws {
        let admin = try desk.token(.admin)
        let candidate = try desk.token(.candidate)
        let found = try answers(
            """
            {"operation": "candidates.list"}
            {"operation": "candidates.list", "token": "\(candidate)"}
            """, "--token", admin)
        #expect(found.map { $0["status"] } == [200, 403])
        #expect(try answers(#"{"operation": "candidates.list"}"#, "--token", admin, "--anonymous")[0]["status"] == 401)
    }

    @Test func uploadsMayStandBesideTheInput() throws {
        let own = try Desk.withDemo()
        let admin = try own.token(.admin)
        let list = own.run("call", "candidates.list", "page_size=1", "--json", "--token", admin)
        let id = list.json?["data"]?[0]?["id"]?.stringValue ?? ""
        let text = Data("Zoé Martin\nzoe@example.com\nExperience\n2020 - 2022 Cook, Example".utf8).base64EncodedString()
        let line = #"""
            {"operation": "candidates.cv.upload", "input": {"candidate_id": "\#(id)"}, "filename": "cv.txt", "content_base64": "\#(text)"}
            """#
        let outcome = own.run(["call", "--batch", "--token", admin], input: MemoryInput(line))
        #expect(try JSONValue(parsing: outcome.output)["status"] == 201)
    }

    @Test func linesComeFromAFileToo() throws {
        let path = try desk.file("calls.jsonl", #"{"operation": "jobs.list"}"# + "\n")
        let outcome = desk.run("call", "--batch", path)
        #expect(outcome.lines.count == 1)
        #expect(desk.run("call", "--batch", "nowhere.jsonl").status == .wrongUsage)
        #expect(desk.run("call", "--batch", path, "x=1").status == .wrongUsage)
    }

    /// An input that gives a line only when the line before it was answered.
    private final class Conversation: ByteInput {
        private let output: MemoryOutput
        private let given = Mutex(0)
        let answered = Mutex<[Int]>([])
        var isTerminal: Bool { false }
        var terminal: Int32? { nil }

        init(_ output: MemoryOutput) { self.output = output }

        func read(_ limit: Int) throws(FileProblem) -> [UInt8] {
            let lines = output.text.count { $0 == "\n" }
            answered.withLock { $0.append(lines) }
            let number = given.withLock { given in
                given += 1
                return given
            }
            return number > 3 ? [] : Array("{\"id\": \(number), \"operation\": \"jobs.list\"}\n".utf8)
        }
    }

    @Test func everyAnswerIsWrittenBeforeTheNextLineIsRead() throws {
        let output = MemoryOutput()
        let conversation = Conversation(output)
        let status = Program.run(
            ["call", "--batch"], in: desk.context(input: conversation, output: output, errors: MemoryOutput()))
        #expect(status == .done)
        #expect(conversation.answered.withLock { $0 } == [0, 1, 2, 3])
    }
}
