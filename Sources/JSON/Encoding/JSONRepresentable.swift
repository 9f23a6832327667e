/// A type that makes its JSON form itself, for where very many values are written: `json` is what
/// `JSONValue(encoding:)` would make by an encoder, at a tenth of the cost.
public protocol JSONRepresentable: Encodable {
    var json: JSONValue { get }
}
