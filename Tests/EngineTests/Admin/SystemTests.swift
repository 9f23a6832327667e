import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct SystemTests {
    let scene: AccessScene
    init() throws { scene = try AccessScene() }

    private func call(_ operation: String, _ input: JSONValue = [:]) throws -> JSONValue {
        let answer = try scene.world.call(operation, input, as: .superadmin)
        try #require(answer.isSuccess, "\(operation): \(answer.body)")
        return answer.body
    }

    private func count(_ table: String, where condition: SQL = "1 = 1") throws -> Int {
        try scene.world.database.read {
            try $0.value("SELECT COUNT(*) FROM \(SQL(trusted: table)) WHERE \(condition)") ?? 0
        }
    }

    // MARK: - Statistics

    @Test func statisticsCountWhatIsThere() throws {
        _ = try scene.make("candidates.delete", ["candidate_id": scene.hiddenCandidate])
        let stats = try call("admin.systemStats")
        for (key, table) in [
            ("candidates", "candidate"), ("jobs", "job"), ("applications", "application"), ("users", "user_account"),
            ("companies", "company"),
        ] {
            #expect(
                stats["rows"]?[key] == .integer(Int64(try count(table, where: "deleted_at IS NULL"))), "\(key)")
        }
        #expect(stats["in_trash"] == 1)
        #expect(stats["users_by_role"]?.arrayValue?.first { $0["key"] == "employer" }?["count"] == 2)
        #expect(stats["applications_by_status"]?.arrayValue?.first { $0["key"] == "applied" }?["count"] == 2)
        #expect(stats["jobs_by_status"]?.arrayValue?.first { $0["key"] == "draft" }?["count"] == 1)
        #expect(stats["mail"]?["failed"] == 0)
        #expect(stats["maintenance"] == false)
        #expect(stats["rows"]?["audit_entries"]?.integerValue == Int64(try count("audit_log")) as Int64?)
    }

    @Test func databaseStatisticsNameEveryTable() throws {
        let stats = try call("superadmin.databaseStats")
        let tables = stats["tables"]?.arrayValue ?? []
        #expect(tables.first { $0["name"] == "candidate" }?["rows"] == .integer(Int64(try count("candidate"))))
        #expect(tables.contains { $0["name"] == "outbox" })
        #expect(Set(tables.compactMap { $0["name"]?.stringValue }).count == tables.count)
        #expect(stats["steps"]?.arrayValue?.count == EngineSchema.migrations.count)
        #expect(stats["bytes"]?.integerValue ?? 0 > 0)
        let product = stats["product"]?.stringValue ?? ""
        #expect(product.hasPrefix(TestServer.shared == nil ? "SQLite 3." : "PostgreSQL 1"), "\(product)")
        #expect(tables.first { $0["name"] == "candidate" }?["bytes"]?.integerValue ?? 0 > 0)
    }

    @Test func useIsCountedMonthByMonth() throws {
        scene.world.clock.advance(days: 40)
        _ = scene.world.engine.dispatch(
            "auth.login", input: ["email": "admin@example.com", "password": "wrong password"],
            as: .anonymous(.english))
        _ = scene.world.engine.dispatch(
            "auth.login", input: ["email": "admin@example.com", "password": .string(World.password)],
            as: .anonymous(.english))
        let use = try call("superadmin.analytics", ["months": 3])
        let months = use["months"]?.arrayValue ?? []
        #expect(months.map { $0["month"]?.stringValue } == ["2026-10-01", "2026-11-01", "2026-12-01"])
        #expect(months[0]["new_accounts"] == 0)
        #expect(months[1]["new_accounts"] == .integer(Int64(try count("user_account"))))
        #expect(months[2]["sign_ins"] == 1)
        #expect(months[2]["failed_sign_ins"] == 1)
        #expect(months[2]["refusals"] == 1)
        let active = use["active"]?.arrayValue ?? []
        #expect(active.first { $0["role"] == "admin" }?["active_in30_days"] == 1)
        #expect(active.first { $0["role"] == "candidate" }?["active_in30_days"] == 0)
        #expect(active.first { $0["role"] == "candidate" }?["accounts"] == 2)
        #expect(try call("superadmin.analytics")["months"]?.arrayValue?.count == 12)
    }

    // MARK: - Performance

    @Test func performanceIsWhatWasMeasuredHere() throws {
        for _ in 1...3 { _ = try call("jobs.list") }
        _ = try scene.world.call("jobs.get", ["job_id": scene.hiddenJob], as: .candidate)
        let answer = try call("admin.performance")
        #expect(answer["scope"] == "process")
        #expect(answer["origin"] == "test")
        let figures = answer["operations"]?.arrayValue ?? []
        let list = figures.first { $0["operation_id"] == "jobs.list" }
        #expect(list?["calls"] == 3)
        #expect(list?["refused"] == 0)
        let get = figures.first { $0["operation_id"] == "jobs.get" }
        #expect(get?["refused"] == 1)
        func number(_ key: String) -> Double { list?[key]?.doubleValue ?? -1 }
        #expect(number("p50_ms") <= number("p99_ms"))
        #expect(number("p99_ms") <= number("longest_ms"))
        // Another process has its own figures.
        let other = try Engine(database: scene.world.database, adapters: scene.world.engine.adapters)
        let token = try other.openSession(email: "admin@example.com")
        let fresh = other.dispatch("admin.performance", input: [:], as: .token(token))
        #expect(fresh.body["calls"] == 0)
    }

    // MARK: - Health

    @Test func aWellWorkspaceIsOnlyMissingABackup() throws {
        let before = try call("superadmin.systemHealth", ["deep": true])
        let checks = before["checks"]?.arrayValue ?? []
        #expect(checks.filter { $0["status"] != "ok" }.compactMap { $0["name"]?.stringValue } == ["backup"])
        #expect(checks.contains { $0["name"] == "audit_log" })
        _ = try call("admin.backup")
        #expect(try call("superadmin.systemHealth")["status"] == "ok")
    }

    @Test func whatIsWrongIsSaid() throws {
        _ = try call("admin.backup")
        try scene.world.database.write {
            try $0.execute("UPDATE audit_log SET outcome = 500 WHERE seq = 2")
        }
        scene.world.engine.dispatchAnonymously("auth.forgotPassword", ["email": "admin@example.com"])
        scene.world.clock.advance(days: 8)
        let found = try call("superadmin.systemHealth", ["deep": true])
        let status = { (name: String) in
            found["checks"]?.arrayValue?.first { $0["name"] == .string(name) }?["status"]?.stringValue
        }
        #expect(found["status"] == "failing")
        #expect(status("audit_log") == "failing")
        #expect(status("mail") == "warning")
        #expect(status("backup") == "warning")
        _ = try call("admin.maintenanceMode", ["enabled": true])
        let shallow = try call("superadmin.systemHealth")
        #expect(shallow["checks"]?.arrayValue?.contains { $0["name"] == "audit_log" } == false)
        #expect(
            shallow["checks"]?.arrayValue?.first { $0["name"] == "maintenance" }?["status"] == "warning")
    }

    // MARK: - Backups

    @Test func aBackupIsMadeListedAndAudited() throws {
        let made = try call("admin.backup", ["note": "before the move"])
        #expect(made["reason"] == "requested")
        #expect(made["note"] == "before the move")
        #expect(try call("admin.backups.list")["data"]?[0] == made)
        let entries = try call("admin.auditLogs", ["operation_id": "admin.backup"])["data"]
        #expect(entries?[0]?["after"]?["name"] == made["name"])
        #expect(try scene.world.call("admin.backup", [:], as: .admin).status == 403)
    }

    @Test func withoutAPlaceForBackupsNothingIsDone() throws {
        var adapters = scene.world.engine.adapters
        adapters.backups = nil
        let engine = try Engine(database: scene.world.database, adapters: adapters)
        let token = Credential.token(try engine.openSession(email: "superadmin@example.com"))
        #expect(engine.dispatch("admin.backup", input: [:], as: token).status == 503)
        let reset = engine.dispatch(
            "superadmin.resetSystem", input: ["confirmation": "delete everything"], as: token)
        #expect(reset.status == 503)
        #expect(try count("candidate") == 3)
    }

    // MARK: - Data migration

    @Test func aPlanIsLookedAtThenApplied() throws {
        try scene.world.database.write {
            try $0.execute("UPDATE candidate SET name_folded = 'wrong'")
            try $0.execute("UPDATE application_count SET n = n + 5")
        }
        let plan = try call("superadmin.dataMigration")
        let steps = { (answer: JSONValue, name: String) in
            answer["data_steps"]?.arrayValue?.first { $0["name"] == .string(name) }
        }
        #expect(steps(plan, "candidate-keys")?["pending"] == 3)
        #expect(steps(plan, "candidate-keys")?["is_chosen"] == true)
        #expect(steps(plan, "job-keys")?["is_chosen"] == false)
        #expect(steps(plan, "board-counts")?["is_chosen"] == true)
        #expect(plan["schema_steps"] == [])
        #expect(try count("candidate", where: "name_folded = 'wrong'") == 3)
        let input: JSONValue = ["mode": "apply", "plan_id": plan["plan_id"] ?? .null]
        let applied = try call("superadmin.dataMigration", input)
        #expect(applied["backup"]?["reason"] == "migration")
        #expect(steps(applied, "candidate-keys")?["changed"] == 3)
        #expect(try count("candidate", where: "name_folded = 'wrong'") == 0)
        let stats = try call("applications.pipeline")
        #expect(stats["stages"]?.arrayValue?.first { $0["status"] == "applied" }?["count"] == 2)
        #expect(try scene.world.backups.list().count == 1)
        let entries = try call("admin.auditLogs", ["operation_id": "superadmin.dataMigration"])["data"]?.arrayValue
        #expect(
            entries?.reversed().map { $0["after"]?["state"] ?? $0["after"]?["mode"] } == [
                "begun", "step", "step", "apply",
            ])
        #expect(entries?[2]["after"]?["step"] == "candidate-keys")
        #expect(entries?[2]["after"]?["changed"] == 3)
        #expect(entries?[3]["after"]?["data_steps"] == ["candidate-keys", "board-counts"])
        #expect(try call("admin.verifyAuditLog")["is_whole"] == true)
        // What was applied is no plan any more.
        let again = try scene.world.call("superadmin.dataMigration", input, as: .superadmin)
        #expect(again.status == 409)
        let rest = try call("superadmin.dataMigration")
        #expect(rest["data_steps"]?.arrayValue?.contains { $0["is_chosen"] == true } == false)
        #expect(steps(rest, "candidate-keys")?["last_applied_at"] != nil)
        let nothing = try call(
            "superadmin.dataMigration", ["mode": "apply", "plan_id": rest["plan_id"] ?? .null])
        #expect(nothing["backup"] == nil)
    }

    /// Ends every session when a copy is asked for: what follows in the call is refused.
    private struct EndingBackups: BackupStore {
        let made = MemoryBackups()
        let database: any Database

        func create(_ reason: Backup.Reason, note: String?, at now: Instant) throws -> Backup {
            try database.write { _ = try $0.execute("UPDATE session SET revoked_at = \(now)") }
            return try made.create(reason, note: note, at: now)
        }
        func list() throws -> [Backup] { try made.list() }
        func freeBytes() -> Int64? { made.freeBytes() }
    }

    @Test func whatAMigrationChangedIsInTheLogThoughItsEndIsNot() throws {
        try scene.world.database.write { _ = try $0.execute("UPDATE candidate SET name_folded = 'wrong'") }
        var adapters = scene.world.engine.adapters
        adapters.backups = EndingBackups(database: scene.world.database)
        let engine = try Engine(database: scene.world.database, adapters: adapters)
        let token = Credential.token(try engine.openSession(email: "superadmin@example.com"))
        let plan = engine.dispatch("superadmin.dataMigration", input: [:], as: token).body
        let answer = engine.dispatch(
            "superadmin.dataMigration", input: ["mode": "apply", "plan_id": plan["plan_id"] ?? .null], as: token)
        #expect(answer.status == 401)
        #expect(try count("candidate", where: "name_folded = 'wrong'") == 0)
        let entries = try call("admin.auditLogs", ["operation_id": "superadmin.dataMigration", "outcome": 200])["data"]
        #expect(entries?.arrayValue?.reversed().map { $0["after"]?["state"] } == ["begun", "step"])
        #expect(entries?[0]?["actor_email"] == "superadmin@example.com")
        let step = try call("superadmin.dataMigration")["data_steps"]?.arrayValue?.first {
            $0["name"] == "candidate-keys"
        }
        #expect(step?["last_applied_at"] != nil)
    }

    @Test func aStepIsChosenByItsName() throws {
        let input: JSONValue = ["steps": ["search-documents"]]
        let plan = try call("superadmin.dataMigration", input)
        let applied = try call(
            "superadmin.dataMigration", input.with(["mode": "apply", "plan_id": plan["plan_id"] ?? .null]))
        let step = applied["data_steps"]?.arrayValue?.first { $0["name"] == "search-documents" }
        #expect(step?["changed"]?.integerValue ?? 0 > 0)
        #expect(try call("candidates.list", ["q": "Omar"])["total"] == 1)
        for (bad, field) in [
            (["steps": ["no-such-step"]] as JSONValue, "steps"), (["mode": "apply"], "plan_id"),
        ] {
            let refused = try scene.world.call("superadmin.dataMigration", bad, as: .superadmin)
            #expect(refused.status == 422)
            #expect(refused.body["errors"]?[0]?["field"] == .string(field))
        }
    }

    // MARK: - Reset

    @Test func aResetIsBehindThreeLocks() throws {
        let world = try World()
        for input: JSONValue in [[:], ["confirmation": "delete everything"]] {
            #expect(try world.call("superadmin.resetSystem", input, as: .superadmin).status == 404)
        }
        for input: JSONValue in [[:], ["confirmation": "yes"]] {
            let refused = try scene.world.call("superadmin.resetSystem", input, as: .superadmin)
            #expect(refused.status == 422)
            #expect(refused.body["errors"]?[0]?["field"] == "confirmation")
        }
        #expect(try scene.world.backups.list().isEmpty)
        #expect(try count("candidate") == 3)
    }

    @Test func aResetLeavesTheCallerAndTheLog() throws {
        _ = try call("admin.settings.update", ["settings": ["agency.name": "Cabinet Nord"]])
        let entries = try count("audit_log")
        let answer = try call("superadmin.resetSystem", ["confirmation": "delete everything"])
        #expect(answer["backup"]?["reason"] == "reset")
        #expect(try scene.world.backups.list().map(\.reason) == [.reset])
        for table in ["candidate", "job", "application", "company", "consultant", "cv", "status_history", "tombstone"] {
            #expect(try count(table) == 0, "\(table)")
        }
        #expect(try count("user_account") == 1)
        #expect(try count("audit_log") > entries)
        #expect(try count("reason") > 0)
        #expect(try call("candidates.list")["total"] == 0)
        #expect(try call("admin.verifyAuditLog")["is_whole"] == true)
        #expect(try call("admin.settings.get")["data"]?[0]?["value"] == "Cabinet Nord")
        // Work begins anew.
        let company = try call("companies.create", ["name": "Clinique du Parc"])
        let job = try call(
            "jobs.create", ["title": "Nurse", "description": "Days.", "company_id": company["id"] ?? .null])
        #expect(try call("jobs.list", ["q": "nurse"])["data"]?[0]?["id"] == job["id"])
    }
}

extension Engine {
    fileprivate func dispatchAnonymously(_ operation: String, _ input: JSONValue) {
        _ = dispatch(operation, input: input, as: .anonymous(.english))
    }
}
