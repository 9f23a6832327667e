import Domain
import TestSupport
import Testing

@testable import Workstation

/// What a person does not have is neither shown nor run, wherever it is asked for.
@Suite struct OfferedActionTests {
    private static let refused: [ActionName] = [
        .cardNextStage, .cardPreviousStage, .cardMoveTo, .cardReject, .cardHold, .noteAdd, .interviewSchedule,
        .offerMake, .applicationSource, .jobPublish, .recordDelete,
    ]

    private func candidate(_ language: Language = .english) throws -> Desk {
        let agency = try Agency()
        let made = try agency.call("candidates.create", ["first_name": "Zoé", "last_name": "L"], as: .candidate)
        #expect(made["id"] != nil)
        try agency.call("applications.submit", ["job_id": .string(agency.job)], as: .candidate)
        return try Desk(agency.world, as: .candidate, language: language)
    }

    @Test(arguments: refused)
    func aCandidateMovesNobody(action: ActionName) throws {
        let desk = try candidate(.french)
        desk.perform(action)
        #expect(desk.workstation.layers.isEmpty)
        let title = ActionCatalogue.description(of: action).title.french
        #expect(desk.toasts.count == 1)
        #expect(desk.toasts.first?.hasPrefix("\(title) : ") == true, "\(desk.toasts)")
        // Neither the name of an operation nor an English one of a role.
        #expect(desk.toasts.first?.contains(".") == false && desk.toasts.first?.contains("candidate") == false)
    }

    @Test(arguments: [World.Person.candidate, .employer, .consultant, .admin, .superadmin], Place.allCases)
    func theFooterTellsOnlyWhatThePersonHas(person: World.Person, place: Place) throws {
        let agency = try Agency()
        try agency.application()
        let desk = try Desk(agency.world, as: person)
        desk.go(to: place)
        for _ in 0..<2 {
            let shown = desk.workstation.footerActions.map(\.name)
            #expect(!shown.isEmpty)
            for action in shown { #expect(desk.workstation.standing(of: action) == .offered, "\(action)") }
            desk.perform(.paneNext)
        }
    }

    @Test func ajobsDetailHasTheActionsOfJobs() throws {
        let agency = try Agency()
        let desk = try Desk(agency.world, as: .admin)
        desk.go(to: .jobs)
        desk.perform(.open)
        let shown = desk.workstation.footerActions.map(\.name)
        #expect(shown.contains(.jobPublish) && shown.contains(.jobClose) && shown.contains(.jobDuplicate))
        #expect(!shown.contains(.cardNextStage) && !shown.contains(.noteAdd))
        desk.perform(.noteAdd)
        #expect(desk.workstation.layers.isEmpty)
        #expect(desk.toasts == ["Add a note: not on the screen of jobs"])
    }

    @Test func sectionsAreToldOfWhereThereAreSeveral() throws {
        let agency = try Agency()
        for (person, isTold) in [(World.Person.candidate, false), (.admin, true)] {
            let desk = try Desk(agency.world, as: person)
            desk.go(to: .jobs)
            desk.perform(.open)
            #expect(desk.workstation.footerActions.contains { $0.name == .sectionNext } == isTold)
        }
    }

    @Test func layersHaveTheirOwnFooter() throws {
        let agency = try Agency()
        try agency.application()
        let desk = try agency.desk()
        func words() -> [String] { desk.workstation.footerActions.map(\.words.english) }
        desk.perform(.help)
        #expect(words() == ["page", "filter", "close"])
        desk.perform(.filter)
        #expect(words() == ["keep", "give up"])
        desk.perform(.cancel)
        desk.perform(.cancel)
        desk.perform(.cardMoveTo)
        #expect(words() == ["choose", "cancel"])
        desk.perform(.cancel)
        desk.perform(.noteAdd)
        #expect(words() == ["next", "editor", "confirm", "cancel"])
        try desk.go(to: "visibility")
        #expect(words() == ["next", "choose", "confirm", "cancel"])
        desk.perform(.dialogChoose)
        #expect(words() == ["choose", "cancel"])
    }
}
