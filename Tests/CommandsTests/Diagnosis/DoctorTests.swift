import Foundation
import Testing

@testable import Commands

@Suite struct DoctorTests {
    private let desk: Desk

    init() throws { desk = try Desk.withDemo() }

    /// The lines of one check.
    private func lines(_ check: String, _ outcome: Desk.Outcome) -> [String] {
        outcome.lines.filter { $0.contains(check) }
    }

    @Test func aWholeWorkspaceIsFoundWhole() {
        let outcome = desk.run("doctor")
        // The search index is looked at by tests of its own.
        #expect(outcome.lines.allSatisfy { !$0.hasPrefix("DAMAGE") || $0.contains(" Search index: ") })
        #expect(desk.run("doctor", "--rebuild").output.contains("were made anew."))
        #expect(lines(" Audit log: ", outcome).count == 1)
        #expect(desk.run("doctor", "--lang", "fr").output.contains("ok        Journal d’audit : "))
    }

    @Test func aMissingFileIsDamage() throws {
        let files = desk.workspace + "/files"
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: files).first)
        try FileManager.default.removeItem(atPath: files + "/" + name)
        let outcome = desk.run("doctor")
        #expect(outcome.status == .failed)
        #expect(outcome.output.contains("DAMAGE    Files of CVs: "))
        #expect(outcome.output.contains("→ "))
    }

    @Test func aBadConfigurationIsAWarning() throws {
        try desk.file("config/recrutementplus/config.json", #"{"langage": "fr", "theme": "nowhere", "keymap": "nano"}"#)
        try desk.file("config/recrutementplus/keymaps.json", "{")
        let outcome = desk.run("doctor")
        #expect(outcome.lines.count { $0.hasPrefix("warning   Settings:") } == 4)
        // A long path is broken where the line is full.
        let text = outcome.lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined()
        for word in ["“langage”", "“nowhere”", "“nano”", "keymaps.json:1"] { #expect(text.contains(word), "\(text)") }
    }

    @Test func howMailsLeaveIsLookedAt() throws {
        func mail(_ text: String) throws -> [String] {
            try desk.file("config/recrutementplus/config.json", #"{"mail": \#(text)}"#)
            return desk.run("doctor").lines.filter { $0.contains(" Mail: ") || $0.contains(" Settings: ") }
        }
        #expect(try mail("{}").first?.hasPrefix("ok        Mail: mails go into the folder mail/.") == true)
        let wrong = try mail(#"{"transport": "pigeon"}"#)
        #expect(wrong.count == 1)
        #expect(wrong[0].hasPrefix("warning   Settings: mail.transport must be maildir, sendmail or smtp."))
        #expect(
            try mail(#"{"transport": "sendmail", "command": ["/nowhere/sendmail"]}"#)[0]
                .hasPrefix("warning   Mail: No mail can leave: /nowhere/sendmail: No such file"))
        #expect(
            try mail(#"{"transport": "smtp", "url": "smtp://127.0.0.1:1", "bounces": "/nowhere"}"#)
                .filter { $0.hasPrefix("warning   Mail: ") }.count == 2)
    }

    @Test func whoSendsMailsNeedsAnAddress() throws {
        let office = try Desk()
        let made = office.run(
            "init", "--email", "owner@example.com", "--password-stdin", input: "correct horse battery staple\n")
        #expect(made.status == .done, "\(made.errors)")
        try office.file(
            "config/recrutementplus/config.json",
            #"{"mail": {"transport": "sendmail", "command": ["/bin/true"]}}"#)
        func warned() -> Bool { office.run("doctor").output.contains("agency.support_email") }
        #expect(warned())
        let token = try office.token(of: "owner@example.com")
        let set = office.run(
            "call", "admin.settings.update", #"settings:={"agency.support_email": "help@agency.example"}"#, "--token",
            token)
        #expect(set.status == .done, "\(set.output) \(set.errors)")
        #expect(!warned())
        try office.file("config/recrutementplus/config.json", "{}")
        #expect(!warned())
    }

    @Test func whatCannotBeExaminedIsNotWell() {
        let outcome = desk.run("doctor", "--database", "postgres://rplus@/none?host=/nonexistent")
        #expect(outcome.status == .failed)
        #expect(outcome.output.contains("UNKNOWN   Database: This could not be examined: "), "\(outcome.output)")
        #expect(outcome.output.contains("1 not examined"))
    }

    @Test func aWorkspaceThatIsNotThereIsTold() {
        let outcome = desk.run("doctor", "--workspace", "nowhere")
        #expect(outcome.output.contains("nowhere"))
        #expect(!outcome.output.contains("Everything is well."))
    }
}
