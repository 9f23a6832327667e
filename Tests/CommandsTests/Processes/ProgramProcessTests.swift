import Foundation
import JSON
import Testing

/// The built program, started as a person's shell would.
@Suite struct ProgramProcessTests {
    private let desk: Desk
    private let program: URL

    init() throws {
        desk = try SharedDesk.demo.get()
        // The tests and the program are built into one folder.
        program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "rplus")
    }

    private func process(_ arguments: [String]) -> (Process, input: Pipe, output: Pipe, errors: Pipe) {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = [
            "HOME": desk.folder, "RPLUS_WORKSPACE": desk.workspace, "LANG": "C.UTF-8", "TERM": "xterm-256color",
        ]
        process.environment?["RPLUS_DATABASE"] = desk.server
        let pipes = (Pipe(), Pipe(), Pipe())
        process.standardInput = pipes.0
        process.standardOutput = pipes.1
        process.standardError = pipes.2
        return (process, pipes.0, pipes.1, pipes.2)
    }

    private func run(_ arguments: String...) throws -> (code: Int32, output: String, errors: String) {
        let (process, input, output, errors) = process(arguments)
        try process.run()
        try input.fileHandleForWriting.close()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        let complained = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: said, as: UTF8.self),
            String(decoding: complained, as: UTF8.self)
        )
    }

    @Test func exitCodesReachTheShell() throws {
        #expect(try run("--version").code == 0)
        #expect(try run("call", "candidates.list").code == 1)
        #expect(try run("call", "--bogus").code == 2)
        let refused = try run("call", "candidates.list", "--json")
        #expect(try JSONValue(parsing: refused.output)["status"] == 401)
        #expect(refused.errors.hasPrefix("rplus: "))
    }

    /// A file that may grow no further is told as a full disk is, and nothing of the change is kept.
    @Test func aUsedUpQuotaIsToldAsAFullDisk() throws {
        let own = try Desk.withDemo()
        let token = try own.token(.admin)
        // Half a megabyte in one transaction, where a file may have a quarter of it.
        let rows = (1...200).map {
            "{\"first_name\": \"P\($0)\", \"last_name\": \"Q\", \"summary\": \"\(String(repeating: "word ", count: 500))\"}"
        }
        let input = try own.file("rows.json", "{\"rows\": [\(rows.joined(separator: ", "))]}")
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c",
            "trap '' XFSZ; ulimit -f 512; exec \"$0\" call candidates.bulkImport --json --token \"$1\" --input \"$2\"",
            program.path, token, input,
        ]
        process.environment = ["HOME": own.folder, "RPLUS_WORKSPACE": own.workspace, "LANG": "C.UTF-8"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = Pipe()
        try process.run()
        let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(try JSONValue(parsing: said)["status"] == 503)
        let after = own.run("call", "candidates.list", "--json", "--token", token).json
        #expect(after?["total"] == 40)
        #expect(own.run("doctor").status == .done)
    }

    @Test func operationsAreJSONAndNothingElse() throws {
        let outcome = try run("operations", "--json")
        #expect(outcome.code == 0)
        #expect(outcome.errors == "")
        #expect(try JSONValue(parsing: outcome.output).arrayValue?.isEmpty == false)
    }

    @Test func aBatchTalksLineByLine() throws {
        let (process, input, output, _) = process(["call", "--batch"])
        try process.run()
        for number in 1...3 {
            let line = "{\"id\": \(number), \"operation\": \"jobs.list\", \"input\": {\"page_size\": 1}}\n"
            try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
            // The answer is there although the stream goes on.
            var answer = Data()
            while answer.last != 0x0A {
                let chunk = output.fileHandleForReading.availableData
                try #require(!chunk.isEmpty)
                answer += chunk
            }
            let found = try JSONValue(parsing: String(decoding: answer, as: UTF8.self))
            #expect(found["id"] == .integer(Int64(number)))
            #expect(found["status"] == 200)
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
