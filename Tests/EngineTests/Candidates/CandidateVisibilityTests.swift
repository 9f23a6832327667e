import Engine
import JSON
import TestSupport
import Testing

/// What an employer sees of whom.
@Suite struct CandidateVisibilityTests {
    private static let person: JSONValue = [
        "headline": "Zebra headline", "summary": "Quokka summary", "current_title": "Surgeon",
        "current_company": "Okapi Ltd", "emails": [["value": "secret@numbat.example"]],
        "phones": [["value": "+33 6 12 34 56 78"]], "tags": ["tapirtag"],
        "location": ["city": "Narwhalville", "region": "Bretagne", "country_code": "FR", "postal_code": "29000"],
        "languages": [["language": "français"]], "notice_days": 30, "desired_employment_types": ["FULL_TIME"],
        "work_authorization": "Axolotl permit", "profiles": [["network": "GitHub", "username": "kinkajou"]],
    ]
    private static let hidden = [
        "Marmoset", "Zebra", "Quokka", "Okapi", "numbat", "33612345678", "tapirtag", "Narwhalville", "29000", "Axolotl",
        "kinkajou", "Dugong", "Pangolin", "Capybara",
    ]

    /// A candidate with everything, whom the employers may find but do not know.
    private func stranger(_ world: World) throws -> String {
        let id = try world.candidate("Marmoset", "Dugong", Self.person)
        let candidate = JSONValue.string(id)
        #expect(
            try world.call(
                "candidates.skills.set",
                [
                    "candidate_id": candidate,
                    "skills": [["name": "C++", "level": 5, "years": 4, "evidence": "Pangolin project"]],
                ], as: .admin
            ).status == 200)
        #expect(
            try world.call(
                "candidates.experience.add",
                [
                    "candidate_id": candidate, "name": "Pangolin", "position": "Dugong keeper", "start_date": "2024-01",
                    "end_date": "2024-12",
                ], as: .admin
            ).status == 201)
        #expect(
            try world.call(
                "candidates.education.add",
                ["candidate_id": candidate, "institution": "Capybara college", "study_type": "Master"], as: .admin
            ).status == 201)
        #expect(
            try world.call(
                "candidates.cv.upload",
                ["candidate_id": candidate, "filename": "Marmoset.txt", "content_base64": "Q2FweWJhcmEgUGFuZ29saW4="],
                as: .admin
            ).status == 201)
        return id
    }

    @Test func theAnonymousProfileIsTheClosedList() throws {
        let world = try World()
        let id = try stranger(world)
        let answer = try world.call("candidates.get", ["candidate_id": .string(id)], as: .employer)
        #expect(answer.status == 200)
        let keys = answer.body.fieldNames
        #expect(
            keys == [
                "id", "anonymous", "current_title", "skills", "experience_months", "education_level", "location",
                "languages", "notice_days", "desired_employment_types",
            ])
        #expect(answer.body["anonymous"] == true)
        #expect(answer.body["current_title"] == "Surgeon")
        #expect(answer.body["location"] == ["region": "Bretagne"])
        #expect(answer.body["experience_months"] == 12)
        #expect(answer.body["education_level"] == "master")
        let skill = try #require(answer.body["skills"]?[0])
        #expect(skill["name"] == "C++")
        #expect(skill["level"] == 5)
        #expect(skill.fieldNames == ["id", "skill_id", "name", "level", "years"])
        let text = answer.body.serialized()
        for word in Self.hidden { #expect(!text.contains(word), "\(word) leaks") }
    }

    @Test func theListShowsTheSameAndNoMore() throws {
        let world = try World()
        let id = try stranger(world)
        let answer = try world.call("candidates.list", as: .employer)
        #expect(answer.ids == [id])
        let text = answer.body.serialized()
        for word in Self.hidden { #expect(!text.contains(word), "\(word) leaks") }
        #expect(answer.body["data"]?[0]?["skills"]?[0]?["evidence"] == nil)
    }

    @Test func documentsOfAnAnonymousProfileAreRefused() throws {
        let world = try World()
        let id = try stranger(world)
        for operation in ["candidates.cv.get", "candidates.education.list", "candidates.experience.list"] {
            let answer = try world.call(operation, ["candidate_id": .string(id)], as: .employer)
            #expect(answer.status == 403, "\(operation): \(answer.body)")
        }
        let content = try world.call(
            "candidates.cv.get", ["candidate_id": .string(id), "include_content": true], as: .employer)
        #expect(content.status == 403)
        #expect(try world.call("candidates.skills.list", ["candidate_id": .string(id)], as: .employer).status == 200)
        try world.speakFrench(.employer)
        let french = try world.call("candidates.cv.get", ["candidate_id": .string(id)], as: .employer)
        #expect(french.body["detail"]?.stringValue?.contains("profil anonyme") == true)
    }

    @Test func hiddenFieldsAreNotSearched() throws {
        let world = try World()
        let id = try stranger(world)
        // Consultants find it by every one of these words, so that the test below can fail.
        for word in [
            "Marmoset", "Dugong", "Zebra", "Quokka", "Okapi", "numbat", "tapirtag", "Narwhalville", "Axolotl",
            "kinkajou", "Pangolin", "Capybara", "name:Marmoset", "email:numbat", "city:Narwhalville", "cv:Pangolin",
        ] {
            #expect(try world.found(word, as: .consultant) == [id], "\(word)")
            let answer = try world.call("candidates.list", ["q": .string(word)], as: .employer)
            #expect(answer.ids.isEmpty, "\(word) leaks")
            #expect(answer.body["total"] == 0, "\(word) leaks by its count")
        }
        for word in ["surgeon", "C++", "bretagne", "title:surg*", "skill:c++", "region:bretagne"] {
            #expect(try world.found(word, as: .employer) == [id], "\(word)")
        }
    }

    @Test func neitherNotNorOrTellsOfHiddenFields() throws {
        let world = try World()
        let id = try stranger(world)
        for word in ["Marmoset", "Nobody", "name:Marmoset", "name:Nobody", "cv:Pangolin", "Marmos*"] {
            #expect(try world.found("surgeon NOT \(word)", as: .employer) == [id], "NOT \(word)")
            #expect(try world.found("surgeon AND \(word)", as: .employer).isEmpty, "AND \(word)")
            #expect(try world.found("plumber OR \(word)", as: .employer).isEmpty, "OR \(word)")
        }
    }

    @Test(arguments: ["status=active", "country_code=FR", "sort_by=name", "owner_consultant_id=", "source_id="])
    func revealingFiltersAreRefused(_ pair: String) throws {
        let world = try World()
        let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        let value = parts[1].isEmpty ? "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012" : parts[1]
        let input: JSONValue = .object(JSONObject([(parts[0], .string(value))]))
        let answer = try world.call("candidates.list", input, as: .employer)
        #expect(answer.status == 422)
        #expect(answer.fields == [parts[0]])
        #expect(try world.call("candidates.list", input, as: .consultant).status == 200)
    }

    @Test func filtersOnShownFieldsAreAllowed() throws {
        let world = try World()
        let id = try stranger(world)
        let skill = try #require(
            try world.call("candidates.skills.list", ["candidate_id": .string(id)], as: .employer)
                .body["data"]?[0]?["skill_id"])
        #expect(try world.found(["skill_id": skill], as: .employer) == [id])
        #expect(try world.found(["min_experience_months": 12], as: .employer) == [id])
        #expect(try world.found(["min_experience_months": 13], as: .employer).isEmpty)
    }

    @Test func consentAndStatusDecideWhoIsFound() throws {
        let world = try World()
        let without = try world.candidate("No", "Consent", consent: false)
        let ended = try world.candidate(
            "Ended", "Consent",
            ["consent": ["given_at": "2025-01-01T00:00:00Z", "expires_at": "2026-01-01T00:00:00Z"]])
        let archived = try world.candidate("Gone", "Away", ["status": "archived"])
        let passive = try world.candidate("Still", "There", ["status": "passive"])
        #expect(try world.found([:], as: .employer) == [passive])
        #expect(try world.call("candidates.list", as: .employer).body["total"] == 1)
        for hidden in [without, ended, archived] {
            #expect(try world.call("candidates.get", ["candidate_id": .string(hidden)], as: .employer).status == 404)
            #expect(try world.call("candidates.get", ["candidate_id": .string(hidden)], as: .consultant).status == 200)
        }
    }

    @Test func sourcedForAnOwnJobIsAnonymousAndOnlyForThatEmployer() throws {
        let world = try World()
        let id = try world.candidate("No", "Consent", consent: false, ["current_title": "Baker"])
        try world.source(id, onto: try world.openJob())
        let own = try world.call("candidates.get", ["candidate_id": .string(id)], as: .employer)
        #expect(own.status == 200)
        #expect(own.body["anonymous"] == true)
        #expect(own.body["first_name"] == nil)
        #expect(try world.call("candidates.get", ["candidate_id": .string(id)], as: .otherEmployer).status == 404)
        #expect(try world.found("baker", as: .employer) == [id])
        #expect(try world.found("baker", as: .otherEmployer).isEmpty)
        #expect(try world.found("consent", as: .employer).isEmpty)
    }

    @Test func whoAppliedIsSeenInFullByThatEmployerOnly() throws {
        let world = try World()
        let id = try world.applyingCandidate(to: try world.openJob(), ["current_title": "Nurse", "summary": "Quokka"])
        let full = try world.call("candidates.get", ["candidate_id": .string(id)], as: .employer)
        #expect(full.body["anonymous"] == false)
        #expect(full.body["last_name"] == "Œuvrard")
        #expect(full.body["emails"]?[0]?["value"] == "candidate@example.com")
        for word in ["oeuvrard", "helene nurse", "quokka", "name:helene"] {
            #expect(try world.found(word, as: .employer) == [id], "\(word)")
            #expect(try world.found(word, as: .otherEmployer).isEmpty, "\(word)")
        }
        let other = try world.call("candidates.get", ["candidate_id": .string(id)], as: .otherEmployer)
        #expect(other.body["anonymous"] == true)
        #expect(try world.call("candidates.education.list", ["candidate_id": .string(id)], as: .employer).status == 200)
        #expect(try world.call("candidates.cv.get", ["candidate_id": .string(id)], as: .employer).status == 404)
        #expect(try world.call("candidates.cv.get", ["candidate_id": .string(id)], as: .otherEmployer).status == 403)
    }

    @Test func aSearchUnitesBothKindsInOrderAndInPages() throws {
        let world = try World()
        var expected: [String] = []
        for number in 0..<3 {
            expected.append(try world.candidate("Person", "Number\(number)", ["current_title": "Nurse"]))
        }
        expected.append(try world.applyingCandidate(to: try world.openJob(), ["current_title": "Nurse"]))
        expected.append(try world.candidate("Person", "Last", ["current_title": "Nurse"]))
        expected.reverse()
        #expect(try world.found("nurse", as: .employer) == expected)
        var seen: [String] = []
        var cursor: JSONValue?
        repeat {
            var input: JSONValue = ["q": "nurse", "page_size": 2]
            input["cursor"] = cursor
            let answer = try world.call("candidates.list", input, as: .employer)
            #expect(answer.body["total"] == 5)
            seen += answer.ids
            cursor = answer.body["next_cursor"]
        } while cursor != nil && seen.count < 10
        #expect(seen == expected)
        let second = try world.call("candidates.list", ["q": "nurse", "page_size": 2, "page": 2], as: .employer)
        #expect(second.ids == Array(expected[2..<4]))
    }
}
