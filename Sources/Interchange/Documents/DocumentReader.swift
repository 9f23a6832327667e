import Foundation

/// Reads the text out of a document: PDF, DOCX, plain text in any usual encoding, JSON Resume.
///
/// The type is decided by the content; where the file's name says otherwise, a note tells so.
public struct DocumentReader: Sendable {
    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let columnGap = #/\S {4,}\S/#

    /// What a document may cost.
    public struct Limits: Sendable {
        public var fileBytes = 20 * 1_048_576
        public var pages = 100
        /// Bytes that a packed document may unpack to.
        public var unpackedBytes = 32 * 1_048_576
        /// Bytes of text; what is beyond is cut off with a note.
        public var textBytes = 1_048_576
        /// Seconds for the whole of it.
        public var seconds = 20.0

        public init() {}
    }

    /// A remark that does not stop the reading.
    public enum Note: Sendable, Equatable {
        /// The name's ending is another type's than the content.
        case wrongExtension(found: DocumentType)
        /// The text was longer than the limit.
        case cutOff(limit: Int)
        /// A text file was in another encoding than UTF-8.
        case encoding(String)
    }

    /// A document's text, in reading order: paragraphs on lines, cells of a row apart by tabs.
    public struct Document: Sendable, Equatable {
        public var type: DocumentType
        public var text: String
        public var pages: Int?
        public var notes: [Note]
    }

    public var limits: Limits
    public var runner: ProcessRunner

    public init(limits: Limits = Limits(), runner: ProcessRunner = ProcessRunner()) {
        self.limits = limits
        self.runner = runner
    }

    /// Reads a file.
    public func read(path: String) throws(DocumentProblem) -> Document {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw DocumentProblem.unreadable(path) }
        let data: Data
        do {
            data = try handle.read(upToCount: limits.fileBytes + 1) ?? Data()
        } catch {
            throw DocumentProblem.unreadable(path)
        }
        return try read(data, filename: (path as NSString).lastPathComponent)
    }

    /// Reads a document from memory. The name is used for one thing only: to notice a wrong ending.
    public func read(_ data: Data, filename: String = "") throws(DocumentProblem) -> Document {
        guard data.count <= limits.fileBytes else { throw DocumentProblem.tooLarge(limit: limits.fileBytes) }
        var document: Document
        switch ContentSniffer.finding(of: data) {
        case .refused(let problem):
            throw problem
        case .document(.pdf):
            document = try PDFText(limits: limits, runner: runner).read(data)
        case .archive, .document(.docx):
            document = try WordText(limits: limits, runner: runner).read(data)
        case .document(let type):
            let (text, encoding) = TextDecoding.decode(data)
            let columns = type == .text && text.matches(of: Self.columnGap).prefix(6).count == 6
            let read = columns ? PageLayout(page: text).text : text
            document = Document(type: type, text: read, pages: nil, notes: [])
            if encoding != .utf8 { document.notes.append(.encoding(encoding.rawValue)) }
        }
        if document.text.utf8.count > limits.textBytes {
            document.text = String(decoding: document.text.utf8.prefix(limits.textBytes), as: UTF8.self)
            document.notes.append(.cutOff(limit: limits.textBytes))
        }
        guard document.text.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw document.type == .text ? DocumentProblem.empty : DocumentProblem.noText
        }
        if document.type.contradicts(ending: (filename as NSString).pathExtension) {
            document.notes.append(.wrongExtension(found: document.type))
        }
        return document
    }
}

extension DocumentReader.Note {
    /// The note in words.
    public func message(in language: MessageLanguage) -> String {
        let french = language == .french
        return switch self {
        case .wrongExtension(let found):
            french
                ? "Le contenu est du \(found.name), malgré l’extension du fichier."
                : "The content is \(found.name), whatever the file's ending says."
        case .cutOff(let limit):
            french
                ? "Seul le premier Mo de texte (\(limit) octets) est gardé."
                : "Only the first \(limit) bytes of text are kept."
        case .encoding(let name):
            french ? "Texte converti depuis \(name)." : "The text was converted from \(name)."
        }
    }
}
