import ArgumentParser
import Glibc
import JSON

/// Measures every budget of the workstation beside raw SQLite and prints the figures.
@main
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rplus-bench",
        abstract: "Measures every budget of the workstation, beside the same work done by raw SQLite.",
        discussion: """
            The workspaces it needs are made once and kept in the data folder; give the same folder again to measure \
            without making them anew. A million applications need about 6 GB.
            """)

    @Flag(help: "Print the figures as JSON.")
    var json = false

    @Flag(help: "A short run on 5,000 and 100,000 applications.")
    var quick = false

    @Option(help: "Applications of the small workspace.")
    var small: Int?

    @Option(help: "Applications of the middle workspace.")
    var middle: Int?

    @Option(help: "Applications and candidates of the large workspace.")
    var large: Int?

    @Option(help: "Where the workspaces are kept (default: rplus-bench below TMPDIR).")
    var data: String?

    @Option(help: "The program that is driven (default: rplus beside this one).")
    var program: String?

    @Option(
        help: """
            Only this part: demo, change_status, point_read, import, pipeline, search, lists, analytics, start, key, \
            bytes, memory or ai. May be given several times.
            """)
    var only: [String] = []

    @Option(help: "Of lists and analytics only this operation. May be given several times.")
    var operation: [String] = []

    func run() throws {
        let settings = BenchSettings(
            small: small ?? 5_000, middle: middle ?? 100_000, large: large ?? (quick ? 100_000 : 1_000_000),
            quick: quick, folder: data ?? BenchSettings.defaultFolder, only: only,
            operations: operation, program: program ?? WorkstationProgram.besideThis)
        let figures = try Benchmark(settings: settings).run()
        print(json ? FigureList(figures: figures).json.serialized() : FigureTable(figures: figures).text)
    }
}
