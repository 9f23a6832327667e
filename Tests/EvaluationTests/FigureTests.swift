import Foundation
import Intelligence
import Testing

@testable import Evaluation

@Suite struct FigureTests {
    @Test func verdictsAreThoseOfDevelopmentNotOfTraining() {
        func verdict(_ development: Double, isError: Bool = false) -> String {
            Figure("x", train: 0.9, development: development, floor: 0.3, aim: 0.5, isError: isError, n: 1).verdict
        }
        #expect(verdict(0.2) == "BELOW FLOOR")
        // A floor must be beaten, not met.
        #expect(verdict(0.3) == "BELOW FLOOR")
        #expect(verdict(0.4) == "above floor")
        #expect(verdict(0.5) == "aim")
        #expect(Figure("x", development: 0.3, floor: 0.28, aim: 0.22, isError: true, n: 1).verdict == "BELOW FLOOR")
        #expect(Figure("x", development: 0.2, floor: 0.28, aim: 0.22, isError: true, n: 1).verdict == "aim")
        #expect(Figure("x", development: 0.2, aim: 0.95, n: 1).verdict == "below aim")
    }

    @Test func countsGivePrecisionAndRecall() {
        var count = SpanCount()
        count.add(said: [1, 2, 2], truth: [2, 3, 4])
        #expect(count.precision == 0.5)
        #expect(abs(count.recall - 1.0 / 3) < 1e-12)
        #expect(abs(count.f1 - 0.4) < 1e-12)
        #expect(SpanCount().f1 == 0)
    }

    @Test func theTableHoldsEachFigureWithItsVerdict() {
        let text = EvaluationRun.table([Figure("one", development: 0.25, floor: 0.3, n: 7)])
        let line = text.split(separator: "\n").first { $0.hasPrefix("one") }.map(String.init) ?? ""
        for part in ["one", "0.250*", "0.300", "7", "BELOW FLOOR"] { #expect(line.contains(part)) }
        // What was chosen by looking is marked, and the mark explained.
        #expect(text.contains("settings or rules were chosen"))
        let unseen = EvaluationRun.table([Figure("one", development: 0.25, isChosenOn: false, n: 7)])
        #expect(unseen.contains("0.250 ") && !unseen.contains("0.250*"))
    }

    @Test func theYAMLOfALayoutTellsItsFields() {
        let label = CurriculumLabel(
            rendered: """
                cv:
                  name: Ada Test
                  location: Lyon, France
                  email: ada@example.com
                  sections:
                    education:
                      - institution: École
                        location: Paris, France
                    experience:
                      - company: Acme
                        position: Engineer
                    projects:
                      - name: 'Other'
                """)
        #expect(label.name == "Ada Test" && label.city == "Lyon" && label.email == "ada@example.com")
        #expect(label.work.map(\.title) == ["Engineer"] && label.work.map(\.employer) == ["Acme"])
        #expect(label.schools == ["École"] && label.phone.isEmpty)
    }

    /// Titles of our own, one of which is answered rightly by construction: the figure says a share of what was judged,
    /// nothing learnt from is called development, and a form that two occupations have is right for both.
    @Test func figuresCountWhatWasJudged() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rplus-eval-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ text: String, _ path: String) throws {
            let url = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
        let code = try #require(Taxonomy.builtIn.occupations(named: "infirmier", in: .french).first).occupation.code
        let lines = [code, "none", "other"].map { #"{"query":"infirmier","esco":["\#($0)"]}"# }.joined(separator: "\n")
        for name in ["rome_fr", "belgium_fr"] { try write(lines, "titles-melo-fr/\(name).jsonl") }
        try write(
            "esco,label_fr\n\(code),infirmier\nother,Infirmier\nnone,\"infirmier, chef\"\n",
            "taxonomy-esco-fr-occupations/occupation_labels_fr.csv")
        let figures = try TitleFigures(data: DataFolder(url: folder)).all()
        let isTraining = StableSplit.isTraining("infirmier")
        // The title is on one side of the split or on the other.
        let judged: [Double] = figures.map { isTraining ? $0.train ?? $0.development : $0.development }
        let expected: [Double] = [2.0 / 3.0, 1.0 / 3.0, 2.0 / 3.0, 1.0 / 3.0]
        #expect(judged == expected)
        let unseen = isTraining ? 0 : 3
        #expect(figures.map(\.n) == [unseen, unseen, 3, 3])
        #expect(figures.suffix(2).allSatisfy { $0.train == nil })
    }

    @Test func wordsAreThoseThatAreTouched() {
        let text = "Experience in Java required ."
        let found = SkillExtractor().skills(in: text, language: .english).filter { $0.text == "Java" }
        #expect(SkillFigures.words(found, in: text) == [2..<3])
    }
}
