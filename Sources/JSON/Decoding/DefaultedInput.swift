/// A field type that has a value when its key is absent, such as a page size.
public protocol DefaultedInput {
    static var defaultInput: Self { get }
}

/// A field of a partial update: an absent key keeps what there is, null clears it, a value replaces it.
///
/// It is encoded likewise: `.keep` leaves the key out (by the encoders of this module; others cannot), `.clear` is null.
public enum Patch<Value: Codable & Sendable>: Codable, Sendable, DefaultedInput {
    case keep
    case clear
    case set(Value)

    public static var defaultInput: Patch { .keep }

    public init(from decoder: any Decoder) throws {
        self = try decoder.singleValueContainer().decodeNil() ? .clear : .set(Value(from: decoder))
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .keep: break
        case .clear:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .set(let value): try value.encode(to: encoder)
        }
    }

    /// What the field holds after this update.
    public func applied(to current: Value?) -> Value? {
        switch self {
        case .keep: current
        case .clear: nil
        case .set(let value): value
        }
    }
}

extension Patch: Equatable where Value: Equatable {}
extension Patch: Hashable where Value: Hashable {}
