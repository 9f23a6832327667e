import DemoData
import Domain
import Engine
import JSON
import Storage
import Workspace

/// What reading operations take through dispatch, JSON included: every list with each of its filters in each of its
/// orders, and every metric with each of its filters, for somebody who sees all of it, and for an employer and a
/// candidate where they may call it too: what is theirs has to be found first.
struct ReadingFigure {
    enum Kind: String {
        case lists, analytics

        fileprivate func has(_ type: any RouteOperation.Type) -> Bool {
            let id = type.contract.id
            let isMetric =
                id.hasPrefix("analytics.") || id.hasPrefix("skills.trending") || id.hasPrefix("skills.demand")
            return self == .analytics ? isMetric : ReadingCalls.isList(type) && !isMetric
        }
    }

    let workspace: BenchWorkspace
    let kind: Kind
    /// Only these; none for all.
    let operations: [String]
    /// How often each call is made.
    let runs: Int
    /// Says which operation it has come to: some take minutes.
    let log: (String) -> Void

    /// Nanoseconds: of a call that takes longer only one more is made.
    private static let hopeless: UInt64 = 2_000_000_000

    private static let roles: [Role] = [.consultant, .admin, .superadmin, .employer, .candidate]
    /// A rare word and one that very many have.
    private static let words = ["nurse", "lefevre", "paris"]

    func measure() throws -> [Figure] {
        let credentials = try Dictionary(
            uniqueKeysWithValues: Self.roles.map { role in
                (role, Credential.token(try workspace.engine.openSession(email: DemoAccounts.email(role))))
            })
        let known = try self.known()
        var figures: [Figure] = []
        for type in Catalogue.operations where kind.has(type) {
            guard operations.isEmpty || operations.contains(type.contract.id) else { continue }
            guard let calls = ReadingCalls(type, known, words: Self.words) else { continue }
            let allowed = Self.roles.filter { type.contract.access.cell(for: $0) != .no }
            for role in allowed where role == allowed.first || role == .employer || role == .candidate {
                guard let credential = credentials[role] else { continue }
                let whose = role == allowed.first ? "" : ", \(role.rawValue)"
                log("\(kind.rawValue): \(type.contract.id)\(whose)")
                if let figure = try figure(calls, credential, whose: whose) { figures.append(figure) }
            }
        }
        return figures
    }

    /// `nil` where every call is refused: some lists are of a thing that must be named, and may not be of this caller.
    private func figure(_ calls: ReadingCalls, _ credential: Credential, whose: String) throws -> Figure? {
        var samples = Samples()
        var longest: [(time: UInt64, input: JSONValue)] = []
        for input in calls.inputs {
            // Once unmeasured, for what is measured is not the disk: rows that nobody has read today are read from it.
            let unread = Stopwatch.time {
                _ = workspace.engine.dispatch(calls.operation, input: input, as: credential)
            }
            var slowest: UInt64 = 0
            // What takes seconds misses every budget; to know it twice would take the hour.
            for _ in 0..<(unread > Self.hopeless ? 1 : runs) {
                var answer = EncodedAnswer(status: 0, body: .null)
                let time = Stopwatch.time {
                    answer = workspace.engine.dispatch(calls.operation, input: input, as: credential)
                }
                // Some orders need a filter beside them, and some filters name what others own; what is refused for
                // that is no reading.
                if [403, 404, 422].contains(answer.status) { break }
                guard answer.isSuccess else {
                    throw BenchProblem(
                        "\(calls.operation) \(input.serialized()) answered \(answer.body.serialized().prefix(300))")
                }
                samples.add(time)
                slowest = max(slowest, time)
            }
            if slowest > 0 { longest.append((slowest, input)) }
        }
        guard samples.count > 0 else { return nil }
        let limit = kind == .lists ? 30e6 : 500e6
        longest.sort { $0.time > $1.time }
        // The longest, and every other that is longer than all may be: whoever mends one wants to see all.
        let shown = longest.enumerated().filter { $0.offset == 0 || Double($0.element.time) > limit }.prefix(40)
        return Figure(
            id: "\(kind.rawValue).\(calls.operation)\(whose)", title: calls.operation + whose,
            applications: workspace.plan.applications, runs: samples.count, ours: .time(samples.median),
            budget: .atMost(
                .time(limit), .time(samples.p99), kind == .lists ? "p99 ≤ 30 ms" : "p99 ≤ 500 ms"),
            details: shown.map {
                (name: "longest: " + $0.element.input.serialized(), value: Quantity.time(Double($0.element.time)))
            })
    }

    /// Identifiers that filters take: the first of each kind, and one that many rows have.
    private func known() throws -> ReadingCalls.Known {
        var known = ReadingCalls.Known()
        for (names, query) in [
            (["job_id"], "SELECT job_id FROM application WHERE row_no IN (1, 7) ORDER BY row_no"),
            (["company_id"], "SELECT id FROM company WHERE row_no IN (1, 9) ORDER BY row_no"),
            (["candidate_id"], "SELECT candidate_id FROM application WHERE row_no IN (1, 7) ORDER BY row_no"),
            (["consultant_id", "owner_consultant_id"], "SELECT id FROM consultant WHERE row_no IN (1, 2)"),
            (["source_id"], "SELECT source_id FROM application WHERE row_no IN (1, 7) AND source_id IS NOT NULL"),
            (["skill_id"], "SELECT skill_id FROM candidate_skill LIMIT 2"),
            (["category_id"], "SELECT category_id FROM skill WHERE category_id IS NOT NULL LIMIT 2"),
        ] {
            let values: [AnyEntity.ID] = try workspace.database.read { try $0.column(SQL(trusted: query)) }
            for name in names { known[name] = values.map(\.description) }
        }
        known["country_code"] = ["FR"]
        return known
    }
}
