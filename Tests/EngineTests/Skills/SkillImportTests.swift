import Domain
import JSON
import Storage
import TestSupport
import Testing

@Suite struct SkillImportTests {
    let jobs: JobWorld
    init() throws { jobs = try JobWorld() }

    private func statuses(_ answer: JSONValue) -> [JSONValue] {
        answer["results"]?.arrayValue?.compactMap { $0["status"] } ?? []
    }

    @Test func skillsAreMadeOrMatchedWithTheirCategories() throws {
        _ = try jobs.body("skills.create", ["name": "JavaScript", "aliases": ["JS"]], as: .admin)
        let rows: JSONValue = [
            ["name": "Triage", "category": "Santé > Soins", "aliases": ["Tri"], "esco_uri": "http://esco.example/1"],
            ["name": "js"], ["name": "Tri des patients", "esco_uri": "http://esco.example/1"],
            ["name": "JS", "esco_uri": "http://esco.example/2"], ["name": "Pansement", "category": "soins"],
            ["name": ""],
        ]
        let refused = try jobs.body(
            "skills.bulkImport", ["rows": rows, "mode": "best_effort", "dry_run": true], as: .admin)
        #expect(statuses(refused) == ["failed", "matched", "created", "created", "failed", "failed"])
        let answer = try jobs.body(
            "skills.bulkImport", ["rows": rows, "mode": "best_effort", "create_categories": true], as: .admin)
        #expect(statuses(answer) == ["created", "matched", "matched", "created", "created", "failed"])
        let tree = try jobs.body("skills.categories.list", as: .anonymous)["data"]?.arrayValue ?? []
        #expect(tree.compactMap { $0["name"] } == ["Santé", "Soins"])
        #expect(tree.last?["skills"] == 2)
        #expect(try jobs.audited("skills.bulkImport", outcome: 200) == 1)
        let again = try jobs.body(
            "skills.bulkImport", ["rows": rows, "mode": "all_or_nothing", "create_categories": true], as: .superadmin)
        #expect(again["created"] == 0)
        #expect(try jobs.status("skills.bulkImport", ["rows": rows], as: .consultant) == 403)
    }
}
