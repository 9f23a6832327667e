/// One thing that is wrong with one field of an input.
public struct FieldError: Error, Sendable, Hashable {
    /// The path of the field: "title", "salary.min", "rows[3].email"; empty for the input as a whole.
    public var field: String
    /// What kind of fault it is, for programs: "required", "unknown", "type", "invalid", "out_of_range", "too_long", …
    public var code: String
    /// The fault in English.
    public var message: String
    /// What the message speaks of, such as `["maximum": "200"]`, so that it can be made in another language.
    public var parameters: [String: String]

    public init(field: String, code: String, message: String, parameters: [String: String] = [:]) {
        self.field = field
        self.code = code
        self.message = message
        self.parameters = parameters
    }
}

extension FieldError: CustomStringConvertible {
    public var description: String { field.isEmpty ? message : "\(field): \(message)" }
}

/// Everything that is wrong with an input, in the order of its fields; at most `InputErrors.limit` faults are listed.
public struct InputErrors: Error, Sendable, Hashable {
    /// How many faults are listed at most, so that a hostile input gets no endless answer.
    public static let limit = 100

    public var errors: [FieldError]

    public init(_ errors: [FieldError]) { self.errors = errors }
}

extension InputErrors: CustomStringConvertible {
    public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// Thrown by a value type from `init(from:)` when it refuses its input; the decoder adds the path and makes it a
/// `FieldError`.
public struct ValueProblem: Error, Sendable, Hashable {
    public var code: String
    public var message: String
    public var parameters: [String: String]
    /// The field within the value that is at fault, when an object refuses: "min". Empty: the value itself.
    public var field: String

    public init(code: String, message: String, parameters: [String: String] = [:], field: String = "") {
        self.code = code
        self.message = message
        self.parameters = parameters
        self.field = field
    }
}
