import Domain
import JSON
import Storage

/// Adds skills to a candidate or changes those it has; with `replace` the others are taken away.
///
/// A skill is named by its id or freely by its name. A name that no skill and no alias has becomes a new skill of kind
/// `skill`, whoever names it: a list that only administrators could extend would leave people stuck. Administrators
/// rename, merge and delete skills.
public struct SetCandidateSkills: RouteOperation {
    public static let contract = Contract(
        "candidates.skills.set", .post, "/candidates/{candidate_id}/skills",
        access: .roles(candidate: .own, admin: .yes), effect: .write,
        Phrase(en: "Add/update skills", fr: "Ajouter ou modifier les compétences"))

    /// More skills than this for one person are refused.
    public static let limit = 200

    public struct Entry: Codable, Sendable, Equatable {
        public var skillID: Skill.ID?
        public var name: Text<120>?
        /// 1 (some notion) … 5 (expert).
        public var level: Bounded<1, 5>
        public var years: Years?
        public var lastUsed: PartialDate?
        public var origin: Skill.Origin?
        public var evidence: Text<1_000>?

        public init(
            skillID: Skill.ID? = nil, name: Text<120>? = nil, level: Bounded<1, 5>, years: Years? = nil,
            lastUsed: PartialDate? = nil, origin: Skill.Origin? = nil, evidence: Text<1_000>? = nil
        ) {
            self.skillID = skillID
            self.name = name
            self.level = level
            self.years = years
            self.lastUsed = lastUsed
            self.origin = origin
            self.evidence = evidence
        }
    }

    public var candidateID: Candidate.ID
    public var skills: [Entry]
    public var replace: Bool?

    public init(candidateID: Candidate.ID, skills: [Entry], replace: Bool? = nil) {
        self.candidateID = candidateID
        self.skills = skills
        self.replace = replace
    }

    public func perform(in call: Call) throws -> Page<CandidateSkillView> {
        try checkInput(call)
        try CandidateVisibility.requireFull(candidateID, in: call)
        let before = try CandidateSkillReading.all(of: candidateID, anonymous: false, in: call.transaction)
        let wanted = try resolved(in: call)
        for (skill, entry) in wanted { try write(skill, entry, before.first { $0.skillID == skill }, call) }
        if replace == true {
            let kept = Set(wanted.map(\.skill))
            for gone in before where !kept.contains(gone.skillID) { try remove(gone, call) }
        }
        let after = try CandidateSkillReading.all(of: candidateID, anonymous: false, in: call.transaction)
        guard after.count <= Self.limit else {
            throw Problem.conflict(
                Phrase(
                    en: "A candidate has at most \(Self.limit) skills.",
                    fr: "Un candidat a au plus \(Self.limit) compétences."))
        }
        if after != before {
            try CandidateSearchDocument.rebuild(candidateID, in: call.transaction)
            call.note(
                "candidate", candidateID, before: ["skills": try JSONValue(encoding: before)],
                after: ["skills": try JSONValue(encoding: after)])
        }
        return Page(cutting: after, .defaultInput, PageSize(200))
    }

    private func checkInput(_ call: Call) throws(Problem) {
        var errors: [FieldError] = []
        if skills.count > Self.limit { errors.append(.tooMany("skills", Self.limit)) }
        if skills.isEmpty, replace != true {
            errors.append(
                FieldError(
                    field: "skills", code: "too_short", message: "must not be empty, unless with replace",
                    parameters: ["french": "ne doit pas être vide, sauf avec replace"]))
        }
        for (index, entry) in skills.enumerated() {
            if (entry.skillID == nil) == (entry.name == nil) {
                errors.append(
                    FieldError(
                        field: "skills[\(index)]", code: "required", message: "needs either skill_id or name",
                        parameters: ["french": "il faut skill_id ou name"]))
            } else if let name = entry.name, Folding.key(name.value).isEmpty {
                errors.append(
                    FieldError(
                        field: "skills[\(index)].name", code: "format", message: "has no letter or sign",
                        parameters: ["french": "ne contient aucun caractère"]))
            }
            // A person speaks for itself; the recruiter's and the CV's word are the agency's.
            if call.cell == .own, entry.origin == .recruiter {
                errors.append(
                    FieldError(
                        field: "skills[\(index)].origin", code: "not_allowed", message: "is for recruiters only",
                        parameters: ["french": "est réservé aux recruteurs"]))
            }
        }
        if !errors.isEmpty { throw Problem.invalid(errors) }
    }

    /// Each skill once; what comes later wins.
    private func resolved(in call: Call) throws -> [(skill: Skill.ID, entry: Entry)] {
        var wanted: [(skill: Skill.ID, entry: Entry)] = []
        for (index, entry) in skills.enumerated() {
            let skill: Skill.ID
            if let id = entry.skillID {
                let found: Skill.ID? = try call.transaction.value(
                    "SELECT COALESCE(replaced_by, id) FROM skill WHERE id = \(id) AND deleted_at IS NULL")
                guard let found else {
                    throw Problem.invalid(
                        field: "skills[\(index)].skill_id", code: "not_found",
                        Phrase(en: "names no skill", fr: "ne désigne aucune compétence"))
                }
                skill = found
            } else if let name = entry.name {
                skill = try SkillNames.findOrCreate(name, in: call)
            } else {
                continue
            }
            if let place = wanted.firstIndex(where: { $0.skill == skill }) { wanted.remove(at: place) }
            wanted.append((skill, entry))
        }
        return wanted
    }

    private func write(_ skill: Skill.ID, _ entry: Entry, _ known: CandidateSkillView?, _ call: Call) throws {
        let origin = entry.origin ?? known?.origin ?? (call.cell == .own ? .own : .recruiter)
        if let known, known.level == entry.level.value, known.years == entry.years?.value,
            known.lastUsed == entry.lastUsed, known.origin == origin, known.evidence == entry.evidence?.value
        {
            return
        }
        try CandidateSkillWriting.put(
            candidate: candidateID, skill: skill, level: entry.level.value, years: entry.years?.value,
            lastUsed: entry.lastUsed, origin: origin, evidence: entry.evidence?.value, in: call)
    }

    private func remove(_ skill: CandidateSkillView, _ call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE candidate_skill SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(call.rowSequence()) WHERE id = \(skill.id)
            """)
        try Tombstone.write("candidate_skill", skill.id, in: call)
    }
}

/// Years of practice, 0 to 80, halves and tenths allowed.
public struct Years: Hashable, Sendable, Codable, SchemaDescribing, ExampleProviding {
    public let value: Double

    public init?(_ value: Double) {
        guard (0...80).contains(value) else { return nil }
        self.value = value
    }

    public init(from decoder: any Decoder) throws {
        guard let years = Years(try decoder.singleValueContainer().decode(Double.self)) else {
            throw ValueProblem(
                code: "out_of_range", message: "must be between 0 and 80",
                parameters: ["minimum": "0", "maximum": "80"])
        }
        self = years
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    public static let example = Years(1)!
    public static var jsonSchema: JSONValue { ["type": "number", "minimum": 0, "maximum": 80] }
}
