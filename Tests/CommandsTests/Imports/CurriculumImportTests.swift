import Foundation
import JSON
import Testing

@testable import Commands

@Suite struct CurriculumImportTests {
    private let desk: Desk
    private let token: String

    init() throws {
        desk = try Desk.withDemo()
        token = try desk.token(.admin)
    }

    private func load(_ folder: String, _ arguments: String...) -> Desk.Outcome {
        desk.run(["import", "cvs", folder, "--token", token] + arguments, input: MemoryInput(""))
    }

    private func call(_ arguments: String...) -> JSONValue? {
        desk.run(["call"] + arguments + ["--json", "--token", token], input: MemoryInput("")).json
    }

    /// A folder whose path is longer than the system takes opens for nobody.
    @Test func aFolderThatCannotBeReadIsTold() throws {
        let root = desk.folder + "/deep"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { _ = try? Process.run(URL(filePath: "/bin/rm"), arguments: ["-rf", root]).waitUntilExit() }
        let name = String(repeating: "d", count: 250)
        var folder = open(root, O_RDONLY | O_DIRECTORY)
        for _ in 0..<20 {
            try #require(mkdirat(folder, name, 0o700) == 0)
            let next = openat(folder, name, O_RDONLY | O_DIRECTORY)
            close(folder)
            folder = next
        }
        close(folder)
        try desk.file("deep/zoe.txt", Self.text)
        let outcome = load(root)
        #expect(outcome.output.contains("not imported: "), "\(outcome.output.suffix(2_000))")
        #expect(outcome.output.contains("cannot be read"), "\(outcome.output.suffix(2_000))")
        #expect(outcome.lines.last == "2 read: 1 new, 0 on file already, 1 not imported")
    }

    private static let text = """
        Maëlle Quintin
        Infirmière de bloc
        maelle.quintin@example.com
        06 39 98 70 01

        EXPÉRIENCE PROFESSIONNELLE
        2019 - 2023  Infirmière, Clinique du Lac
        2023 - aujourd’hui  Infirmière référente, Hôpital Nord

        FORMATION
        2016 - 2019  Diplôme d’État d’infirmier, IFSI Rennes

        COMPÉTENCES
        Instrumentation, Hygiène hospitalière, Python
        """

    private static let resume = """
        {"basics": {"name": "Owen Price", "email": "owen.price@example.com", "label": "Welder",
        "profiles": [{"network": "GitHub", "username": "owen", "url": "no address"}]},
        "work": [{"name": "Dock Ltd", "position": "Welder", "startDate": "2018-03", "highlights": ["TIG"]},
        {"name": "Undated Ltd", "position": "Helper"}],
        "education": [{"institution": "Tech College", "studyType": "Diploma", "endDate": "2017"}],
        "skills": [{"name": "Welding", "keywords": ["TIG", "MIG"]}, {"name": "Blueprints"}]}
        """

    @Test func aPersonIsReadOutAndItsFileKept() throws {
        try desk.file("cvs/quintin.txt", Self.text)
        try desk.file("cvs/deep/price.json", Self.resume)
        let outcome = load("cvs")
        #expect(outcome.status == .done)
        #expect(outcome.lines.last == "2 read: 2 new, 0 on file already, 0 not imported")
        #expect(outcome.output.contains("deep/price.json: note: profiles[0].url"))
        let found = call("candidates.list", "q=quintin")?["data"]?[0]
        #expect(found?["first_name"] == "Maëlle")
        let id = found?["id"]?.stringValue ?? ""
        let skills = call("candidates.skills.list", "candidate_id=\(id)")
        #expect(skills?.serialized().contains("Python") == true)
        #expect(call("candidates.cv.get", "candidate_id=\(id)")?["filename"] == "quintin.txt")
        let welder = call("candidates.list", "q=welder owen")?["data"]?[0]
        #expect(welder?["current_company"] == "Dock Ltd")
        let work = call("candidates.experience.list", "candidate_id=\(welder?["id"]?.stringValue ?? "")")
        #expect(work?.serialized().contains("2018-03") == true)
        #expect(work?.serialized().contains("Undated") == false)
    }

    @Test func knownPeopleAreMatchedAndFilesNotDoubled() throws {
        try desk.file("cvs/a.txt", Self.text)
        // The same person in another document, and somebody without any contact.
        try desk.file("cvs/b.txt", Self.text + "\nAnglais courant\n")
        let silent =
            "Noor Haddad\n\nEXPERIENCE\n2015 - 2020  Carpenter, Beam & Co\n\nEDUCATION\n2012 - 2015  Diploma, Tech\n"
        try desk.file("cvs/c.txt", silent)
        #expect(load("cvs", "--dry-run").output.contains("A dry run"))
        #expect(call("candidates.list", "q=quintin")?["total"] == 0)
        #expect(load("cvs").lines.last == "3 read: 2 new, 1 on file already, 0 not imported")
        #expect(load("cvs").lines.last == "3 read: 0 new, 3 on file already, 0 not imported")
        #expect(call("candidates.list", "q=quintin")?["total"] == 1)
        #expect(call("candidates.list", "q=haddad")?["total"] == 1)
        // Thrown away and brought in again, it comes again.
        let id = call("candidates.list", "q=haddad")?["data"]?[0]?["id"]?.stringValue ?? ""
        #expect(desk.run("call", "candidates.delete", "candidate_id=\(id)", "--token", token).status == .done)
        #expect(load("cvs").status == .done)
        #expect(call("candidates.list", "q=haddad")?["total"] == 1)
    }

    @Test func hostileAndBrokenFilesAreOneLineEach() throws {
        try desk.file("cvs/a-good.txt", Self.text)
        try desk.file("cvs/b-empty.pdf", "")
        try desk.file("cvs/c-broken.pdf", "%PDF-1.7\nnothing of the kind")
        try desk.file("cvs/d-image.docx", [0x89, 0x50, 0x4E, 0x47] + [UInt8](repeating: 0, count: 100))
        try desk.file("cvs/e-tool.exe", "MZ")
        try desk.file("cvs/f-notes.txt", "buy milk\nand bread\n")
        try desk.file("cvs/g-list.json", "[1, 2, 3]")
        try desk.file("cvs/h-zip.docx", [0x50, 0x4B, 3, 4] + [UInt8](repeating: 7, count: 200))
        try desk.file("cvs/i\u{1B}[2J.txt", "")
        try desk.file("cvs/.hidden.txt", Self.resume)
        let outcome = load("cvs", "--lang", "fr")
        #expect(outcome.status == .done)
        #expect(outcome.lines.last == "9 lus : 1 nouveaux, 0 déjà présents, 8 non importés")
        #expect(outcome.lines.count == 9)
        #expect(outcome.lines.dropLast().allSatisfy { $0.contains(" : non importé : ") })
        #expect(!outcome.output.contains("\u{1B}"))
    }

    @Test func linksAreNotFollowed() throws {
        try desk.file("elsewhere/quintin.txt", Self.text)
        try FileManager.default.createDirectory(atPath: desk.folder + "/cvs", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: desk.folder + "/cvs/loop", withDestinationPath: desk.folder)
        try FileManager.default.createSymbolicLink(
            atPath: desk.folder + "/cvs/link.txt", withDestinationPath: desk.folder + "/elsewhere/quintin.txt")
        #expect(load("cvs").lines.last == "0 read: 0 new, 0 on file already, 0 not imported")
        #expect(load("nowhere").status == .wrongUsage)
        #expect(load("elsewhere/quintin.txt").status == .wrongUsage)
        #expect(load("cvs", "--from-line", "3").status == .wrongUsage)
    }
}
