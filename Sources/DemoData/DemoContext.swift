import Domain
import Engine
import Storage

/// Identifiers that many rows refer to, and the rows that carry them: accounts, consultants, skills.
struct DemoContext: Sendable {
    let plan: DemoPlan
    let reasons: [Reason.ID]
    let sources: [Source.ID]
    /// By occupation, in the order of its skills.
    private(set) var skills: [[Skill.ID]] = []
    private(set) var skillNames: [[String]] = []
    private(set) var consultants: [Consultant.ID] = []
    private(set) var consultantUsers: [User.ID] = []
    /// The users of the demo accounts by e-mail.
    private(set) var users: [String: User.ID] = [:]
    let passwordHash: String
    let startedAt: Instant

    init(plan: DemoPlan, passwordHash: String, transaction: any Transaction) throws {
        self.plan = plan
        self.passwordHash = passwordHash
        startedAt = plan.now.advanced(byDays: -900)
        try Engine.replantLists(at: startedAt, identifiers: DemoIdentifiers(seed: plan.seed), in: transaction)
        reasons = try transaction.column("SELECT id FROM reason ORDER BY id")
        sources = try transaction.column("SELECT id FROM source ORDER BY id")
        try writeSkills(transaction)
        try writeAccounts(transaction)
        try TemplateRows.write(plan: plan, at: startedAt, transaction)
    }

    private mutating func writeSkills(_ transaction: any Transaction) throws {
        var known: [String: Skill.ID] = [:]
        var random = RandomStream(seed: plan.seed, kind: .identifier, index: 1)
        let clock = try transaction.clock()
        let categories = try SkillTree(plan: plan, at: startedAt).write(transaction)
        for occupation in Occupations.all {
            var ids: [Skill.ID] = []
            for skill in occupation.skills {
                let folded = Folding.key(skill.english)
                if let id = known[folded] {
                    ids.append(id)
                    continue
                }
                let id: Skill.ID = random.identifier(at: startedAt)
                known[folded] = id
                ids.append(id)
                let alias = skill.french == skill.english ? [] : [skill.french]
                let kind: Skill.Kind = skill.english == "English" ? .language : .skill
                try transaction.execute(
                    """
                    INSERT INTO skill (id, created_at, updated_at, version, row_seq, name, name_folded, aliases,
                    aliases_folded, category_id, kind) VALUES (\(id), \(startedAt), \(startedAt), 1, \(clock),
                    \(skill.english), \(folded), \(JSONText.list(alias)), \(SkillNames.foldedAliases(alias)),
                    \(categories[occupation.industry]), \(kind))
                    """)
                for name in alias {
                    try transaction.execute(
                        """
                        INSERT INTO skill_alias (name_folded, skill_id) VALUES (\(Folding.key(name)), \(id))
                        """)
                }
            }
            skills.append(ids)
            skillNames.append(occupation.skills.map(\.english))
        }
    }

    private mutating func writeAccounts(_ transaction: any Transaction) throws {
        var random = RandomStream(seed: plan.seed, kind: .identifier, index: 2)
        for account in DemoAccounts.all {
            let id: User.ID = random.identifier(at: startedAt)
            users[account.email] = id
            let name: (String, String)
            switch (account.role, account.second) {
            case (.candidate, let second):
                let sketch = CandidateSketch(second ? 1 : 0, plan: plan)
                name = (sketch.first, sketch.last)
            case (.employer, false): name = ("Nadia", "Ferrand")
            case (.employer, true): name = ("Peter", "Hallam")
            case (.consultant, false): name = ("Claire", "Morel")
            case (.consultant, true): name = ("Jonas", "Weber")
            case (.admin, false): name = ("Inès", "Carpentier")
            case (.admin, true): name = ("Tom", "Ashby")
            case (.superadmin, false): name = ("Maud", "Lenoir")
            case (.superadmin, true): name = ("Sam", "Okafor")
            }
            let company: Company.ID? =
                account.role == .employer ? CompanySketch(account.second ? 1 : 0, plan: plan).id : nil
            try insertUser(
                id, email: account.email, first: name.0, last: name.1, role: account.role, company: company, transaction
            )
        }
        for number in 0..<plan.consultants {
            var random = RandomStream(seed: plan.seed, kind: .consultant, index: number)
            let id: Consultant.ID = random.identifier(at: startedAt)
            let user: User.ID
            if number < 2, let account = users[DemoAccounts.email(.consultant, second: number == 1)] {
                user = account
            } else {
                user = random.identifier(at: startedAt)
                let first = random.pick(Names.frenchFirst)
                let last = random.pick(Names.frenchLast)
                try insertUser(
                    user, email: "consultant.\(number + 1)@agency.example", first: first, last: last,
                    role: .consultant, company: nil, transaction)
            }
            consultants.append(id)
            consultantUsers.append(user)
            let trade = Occupations.all[number % Occupations.all.count]
            let other = Occupations.all[random.below(Occupations.all.count)]
            let trades = Set([trade.industry, other.industry]).sorted()
            let regions = Set([random.pick(Cities.all).region, random.pick(Cities.all).region]).sorted()
            let title = ["Consultant", "Consultant", "Senior consultant", "Team lead"][number < 2 ? 0 : random.below(4)]
            try transaction.execute(
                """
                INSERT INTO consultant (id, created_at, updated_at, version, row_seq, row_no, user_id, title,
                specialties, regions, capacity, commission_percent, status) VALUES (\(id), \(startedAt), \(startedAt), 1,
                \(try transaction.clock()), \(number + 1), \(user), \(title), \(JSONText.list(trades)),
                \(JSONText.list(regions)), \(capacity), \(Double(8 + number % 5)), 'active')
                """)
            try writeTargets(of: id, number: number, transaction)
        }
    }

    /// Three in ten candidates have an owner; each consultant has room for half as many again.
    private var capacity: Int { max(40, (plan.candidates * 45 / 100 / plan.consultants + 9) / 10 * 10) }

    private func insertUser(
        _ id: User.ID, email: String, first: String, last: String, role: Role, company: Company.ID?,
        _ transaction: any Transaction
    ) throws {
        let isFrench = role != .candidate && !email.contains("2@")
        try transaction.execute(
            """
            INSERT INTO user_account (id, created_at, updated_at, version, row_seq, email, email_folded,
            password_hash, first_name, last_name, name_folded, role, status, company_id, locale, timezone, email_verified_at,
            failed_logins, token_epoch) VALUES (\(id), \(startedAt), \(startedAt), 1, \(try transaction.clock()),
            \(email), \(email), \(passwordHash), \(first), \(last), \(Folding.key("\(last) \(first)")), \(role), 'active', \(company),
            \(isFrench ? "fr" : "en"), 'Europe/Paris', \(startedAt), 0, 1)
            """)
    }

    func reason(_ key: PathSimulation.ReasonKey) -> Reason.ID { reasons[key.rawValue] }
}
