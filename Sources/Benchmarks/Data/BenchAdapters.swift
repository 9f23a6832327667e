import DemoData
import Domain
import Engine
import Glibc
import JSON

/// What the engine needs from outside, as the product has it: real time, real randomness. Files are not kept: no
/// figure reads them.
enum BenchAdapters {
    static func make() -> Engine.Adapters {
        Engine.Adapters(
            clock: SystemClock(), identifiers: RandomIdentifiers(), entropy: SystemEntropy(), files: HashedFiles(),
            documents: NoDocuments(), origin: "bench")
    }
}

struct SystemClock: Clock {
    func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

struct RandomIdentifiers: IdentifierSource {
    func next(at instant: Instant) -> (high: UInt64, low: UInt64) {
        IdentifierFormat.version7(at: instant, random: (UInt64.random(in: 0 ... .max), UInt64.random(in: 0 ... .max)))
    }
}

struct SystemEntropy: Entropy {
    func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0 ... .max) } }
}

struct HashedFiles: FileStore {
    func keep(_ contents: [UInt8]) throws -> String { Digest.sha256(contents) }
    func contents(sha256: String) throws -> [UInt8]? { nil }
    func exists(sha256: String) -> Bool { false }
}

struct NoDocuments: DocumentReader {
    func read(_ contents: [UInt8], filename: String) throws(DocumentRefusal) -> DocumentReading {
        throw DocumentRefusal(code: "none", message: Phrase(en: "No documents here.", fr: "Pas de documents ici."))
    }
}
