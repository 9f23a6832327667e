import Domain
import JSON
import TestSupport
import Testing

@testable import Workstation

@Suite struct NoteFormTests {
    @Test func aNoteIsWritten() throws {
        let agency = try Agency()
        let id = try agency.application()
        let desk = try agency.desk()
        desk.perform(.noteAdd)
        try desk.fill("body", "Calls back on Friday.")
        try desk.go(to: "visibility")
        desk.press("c")
        desk.perform(.formSubmit)
        #expect(desk.form == nil)
        let notes = try agency.list("applications.notes.list", ["application_id": .string(id)])
        #expect(notes.map { $0["body"]?.stringValue } == ["Calls back on Friday."])
        #expect(notes.first?["visibility"]?.stringValue == "client")
        #expect(desk.toasts.contains("Note added"))
    }

    @Test func whoWroteBeforeCanBeMentioned() throws {
        let agency = try Agency()
        let id = try agency.application()
        try agency.call("applications.notes.add", ["application_id": .string(id), "body": "Hm."], as: .otherConsultant)
        let desk = try agency.desk()
        desk.perform(.noteAdd)
        let mention = try #require(desk.form?.fields.first { $0.name.hasPrefix("mentions.") })
        #expect(mention.label == "Mention otherConsultant Test")
        try desk.fill("body", "See?")
        try desk.go(to: mention.name)
        desk.press(" ")
        desk.perform(.formSubmit)
        let notes = try agency.list("applications.notes.list", ["application_id": .string(id)])
        #expect(notes.first?["mentions"]?.arrayValue?.count == 1)
    }

    /// Somebody who has not been seen yet is looked up among those who may read the note.
    @Test func anybodyWhoHasAPartCanBeMentioned() throws {
        let agency = try Agency()
        let id = try agency.application()
        let desk = try agency.desk()
        desk.perform(.noteAdd)
        try desk.fill("body", "See?")
        try desk.go(to: "mentions.other")
        desk.press("a")
        #expect(desk.picker?.shown.isEmpty == false)
        desk.perform(.paletteRun)
        #expect(desk.value("mentions.other") != "")
        desk.perform(.formSubmit)
        #expect(desk.form == nil)
        let notes = try agency.list("applications.notes.list", ["application_id": .string(id)])
        #expect(notes.first?["mentions"]?.arrayValue?.count == 1)
    }

    @Test func severalGetANoteEach() throws {
        let agency = try Agency()
        let ids = try ["Zoé", "Omar"].map { try agency.application($0) }
        let desk = try agency.desk()
        desk.perform(.selectAll)
        desk.perform(.noteAdd)
        #expect(desk.form?.consequence.hasPrefix("2 notes") == true)
        try desk.fill("body", "Both.")
        desk.perform(.formSubmit)
        for id in ids {
            #expect(try agency.list("applications.notes.list", ["application_id": .string(id)]).count == 1)
        }
    }

    @Test(arguments: [World.Person.employer: 2, .consultant: 3, .admin: 4])
    func visibilitiesAreThoseOfTheRole(person: World.Person, count: Int) throws {
        let agency = try Agency()
        try agency.application(at: .interview)
        let desk = try agency.desk(person, at: .interview)
        desk.perform(.noteAdd)
        #expect(desk.form?.fields.first { $0.name == "visibility" }?.options.count == count)
    }

    @Test func repeatFillsTheFormForTheNextSelection() throws {
        let agency = try Agency()
        let first = try agency.application("Zoé")
        let second = try agency.application("Omar")
        let desk = try agency.desk()
        desk.perform(.goTop)
        desk.perform(.noteAdd)
        try desk.fill("body", "Same for both.")
        desk.perform(.formSubmit)
        desk.perform(.moveDown)
        desk.perform(.again)
        #expect(desk.value("body") == "Same for both.")
        #expect(desk.form?.isOnButton == true)
        desk.perform(.dialogConfirm)
        for id in [first, second] {
            #expect(try agency.list("applications.notes.list", ["application_id": .string(id)]).count == 1)
        }
        // An action of its own asks for a fresh note.
        desk.perform(.noteAdd)
        #expect(desk.value("body") == "")
    }

    @Test func nothingSelectedIsSaid() throws {
        let desk = try Agency().desk()
        desk.perform(.noteAdd)
        #expect(desk.form == nil)
        #expect(desk.toasts.count == 1)
    }
}
