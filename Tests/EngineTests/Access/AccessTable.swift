import Domain
import Foundation

/// The customer's tables, copied from the contract. A test compares the copies with the originals where those are.
enum AccessTable {
    /// operation → caller (`anonymous`, `candidate`, …) → cell.
    static let cells: [String: [String: String]] = {
        var table: [String: [String: String]] = [:]
        let rows = lines("access.tsv")
        let callers = rows[0].dropFirst()
        for row in rows.dropFirst() {
            table[row[0]] = Dictionary(uniqueKeysWithValues: zip(callers, row.dropFirst()))
        }
        return table
    }()

    /// operation → (method, path below /api/v1).
    static let routes: [String: (method: String, path: String)] = {
        var table: [String: (method: String, path: String)] = [:]
        for row in lines("routes.tsv").dropFirst() {
            table[row[0]] = (row[1], String(row[2].dropFirst("/api/v1".count)))
        }
        return table
    }()

    static func text(_ file: String) -> String {
        guard let url = Bundle.module.url(forResource: file, withExtension: nil, subdirectory: "Contract"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return "" }
        return text
    }

    private static func lines(_ file: String) -> [[String]] {
        text(file).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
