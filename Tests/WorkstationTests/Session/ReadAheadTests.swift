import TestSupport
import Testing

@testable import Workstation

/// The first look at a list finds it there.
@Suite struct ReadAheadTests {
    @Test func listsOutOfSightAreReadOnceTheScreenStands() throws {
        let agency = try Agency()
        try agency.application(at: .screening)
        let desk = try agency.desk(.consultant, at: .screening)
        // The first pulse comes with the start.
        desk.submit([Workstation.pulse])
        #expect(desk.workstation.candidates.list.total == 0)
        desk.submit([Workstation.pulse])
        #expect(desk.workstation.place == .pipeline)
        #expect(desk.workstation.candidates.list.total == 1)
        #expect(desk.workstation.jobs.list.total == 1)
    }

    /// What was read ahead is read again when somebody changes it.
    @Test func whatWasReadAheadDoesNotGrowStale() throws {
        let agency = try Agency()
        try agency.application(at: .screening)
        let desk = try agency.desk(.consultant, at: .screening)
        desk.submit([Workstation.pulse])
        desk.submit([Workstation.pulse])
        let before = desk.workstation.candidates.list.total
        try agency.call("candidates.create", ["first_name": "Zoé", "last_name": "李"], as: .admin)
        desk.submit([Workstation.pulse])
        desk.go(to: .candidates)
        #expect(desk.workstation.candidates.list.total == before + 1)
    }
}
