import Domain
import Workstation

/// What the program around the screen does for the workstation: editors, files and other programs.
public protocol Host: AnyObject {
    /// Edits a text in the person's editor, with the terminal free; the text that was saved, or nil when nothing was.
    func edit(_ text: String, suffix: String) -> Result<String?, HostFailure>
    /// Shows a file with the program that the desktop has for it.
    func open(_ contents: [UInt8], filename: String) -> HostFailure?
    /// Writes a new file; the path that was written, with a `~` resolved.
    func save(_ contents: [UInt8], path: String) -> Result<String, HostFailure>
    /// What was kept of the last run; empty the first time.
    func loadState() -> String
    /// Keeps what the next run takes up.
    func keepState(_ text: String)
    /// Reads a file of at most `limit` bytes.
    func read(_ path: String, limit: Int) -> Result<[UInt8], HostFailure>
}
