import DemoData
import Domain
import Engine
import Foundation
import Storage
import Synchronization
import Testing
import Workspace

@Suite struct DemoWorkspaceTests {
    static let request = DemoRequest(applications: 120, candidates: 80, jobs: 20, seed: 3)

    @Test func itIsMadeOnceAndThenOnlyOpened() throws {
        let place = try Place(.either)
        let told = Mutex<[(done: Int, total: Int)]>([])
        let made = try DemoWorkspace.open(
            at: place.location, Self.request, as: .consultant, options: Place.options,
            progress: { done, total in told.withLock { $0.append((done, total)) } })
        #expect(made.isNew)
        #expect(made.parameters.applications == 120)
        let last = try #require(told.withLock { $0 }.last)
        #expect(last.done == last.total)
        let answer = made.workspace.engine.dispatch("jobs.list", input: [:], as: .token(made.token))
        #expect(answer.status == 200)
        made.workspace.close()

        let opened = try DemoWorkspace.open(at: place.location, as: .employer, options: Place.options)
        defer { opened.workspace.close() }
        #expect(!opened.isNew)
        #expect(opened.parameters == made.parameters)
        let count: Int? = try opened.workspace.database.read { try $0.value("SELECT COUNT(*) FROM application") }
        #expect(count == 120)
    }

    /// Everything but passwords, the workspace's own secrets and what tells when something was done to it.
    private func rows(_ database: any Database) throws -> [String: Set<[SQLValue]>] {
        let hidden: Set = [
            "audit_head", "audit_log", "workspace_info", "sync_meta", "session", "schema_migration",
        ]
        var rows: [String: Set<[SQLValue]>] = [:]
        for table in try database.tables() where !hidden.contains(table.name) {
            let names = table.columns.map(\.name).filter { $0 != "password_hash" }
            let list = SQL(trusted: names.map { "\"\($0)\"" }.joined(separator: ", "))
            rows[table.name] = Set(
                try database.read { transaction in
                    try transaction.all("SELECT \(list) FROM \(SQL(trusted: table.name))") { columns in
                        names.indices.map { columns.row.value($0) }
                    }
                })
        }
        return rows
    }

    @Test func theSameSeedGivesTheSameRowsWheneverItIsMade() throws {
        var made: [[String: Set<[SQLValue]>]] = []
        for _ in 0..<2 {
            let place = try Place(.either)
            var request = Self.request
            request.today = CalendarDate("2026-05-05")
            let demo = try DemoWorkspace.open(at: place.location, request, options: Place.options)
            defer { demo.workspace.close() }
            made.append(try rows(demo.workspace.database))
        }
        for (table, rows) in made[0] { #expect(rows == made[1][table], "\(table)") }
        #expect(made[0]["reason"]?.isEmpty == false)
        #expect((made[0]["application"]?.count ?? 0) == 120)
    }

    @Test(arguments: Role.allCases)
    func everyRoleCanOpenIt(role: Role) throws {
        let place = try Place(.either)
        let demo = try DemoWorkspace.open(at: place.location, Self.request, as: role, options: Place.options)
        defer { demo.workspace.close() }
        let answer = demo.workspace.engine.dispatch("jobs.list", input: [:], as: .token(demo.token))
        #expect(answer.status == 200)
    }

    @Test func otherNumbersAreWrongUsage() throws {
        let place = try Place(.either)
        try DemoWorkspace.open(at: place.location, Self.request, options: Place.options).workspace.close()
        var same = DemoRequest()
        same.candidates = 80
        try DemoWorkspace.open(at: place.location, same, options: Place.options).workspace.close()
        for other in [
            DemoRequest(applications: 121), DemoRequest(candidates: 81), DemoRequest(jobs: 21), DemoRequest(seed: 4),
            DemoRequest(today: CalendarDate("2020-01-01")),
        ] {
            let problem = #expect(throws: WorkspaceProblem.self) {
                try DemoWorkspace.open(at: place.location, other, options: Place.options)
            }
            #expect(problem?.isWrongUsage == true)
        }
    }

    @Test func aRealWorkspaceIsNotADemo() throws {
        let place = try Place(.either)
        try Workspace.create(at: place.location, options: Place.options).close()
        let problem = #expect(throws: WorkspaceProblem.self) {
            try DemoWorkspace.open(at: place.location, options: Place.options)
        }
        #expect(problem == .notADemo(folder: place.location.shown))
        #expect(problem?.isWrongUsage == true)
    }
}
