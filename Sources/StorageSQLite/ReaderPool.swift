import Dispatch
import Storage
import Synchronization

/// The connections that read. They are opened when first needed and reopened when the statistics have changed.
final class ReaderPool: Sendable {
    private struct State {
        var idle: [Connection] = []
        var generation = 0
        var isClosed = false
    }

    private let state = Mutex(State())
    private let permits: DispatchSemaphore
    private let size: Int
    private let open: @Sendable (_ generation: Int) throws -> Connection

    init(size: Int, open: @escaping @Sendable (_ generation: Int) throws -> Connection) {
        self.size = max(size, 1)
        permits = DispatchSemaphore(value: self.size)
        self.open = open
    }

    /// Takes a connection, waiting for one if all are in use. Give it back with `put`.
    func take() throws -> Connection {
        permits.wait()
        do {
            let generation = try state.withLock { state throws(StorageError) in
                if state.isClosed { throw .closed }
                return state.generation
            }
            while let connection = state.withLock({ $0.idle.popLast() }) {
                if connection.generation == generation { return connection }
                connection.close()
            }
            return try open(generation)
        } catch {
            permits.signal()
            throw error
        }
    }

    func put(_ connection: Connection) {
        state.withLock { $0.idle.append(connection) }
        permits.signal()
    }

    /// Makes every connection be opened anew before its next use.
    func refresh() { state.withLock { $0.generation += 1 } }

    /// Waits for the readers at work and closes all connections.
    func close() {
        let wasClosed = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed
        }
        guard !wasClosed else { return }
        for _ in 0..<size { permits.wait() }
        let idle = state.withLock { state in
            defer { state.idle = [] }
            return state.idle
        }
        for connection in idle { connection.close() }
        for _ in 0..<size { permits.signal() }
    }
}
