import Foundation
import JSON

/// The folder of the public data sets.
struct DataFolder {
    let url: URL

    func lines(_ path: String) throws -> [JSONValue] {
        let text = try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    }

    func list(_ path: String) throws -> [JSONValue] {
        let text = try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
        return try JSONValue(parsing: text).arrayValue ?? []
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
    }

    func data(_ path: String) -> Data? { try? Data(contentsOf: url.appendingPathComponent(path)) }
}

extension JSONValue {
    func text(_ key: String) -> String { self[key]?.stringValue ?? "" }
    func texts(_ key: String) -> [String] { (self[key]?.arrayValue ?? []).compactMap(\.stringValue) }
    func list(_ key: String) -> [JSONValue] { self[key]?.arrayValue ?? [] }

    /// `[[start, end, …], …]` as ranges.
    func ranges(_ key: String) -> [Range<Int>] {
        list(key).compactMap { span in
            guard let bounds = span.arrayValue, bounds.count >= 2, let start = bounds[0].integerValue,
                let end = bounds[1].integerValue, start < end
            else { return nil }
            return Int(start)..<Int(end)
        }
    }
}
