import CArgon2

/// Argon2id (RFC 9106) by libargon2.
public struct PasswordHasher: Sendable {
    /// Memory in KiB. RFC 9106 recommends 64 MiB, three passes, four lanes where 2 GiB cannot be spared.
    public var memory: UInt32
    public var passes: UInt32
    public var lanes: UInt32

    public init(memory: UInt32 = 65_536, passes: UInt32 = 3, lanes: UInt32 = 4) {
        self.memory = memory
        self.passes = passes
        self.lanes = lanes
    }

    /// How many random bytes a salt has.
    public static let saltLength = 16

    /// The encoded hash (`$argon2id$v=19$m=…`), with its parameters and `salt` inside.
    public func hash(_ password: String, salt: [UInt8]) throws -> String {
        let length = argon2_encodedlen(passes, memory, lanes, UInt32(salt.count), 32, Argon2_id)
        var encoded = [CChar](repeating: 0, count: length)
        let bytes = Array(password.utf8)
        let status = argon2id_hash_encoded(
            passes, memory, lanes, bytes, bytes.count, salt, salt.count, 32, &encoded, encoded.count)
        guard status == ARGON2_OK.rawValue else { throw Problem.internalError }
        return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether `password` is the one that `encoded` was made from. Takes as long for a wrong one as for a right one.
    public func verify(_ password: String, encoded: String) -> Bool {
        let bytes = Array(password.utf8)
        return argon2id_verify(encoded, bytes, bytes.count) == ARGON2_OK.rawValue
    }

    /// Whether a hash was made with these very parameters; if not it is made anew at the next login.
    func isCurrent(_ encoded: String) -> Bool {
        encoded.hasPrefix("$argon2id$v=19$m=\(memory),t=\(passes),p=\(lanes)$")
    }
}
