import DemoData
import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct DemoGeneratorTests {
    static let today = CalendarDate("2026-11-20")!

    private func make(_ plan: DemoPlan) throws -> World {
        let world = try World(people: false)
        try DemoGenerator(plan: plan, engine: world.engine).run()
        return world
    }

    @Test func theNumbersAreTheOnesAskedFor() throws {
        let world = try make(DemoPlan(applications: 700, candidates: 400, jobs: 30, today: Self.today))
        for (table, count) in [("application", 700), ("candidate", 400), ("job", 30)] {
            let found: Int? = try world.database.read { try $0.value("SELECT COUNT(*) FROM \(SQL(trusted: table))") }
            #expect(found == count, "\(table)")
        }
    }

    @Test func theSameSeedGivesTheSameRows() throws {
        let plan = DemoPlan(applications: 300, candidates: 200, jobs: 20, seed: 9, today: Self.today)
        let worlds = try [make(plan), make(plan)]
        for sql: SQL in [
            "SELECT id, name_folded, emails FROM candidate ORDER BY id",
            "SELECT id, status, candidate_id FROM application ORDER BY id",
            "SELECT id, application_id, to_status FROM status_history ORDER BY id",
            "SELECT id, title, status FROM job ORDER BY id",
        ] {
            let rows = try worlds.map { world in
                try world.database.read { transaction in
                    try transaction.all(sql) { columns in (0..<3).map { columns.row.value($0) } }
                }
            }
            #expect(rows[0] == rows[1])
            #expect(!rows[0].isEmpty)
        }
    }

    @Test func aTelephoneNumberIsOnePersons() throws {
        let world = try make(DemoPlan(applications: 3_000, today: Self.today))
        let numbers = try world.database.read {
            try $0.column("SELECT value_folded FROM candidate_contact WHERE kind = 'phone'", as: String.self)
        }
        #expect(numbers.count == 1_800)
        #expect(Set(numbers).count == numbers.count)
        #expect(numbers.allSatisfy { $0.hasPrefix("+33") ? $0.utf8.count == 12 : $0.utf8.count == 13 })
    }

    @Test func oneYearIsOne() throws {
        let world = try make(DemoPlan(applications: 1_000, today: Self.today))
        let summaries = try world.database.read {
            try $0.column("SELECT summary FROM candidate WHERE experience_months < 24", as: String.self)
        }
        #expect(summaries.contains { $0.hasPrefix("1 an d’") })
        #expect(summaries.contains { $0.hasPrefix("1 year of") })
        #expect(summaries.allSatisfy { !$0.hasPrefix("1 ans") && !$0.hasPrefix("1 years") })
    }

    @Test func anotherSeedGivesOtherPeople() throws {
        let names = try [UInt64(1), 2].map { seed in
            let world = try make(DemoPlan(applications: 60, candidates: 60, jobs: 20, seed: seed, today: Self.today))
            return try world.database.read {
                try $0.column("SELECT name_folded FROM candidate ORDER BY row_no", as: String.self)
            }
        }
        #expect(names[0] != names[1])
    }

    @Test func historyAgreesWithStatusAndCountersWithRows() throws {
        let world = try make(DemoPlan(applications: 2_000, today: Self.today))
        try world.database.read { transaction in
            let disagreeing: Int? = try transaction.value(
                """
                SELECT COUNT(*) FROM application a WHERE a.status <> (SELECT h.to_status FROM status_history h
                WHERE h.application_id = a.id ORDER BY h.at DESC, h.id DESC LIMIT 1)
                """)
            #expect(disagreeing == 0)
            let hires: Int? = try transaction.value(
                """
                SELECT COUNT(*) FROM job j WHERE j.openings_filled <>
                (SELECT COUNT(*) FROM application a WHERE a.job_id = j.id AND a.status = 'hired')
                """)
            #expect(hires == 0)
            let miscounted: Int? = try transaction.value(
                """
                SELECT COUNT(*) FROM application_count k WHERE k.n <>
                (SELECT COUNT(*) FROM application a WHERE a.company_id = k.scope_id AND a.status = k.status)
                AND k.scope_id IN (SELECT id FROM company)
                """)
            #expect(miscounted == 0)
            let early: Int? = try transaction.value(
                """
                SELECT COUNT(*) FROM application a JOIN job j ON j.id = a.job_id
                JOIN candidate c ON c.id = a.candidate_id WHERE a.applied_at < c.created_at
                """)
            #expect(early == 0)
            let chain = try AuditVerification(in: transaction)
            #expect(chain.findings.isEmpty)
        }
    }

    @Test func everyDemoAccountHasItsRows() throws {
        let world = try make(DemoPlan(applications: 1_000, today: Self.today))
        try world.database.read { transaction in
            for second in [false, true] {
                let jobs: Int? = try transaction.value(
                    """
                    SELECT COUNT(*) FROM job j JOIN user_account u ON u.company_id = j.company_id
                    WHERE u.email = \(DemoAccounts.email(.employer, second: second))
                    AND EXISTS (SELECT 1 FROM application a WHERE a.job_id = j.id)
                    """)
                #expect((jobs ?? 0) >= 5)
                let applications: Int? = try transaction.value(
                    """
                    SELECT COUNT(*) FROM application a JOIN candidate c ON c.id = a.candidate_id
                    JOIN user_account u ON u.id = c.user_id
                    WHERE u.email = \(DemoAccounts.email(.candidate, second: second))
                    """)
                #expect((applications ?? 0) >= 3)
                let assigned: Int? = try transaction.value(
                    """
                    SELECT COUNT(DISTINCT s.subject_type) FROM assignment s
                    JOIN consultant k ON k.id = s.consultant_id JOIN user_account u ON u.id = k.user_id
                    WHERE u.email = \(DemoAccounts.email(.consultant, second: second))
                    """)
                #expect(assigned == 2)
            }
            let withoutCurriculum: Int? = try transaction.value(
                "SELECT COUNT(*) FROM candidate c WHERE NOT EXISTS (SELECT 1 FROM cv v WHERE v.candidate_id = c.id)")
            #expect(withoutCurriculum == 0)
        }
    }

    @Test func nothingIsLeftForADataMigration() throws {
        let world = try make(DemoPlan(applications: 500, today: Self.today))
        let token = Credential.token(
            try world.engine.openSession(email: DemoAccounts.email(.superadmin, second: false)))
        let plan = world.engine.dispatch("superadmin.dataMigration", input: [:], as: token)
        let steps = try #require(plan.body["data_steps"]?.arrayValue)
        #expect(!steps.isEmpty)
        // Of what is made anew from all rows nobody can say how much there is.
        for step in steps where step["pending"] != nil { #expect(step["pending"] == 0, "\(step)") }
    }

    @Test func organisationsHaveWhatBelongsToThem() throws {
        let world = try make(DemoPlan(applications: 1_000, today: Self.today))
        try world.database.read { transaction in
            func count(_ query: SQL) throws -> Int { try transaction.value(query) ?? 0 }
            let companies = try count("SELECT COUNT(*) FROM company")
            #expect(try count("SELECT COUNT(DISTINCT company_id) FROM contact WHERE is_primary = 1") == companies)
            #expect(try count("SELECT COUNT(*) FROM contact WHERE is_primary = 1") == companies)
            #expect(try count("SELECT COUNT(*) FROM hiring_preferences") > companies / 3)
            #expect(try count("SELECT COUNT(*) FROM skill WHERE category_id IS NULL") == 0)
            #expect(try count("SELECT COUNT(*) FROM skill_category WHERE parent_id IS NOT NULL") > 5)
            #expect(
                try count(
                    "SELECT COUNT(*) FROM consultant k WHERE NOT EXISTS (SELECT 1 FROM target t WHERE t.consultant_id = k.id)"
                )
                    == 0)
            for table in ["candidate", "company"] {
                let owned = try count(
                    "SELECT COUNT(*) FROM \(SQL(trusted: table)) WHERE owner_consultant_id IS NOT NULL")
                #expect(owned > 0)
                #expect(
                    try count(
                        "SELECT COUNT(*) FROM assignment WHERE subject_type = \(table) AND role = 'owner' AND ends_at IS NULL"
                    )
                        == owned)
            }
        }
        let alias = world.engine.dispatch("skills.list", input: ["q": "soins des plaies"], as: .anonymous(.english))
        #expect(alias.body["data"]?[0]?["name"] == "Wound care")
    }

    @Test func conversationsAreWholeAndSmallBesideTheApplications() throws {
        let world = try make(DemoPlan(applications: 2_000, today: Self.today))
        try world.database.read { transaction in
            let wrong: Int? = try transaction.value(
                """
                SELECT COUNT(*) FROM conversation c WHERE c.message_count <>
                (SELECT COUNT(*) FROM message m WHERE m.conversation_id = c.id) OR c.last_message_at <>
                (SELECT MAX(m.sent_at) FROM message m WHERE m.conversation_id = c.id)
                OR (SELECT COUNT(*) FROM conversation_participant p WHERE p.conversation_id = c.id) <> 2
                """)
            #expect(wrong == 0)
            let unread: Int? = try transaction.value(
                """
                SELECT COUNT(*) FROM conversation_participant p WHERE p.unread <> (SELECT COUNT(*) FROM message m
                WHERE m.conversation_id = p.conversation_id AND m.sender_id <> p.user_id
                AND (p.last_read_at IS NULL OR m.sent_at > p.last_read_at))
                """)
            #expect(unread == 0)
            let count: Int? = try transaction.value("SELECT COUNT(*) FROM conversation")
            #expect((10...200).contains(count ?? 0))
            let latest: Instant? = try transaction.value("SELECT MAX(sent_at) FROM message")
            #expect(try #require(latest) < Self.today.startOfDay.advanced(byMilliseconds: 9 * 3_600_000))
        }
        for role in [Role.candidate, .employer, .consultant] {
            let token = try world.engine.openSession(email: DemoAccounts.email(role))
            let list = world.engine.dispatch("messaging.conversations.list", input: [:], as: .token(token))
            #expect((list.body["total"]?.integerValue ?? 0) >= 3, "\(role)")
        }
        let admin = try world.engine.openSession(email: DemoAccounts.email(.admin))
        let found = world.engine.dispatch(
            "messaging.conversations.list", input: ["q": "entretien OR interview"], as: .token(admin))
        #expect((found.body["total"]?.integerValue ?? 0) > 0)
        // Every template is one that could be saved again.
        let templates = world.engine.dispatch("messaging.templates.list", input: [:], as: .token(admin)).body
        for template in templates["data"]?.arrayValue ?? [] {
            let same: JSONValue = [
                "template_id": template["id"] ?? .null, "body": template["body"] ?? .null,
                "subject": template["subject"] ?? .null,
                "variables": .array((template["variables"]?.arrayValue ?? []).filter { $0 == "date" }),
            ]
            let saved = world.engine.dispatch("messaging.templates.update", input: same, as: .token(admin))
            #expect(saved.status == 200 && saved.body["version"] == 1, "\(saved.body)")
        }
    }

    @Test func nothingIsLaterThanToday() throws {
        let plan = DemoPlan(applications: 500, today: Self.today)
        let world = try make(plan)
        let latest: Instant? = try world.database.read { try $0.value("SELECT MAX(at) FROM status_history") }
        #expect(try #require(latest) < Self.today.adding(days: 1).startOfDay)
    }
}
