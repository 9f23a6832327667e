import JSON

/// A UUIDv7 (RFC 9562) that names one row of one kind of entity.
///
/// Two identifiers of different entities do not compare and cannot be passed for one another.
public struct Identifier<Entity>: Hashable, Sendable, Comparable {
    /// The first eight bytes, big-endian.
    public let high: UInt64
    /// The last eight bytes, big-endian.
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads the canonical text form (`8-4-4-4-12` hexadecimal digits, either case); `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        guard let bits = UUIDText.parse(text) else { return nil }
        self.init(high: bits.high, low: bits.low)
    }

    /// The same bits as the name of another kind of entity, for columns that name several kinds (`subject_id`).
    public func cast<Other>(to other: Other.Type = Other.self) -> Identifier<Other> {
        Identifier<Other>(high: high, low: low)
    }

    /// Milliseconds since the epoch at which the identifier was made.
    public var instant: Instant { Instant(milliseconds: Int64(high >> 16)) }

    public static func < (left: Self, right: Self) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }
}

extension Identifier: CustomStringConvertible {
    /// The canonical text form, in lower case.
    public var description: String { UUIDText.format(high: high, low: low) }
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let value = Self(text) else {
            throw ValueProblem(code: "format", message: "must be a UUID such as 0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
