/// Stands in until the JSON target is merged.
public struct ValueProblem: Error, Sendable {
    public init(code: String, message: String, parameters: [String: String] = [:]) {}
}
