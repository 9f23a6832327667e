import DemoData
import Domain

/// What a demo workspace was made with. It keeps them, so that a later `rplus demo` can compare.
public struct DemoParameters: Sendable, Hashable {
    /// `applications`, `candidates`, `jobs`, `seed`, `today`, as text.
    private let values: [String: String]
    private static let names = ["applications", "candidates", "jobs", "seed", "today"]

    init(plan: DemoPlan) {
        values = [
            "applications": "\(plan.applications)", "candidates": "\(plan.candidates)", "jobs": "\(plan.jobs)",
            "seed": "\(plan.seed)", "today": "\(plan.today)",
        ]
    }

    /// From the workspace's own facts (`demo.applications` …).
    init(stored: [String: String]) {
        var values: [String: String] = [:]
        for name in Self.names { values[name] = stored["demo.\(name)"] }
        self.values = values
    }

    public var applications: Int? { values["applications"].flatMap { Int($0) } }
    public var candidates: Int? { values["candidates"].flatMap { Int($0) } }
    public var jobs: Int? { values["jobs"].flatMap { Int($0) } }
    public var seed: UInt64? { values["seed"].flatMap { UInt64($0) } }
    public var today: CalendarDate? { values["today"].flatMap { CalendarDate($0) } }

    /// The facts as the workspace keeps them.
    var stored: [(key: String, value: String)] {
        Self.names.compactMap { name in values[name].map { ("demo.\(name)", $0) } }
    }

    /// `name=value` pairs of the parameters that are asked for, in a fixed order.
    func text(_ names: Set<String>) -> String {
        Self.names.filter(names.contains).map { "\($0)=\(values[$0] ?? "?")" }.joined(separator: " ")
    }
}
