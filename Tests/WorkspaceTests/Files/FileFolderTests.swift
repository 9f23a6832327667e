import Engine
import Foundation
import Storage
import Testing
import Workspace

@Suite struct FileFolderTests {
    @Test func theSameContentsAreOneFile() throws {
        let place = try Place()
        let files = FileFolder(path: place.root + "/files")
        let contents = Array("Curriculum vitae".utf8)
        let name = try files.keep(contents)
        #expect(try files.keep(contents) == name)
        #expect(name == Digest.sha256(contents))
        #expect(try files.contents(sha256: name) == contents)
        #expect(files.exists(sha256: name))
        #expect(try place.names(files.path) == [name])
    }

    @Test func manyAreKeptInOrder() throws {
        let place = try Place()
        let files = FileFolder(path: place.root + "/files")
        let contents = (0..<40).map { Array("CV \($0 % 30)".utf8) }
        let names = try files.keepAll(contents)
        #expect(names == contents.map { Digest.sha256($0) })
        #expect(try place.names(files.path) == Set(names).sorted())
    }

    @Test func anAlteredFileIsNotHandedOut() throws {
        let place = try Place()
        let files = FileFolder(path: place.root + "/files")
        let name = try files.keep(Array("Curriculum vitae".utf8))
        try place.write("Curriculum vitiorum", to: "\(files.path)/\(name)")
        #expect(throws: StorageError.self) { try files.contents(sha256: name) }
    }

    @Test(arguments: ["", "../workspace.db", String(repeating: "g", count: 64)])
    func namesThatAreNoHashNameNothing(name: String) throws {
        let place = try Place()
        try place.write("secret", to: place.root + "/workspace.db")
        let files = FileFolder(path: place.root + "/files")
        #expect(try files.contents(sha256: name) == nil)
        #expect(!files.exists(sha256: name))
    }
}
