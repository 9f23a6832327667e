import Domain
import Engine
import Terminal
import TestSupport
import Workstation

@testable import TerminalUI

/// A workstation on a screen without a terminal, over a true engine.
final class Bench {
    let world: World
    let screen: TestScreen
    let workbench: Workbench
    let host: TestHost

    init(
        _ world: World, as person: World.Person, language: Language = .english, width: Int = 80, height: Int = 24,
        keymapPath: String = "", host: TestHost = TestHost(), options: WorkbenchOptions? = nil
    ) throws {
        self.host = host
        self.world = world
        screen = TestScreen(width: width, height: height)
        let session = EngineSession(engine: world.engine, credential: try world.credential(person))
        let who = try Bench.person(world, person, language)
        workbench = Workbench(
            screen: screen, runner: ImmediateRunner(session: session), host: host,
            workstation: Workstation(person: who, now: world.clock.now()),
            options: options ?? WorkbenchOptions(keymapPath: keymapPath), clock: { world.clock.now() })
        workbench.start()
    }

    static func person(_ world: World, _ person: World.Person, _ language: Language) throws -> Person {
        var found = try Person.load(
            EngineSession(engine: world.engine, credential: try world.credential(person)), workspace: "Atelier Nord",
            language: language)
        found.timezone = "Europe/Paris"
        return found
    }

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

    var state = ""

    func loadState() -> String { state }
    func keepState(_ text: String) { state = text }

    func read(_ path: String, limit: Int) -> Result<[UInt8], HostFailure> {
        guard let file = files[path] else { return .failure(HostFailure(Phrase(en: "no file", fr: "pas de fichier"))) }
        return .success(file)
    }
}
