import Dispatch
import Domain
import Engine
import Synchronization
import TestSupport
import Testing
import Workstation

@Suite struct BackgroundRunnerTests {
    private let session: EngineSession
    private let world: World

    init() throws {
        world = try World()
        session = EngineSession(engine: world.engine, credential: try world.credential(.consultant))
    }

    /// Collects until the runner has nothing left.
    private func effects(_ runner: BackgroundRunner, _ woken: DispatchSemaphore) -> [Effect] {
        var found = runner.collect()
        while !runner.isIdle {
            woken.wait()
            found += runner.collect()
        }
        return found
    }

    private func workstation() throws -> Workstation {
        Workstation(person: try Person.load(session, workspace: "W"), now: session.now)
    }

    @Test func writingsKeepTheirOrderAndNoneIsDropped() throws {
        let woken = DispatchSemaphore(value: 0)
        let runner = BackgroundRunner(session: session) { woken.signal() }
        let order = Mutex<[Int]>([])
        runner.submit(
            (0..<50).map { number in
                .write { _ in
                    order.withLock { $0.append(number) }
                    return { _ in [] }
                }
            })
        #expect(effects(runner, woken).count == 50)
        #expect(order.withLock { $0 } == Array(0..<50))
    }

    @Test func onlyTheNewestReadingOfASlotComesBack() throws {
        let woken = DispatchSemaphore(value: 0)
        let gate = DispatchSemaphore(value: 0)
        let runner = BackgroundRunner(session: session) { woken.signal() }
        let ran = Mutex<[String]>([])
        func reading(_ name: String, _ slot: String, waits: Bool = false) -> Work {
            .read(Work.Slot(slot)) { _ in
                if waits { gate.wait() }
                ran.withLock { $0.append(name) }
                return { workstation in
                    workstation.tell(name)
                    return []
                }
            }
        }
        runner.submit([reading("first", "a", waits: true), reading("other", "b"), reading("second", "a")])
        runner.submit([reading("third", "a")])
        gate.signal()
        var state = try workstation()
        for effect in effects(runner, woken) { _ = effect(&state) }
        #expect(state.toasts.map(\.text) == ["other", "third"])
        // The one that was waiting was not even begun.
        #expect(ran.withLock { $0.contains("second") } == false)
    }

    @Test func finishWaitsForWritings() throws {
        let runner = BackgroundRunner(session: session) {}
        let done = Mutex(0)
        runner.submit(
            (0..<20).map { _ in
                .write { _ in
                    done.withLock { $0 += 1 }
                    return { _ in [] }
                }
            })
        runner.finish()
        #expect(done.withLock { $0 } == 20)
    }
}
