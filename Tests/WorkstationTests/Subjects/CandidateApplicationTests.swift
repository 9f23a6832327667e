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
        desk.perform(.applicationWithdraw)
        #expect(desk.form == nil)
        let refusal = [
            Language.english: "Night nurse: not open any more (is: Withdrawn)",
            .french: "Night nurse : n’est plus en cours (état : Retirée)",
        ]
        #expect(desk.errors.last == refusal[language])
    }

    /// Nobody writes a letter that is refused: known from the profile, read before the form, and straight after the
    /// first.
    @Test(arguments: [Language.english, .french], [false, true])
    func aSecondApplicationIsNotAskedFor(language: Language, hasSeenTheProfile: Bool) throws {
        let agency = try Agency()
        try profile(agency)
        let words = [Language.english: "you have applied for it already", .french: "vous y avez déjà postulé"]
        let word = try #require(words[language])
        let desk = try Desk(agency.world, as: .candidate, language: language)
        desk.go(to: .jobs)
        desk.perform(.applicationSubmit)
        desk.perform(.formSubmit)
        #expect(try status(agency) == ["applied"])
        desk.perform(.applicationSubmit)
        #expect(desk.form == nil)
        #expect(desk.errors.last?.hasSuffix(word) == true, "\(desk.toasts)")
        let later = try Desk(agency.world, as: .candidate, language: language)
        if hasSeenTheProfile { later.go(to: .candidates) }
        later.go(to: .jobs)
        later.perform(.applicationSubmit)
        #expect(later.form == nil)
        #expect(later.errors.last?.hasSuffix(word) == true, "\(later.toasts)")
        if hasSeenTheProfile { #expect(later.workstation.unavailability(of: .applicationSubmit) == word) }
    }

    @Test func repeatingAppliesAndWithdrawsAgain() throws {
        let agency = try Agency()
        try profile(agency)
        let desk = try Desk(agency.world, as: .candidate)
        desk.go(to: .candidates)
        desk.perform(.editForm)
        desk.perform(.cancel)
        desk.go(to: .jobs)
        desk.perform(.applicationSubmit)
        desk.perform(.cancel)
        desk.perform(.again)
        #expect(desk.form?.id == "application-submit")
        desk.perform(.formSubmit)
        desk.go(to: .candidates)
        desk.perform(.applicationWithdraw)
        desk.perform(.cancel)
        desk.perform(.again)
        #expect(desk.form?.id == "application-withdraw")
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
        let desk = try Desk(agency.world, as: .candidate)
        desk.go(to: .jobs)
        desk.perform(.applicationSubmit)
        // In the meantime, on another machine.
        try agency.call("applications.submit", ["job_id": .string(agency.job)], as: .candidate)
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
