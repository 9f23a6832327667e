import Testing

@testable import Commands

@Suite struct DemoTests {
    @Test func aDemoIsMadeOnceAndTold() throws {
        let desk = try Desk()
        let numbers = ["--applications", "60", "--candidates", "40", "--jobs", "20"]
        let made = desk.run(["demo", "--no-ui"] + numbers, input: MemoryInput(""))
        #expect(made.status == .done)
        #expect(made.errors == "")
        #expect(made.lines.first == "A demo is in \(desk.shown): 60 applications, 40 candidates, 20 jobs.")
        #expect(made.output.contains("demo-password"))
        let again = desk.run("demo", "--no-ui", "--lang", "fr")
        #expect(again.status == .done)
        #expect(again.lines.first?.contains("existait déjà") == true)
        let other = desk.run("demo", "--no-ui", "--applications", "70")
        #expect(other.status == .wrongUsage)
        #expect(other.errors.contains("applications=60"))
    }

    @Test func progressIsForTerminals() throws {
        let desk = try Desk()
        let errors = MemoryOutput(columns: 60)
        let status = Program.run(
            ["demo", "--no-ui", "--applications", "60"],
            in: desk.context(output: MemoryOutput(), errors: errors, environment: ["TERM": "xterm"]))
        #expect(status == .done)
        #expect(errors.text.contains("applications"))
        // What is left at the end is an empty line.
        #expect(errors.text.hasSuffix("\r\u{1B}[K"))
    }

    @Test(arguments: [["--applications", "-1"], ["--today", "tomorrow"], ["--as", "boss"], ["--jobs", "100000000"]])
    func wrongNumbersAreWrongUsage(_ arguments: [String]) throws {
        let outcome = try Desk().run(["demo", "--no-ui"] + arguments, input: MemoryInput(""))
        #expect(outcome.status == .wrongUsage)
    }

    @Test func theFirstStartOffersThreeThings() throws {
        let desk = try Desk()
        let output = MemoryOutput(columns: 80)
        let status = Program.run(
            ["--lang", "fr"],
            in: desk.context(input: MemoryInput("x\n3\n\n", isTerminal: true), output: output, errors: MemoryOutput()))
        #expect(status == .done)
        #expect(output.text.contains("1  créer un espace de travail"))
        #expect(output.text.contains("Tapez 1, 2 ou 3."))
        #expect(output.text.contains("version ultérieure"))
    }
}
