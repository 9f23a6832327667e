import Domain
import Engine
import JSON
import TestSupport
import Testing

@testable import Workstation

@Suite struct PaletteTests {
    private func entry(_ desk: Desk, _ title: String) throws -> Palette.Entry {
        try #require(desk.palette?.shown.first { $0.entry.title == title }?.entry, "no \(title)")
    }

    @Test func whatCanBeDoneWithTheSelectionComesFirst() throws {
        let agency = try Agency()
        try agency.application()
        let desk = try agency.desk()
        desk.perform(.palette)
        let first = try #require(desk.palette?.shown.first?.entry)
        #expect(first.detail == "Zoé Lefèvre · Night nurse")
        #expect(first.disabledReason == nil)
        let ranks = desk.palette?.shown.map { $0.entry.disabledReason == nil } ?? []
        let operations = try #require(desk.palette?.shown.firstIndex { $0.entry.isOperation })
        let possible = try #require(ranks.firstIndex(of: false))
        #expect(ranks[possible..<operations].allSatisfy { !$0 })
    }

    @Test func whatCannotBeDoneSaysWhy() throws {
        let agency = try Agency()
        try agency.application(at: .applied)
        let desk = try agency.desk(at: .applied)
        desk.perform(.palette)
        #expect(try entry(desk, "Schedule an interview").disabledReason?.contains("is: Applied") == true)
        #expect(try entry(desk, "Move to Hired").disabledReason == "not from Applied")
        #expect(try entry(desk, "Undo").disabledReason == "nothing to undo")
        // Not for the role at all, so it is not there.
        #expect(desk.palette?.shown.contains { $0.entry.title == "Make an offer" } == false)
        desk.type("schedule an interview")
        desk.perform(.paletteRun)
        #expect(desk.palette != nil)
        #expect(desk.toasts.first?.hasPrefix("Schedule an interview: needs") == true)
    }

    @Test func lettersFindAndTheLastUsedComesFirst() throws {
        let agency = try Agency()
        try agency.application()
        let desk = try agency.desk()
        desk.perform(.palette)
        desk.type("add note")
        #expect(desk.palette?.shown.first?.entry.title == "Add a note")
        #expect(desk.palette?.shown.first?.places == [0, 1, 2, 6, 7, 8, 9])
        desk.perform(.paletteRun)
        #expect(desk.form?.id == "note")
        desk.perform(.cancel)
        desk.perform(.palette)
        #expect(desk.palette?.shown.first?.entry.title == "Add a note")
    }

    @Test func keysComeFromTheLegend() throws {
        let agency = try Agency()
        try agency.application()
        let desk = try agency.desk()
        desk.workstation.legend = KeyLegend([.init(keys: "g n", action: "note.add", context: .board)])
        desk.perform(.palette)
        #expect(try entry(desk, "Add a note").keys == "g n")
    }

    @Test(arguments: [World.Person.candidate, .employer, .consultant, .admin, .superadmin])
    func everyOperationOfTheRoleIsThere(person: World.Person) throws {
        let agency = try Agency()
        let desk = try Desk(agency.world, as: person)
        desk.perform(.palette)
        let titles = Set(desk.palette?.shown.filter(\.entry.isOperation).map(\.entry.detail) ?? [])
        for operation in Catalogue.operations where !OperationForm.hasOwnForm(operation.contract.id) {
            let id = operation.contract.id
            #expect(titles.contains(id) == (operation.contract.access.cell(for: person.role) != .no), "\(id)")
        }
    }

    @Test func anOperationIsAskedForItsInputAndAnswersWithAPage() throws {
        let agency = try Agency()
        let id = try agency.application()
        let desk = try agency.desk()
        desk.perform(.palette)
        desk.type("applications.get")
        desk.perform(.paletteRun)
        #expect(desk.value("application_id") == id)
        desk.perform(.formSubmit)
        #expect(desk.page?.title == "applications.get · 200")
        let lines = desk.page?.rows.map(\.line) ?? []
        #expect(lines.contains(.entry(name: "candidate_name", text: "Zoé Lefèvre")))
    }

    @Test(arguments: [
        ("mot de passe", "auth.changePassword"), ("postuler", "applications.submit"),
        ("retirer sa candid", "applications.withdraw"), ("applications.submit", "applications.submit"),
    ])
    func anOperationIsFoundByWhatItDoesInFrench(typed: String, operation: String) throws {
        let desk = try Desk(World(), as: .candidate, language: .french)
        desk.perform(.palette)
        desk.type(typed)
        #expect(desk.palette?.shown.contains { $0.entry.detail == operation } == true)
    }

    @Test func everyOperationHasASummaryInBothLanguages() {
        for operation in Catalogue.operations {
            let summary = operation.contract.summary
            #expect(!summary.english.isEmpty && !summary.french.isEmpty, "\(operation.contract.id)")
            #expect(summary.english != summary.french, "\(operation.contract.id)")
        }
    }

    @Test func screensAreCalledWhatTheTabsSay() throws {
        let desk = try Desk(World(), as: .candidate, language: .french)
        desk.perform(.palette)
        let titles = desk.palette?.shown.map(\.entry.title) ?? []
        #expect(titles.contains("Aller à mon profil") && titles.contains("Aller aux conversations"))
        #expect(!titles.contains("Aller au pipeline") && !titles.contains("Aller aux candidats"))
    }

    @Test func aRefusalIsShownUnderItsField() throws {
        let agency = try Agency()
        let desk = try Desk(agency.world, as: .admin)
        desk.submit(desk.workstation.askForInput(of: "jobs.create"))
        try desk.fill("title", "Cook")
        try desk.fill("openings", "0")
        try desk.fill("base_salary.min", "10")
        try desk.fill("base_salary.currency", "EU")
        desk.perform(.formSubmit)
        #expect(desk.error("openings") != nil)
        #expect(desk.error("base_salary.currency") != nil)
        #expect(desk.form?.isBusy == false)
        try desk.fill("openings", "2")
        try desk.fill("base_salary.currency", "EUR")
        try desk.go(to: "base_salary.unit")
        desk.press("y")
        try desk.fill("company_id", agency.world.ownCompany.description)
        desk.perform(.formSubmit)
        #expect(desk.page?.title == "jobs.create · 201", "\(desk.form?.problem ?? "")")
    }

    @Test func listsAndObjectsAreTyped() throws {
        let agency = try Agency()
        let id = try agency.candidate("Zoé")
        let desk = try Desk(agency.world, as: .admin)
        desk.submit(desk.workstation.askForInput(of: "candidates.update"))
        try desk.fill("candidate_id", id)
        try desk.fill("tags", "night, icu")
        try desk.fill("current_title", "null")
        try desk.fill("emails", "nonsense")
        desk.perform(.formSubmit)
        #expect(desk.error("emails") == "is no valid JSON")
        try desk.fill("emails", #"[{"value": "zoe@example.com"}]"#)
        desk.perform(.formSubmit)
        let view = try agency.call("candidates.get", ["candidate_id": .string(id)])
        #expect(view["tags"] == ["night", "icu"])
        #expect(view["current_title"] == nil)
        #expect(view["emails"]?[0]?["value"]?.stringValue == "zoe@example.com")
    }

    /// Every operation can be made a form of, and none of its fields is without a name.
    @Test func everyOperationHasAForm() {
        for operation in Catalogue.operations {
            let fields = OperationForm.fields(of: operation, known: [:], .french)
            #expect(Set(fields.map(\.name)).count == fields.count, "\(operation.contract.id)")
            for part in operation.contract.path.split(separator: "/") where part.hasPrefix("{") {
                let name = part.dropFirst().dropLast()
                #expect(fields.contains { $0.name == name && $0.isRequired }, "\(operation.contract.id) \(name)")
            }
        }
    }
}
