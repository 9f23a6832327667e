/// Why a value is not of a scalar type.
enum ScalarFault: Error {
    /// The JSON Schema name of what was expected.
    case mismatch(String)
    case outOfRange(minimum: String, maximum: String)
}

/// Reads the standard library's scalar types without a decoder.
///
/// Nothing here is generic over the type except the last cast: metadata made at run time would cost more than reading.
enum ScalarReading {
    @inline(__always)
    static func handles(_ type: Any.Type) -> Bool {
        type == String.self || type == Int.self || type == Int64.self || type == Bool.self || type == Double.self
            || type == JSONValue.self || type == Float.self || IntegerTypes.contain(type)
    }

    /// A value of a type that `handles` admits.
    static func read<T>(_ type: T.Type, from value: JSONValue, _ leniency: Leniency) throws(ScalarFault) -> T {
        if type == String.self {
            guard case .string(let text) = value else { throw .mismatch("string") }
            return text as! T
        } else if type == Int.self, case .integer(let number) = value {
            return Int(number) as! T
        } else if type == Int64.self, case .integer(let number) = value {
            return number as! T
        } else if type == Bool.self {
            return try bool(value, leniency) as! T
        } else if type == Double.self {
            return try double(value, leniency) as! T
        } else if type == Float.self {
            return Float(try double(value, leniency)) as! T
        } else if type == JSONValue.self {
            return value as! T
        } else if let integer = type as? any FixedWidthInteger.Type {
            return try Self.integer(integer, value, leniency) as! T
        }
        throw .mismatch("value")
    }

    private static func bool(_ value: JSONValue, _ leniency: Leniency) throws(ScalarFault) -> Bool {
        if case .bool(let value) = value { return value }
        guard leniency == .text, let text = value.stringValue, let value = Bool(text) else {
            throw .mismatch("boolean")
        }
        return value
    }

    private static func double(_ value: JSONValue, _ leniency: Leniency) throws(ScalarFault) -> Double {
        if let number = value.doubleValue { return number }
        guard leniency == .text, let text = value.stringValue, let number = Double(text), number.isFinite else {
            throw .mismatch("number")
        }
        return number
    }

    private static func integer<I: FixedWidthInteger>(
        _ type: I.Type, _ value: JSONValue, _ leniency: Leniency
    ) throws(ScalarFault) -> any FixedWidthInteger {
        var exact: I?
        var isWhole = true
        switch (value, leniency) {
        case (.integer(let number), _): exact = I(exactly: number)
        case (.number(let number), _):
            exact = I(exactly: number)
            isWhole = number.rounded() == number
        case (.string(let text), .text):
            exact = I(text)
            let digits = text.utf8.dropFirst(text.hasPrefix("-") ? 1 : 0)
            isWhole = !digits.isEmpty && digits.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        default: isWhole = false
        }
        if let exact { return exact }
        throw isWhole ? .outOfRange(minimum: String(I.min), maximum: String(I.max)) : .mismatch("integer")
    }
}
