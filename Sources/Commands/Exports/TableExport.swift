import Domain
import Engine
import JSON

/// Writes the records of a list one after another; it holds one page at a time, however many there are.
struct TableExport {
    let subject: ExportSubject
    let format: ExportFormat
    /// Which rows: filters of the list. Those of `contacts` choose the companies.
    let filter: JSONObject
    let source: ExportSource
    let context: CommandContext
    let output: any ByteOutput

    private static let unit = Phrase(en: "rows", fr: "lignes")
    /// Bytes that are gathered before they are written.
    private static let gathered = 64 << 10

    /// Answers how many records there were.
    func run() throws -> Int {
        let trace = ExportTrace(subject, format, filter: filter, engine: source.engine, credential: source.credential)
        var count = 0
        do {
            try write(trace, &count)
            try trace.end(rows: count, isWhole: true)
        } catch {
            // Whatever ended it is what there is to tell.
            try? trace.end(rows: count, isWhole: false)
            throw error
        }
        return count
    }

    private func write(_ trace: ExportTrace, _ count: inout Int) throws {
        let columns = subject.columns(in: format)
        let maker = ExportRecord(subject: subject, columns: columns, format: format, source: source)
        var text = format.heading(columns)
        var progress = Progress(context)
        try forEachRow { row in
            try trace.begin()
            text += format.line(columns, maker.make(row), isFirst: count == 0)
            count += 1
            guard text.utf8.count >= Self.gathered else { return }
            output.write(text)
            text = ""
            progress.show(count, of: Self.unit)
        }
        // An export without a row is one too.
        try trace.begin()
        progress.clear()
        output.write(text + format.ending(isEmpty: count == 0))
    }

    private func forEachRow(_ body: (JSONValue) throws -> Void) throws {
        var input = filter
        if input["sort_order"] == nil { input["sort_order"] = "asc" }
        switch subject {
        case .contacts: try forEachContact(input, body)
        case .candidates:
            input["all_skills"] = true
            if format.isNested { input["with_records"] = true }
            try source.forEach(subject.operation, input, body)
        case .jobs, .applications, .companies, .skills, .users:
            try source.forEach(subject.operation, input, body)
        }
    }

    /// Contacts are listed company by company; those of a company that the caller sees as the public does are left out.
    private func forEachContact(_ input: JSONObject, _ body: (JSONValue) throws -> Void) throws {
        try source.forEach(subject.operation, input) { company in
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
