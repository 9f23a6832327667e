import Foundation
import Testing

@testable import Interchange

struct ProcessRunnerTests {
    /// A directory with programs that stand in for the real ones.
    private func programs(_ scripts: [String: String]) throws -> String {
        let directory = NSTemporaryDirectory() + "/rplus-tools-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for (name, script) in scripts {
            _ = FileManager.default.createFile(
                atPath: directory + "/" + name, contents: Data("#!/bin/sh\n\(script)\n".utf8),
                attributes: [.posixPermissions: 0o755])
            waitUntilNobodyWrites(directory + "/" + name)
        }
        return directory
    }

    /// A program that some process has open for writing can't be run ("text file busy"), and a child that another test
    /// starts just then has our descriptor for the moment between its fork and its exec. The kernel lends a file for
    /// reading only when no writer is left.
    private func waitUntilNobodyWrites(_ path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        let (setLease, readLease, noLease): (Int32, Int32, Int32) = (1_024, 0, 2)
        while fcntl(file, setLease, readLease) < 0 && errno == EAGAIN { usleep(1_000) }
        _ = fcntl(file, setLease, noLease)
    }

    @Test func outputErrorsAndStatusComeBack() throws {
        let runner = ProcessRunner(searchPath: [try programs(["tool": "echo \"$1\"; echo bad >&2; exit 3"])])
        let outcome = try runner.run("tool", ["$(id) ; rm"])
        #expect(String(decoding: outcome.output, as: UTF8.self) == "$(id) ; rm\n")
        #expect(outcome.errorText == "bad\n")
        #expect(outcome.status == 3)
    }

    @Test func theEnvironmentIsScrubbed() throws {
        let runner = ProcessRunner(searchPath: [try programs(["tool": "env | cut -d= -f1 | sort | tr '\\n' ' '"])])
        let names = String(decoding: try runner.run("tool", []).output, as: UTF8.self)
        #expect(!names.contains("RPLUS") && !names.contains("USER"))
        #expect(names.contains("HOME LC_ALL"))
    }

    /// Both hold a pipe open that the test reads to its end, and leave a file where they come to theirs.
    @Test func slowProgramsAreStoppedWithTheirChildren() throws {
        let folder = try programs(["tool": "exec 9>\"$1\"; (sleep 30; : > \"$1.child\") & sleep 30; : > \"$1.end\""])
        let pipe = folder + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        let reader = open(pipe, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        defer { close(reader) }
        #expect(throws: ProcessRunner.Failure.timedOut) {
            try ProcessRunner(searchPath: [folder]).run(
                "tool", [pipe], limits: .init(seconds: 1, outputBytes: 100))
        }
        var byte: UInt8 = 0
        // Nothing and no error is the end: nobody has it open any more.
        while read(reader, &byte, 1) != 0 { usleep(1_000) }
        #expect(!FileManager.default.fileExists(atPath: pipe + ".child"))
        #expect(!FileManager.default.fileExists(atPath: pipe + ".end"))
    }

    /// The child ends only after the program's outcome is there.
    @Test func aChildThatIsLeftBehindIsNotWaitedFor() throws {
        let folder = try programs(["tool": "echo whole; (while [ ! -e \"$1\" ]; do sleep 0.1; done) & exit 3"])
        defer { _ = FileManager.default.createFile(atPath: folder + "/go", contents: nil) }
        let outcome = try ProcessRunner(searchPath: [folder]).run(
            "tool", [folder + "/go"], limits: .init(seconds: 30, outputBytes: 100))
        #expect(outcome.status == 3)
        #expect(String(decoding: outcome.output, as: UTF8.self) == "whole\n")
    }

    @Test func talkativeProgramsAreStopped() throws {
        let runner = ProcessRunner(searchPath: [try programs(["tool": "while :; do echo xxxxxxxxxxxxxxxx; done"])])
        #expect(throws: ProcessRunner.Failure.outputTooLong) {
            try runner.run("tool", [], limits: .init(seconds: 10, outputBytes: 1_000))
        }
    }

    @Test func aMissingOrSlowToolIsToldAsSuch() throws {
        let data = PortableDocument.data(pages: [PortableDocument.page(["x"])])
        let missing = DocumentReader(runner: ProcessRunner(searchPath: ["/nonexistent"]))
        #expect(
            DocumentReaderTests.problem(data, missing) == .toolMissing(name: "pdfinfo", package: "poppler-utils"))
        let word = ZipArchive.document(ZipArchive.paragraph("x"))
        #expect(DocumentReaderTests.problem(word, missing) == .toolMissing(name: "unzip", package: "unzip"))
        var slow = DocumentReader(
            runner: ProcessRunner(searchPath: [try programs(["pdfinfo": "sleep 20", "pdftotext": "sleep 20"])]))
        slow.limits.seconds = 0.8
        #expect(DocumentReaderTests.problem(data, slow) == .timedOut)
        let locked = "echo 'Command Line Error: Incorrect password' >&2; exit 1"
        let encrypted = DocumentReader(runner: ProcessRunner(searchPath: [try programs(["pdfinfo": locked])]))
        #expect(DocumentReaderTests.problem(data, encrypted) == .encrypted)
    }
}
