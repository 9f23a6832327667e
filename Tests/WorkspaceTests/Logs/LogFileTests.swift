import Domain
import Foundation
import Testing
import Workspace

@Suite struct LogFileTests {
    let instant = Instant(milliseconds: 1_795_000_000_000)

    @Test func anEntryIsOneLineForItsOwner() throws {
        let place = try Place()
        let log = LogFile(path: place.root + "/state/rplus.log")
        log.write("first\nand a line end \u{1B}[31m", at: instant)
        let text = try String(contentsOfFile: log.path, encoding: .utf8)
        #expect(text == "\(instant) first\\u{a}and a line end \\u{1b}[31m\n")
        #expect(try place.mode(log.path) == 0o600)
    }

    @Test func secretsAreLeftOut() throws {
        let place = try Place()
        let log = LogFile(path: place.root + "/rplus.log")
        log.write("token eyJhbGciOi.eyJzdWIi.sig-nature for $argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA!", at: instant)
        let text = try String(contentsOfFile: log.path, encoding: .utf8)
        #expect(!text.contains("eyJzdWIi"))
        #expect(!text.contains("aGFzaA"))
    }

    @Test func aFullLogMakesRoom() throws {
        let place = try Place()
        let log = LogFile(path: place.root + "/rplus.log", limit: 200, kept: 2)
        for number in 0..<20 { log.write("entry \(number) " + String(repeating: "x", count: 50), at: instant) }
        #expect(try place.names(place.root) == ["rplus.log", "rplus.log.1", "rplus.log.2"])
        let newest = try String(contentsOfFile: log.path, encoding: .utf8)
        #expect(newest.contains("entry 19"))
        #expect(newest.utf8.count <= 200)
    }

    @Test func aLogThatCannotBeWrittenStopsNothing() throws {
        let place = try Place()
        try place.write("x", to: place.root + "/file")
        LogFile(path: place.root + "/file/rplus.log").write("lost", at: instant)
        #expect(try place.names(place.root) == ["file"])
    }
}
