import ArgumentParser
import Domain
import JSON

/// How records are written.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case csv, json, jsonl

    /// Whether a record may have lists of objects; a table has no place for them.
    var isNested: Bool { self != .csv }

    /// What comes before the first record.
    func heading(_ columns: [String]) -> String {
        switch self {
        case .csv: CSVWriter().row(columns)
        case .json: "["
        case .jsonl: ""
        }
    }

    /// One record. A cell that a spreadsheet would run is disarmed by `CSVWriter`.
    func line(_ columns: [String], _ record: JSONObject, isFirst: Bool) -> String {
        switch self {
        case .csv: CSVWriter().row(columns.map { record[$0].map(Self.cell) ?? "" })
        case .json: (isFirst ? "\n" : ",\n") + Self.nested(columns, record).serialized()
        case .jsonl: Self.nested(columns, record).serialized() + "\n"
        }
    }

    /// What comes after the last record.
    func ending(isEmpty: Bool) -> String { self == .json ? (isEmpty ? "]\n" : "\n]\n") : "" }

    /// A list is one cell with semicolons between its members.
    private static func cell(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        case .array(let items): items.map(cell).joined(separator: "; ")
        case .number(let number): NumberText.plain(number)
        case .bool, .integer, .object: value.serialized()
        }
    }

    /// `location.city` is the member `city` of `location`.
    private static func nested(_ columns: [String], _ record: JSONObject) -> JSONValue {
        var object = JSONObject()
        for column in columns {
            guard let value = record[column], !value.isNull, value != [] else { continue }
            let steps = column.split(separator: ".").map(String.init)
            guard steps.count == 2 else {
                object[column] = value
                continue
            }
            var inner = object[steps[0]] ?? [:]
            inner[steps[1]] = value
            object[steps[0]] = inner
        }
        return .object(object)
    }
}

/// Amounts of money in whole units, such as `24000` or `24000.5`.
enum NumberText {
    static func plain(_ number: Double) -> String {
        if let whole = Int64(exactly: number) { return String(whole) }
        return JSONValue.number(number).serialized()
    }

    /// Minor units as a number of whole units.
    static func major(_ minor: JSONValue?) -> JSONValue? {
        guard let minor = minor?.integerValue else { return nil }
        return minor % 100 == 0 ? .integer(minor / 100) : .number(Double(minor) / 100)
    }
}
