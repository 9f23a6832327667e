import Foundation

/// A zip archive with stored entries, written by hand.
struct ZipArchive {
    private var body = Data()
    private var directory = Data()
    private var count: UInt16 = 0

    mutating func add(_ name: String, _ content: Data) {
        let offset = UInt32(body.count)
        let fields: [UInt8] =
            bytes(UInt16(20)) + bytes(UInt16(0)) + bytes(UInt16(0)) + bytes(UInt16(0)) + bytes(UInt16(0x21))
            + bytes(Self.checksum(content)) + bytes(UInt32(content.count)) + bytes(UInt32(content.count))
            + bytes(UInt16(name.utf8.count)) + bytes(UInt16(0))
        body += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8)
        body += content
        directory += [0x50, 0x4B, 1, 2] + bytes(UInt16(20)) + fields
        directory += bytes(UInt16(0)) + bytes(UInt16(0)) + bytes(UInt16(0)) + bytes(UInt32(0)) + bytes(offset)
        directory += Array(name.utf8)
        count += 1
    }

    var data: Data {
        var end = Data([0x50, 0x4B, 5, 6, 0, 0, 0, 0])
        end += bytes(count) + bytes(count) + bytes(UInt32(directory.count)) + bytes(UInt32(body.count))
        end += bytes(UInt16(0))
        return body + directory + end
    }

    /// A DOCX with that markup inside its body.
    static func document(_ body: String, header: String? = nil) -> Data {
        var archive = ZipArchive()
        archive.add("[Content_Types].xml", Data("<Types/>".utf8))
        let open = "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>"
        archive.add("word/document.xml", Data((open + body + "</w:body></w:document>").utf8))
        if let header { archive.add("word/header1.xml", Data("<w:hdr>\(header)</w:hdr>".utf8)) }
        return archive.data
    }

    static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    private func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func checksum(_ data: Data) -> UInt32 {
        ~data.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }
}
