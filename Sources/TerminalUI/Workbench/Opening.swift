import Domain
import Engine
import Terminal
import Workstation

extension Workbench {
    /// Shows the workstation of a signed-in person and returns when the person leaves. The screen is closed then.
    public static func run(
        session: EngineSession, person: Person, screen: any Screen, host: any Host, options: WorkbenchOptions
    ) {
        let waker = screen.waker
        let runner = BackgroundRunner(session: session) { waker.wake() }
        Workbench(
            screen: screen, runner: runner, host: host, workstation: Workstation(person: person, now: session.now),
            options: options, clock: { session.now }
        ).run()
        screen.close()
        runner.finish()
    }
}
