import Glibc

/// How large and how long a run is.
struct BenchSettings {
    var small: Int
    var middle: Int
    var large: Int
    var quick: Bool
    /// Where the workspaces are kept.
    var folder: String
    /// Parts of the names of the figures that are wanted; none for all.
    var only: [String]

    func wants(_ name: String) -> Bool { only.isEmpty || only.contains { name.contains($0) } }

    static var defaultFolder: String {
        (getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp") + "/rplus-bench"
    }
}
