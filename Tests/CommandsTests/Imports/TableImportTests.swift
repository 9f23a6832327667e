import Domain
import Engine
import JSON
import Synchronization
import Testing
import Workspace

@testable import Commands

@Suite struct TableImportTests {
    private let desk: Desk
    private let token: String

    init() throws {
        desk = try Desk.withDemo()
        token = try desk.token(.admin)
    }

    private func load(_ arguments: String...) -> Desk.Outcome {
        desk.run(["import"] + arguments, input: MemoryInput(""), environment: ["RPLUS_TOKEN": token])
    }

    private func count(_ operation: String, _ arguments: String...) -> JSONValue? {
        desk.run(
            ["call", operation, "--json", "--token", token] + arguments, input: MemoryInput("")
        ).json?["total"]
    }

    @Test func aFolderIsNoTable() throws {
        for (language, words) in [("en", "is a folder"), ("fr", "est un dossier")] {
            let outcome = load("candidates", ".", "--lang", language)
            #expect(outcome.status == .wrongUsage)
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
            #expect(!outcome.errors.contains("Domain="))
        }
    }

    @Test func theSamplesOfTheRepositoryComeIn() throws {
        let companies = load("companies", Samples.path("companies.csv"))
        #expect(companies.status == .done)
        #expect(companies.lines.first == "companies from companies.csv (CSV ;), columns as guessed:")
        #expect(companies.lines.last == "4 read: 4 new, 0 on file already, 0 not imported")
        #expect(
            load("jobs", Samples.path("jobs.jsonl")).lines.last == "4 read: 4 new, 0 on file already, 0 not imported")
        let people = load("candidates", Samples.path("candidates.csv"))
        #expect(people.lines.last == "4 read: 4 new, 0 on file already, 0 not imported")
        let mapped = load(
            "candidates", Samples.path("crm-export.csv"), "--map", Samples.path("mappings/candidates-crm.json"))
        #expect(mapped.lines.last == "2 read: 2 new, 0 on file already, 0 not imported")
        #expect(mapped.output.contains("  full_name             ← Contact\n"))
        let again = load("candidates", Samples.path("candidates.csv"))
        #expect(again.lines.last == "4 read: 0 new, 4 on file already, 0 not imported")
        #expect(count("candidates.list", "q=vasseur") == 1)
        let job = desk.run("call", "jobs.list", "q=menuisier poseur Lumen", "--json", "--token", token).json?["data"]?[
            0]
        #expect(job?["company_name"] == "Atelier Lumen")
        #expect(job?["status"] == "open")
        #expect(job?["date_posted"] == "2026-10-12")
        #expect(job?["base_salary"]?["min"] == 2_400_000)
    }

    @Test func aJobsCompanyIsMadeWhereItIsNotOnFile() throws {
        let path = try desk.file(
            "jobs.csv",
            "title,company,city,description,status\nCook,Chez Nouveau,Lyon,Soup,open\nBaker,Chez Nouveau,Lyon,Bread,open\n"
        )
        let dry = load("jobs", path, "--dry-run")
        #expect(
            dry.lines.suffix(2) == [
                "2 read: 2 would be new, 0 on file already, 0 not imported", "A dry run: nothing was kept.",
            ])
        #expect(count("companies.list", "q=Chez Nouveau") == 0)
        #expect(load("jobs", path).lines.last == "2 read: 2 new, 0 on file already, 0 not imported")
        #expect(count("companies.list", "q=Chez Nouveau") == 1)
    }

    @Test func badRowsAreOneLineEachWithTheirLine() throws {
        let path = try desk.file(
            "people.csv",
            """
            first name,last name,email,status
            Ana,Silva,ana@example.com,active
            ,,,active
            Bo,Berg,not an address,active
            "Cy
            lines",Cole,cy@example.com,nonsense
            Di,Dahl
            Ed,Evans,ed@example.com,passive

            """)
        let outcome = load("candidates", path)
        #expect(outcome.status == .done)
        let report = outcome.lines.filter { $0.hasPrefix("line ") }
        #expect(report.map { $0.prefix(7) } == ["line 3:", "line 4:", "line 5:", "line 7:"])
        #expect(report[2].hasPrefix("line 5: not imported: status: "))
        #expect(report.contains { $0.hasPrefix("line 3: not imported: last_name is missing.") })
        #expect(report.contains { $0.hasPrefix("line 4: note: emails is no address of e-mail: not an address") })
        #expect(report.contains("line 7: not imported: The row has 2 cells; the heading has 4."))
        #expect(outcome.lines.last == "6 read: 3 new, 0 on file already, 3 not imported")
        let french = desk.run(
            ["import", "candidates", path, "--lang", "fr"], input: MemoryInput(""), environment: ["RPLUS_TOKEN": token])
        #expect(french.output.contains("ligne 3 : non importé : last_name manque.\n"))
        #expect(french.output.contains("ligne 7 : non importé : La ligne a 2 cellules ; l’en-tête en a 4.\n"))
    }

    @Test func goingOnBehindTheEndIsSaid() throws {
        let path = try desk.file("people.csv", "first name,last name,email\nAna,Silva,ana@example.com\n")
        let outcome = load("candidates", path, "--from-line", "3")
        #expect(outcome.status == .done)
        #expect(outcome.errors.contains("the file has no rows from line 3 on."))
        #expect(load("candidates", path, "--from-line", "2").errors.isEmpty)
    }

    @Test func whatARowCanDoWithoutIsLeftOutOfIt() throws {
        let path = try desk.file(
            "jobs.jsonl",
            """
            {"title": "Cook", "company": "Chez A", "status": "open", "description": "Soup"}
            {"title": "Baker", "company": "Chez A", "city": "Lyon", "openings": 100000000, "salary": "12-15"}
            {"title": "Waiter", "company": "Chez A", "city": "Lyon", "valid_through": "2027-03", "status": "closed"}
            """)
        let outcome = load("jobs", path)
        #expect(outcome.lines.last == "3 read: 3 new, 0 on file already, 0 not imported")
        #expect(outcome.output.contains("line 1: note: comes in as a draft: "))
        #expect(outcome.output.contains("openings left out: "))
        #expect(outcome.output.contains("base_salary left out: no currency or no period"))
        #expect(outcome.output.contains("closed: comes in as a draft"))
        #expect(outcome.output.contains("valid_through left out: 2027-03 is no whole date"))
    }

    @Test func manyRemarksOfOneKindAreCounted() throws {
        let rows = (1...20).map { "P\($0),Q\($0),p\($0)@example.com,Some Network" }
        let path = try desk.file("many.csv", "first name,last name,email,source\n" + rows.joined(separator: "\n"))
        let outcome = load("candidates", path)
        #expect(outcome.lines.count { $0.hasPrefix("line ") } == 3)
        #expect(outcome.output.contains("… and 17 more rows like these: source left out\n"))
    }

    @Test(arguments: [
        (Array("PK\u{3}\u{4}xxxxxxxxxxxx".utf8), "workbook"), ([0, 1, 2, 3, 0, 0, 0, 0], "not text"), ([], "empty"),
        (Array("one,two\n1,2\n".utf8), "No column of"), (Array("just words\n".utf8), "No column of"),
    ])
    func aFileThatIsNoTableIsOneLine(_ bytes: [UInt8], _ reason: String) throws {
        let outcome = load("jobs", try desk.file("ads.csv", bytes))
        #expect(outcome.status == .failed)
        #expect(outcome.errors.contains(reason))
        #expect(outcome.errors.count { $0 == "\n" } == 1)
    }

    @Test func hostileRowsCostAnErrorEach() throws {
        let huge = String(repeating: "x", count: 5 << 20)
        let path = try desk.file(
            "ads.jsonl",
            """
            {"title": "Cook", "company": "Chez A", "description": "\u{1B}[2J=cmd"}
            {"title": "\(huge)", "company": "Chez A"}
            \(String(repeating: "[", count: 50_000))
            {"title": "A\\u0000B\\u001b[31m", "company": "Chez A"}
            {"title": "Last", "company": "Chez A"}
            """)
        let outcome = load("jobs", path)
        #expect(outcome.status == .done)
        #expect(!outcome.output.contains("\u{1B}"))
        #expect(outcome.lines.last?.hasPrefix("5 read: ") == true)
        #expect(outcome.lines.last?.contains("0 new") == false)
        #expect(outcome.output.contains("line 2: not imported: "))
        #expect(outcome.output.contains("line 3: not imported: Not JSON"))
    }

    @Test func everyMistakeOfAMappingIsTold() throws {
        let path = try desk.file("ads.csv", "a,b\n1,2\n")
        let map = try desk.file("map.json", #"{"columns": {"titel": "a", "city": {}}, "dates": "soon"}"#)
        let outcome = load("jobs", path, "--map", map)
        #expect(outcome.status == .wrongUsage)
        for place in ["columns.titel", "columns.city", "dates"] { #expect(outcome.errors.contains(place)) }
        #expect(load("jobs", path, "--map", "nowhere.json").status == .wrongUsage)
        #expect(load("jobs", "nowhere.csv").status == .wrongUsage)
    }

    @Test func whoMayNotImportIsRefusedBeforeAnythingHappens() throws {
        let path = Samples.path("companies.csv")
        let consultant = desk.run("import", "companies", path, "--token", try desk.token(.consultant))
        #expect(consultant.status == .failed)
        #expect(consultant.errors.contains("consultant"))
        // Without a session a demo is imported into as its admin, and says so.
        let nobody = desk.run("import", "companies", path)
        #expect(nobody.status == .done)
        #expect(nobody.errors.contains("admin"))
    }

    /// Ends the caller's sessions when the report of the first bad row is written.
    private final class Saboteur: ByteOutput {
        let kept = MemoryOutput()
        private let act: Mutex<(@Sendable () -> Void)?>
        var isTerminal: Bool { false }
        var columns: Int? { nil }

        init(_ act: @escaping @Sendable () -> Void) { self.act = Mutex(act) }

        func write(_ bytes: [UInt8]) {
            kept.write(bytes)
            guard String(decoding: bytes, as: UTF8.self).contains("line 402:") else { return }
            act.withLock { act in
                act?()
                act = nil
            }
        }
    }

    @Test func anImportThatStopsHalfWaySaysHowToGoOn() throws {
        var rows = ["name"] + (1...2_400).map { "Company \($0)" }
        rows[401] = "\"two\",cells"
        let path = try desk.file("companies.csv", rows.joined(separator: "\n"))
        let desk = desk
        let token = token
        let output = Saboteur {
            _ = desk.run("call", "auth.logout", "--token", token)
        }
        let errors = MemoryOutput()
        let status = Program.run(
            ["import", "companies", path, "--token", token], in: desk.context(output: output, errors: errors))
        #expect(status == .failed)
        #expect(output.kept.text.contains("1,001 read: 1,000 new, 0 on file already, 1 not imported"))
        #expect(errors.text.contains("stopped before line 1003"))
        #expect(errors.text.contains("--from-line 1003"))
        let fresh = try desk.token(.admin)
        let rest = desk.run("import", "companies", path, "--from-line", "1003", "--token", fresh)
        #expect(rest.lines.last == "1,399 read: 1,399 new, 0 on file already, 0 not imported")
    }
}
