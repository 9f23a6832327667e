import Domain
import JSON

/// What became of a batch, row by row.
public struct ImportResult: Codable, Sendable, Equatable {
    /// Whether this only shows what would happen; then nothing was kept.
    public var dryRun: Bool
    public var created: Int
    /// Rows that are there already.
    public var matched: Int
    public var failed: Int
    public var results: [ImportRowResult]

    /// Whether the batch was carried out, at least in part: then it must not be carried out again for the same key.
    func isKept(_ mode: ImportMode) -> Bool {
        !dryRun && created + matched > 0 && (mode == .bestEffort || failed == 0)
    }
}

extension ImportResult: JSONRepresentable {
    public var json: JSONValue {
        [
            "dry_run": .bool(dryRun), "created": .integer(Int64(created)), "matched": .integer(Int64(matched)),
            "failed": .integer(Int64(failed)), "results": .array(results.map(\.json)),
        ]
    }
}

public struct ImportRowResult: Codable, Sendable, Equatable {
    public enum Status: String, Codable, Sendable, CaseIterable {
        case created, matched, failed
        /// A good row that was not kept, because another row of an all-or-nothing batch failed.
        case skipped
    }

    /// The place of the row in `rows`, from 0.
    public var row: Int
    public var status: Status
    /// What was made or found. Absent for a row that a dry run would make.
    public var id: AnyEntity.ID?
    public var errors: [ImportError]?
}

extension ImportRowResult: JSONRepresentable {
    public var json: JSONValue {
        var object: JSONObject = ["row": .integer(Int64(row)), "status": .string(status.rawValue)]
        if let id { object["id"] = .string(id.description) }
        if let errors { object["errors"] = .array(errors.map(\.json)) }
        return .object(object)
    }
}

/// What is wrong with one field of a row; `field` is empty for the row as a whole. The message is in the caller's
/// language.
public struct ImportError: Codable, Sendable, Equatable {
    public var field: String
    public var code: String
    public var message: String
}

extension ImportError: JSONRepresentable {
    public var json: JSONValue {
        ["field": .string(field), "code": .string(code), "message": .string(message)]
    }
}

/// What the handling of one good row came to.
enum ImportOutcome {
    case created(AnyEntity.ID)
    case matched(AnyEntity.ID)
}
