import CSodium

/// HMAC-SHA-256 (RFC 2104, FIPS 198-1) by libsodium, with a key of any length.
struct HMACSHA256: Sendable {
    private let key: [UInt8]

    init(key: [UInt8]) { self.key = key }

    func code(for message: [UInt8]) -> [UInt8] {
        var state = crypto_auth_hmacsha256_state()
        crypto_auth_hmacsha256_init(&state, key, key.count)
        crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
        var code = [UInt8](repeating: 0, count: SHA256.length)
        crypto_auth_hmacsha256_final(&state, &code)
        return code
    }

    /// Whether `code` is that of `message`; takes as long for a code that is wrong early as for one wrong late.
    func isValid(_ code: [UInt8], for message: [UInt8]) -> Bool {
        code.count == SHA256.length && sodium_memcmp(code, self.code(for: message), SHA256.length) == 0
    }
}
