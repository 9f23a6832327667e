import Foundation
import Testing

/// A change to the operations is reviewed as the change of a page.
@Suite struct GoldenOperationTests {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../docs/generated/operations.md").standardized

    @Test func thePageOfOperationsIsUpToDate() throws {
        let made = OperationPage.text
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try FileManager.default.createDirectory(
                at: Self.page.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(made.utf8).write(to: Self.page)
        }
        let kept = (try? String(contentsOf: Self.page, encoding: .utf8)) ?? ""
        let changed = zip(
            made.split(separator: "\n", omittingEmptySubsequences: false),
            kept.split(separator: "\n", omittingEmptySubsequences: false)
        ).first { $0 != $1 }
        #expect(
            made == kept,
            """
            docs/generated/operations.md is not what the catalogue says; RECORD_SNAPSHOTS=1 rewrites it. First difference:
            made \(changed?.0 ?? "(length)")
            kept \(changed?.1 ?? "(length)")
            """)
    }
}
