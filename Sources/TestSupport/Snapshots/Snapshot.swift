import Foundation
import Terminal
import Testing

/// Compares a frame with the text kept in `Snapshots/<name>.txt` beside the test's file.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the file is written instead; what changed is then seen in the diff.
public func assertSnapshot(
    _ frame: CellBuffer, named name: String, styles: Bool = false, file: StaticString = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let folder = URL(fileURLWithPath: "\(file)").deletingLastPathComponent().appendingPathComponent("Snapshots")
    let path = folder.appendingPathComponent("\(name).txt")
    let text = frame.snapshot(styles: styles)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: path)
        } catch {
            Issue.record(error, sourceLocation: sourceLocation)
        }
        return
    }
    guard let kept = try? String(contentsOf: path, encoding: .utf8) else {
        Issue.record("There is no snapshot \(name); RECORD_SNAPSHOTS=1 writes it.", sourceLocation: sourceLocation)
        return
    }
    guard text != kept else { return }
    Issue.record("\(name) looks different.\n\(SnapshotDifference.lines(kept, text))", sourceLocation: sourceLocation)
}

/// What differs between two frames, row by row.
enum SnapshotDifference {
    static func lines(_ kept: String, _ shown: String) -> String {
        let before = kept.split(separator: "\n", omittingEmptySubsequences: false)
        let after = shown.split(separator: "\n", omittingEmptySubsequences: false)
        return (0..<max(before.count, after.count)).compactMap { row -> String? in
            let old = row < before.count ? before[row] : ""
            let new = row < after.count ? after[row] : ""
            return old == new ? nil : "\(row) - \(old)\n\(row) + \(new)"
        }.joined(separator: "\n")
    }
}
