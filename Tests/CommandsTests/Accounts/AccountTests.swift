import JSON
import Testing

@testable import Commands

@Suite struct AccountTests {
    private let desk: Desk
    private static let password = "correct horse battery staple"

    init() throws {
        desk = try Desk()
        let made = desk.run(
            "init", "--email", "owner@example.com", "--password-stdin", input: Self.password + "\n")
        #expect(made.status == .done)
        #expect(made.output.contains(desk.shown))
    }

    private func profile() -> Desk.Outcome { desk.run("call", "auth.profile", "--json") }

    @Test func aSessionIsKeptUntilLogout() {
        #expect(profile().status == .failed)
        let wrong = desk.run("login", "--email", "owner@example.com", "--password-stdin", input: "something else\n")
        #expect(wrong.status == .failed)
        #expect(wrong.errors.hasPrefix("rplus: "))
        let login = desk.run("login", "--email", "owner@example.com", "--password-stdin", input: Self.password + "\n")
        #expect(login.status == .done)
        #expect(login.output == "Logged in as owner@example.com (superadmin).\n")
        #expect(profile().json?["role"] == "superadmin")
        #expect(desk.run("call", "auth.profile", "--anonymous").status == .failed)
        #expect(desk.run("logout", "--lang", "fr").output == "Déconnecté.\n")
        #expect(profile().status == .failed)
        #expect(desk.run("logout").output == "Nobody was logged in.\n")
    }

    @Test func anotherPasswordEndsTheOldOne() {
        desk.run("login", "--email", "owner@example.com", "--password-stdin", input: Self.password + "\n")
        let set = desk.run(
            "passwd", "--email", "owner@example.com", "--password-stdin", input: "another long passphrase\n")
        #expect(set.status == .done)
        #expect(profile().status == .failed)
        #expect(
            desk.run("login", "--email", "owner@example.com", "--password-stdin", input: Self.password + "\n").status
                == .failed)
        #expect(
            desk.run(
                "login", "--email", "owner@example.com", "--password-stdin", input: "another long passphrase\n"
            ).status == .done)
        #expect(
            desk.run("passwd", "--email", "nobody@example.com", "--password-stdin", input: "another long passphrase\n")
                .status == .failed)
    }

    @Test func aWorkspaceIsMadeOnce() {
        let again = desk.run("init", "--email", "x@example.com", "--password-stdin", input: Self.password + "\n")
        #expect(again.status == .failed)
        #expect(again.errors.contains("already"))
        let weak = desk.run(
            "init", "--email", "x@example.com", "--password-stdin", "--workspace", "other", input: "short\n")
        #expect(weak.status == .failed)
        #expect(weak.errors.contains("password"))
        #expect(desk.run("call", "jobs.list", "--workspace", "other").errors.contains("no workspace"))
    }

    @Test func passwordsAreNeverAskedForWithoutATerminal() {
        let outcome = desk.run("login", "--email", "owner@example.com", input: Self.password + "\n")
        #expect(outcome.status == .wrongUsage)
        #expect(outcome.errors.contains("--password-stdin"))
        #expect(desk.run("login", "--password-stdin", input: "x\n").errors.contains("--email"))
        #expect(desk.run("login", "--email", "a@example.com", "--password-stdin", input: "").status == .failed)
        let all = outcome.output + outcome.errors
        #expect(!all.contains(Self.password))
    }

    @Test func aRealWorkspaceAsksForALogin() {
        let demo = desk.run("demo", "--no-ui")
        #expect(demo.status == .wrongUsage)
        #expect(demo.errors.contains("real workspace"))
        let load = desk.run("import", "companies", Samples.path("companies.csv"))
        #expect(load.status == .failed)
        #expect(load.errors.contains("rplus login"))
    }
}
