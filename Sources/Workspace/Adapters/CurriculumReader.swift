import Domain
import Engine
import Foundation
import Interchange
import JSON

/// Reads text and the fields of a CV out of PDF (by poppler), DOCX, plain text and JSON Resume, within bounds of time,
/// size and memory.
public struct CurriculumReader: EngineDocumentReader {
    private let reader: Interchange.DocumentReader

    public init() { reader = Interchange.DocumentReader() }

    public func read(_ contents: [UInt8], filename: String) throws(DocumentRefusal) -> DocumentReading {
        let document: Interchange.DocumentReader.Document
        do {
            document = try reader.read(Data(contents), filename: filename)
        } catch {
            throw DocumentRefusal(error)
        }
        let resume: Resume
        if document.type == .json {
            guard let json = try? JSONValue(parsing: document.text), let found = ResumeDocument.resume(from: json)
            else { throw DocumentRefusal(.wrongType(found: "JSON")) }
            resume = found
        } else {
            resume = ResumeParser.parse(text: document.text)
        }
        return DocumentReading(
            text: document.text, mediaType: document.type.mediaType, resume: resume.json,
            parserVersion: ResumeParser.version)
    }
}

extension DocumentRefusal {
    init(_ problem: DocumentProblem) {
        self.init(
            code: problem.code,
            message: Phrase(en: problem.message(in: .english), fr: problem.message(in: .french)))
    }
}
