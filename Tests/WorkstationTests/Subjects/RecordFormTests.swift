import Domain
import Engine
import JSON
import TestSupport
import Testing

@testable import Workstation

@Suite struct RecordFormTests {
    private func view(_ agency: Agency, _ id: String) throws -> CandidateView {
        let identifier = try #require(Candidate.ID(id))
        return try agency.world.engine.perform(
            GetCandidate(candidateID: identifier), as: try agency.world.credential(.admin))
    }

    private func job(_ agency: Agency) throws -> JobView {
        let identifier = try #require(Job.ID(agency.job))
        return try agency.world.engine.perform(GetJob(jobID: identifier), as: try agency.world.credential(.admin))
    }

    // MARK: Candidates

    @Test func onlyWhatChangedIsWrittenAndUndoPutsItBack() throws {
        let agency = try Agency()
        let id = try agency.candidate("Zoé")
        let desk = try Desk(agency.world, as: .admin)
        desk.submit(desk.workstation.editCandidate(try view(agency, id)))
        try desk.fill("headline", "Night nurse")
        try desk.fill("emails", "zoe@example.com, z@work.example")
        try desk.fill("location.city", "Lyon")
        try desk.fill("desired_salary.min", "42k")
        try desk.fill("current_title", "")
        desk.perform(.formSubmit)
        #expect(desk.form == nil)
        let edited = try view(agency, id)
        #expect(edited.headline == "Night nurse")
        #expect(edited.emails?.map(\.value.value) == ["zoe@example.com", "z@work.example"])
        #expect(edited.location?.city?.value == "Lyon")
        #expect(edited.desiredSalary?.min?.value == 4_200_000)
        #expect(edited.currentTitle == nil)
        desk.perform(.undo)
        let restored = try view(agency, id)
        #expect(restored.headline == nil)
        #expect(restored.emails == [])
        #expect(restored.location == nil)
        #expect(restored.desiredSalary == nil)
        #expect(restored.currentTitle == "Senior nurse")
        desk.perform(.redo)
        #expect(try view(agency, id).headline == "Night nurse")
    }

    @Test func severalEditsOfOneRecordAreUndoneOneByOne() throws {
        let agency = try Agency()
        let id = try agency.candidate("Zoé")
        let desk = try Desk(agency.world, as: .admin)
        for headline in ["First", "Second", "Third"] {
            desk.submit(desk.workstation.editCandidate(try view(agency, id)))
            try desk.fill("headline", headline)
            desk.perform(.formSubmit)
        }
        desk.perform(.undo)
        #expect(try view(agency, id).headline == "Second")
        desk.perform(.undo)
        #expect(try view(agency, id).headline == "First")
        desk.perform(.redo)
        desk.perform(.redo)
        #expect(try view(agency, id).headline == "Third")
        desk.perform(.undo, count: 1)
        #expect(try view(agency, id).headline == "Second")
    }

    @Test func undoDoesNotOverwriteWhatSomebodyElseChanged() throws {
        let agency = try Agency()
        let id = try agency.candidate("Zoé")
        let desk = try Desk(agency.world, as: .admin)
        desk.submit(desk.workstation.editCandidate(try view(agency, id)))
        try desk.fill("headline", "Mine")
        desk.perform(.formSubmit)
        try agency.call("candidates.update", ["candidate_id": .string(id), "headline": "Theirs"])
        desk.perform(.undo)
        #expect(try view(agency, id).headline == "Theirs")
        #expect(desk.workstation.toasts.contains { $0.level == .error })
    }

    @Test func whatIsNotValidIsSaidUnderItsField() throws {
        let agency = try Agency()
        let id = try agency.candidate("Zoé")
        let desk = try Desk(agency.world, as: .admin, language: .french)
        desk.submit(desk.workstation.editCandidate(try view(agency, id)))
        try desk.fill("emails", "not an address")
        try desk.fill("location.country_code", "F")
        desk.perform(.formSubmit)
        #expect(desk.error("emails") != nil)
        #expect(desk.error("location.country_code") != nil)
        #expect(desk.form?.isBusy == false)
    }

    @Test func aCandidateIsMadeAndUndoDeletesIt() throws {
        let agency = try Agency()
        let desk = try Desk(agency.world, as: .admin)
        desk.submit(desk.workstation.createCandidate())
        try desk.fill("first_name", "Omar")
        try desk.fill("last_name", "Haddad")
        try desk.fill("tags", "night, icu")
        desk.perform(.formSubmit)
        #expect(try agency.list("candidates.list").map { $0["last_name"]?.stringValue } == ["Haddad"])
        desk.perform(.undo)
        #expect(try agency.list("candidates.list").isEmpty)
        desk.perform(.redo)
        #expect(try agency.list("candidates.list").count == 1)
    }

    @Test func aConsultantEditsNoCandidate() throws {
        let agency = try Agency()
        let id = try agency.candidate("Zoé")
        let desk = try Desk(agency.world, as: .consultant)
        let candidate = try view(agency, id)
        desk.submit(desk.workstation.editCandidate(candidate))
        desk.submit(desk.workstation.deleteCandidate(candidate))
        #expect(desk.workstation.layers.isEmpty)
        #expect(desk.toasts == ["Not for the role consultant."])
    }

    @Test func deletingAsksFirst() throws {
        let agency = try Agency()
        let id = try agency.candidate("Zoé")
        let desk = try Desk(agency.world, as: .admin)
        desk.submit(desk.workstation.deleteCandidate(try view(agency, id)))
        #expect(desk.isAsking)
        desk.perform(.cancel)
        #expect(try agency.list("candidates.list").count == 1)
        desk.submit(desk.workstation.deleteCandidate(try view(agency, id)))
        desk.perform(.dialogConfirm)
        #expect(try agency.list("candidates.list").isEmpty)
    }

    @Test func skillsAreTypedAsAText() throws {
        let agency = try Agency()
        let id = try agency.candidate("Zoé")
        let desk = try Desk(agency.world, as: .admin)
        desk.submit(desk.workstation.editSkills(of: try view(agency, id)))
        try desk.fill("skills", "Intensive care 5, C++ 2\nNight shifts")
        desk.perform(.formSubmit)
        func skills() throws -> [String] {
            try view(agency, id).skills?.map { "\($0.name) \($0.level)" }.sorted() ?? []
        }
        #expect(try skills() == ["C++ 2", "Intensive care 5", "Night shifts 3"])
        desk.submit(desk.workstation.editSkills(of: try view(agency, id)))
        try desk.fill("skills", "Intensive care 4")
        desk.perform(.formSubmit)
        #expect(try skills() == ["Intensive care 4"])
        desk.perform(.undo)
        #expect(try skills() == ["C++ 2", "Intensive care 5", "Night shifts 3"])
    }

    @Test func aFileIsReadByTheHostAndAttached() throws {
        let agency = try Agency()
        let id = try agency.candidate("Zoé")
        let identifier = try #require(Candidate.ID(id))
        let desk = try Desk(agency.world, as: .admin)
        desk.submit(desk.workstation.attachCurriculumVitae(to: identifier))
        try desk.fill("content_base64", "~/cv/zoe.txt")
        desk.perform(.formSubmit)
        guard case .read(let path, _, let then)? = desk.workstation.takeRequests().first else {
            Issue.record("the host should be asked for the file")
            return
        }
        #expect(path == "~/cv/zoe.txt")
        desk.submit(then(.failure(HostFailure(Phrase(en: "no such file", fr: "absent"))))(&desk.workstation))
        #expect(desk.error("content_base64") == "no such file")
        desk.submit(then(.success(Array("Zoé, nurse".utf8)))(&desk.workstation))
        #expect(desk.form == nil)
        let made = try agency.call("candidates.cv.get", ["candidate_id": .string(id)])
        #expect(made["filename"]?.stringValue == "zoe.txt")
        #expect(made["version_no"]?.integerValue == 2)
    }

    // MARK: Jobs

    @Test func aJobIsEditedAndRestored() throws {
        let agency = try Agency()
        let desk = try Desk(agency.world, as: .employer)
        desk.submit(desk.workstation.editJob(try job(agency)))
        try desk.fill("title", "Day nurse")
        try desk.fill("base_salary.max", "50 000")
        try desk.fill("valid_through", "+30d")
        desk.perform(.formSubmit)
        #expect(desk.form == nil)
        let edited = try job(agency)
        #expect(edited.title == "Day nurse")
        #expect(edited.baseSalary?.max?.value == 5_000_000)
        #expect(edited.validThrough?.description == "2026-12-20")
        desk.perform(.undo)
        #expect(try job(agency).title == "Night nurse")
        #expect(try job(agency).validThrough == nil)
    }

    @Test func aJobIsMadeCopiedAndClosedWithUndo() throws {
        let agency = try Agency()
        let desk = try Desk(agency.world, as: .admin)
        func titles() throws -> [String] {
            try agency.list("jobs.list").compactMap { $0["title"]?.stringValue }.sorted()
        }
        desk.submit(desk.workstation.createJob())
        try desk.go(to: "company_id")
        desk.press("p")
        #expect(desk.picker?.shown.map(\.option.label) == ["Clinique du Parc"])
        desk.perform(.paletteRun)
        try desk.fill("title", "Cook")
        desk.perform(.formSubmit)
        #expect(try titles() == ["Cook", "Night nurse"])
        desk.perform(.undo)
        #expect(try titles() == ["Night nurse"])
        desk.submit(desk.workstation.duplicateJob(try job(agency)))
        #expect(try titles() == ["Night nurse", "Night nurse"])
        desk.perform(.undo)
        #expect(try titles() == ["Night nurse"])
        desk.submit(desk.workstation.closeJob(try job(agency)))
        try desk.fill("reason", "Budget")
        desk.perform(.formSubmit)
        #expect(try job(agency).status == .closed)
        #expect(try job(agency).closeReason == "Budget")
        desk.perform(.undo)
        #expect(try job(agency).status == .open)
    }

    @Test func publishingAsksFirst() throws {
        let agency = try Agency()
        let desk = try Desk(agency.world, as: .employer)
        try agency.call("jobs.close", ["job_id": .string(agency.job)])
        desk.submit(desk.workstation.publishJob(try job(agency)))
        #expect(desk.isAsking)
        desk.perform(.dialogConfirm)
        #expect(try job(agency).status == .open)
    }

    // MARK: Applications

    @Test func aCandidateIsPutForwardForAJobThatIsSearched() throws {
        let agency = try Agency()
        let other = try agency.call(
            "jobs.create",
            [
                "title": "Data engineer", "description": "Data.",
                "company_id": .string(agency.world.ownCompany.description),
                "location": ["city": "Lyon"],
            ])
        try agency.call("jobs.publish", ["job_id": .string(other["id"]?.stringValue ?? "")])
        try agency.application()
        let desk = try agency.desk()
        desk.perform(.applicationSource)
        try desk.go(to: "job_id")
        desk.press("d")
        desk.type("data")
        #expect(desk.picker?.shown.map(\.option.label) == ["Data engineer"])
        desk.perform(.paletteRun)
        try desk.fill("note", "Asked for it.")
        desk.perform(.formSubmit)
        #expect(desk.form == nil)
        let titles = try agency.list("applications.list").compactMap { $0["job_title"]?.stringValue }.sorted()
        #expect(titles == ["Data engineer", "Night nurse"])
    }

    @Test func ratingAndHoldAreUndone() throws {
        let agency = try Agency()
        let id = try agency.application()
        let desk = try agency.desk()
        func application() throws -> JSONValue { try agency.call("applications.get", ["application_id": .string(id)]) }
        desk.perform(.editForm)
        try desk.go(to: "rating")
        desk.perform(.dialogNext)
        desk.perform(.dialogNext)
        desk.perform(.formSubmit)
        #expect(try application()["rating"]?.integerValue == 2)
        desk.perform(.cardHold)
        #expect(try application()["on_hold"]?.boolValue == true)
        desk.perform(.undo)
        #expect(try application()["on_hold"]?.boolValue == false)
        desk.perform(.undo)
        #expect(try application()["rating"] == nil)
    }
}
