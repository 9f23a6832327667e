import Domain
import JSON

/// Writes the records of a list one after another; it holds one page at a time, however many there are.
struct TableExport {
    let subject: ExportSubject
    let format: ExportFormat
    let source: ExportSource
    let context: CommandContext
    let output: any ByteOutput

    private static let unit = Phrase(en: "rows", fr: "lignes")
    /// Bytes that are gathered before they are written.
    private static let gathered = 64 << 10

    /// Answers how many records there were.
    func run() throws -> Int {
        let maker = ExportRecord(subject: subject, source: source)
        let columns = subject.columns
        var text = format.heading(columns)
        var count = 0
        var progress = Progress(context)
        func write(_ row: JSONValue) {
            text += format.line(columns, maker.make(row))
            count += 1
            guard text.utf8.count >= Self.gathered else { return }
            output.write(text)
            text = ""
            progress.show(count, of: Self.unit)
        }
        switch subject {
        case .contacts: try forEachContact(write)
        case .candidates:
            try source.forEach(subject.operation, ["sort_order": "asc", "all_skills": true], write)
        case .jobs, .applications, .companies, .skills, .users:
            try source.forEach(subject.operation, ["sort_order": "asc"], write)
        }
        progress.clear()
        output.write(text)
        return count
    }

    /// Contacts are listed company by company; those of a company that the caller sees as the public does are left out.
    private func forEachContact(_ body: (JSONValue) throws -> Void) throws {
        try source.forEach(subject.operation, ["sort_order": "asc"]) { company in
            guard let id = company["id"], company["status"] != nil else { return }
            let input: JSONObject = ["company_id": id, "sort_order": "asc"]
            try source.forEach("companies.contacts.list", input) { contact in
                var row = contact
                row["company"] = company["name"]
                row["company_registration_no"] = company["registration_no"]
                try body(row)
            }
        }
    }
}
