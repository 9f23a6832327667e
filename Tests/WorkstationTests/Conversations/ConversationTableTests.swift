import Domain
import Engine
import JSON
import TestSupport
import Testing

@testable import Workstation

/// The screen of conversations on the true engine.
struct ConversationTableTests {
    private let office: Office
    private let interview: JSONValue

    init() throws {
        office = try Office()
        _ = try office.candidate("Zoé", "Lefèvre", as: .candidate)
        interview = try office.conversation(
            "Interview", from: .consultant, with: [.candidate], body: "Tuesday at ten?")
        office.world.clock.advance(minutes: 5)
        try office.conversation("References", from: .consultant, with: [.admin], body: "Could you call them?")
    }

    private func desk(_ person: World.Person, width: Int = 160, language: Language = .english) throws -> Desk {
        let desk = try Desk(office.world, as: person, language: language)
        desk.go(to: .conversations)
        desk.submit(desk.workstation.conversations.fit(width: width, height: 30))
        desk.workstation.conversations.resizeThread(width: 60, height: 40) { text, _ in [text] }
        return desk
    }

    private func subjects(_ desk: Desk) -> [String] {
        let table = desk.workstation.conversations
        return table.list.window.visible.compactMap { table.list[$0]?.subject }
    }

    private func lines(_ desk: Desk) -> [PaneLine] { desk.workstation.conversations.thread.pane.content }

    @Test("Every role has the screen, and its own conversations on it")
    func roles() throws {
        #expect(try subjects(desk(.consultant)) == ["References", "Interview"])
        #expect(try subjects(desk(.candidate)) == ["Interview"])
        #expect(try subjects(desk(.employer)) == [])
        let admin = try desk(.admin)
        #expect(subjects(admin) == ["References"])
        admin.perform(.views)
        admin.press("e")
        #expect(subjects(admin) == ["References", "Interview"])
    }

    @Test("A message that did not arrive by mail says so, in both languages, and not to whom it did not reach")
    func undelivered() throws {
        let mails = try office.world.engine.claimMail()
        try office.world.engine.settleMail(mails.map { (mail: $0, outcome: .refused("550 5.1.1 No such user")) })
        for (language, words) in [
            (Language.english, "Not delivered to candidate Test by mail: refused. 550 5.1.1 No such user"),
            (.french, "Courrier non remis à candidate Test : refusé. 550 5.1.1 No such user"),
        ] {
            let consultant = try desk(.consultant, language: language)
            consultant.perform(.moveDown)
            #expect(lines(consultant).contains(.text(words, .attention)), "\(lines(consultant))")
        }
        #expect(try !lines(desk(.candidate)).contains { "\($0)".contains("550") })
    }

    @Test("Looking at a thread reads it off, and the other sees that")
    func reading() throws {
        let candidate = try desk(.candidate)
        #expect(candidate.workstation.conversations.unread == 1)
        #expect(candidate.workstation.conversations.current?.unread == 1)
        candidate.perform(.open)
        #expect(candidate.workstation.conversations.current?.unread == 0)
        #expect(candidate.workstation.conversations.unread == 0)
        let consultant = try desk(.consultant)
        consultant.perform(.moveDown)
        #expect(lines(consultant).last == .text("Read by candidate Test", .dim))
    }

    @Test("Marking as read without opening")
    func markingRead() throws {
        let desk = try desk(.candidate)
        desk.perform(.conversationRead)
        #expect(desk.workstation.conversations.unread == 0)
        #expect(desk.workstation.conversations.focus == .list)
    }

    @Test("An answer is written in a form, sent, and read by the other")
    func answering() throws {
        office.world.clock.advance(minutes: 5)
        let desk = try desk(.candidate)
        desk.perform(.messageReply)
        let form = try #require(desk.form)
        #expect(form.title == "To consultant Test")
        #expect(form.fields.map(\.name) == ["body"])
        desk.type("Tuesday is fine.")
        desk.perform(.formSubmit)
        #expect(desk.form == nil)
        #expect(lines(desk).contains(.text("Tuesday is fine.")))
        let consultant = try self.desk(.consultant)
        #expect(subjects(consultant) == ["Interview", "References"])
        #expect(consultant.workstation.conversations.current?.unread == 1)
    }

    @Test("An empty answer is refused in the form")
    func nothingToSend() throws {
        let desk = try desk(.candidate)
        desk.perform(.messageReply)
        desk.perform(.formSubmit)
        #expect(desk.form?.fields.first?.error != nil)
    }

    @Test("Staff answers with a template")
    func templates() throws {
        try office.call(
            "messaging.templates.create",
            ["name": "Call", "kind": "message", "subject": "A call", "body": "Hello {{first_name}}, a call?"])
        try office.call(
            "messaging.templates.create",
            [
                "name": "Dated", "kind": "message", "subject": "A day", "body": "On {{date}}.", "variables": ["date"],
            ])
        let desk = try desk(.consultant)
        desk.perform(.moveDown)
        desk.perform(.messageReply)
        let form = try #require(desk.form)
        // A template that asks for more than is known here is not offered.
        #expect(form.fields.first?.options.map(\.label) == ["–", "Call"])
        // The cursor is where one writes.
        #expect(form.fields[form.cursor].name == "body")
        try desk.go(to: "template_id")
        desk.perform(.dialogNext)
        desk.perform(.formSubmit)
        #expect(lines(desk).contains(.text("Hello candidate, a call?")))
    }

    @Test("An answer written in the person's editor is sent when it was saved with words in it")
    func editor() throws {
        let desk = try desk(.candidate)
        desk.perform(.editExternal)
        guard case .edit(_, _, let then)? = desk.workstation.takeRequests().last else {
            Issue.record("the editor was not asked for")
            return
        }
        desk.submit(then("  \n")(&desk.workstation))
        #expect(desk.workstation.conversations.current?.messageCount == 1)
        desk.submit(then("From my editor\n")(&desk.workstation))
        #expect(lines(desk).contains(.text("From my editor")))
    }

    @Test("A new conversation asks whom it is for, and leads to its thread")
    func beginning() throws {
        let desk = try desk(.employer)
        desk.perform(.recordAdd)
        #expect(desk.form?.fields.map(\.name) == ["participants", "subject", "body"])
        desk.perform(.dialogChoose)
        #expect(desk.picker?.shown.map(\.option.label) == ["admin Test"])
        desk.perform(.paletteRun)
        desk.type("A new job")
        desk.perform(.formNext)
        desk.type("We are looking for two more people.")
        desk.perform(.formSubmit)
        #expect(desk.form == nil)
        #expect(subjects(desk) == ["A new job"])
        #expect(try subjects(self.desk(.admin)) == ["A new job", "References"])
    }

    @Test("Put away, taken back by undo, and listed under its view")
    func puttingAway() throws {
        let desk = try desk(.consultant)
        desk.perform(.conversationArchive)
        #expect(subjects(desk) == ["Interview"])
        desk.perform(.undo)
        #expect(subjects(desk) == ["References", "Interview"])
        desk.perform(.redo)
        desk.perform(.views)
        desk.press("a")
        #expect(subjects(desk) == ["References"])
    }

    @Test("Leaving asks first, and the others go on")
    func leaving() throws {
        let desk = try desk(.candidate)
        desk.perform(.recordDelete)
        #expect(subjects(desk) == ["Interview"])
        desk.perform(.dialogConfirm)
        #expect(subjects(desk) == [])
        #expect(try subjects(self.desk(.consultant)) == ["References", "Interview"])
    }

    @Test("Words are looked for in subjects, names and messages")
    func searching() throws {
        let desk = try desk(.consultant)
        desk.perform(.filter)
        desk.type("tuesd")
        #expect(subjects(desk) == ["Interview"])
        desk.type("person:admin")
        #expect(subjects(desk) == ["References"])
        desk.perform(.cancel)
        desk.perform(.cancel)
        #expect(subjects(desk) == ["References", "Interview"])
    }

    @Test("A mistake in the search is told, and the rows before it stay")
    func mistake() throws {
        let desk = try desk(.consultant)
        desk.perform(.filter)
        desk.type("name:zoé")
        #expect(desk.workstation.conversations.problem != nil)
        #expect(subjects(desk) == ["References", "Interview"])
        desk.type("nothing that anybody wrote")
        #expect(desk.workstation.conversations.problem == nil)
        #expect(subjects(desk) == [])
    }

    @Test("What somebody else writes comes in by itself")
    func liveRefresh() throws {
        let desk = try desk(.consultant)
        desk.submit([Workstation.pulse])
        try office.write("Can we make it eleven?", in: interview, as: .candidate)
        desk.submit([Workstation.pulse])
        #expect(subjects(desk) == ["Interview", "References"])
        #expect(desk.workstation.conversations.unread == 1)
    }

    @Test("The conversation about an application is opened from it, or begun with its candidate")
    func fromAnApplication() throws {
        let job = try office.job()
        let mine = try office.call("auth.profile", as: .candidate)["candidate_id"]?.stringValue
        let application = try office.source(try #require(mine), onto: job)
        let desk = try desk(.consultant)
        desk.go(to: .pipeline)
        desk.perform(.moveLeft, count: 9)
        desk.perform(.conversationOpen)
        let form = try #require(desk.form)
        #expect(form.fields[0].shownValue == "candidate Test")
        #expect(form.fields[1].value == "Night nurse")
        desk.perform(.formNext)
        desk.perform(.formNext)
        desk.type("Shall we talk?")
        desk.perform(.formSubmit)
        #expect(desk.workstation.place == .conversations)
        desk.go(to: .pipeline)
        desk.perform(.conversationOpen)
        #expect(desk.workstation.place == .conversations)
        #expect(subjects(desk) == ["Night nurse"])
        #expect(desk.workstation.conversations.current?.relatedID?.description == application)
    }

    @Test("Its actions are offered on its screen only")
    func actionsElsewhere() throws {
        let desk = try desk(.consultant)
        #expect(desk.workstation.unavailability(of: .messageReply) == nil)
        desk.go(to: .jobs)
        #expect(desk.workstation.unavailability(of: .messageReply) == "on the screen of conversations")
        desk.perform(.messageReply)
        #expect(desk.form == nil)
    }
}
