import Domain
import Engine

public struct JobTable: Sendable {
    public internal(set) var focus = Focus.list
    public var profile: Profile
    init(person: Person) { profile = Profile(person: person) }
    var subjects: [Subject] { [] }
    mutating func works() -> [Work] { [] }
    mutating func reload() {}
    mutating func click(_ target: Target) -> [Work] { [] }
    mutating func scroll(_ target: Target, by rows: Int) -> [Work] { [] }
}

extension Workstation {
    mutating func performOnJobs(_ invocation: Invocation) -> [Work]? { nil }
}
