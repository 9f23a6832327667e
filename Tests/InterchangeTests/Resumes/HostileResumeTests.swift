import Foundation
import TestSupport
import Testing

@testable import Interchange

/// Texts that are nothing but signs that the reader looks for.
@Suite struct HostileResumeTests {
    @Test(arguments: ["A (", "\t", "1 ", "a\t", "Java, ", "2015 - ", "06 ", "A B\n", "a@", "www.", "    x"])
    func readingEndsInTime(_ unit: String) throws {
        let text = "Zoé Martin " + String(repeating: unit, count: 390_000 / unit.utf8.count)
        let resume = try withProcessorLimit {
            _ = try DocumentReader().read(Data(text.utf8), filename: "cv.txt")
            return ResumeParser.parse(text: text)
        }
        #expect(resume.work.count < 1_000)
    }

    @Test func whatStandsBehindIsLeftOut() {
        let text = "Zoé Martin zoe@example.com " + String(repeating: "word ", count: 5_000) + "EXPERIENCE Nurse 2020"
        let resume = ResumeParser.parse(text: text)
        #expect(resume.basics.email == "zoe@example.com")
        #expect(resume.work.isEmpty)
    }
}
