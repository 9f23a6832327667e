import Domain
import JSON
import Storage

/// Puts an export of a list into the audit log: who took out what, by which filter, and how many rows. An export reads
/// its list page by page, which leaves no trace by itself; so whoever exports says so before the first row goes out
/// (`begun`), and when the last one has (`done`) or it ended before (`stopped`).
public struct RecordExport: RouteOperation {
    public static let contract = Contract(
        "exports.record", .post, "/exports", access: .signedIn, effect: .write,
        Phrase(en: "Record an export", fr: "Consigner une exportation"), success: 201,
        isContract: false)

    /// The list that rows are taken out of.
    public enum Subject: String, Codable, Sendable, CaseIterable {
        case candidates, jobs, applications, companies, contacts, skills, users
    }

    public enum Format: String, Codable, Sendable, CaseIterable { case csv, json, jsonl }

    public enum State: String, Codable, Sendable, CaseIterable { case begun, done, stopped }

    /// Bytes that a filter may have.
    static let filterLimit = 4_096

    public var subject: Subject
    public var format: Format
    public var state: State
    /// What `begun` answered; needed afterwards.
    public var exportID: AnyEntity.ID?
    /// The filter of the list, as it was called with.
    public var filter: JSONValue?
    /// How many rows have gone out; needed afterwards.
    public var rows: Bounded<0, 1_000_000_000>?

    public init(
        subject: Subject, format: Format, state: State, exportID: AnyEntity.ID? = nil, filter: JSONValue? = nil,
        rows: Bounded<0, 1_000_000_000>? = nil
    ) {
        self.subject = subject
        self.format = format
        self.state = state
        self.exportID = exportID
        self.filter = filter
        self.rows = rows
    }

    public struct Answer: Codable, Sendable, Equatable {
        public var exportID: AnyEntity.ID
        public var state: State
    }

    public func perform(in call: Call) throws -> Answer {
        try check()
        let id = exportID ?? call.newID()
        if exportID != nil { try requireBegun(id, in: call) }
        var after = JSONObject()
        after["subject"] = .string(subject.rawValue)
        after["format"] = .string(format.rawValue)
        after["state"] = .string(state.rawValue)
        after["filter"] = filter ?? [:]
        if let rows { after["rows"] = .integer(Int64(rows.value)) }
        call.note("export", id, after: .object(after))
        return Answer(exportID: id, state: state)
    }

    private func check() throws(Problem) {
        var errors: [FieldError] = []
        if state != .begun {
            if exportID == nil { errors.append(Self.required("export_id")) }
            if rows == nil { errors.append(Self.required("rows")) }
        } else if exportID != nil {
            errors.append(
                FieldError(
                    "export_id", "not_allowed", en: "is given out when an export begins",
                    fr: "est attribué quand un export commence"))
        }
        if let filter, filter.objectValue == nil || filter.serialized().utf8.count > Self.filterLimit {
            errors.append(
                FieldError(
                    "filter", "invalid", en: "must be an object of at most \(Self.filterLimit) bytes",
                    fr: "doit être un objet d’au plus \(Self.filterLimit) octets"))
        }
        if !errors.isEmpty { throw Problem.invalid(errors) }
    }

    private static func required(_ field: String) -> FieldError {
        FieldError(
            field, "required", en: "is needed when an export ends", fr: "est obligatoire quand un export se termine")
    }

    /// An export that this caller began and that has not ended yet.
    private func requireBegun(_ id: AnyEntity.ID, in call: Call) throws {
        let entries = try call.transaction.all(
            """
            SELECT actor_id FROM audit_log WHERE target_id = \(id) AND target_type = 'export'
            AND operation_id = \(Self.contract.id) AND outcome = \(Self.contract.success)
            """
        ) { try $0.next(User.ID?.self) }
        guard let actor = entries.first, actor == call.principal.userID else {
            throw Problem.notFound(Phrase(en: "export", fr: "export")).about("export", id)
        }
        guard entries.count == 1 else {
            throw Problem.conflict(
                Phrase(en: "This export has ended already.", fr: "Cet export est déjà terminé.")
            ).about("export", id)
        }
    }
}
