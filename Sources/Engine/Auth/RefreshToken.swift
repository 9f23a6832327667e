import Domain

/// What a client shows to get a new access token: the session's identifier and 32 random bytes. Only its SHA-256 is
/// kept. Since it names its session, one that was rotated away is recognised when it comes a second time.
struct RefreshToken: Sendable {
    private let bytes: [UInt8]
    let session: SessionRecord.ID

    init(session: SessionRecord.ID, random: [UInt8]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16 + random.count)
        withUnsafeBytes(of: session.high.bigEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: session.low.bigEndian) { bytes.append(contentsOf: $0) }
        self.bytes = bytes + random
        self.session = session
    }

    /// Reads what `text` wrote; `nil` for anything else.
    init?(text: String) {
        guard let bytes = Base64URL.decode(text), bytes.count == 16 + Self.randomLength else { return nil }
        func word(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
        self.bytes = bytes
        session = SessionRecord.ID(high: word(0..<8), low: word(8..<16))
    }

    static let randomLength = 32

    var text: String { Base64URL.encode(bytes) }
    var hash: [UInt8] { SHA256.hash(bytes) }
}
