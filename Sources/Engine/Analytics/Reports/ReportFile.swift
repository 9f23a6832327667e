import Domain
import JSON

/// A report as the bytes of a file.
public enum ReportFile {
    public enum Format: String, Codable, Sendable, CaseIterable {
        case csv, json

        var mediaType: String { self == .csv ? "text/csv; charset=utf-8" : "application/json" }
    }

    /// CSV with a heading, in which no cell runs in a spreadsheet; or a JSON array of objects.
    static func contents(_ rows: [JSONObject], columns: [String], as format: Format) -> [UInt8] {
        switch format {
        case .json: return Array(JSONValue.array(rows.map(JSONValue.object)).serialized().utf8)
        case .csv:
            let writer = CSVWriter()
            var text = writer.row(columns)
            for row in rows { text += writer.row(columns.map { FlatRow.text(row[$0]) }) }
            return Array(text.utf8)
        }
    }
}
