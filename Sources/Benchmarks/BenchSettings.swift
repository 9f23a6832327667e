import Glibc

/// How large and how long a run is.
struct BenchSettings {
    var small: Int
    var middle: Int
    var large: Int
    var quick: Bool
    /// Where the workspaces are kept.
    var folder: String
    /// The parts that are wanted; none for all.
    var only: [String]
    /// Of lists and analytics the operations that are wanted; none for all.
    var operations: [String]

    /// The program that is driven.
    var program: String

    func wants(_ name: String) -> Bool { only.isEmpty || only.contains(name) }

    static var defaultFolder: String {
        (getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp") + "/rplus-bench"
    }
}
