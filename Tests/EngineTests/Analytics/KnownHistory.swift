import Domain
import Engine
import JSON
import TestSupport
import Testing

/// A history that is small enough to be reckoned by hand: one job of the own company with three openings, opened on day
/// 0 and on hold from day 3 to day 6, and six applications that were all sourced on day 0. It is day 12 now.
///
///     1  applied 1, screening 2, submitted 4, interview 7, offer 9 (accepted), hired 10
///     2  applied 1, screening 3, interview 5, rejected 9
///     3  applied 1, screening 2, submitted 6, interview 8
///     4  applied 2, rejected 4
///     5  –
///     6  applied 1, screening 2, back to applied 3, screening 5, submitted 6
struct KnownHistory {
    let board: Board
    let job: String
    let applications: [String]
    let sources: [String]

    private static let steps: [(day: Int, application: Int, to: Application.Status)] = [
        (1, 1, .applied), (1, 2, .applied), (1, 3, .applied), (1, 6, .applied), (2, 1, .screening), (2, 3, .screening),
        (2, 4, .applied), (2, 6, .screening), (3, 2, .screening), (3, 6, .applied), (4, 1, .submitted),
        (4, 4, .rejected), (5, 2, .interview), (5, 6, .screening), (6, 3, .submitted), (6, 6, .submitted),
        (7, 1, .interview), (8, 3, .interview), (9, 1, .offer), (9, 2, .rejected), (10, 1, .hired),
    ]

    init() throws {
        let board = try Board()
        self.board = board
        let job = try board.job(openings: 3)
        self.job = job
        try board.call(
            "jobs.update", ["job_id": .string(job), "owner_consultant_id": .string(try board.consultant())], as: .admin)
        let sources = try board.call("sources.list", as: .admin)["data"]?.arrayValue ?? []
        self.sources = sources.prefix(2).compactMap { $0["id"]?.stringValue }
        var applications: [String] = []
        for number in 1...6 {
            let made = try board.call(
                "applications.source",
                [
                    "candidate_id": .string(try board.candidate("Ana", "N\(number)")), "job_id": .string(job),
                    "source_id": .string(self.sources[number <= 5 ? 0 : 1]),
                ], as: .consultant)
            applications.append(try #require(made["id"]?.stringValue))
        }
        self.applications = applications
        for day in 1...12 {
            board.world.clock.advance(days: 1)
            if day == 3 { try board.call("jobs.update", ["job_id": .string(job), "status": "on_hold"], as: .admin) }
            if day == 6 { try board.call("jobs.update", ["job_id": .string(job), "status": "open"], as: .admin) }
            for step in Self.steps where step.day == day { try take(step.to, applications[step.application - 1]) }
        }
    }

    private func take(_ status: Application.Status, _ application: String) throws {
        switch status {
        case .offer:
            try board.offer(application)
            try board.accept(application)
        case .rejected: try board.expectMove(application, "rejected", ["reason_id": .string(try board.reason())])
        default: try board.expectMove(application, status.rawValue, ["internal_comment": "As it was."])
        }
    }

    @discardableResult
    func analytics(
        _ operation: String, _ input: JSONValue = [:], as person: World.Person = .admin
    ) throws -> JSONValue {
        try board.call(operation, input, as: person)
    }
}

extension JSONValue {
    /// The number at a path of names and indexes such as `stages.0.reached`.
    func number(_ path: String) -> Double? {
        switch at(path) {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    func at(_ path: String) -> JSONValue? {
        var value: JSONValue? = self
        for name in path.split(separator: ".") {
            value = Int(name).map { index in value?[index] } ?? value?[String(name)]
        }
        return value
    }
}
