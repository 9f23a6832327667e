import Foundation
import JSON
import Testing

@testable import Workstation

@Suite("What is kept between two runs")
struct SavedStateTests {
    private func state() -> SavedState {
        var state = SavedState()
        var filter = BoardFilter()
        filter.text = "nurse"
        state.views = ["First", "Second"].map { SavedState.View(name: $0, filter: filter) }
        state.theme = "day"
        state.jobColumns = ["title"]
        return state
    }

    @Test func comesBackAsItWas() {
        #expect(SavedState(text: state().text) == state())
        #expect(SavedState(text: "{") == SavedState())
        #expect(SavedState(text: "") == SavedState())
    }

    @Test func whatIsNotUnderstoodTakesNothingElseAlong() throws {
        var json = try JSONValue(parsing: state().text)
        json["job_columns"] = "all"
        json["written_by"] = "a newer program"
        let views = try #require(json["views"]?.arrayValue)
        json["views"] = .array([["name": "Third", "filter": 5], views[1]])
        let read = SavedState(text: json.serialized())
        #expect(read.views == [state().views[1]])
        #expect(read.theme == "day")
        #expect(read.jobColumns == nil)
    }
}
