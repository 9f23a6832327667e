import Domain
import Engine
import Storage
import Terminal
import TestSupport
import Workstation

@testable import TerminalUI

/// A workstation on a screen without a terminal, over a true engine.
final class Bench {
    let world: World
    let screen: TestScreen
    let workbench: Workbench
    let host = TestHost()

    init(
        _ world: World, as person: World.Person, language: Language = .english, width: Int = 80, height: Int = 24,
        keymapPath: String = ""
    ) throws {
        self.world = world
        screen = TestScreen(width: width, height: height)
        let session = EngineSession(engine: world.engine, credential: try world.credential(person))
        let who = try Bench.person(world, person, language)
        workbench = Workbench(
            screen: screen, runner: ImmediateRunner(session: session), host: host,
            workstation: Workstation(person: who, now: world.clock.now()),
            options: WorkbenchOptions(keymapPath: keymapPath), clock: { world.clock.now() })
        workbench.start()
    }

    static func person(_ world: World, _ person: World.Person, _ language: Language) throws -> Person {
        let found = try world.database.read { transaction in
            try transaction.first(
                """
                SELECT u.id, u.company_id, k.id, c.id FROM user_account u LEFT JOIN consultant k ON k.user_id = u.id
                LEFT JOIN candidate c ON c.user_id = u.id WHERE u.email = \(person.email)
                """
            ) { columns in
                (
                    user: try columns.next(User.ID.self), company: try columns.next(Company.ID?.self),
                    consultant: try columns.next(Consultant.ID?.self), candidate: try columns.next(Candidate.ID?.self)
                )
            }
        }
        guard let found, let role = person.role else { throw Missing() }
        return Person(
            userID: found.user, name: "\(person.rawValue) Test", role: role, language: language,
            timezone: "Europe/Paris", companyID: found.company, candidateID: found.candidate,
            consultantID: found.consultant, workspace: "Atelier Nord")
    }

    private struct Missing: Error {}

    /// Presses keys by their names, one frame each.
    func press(_ keys: String) {
        screen.press(keys)
        for _ in keys.split(separator: " ") { workbench.step() }
    }

    func type(_ text: String) {
        screen.type(text)
        for _ in text { workbench.step() }
    }

    var text: String { screen.snapshot() }
    var workstation: Workstation { workbench.workstation }
}

/// A machine without files and editors.
final class TestHost: Host {
    var edited: (String) -> String? = { _ in nil }
    var saved: [String: [UInt8]] = [:]
    var files: [String: [UInt8]] = [:]
    var opened: [String] = []

    func edit(_ text: String, suffix: String) -> Result<String?, HostFailure> { .success(edited(text)) }

    func open(_ contents: [UInt8], filename: String) -> HostFailure? {
        opened.append(filename)
        return nil
    }

    func save(_ contents: [UInt8], path: String) -> Result<String, HostFailure> {
        saved[path] = contents
        return .success(path)
    }

    func read(_ path: String, limit: Int) -> Result<[UInt8], HostFailure> {
        guard let file = files[path] else { return .failure(HostFailure(Phrase(en: "no file", fr: "pas de fichier"))) }
        return .success(file)
    }
}
