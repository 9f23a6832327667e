import Domain
import Foundation
import Testing

@testable import Interchange

@Suite struct MaildirTests {
    /// A folder that is gone with the value.
    private final class Folder {
        let path = NSTemporaryDirectory() + "rplus-mail-\(UUID().uuidString)"
        init() {}
        deinit { try? FileManager.default.removeItem(atPath: path) }

        func names(_ part: String) -> [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + part)) ?? []).sorted()
        }
    }

    private func message(_ number: Int, isRepeated: Bool = false) -> MailMessage {
        MailMessage(
            id: "mail-\(number)", date: Instant(milliseconds: 0), from: .init(address: "agency@example.com"),
            to: .init(address: "zoe@example.com"), subject: "Number \(number)", body: "Hello", isRepeated: isRepeated)
    }

    @Test func mailsAreInTheNewFolderForTheirOwnerAlone() throws {
        let folder = Folder()
        #expect(Maildir(path: folder.path).deliver([message(1), message(2)]) == [nil, nil])
        #expect(folder.names("new") == ["mail-1.rplus", "mail-2.rplus"])
        #expect(folder.names("tmp") == [])
        #expect(folder.names("cur") == [])
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/new/mail-1.rplus")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let root = try FileManager.default.attributesOfItem(atPath: folder.path)
        #expect(root[.posixPermissions] as? Int == 0o700)
    }

    @Test func aMailThatIsThereAlreadyIsNotWrittenAgain() throws {
        let folder = Folder()
        let maildir = Maildir(path: folder.path)
        #expect(maildir.deliver([message(1)]) == [nil])
        #expect(maildir.deliver([message(1, isRepeated: true)]) == [nil])
        #expect(folder.names("new") == ["mail-1.rplus"])
        // A reader has seen it meanwhile.
        try FileManager.default.moveItem(
            atPath: folder.path + "/new/mail-1.rplus", toPath: folder.path + "/cur/mail-1.rplus:2,S")
        #expect(maildir.deliver([message(1, isRepeated: true)]) == [nil])
        #expect(folder.names("new") == [])
    }

    @Test func whatACrashLeftBehindDoesNotMatter() throws {
        let folder = Folder()
        let maildir = Maildir(path: folder.path)
        #expect(maildir.deliver([message(1)]) == [nil])
        try Data("Date: half a ma".utf8).write(to: URL(filePath: folder.path + "/tmp/mail-2.rplus.1-1"))
        #expect(maildir.deliver([message(2, isRepeated: true)]) == [nil])
        let text = try String(contentsOfFile: folder.path + "/new/mail-2.rplus", encoding: .utf8)
        #expect(text.hasSuffix("Hello\n"))
    }

    @Test func aFolderThatCannotBeWrittenIsSaidForEachMail() throws {
        let folder = Folder()
        try Data("in the way".utf8).write(to: URL(filePath: folder.path))
        let failures = Maildir(path: folder.path).deliver([message(1), message(2)])
        #expect(failures.count == 2)
        #expect(failures.allSatisfy { $0?.reason.contains("Not a directory") == true })
    }

    @Test func oneMailThatFailsDoesNotHoldUpTheOthers() throws {
        let folder = Folder()
        let maildir = Maildir(path: folder.path)
        #expect(maildir.deliver([]) == [])
        var nameless = message(1)
        nameless.id = String(repeating: "x", count: 300)
        let outcomes = maildir.deliver([nameless, message(2)])
        #expect(outcomes[0]?.reason.contains("File name too long") == true)
        #expect(outcomes[1] == nil)
        #expect(folder.names("new") == ["mail-2.rplus"])
    }
}
