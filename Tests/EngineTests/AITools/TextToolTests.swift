import Domain
import Engine
import JSON
import TestSupport
import Testing
import Workspace

@Suite struct TextToolTests {
    private func body(_ operation: String, _ input: JSONValue, as person: World.Person = .admin) throws -> JSONValue {
        let answer = try World().call(operation, input, as: person)
        try #require(answer.isSuccess, "\(operation): \(answer.body)")
        return answer.body
    }

    private func status(_ operation: String, _ input: JSONValue, as person: World.Person = .admin) throws -> Int {
        try World().call(operation, input, as: person).status
    }

    @Test func extractedSkillsPointAtTheText() throws {
        let text = "  🚀 Experience in Java and PostgreSQL is required."
        let skills = try body("ai.skillExtraction", ["text": .string(text)], as: .employer)["skills"]?.arrayValue ?? []
        let scalars = Array(text.unicodeScalars)
        let words = skills.map { skill in
            let start = Int(skill["start"]?.doubleValue ?? -1)
            let end = Int(skill["end"]?.doubleValue ?? -1)
            return String(String.UnicodeScalarView(scalars[start..<end]))
        }
        #expect(words.contains("Java") && words.contains("PostgreSQL"))
    }

    @Test func wrongInputIsRefused() throws {
        #expect(try status("ai.skillExtraction", ["text": "  "]) == 422)
        #expect(try status("ai.skillExtraction", ["text": .string(String(repeating: "a", count: 400_001))]) == 422)
        #expect(try status("ai.cvAnalysis", [:]) == 422)
        #expect(
            try status("ai.cvAnalysis", ["text": "a", "file": ["filename": "a", "content_base64": "YQ=="]]) == 422)
        #expect(try status("ai.cvAnalysis", ["file": ["filename": "a", "content_base64": "?"]]) == 422)
        #expect(try status("ai.interviewQuestions", [:]) == 422)
        #expect(try status("ai.jobDescriptionOptimization", [:]) == 422)
    }

    @Test func fieldsOfACVPointAtTheText() throws {
        let text = "Zoé Test\nJava developer\nServices in Java."
        let analysis = try body("ai.cvAnalysis", ["text": .string(text)])
        #expect(analysis["text"]?.stringValue?.hasPrefix("Zoé Test\nJava developer") == true)
        let field = try #require(analysis["fields"]?.arrayValue?.first)
        #expect(field["path"] == "basics.name" && field["start"] == 0 && field["end"] == 8)
        #expect(analysis["missing"]?.arrayValue?.contains("basics.email") == true)
    }

    @Test func advertisementsAreReviewedForTheCompanyThatOwnsThem() throws {
        let world = try World()
        let made = try world.call(
            "jobs.create", ["title": "Salesman", "description": "We look for a young rockstar."], as: .employer
        ).body
        let input: JSONValue = ["job_id": made["id"] ?? .null]
        let review = try world.call("ai.jobDescriptionOptimization", input, as: .employer).body
        let kinds = Set((review["findings"]?.arrayValue ?? []).compactMap { $0["kind"]?.stringValue })
        #expect(kinds.isSuperset(of: ["age", "jargon", "missing_salary"]))
        #expect(try world.call("ai.jobDescriptionOptimization", input, as: .otherEmployer).status == 404)
    }

    @Test func salariesAreThoseOfTheWorkspaceOrNone() throws {
        let world = try World()
        let wanted: JSONValue = ["title": "Night nurse", "currency": "EUR"]
        func benchmark(_ person: World.Person) throws -> JSONValue {
            try world.call("ai.salaryBenchmarking", wanted, as: person).body
        }
        #expect(try benchmark(.admin)["insufficient_data"] == true)
        for number in 0..<8 {
            let pay = JSONValue.integer(Int64(30_000 + number * 1_000) * 100)
            let made = try world.call(
                "jobs.create",
                [
                    "title": "Night nurse", "description": "Nights.",
                    "base_salary": ["min": pay, "max": pay, "currency": "EUR", "unit": "YEAR"],
                ], as: .employer)
            try #require(made.isSuccess, "\(made.body)")
        }
        let seen = try benchmark(.employer)
        #expect(seen["n"] == 8 && seen["insufficient_data"] == false)
        let median = try #require(seen["median"]?.doubleValue)
        #expect((3_200_000...3_500_000).contains(median))
        // Drafts of another company are nobody else's figures.
        #expect(try benchmark(.otherEmployer)["n"] == 0)
    }

    @Test func lettersAndQuestionsComeFromTheRecord() throws {
        let scene = try AccessScene()
        let letter = try scene.make(
            "ai.emailGeneration",
            ["kind": "invitation", "application_id": scene.ownApplication, "language": "fr"], as: .consultant)
        #expect(letter["subject"] == "Entretien : Night nurse")
        #expect(letter["body"]?.stringValue?.contains("Zoé") == true)
        let questions = try scene.make(
            "ai.interviewQuestions", ["application_id": scene.ownApplication, "count": 3], as: .employer)
        #expect(questions["questions"]?.arrayValue?.count == 3)
    }

    @Test func recommendationsStayInScope() throws {
        let scene = try AccessScene()
        let own = try scene.make("ai.recommendations", [:], as: .employer)["data"]?.arrayValue ?? []
        #expect(own.contains { $0["subject_id"] == scene.ownJob && $0["operation"] == "jobs.skillRequirements.add" })
        #expect(!own.contains { $0["subject_id"] == scene.otherJob })
        // A consultant may not add requirements, so nobody tells it to.
        let asked = try scene.make("ai.recommendations", [:], as: .consultant)["data"]?.arrayValue ?? []
        #expect(!asked.contains { $0["operation"] == "jobs.skillRequirements.add" })
        let candidate = try scene.make("ai.recommendations", [:], as: .candidate)["data"]?.arrayValue ?? []
        #expect(candidate.contains { $0["operation"] == "candidates.skills.set" })
    }

    /// CVs that are nothing but signs that a reader looks for.
    @Test(arguments: ["A (", "\t", "1 ", "née le ", "Java, "])
    func hostileCVsAreAnalysedInTime(_ unit: String) throws {
        let world = try World(documents: CurriculumReader())
        let text = "Zoé Martin\n" + String(repeating: unit, count: 360_000 / unit.utf8.count)
        let answer = try withProcessorLimit { try world.call("ai.cvAnalysis", ["text": .string(text)], as: .admin) }
        #expect(answer.isSuccess, "\(answer.body)")
    }
}
