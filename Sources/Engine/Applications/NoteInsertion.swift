import Domain
import JSON
import Storage

/// A new note about an application.
struct NoteInsertion {
    var applicationID: Application.ID
    var body: String
    var visibility: Note.Visibility
    var mentions: [User.ID]

    @discardableResult
    func insert(in call: Call) throws -> Note.ID {
        let id = call.newID(Note.self)
        let author = try call.actor()
        let mentioned = mentions.isEmpty ? "[]" : try JSONValue(encoding: mentions).serialized()
        try call.transaction.execute(
            """
            INSERT INTO note (id, created_at, updated_at, created_by, version, row_seq, subject_type, subject_id,
            author_id, body, visibility, mentions) VALUES (\(id), \(call.now), \(call.now), \(author), 1,
            \(try call.rowSequence()), 'application', \(applicationID), \(author), \(body), \(visibility),
            \(mentioned))
            """)
        // What a note says stays out of the log: it may be private.
        var after = JSONObject()
        after["application_id"] = .string(applicationID.description)
        after["visibility"] = .string(visibility.rawValue)
        call.note("note", id, after: .object(after))
        return id
    }
}
