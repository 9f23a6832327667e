/// What comes of reading a value as one of the standard library's scalar types.
enum ScalarReading<T> {
    /// The type is no scalar: it decodes itself.
    case notScalar
    case value(T)
    /// The JSON Schema name of what was expected.
    case mismatch(String)
    case outOfRange(minimum: String, maximum: String)

    init(_ type: T.Type, from value: JSONValue, _ leniency: Leniency) {
        if type == String.self {
            self = Self.made(value.stringValue, else: "string")
        } else if type == Bool.self {
            self = Self.made(Self.bool(value, leniency), else: "boolean")
        } else if type == Double.self {
            self = Self.made(Self.double(value, leniency), else: "number")
        } else if type == Float.self {
            self = Self.made(Self.double(value, leniency).map { Float($0) }, else: "number")
        } else if type == JSONValue.self {
            self = Self.made(value, else: "")
        } else if IntegerTypes.contain(type), let integer = type as? any FixedWidthInteger.Type {
            self = Self.integer(integer, value, leniency)
        } else {
            self = .notScalar
        }
    }

    private static func made(_ value: Any?, else expected: String) -> Self {
        if let value { .value(value as! T) } else { .mismatch(expected) }
    }

    private static func bool(_ value: JSONValue, _ leniency: Leniency) -> Bool? {
        if leniency == .text, let text = value.stringValue { Bool(text) } else { value.boolValue }
    }

    private static func double(_ value: JSONValue, _ leniency: Leniency) -> Double? {
        guard leniency == .text, let text = value.stringValue else { return value.doubleValue }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    private static func integer<I: FixedWidthInteger>(
        _ type: I.Type, _ value: JSONValue, _ leniency: Leniency
    ) -> Self {
        var exact: I?
        var isWhole = true
        switch (value, leniency) {
        case (.integer(let number), _): exact = I(exactly: number)
        case (.number(let number), _):
            exact = I(exactly: number)
            isWhole = number.rounded() == number
        case (.string(let text), .text):
            exact = I(text)
            isWhole = !text.isEmpty && text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        default: isWhole = false
        }
        if let exact { return .value(exact as! T) }
        return isWhole ? .outOfRange(minimum: String(I.min), maximum: String(I.max)) : .mismatch("integer")
    }
}
