import Domain
import JSON
import Testing

@testable import Commands

@Suite struct CallTests {
    private let desk: Desk

    init() throws { desk = try SharedDesk.demo.get() }

    private func call(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws
        -> Desk.Outcome
    {
        let token = try desk.token(.admin)
        return desk.run(
            ["call"] + arguments, input: MemoryInput(input),
            environment: ["RPLUS_TOKEN": token].merging(environment) { $1 })
    }

    @Test func jsonIsExactlyTheBody() throws {
        let outcome = try call("jobs.list", "page_size=2", "--json")
        #expect(outcome.status == .done)
        #expect(outcome.errors == "")
        #expect(outcome.json?["data"]?.arrayValue?.count == 2)
        #expect(outcome.json?["total"] == 20)
        #expect(outcome.lines.count == 1)
    }

    @Test func textAndJSONValuesAndRepeatedOnes() throws {
        #expect(try call("jobs.list", "page_size:=3", "--json").json?["data"]?.arrayValue?.count == 3)
        let id = try call("jobs.list", "page_size=1", "--json").json?["data"]?[0]?["id"]?.stringValue ?? ""
        #expect(try call("jobs.get", "job_id=\(id)", "--json").json?["id"]?.stringValue == id)
        let refused = try call("jobs.get", "job_id:=12", "--json")
        #expect(refused.status == .failed)
        #expect(refused.json?["status"] == 422)
    }

    @Test func aTextMayComeFromAFile() throws {
        let path = try desk.file("cv.txt", "Nurse.\nWrites C++ and SQL, plans rotas in Excel.")
        let read = try call("ai.skillExtraction", "text=@\(path)", "--json")
        let names = (read.json?["skills"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue }
        #expect(names.contains("C++"), "\(names)")
        // Two mean one, and no file.
        let plain = try call("jobs.list", "q=@@\(path)", "--json")
        #expect(plain.status == .done)
        let missing = try call("ai.skillExtraction", "text=@\(path).none")
        #expect(missing.status == .wrongUsage)
        #expect(missing.errors.contains("cv.txt.none"))
    }

    @Test func argumentsWinOverTheInputFile() throws {
        let path = try desk.file("input.json", #"{"page_size": 5, "status": "open"}"#)
        let outcome = try call("jobs.list", "page_size=2", "--input", path, "--json")
        #expect(outcome.json?["page_size"] == 2)
        let piped = try call("jobs.list", "--input", "-", "--json", input: #"{"page_size": 4}"#)
        #expect(piped.json?["page_size"] == 4)
    }

    @Test func namesWithDotsLeadIntoObjects() throws {
        let context = desk.context(output: MemoryOutput(), errors: MemoryOutput())
        let operation = try CallArguments.operation(named: "candidates.create")
        let given = try CallArguments(
            words: ["first_name=Zoé", "location.city=Lyon", "location.country_code=FR", "tags=a", "tags=b"], input: nil,
            files: [], for: operation, context: context)
        #expect(
            given.input == [
                "first_name": "Zoé", "location": ["city": "Lyon", "country_code": "FR"], "tags": ["a", "b"],
            ])
    }

    @Test func aFileBecomesItsNameAndContents() throws {
        let path = try desk.file("cv/zoé.txt", "Zoé")
        let context = desk.context(output: MemoryOutput(), errors: MemoryOutput())
        let operation = try CallArguments.operation(named: "candidates.cv.upload")
        let given = try CallArguments(words: [], input: nil, files: ["cv=\(path)"], for: operation, context: context)
        #expect(given.input == ["content_base64": "Wm_DqQ", "filename": "zoé.txt"])
        #expect(try call("jobs.list", "--file", "cv=\(path)").status == .wrongUsage)
        #expect(try call("candidates.cv.upload", "--file", "cv=/nowhere").status == .wrongUsage)
    }

    @Test(arguments: ["pagesize", "=5", ":=5", "page_size:=abc"])
    func aWrongFormIsWrongUsage(_ word: String) throws {
        let outcome = try call("jobs.list", word)
        #expect(outcome.status == .wrongUsage)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains(word))
    }

    @Test func anUnknownOperationIsWrongUsage() throws {
        let english = try call("jobs.lst")
        #expect(english.status == .wrongUsage)
        #expect(english.errors == "rplus: There is no operation 'jobs.lst'. Did you mean 'jobs.list'?\n")
        #expect(
            try call("jobs.lst", "--lang", "fr").errors
                == "rplus: L’opération « jobs.lst » n’existe pas. Vouliez-vous dire « jobs.list » ?\n")
        #expect(try call().status == .wrongUsage)
    }

    @Test func anUnknownFieldIsSuggested() throws {
        let outcome = try call("jobs.list", "page_sise=2")
        #expect(outcome.status == .failed)
        #expect(outcome.errors.contains("page_size"))
        #expect(outcome.output == "")
    }

    @Test func refusalsAreToldOnStandardErrorInTheCallersLanguage() throws {
        let none = desk.run("call", "candidates.list", "--anonymous")
        #expect(none.status == .failed)
        #expect(none.errors.hasPrefix("rplus: Not signed in: "))
        #expect(desk.run("call", "candidates.list", "--lang=fr").errors.hasPrefix("rplus: Non connecté : "))
        let french = desk.run("call", "candidates.list", environment: ["LC_ALL": "fr_FR.UTF-8", "LANG": "C"])
        #expect(french.errors.hasPrefix("rplus: Non connecté : "))
        let candidate = desk.run("call", "candidates.list", "--token", try desk.token(.candidate), "--json")
        #expect(candidate.status == .failed)
        #expect(candidate.json?["status"] == 403)
        #expect(candidate.errors.hasPrefix("rplus: Not allowed: ") || candidate.errors.hasPrefix("rplus: "))
    }

    @Test func configurationChoosesTheLanguage() throws {
        let own = try Desk()
        try own.file("config/recrutementplus/config.json", #"{"language": "fr"}"#)
        #expect(own.run("call", "jobs.lst").errors.hasPrefix("rplus: L’opération"))
        #expect(own.run("call", "jobs.lst", "--lang", "en").errors.hasPrefix("rplus: There is no"))
        try own.file("config/recrutementplus/config.json", "{")
        #expect(own.run("call", "jobs.lst").errors.hasPrefix("rplus: There is no"))
    }

    @Test func aMissingWorkspaceIsTold() throws {
        let outcome = desk.run("call", "jobs.list", "--workspace", "nowhere")
        #expect(outcome.status == .failed)
        #expect(outcome.errors.contains("\(desk.folder)/nowhere"))
    }

    @Test func commonOptionsMayStandBeforeTheCommand() throws {
        let outcome = desk.run("--lang", "fr", "--workspace", "nowhere", "call", "jobs.list")
        #expect(outcome.errors.hasPrefix("rplus: Aucun espace de travail dans \(desk.folder)/nowhere"))
    }
}
