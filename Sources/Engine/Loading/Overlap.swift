import Dispatch
import Synchronization

/// Two threads: one makes the next piece of work while the other deals with the one before.
public enum Overlap {
    /// Calls `make` with 0, 1, 2 … on another thread until it answers `nil`, and `use` with each answer in turn on this
    /// one. At most one answer waits. The first error that either throws ends both.
    public static func run<Piece: Sendable>(
        make: @escaping @Sendable (Int) throws -> Piece?, use: (Piece) throws -> Void
    ) throws {
        let shelf = Shelf<Piece>()
        DispatchQueue.global().async {
            var number = 0
            while shelf.waitForRoom() {
                let made = Result { try make(number) }
                shelf.put(made)
                guard case .success(.some) = made else { return }
                number += 1
            }
        }
        defer { shelf.close() }
        while let piece = try shelf.take() { try use(piece) }
    }

    /// Runs `other` on another thread while `body` runs on this one, and answers what `body` answers when both are done.
    /// Throws the error of `body`, or else that of `other`.
    public static func run<Answer>(
        _ other: @escaping @Sendable () throws -> Void, beside body: () throws -> Answer
    ) throws -> Answer {
        let ended = DispatchSemaphore(value: 0)
        let outcome = Mutex<Result<Void, any Error>>(.success(()))
        DispatchQueue.global().async {
            let result = Result { try other() }
            outcome.withLock { $0 = result }
            ended.signal()
        }
        let answer = Result { try body() }
        ended.wait()
        let value = try answer.get()
        try outcome.withLock { $0 }.get()
        return value
    }

    /// Room for one piece between the two threads.
    private final class Shelf<Piece: Sendable>: Sendable {
        private let held = Mutex<Result<Piece?, any Error>?>(nil)
        private let closed = Atomic<Bool>(false)
        // A semaphore must not end lower than it began, so this one begins at 0 and is given its room at once.
        private let room = DispatchSemaphore(value: 0)
        private let filled = DispatchSemaphore(value: 0)

        init() { room.signal() }

        /// `false` when nobody will take anything any more.
        func waitForRoom() -> Bool {
            room.wait()
            return !closed.load(ordering: .acquiring)
        }

        func put(_ piece: Result<Piece?, any Error>) {
            held.withLock { $0 = piece }
            filled.signal()
        }

        func take() throws -> Piece? {
            filled.wait()
            let piece = held.withLock { held in
                defer { held = nil }
                return held
            }
            room.signal()
            return try piece?.get()
        }

        func close() {
            closed.store(true, ordering: .releasing)
            room.signal()
        }
    }
}
