/// A piece of SQL with its values. Interpolating a value binds it; it never becomes part of the text.
///
///     let query: SQL = "SELECT name FROM company WHERE id = \(id) AND status = \(status)"
///
/// Interpolating another `SQL` splices its text and its values. The text holds one `?` a value, in order; an
/// implementation for a database with numbered parameters numbers them from 1. Because of that the text itself must
/// not contain a question mark anywhere else.
public struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    public private(set) var text: String
    public private(set) var values: [SQLValue]

    public init(stringLiteral value: String) {
        text = value
        values = []
    }

    @inline(never)
    public init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    /// SQL text made by the program itself, such as a column name from a closed list. Never pass what a user typed.
    public init(trusted text: String, values: [SQLValue] = []) {
        self.text = text
        self.values = values
    }

    public static let empty: SQL = ""

    public var isEmpty: Bool { text.isEmpty }

    public mutating func append(_ other: SQL) {
        text += other.text
        if !other.values.isEmpty { values += other.values }
    }

    public static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum.append(right)
        return sum
    }

    /// Only the step from a value to what is bound is compiled into the callers: with two thousand values in nine hundred
    /// statements, the rest was 13 % of the engine's code.
    public struct Interpolation: StringInterpolationProtocol {
        var text: String
        var values: [SQLValue]

        @inline(never)
        public init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + interpolationCount)
            values = []
            values.reserveCapacity(interpolationCount)
        }

        @inline(never)
        public mutating func appendLiteral(_ literal: String) { text += literal }

        @inline(never)
        public mutating func appendInterpolation(_ sql: SQL) {
            text += sql.text
            if !sql.values.isEmpty { values += sql.values }
        }

        @inlinable
        public mutating func appendInterpolation(_ value: some SQLEncodable) { bind(value.sqlValue) }

        @inlinable
        public mutating func appendInterpolation(_ value: (some SQLEncodable)?) { bind(value?.sqlValue ?? .null) }

        /// A parenthesised list for `IN`; an empty one matches nothing.
        @inlinable
        public mutating func appendInterpolation(list elements: some Sequence<some SQLEncodable>) {
            bind(list: elements.map(\.sqlValue))
        }

        @inline(never) @usableFromInline
        mutating func bind(_ value: SQLValue) {
            text += "?"
            values.append(value)
        }

        @inline(never) @usableFromInline
        mutating func bind(list elements: [SQLValue]) {
            text +=
                elements.isEmpty
                ? "(NULL)" : "(" + repeatElement("?", count: elements.count).joined(separator: ", ") + ")"
            values += elements
        }
    }
}

extension Sequence where Element == SQL {
    /// The pieces one after another with `separator` between them.
    public func joined(separator: SQL) -> SQL {
        var result = SQL.empty
        var first = true
        for piece in self {
            if !first { result.append(separator) }
            first = false
            result.append(piece)
        }
        return result
    }

    /// The conditions joined by `AND`, or `1 = 1` for none.
    public func allOf() -> SQL {
        let joined = joined(separator: " AND ")
        return joined.isEmpty ? "1 = 1" : joined
    }
}
