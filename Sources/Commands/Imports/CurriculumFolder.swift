import Domain
import Foundation

/// The files below a folder, in a fixed order. Links are not followed and hidden names are passed over.
struct CurriculumFolder {
    struct File: Hashable {
        var path: String
        /// Below the folder, as a person calls it.
        var name: String
        var size: Int
    }

    let files: [File]

    /// More files than this are refused; so many CVs are better imported folder by folder.
    private static let limit = 100_000

    init(_ path: String) throws(CommandFailure) {
        let root = URL(filePath: path, directoryHint: .isDirectory)
        let keys: [URLResourceKey] = [.isRegularFileKey, .fileSizeKey]
        var isFolder: ObjCBool = false
        var unreadable: [URL] = []
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue,
            FileManager.default.isReadableFile(atPath: path),
            let found = FileManager.default.enumerator(
                at: root, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles],
                errorHandler: { url, _ in
                    unreadable.append(url)
                    return true
                })
        else {
            throw CommandFailure.usage(
                Phrase(en: "\(path) is no folder that can be read.", fr: "\(path) n’est pas un dossier lisible."))
        }
        let prefix = root.standardizedFileURL.path + "/"
        var files: [File] = []
        func add(_ url: URL, size: Int) {
            let path = url.standardizedFileURL.path
            let name = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : url.lastPathComponent
            files.append(File(path: path, name: name, size: size))
        }
        while let url = found.nextObject() as? URL {
            do {
                let values = try url.resourceValues(forKeys: Set(keys))
                guard values.isRegularFile == true else { continue }
                add(url, size: values.fileSize ?? 0)
            } catch {
                unreadable.append(url)
            }
            guard files.count <= Self.limit else {
                throw CommandFailure(
                    Phrase(
                        en: "\(root.path) holds more than \(Self.limit) files; import its folders one by one.",
                        fr: "\(root.path) contient plus de \(Self.limit) fichiers ; importez ses dossiers un à un."))
            }
        }
        // A file or folder that the system does not show is not passed over: the report has why it could not be read.
        for url in unreadable { add(url, size: 0) }
        self.files = files.sorted { $0.name < $1.name }
    }
}
