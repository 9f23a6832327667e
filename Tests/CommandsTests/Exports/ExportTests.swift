import Domain
import Engine
import JSON
import Testing

@testable import Commands

/// What `rplus export` writes, `rplus import` brings into another workspace.
@Suite struct ExportTests {
    private let desk: Desk
    private let token: String

    init() throws {
        desk = try Desk.withDemo()
        token = try desk.token(.admin)
    }

    private func export(_ arguments: String..., token: String? = nil) -> Desk.Outcome {
        desk.run(["export"] + arguments, input: MemoryInput(""), environment: ["RPLUS_TOKEN": token ?? self.token])
    }

    /// A workspace without anybody but its owner, who is logged in.
    private func elsewhere() throws -> Desk {
        let other = try Desk()
        let password = "correct horse battery staple\n"
        for command in ["init", "login"] {
            let outcome = other.run(command, "--email", "owner@example.com", "--password-stdin", input: password)
            try #require(outcome.status == .done, "\(outcome)")
        }
        return other
    }

    private func total(_ desk: Desk, _ operation: String, _ arguments: String...) -> JSONValue? {
        desk.run(["call", operation, "--json"] + arguments, input: MemoryInput("")).json?["total"]
    }

    @Test(arguments: ["csv", "jsonl"])
    func everythingComesInAgainElsewhere(_ format: String) throws {
        let other = try elsewhere()
        for subject in ["companies", "contacts", "skills", "candidates", "jobs"] {
            let written = export(subject, "--format", format)
            #expect(written.status == .done, "\(written.errors)")
            let path = try other.file("\(subject).\(format)", written.output)
            let read = other.run("import", subject, path)
            #expect(read.status == .done, "\(read.errors)")
            #expect(read.lines.last?.contains(" 0 not imported") == true, "\(subject): \(read.output)")
            let count = desk.run(
                "call", "\(subject == "contacts" ? "companies" : subject).list", "--json", "--token", token
            )
            .json?["total"]
            // A skill whose name is another one's alias is that one elsewhere.
            if subject != "contacts", subject != "skills" {
                #expect(total(other, "\(subject).list") == count, "\(subject)")
            }
        }
        let one = desk.run(
            "call", "candidates.list", "--json", "--token", token, "sort_order=asc", "page_size=1", "all_skills=true"
        ).json?["data"]?[0]
        let name = try #require(one?["emails"]?[0]?["value"]?.stringValue)
        let same = other.run("call", "candidates.list", "--json", "q=\(name)", "all_skills=true").json?["data"]?[0]
        for field in [
            "first_name", "last_name", "current_title", "current_company", "summary", "location", "notice_days",
            "desired_salary", "desired_employment_types", "consent", "willing_to_relocate", "languages",
        ] { #expect(same?[field] == one?[field], "\(field)") }
        let names = { (view: JSONValue?) in
            Set((view?["skills"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue })
        }
        #expect(names(same) == names(one))
        #expect(!names(one).isEmpty)
    }

    @Test func anEmployerGetsWhatItMaySee() throws {
        let employer = try desk.token(.employer)
        let seen = export("candidates", "--format", "jsonl", token: employer)
        let anonymous = seen.lines.compactMap { try? JSONValue(parsing: $0) }.filter { $0["last_name"] == nil }
        #expect(!anonymous.isEmpty)
        for row in anonymous { #expect(row["emails"] == nil && row["summary"] == nil && row["tags"] == nil) }
        let contacts = export("contacts", token: employer)
        let companies = Set(contacts.output.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",").first })
        #expect(companies.count == 1)
        let candidate = export("candidates", token: try desk.token(.candidate))
        #expect(candidate.status == .failed)
        #expect(candidate.output.isEmpty)
    }

    @Test func cellsThatASpreadsheetWouldRunAreDisarmed() throws {
        let path = try desk.file("evil.csv", "name,industry\n\"=HYPERLINK(\"\"http://x\"\")\",+33\n")
        #expect(
            desk.run(["import", "companies", path], input: MemoryInput(""), environment: ["RPLUS_TOKEN": token]).status
                == .done)
        let written = export("companies")
        #expect(written.output.contains("\"'=HYPERLINK(\"\"http://x\"\")\",,'+33,"))
    }

    @Test func aFileHasItsNameOnlyWhenItIsWhole() throws {
        let path = desk.folder + "/jobs.csv"
        let written = export("jobs", "--output", "jobs.csv")
        #expect(written.status == .done)
        #expect(written.output == "20 rows written.\n")
        #expect(export("jobs", "--output", path).status == .wrongUsage)
        let refused = export("users", "--output", "users.csv", token: try desk.token(.candidate))
        #expect(refused.status == .failed)
        #expect(export("users", "--output", "users.csv", token: try desk.token(.candidate)).status == .failed)
    }

    @Test func applicationsNameTheirPeopleAndJobs() throws {
        let rows = export("applications", "--format", "jsonl").lines.compactMap { try? JSONValue(parsing: $0) }
        #expect(rows.count == 60)
        #expect(rows.allSatisfy { $0["candidate_email"] != nil && $0["requisition_id"] != nil })
        let known = try desk.file("applications.csv", export("applications").output)
        let again = desk.run(
            ["import", "applications", known], input: MemoryInput(""), environment: ["RPLUS_TOKEN": token])
        #expect(again.status == .done)
        // What is open is on file; what is closed and rejected comes in once more, as another application would.
        #expect(again.lines.last?.hasPrefix("60 read:") == true, "\(again.output)")
    }
}
