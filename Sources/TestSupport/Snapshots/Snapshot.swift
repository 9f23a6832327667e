import Foundation
import Terminal

/// Frames and other texts that are compared with files beside the tests.
///
/// `RECORD_SNAPSHOTS=1` writes the files; a change to one is reviewed as a diff.
public enum Snapshot {
    /// Compares a text with `Snapshots/<name>.txt` in the folder of the test target. Answers what differs, or nil:
    ///
    ///     #expect(Snapshot.difference(frame.snapshot(), named: "board-80x24-en") == nil)
    public static func difference(_ text: String, named name: String, file: String = #filePath) -> String? {
        let url = folder(of: file).appendingPathComponent("\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            do {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: url)
                return nil
            } catch {
                return "cannot write \(name): \(error)"
            }
        }
        guard let data = try? Data(contentsOf: url) else {
            return "no snapshot \(name); record it with RECORD_SNAPSHOTS=1\n\(text)"
        }
        let expected = String(decoding: data, as: UTF8.self)
        return expected == text ? nil : describe(expected, text, name)
    }

    /// The same for a frame.
    public static func difference(
        _ frame: CellBuffer, named name: String, styles: Bool = false, file: String = #filePath
    ) -> String? {
        difference(frame.snapshot(styles: styles), named: name, file: file)
    }

    /// `Tests/<Target>Tests/Snapshots`, from any file below `Tests/<Target>Tests`.
    private static func folder(of file: String) -> URL {
        var url = URL(fileURLWithPath: file)
        while url.pathComponents.count > 1, url.deletingLastPathComponent().lastPathComponent != "Tests" {
            url.deleteLastPathComponent()
        }
        return url.appendingPathComponent("Snapshots")
    }

    private static func describe(_ expected: String, _ found: String, _ name: String) -> String {
        let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let new = found.split(separator: "\n", omittingEmptySubsequences: false)
        var lines = ["\(name) differs:"]
        for index in 0..<max(old.count, new.count) {
            let before = index < old.count ? old[index] : ""
            let after = index < new.count ? new[index] : ""
            if before != after { lines += ["\(index + 1) - \(before)", "\(index + 1) + \(after)"] }
        }
        return lines.joined(separator: "\n")
    }
}
