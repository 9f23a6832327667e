import Domain
import JSON
import Storage

extension Engine {
    /// Works on reports that wait, oldest first, slice by slice, until none waits, so many slices are written or
    /// `until` is past. Whoever commits calls this afterwards. A report is begun again where it stopped, whatever
    /// stopped it; where two programs work on the same slice, one of them finds that it is written and drops its own.
    ///
    /// Answers whether any still waits.
    @discardableResult
    public func workOnReports(slices: Int = .max, until deadline: Instant? = nil) -> Bool {
        var written = 0
        while let report = pendingReport() {
            guard written < slices else { return true }
            written += 1
            if let deadline, adapters.clock.now() >= deadline { return true }
            do {
                try advance(report)
            } catch {
                self.report(error, operation: "analytics.report", requestID: report.id.description)
                // A busy or full disk passes; the report stays where it is.
                if let error = error as? StorageError, error.passes { return true }
                guard fail(report) else { return true }
            }
        }
        return false
    }

    /// The oldest report that is not ready; none where it cannot be read, which the log is told.
    private func pendingReport() -> ReportView? {
        do {
            return try database.read { transaction in
                try transaction.first(
                    """
                    SELECT \(ReportReading.columns) FROM report r WHERE r.status IN ('queued', 'running')
                    AND r.deleted_at IS NULL ORDER BY r.created_at, r.id LIMIT 1
                    """, ReportReading.read)
            }
        } catch {
            report(error, operation: "analytics.report", requestID: "pending")
            return nil
        }
    }

    /// Reads the next slice without holding anybody up, then writes it if nobody else has.
    private func advance(_ report: ReportView) throws {
        let position = report.progress.done
        let now = adapters.clock.now()
        let slice = try database.read { transaction in
            let analysis = report.params.analysis(
                principal: try requester(of: report, in: transaction), transaction: transaction, asOf: now)
            return try ReportSlice.read(report.kind, analysis, report.params, from: position)
        }
        var columns = report.columns
        for row in slice.rows { for key in row.keys where !columns.contains(key) { columns.append(key) } }
        let done = position + slice.advanced
        let isReady = slice.advanced == 0 || done >= slice.total
        try database.write { transaction in
            let sequence = try transaction.clock()
            let isOurs = try transaction.execute(
                """
                UPDATE report SET status = \(isReady ? Report.Status.ready : .running),
                columns = \(try StoredJSON.text(of: columns)), position = \(done),
                total = \(isReady ? done : slice.total), row_count = \(report.rows + slice.rows.count), as_of = \(now),
                updated_at = \(now), version = version + 1, row_seq = \(sequence)
                WHERE id = \(report.id) AND position = \(position) AND status = \(report.status)
                """)
            guard isOurs == 1 else { return }
            for (index, row) in slice.rows.enumerated() {
                try transaction.execute(
                    """
                    INSERT INTO report_row (report_id, row_no, cells)
                    VALUES (\(report.id), \(report.rows + index), \(JSONValue.object(row).serialized()))
                    """)
            }
        }
    }

    /// As whom a report is made: an admin, in the language of whoever asked for it.
    private func requester(of report: ReportView, in transaction: any Transaction) throws -> Principal {
        let locale: String? = try transaction.value(
            "SELECT locale FROM user_account WHERE id = \(report.createdBy)")
        return Principal(userID: report.createdBy, role: .admin, language: Language(locale: locale ?? "en"))
    }

    private func fail(_ report: ReportView) -> Bool {
        let failure = Problem.internalError.detail
        do {
            let now = adapters.clock.now()
            try database.write { transaction in
                let language = try requester(of: report, in: transaction).language
                try transaction.execute(
                    """
                    UPDATE report SET status = 'failed', failure = \(failure[language]), updated_at = \(now),
                    version = version + 1, row_seq = \(try transaction.clock())
                    WHERE id = \(report.id) AND status IN ('queued', 'running')
                    """)
            }
            return true
        } catch {
            self.report(error, operation: "analytics.report", requestID: report.id.description)
            return false
        }
    }
}

extension StorageError {
    /// Whether the same thing may work a little later.
    fileprivate var passes: Bool {
        switch self {
        case .busy, .full, .readOnly: true
        default: false
        }
    }
}

extension Report.Status: SQLCodable {}
extension Report.Kind: SQLCodable {}
