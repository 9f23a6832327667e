import Foundation

/// The types of document that text can be read from.
public enum DocumentType: String, Sendable, CaseIterable {
    case pdf
    case docx
    case text
    case json

    /// As people call it.
    public var name: String { self == .text ? "TXT" : rawValue.uppercased() }

    /// The media type that a file of it is served with.
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .text: "text/plain"
        case .json: "application/json"
        }
    }

    /// The endings that a file of this type usually has.
    var endings: [String] {
        switch self {
        case .pdf: ["pdf"]
        case .docx: ["docx", "docm", "dotx"]
        case .text: ["txt", "text", "md", "markdown", "asc"]
        case .json: ["json"]
        }
    }

    /// Whether a name's ending is that of another known type.
    func contradicts(ending: String) -> Bool {
        let ending = ending.lowercased()
        guard !ending.isEmpty, !endings.contains(ending) else { return false }
        return Self.allCases.contains { $0.endings.contains(ending) } || ["doc", "rtf", "odt"].contains(ending)
    }
}

/// What a file's first bytes say that it is.
enum ContentSniffer {
    enum Finding: Equatable {
        case document(DocumentType)
        /// A zip archive: which one, its list of entries says.
        case archive
        case refused(DocumentProblem)
    }

    static func finding(of data: Data) -> Finding {
        let head = [UInt8](data.prefix(1_024))
        if head.isEmpty { return .refused(.empty) }
        if position(of: Array("%PDF-".utf8), in: head) != nil { return .document(.pdf) }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return .archive
        }
        if head.starts(with: Array("{\\rtf".utf8)) { return .refused(.unsupported("RTF")) }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            let marker = Data("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
            return .refused(data.range(of: marker) == nil ? .unsupported("DOC") : .encrypted)
        }
        for (magic, name) in images where head.starts(with: magic) { return .refused(.wrongType(found: name)) }
        let encoding = TextDecoding.detect(head).encoding
        if encoding == .utf8 {
            let odd = head.filter { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1B].contains($0) }.count
            if head.contains(0) || odd * 20 > head.count { return .refused(.wrongType(found: "binary")) }
        }
        let start = TextDecoding.decode(Data(head)).text.trimmingCharacters(in: .whitespacesAndNewlines)
        if start.hasPrefix("{") { return .document(.json) }
        let folded = start.prefix(200).lowercased()
        if folded.hasPrefix("<!doctype html") || folded.hasPrefix("<html") { return .refused(.unsupported("HTML")) }
        return .document(.text)
    }

    private static let images: [([UInt8], String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), (Array("GIF8".utf8), "GIF"),
        ([0x1F, 0x8B], "gzip"), ([0x7F, 0x45, 0x4C, 0x46], "ELF"), (Array("%!PS".utf8), "PostScript"),
        ([0x49, 0x49, 0x2A, 0x00], "TIFF"), ([0x37, 0x7A, 0xBC, 0xAF], "7z"), (Array("Rar!".utf8), "RAR"),
    ]

    private static func position(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= needle.count else { return nil }
        return (0...(bytes.count - needle.count)).first { bytes[$0..<($0 + needle.count)].elementsEqual(needle) }
    }
}
