struct DecodingRules: Sendable {
    var unknownFields: UnknownFields
    var leniency: Leniency
    var isStored = false
}

/// Decodes one value of the input, knows where in the input it is, and remembers which of its members were read.
final class ValueDecoder: Decoder {
    enum Step {
        case root
        case key(String)
        case index(Int)
    }

    let value: JSONValue
    let rules: DecodingRules
    private let parent: ValueDecoder?
    private let step: Step

    /// Whether the type asked for anything at all: a struct without fields does not.
    private var isTouched = false
    private var isKeyed = false
    private var allMembersAreRead = false
    /// The places of the first 64 members that were read, as bits, and those of the rest.
    private var readBits: UInt64 = 0
    private var readRest: Set<Int> = []
    private var nextMember = 0
    private var nested: [ValueDecoder] = []

    init(_ value: JSONValue, rules: DecodingRules) {
        self.value = value
        self.rules = rules
        parent = nil
        step = .root
    }

    init(_ value: JSONValue, in parent: ValueDecoder, at step: Step) {
        self.value = value
        self.rules = parent.rules
        self.parent = parent
        self.step = step
    }

    var userInfo: [CodingUserInfoKey: Any] { rules.isStored ? Self.stored : [:] }
    private static var stored: [CodingUserInfoKey: Any] { [.isStored: true] }

    var codingPath: [any CodingKey] {
        switch step {
        case .root: []
        case .key(let key): (parent?.codingPath ?? []) + [PlainKey(stringValue: key)]
        case .index(let index): (parent?.codingPath ?? []) + [PlainKey(intValue: index)]
        }
    }

    /// Where this value is, as a `FieldError` says it: "rows[3].email".
    var path: String {
        let outer = parent?.path ?? ""
        return switch step {
        case .root: ""
        case .key(let key): outer.isEmpty ? key : "\(outer).\(key)"
        case .index(let index): "\(outer)[\(index)]"
        }
    }

    /// A part of this value. A scalar is read here and now, without a decoder of its own.
    func decode<T: Decodable>(_ type: T.Type, from part: JSONValue, at step: Step) throws(FieldError) -> T {
        if ScalarReading.handles(type) {
            do throws(ScalarFault) {
                return try ScalarReading.read(type, from: part, rules.leniency)
            } catch {
                throw ValueDecoder(part, in: self, at: step).fieldError(from: error)
            }
        }
        return try ValueDecoder(part, in: self, at: step).decode(type)
    }

    func decode<T: Decodable>(_ type: T.Type) throws(FieldError) -> T {
        if ScalarReading.handles(type) {
            isTouched = true
            allMembersAreRead = true
            do throws(ScalarFault) {
                return try ScalarReading.read(type, from: value, rules.leniency)
            } catch {
                throw fieldError(from: error)
            }
        }
        do {
            let decoded = try T(from: self)
            try finish()
            return decoded
        } catch {
            throw fieldError(from: error, decoding: type)
        }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        isTouched = true
        guard case .object(let object) = value else { throw mismatch("object") }
        isKeyed = true
        return KeyedDecodingContainer(KeyedValueDecoder<Key>(decoder: self, object: object))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        isTouched = true
        return UnkeyedValueDecoder(decoder: self, elements: try elements())
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        isTouched = true
        return SingleValueDecoder(decoder: self)
    }

    /// The value for a type that takes it as it is.
    func wholeValue() -> JSONValue {
        isTouched = true
        allMembersAreRead = true
        return value
    }

    func elements() throws(FieldError) -> [JSONValue] {
        switch (value, rules.leniency) {
        case (.array(let elements), _): return elements
        case (.null, _), (.object, _), (_, .strict): throw mismatch("array")
        case (.string(let text), .text):
            return text.split(separator: ",").map { part in
                let start = part.drop { $0 == " " }
                let end = start.lastIndex { $0 != " " }
                return .string(end.map { String(start[...$0]) } ?? "")
            }
        default: return [value]
        }
    }

    // MARK: Members

    /// The member of that name, which counts as read from now on.
    func readMember(_ name: String, of object: JSONObject) -> JSONValue? {
        guard let position = object.position(of: name, startingAt: nextMember) else { return nil }
        nextMember = position + 1
        if position < 64 { readBits |= 1 << UInt64(position) } else { readRest.insert(position) }
        return object.members[position].value
    }

    func readAllMembers() { allMembersAreRead = true }

    func nest(_ value: JSONValue, at step: Step) -> ValueDecoder {
        let decoder = ValueDecoder(value, in: self, at: step)
        nested.append(decoder)
        return decoder
    }

    /// Refuses members that no field read.
    private func finish() throws(FieldError) {
        if !isTouched, value.objectValue == nil { throw mismatch("object") }
        for decoder in nested { try decoder.finish() }
        guard rules.unknownFields == .refuse, isKeyed || !isTouched, !allMembersAreRead,
            case .object(let object) = value, readBits.nonzeroBitCount + readRest.count < object.count
        else { return }
        for (position, member) in object.members.enumerated()
        where !(position < 64 ? readBits & 1 << UInt64(position) != 0 : readRest.contains(position)) {
            throw unknownMember(member.key, known: [])
        }
    }
}
