import Domain
import Engine
import JSON
import TestSupport
import Testing

@testable import Workstation

/// Moves are stepped and chosen; what is sure to be refused is said before anything is asked.
@Suite struct StageChoiceTests {
    private func subject(_ status: Application.Status) -> Subject {
        Subject(
            id: Application.ID("01900000-0000-7000-8000-000000000001")!,
            candidateID: Candidate.ID("01900000-0000-7000-8000-000000000002")!,
            jobID: Job.ID("01900000-0000-7000-8000-000000000003")!, name: "Zoé", jobTitle: "Nurse", status: status,
            onHold: false)
    }

    /// The stages that `m` offers.
    private func offered(_ desk: Desk, from status: Application.Status) -> [Application.Status] {
        Application.Status.allCases.filter { desk.workstation.refusal(of: $0, for: subject(status)) == nil }
    }

    @Test func aCountStepsAStageAtATime() throws {
        let agency = try Agency()
        let id = try agency.application(at: .applied)
        let desk = try agency.desk(at: .applied)
        desk.perform(.cardNextStage, count: 3)
        #expect(try agency.status(id) == "interview")
        let history = try agency.list("applications.history", ["application_id": .string(id)])
        let stages = history.compactMap { $0["to_status"]?.stringValue }
        #expect(stages == ["interview", "submitted", "screening", "applied", "sourced"])
        for stage in ["submitted", "screening", "applied"] {
            desk.perform(.undo)
            #expect(try agency.status(id) == stage)
        }
        desk.perform(.redo, count: 1)
        #expect(try agency.status(id) == "screening", "each move is done again by itself")
    }

    @Test func aCountStepsSeveralAndBackWithOneComment() throws {
        let agency = try Agency()
        let ids = try ["Zoé", "Omar"].map { try agency.application($0, at: .submitted) }
        let desk = try agency.desk(at: .submitted)
        desk.perform(.selectAll)
        desk.perform(.cardPreviousStage, count: 2)
        #expect(desk.form?.title.hasSuffix("→ Applied") == true)
        try desk.fill("internal_comment", "Too early.")
        desk.perform(.formSubmit)
        #expect(try agency.statuses(ids) == ["applied"])
        #expect(desk.workstation.board.selectedCount == 0)
    }

    @Test func aCountStopsBeforeAnOffer() throws {
        let agency = try Agency()
        let id = try agency.application(at: .submitted)
        let desk = try agency.desk(.admin, at: .submitted)
        desk.perform(.cardNextStage, count: 2)
        #expect(try agency.status(id) == "interview")
        #expect(desk.form == nil)
        #expect(desk.toasts.contains { $0.contains("stops at Interview") })
    }

    /// A consultant makes no offers: the steps before it are made all the same.
    @Test(arguments: [World.Person.consultant, .admin])
    func aLargeCountStopsThereToo(person: World.Person) throws {
        let agency = try Agency()
        let id = try agency.application(at: .applied)
        let desk = try agency.desk(person, at: .applied)
        desk.perform(.cardNextStage, count: 9)
        #expect(try agency.status(id) == "interview")
        #expect(desk.form == nil)
        #expect(desk.errors.isEmpty)
        #expect(desk.toasts.contains { $0.contains("stops at Interview") })
    }

    @Test func aWayThatIsNotForTheRoleIsNotBegun() throws {
        let agency = try Agency()
        let id = try agency.application(at: .applied)
        let desk = try agency.desk(.employer, at: .applied)
        desk.perform(.cardNextStage, count: 2)
        #expect(try agency.status(id) == "applied")
        #expect(desk.errors.last?.contains("not for the role employer") == true)
        desk.perform(.cardNextStage)
        #expect(try agency.status(id) == "screening")
    }

    @Test func theEndOfThePathIsSaid() throws {
        let agency = try Agency()
        try agency.application(at: .sourced)
        let desk = try agency.desk(at: .applied)
        desk.perform(.moveLeft)
        desk.perform(.cardPreviousStage)
        #expect(desk.form == nil)
        #expect(desk.errors.last?.contains("no stage there (is: Sourced)") == true)
    }

    @Test func anEmployerMovesNobodyBack() throws {
        let agency = try Agency()
        let id = try agency.application(at: .interview)
        let desk = try agency.desk(.employer, at: .interview)
        desk.perform(.cardPreviousStage)
        #expect(desk.form == nil, "no comment is asked for what is refused")
        #expect(desk.errors.last?.contains("not for the role employer") == true)
        #expect(desk.workstation.unavailability(of: .cardPreviousStage) == "not for the role employer")
        desk.perform(.cardMoveTo)
        let items = try #require(desk.choice?.items)
        let open = zip(Application.Status.allCases.filter { $0 != .withdrawn }, items)
            .filter { $0.1.disabledReason == nil }.map(\.0)
        #expect(open == [.offer, .rejected])
        desk.press("s")
        #expect(desk.form == nil)
        #expect(try agency.status(id) == "interview")
    }

    @Test(arguments: [World.Person.employer, .consultant, .admin])
    func whatIsOfferedIsWhatThePathAllows(person: World.Person) throws {
        let desk = try Agency().desk(person)
        let role = try #require(person.role)
        for from in Application.Status.allCases {
            for to in Application.Status.allCases where offered(desk, from: from).contains(to) {
                let origins: [Application.Status?] = [nil] + Application.Status.open
                let roles = origins.compactMap { ApplicationPath.move(from: from, to: to, previous: $0)?.roles }
                #expect(roles.contains { $0.contains(role) }, "\(from) → \(to)")
            }
        }
        #expect(offered(desk, from: .hired) == (person == .admin ? [.offer] : []))
        #expect(offered(desk, from: .rejected).isEmpty == (person == .employer))
        #expect(!offered(desk, from: .interview).contains(.sourced))
        #expect(offered(desk, from: .interview).contains(.screening) == (person != .employer))
    }

    @Test(arguments: Language.allCases)
    func nobodyIsAskedForAReasonThatIsRefused(language: Language) throws {
        let desk = try Agency().desk(.admin, language: language)
        for status in [Application.Status.hired, .rejected, .withdrawn] {
            desk.submit(desk.workstation.ask([subject(status)], to: .rejected))
            #expect(desk.form == nil)
            #expect(desk.errors.last?.hasPrefix(language == .french ? "Zoé : " : "Zoé: ") == true)
        }
    }

    @Test func aRejectionHasNoReasonUntilOneIsChosen() throws {
        let agency = try Agency()
        let id = try agency.application(at: .screening)
        let desk = try agency.desk(at: .screening)
        desk.perform(.cardReject)
        #expect(desk.value("reason_id") == "")
        desk.perform(.formSubmit)
        #expect(desk.error("reason_id") == "is required")
        #expect(try agency.status(id) == "screening")
        try desk.chooseReason()
        desk.perform(.formSubmit)
        #expect(try agency.status(id) == "rejected")
    }
}
