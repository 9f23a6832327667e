import Engine
import Synchronization

/// The files of the CVs, gathered while their rows are made. Making a file takes longer than making its row, and nearly
/// all of that is the file system's time: so they are kept while the next rows are written.
final class CurriculumFiles: Sendable {
    /// The newest candidates have a CV file of their own; beyond these many, candidates of one occupation and level
    /// share a file without a name, so that a million applications do not mean half a million files.
    static let own = 20_000
    private struct State {
        var waiting: [[UInt8]] = []
        /// The names of those that several candidates have, by their text.
        var shared: [String: String] = [:]
    }

    private let state = Mutex(State())

    /// Takes a text in and answers the name of its file.
    func add(_ text: String, isShared: Bool) -> String {
        state.withLock { state in
            if isShared, let known = state.shared[text] { return known }
            let contents = Array(text.utf8)
            let name = Digest.sha256(contents)
            if isShared { state.shared[text] = name }
            state.waiting.append(contents)
            return name
        }
    }

    /// Keeps all that was taken in so far, all at once: each call waits for the disk, and for all that is on its way to
    /// it.
    func keep(in store: any FileStore) throws {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        _ = try store.keepAll(waiting)
    }
}
