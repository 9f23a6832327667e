import Dispatch
import Storage
import Synchronization

/// The connections that read. They are opened when first needed.
final class ReaderPool: Sendable {
    private struct State {
        var idle: [Connection] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let permits: DispatchSemaphore
    private let size: Int
    private let patience: DispatchTimeInterval
    private let open: @Sendable () throws -> Connection

    init(_ options: PostgresOptions, open: @escaping @Sendable () throws -> Connection) {
        size = max(options.maximumReaders, 1)
        permits = DispatchSemaphore(value: size)
        patience = .milliseconds(options.busyTimeout)
        self.open = open
    }

    /// Takes a connection, waiting for one if all are in use. Give it back with `put`. Throws `StorageError.busy` where
    /// none comes free in time.
    func take() throws -> Connection {
        guard permits.wait(timeout: .now() + patience) == .success else { throw StorageError.busy }
        do {
            let idle = try state.withLock { state throws(StorageError) in
                if state.isClosed { throw .closed }
                return state.idle.popLast()
            }
            return try idle ?? open()
        } catch {
            permits.signal()
            throw error
        }
    }

    /// Gives a connection back. One that has lost its server, or is still in a transaction, is ended; and where the
    /// server is gone, so are the others that wait here.
    func put(_ connection: Connection) {
        let isUsable = connection.isAlive
        let ended = state.withLock { state -> [Connection] in
            if isUsable {
                state.idle.append(connection)
                return []
            }
            defer { state.idle = [] }
            return state.idle + [connection]
        }
        for connection in ended { connection.close() }
        permits.signal()
    }

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
