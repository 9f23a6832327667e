import Domain
import Engine
import JSON
import Workstation

/// A person at a workstation on the engine of a `World`. What is asked of the engine is done at once.
public final class Desk {
    public let world: World
    public var workstation: Workstation
    private let runner: ImmediateRunner

    public init(_ world: World, as person: World.Person, language: Language = .english) throws {
        self.world = world
        let session = EngineSession(engine: world.engine, credential: try world.credential(person))
        var seat = try Person.load(session, workspace: "Atelier Nord", language: language)
        seat.timezone = "Europe/Paris"
        workstation = Workstation(person: seat, now: world.clock.now())
        runner = ImmediateRunner(session: session)
        submit(workstation.start())
    }

    /// Asks for an action, as a key would.
    public func perform(_ action: ActionName, count: Int? = nil, arguments: JSONValue? = nil) {
        workstation.now = world.clock.now()
        submit(workstation.perform(Invocation(action, count: count, arguments: arguments)))
    }

    /// Replaces the text that is being typed.
    public func type(_ text: String) { submit(workstation.edit(text)) }

    /// Presses a key that no binding takes.
    public func press(_ character: Character) { submit(workstation.press(character) ?? []) }

    public func click(_ target: Target) { submit(workstation.click(target)) }
    public func scroll(_ target: Target, by rows: Int) { submit(workstation.scroll(target, by: rows)) }
    public func go(to place: Place) { submit(workstation.go(to: place)) }

    /// Carries out work and everything that comes of it.
    public func submit(_ works: [Work]) {
        runner.submit(works)
        while true {
            let effects = runner.collect()
            if effects.isEmpty { return }
            for effect in effects { runner.submit(effect(&workstation)) }
        }
    }
}
