import Domain
import Engine
import JSON
import Synchronization

/// A clock that stands still until a test moves it.
public final class FixedClock: Clock {
    private let time: Mutex<Int64>

    public init(_ text: String = "2026-11-20T09:00:00.000Z") {
        time = Mutex(Instant(text)?.milliseconds ?? 0)
    }

    public init(_ instant: Instant) { time = Mutex(instant.milliseconds) }

    public func now() -> Instant { Instant(milliseconds: time.withLock { $0 }) }

    public func advance(milliseconds: Int64) { time.withLock { $0 += milliseconds } }
    public func advance(minutes: Int64) { advance(milliseconds: minutes * 60_000) }
    public func advance(days: Int64) { advance(milliseconds: days * 86_400_000) }
}

/// Identifiers that are the same in every run: a counter in the place of random bits.
public final class SeededIdentifiers: IdentifierSource {
    private let counter: Mutex<UInt64>
    /// How many were given out.
    var count: UInt64 { counter.withLock { $0 } }

    /// `count` are taken for given out.
    public init(after count: UInt64 = 0) { counter = Mutex(count) }

    public func next(at instant: Instant) -> (high: UInt64, low: UInt64) {
        let number = counter.withLock { value in
            value += 1
            return value
        }
        return IdentifierFormat.version7(at: instant, random: (number >> 40, number))
    }
}

/// Bytes that are the same in every run.
public final class SeededEntropy: Entropy {
    private let state: Mutex<UInt64>

    public init(seed: UInt64 = 1) { state = Mutex(seed) }

    /// The seed of what comes next.
    var seed: UInt64 { state.withLock { $0 } }

    public func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            }
        }
    }
}

/// Files kept in memory, named by a stand-in of their hash that is the same for the same contents.
public final class MemoryFiles: FileStore {
    private let kept: Mutex<[String: [UInt8]]>
    var all: [String: [UInt8]] { kept.withLock { $0 } }

    public init(_ files: [String: [UInt8]] = [:]) { kept = Mutex(files) }

    public func keep(_ contents: [UInt8]) throws -> String {
        let name = Digest.sha256(contents)
        kept.withLock { $0[name] = contents }
        return name
    }

    public func contents(sha256: String) throws -> [UInt8]? { kept.withLock { $0[sha256] } }
    public func remove(sha256: String) throws { kept.withLock { $0[sha256] = nil } }
    public func exists(sha256: String) -> Bool { kept.withLock { $0[sha256] != nil } }
}

/// Takes every document for UTF-8 text and its first line for a name.
public struct PlainDocuments: DocumentReader {
    public init() {}

    public func read(_ contents: [UInt8], filename: String) throws(DocumentRefusal) -> DocumentReading {
        let text = String(decoding: contents, as: UTF8.self)
        guard !text.isEmpty else {
            throw DocumentRefusal(
                code: "no_text", message: Phrase(en: "The file has no text.", fr: "Fichier sans texte."))
        }
        let name = text.split(separator: "\n").first.map(String.init) ?? ""
        return DocumentReading(
            text: text, mediaType: "text/plain", resume: ["basics": ["name": .string(name)]], parserVersion: "test")
    }
}
