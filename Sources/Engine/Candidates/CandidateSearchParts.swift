import Domain
import Storage

/// What the search documents of candidates take from other tables, read for many candidates at once.
struct CandidateSearchParts {
    /// Which candidates `c`.
    let condition: SQL
    let transaction: any Transaction

    /// Adds it to the documents; candidates that have none are passed over.
    func add(to documents: inout [Candidate.ID: CandidateSearchDocument]) throws {
        try forEach("s.name", from: "candidate_skill x", more: "JOIN skill s ON s.id = x.skill_id", by: "s.name_folded")
        {
            id, columns in
            documents[id]?.skills.append(try columns.next())
        }
        try forEach(
            "x.position, x.name, x.location, x.summary, x.highlights", from: "experience x",
            by: "COALESCE(x.end_date, '9999') DESC, x.start_date DESC, x.id DESC"
        ) { id, columns in
            documents[id]?.text += [
                try columns.next(), try columns.next(), try columns.next(String?.self) ?? "",
                try columns.next(String?.self) ?? "",
            ]
            documents[id]?.text += try StoredJSON.directList(columns.next())
        }
        try forEach(
            "x.institution, x.area, x.study_type, x.courses", from: "education x",
            by: "COALESCE(x.end_date, '9999') DESC, COALESCE(x.start_date, '') DESC, x.id DESC"
        ) { id, columns in
            documents[id]?.text += [
                try columns.next(), try columns.next(String?.self) ?? "", try columns.next(String?.self) ?? "",
            ]
            documents[id]?.text += try StoredJSON.directList(columns.next())
        }
        // The newest of the primary ones comes first, and only it counts.
        var seen: Set<Candidate.ID> = []
        try forEach("x.content", from: "cv x", and: "x.is_primary = 1", by: "x.version_no DESC") { id, columns in
            guard seen.insert(id).inserted else { return }
            let content: String = try columns.next()
            documents[id]?.text.append(String(content.prefix(CandidateSearchDocument.indexedContent)))
        }
    }

    /// Reads the rows of a table `x` that belong to the candidates, each candidate's in the given order.
    private func forEach(
        _ fields: SQL, from table: SQL, more: SQL = "", and further: SQL = "1 = 1", by order: SQL,
        _ body: (Candidate.ID, inout Columns) throws -> Void
    ) throws {
        try transaction.forEach(
            """
            SELECT c.id, \(fields) FROM candidate c CROSS JOIN \(table) \(more)
            WHERE \(condition) AND x.candidate_id = c.id AND x.deleted_at IS NULL AND \(further)
            ORDER BY c.row_no, \(order)
            """
        ) { row in
            var columns = Columns(row)
            try body(try columns.next(), &columns)
            return true
        }
    }
}
