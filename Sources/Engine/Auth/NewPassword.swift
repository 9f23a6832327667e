import JSON

/// A password that somebody chooses: 8 to 256 characters, at least 4 different ones, and not the account's own address.
/// There is no rule about kinds of characters; a long phrase is the better password.
public struct NewPassword: Hashable, Sendable, Codable, SchemaDescribing, ExampleProviding {
    public static let shortest = 8
    static let fewestDifferent = 4

    public let password: Password
    public var value: String { password.value }

    /// Throws a `ValueProblem` that says which rule is broken.
    public init(_ text: String) throws(ValueProblem) {
        if let fault = Self.fault(text) { throw fault }
        guard let password = Password(text) else { throw ValueProblem(code: "invalid", message: "is not a password") }
        self.password = password
    }

    public init(from decoder: any Decoder) throws {
        try self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws { try password.encode(to: encoder) }

    private static func fault(_ text: String) -> ValueProblem? {
        if let fault = Password.fault(text), fault.code == "too_long" { return fault }
        if text.count < shortest {
            return ValueProblem(
                code: "too_short", message: "must be at least \(shortest) characters",
                parameters: ["minimum": "\(shortest)"])
        }
        if text.unicodeScalars.contains(where: { TextRules.isForbidden($0) || $0 == "\n" || $0 == "\r" }) {
            return ValueProblem(
                code: "format", message: "must not hold line ends or control characters",
                parameters: ["french": "sans fin de ligne ni caractère de contrôle"])
        }
        if Set(text).count < fewestDifferent {
            return ValueProblem(
                code: "too_simple", message: "must have at least \(fewestDifferent) different characters",
                parameters: ["french": "au moins \(fewestDifferent) caractères différents"])
        }
        return nil
    }

    /// Refuses the address of the account, or what stands before its `@`, for its password.
    func fault(for email: EmailAddress) -> FieldError? {
        let folded = value.lowercased()
        guard folded == email.folded || email.folded.hasPrefix(folded + "@") else { return nil }
        return FieldError(
            field: "new_password", code: "same_as_email", message: "must not be your e-mail address",
            parameters: ["french": "ne doit pas être votre adresse électronique"])
    }

    public static var example: NewPassword { NewPassword(known: Password.example) }
    public static var jsonSchema: JSONValue {
        var schema = Password.jsonSchema
        schema["minLength"] = .integer(Int64(shortest))
        return schema
    }

    private init(known: Password) { password = known }
}

extension NewPassword: CustomStringConvertible {
    public var description: String { password.description }
}
