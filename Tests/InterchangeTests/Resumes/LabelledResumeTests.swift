import Foundation
import JSON
import Testing

@testable import Interchange

/// Measures the parser on labelled sets of CVs, in the folder that `RPLUS_LABELLED_CVS` names.
struct LabelledResumeTests {
    static let root = (ProcessInfo.processInfo.environment["RPLUS_LABELLED_CVS"] ?? "nowhere") + "/"

    struct Tally {
        var right = 0
        var found = 0
        var wanted = 0

        mutating func add(_ wanted: [String], _ found: [String]) {
            var rest = found.map(\.folded)
            self.wanted += wanted.count
            self.found += found.count
            for item in wanted.map(\.folded) {
                guard let index = rest.firstIndex(of: item) else { continue }
                rest.remove(at: index)
                right += 1
            }
        }

        var f1: Double { found + wanted == 0 ? 1 : 2 * Double(right) / Double(found + wanted) }
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: root + "cv-fr-authored/labels.json")),
        arguments: [("cv-fr-authored", 0.95, 0.95), ("cv-en-synthetic", 0.95, 0.85), ("cv-fr-gabywald", 0.95, 0)])
    func accuracy(_ set: String, _ contactFloor: Double, _ entryFloor: Double) throws {
        let bytes = try Data(contentsOf: URL(filePath: Self.root + set + "/labels.json"))
        let labels = try #require(try JSONValue(parsing: [UInt8](bytes)).arrayValue)
        var contacts: [String: Tally] = [:]
        var work = Tally()
        var education = Tally()
        var skills = Tally()
        for label in labels {
            func text(_ key: String) -> String? { label[key]?.stringValue }
            for ending in ["txt", "pdf", "docx"] {
                let path = "\(Self.root)\(set)/\(text("id") ?? "").\(ending)"
                guard FileManager.default.fileExists(atPath: path) else { continue }
                let resume = ResumeParser.parse(text: try DocumentReader().read(path: path).text)
                let pairs = [
                    ("name", text("name"), resume.basics.name), ("email", text("email"), resume.basics.email),
                    ("phone", text("phone_e164"), resume.basics.phoneE164),
                    ("city", text("city"), resume.basics.location.city),
                ]
                for case (let field, let wanted?, let found) in pairs {
                    contacts[field, default: Tally()].add([wanted], [found])
                }
                if let list = label["experiences"]?.arrayValue {
                    work.add(list.compactMap { $0["title"]?.stringValue }, resume.work.map(\.position))
                }
                if let list = label["education"]?.arrayValue {
                    let found = resume.education.map { $0.studyType + " " + $0.area }
                    education.add(list.compactMap { $0["degree"]?.stringValue }, found)
                }
                if let list = label["skills"]?.arrayValue {
                    skills.add(list.compactMap(\.stringValue), resume.skillNames)
                }
            }
        }
        print(set, contacts.mapValues(\.f1), "work", work.f1, "education", education.f1, "skills", skills.f1)
        for (field, tally) in contacts { #expect(tally.f1 >= contactFloor, "\(field) in \(set)") }
        for tally in [work, education, skills] { #expect(tally.f1 >= entryFloor) }
    }
}
