import Domain
import JSON
import Storage
import TestSupport
import Testing

@Suite struct SkillCategoryTests {
    let jobs: JobWorld
    init() throws { jobs = try JobWorld() }

    private func category(_ name: String, under parent: JSONValue? = nil) throws -> JSONValue {
        var input: JSONValue = ["name": .string(name)]
        input["parent_id"] = parent
        return try jobs.body("skills.categories.create", input, as: .admin)["id"] ?? .null
    }

    private func tree(_ input: JSONValue = [:]) throws -> [String] {
        let page = try jobs.body("skills.categories.list", input, as: .anonymous)
        return (page["data"]?.arrayValue ?? []).map { view in
            (view["path"]?.arrayValue ?? []).compactMap(\.stringValue).joined(separator: "/")
        }
    }

    @Test func theTreeIsListedBranchByBranch() throws {
        let health = try category("Santé")
        let nursing = try category("Soins", under: health)
        _ = try category("Bloc", under: nursing)
        _ = try category("Écoute", under: health)
        _ = try category("Bâtiment")
        _ = try jobs.body("skills.create", ["name": "Triage", "category_id": nursing], as: .admin)
        #expect(try tree() == ["Bâtiment", "Santé", "Santé/Écoute", "Santé/Soins", "Santé/Soins/Bloc"])
        #expect(try tree(["parent_id": nursing]) == ["Santé/Soins", "Santé/Soins/Bloc"])
        #expect(try tree(["page_size": 2, "page": 2]) == ["Santé/Écoute", "Santé/Soins"])
        let page = try jobs.body("skills.categories.list", ["parent_id": nursing], as: .candidate)
        #expect(page["data"]?[0]?["skills"] == 1)
        #expect(page["data"]?[1]?["depth"] == 2)
        #expect(
            try jobs.body("skills.list", ["category_id": nursing], as: .anonymous)["data"]?[0]?["name"] == "Triage")
    }

    @Test func noCategoryIsBelowItself() throws {
        let top = try category("A")
        let middle = try category("B", under: top)
        let leaf = try category("C", under: middle)
        for parent in [top, middle, leaf] {
            let answer = try jobs.call(
                "skills.categories.update", ["category_id": top, "parent_id": parent], as: .admin)
            #expect(answer.status == 422)
            #expect(answer.body["errors"]?[0]?["code"] == "cycle")
        }
        let moved = try jobs.body(
            "skills.categories.update", ["category_id": leaf, "parent_id": .null, "name": "Z"], as: .admin)
        #expect(moved["path"] == ["Z"])
        #expect(try tree() == ["A", "A/B", "Z"])
        #expect(try jobs.audited("skills.categories.update", outcome: 200) == 1)
    }

    @Test func theTreeHasABottom() throws {
        var parent: JSONValue?
        for depth in 0..<10 { parent = try category("L\(depth)", under: parent) }
        let answer = try jobs.call(
            "skills.categories.create", ["name": "L10", "parent_id": parent ?? .null], as: .admin)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == "parent_id")
    }

    @Test func brothersHaveDifferentNames() throws {
        let top = try category("Santé")
        #expect(try jobs.status("skills.categories.create", ["name": "SANTE"], as: .admin) == 409)
        #expect(try jobs.status("skills.categories.create", ["name": "Sante", "parent_id": top], as: .admin) == 201)
        #expect(
            try jobs.status("skills.categories.create", ["name": "A", "parent_id": .string(UUIDs.unknown)], as: .admin)
                == 422)
    }

    @Test func aCategoryInUseStays() throws {
        let top = try category("Santé")
        let child = try category("Soins", under: top)
        let skill = try jobs.body("skills.create", ["name": "Triage", "category_id": child], as: .admin)["id"] ?? .null
        let refused = try jobs.call("skills.categories.delete", ["category_id": top], as: .admin)
        #expect(refused.status == 409)
        #expect(refused.body["dependants"]?[0]?["id"] == child)
        #expect(try jobs.status("skills.categories.delete", ["category_id": child], as: .admin) == 409)
        _ = try jobs.body("skills.update", ["skill_id": skill, "category_id": .null], as: .admin)
        #expect(try jobs.status("skills.categories.delete", ["category_id": child], as: .admin) == 200)
        #expect(try jobs.status("skills.categories.delete", ["category_id": child], as: .admin) == 404)
        #expect(try jobs.status("skills.categories.delete", ["category_id": top], as: .admin) == 200)
        #expect(try tree() == [])
    }
}

/// Identifiers that name nothing.
enum UUIDs {
    static let unknown = "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"
}
