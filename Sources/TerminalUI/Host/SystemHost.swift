import Domain
import Foundation
import Workstation

/// The machine that the workstation runs on.
public final class SystemHost: Host {
    private let environment: [String: String]
    private let statePath: String

    /// - Parameter statePath: the file that keeps a person's state between two runs.
    public init(environment: [String: String], statePath: String) {
        self.environment = environment
        self.statePath = statePath
    }

    public func loadState() -> String {
        guard case .success(let bytes) = read(statePath, limit: 1 << 20) else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Where it cannot be written the next run begins anew: no reason to bother anybody.
    public func keepState(_ text: String) {
        let url = URL(fileURLWithPath: statePath)
        let folder = url.deletingLastPathComponent()
        try? FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard (try? Data(text.utf8).write(to: url, options: .atomic)) != nil else { return }
        try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: statePath)
    }

    public func edit(_ text: String, suffix: String) -> Result<String?, HostFailure> {
        let editor = environment["VISUAL"].nonEmpty ?? environment["EDITOR"].nonEmpty ?? "vi"
        do {
            let folder = try PrivateFolder()
            defer { folder.remove() }
            let file = try folder.write(Array(text.utf8), named: "text\(suffix)")
            // The command is the person's own and may hold arguments; the path is passed beside it, never inside.
            let status = try Self.run("/bin/sh", ["-c", "exec \(editor) \"$1\"", "sh", file.path])
            guard status == 0 else { return .failure(Self.failure("\(editor): \(status)")) }
            let saved = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            // Editors end a file with a line break that the person did not type.
            let result = saved.hasSuffix("\n") && !text.hasSuffix("\n") ? String(saved.dropLast()) : saved
            return .success(result == text ? nil : result)
        } catch {
            return .failure(Self.failure("\(editor): \(error.localizedDescription)"))
        }
    }

    public func open(_ contents: [UInt8], filename: String) -> HostFailure? {
        guard environment["DISPLAY"].nonEmpty != nil || environment["WAYLAND_DISPLAY"].nonEmpty != nil else {
            return HostFailure(
                Phrase(
                    en: "There is no desktop here to show the file; save it instead.",
                    fr: "Pas de bureau ici pour afficher le fichier ; enregistrez-le plutôt."))
        }
        do {
            // Stays until the system clears its temporary files: the other program may read it late.
            let file = try PrivateFolder().write(contents, named: Self.safeName(filename))
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["xdg-open", file.path]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            return nil
        } catch {
            return Self.failure(error.localizedDescription)
        }
    }

    public func save(_ contents: [UInt8], path: String) -> Result<String, HostFailure> {
        let path = NSString(string: path).expandingTildeInPath
        guard !FileManager.default.fileExists(atPath: path) else {
            return .failure(
                HostFailure(
                    Phrase(
                        en: "\(path) is there already; choose another name.",
                        fr: "\(path) existe déjà ; choisissez un autre nom.")))
        }
        do {
            try Data(contents).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            return .success(path)
        } catch {
            return .failure(Self.failure("\(path): \(error.localizedDescription)"))
        }
    }

    public func read(_ path: String, limit: Int) -> Result<[UInt8], HostFailure> {
        let path = NSString(string: path).expandingTildeInPath
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            let data = try handle.read(upToCount: limit + 1) ?? Data()
            guard data.count <= limit else {
                return .failure(
                    HostFailure(
                        Phrase(
                            en: "\(path) is larger than \(limit >> 20) MiB.",
                            fr: "\(path) dépasse \(limit >> 20) Mio.")))
            }
            return .success(Array(data))
        } catch {
            return .failure(Self.failure("\(path): \(error.localizedDescription)"))
        }
    }

    /// A file name of a stranger without what a path or a desktop could take for something else.
    static func safeName(_ filename: String) -> String {
        let kept = filename.unicodeScalars.map { scalar -> Character in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "._-".unicodeScalars.contains(scalar)
                ? Character(scalar) : "_"
        }
        return "cv-" + String(kept.suffix(80))
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private static func failure(_ words: String) -> HostFailure { HostFailure(Phrase(en: words, fr: words)) }
}

extension String? {
    fileprivate var nonEmpty: String? { self.flatMap { $0.isEmpty ? nil : $0 } }
}

/// A folder that only its owner can enter.
private struct PrivateFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("rplus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    func write(_ contents: [UInt8], named name: String) throws -> URL {
        let file = url.appendingPathComponent(name)
        try Data(contents).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        return file
    }

    func remove() { try? FileManager.default.removeItem(at: url) }
}
