import Foundation
import JSON
import Testing

@testable import Commands

@Suite struct BackupCommandTests {
    private let desk: Desk

    init() throws {
        desk = try Desk()
        let made = desk.run(
            "init", "--email", "owner@example.com", "--password-stdin", input: "correct horse battery staple\n")
        #expect(made.status == .done)
        desk.run(
            "login", "--email", "owner@example.com", "--password-stdin", input: "correct horse battery staple\n")
    }

    private func company(_ name: String) {
        #expect(desk.run("call", "companies.create", "name=\(name)").status == .done)
    }

    private func companies() -> Int? {
        desk.run("call", "companies.list", "--json").json?["total"]?.integerValue.map(Int.init)
    }

    private func names() -> [String] {
        desk.run("backup", "list").lines.compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    @Test func aCopyIsMadeListedVerifiedAndRestored() throws {
        #expect(desk.run("backup").output == "There is no backup yet: `rplus backup create` makes one.\n")
        company("Before")
        let made = desk.run("backup", "create", "--note", "Friday")
        #expect(made.status == .done, "\(made.errors)")
        let name = try #require(names().first)
        #expect(made.output.hasPrefix("Backup \(name): "))
        #expect(desk.run("backup", "list").output.contains("asked for, whole  Friday"))
        #expect(desk.run("backup", "list", "--lang", "fr").output.contains("demandée, intacte"))
        #expect(desk.run("--workspace", desk.workspace, "backup", "verify", name).output == "\(name) is whole.\n")
        company("After")
        #expect(companies() == 2)
        let restored = desk.run("backup", "restore", name, "--yes")
        #expect(restored.status == .done, "\(restored.errors)")
        #expect(companies() == 1)
        // What there was before can be had back.
        let before = try #require(names().first { $0.hasSuffix("-restore") })
        #expect(restored.output.contains(before))
        #expect(desk.run("backup", "restore", before, "--yes").status == .done)
        #expect(companies() == 2)
        #expect(desk.run("doctor").status == .done)
    }

    @Test func restoringAsksForTheName() throws {
        desk.run("backup", "create")
        let name = try #require(names().first)
        company("After")
        let refused = desk.run("backup", "restore", name, input: "yes\n")
        #expect(refused.status == .failed)
        #expect(refused.output.hasSuffix("Nothing was changed.\n"))
        #expect(companies() == 1)
        #expect(desk.run("backup", "restore", name, input: "\(name)\n").status == .done)
        #expect(companies() == 0)
    }

    @Test func aDamagedCopyIsNotRestored() throws {
        desk.run("backup", "create")
        let name = try #require(names().first)
        let path = "\(desk.workspace)/backups/\(name)/workspace.db"
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[bytes.count / 2] ^= 0xFF
        try bytes.write(to: URL(filePath: path))
        for action in ["verify", "restore"] {
            let outcome = desk.run("backup", action, name, "--yes")
            #expect(outcome.status == .failed)
            #expect(outcome.errors.contains("is damaged"), "\(outcome.errors)")
        }
        #expect(desk.run("backup", "list").output.contains("damaged: workspace.db is missing or was altered"))
    }

    @Test func whatIsMissingIsSaidAndTheRestIsCopied() throws {
        let folder = "\(desk.workspace)/files"
        let candidate = desk.run("call", "candidates.create", "first_name=Zoé", "last_name=Roux", "--json").json
        let id = try #require(candidate?["id"]?.stringValue)
        let uploaded = desk.run(
            "call", "candidates.cv.upload", "candidate_id=\(id)", "filename=cv.txt", "content_base64=Wm/DqSBSb3V4Cg==")
        #expect(uploaded.status == .done, "\(uploaded.errors)")
        let file = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
        let made = desk.run("backup", "create")
        #expect(made.status == .done)
        #expect(made.errors.contains("not in the copy: 1 (files/\(file))"), "\(made.errors)")
        #expect(desk.run("backup", "create", "--lang", "fr").errors.contains("absents de la copie : 1 (files/\(file))"))
        let name = try #require(names().last)
        #expect(desk.run("backup", "list").output.contains("asked for, files lacking: 1"))
        #expect(desk.run("backup", "verify", name).status == .done)
        let restored = desk.run("backup", "restore", name, "--yes")
        #expect(restored.status == .done)
        #expect(restored.errors.contains("files/\(file)"))
    }

    @Test func aCopyThatCannotBeReadIsListedAsDamaged() throws {
        desk.run("backup", "create")
        desk.run("backup", "create")
        let name = try #require(names().last)
        try Data("{".utf8).write(to: URL(filePath: "\(desk.workspace)/backups/\(name)/manifest.json"))
        let listed = desk.run("backup", "list")
        #expect(listed.status == .done)
        #expect(listed.lines.count == 2)
        #expect(listed.lines.last?.hasPrefix("\(name)  ") == true)
        #expect(listed.lines.last?.hasSuffix("damaged: manifest.json cannot be read") == true)
        #expect(desk.run("backup", "list", "--lang", "fr").output.contains("endommagée : manifest.json est illisible"))
        #expect(desk.run("backup", "restore", name, "--yes").errors.contains("is damaged"))
        let all = desk.run("call", "admin.backups.list", "--json").json?["data"]?.arrayValue
        #expect(all?.map { $0["damage"] } == [nil, "manifest.json"])
        #expect(all?.last?["reason"] == "requested")
        #expect(all?.last?["created_at"]?.stringValue?.prefix(4) == all?.first?["created_at"]?.stringValue?.prefix(4))
        let health = desk.run("call", "superadmin.systemHealth", "--json").json?["checks"]?.arrayValue
        #expect(health?.first { $0["name"] == "backup" }?["status"] == "warning")
    }

    @Test func whatIsNotThereIsSaid() {
        #expect(desk.run("backup", "verify", "nothing").errors.contains("There is no backup 'nothing'"))
        #expect(desk.run("backup", "restore", "../../etc", "--yes").status == .failed)
        #expect(desk.run("backup", "verify").status == .wrongUsage)
        #expect(desk.run("backup", "burn").status == .wrongUsage)
    }

    @Test func theOperationMakesOneToo() throws {
        let answer = desk.run("call", "admin.backup", "note=by hand", "--json")
        #expect(answer.status == .done, "\(answer.output)")
        #expect(names() == [answer.json?["name"]?.stringValue ?? ""])
    }
}
