import Domain
import TestSupport
import Testing

@testable import Workstation

@Suite struct HelpPageTests {
    private func desk(_ language: Language = .english) throws -> Desk {
        let desk = try Desk(World(), as: .consultant, language: language)
        desk.workstation.legend = KeyLegend([
            .init(keys: "x", action: "card.reject", context: .board),
            .init(keys: "Delete", action: "card.reject", context: .board),
            .init(keys: "L", action: "card.next-stage", context: .board, description: "Onwards!"),
            .init(keys: "x", action: "quit", context: .global),
            .init(keys: "Q", action: "quit", context: .global),
            .init(keys: "o", action: "offer.make", context: .board),
            .init(keys: "7", action: "screen.7", context: .global),
            .init(keys: "Left", action: "text.left", context: .text),
        ])
        return desk
    }

    @Test func keysAreGroupedByPlace() throws {
        let desk = try desk()
        desk.perform(.help)
        #expect(
            desk.page?.rows.map(\.line) == [
                .heading("On the board"), .entry(name: "L", text: "Onwards!"),
                .entry(name: "x  Delete", text: "Reject"), .heading("Everywhere"), .entry(name: "Q", text: "Quit"),
            ])
    }

    @Test func inFrench() throws {
        let desk = try desk(.french)
        desk.perform(.help)
        #expect(desk.page?.rows.map(\.line).contains(.entry(name: "x  Delete", text: "Refuser")) == true)
    }

    @Test func editingKeysAreThere() throws {
        let desk = try desk()
        desk.perform(.filter)
        desk.perform(.help)
        #expect(
            desk.page?.rows.map(\.line) == [.heading("While typing"), .entry(name: "Left", text: "Cursor left")])
    }

    @Test func typingNarrows() throws {
        let desk = try desk()
        desk.perform(.help)
        desk.press("r")
        #expect(desk.page?.isFiltering == true)
        desk.type("rej")
        #expect(
            desk.page?.rows.map(\.line) == [.heading("On the board"), .entry(name: "x  Delete", text: "Reject")])
        desk.perform(.cancel)
        #expect(desk.page?.rows.count == 5)
        desk.perform(.cancel)
        #expect(desk.page == nil)
    }

    @Test func longLinesAreBrokenOnceForAWidth() {
        var page = HelpPage(title: "Report", lines: [.entry(name: "a", text: "one two three"), .text("four five")])
        func fit(_ width: Int) {
            page.fit(width: width, nameWidth: 4, height: 2) { text, width in
                width < 10 ? text.split(separator: " ").map(String.init) : [text]
            }
        }
        fit(12)
        #expect(
            page.rows.map(\.line) == [
                .entry(name: "a", text: "one"), .entry(name: "", text: "two"), .entry(name: "", text: "three"),
                .text("four five"),
            ])
        fit(80)
        #expect(page.rows.count == 2)
    }

    @Test func everyActionOfThePlacesHasWords() {
        for action in ActionCatalogue.all {
            #expect(!action.title.english.isEmpty && !action.title.french.isEmpty)
            #expect(ActionName(rawValue: action.name.rawValue) == action.name)
        }
    }
}
