import Domain
import JSON
import Storage

/// Consultants, newest first. An agency has so few that all of them are read and sorted here.
public struct ListConsultants: RouteOperation {
    public static let contract = Contract(
        "consultants.list", .get, "/consultants", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "List consultants", fr: "Lister les consultants"))

    public enum SortField: String, Codable, Sendable, CaseIterable {
        case createdAt = "created_at"
        case name
    }

    /// Part of the name, without regard to case and accents.
    public var q: Text<200>?
    public var status: Consultant.Status?
    /// One of the specialties, without regard to case and accents.
    public var specialty: Text<120>?
    public var region: Text<120>?
    public var sortBy: SortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize

    public init(
        q: Text<200>? = nil, status: Consultant.Status? = nil, specialty: Text<120>? = nil, region: Text<120>? = nil,
        sortBy: SortField? = nil, sortOrder: SortOrder? = nil, page: PageNumber = .defaultInput,
        pageSize: PageSize = .defaultInput
    ) {
        self.q = q
        self.status = status
        self.specialty = specialty
        self.region = region
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
    }

    public func perform(in call: Call) throws -> Page<ConsultantView> {
        var conditions = [ConsultantVisibility.condition(call.principal)]
        if let status { conditions.append("k.status = \(status)") }
        let all = try call.transaction.all(
            """
            SELECT \(ConsultantReading.columns) FROM \(ConsultantReading.source) WHERE \(conditions.allOf())
            ORDER BY k.created_at DESC, k.id DESC
            """, ConsultantReading.read
        ).filter(matches)
        return Page(cutting: sorted(all), page, pageSize)
    }

    private func matches(_ consultant: ConsultantView) -> Bool {
        if let q {
            let name = Folding.key("\(consultant.firstName) \(consultant.lastName)")
            guard name.contains(Folding.key(q.value)) else { return false }
        }
        if let specialty, !Self.holds(consultant.specialties, specialty) { return false }
        if let region, !Self.holds(consultant.regions, region) { return false }
        return true
    }

    private static func holds(_ list: [String], _ text: Text<120>) -> Bool {
        let key = Folding.key(text.value)
        return list.contains { Folding.key($0) == key }
    }

    private func sorted(_ all: [ConsultantView]) -> [ConsultantView] {
        guard sortBy == .name else { return sortOrder == .ascending ? all.reversed() : all }
        let keyed = all.map { (key: Folding.key("\($0.lastName) \($0.firstName)"), view: $0) }
        let ascending = keyed.sorted { ($0.key, $0.view.id) < ($1.key, $1.view.id) }.map(\.view)
        return sortOrder == .descending ? ascending.reversed() : ascending
    }
}
