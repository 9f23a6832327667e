/// What to do with a key that no field reads.
public enum UnknownFields: Sendable { case refuse, ignore }

/// How literally types are taken.
public enum Leniency: Sendable {
    /// A number must be a number.
    case strict
    /// Values may come as text, from a query string or a command line: "25" is accepted for a number, "true" for a
    /// boolean, "a,b" (or one value alone) for an array.
    case text
}

extension JSONValue {
    /// Reads a typed value, field names in snake case.
    ///
    /// - Parameter isStored: whether the value was checked when it was written, and is not judged again
    ///   (`Decoder.isOfStored`).
    /// - Throws: every fault of the input at once, a `FieldError` for each bad field.
    public func decoded<T: Decodable>(
        as type: T.Type = T.self, unknownFields: UnknownFields = .refuse, leniency: Leniency = .strict,
        isStored: Bool = false
    ) throws(InputErrors) -> T {
        let rules = DecodingRules(unknownFields: unknownFields, leniency: leniency, isStored: isStored)
        do {
            return try ValueDecoder(self, rules: rules).decode(type)
        } catch {
            var collector = ErrorCollector(rules: rules)
            collector.collect(type, ValueDecoder(self, rules: rules))
            // The collector finds at least the fault that stopped the decoding; this is for a type that changes its mind.
            if collector.errors.isEmpty { collector.errors = [error] }
            throw InputErrors(collector.errors)
        }
    }
}

extension CodingUserInfoKey {
    static let isStored = CodingUserInfoKey(rawValue: "isStored")!
}

extension Decoder {
    /// Whether what is decoded was checked when it was written. Rules change; what was accepted once must stay readable,
    /// so a type whose rules are a matter of what is accepted takes it as it is.
    public var isOfStored: Bool { userInfo[.isStored] as? Bool ?? false }
}
