import Domain
import JSON
import Storage

/// Candidates that the caller may see, newest first, or those that match a search.
///
/// An employer gets candidates that it does not know yet as anonymous profiles. Filters and orders that would tell
/// something about such a profile's hidden fields are refused for employers (422).
public struct ListCandidates: RouteOperation {
    public static let contract = Contract(
        "candidates.list", .get, "/candidates",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "List candidates + search/filter", fr: "Lister et chercher les candidats"))

    public enum SortField: String, Codable, Sendable, CaseIterable {
        case createdAt = "created_at"
        case name
    }

    /// A search (`SearchLanguage`). Without `sort_by` the matches come newest first.
    public var q: Text<500>?
    /// Takes the last word of `q` for the beginning of one, and forgives what is not finished yet.
    public var asYouType: Bool?
    public var status: Candidate.Status?
    public var ownerConsultantID: Consultant.ID?
    public var sourceID: Source.ID?
    public var skillID: Skill.ID?
    public var countryCode: CountryCode?
    public var minExperienceMonths: Bounded<0, 1_200>?
    /// All skills of each instead of the best five.
    public var allSkills: Bool?
    /// Experience and education of those whom the caller sees in full.
    public var withRecords: Bool?
    public var sortBy: SortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        q: Text<500>? = nil, asYouType: Bool? = nil, status: Candidate.Status? = nil,
        ownerConsultantID: Consultant.ID? = nil, sourceID: Source.ID? = nil, skillID: Skill.ID? = nil,
        countryCode: CountryCode? = nil, minExperienceMonths: Bounded<0, 1_200>? = nil, allSkills: Bool? = nil,
        withRecords: Bool? = nil,
        sortBy: SortField? = nil, sortOrder: SortOrder? = nil, page: PageNumber = .defaultInput,
        pageSize: PageSize = .defaultInput,
        cursor: ListCursor? = nil
    ) {
        self.q = q
        self.asYouType = asYouType
        self.status = status
        self.ownerConsultantID = ownerConsultantID
        self.sourceID = sourceID
        self.skillID = skillID
        self.countryCode = countryCode
        self.minExperienceMonths = minExperienceMonths
        self.allSkills = allSkills
        self.withRecords = withRecords
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<CandidateView> {
        try refuseRevealingFilters(to: call.principal)
        var page = try found(in: call)
        let limit = allSkills == true ? SetCandidateSkills.limit : CandidateReading.listedSkills
        try CandidateReading.addSkills(to: &page, limit: limit, in: call.transaction)
        if withRecords == true { try CandidateReading.addRecords(to: &page, in: call.transaction) }
        return page
    }

    /// What an employer may not ask, since the answer would tell of hidden fields of anonymous profiles.
    private func refuseRevealingFilters(to principal: Principal) throws(Problem) {
        guard principal.role == .employer else { return }
        var fields: [String] = []
        if status != nil { fields.append("status") }
        if ownerConsultantID != nil { fields.append("owner_consultant_id") }
        if sourceID != nil { fields.append("source_id") }
        if countryCode != nil { fields.append("country_code") }
        if sortBy == .name { fields.append("sort_by") }
        guard !fields.isEmpty else { return }
        throw Problem.invalid(
            fields.map {
                FieldError(
                    field: $0, code: "not_allowed",
                    message: "is not for employers: it would tell about candidates who are anonymous to you",
                    parameters: [
                        "french": "n’est pas ouvert aux employeurs : cela révélerait des candidats anonymes pour vous"
                    ])
            })
    }

    /// Who is still typing waits for the first matches, not for how many there are.
    private static let typedCountLimit = 1_000

    private func found(in call: Call) throws -> Page<CandidateView> {
        let flag = CandidateVisibility.fullFlag(for: call.principal)
        guard let q else { return try listed(flag, [], count: nil, in: call) }
        let query = try CandidateSearch.language.parse(q.value, asYouType: asYouType ?? false)
        let search = SearchListing(
            collection: EngineSchema.candidateSearch, columns: CandidateReading.columns(flag: flag),
            join: "JOIN candidate c ON c.row_no = ", idColumn: "c.id",
            branches: CandidateSearch.branches(query, filters: filters, for: call),
            descending: sortOrder != .ascending)
        guard sortBy == .name else {
            return try search.page(
                call, page: page, size: pageSize, cursor: cursor,
                countLimit: asYouType == true ? Self.typedCountLimit : Listing.countLimit, read: CandidateReading.read)
        }
        // Few matches are sorted; among many, the names are walked in order and each is looked up in the index.
        let count = try search.count(call.transaction, upTo: Listing.countLimit)
        let match = EngineSearch.match(query, in: EngineSchema.candidateSearch, call.transaction)
        let condition: SQL =
            !count.exact
            ? """
            EXISTS (SELECT 1 FROM \(match.table) WHERE \(match.condition) AND \(match.key) = c.row_no)
            """
            : "c.row_no IN (SELECT \(match.key) FROM \(match.table) WHERE \(match.condition))"
        return try listed(flag, [condition], count: count, in: call)
    }

    /// The list in the order of a column. `count` is how many there are, where that is known already.
    private func listed(
        _ flag: SQL, _ conditions: [SQL], count: (total: Int, exact: Bool)?, in call: Call
    ) throws -> Page<CandidateView> {
        let byName = sortBy == .name
        var listing = Listing(
            columns: CandidateReading.columns(flag: flag), source: "candidate c", conditions: conditions,
            parts: CandidateVisibility.parts(for: call.principal, now: call.now),
            orderColumn: byName ? "c.name_folded" : "c.created_at", idColumn: "c.id",
            descending: byName ? sortOrder == .descending : sortOrder != .ascending,
            orderName: byName ? "name" : "created_at", knownTotal: count)
        // The filters but these have indexes in the order of creation.
        if let minExperienceMonths {
            listing.filters.append("c.experience_months >= \(minExperienceMonths)")
            if count == nil, plainFilters.isEmpty || !byName {
                listing.way = try Self.isRare(minExperienceMonths, in: call.transaction) ? .sort : .walk
            }
        }
        if byName { listing.filters += plainFilters } else { listing.conditions += plainFilters }
        if let skillID { try narrow(&listing, to: skillID, in: call) }
        return try listing.page(call, page: page, size: pageSize, cursor: cursor, read: CandidateReading.read)
    }

    /// Lists only who has the skill. Few are where the list begins; among many, the list is walked and each is asked
    /// for.
    private func narrow(_ listing: inout Listing, to skill: Skill.ID, in call: Call) throws {
        let having: [SQL] = ["cs.skill_id = \(skill)", "cs.deleted_at IS NULL", "c.id = cs.candidate_id"]
        if listing.knownTotal == nil {
            // Whoever sees everybody, and asks for nothing else, has the total by two indexes.
            let isAll = call.principal.isStaff && plainFilters.isEmpty && minExperienceMonths == nil
            var counting = listing
            counting.origin = "candidate_skill cs JOIN candidate c ON c.id = cs.candidate_id"
            counting.conditions += having
            listing.knownTotal = try isAll ? count(with: skill, in: call.transaction) : counting.counted(call)
        }
        guard let known = listing.knownTotal, known.total > Listing.few else {
            listing.origin = "candidate_skill cs CROSS JOIN candidate c"
            listing.conditions += having
            return
        }
        listing.conditions.append(Self.has(skill))
    }

    /// Whether few have so much experience, whoever may see them: then the list begins at them.
    private static func isRare(_ months: Bounded<0, 1_200>, in transaction: any Transaction) throws -> Bool {
        let found: Int? = try transaction.value(
            """
            SELECT COUNT(*) FROM (SELECT 1 FROM candidate WHERE experience_months >= \(months)
            AND deleted_at IS NULL LIMIT \(Listing.few + 1)) AS counted
            """)
        return (found ?? 0) <= Listing.few
    }

    /// How many have the skill, by two indexes alone.
    private func count(with skill: Skill.ID, in transaction: any Transaction) throws -> (total: Int, exact: Bool) {
        let counted: Int? = try transaction.value(
            """
            SELECT COUNT(*) FROM (SELECT 1 FROM candidate_skill WHERE skill_id = \(skill) AND deleted_at IS NULL
            AND candidate_id NOT IN (SELECT id FROM candidate WHERE deleted_at IS NOT NULL)
            LIMIT \(Listing.countLimit + 1)) AS counted
            """)
        let total = counted ?? 0
        return total > Listing.countLimit ? (Listing.countLimit, false) : (total, true)
    }

    /// What the rows of a search must meet.
    private var filters: [SQL] {
        var conditions = plainFilters
        if let minExperienceMonths { conditions.append("c.experience_months >= \(minExperienceMonths)") }
        if let skillID { conditions.append(Self.has(skillID)) }
        return conditions
    }

    private static func has(_ skill: Skill.ID) -> SQL {
        """
        EXISTS (SELECT 1 FROM candidate_skill has WHERE has.candidate_id = c.id AND has.skill_id = \(skill)
        AND has.deleted_at IS NULL)
        """
    }

    private var plainFilters: [SQL] {
        var conditions: [SQL] = []
        if let status { conditions.append("c.status = \(status)") }
        if let ownerConsultantID { conditions.append("c.owner_consultant_id = \(ownerConsultantID)") }
        if let sourceID { conditions.append("c.source_id = \(sourceID)") }
        if let countryCode { conditions.append("c.country_code = \(countryCode)") }
        return conditions
    }
}
