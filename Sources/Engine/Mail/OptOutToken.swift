import Domain

/// What a bulk mail carries so that its reader, and nobody else, can say that it wants no more: the candidate's
/// identifier and half of an HMAC-SHA-256 over it by the workspace's own secret, in base 64 for URLs. It does not run
/// out, since neither does the wish, and opens nothing else.
public struct OptOutToken: Sendable, Hashable {
    /// 43 letters, digits, hyphens and underscores.
    public let text: String
    let candidate: Candidate.ID

    private static let signature = 16

    init(_ candidate: Candidate.ID, signer: TokenSigner) {
        self.candidate = candidate
        let name = Self.bytes(candidate)
        text = Base64URL.encode(name + Self.signature(of: name, signer))
    }

    /// `nil` for a text that this workspace did not make.
    init?(_ text: String, signer: TokenSigner) {
        guard text.utf8.count <= 64, let bytes = Base64URL.decode(text), bytes.count == 16 + Self.signature else {
            return nil
        }
        func word(_ start: Int) -> UInt64 { bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        let candidate = Candidate.ID(high: word(0), low: word(8))
        let wanted = Self.signature(of: Self.bytes(candidate), signer)
        // As long for a code that is wrong early as for one wrong late.
        let difference = zip(wanted, bytes[16...]).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
        guard difference == 0 else { return nil }
        self.candidate = candidate
        self.text = Base64URL.encode(bytes)
    }

    private static func bytes(_ candidate: Candidate.ID) -> [UInt8] {
        [candidate.high, candidate.low].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) }
        }
    }

    private static func signature(of name: [UInt8], _ signer: TokenSigner) -> [UInt8] {
        Array(signer.seal(name, for: "opt-out").prefix(signature))
    }
}
