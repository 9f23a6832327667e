import Foundation
import JSON
import TestSupport
import Testing

@testable import Commands

@Suite("rplus migrate-store", .enabled(if: TestServer.shared != nil, "RPLUS_TEST_DATABASE names no server"))
struct MigrateStoreTests {
    private let desk: Desk
    private let made: TestDatabase
    private var address: String { made.address.uri }

    init() throws {
        made = try #require(TestServer.shared).makeDatabase()
        desk = try Desk.withDemo(onServer: false)
    }

    /// What a store answers to some questions, in its order.
    private func answers(_ place: String...) -> [String] {
        let questions = [
            ["candidates.list", "page_size=200"], ["candidates.list", "q=paris", "page_size=200"],
            ["jobs.list", "sort_by=title", "page_size=200"], ["applications.pipeline"],
            ["admin.auditLogs", "page_size=200"],
        ]
        let login = desk.run(
            ["login", "--email", "superadmin@demo.example", "--password-stdin"] + place,
            input: MemoryInput("demo-password\n"))
        guard login.status == .done else { return [login.errors] }
        return questions.map { question in
            // Only the moment of the answer may differ.
            desk.run(["call"] + question + ["--json"] + place, input: MemoryInput("")).output
                .replacing(/"as_of":"[^"]*"/, with: "")
        }
    }

    @Test func `a workspace goes to PostgreSQL and back and is the same`() throws {
        let before = answers()
        let there = desk.run("migrate-store", desk.workspace, address)
        #expect(there.status == .done, "\(there.errors)")
        #expect(there.lines.contains { $0.hasPrefix("candidate ") })
        let onServer = answers("--database", address)
        #expect(before.count == 5 && before.allSatisfy { $0.count > 100 })
        // The log has the logins in between; everything else is the same to the byte.
        #expect(onServer.dropLast() == before.dropLast())

        let copy = desk.folder + "/copy"
        let back = desk.run("migrate-store", address, copy)
        #expect(back.status == .done, "\(back.errors)")
        #expect(answers("--workspace", copy).dropLast() == before.dropLast())
        let files = try FileManager.default.contentsOfDirectory(atPath: desk.workspace + "/files").sorted()
        #expect(try FileManager.default.contentsOfDirectory(atPath: copy + "/files").sorted() == files)
        for place in [["--database", address], ["--workspace", copy]] {
            let doctor = desk.run(["doctor"] + place, input: MemoryInput(""))
            #expect(doctor.status == .done, "\(doctor.output)")
        }
    }

    @Test func `a target that holds a workspace is refused, and stays as it is`() throws {
        #expect(desk.run("migrate-store", desk.workspace, address).status == .done)
        let again = desk.run("migrate-store", desk.workspace, address)
        #expect(again.status == .failed)
        #expect(again.errors.contains("There is a workspace in"))
        let itself = desk.run("migrate-store", address, desk.workspace)
        #expect(itself.status == .failed)
        #expect(desk.run("migrate-store", address, address).status == .wrongUsage)
    }

    @Test func `what is no workspace and what does not answer is told`() throws {
        let empty = desk.run("call", "jobs.list", "--database", address)
        #expect(empty.status == .failed)
        #expect(empty.errors.contains("There is no workspace in"))
        let nowhere = desk.run("migrate-store", desk.workspace, "postgres://nobody@/nothing?host=/nonexistent")
        #expect(nowhere.status == .failed)
        #expect(nowhere.errors.contains("cannot be reached"))
        #expect(desk.run("call", "jobs.list", "--database", "/tmp").status == .wrongUsage)
    }

    @Test func `a demo is made on a server, by variable too, and opened as it is`() throws {
        let variable = ["RPLUS_DATABASE": address]
        let arguments = [
            "demo", "--no-ui", "--applications", "60", "--candidates", "40", "--jobs", "20", "--today", "2026-11-20",
        ]
        let first = desk.run(arguments, input: MemoryInput(""), environment: variable)
        #expect(first.status == .done, "\(first.errors)")
        #expect(!first.output.contains("password="))
        let second = desk.run(arguments, input: MemoryInput(""), environment: variable)
        #expect(second.output.contains("was there already"))
        // The board: its rows are the plan's, where a workspace's reasons and sources have identifiers of their own.
        #expect(answers("--database", address)[3] == answers()[3])
    }
}
