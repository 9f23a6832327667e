import Domain
import Engine
import JSON
import TestSupport
import Testing

@testable import Workstation

/// The same forms by the keys of their screens.
@Suite struct RecordActionTests {
    @Test func theCandidateWithTheCursorIsEdited() throws {
        let agency = try Agency()
        let id = try agency.candidate("Zoé")
        let desk = try Desk(agency.world, as: .admin)
        desk.go(to: .candidates)
        desk.perform(.editForm)
        try desk.fill("headline", "Night nurse")
        desk.perform(.formSubmit)
        #expect(
            try agency.call("candidates.get", ["candidate_id": .string(id)])["headline"]?.stringValue == "Night nurse")
        desk.perform(.recordDelete)
        #expect(desk.isAsking)
        desk.perform(.cancel)
        desk.perform(.recordAdd)
        #expect(desk.form?.id == "new-candidate")
    }

    @Test func theJobWithTheCursorIsClosed() throws {
        let agency = try Agency()
        let desk = try Desk(agency.world, as: .employer)
        desk.go(to: .jobs)
        desk.perform(.jobClose)
        desk.perform(.formSubmit)
        #expect(try agency.call("jobs.get", ["job_id": .string(agency.job)])["status"]?.stringValue == "closed")
        desk.perform(.undo)
        #expect(try agency.call("jobs.get", ["job_id": .string(agency.job)])["status"]?.stringValue == "open")
    }

    @Test func aCandidateMakesAndEditsItsOwnProfile() throws {
        let agency = try Agency()
        let desk = try Desk(agency.world, as: .candidate)
        desk.perform(.editForm)
        #expect(desk.form?.id == "new-candidate")
        #expect(desk.form?.fields.contains { $0.name == "tags" } == false)
        try desk.fill("first_name", "Zoé")
        try desk.fill("last_name", "Martin")
        desk.perform(.formSubmit)
        #expect(desk.form == nil)
        #expect(try agency.list("candidates.list").map { $0["last_name"]?.stringValue } == ["Martin"])
    }

    @Test func actionsOfOtherScreensSayWhere() throws {
        let agency = try Agency()
        let desk = try Desk(agency.world, as: .employer)
        #expect(desk.workstation.unavailability(of: .jobPublish) == "on the screen of jobs")
        desk.go(to: .jobs)
        #expect(desk.workstation.unavailability(of: .jobPublish) == nil)
        #expect(desk.workstation.unavailability(of: .cardReject) == "not on the screen of jobs")
    }
}
