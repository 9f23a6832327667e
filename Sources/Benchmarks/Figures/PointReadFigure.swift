import Domain
import Engine
import JSON
import Storage

/// One application by its identifier: through typed dispatch against the same row read by raw SQLite, and apart from
/// that what JSON costs.
struct PointReadFigure {
    let workspace: BenchWorkspace
    let runs: Int

    func measure() throws -> [Figure] {
        let ids = try chosenIDs()
        let raw = try RawPointRead(path: workspace.path)
        var titles = 0
        func ours(_ number: Int) throws {
            titles += try workspace.engine.perform(
                GetApplication(applicationID: ids[number]), as: workspace.credential
            ).jobTitle.utf8.count
        }
        func json(_ number: Int) throws {
            let answer = workspace.engine.dispatch(
                "applications.get", input: ["application_id": .string(ids[number].description)],
                as: workspace.credential)
            guard answer.isSuccess else { throw BenchProblem("applications.get answered \(answer.status)") }
            titles += answer.body.serialized().utf8.count
        }
        for number in 0..<min(ids.count, 500) {
            try ours(number)
            try raw.read(ids[number])
            try json(number)
        }
        let pair = try Pair.measure(ids.count, ours: ours) { try raw.read(ids[$0]) }
        var texts = Samples()
        for number in ids.indices { texts.add(try Stopwatch.time { try json(number) }) }
        guard titles > 0, raw.bytes > 0 else { throw BenchProblem("nothing was read") }
        let over = pair.ours.median - pair.raw.median
        return [
            Figure(
                id: "point_read", title: "applications.get, typed", applications: workspace.plan.applications,
                runs: ids.count, ours: .time(pair.ours.median), raw: .time(pair.raw.median),
                budget: .atMost(.time(25_000), .time(over), "≤ 25 µs over raw"),
                details: [
                    ("p99", .time(pair.ours.p99)), ("p99 of raw", .time(pair.raw.p99)),
                    ("through JSON", .time(texts.median)),
                ])
        ]
    }

    private func chosenIDs() throws -> [Application.ID] {
        var random = RandomNumbers(seed: 11)
        let numbers = (0..<runs).map { _ in Int.random(in: 1...workspace.plan.applications, using: &random) }
        return try workspace.database.read { transaction in
            try numbers.map { number in
                guard
                    let id: Application.ID = try transaction.value(
                        "SELECT id FROM application WHERE row_no = \(number)")
                else { throw BenchProblem("no application has the number \(number)") }
                return id
            }
        }
    }
}
