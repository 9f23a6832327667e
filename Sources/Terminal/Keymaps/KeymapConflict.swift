/// Two bindings that get in each other's way. The later one, or the person's own, counts.
public struct KeymapConflict: Hashable, Sendable, CustomStringConvertible {
    public enum Kind: String, Hashable, Sendable {
        /// The same keys do two things in one context.
        case sameKeys = "same keys"
        /// One begins with the other, so that only one can ever be reached.
        case prefix
        /// A person's own binding took the place of a default: no mistake, but worth knowing.
        case replacesDefault = "replaces a default"
    }

    public let kind: Kind
    public let context: String
    public let kept: Binding
    public let lost: Binding

    public var description: String {
        "\(kind.rawValue) in \(context): “\(kept.label)” \(kept.action) over “\(lost.label)” \(lost.action)"
    }
}
