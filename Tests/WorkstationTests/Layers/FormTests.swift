import Domain
import Engine
import TestSupport
import Testing

@testable import Workstation

@Suite struct FormTests {
    private func form(isDestructive: Bool = false) -> Form {
        Form(
            id: "sample", title: "Sample",
            fields: [
                FormField("title", "Title", .text(limit: 20), isRequired: true),
                FormField("kind", "Kind", .choice([("a", "Apple"), ("b", "Banana"), ("v", "Avocado")]), value: "a"),
                FormField("flag", "Flag", .toggle, value: "false"),
                FormField("day", "Day", .date),
                FormField("pay", "Pay", .money(currencyField: "currency")),
                FormField("currency", "Currency", .text(limit: 3), value: "JPY"),
            ],
            submitLabel: "Go", isDestructive: isDestructive
        ) { values in
            .success(
                .closing("sample") { workstation in
                    workstation.tell(
                        values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " "))
                    return []
                })
        }
    }

    private func desk(isDestructive: Bool = false) throws -> Desk {
        let desk = try Desk(World(), as: .consultant)
        desk.workstation.push(.form(form(isDestructive: isDestructive)))
        return desk
    }

    @Test func enterGoesOnAndNeverSubmitsFromAText() throws {
        let desk = try desk()
        desk.type("Hello")
        desk.perform(.textAccept)
        #expect(desk.form?.cursor == 1)
        #expect(desk.workstation.contexts == [.form])
    }

    @Test func valuesAreSentAsTheEngineTakesThem() throws {
        let desk = try desk()
        desk.type("  Hello ")
        try desk.fill("day", "tomorrow")
        try desk.fill("pay", "52k")
        try desk.go(to: "flag")
        desk.press(" ")
        desk.perform(.formSubmit)
        #expect(desk.form == nil)
        #expect(desk.toasts == ["currency=JPY day=2026-11-21 flag=true kind=a pay=52000 title=Hello"])
    }

    @Test func aDayIsWrittenTheWayItWasUnderstood() throws {
        let desk = try desk()
        try desk.fill("day", "tomorrow")
        desk.perform(.formNext)
        #expect(desk.value("day") == "2026-11-21")
        try desk.fill("day", "sometime")
        desk.perform(.formNext)
        #expect(desk.error("day") != nil)
    }

    @Test func whatIsMissingIsSaidUnderItsField() throws {
        let desk = try desk()
        try desk.fill("pay", "much")
        desk.perform(.formSubmit)
        #expect(desk.error("title") == "is required")
        #expect(desk.error("pay") != nil)
        #expect(desk.form?.cursor == 0)
        desk.type("x")
        #expect(desk.error("title") == nil)
    }

    @Test func lettersAndArrowsChangeAChoice() throws {
        let desk = try desk()
        try desk.go(to: "kind")
        desk.press("b")
        #expect(desk.value("kind") == "b")
        desk.press("a")
        #expect(desk.value("kind") == "v")
        desk.press("a")
        #expect(desk.value("kind") == "a")
        desk.perform(.dialogPrevious)
        #expect(desk.value("kind") == "v")
        desk.perform(.dialogNext)
        #expect(desk.value("kind") == "a")
        desk.press("z")
        #expect(desk.value("kind") == "a")
    }

    @Test func aListIsNarrowedAndChosenFrom() throws {
        let desk = try desk()
        try desk.go(to: "kind")
        desk.press(" ")
        #expect(desk.picker?.shown.count == 3)
        desk.type("av")
        #expect(desk.picker?.shown.map(\.option.label) == ["Avocado"])
        desk.perform(.paletteRun)
        #expect(desk.value("kind") == "v")
        #expect(desk.form?.cursor == 2)
    }

    @Test func escAsksOnlyWhenSomethingWouldBeLost() throws {
        let desk = try desk()
        desk.perform(.cancel)
        #expect(desk.workstation.layers.isEmpty)
        desk.workstation.push(.form(form()))
        desk.type("precious")
        desk.perform(.cancel)
        #expect(desk.isAsking)
        desk.perform(.cancel)
        #expect(desk.value("title") == "precious")
        desk.perform(.cancel)
        desk.perform(.dialogConfirm)
        #expect(desk.workstation.layers.isEmpty)
    }

    @Test func quittingAsksToo() throws {
        let desk = try desk()
        desk.type("precious")
        desk.perform(.quit)
        #expect(desk.isAsking)
        #expect(desk.workstation.takeRequests().isEmpty)
        desk.perform(.dialogConfirm)
        guard case .quit? = desk.workstation.takeRequests().first else {
            Issue.record("the answer should quit")
            return
        }
    }

    @Test func onlyYConfirmsWhatTakesAway() throws {
        let desk = try desk(isDestructive: true)
        desk.type("x")
        desk.click(.field(6))
        #expect(desk.form?.isOnButton == true)
        #expect(desk.workstation.contexts == [.dialog, .form])
        desk.perform(.dialogChoose)
        #expect(desk.form != nil)
        desk.perform(.dialogConfirm)
        #expect(desk.form == nil)
    }

    @Test func enterOnAHarmlessButtonConfirms() throws {
        let desk = try desk()
        desk.type("x")
        desk.perform(.pageDown)
        desk.perform(.pageDown)
        desk.perform(.dialogChoose)
        #expect(desk.form == nil)
    }

    @Test func theEditorsTextComesBack() throws {
        let desk = try desk()
        desk.type("draft")
        desk.perform(.editExternal)
        guard case .edit(let text, let suffix, let then)? = desk.workstation.takeRequests().first else {
            Issue.record("the host should be asked to edit")
            return
        }
        #expect(text == "draft")
        #expect(suffix == ".txt")
        desk.submit(then("two\nlines\n")(&desk.workstation))
        #expect(desk.value("title") == "two lines")
        desk.submit(then(nil)(&desk.workstation))
        #expect(desk.value("title") == "two lines")
    }

    @Test func problemsOfInnerFieldsAreShownUnderTheirOwn() {
        var form = form()
        form.show(["kind[0].value": "bad", "elsewhere": "worse", "": "whole"])
        #expect(form.fields[1].error == "kind[0].value: bad")
        #expect(form.cursor == 1)
        #expect(form.problem == "elsewhere: worse; whole")
    }
}
