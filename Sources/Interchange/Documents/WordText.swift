import Foundation

/// Reads DOCX by `unzip`, which streams the parts that hold text, within a bound on what they unpack to.
struct WordText {
    let limits: DocumentReader.Limits
    let runner: ProcessRunner

    func read(_ data: Data) throws(DocumentProblem) -> DocumentReader.Document {
        let file = try PrivateFile(data)
        let listing = try run(["-Z1", file.path], outputBytes: 1_048_576, seconds: limits.seconds / 4)
        guard listing.status == 0 else { throw DocumentProblem.damaged(.docx) }
        let entries = Set(TextDecoding.text(of: listing.output).split(separator: "\n").map(String.init))
        guard entries.contains("word/document.xml") else { throw Self.refusal(of: entries) }
        var text = ""
        var left = limits.unpackedBytes
        for part in Self.parts(among: entries) {
            let outcome = try run(["-p", file.path, part], outputBytes: left, seconds: limits.seconds / 2)
            if outcome.status == 82 { throw DocumentProblem.encrypted }
            // 1 is a warning, 2 and 3 are faults in the archive that unzip could work around.
            guard outcome.status <= 1, !outcome.output.isEmpty else { throw DocumentProblem.damaged(.docx) }
            left -= outcome.output.count
            guard let body = WordMarkup.text(of: [UInt8](outcome.output)) else {
                throw DocumentProblem.damaged(.docx)
            }
            if !body.isEmpty { text += body + "\n" }
        }
        return DocumentReader.Document(type: .docx, text: TextDecoding.tidy(text), pages: nil, notes: [])
    }

    /// The parts with text, in reading order: headers, the body, footers, notes.
    static func parts(among entries: Set<String>) -> [String] {
        func numbered(_ kind: String) -> [String] {
            entries.filter { entry in
                entry.hasPrefix("word/\(kind)") && entry.hasSuffix(".xml")
                    && entry.dropFirst(5 + kind.count).dropLast(4).allSatisfy(\.isNumber)
            }
            .sorted { ($0.count, $0) < ($1.count, $1) }
            .prefix(10).map { $0 }
        }
        return numbered("header") + ["word/document.xml"] + numbered("footer") + numbered("footnotes")
    }

    private static func refusal(of entries: Set<String>) -> DocumentProblem {
        if entries.contains("xl/workbook.xml") { return .unsupported("XLSX") }
        if entries.contains("ppt/presentation.xml") { return .unsupported("PPTX") }
        if entries.contains("content.xml") { return .unsupported("ODT") }
        if entries.contains(where: { $0.hasPrefix("Index/") && $0.hasSuffix(".iwa") }) { return .unsupported("Pages") }
        return .wrongType(found: "ZIP")
    }

    private func run(_ arguments: [String], outputBytes: Int, seconds: Double)
        throws(DocumentProblem) -> ProcessRunner.Outcome
    {
        do {
            let bounds = ProcessRunner.Limits(seconds: seconds, outputBytes: outputBytes)
            return try runner.run("unzip", arguments, limits: bounds)
        } catch {
            switch error {
            case .missing(let name): throw DocumentProblem.toolMissing(name: name, package: "unzip")
            case .timedOut: throw DocumentProblem.timedOut
            case .outputTooLong: throw DocumentProblem.expandsTooFar(limit: limits.unpackedBytes)
            case .notStarted: throw DocumentProblem.damaged(.docx)
            }
        }
    }
}
