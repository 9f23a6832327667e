import Domain
import TestSupport
import Testing

@testable import Workstation

/// `E`: the text of what is selected goes to the person's editor and comes back into its form.
@Suite struct EditorActionTests {
    /// Carries out what the host was asked for: an editor that saves this text.
    private func save(_ text: String?, _ desk: Desk) -> (text: String, suffix: String)? {
        for request in desk.workstation.takeRequests() {
            guard case .edit(let before, let suffix, let then) = request else { continue }
            desk.submit(then(text)(&desk.workstation))
            return (before, suffix)
        }
        return nil
    }

    @Test func aNoteOnTheBoard() throws {
        let agency = try Agency()
        let id = try agency.application()
        let desk = try agency.desk()
        desk.perform(.editExternal)
        #expect(desk.form?.id == "note")
        let given = try #require(save("Calls back on Friday\n", desk))
        #expect(given.text.isEmpty && given.suffix == ".md")
        #expect(desk.value("body") == "Calls back on Friday")
        desk.perform(.formSubmit)
        let notes = try agency.list("applications.notes.list", ["application_id": .string(id)])
        #expect(notes.map { $0["body"]?.stringValue } == ["Calls back on Friday"])
    }

    @Test func aTextThatIsTooLongStaysAndIsNotCut() throws {
        let agency = try Agency()
        let id = try agency.application()
        let desk = try agency.desk()
        desk.perform(.editExternal)
        _ = save(String(repeating: "a", count: 10_001), desk)
        desk.perform(.formSubmit)
        #expect(desk.error("body") == "is too long: 10,001 of at most 10,000 characters")
        #expect(desk.value("body")?.count == 10_001)
        #expect(try agency.list("applications.notes.list", ["application_id": .string(id)]).isEmpty)
    }

    @Test func theDescriptionOfAJob() throws {
        let agency = try Agency()
        let desk = try Desk(agency.world, as: .admin)
        desk.go(to: .jobs)
        desk.perform(.editExternal)
        let given = try #require(save("Nights and days.", desk))
        #expect(given.text == "Nights.")
        desk.perform(.formSubmit)
        let job = try agency.call("jobs.get", ["job_id": .string(agency.job)])
        #expect(job["description"]?.stringValue == "Nights and days.")
        desk.perform(.undo)
        let again = try agency.call("jobs.get", ["job_id": .string(agency.job)])
        #expect(again["description"]?.stringValue == "Nights.")
    }

    @Test func theSummaryOfACandidate() throws {
        let agency = try Agency()
        let id = try agency.candidate("Zoé")
        let desk = try Desk(agency.world, as: .admin)
        desk.go(to: .candidates)
        desk.perform(.editExternal)
        #expect(save("Ten years of nights.", desk) != nil)
        desk.perform(.formSubmit)
        let candidate = try agency.call("candidates.get", ["candidate_id": .string(id)])
        #expect(candidate["summary"]?.stringValue == "Ten years of nights.")
    }

    @Test func repeatingOpensTheEditorAgain() throws {
        let agency = try Agency()
        try agency.application()
        let desk = try agency.desk()
        desk.perform(.editExternal)
        _ = save("Calls back on Friday", desk)
        desk.perform(.formSubmit)
        desk.perform(.again)
        #expect(desk.form?.id == "note")
        #expect(save("Calls back on Monday", desk) != nil)
        #expect(desk.value("body") == "Calls back on Monday")
    }

    @Test func anotherKeyMeanwhileOpensNoEditor() throws {
        let agency = try Agency()
        let desk = try Desk(agency.world, as: .admin)
        desk.go(to: .jobs)
        let works = desk.workstation.perform(Invocation(.editExternal))
        desk.perform(.moveDown)
        desk.submit(works)
        #expect(desk.form?.id == "job")
        #expect(save("x", desk) == nil)
    }
}
