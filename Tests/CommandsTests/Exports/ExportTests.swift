import Domain
import Engine
import Foundation
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
            // What is read is not called unused.
            let unused = read.lines.first { $0.contains("not used:") } ?? ""
            for part in ["experience", "education", ".name"] { #expect(!unused.contains(part), "\(unused)") }
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
        guard format == "jsonl" else { return }
        for records in ["experience", "education"] {
            #expect(try known(records, of: same?["id"], at: other) == known(records, of: one?["id"], at: desk, token))
        }
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
        // What is open is on file, and so is what was rejected; hires and withdrawals are not brought in.
        #expect(again.lines.last?.hasPrefix("60 read: 0 new, ") == true, "\(again.output)")
    }

    // MARK: - Records, formats and filters

    /// What a candidate's records say, without their identifiers.
    private func known(
        _ records: String, of candidate: JSONValue?, at desk: Desk, _ token: String? = nil
    ) throws -> [JSONValue] {
        let id = try #require(candidate?.stringValue)
        let page = desk.run(
            ["call", "candidates.\(records).list", "--json", "candidate_id=\(id)"]
                + (token.map { ["--token", $0] } ?? []),
            input: MemoryInput("")
        ).json
        return try #require(page?["data"]?.arrayValue).map { record in
            var record = record
            for name in ["id", "candidate_id", "version"] { record[name] = nil }
            return record
        }
    }

    @Test func jsonHoldsExperienceEducationAndSkills() throws {
        let text = export("candidates", "--format", "json").output
        let rows = try #require(try JSONValue(parsing: text).arrayValue)
        #expect(rows.count == 40)
        let lines = export("candidates", "--format", "jsonl").lines.compactMap { try? JSONValue(parsing: $0) }
        #expect(lines == rows)
        #expect(rows.contains { ($0["experience"]?.arrayValue ?? []).contains { $0["position"] != nil } })
        #expect(rows.contains { ($0["education"]?.arrayValue ?? []).contains { $0["institution"] != nil } })
        let skill = rows.lazy.compactMap { $0["skills"]?[0] }.first
        #expect(skill?["name"]?.stringValue != nil)
        #expect(skill?["level"]?.integerValue != nil)
        let table = export("candidates").output.split(separator: "\r\n").first
        #expect(table?.contains("experience") == false)
        #expect(export("candidates", "--filter", "q=nobodyofthatname", "--format", "json").output == "[]\n")
        // Nobody's records are in what an employer sees anonymously.
        let seen = export("candidates", "--format", "jsonl", token: try desk.token(.employer)).lines
            .compactMap { try? JSONValue(parsing: $0) }
        for row in seen where row["last_name"] == nil {
            #expect(row["experience"] == nil && row["education"] == nil)
        }
    }

    @Test func anExportIsAuditedWithItsFilterAndItsRows() throws {
        #expect(export("jobs", "--filter", "status=open", "--format", "jsonl").status == .done)
        let rows = export("jobs", "--filter", "status=open", "--format", "jsonl").lines.count
        #expect(rows > 0)
        #expect(rows < 20)
        func entries() -> [JSONValue] {
            let page = desk.run(
                "call", "admin.auditLogs", "--json", "--token", token, "operation_id=exports.record"
            ).json
            return (page?["data"]?.arrayValue ?? []).reversed()
        }
        let found = entries()
        #expect(found.count == 4)
        let done = found.last?["after"]
        #expect(done?["state"] == "done")
        #expect(done?["subject"] == "jobs")
        #expect(done?["format"] == "jsonl")
        #expect(done?["filter"] == ["status": "open"])
        #expect(done?["rows"] == .integer(Int64(rows)))
        #expect(found.last?["actor_email"] == "admin@demo.example")
        // What is refused has not begun, and what a stranger sees leaves no trace.
        #expect(export("users", token: try desk.token(.candidate)).status == .failed)
        #expect(export("jobs", "--filter", "status=nonsense").status == .failed)
        #expect(entries().count == 4)
        for wrong in ["page_size=5", "nonsense"] { #expect(export("jobs", "--filter", wrong).status == .wrongUsage) }
        #expect(export("contacts", "--filter", "q=zzzzz").status == .done)
        #expect(entries().last?["after"]?["rows"] == 0)
    }

    @Test func aPersonIsAFolderWithEverything() throws {
        let list = desk.run(
            ["call", "candidates.list", "--json", "page_size=1"], input: MemoryInput(""),
            environment: ["RPLUS_TOKEN": token])
        let row = try #require(list.json?["data"]?[0])
        let address = try #require(row["emails"]?[0]?["value"]?.stringValue)
        let folder = desk.folder + "/somebody"
        let outcome = export("person", address, "--output", folder)
        #expect(outcome.status == .done, "\(outcome.errors)")
        let json = try String(contentsOfFile: folder + "/person.json", encoding: .utf8)
        #expect(json.contains(address) && json.contains("\"candidate_skill\""))
        let page = try String(contentsOfFile: folder + "/person.html", encoding: .utf8)
        #expect(page.contains("<h2>") && page.contains(address) && !page.contains("<script"))
        #expect(export("person", address, "--output", folder).status == .failed, "nothing is overwritten")
        #expect(export("person", "nobody@nowhere.example").status == .failed)
        #expect(export("person").status == .wrongUsage)
        #expect(PersonExport.safeName("../../évil name.pdf") == "_.._" + "_vil_name.pdf")
    }
}
