import Domain
import JSON
import TestSupport
import Testing

@testable import Workstation

@Suite struct InterviewFormTests {
    private func interviews(_ agency: Agency, _ id: String) throws -> [JSONValue] {
        try agency.list("interviews.list", ["application_id": .string(id)])
    }

    @Test func timesAreThePersonsOwn() throws {
        let agency = try Agency()
        let id = try agency.application()
        let desk = try agency.desk()
        desk.perform(.interviewSchedule)
        try desk.fill("start_at", "2026-11-23 14:30")
        try desk.go(to: "end_at")
        desk.perform(.dialogPrevious)
        try desk.fill("video_url", "https://meet.example/zoe")
        desk.perform(.formSubmit)
        #expect(desk.form == nil)
        let interview = try #require(try interviews(agency, id).first)
        #expect(interview["start_at"]?.stringValue == "2026-11-23T13:30:00.000Z")
        #expect(interview["end_at"]?.stringValue == "2026-11-23T14:15:00.000Z")
        #expect(interview["timezone"]?.stringValue == "Europe/Paris")
        #expect(interview["video_url"]?.stringValue == "https://meet.example/zoe")
    }

    @Test func undoCancelsAndRedoPlansAgain() throws {
        let agency = try Agency()
        let id = try agency.application()
        let desk = try agency.desk()
        desk.perform(.interviewSchedule)
        try desk.fill("start_at", "2026-11-23 14:30")
        desk.perform(.formSubmit)
        desk.perform(.undo)
        #expect(try interviews(agency, id).map { $0["status"]?.stringValue } == ["cancelled"])
        desk.perform(.redo)
        #expect(try interviews(agency, id).filter { $0["status"]?.stringValue == "scheduled" }.count == 1)
        desk.perform(.undo)
        #expect(try interviews(agency, id).allSatisfy { $0["status"]?.stringValue == "cancelled" })
    }

    @Test func aTimeThatIsTakenIsSaidInTheForm() throws {
        let agency = try Agency()
        try agency.application()
        let desk = try agency.desk()
        for _ in 0..<2 {
            desk.perform(.interviewSchedule)
            try desk.fill("start_at", "2026-11-23 14:30")
            desk.perform(.formSubmit)
        }
        #expect(desk.form?.problem != nil)
        #expect(desk.form?.isBusy == false)
        try desk.go(to: "allow_overlap")
        desk.press(" ")
        desk.perform(.formSubmit)
        #expect(desk.form == nil)
    }

    @Test func severalFollowEachOther() throws {
        let agency = try Agency()
        try agency.application("Zoé")
        try agency.application("Omar")
        let desk = try agency.desk()
        desk.perform(.selectAll)
        desk.perform(.interviewSchedule)
        try desk.fill("start_at", "2026-11-23 09:00")
        desk.perform(.formSubmit)
        let starts = try agency.list("interviews.list").compactMap { $0["start_at"]?.stringValue }.sorted()
        #expect(starts == ["2026-11-23T08:00:00.000Z", "2026-11-23T09:00:00.000Z"])
    }

    @Test func tooEarlyAStageIsRefusedWithTheReason() throws {
        let agency = try Agency()
        try agency.application(at: .applied)
        let desk = try agency.desk(at: .applied)
        desk.perform(.interviewSchedule)
        #expect(desk.form == nil)
        #expect(desk.toasts.first?.contains("Screening") == true)
    }

    @Test func anInterviewIsMovedAndMovedBack() throws {
        let agency = try Agency()
        let id = try agency.application()
        let desk = try agency.desk()
        desk.perform(.interviewSchedule)
        try desk.fill("start_at", "2026-11-23 14:30")
        try desk.fill("location", "Room 4")
        desk.perform(.formSubmit)
        desk.perform(.interviewChange)
        #expect(desk.choice?.items.count == 1)
        desk.perform(.dialogChoose)
        // It has not begun, so it cannot have been held.
        #expect(desk.choice?.items.first { $0.letter == "h" }?.disabledReason != nil)
        desk.press("m")
        #expect(desk.value("start_at") == "2026-11-23 14:30")
        try desk.fill("start_at", "2026-11-24 10:00")
        try desk.fill("location", "")
        desk.perform(.formSubmit)
        var interview = try #require(try interviews(agency, id).first)
        #expect(interview["start_at"]?.stringValue == "2026-11-24T09:00:00.000Z")
        #expect(interview["location"] == nil)
        desk.perform(.undo)
        interview = try #require(try interviews(agency, id).first)
        #expect(interview["start_at"]?.stringValue == "2026-11-23T13:30:00.000Z")
        #expect(interview["location"]?.stringValue == "Room 4")
    }

    @Test func anInterviewThatIsOverIsClosedAfterAQuestion() throws {
        let agency = try Agency()
        let id = try agency.application()
        let desk = try agency.desk()
        desk.perform(.interviewSchedule)
        try desk.fill("start_at", "2026-11-20 14:30")
        desk.perform(.formSubmit)
        agency.world.clock.advance(minutes: 8 * 60)
        desk.perform(.interviewChange)
        desk.perform(.dialogChoose)
        desk.press("h")
        #expect(desk.isAsking)
        desk.perform(.dialogConfirm)
        #expect(try interviews(agency, id).first?["status"]?.stringValue == "complete")
    }
}
