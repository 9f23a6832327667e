import Domain
import TestSupport
import Testing

@testable import Workstation

@Suite struct CandidateApplicationTests {
    private func profile(_ agency: Agency) throws {
        try agency.call("candidates.create", ["first_name": "Zoé", "last_name": "L"], as: .candidate)
    }

    private func status(_ agency: Agency) throws -> [String] {
        try agency.list("applications.list").compactMap { $0["status"]?.stringValue }
    }

    @Test(arguments: [Language.english, .french])
    func appliesAndWithdraws(language: Language) throws {
        let agency = try Agency()
        try profile(agency)
        let desk = try Desk(agency.world, as: .candidate, language: language)
        desk.go(to: .jobs)
        #expect(desk.workstation.unavailability(of: .applicationSubmit) == nil)
        desk.perform(.applicationSubmit)
        try desk.fill("cover_letter", "Nights suit me.")
        desk.perform(.formSubmit)
        #expect(desk.form == nil)
        let made = try agency.list("applications.list")
        #expect(made.first?["cover_letter"]?.stringValue == "Nights suit me.")
        #expect(try status(agency) == ["applied"])
        desk.go(to: .candidates)
        desk.perform(.applicationWithdraw)
        #expect(desk.form?.isDestructive == true)
        desk.perform(.formSubmit)
        #expect(try status(agency) == ["withdrawn"])
        #expect(desk.workstation.unavailability(of: .applicationWithdraw) != nil)
    }

    @Test func withoutAProfileItSaysWhereToFillItIn() throws {
        let agency = try Agency()
        let desk = try Desk(agency.world, as: .candidate)
        desk.go(to: .jobs)
        desk.perform(.applicationSubmit)
        #expect(desk.form == nil)
        #expect(desk.toasts.first?.contains("My profile") == true)
    }

    /// A second application for the same job is refused by the engine, and the letter stays.
    @Test func aRefusalKeepsTheLetter() throws {
        let agency = try Agency()
        try profile(agency)
        try agency.call("applications.submit", ["job_id": .string(agency.job)], as: .candidate)
        let desk = try Desk(agency.world, as: .candidate)
        desk.go(to: .jobs)
        desk.perform(.applicationSubmit)
        try desk.fill("cover_letter", "Again.")
        desk.perform(.formSubmit)
        #expect(desk.value("cover_letter") == "Again.")
        #expect(desk.form?.problem != nil)
    }

    @Test(arguments: [World.Person.employer, .consultant, .admin, .superadmin])
    func nobodyElseApplies(person: World.Person) throws {
        let agency = try Agency()
        let desk = try Desk(agency.world, as: person)
        desk.go(to: .jobs)
        desk.perform(.applicationSubmit)
        #expect(desk.workstation.layers.isEmpty)
        desk.perform(.palette)
        #expect(desk.palette?.shown.contains { $0.entry.title == "Apply for the job" } == false)
    }
}
