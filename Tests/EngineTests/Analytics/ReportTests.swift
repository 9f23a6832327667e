import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// Reports as jobs, exports as files, and figures from outside.
@Suite struct ReportTests {
    @Test func aReportIsMadeAfterTheCall() throws {
        let history = try KnownHistory()
        let engine = history.board.world.engine
        let asked = try history.analytics("analytics.customReport", ["kind": "placements"])
        #expect(asked["status"] == "queued")
        let id = try #require(asked["id"])
        let waiting = try history.analytics("analytics.report", ["report_id": id])
        #expect(waiting["data"]?.arrayValue?.isEmpty == true)
        let early = try history.board.world.call("analytics.export", ["report_id": id], as: .admin)
        #expect(early.status == 409)
        #expect(early.body["current"] == "queued")
        #expect(!engine.workOnReports())
        let ready = try history.analytics("analytics.report", ["report_id": id], as: .superadmin)
        #expect(ready["status"] == "ready")
        #expect(ready.number("rows") == 1)
        #expect(ready.number("data.0.days_to_hire") == 9)
        #expect(ready.number("data.0.days_to_fill") == 6)
        #expect(ready["as_of"] == .string(history.board.world.clock.now().description))
        #expect(try history.analytics("analytics.reports").number("total") == 1)
        #expect(
            try history.board.world.call(
                "analytics.report", ["report_id": "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"], as: .admin
            ).status == 404)
    }

    @Test func aLongReportGoesOnWhereItStopped() throws {
        let board = try Board()
        for number in 1...205 { _ = try board.job("Poste \(number)", publish: true) }
        let engine = board.world.engine
        let id = try #require(try board.call("analytics.customReport", ["kind": "jobs"], as: .admin)["id"])
        #expect(engine.workOnReports(slices: 1))
        let running = try board.call("analytics.report", ["report_id": id], as: .admin)
        #expect(running["status"] == "running")
        #expect(running.number("progress.done") == 100)
        #expect(running.number("progress.total") == 205)
        #expect(!engine.workOnReports())
        let ready = try board.call("analytics.report", ["report_id": id, "page_size": 200, "page": 2], as: .admin)
        #expect(ready["status"] == "ready")
        #expect(ready.number("total") == 205)
        #expect(ready["data"]?.arrayValue?.count == 5)
        let titles: [String] = try board.world.database.read { try $0.column("SELECT cells FROM report_row") }
        #expect(Set(titles).count == 205, "no job twice, none left out")
    }

    @Test(arguments: Report.Kind.allCases)
    func everyKindOfReportHasItsRows(_ kind: Report.Kind) throws {
        let history = try KnownHistory()
        let id = try #require(
            try history.analytics("analytics.customReport", ["kind": .string(kind.rawValue)])["id"])
        history.board.world.engine.workOnReports()
        let report = try history.analytics("analytics.report", ["report_id": id])
        #expect(report["status"] == "ready", "\(report)")
        let rows: [Report.Kind: Double] = [
            .stages: 7, .sources: 2, .trends: 13, .consultants: 2, .jobs: 1, .companies: 2, .placements: 1,
        ]
        #expect(report.number("rows") == rows[kind])
        let columns = report["columns"]?.arrayValue?.compactMap(\.stringValue) ?? []
        #expect(!columns.isEmpty)
        #expect(!columns.contains { $0.hasSuffix("as_of") })
    }

    @Test func cellsOfAnExportDoNotRunInASpreadsheet() throws {
        let board = try Board()
        _ = try board.job("=HYPERLINK(\"http://evil.example\")", publish: true)
        let id = try #require(try board.call("analytics.customReport", ["kind": "jobs"], as: .admin)["id"])
        board.world.engine.workOnReports()
        let csv = try board.call("analytics.export", ["report_id": id], as: .admin)
        let text = try contents(csv, board)
        #expect(text.hasPrefix("job_id,title,"))
        #expect(text.contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\""))
        #expect(csv["filename"]?.stringValue?.hasSuffix(".csv") == true)
        let json = try board.call("analytics.export", ["report_id": id, "format": "json"], as: .admin)
        let rows = try JSONValue(parsing: try contents(json, board))
        #expect(rows.at("0.title") == "=HYPERLINK(\"http://evil.example\")")
        #expect(json.number("rows") == 1)
    }

    @Test func shortKindsAreExportedAtOnce() throws {
        let history = try KnownHistory()
        let made = try history.analytics("analytics.export", ["kind": "stages"])
        let text = try contents(made, history.board)
        #expect(text.contains("sourced,6,"))
        let refused = try history.board.world.call("analytics.export", ["kind": "jobs"], as: .admin)
        #expect(refused.status == 422)
        #expect(refused.body.at("errors.0.field") == "kind")
    }

    /// The text of an export, which the workspace's files hold as well.
    private func contents(_ export: JSONValue, _ board: Board) throws -> String {
        let sha256 = try #require(export["sha256"]?.stringValue)
        let kept = try #require(try board.world.files.contents(sha256: sha256))
        #expect(export["content_base64"] == .string(Board.base64(kept)))
        return String(decoding: kept, as: UTF8.self)
    }

    @Test func benchmarksAreTheOwnPastAndWhatWasBroughtIn() throws {
        let history = try KnownHistory()
        history.board.world.clock.advance(days: 60)
        let empty = try history.analytics("analytics.benchmarks", ["quarters": 1])
        #expect(empty["imported"]?.arrayValue?.isEmpty == true)
        let hires = empty["own"]?.arrayValue?.first { $0["metric"] == "hire_rate" }
        #expect(hires?.number("value") == 1.0 / 6)
        #expect(hires?.at("period.from") == "2026-10-01")
        let times = empty["own"]?.arrayValue?.first { $0["metric"] == "time_to_hire" }
        #expect(times?["value"] == .null)
        #expect(times?["insufficient_data"] == true)
        func figure(_ value: Double, dated: String = "2026-06-30") -> JSONValue {
            [
                "figures": [
                    [
                        "metric": "fill_rate", "segment": "Health care, FR", "value": .number(value),
                        "source": "Survey 2026", "dated": .string(dated),
                    ]
                ]
            ]
        }
        for value in [0.5, 0.62] { try history.analytics("analytics.importBenchmarks", figure(value)) }
        let imported = try history.analytics("analytics.benchmarks", ["metric": "fill_rate"])
        #expect(imported["imported"]?.arrayValue?.count == 1)
        #expect(imported.number("imported.0.value") == 0.62)
        #expect(imported.at("imported.0.source") == "Survey 2026")
        for wrong in [figure(62), figure(0.5, dated: "2030-01-01"), ["figures": []]] {
            let refused = try history.board.world.call("analytics.importBenchmarks", wrong, as: .admin)
            #expect(refused.status == 422)
        }
    }
}
