import Domain
import JSON
import Testing

@testable import Commands

/// Each kind of row: tried, brought in, and brought in again, which doubles nothing. The second row of each is one that
/// has no identifier of its own, the third one cannot be brought in.
@Suite struct RepeatedImportTests {
    private let desk: Desk
    private let token: String

    init() throws {
        desk = try Desk.withDemo()
        token = try desk.token(.superadmin)
    }

    private static let people = "first_name,last_name,emails\nAna,Silva,ana@here.example\nBo,Berg,\nCy,,\n"
    private static let jobs =
        "title,company,description,requisition_id\nCook,Chez Un,Soup,R-9001\nBaker,Chez Un,Bread,\n,Chez Un,Lost,\n"

    static let samples: [(String, String)] = [
        ("companies", "name,registration_no,industry\nAtelier Un,RCS 9001,Wood\nAtelier Deux,,Steel\n,RCS 9003,Lost\n"),
        (
            "contacts",
            "company,first_name,last_name,emails\nChez Un,Ana,Silva,ana@un.example\nChez Un,Bo,Berg,\nChez Un,,,\n"
        ),
        ("skills", "name,aliases,category\nMacramé,Knotting,Crafts > Rope\nVannerie,,\n,Lost,\n"),
        ("candidates", people), ("jobs", jobs),
        (
            "users",
            """
            email,first_name,last_name,role
            ana@users.example,Ana,Silva,candidate
            bo@users.example,Bo,Berg,consultant
            no address,Cy,Cole,candidate

            """
        ),
    ]

    private func load(_ arguments: String...) -> Desk.Outcome {
        desk.run(["import"] + arguments, input: MemoryInput(""), environment: ["RPLUS_TOKEN": token])
    }

    private func count(_ subject: String) -> Int {
        desk.run(
            ["export", subject, "--format", "jsonl"], input: MemoryInput(""), environment: ["RPLUS_TOKEN": token]
        ).lines.count
    }

    private func check(_ subject: String, _ text: String) throws {
        let path = try desk.file("\(subject).csv", text)
        let before = count(subject)
        let tried = load(subject, path, "--dry-run")
        #expect(tried.status == .done, "\(tried.errors)")
        #expect(
            tried.lines.suffix(2) == [
                "3 read: 2 would be new, 0 on file already, 1 not imported", "A dry run: nothing was kept.",
            ], "\(tried.output)")
        #expect(tried.lines.count { $0.hasPrefix("line 4: not imported") } == 1)
        #expect(count(subject) == before)
        let first = load(subject, path)
        #expect(first.lines.last == "3 read: 2 new, 0 on file already, 1 not imported", "\(first.output)")
        #expect(count(subject) == before + 2)
        let second = load(subject, path)
        #expect(second.lines.last == "3 read: 0 new, 2 on file already, 1 not imported", "\(second.output)")
        #expect(count(subject) == before + 2)
        let third = load(subject, path, "--dry-run")
        #expect(third.lines.contains("3 read: 0 would be new, 2 on file already, 1 not imported"), "\(third.output)")
    }

    @Test(arguments: samples)
    func theSameFileTwiceDoublesNothing(_ subject: String, _ text: String) throws { try check(subject, text) }

    @Test func theSameApplicationsTwiceDoubleNothing() throws {
        #expect(load("candidates", try desk.file("people.csv", Self.people)).status == .done)
        #expect(load("jobs", try desk.file("jobs.csv", Self.jobs)).status == .done)
        let reasons = desk.run("call", "reasons.list", "--json", "--lang", "en", "--token", token).json?["data"]?
            .arrayValue
        let reason = try #require(reasons?.first { $0["kind"] == "we_rejected" }?["name"]?.stringValue)
        // The first one is open; the second has ended, and its candidate may apply again.
        try check(
            "applications",
            """
            candidate_email,requisition_id,job_title,status,applied_at,reason
            ana@here.example,R-9001,,screening,2026-10-01,
            ana@here.example,,Baker,rejected,2026-10-01,"\(reason)"
            nobody@here.example,R-9001,,applied,2026-10-01,

            """)
    }

    @Test(arguments: samples)
    func aKeyIsUsedOnce(_ subject: String, _ text: String) throws {
        let path = try desk.file("\(subject).csv", text)
        let before = count(subject)
        for _ in 1...2 {
            #expect(load(subject, path, "--idempotency-key", "monday").status == .done)
            #expect(count(subject) == before + 2)
        }
        let other = try desk.file("other.csv", text.replacing("Ana", with: "Eva").replacing("Un", with: "Six"))
        let refused = load(subject, other, "--idempotency-key", "monday")
        if subject != "skills" {
            #expect(refused.status == .failed)
            #expect(refused.errors.contains("idempotency key"), "\(refused.errors)")
        }
        #expect(count(subject) == before + 2)
    }

    @Test func aPersonWhoWasDeletedComesInAgain() throws {
        let path = try desk.file("people.csv", Self.people)
        #expect(load("candidates", path).status == .done)
        let found = desk.run("call", "candidates.list", "--json", "--token", token, "q=Berg").json?["data"]?[0]?["id"]
        let id = try #require(found?.stringValue)
        #expect(desk.run("call", "candidates.delete", "candidate_id=\(id)", "--token", token).status == .done)
        #expect(load("candidates", path).lines.last == "3 read: 1 new, 1 on file already, 1 not imported")
    }
}
