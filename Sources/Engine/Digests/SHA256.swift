import CSodium

/// SHA-256 (FIPS 180-4) by libsodium, of bytes that come piece by piece.
public struct SHA256: Sendable {
    /// Bytes of a digest.
    public static let length = 32

    private var state = crypto_hash_sha256_state()

    public init() { crypto_hash_sha256_init(&state) }

    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        crypto_hash_sha256_update(&state, bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count))
    }

    /// The digest of all that came; the state is used up.
    public mutating func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Self.length)
        crypto_hash_sha256_final(&state, &digest)
        return digest
    }

    public static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: length)
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }
}
