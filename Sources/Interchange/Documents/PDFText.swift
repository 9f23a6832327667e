import Foundation

/// Reads PDF by poppler's `pdfinfo` and `pdftotext`.
struct PDFText {
    let limits: DocumentReader.Limits
    let runner: ProcessRunner

    func read(_ data: Data) throws(DocumentProblem) -> DocumentReader.Document {
        let file = try PrivateFile(data)
        let information = try run("pdfinfo", [file.path], seconds: limits.seconds / 4, outputBytes: 256 * 1_024)
        try check(information)
        let pages = Self.pages(in: TextDecoding.text(of: information.output))
        if let pages, pages > limits.pages {
            throw DocumentProblem.tooManyPages(count: pages, limit: limits.pages)
        }
        let arguments = ["-layout", "-enc", "UTF-8", "-eol", "unix", "-l", "\(limits.pages)", file.path, "-"]
        // A page's layout is mostly spaces, so what is read is bounded well above the text that is kept.
        let outcome = try run(
            "pdftotext", arguments, seconds: limits.seconds * 3 / 4, outputBytes: limits.textBytes * 16)
        try check(outcome)
        let layout = String(decoding: outcome.output, as: UTF8.self)
        let text = layout.split(separator: "\u{0C}", omittingEmptySubsequences: true)
            .map { PageLayout(page: TextDecoding.tidy(String($0))).text }
            .joined(separator: "\n\n")
        return DocumentReader.Document(type: .pdf, text: text, pages: pages, notes: [])
    }

    private func run(_ name: String, _ arguments: [String], seconds: Double, outputBytes: Int)
        throws(DocumentProblem) -> ProcessRunner.Outcome
    {
        do {
            let limits = ProcessRunner.Limits(seconds: seconds, outputBytes: outputBytes)
            return try runner.run(name, arguments, limits: limits)
        } catch {
            switch error {
            case .missing(let name): throw DocumentProblem.toolMissing(name: name, package: "poppler-utils")
            case .timedOut: throw DocumentProblem.timedOut
            case .outputTooLong: throw DocumentProblem.expandsTooFar(limit: outputBytes)
            case .notStarted: throw DocumentProblem.damaged(.pdf)
            }
        }
    }

    private func check(_ outcome: ProcessRunner.Outcome) throws(DocumentProblem) {
        guard outcome.status != 0 else { return }
        if outcome.errorText.contains("Incorrect password") { throw DocumentProblem.encrypted }
        // 137: killed, 152: out of processor time.
        if outcome.status == 137 || outcome.status == 152 { throw DocumentProblem.timedOut }
        throw DocumentProblem.damaged(.pdf)
    }

    static func pages(in information: String) -> Int? {
        for line in information.split(separator: "\n") where line.hasPrefix("Pages:") {
            return Int(line.dropFirst(6).trimmingCharacters(in: .whitespaces))
        }
        return nil
    }
}
