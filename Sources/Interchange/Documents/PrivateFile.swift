import Foundation

/// A file that only this process's user can read, in a directory of its own; gone when the value is.
final class PrivateFile {
    let path: String
    private let directory: String

    init(_ data: Data) throws(DocumentProblem) {
        var template = Array((NSTemporaryDirectory() + "/rplus-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw DocumentProblem.unreadable(NSTemporaryDirectory()) }
        directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        path = directory + "/document"
        let made = FileManager.default.createFile(
            atPath: path, contents: data, attributes: [.posixPermissions: 0o600])
        guard made else { throw DocumentProblem.unreadable(path) }
    }

    deinit {
        unlink(path)
        rmdir(directory)
    }
}
