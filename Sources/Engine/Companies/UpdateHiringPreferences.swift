import Domain
import JSON
import Storage

/// Changes how a company hires. A field that is not given stays as it is; a list that is given replaces the old one.
public struct UpdateHiringPreferences: RouteOperation {
    public static let contract = Contract(
        "companies.hiringPreferences.update", .put, "/companies/{company_id}/hiring-preferences",
        access: .roles(employer: .own, admin: .yes), effect: .write,
        Phrase(en: "Update hiring preferences", fr: "Modifier les préférences de recrutement"))

    /// At most so many entries in a list.
    static let listLimit = 50

    public var companyID: Company.ID
    public var expectedVersion: Int?
    public var employmentTypes: [Job.EmploymentType]?
    public var workplaces: [Job.Workplace]?
    public var locations: [Location]?
    /// 0 to 60.
    public var minExperienceYears: Patch<Double>
    public var salaryBands: [HiringPreferencesView.SalaryBand]?
    /// Each by its identifier, its name or an alias; a name that nobody used yet becomes a skill.
    public var mustHaveSkills: [Text<120>]?
    public var interviewRounds: Patch<Bounded<0, 20>>
    public var blindReview: Bool?
    public var slaDays: Patch<Bounded<1, 365>>
    /// What whoever applies to one of the company's jobs is written at once: a template of the kind `auto_reply` whose
    /// variables are all known ones, none of them the sender's.
    public var autoReplyTemplateID: Patch<Template.ID>

    public init(
        companyID: Company.ID, expectedVersion: Int? = nil, employmentTypes: [Job.EmploymentType]? = nil,
        workplaces: [Job.Workplace]? = nil, locations: [Location]? = nil, minExperienceYears: Patch<Double> = .keep,
        salaryBands: [HiringPreferencesView.SalaryBand]? = nil, mustHaveSkills: [Text<120>]? = nil,
        interviewRounds: Patch<Bounded<0, 20>> = .keep, blindReview: Bool? = nil,
        slaDays: Patch<Bounded<1, 365>> = .keep, autoReplyTemplateID: Patch<Template.ID> = .keep
    ) {
        self.companyID = companyID
        self.expectedVersion = expectedVersion
        self.employmentTypes = employmentTypes
        self.workplaces = workplaces
        self.locations = locations
        self.minExperienceYears = minExperienceYears
        self.salaryBands = salaryBands
        self.mustHaveSkills = mustHaveSkills
        self.interviewRounds = interviewRounds
        self.blindReview = blindReview
        self.slaDays = slaDays
        self.autoReplyTemplateID = autoReplyTemplateID
    }

    public func perform(in call: Call) throws -> HiringPreferencesView {
        try check()
        if case .set(let id) = autoReplyTemplateID {
            try TemplateUse.automaticReply.check(id, field: "auto_reply_template_id", in: call.transaction)
        }
        try CompanyVisibility.requireFull(companyID, in: call)
        let before = try HiringPreferencesReading.of(companyID, in: call.transaction)
        try StaleVersion.check(expectedVersion, current: before.version, "company", companyID)
        let after = try applied(to: before, in: call)
        guard after != before else { return before }
        try HiringPreferencesWriting.put(after, in: call)
        let answer = try HiringPreferencesReading.of(companyID, in: call.transaction)
        let changes = try FieldChanges(from: before, to: answer, leavingOut: ["version", "updated_at"])
        call.note("hiring_preferences", companyID, before: changes.before, after: changes.after)
        return answer
    }

    private func check() throws(Problem) {
        var errors: [FieldError] = []
        let counts = [
            ("employment_types", employmentTypes?.count), ("workplaces", workplaces?.count),
            ("locations", locations?.count), ("salary_bands", salaryBands?.count),
            ("must_have_skills", mustHaveSkills?.count),
        ]
        for (field, count) in counts where count ?? 0 > Self.listLimit {
            errors.append(.tooMany(field, Self.listLimit))
        }
        if case .set(let years) = minExperienceYears, !(years >= 0 && years <= 60) {
            errors.append(
                FieldError(
                    "min_experience_years", "out_of_range", en: "must be between 0 and 60",
                    fr: "doit être compris entre 0 et 60"))
        }
        for (index, band) in (salaryBands ?? []).enumerated() {
            guard let min = band.min, let max = band.max, min.value > max.value else { continue }
            errors.append(
                FieldError(
                    "salary_bands[\(index)].max", "out_of_range", en: "must not be below min",
                    fr: "ne doit pas être inférieur à min"))
        }
        if !errors.isEmpty { throw Problem.invalid(errors) }
    }

    private func applied(to before: HiringPreferencesView, in call: Call) throws -> HiringPreferencesView {
        var view = before
        view.employmentTypes = employmentTypes ?? before.employmentTypes
        view.workplaces = workplaces ?? before.workplaces
        view.locations = locations?.filter { !$0.isEmpty } ?? before.locations
        view.minExperienceYears = minExperienceYears.applied(to: before.minExperienceYears)
        view.salaryBands = salaryBands ?? before.salaryBands
        view.interviewRounds = interviewRounds.applied(to: before.interviewRounds.flatMap { Bounded($0) })?.value
        view.blindReview = blindReview ?? before.blindReview
        view.slaDays = slaDays.applied(to: before.slaDays.flatMap { Bounded($0) })?.value
        view.autoReplyTemplateID = autoReplyTemplateID.applied(to: before.autoReplyTemplateID)
        if let mustHaveSkills {
            var skills: [HiringPreferencesView.NamedSkill] = []
            for (index, text) in mustHaveSkills.enumerated() {
                let skill = try skill(text, index, in: call)
                if !skills.contains(skill) { skills.append(skill) }
            }
            view.mustHaveSkills = skills
        }
        return view
    }

    private func skill(_ text: Text<120>, _ index: Int, in call: Call) throws -> HiringPreferencesView.NamedSkill {
        let id =
            if let id = Skill.ID(text.value) { try SkillNames.current(id, in: call.transaction) } else {
                try Optional(SkillNames.findOrCreate(text, in: call))
            }
        guard let id, let name: String = try call.transaction.value("SELECT name FROM skill WHERE id = \(id)") else {
            throw Problem.invalid([.unknownReference("must_have_skills[\(index)]")])
        }
        return HiringPreferencesView.NamedSkill(skillID: id, name: name)
    }
}
