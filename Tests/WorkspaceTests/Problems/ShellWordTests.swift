import Foundation
import Testing
import Workspace

@Suite struct ShellWordTests {
    @Test(arguments: [
        "/home/ann/.local/share/rplus", "a b", "it's", "", "-rf", "~/x", "$(touch x)", "`x`", "é", "a\nb", "*", "\\",
        "\"",
        "#x", "a;b", "&", "=x",
    ])
    func theShellReadsItBack(_ text: String) throws {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", "printf '[%s]' " + ShellWord.of(text)]
        let output = Pipe()
        shell.standardOutput = output
        try shell.run()
        let read = output.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        #expect(String(decoding: read, as: UTF8.self) == "[\(text)]")
    }

    @Test func whatIsPlainStaysAsItIs() {
        #expect(ShellWord.of("/srv/desk-1/a_b.c") == "/srv/desk-1/a_b.c")
        #expect(ShellWord.of("/my desk/it's") == #"'/my desk/it'\''s'"#)
        #expect(ShellWord.of("-rf") == "'-rf'")
    }
}
