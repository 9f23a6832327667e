import Foundation

/// Where a table's bytes come from, a chunk at a time; UTF-16 is turned to UTF-8 on the way.
struct ByteSource {
    private enum Origin {
        case file(FileHandle)
        case memory(Data)
    }

    private var origin: Origin
    private let chunkSize: Int
    private var encoding = TextDecoding.Encoding.utf8
    private var decoder = UTF16Transcoder()
    private var started = false

    init(path: String, chunkSize: Int = 64 * 1_024) throws(TableError) {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if isThere, isFolder.boolValue { throw TableError.folder(path) }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw TableError.unreadable(path) }
        origin = .file(handle)
        self.chunkSize = chunkSize
    }

    init(data: Data, chunkSize: Int = 64 * 1_024) {
        origin = .memory(data)
        self.chunkSize = chunkSize
    }

    /// The next bytes, without any byte-order mark, or nil at the end.
    mutating func next() throws -> [UInt8]? {
        guard var bytes = try read() else {
            let rest = decoder.finish()
            return rest.isEmpty ? nil : rest
        }
        if !started {
            started = true
            while bytes.count < 4, let more = try read() { bytes += more }
            if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw TableError.spreadsheetFile }
            let (found, mark) = TextDecoding.detect(bytes)
            encoding = found
            decoder.bigEndian = found == .utf16BigEndian
            bytes.removeFirst(mark)
            if found == .utf8, bytes.prefix(1_024).contains(0) { throw TableError.notText }
        }
        if encoding == .utf16LittleEndian || encoding == .utf16BigEndian { return decoder.transcode(bytes) }
        return bytes
    }

    private mutating func read() throws -> [UInt8]? {
        switch origin {
        case .file(let handle):
            guard let data = try handle.read(upToCount: chunkSize), !data.isEmpty else { return nil }
            return [UInt8](data)
        case .memory(let data):
            guard !data.isEmpty else { return nil }
            origin = .memory(data.dropFirst(chunkSize))
            return [UInt8](data.prefix(chunkSize))
        }
    }
}

/// Turns UTF-16 into UTF-8 a chunk at a time; what a chunk's edge cuts in two waits for the next.
struct UTF16Transcoder {
    var bigEndian = false
    private var half: UInt8?
    private var lead: UInt16?

    mutating func transcode(_ bytes: [UInt8]) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2 + 1)
        if let lead { units.append(lead) }
        lead = nil
        for byte in bytes {
            guard let first = half else {
                half = byte
                continue
            }
            half = nil
            let (high, low) = bigEndian ? (first, byte) : (byte, first)
            units.append(UInt16(high) << 8 | UInt16(low))
        }
        if let last = units.last, UTF16.isLeadSurrogate(last) {
            lead = last
            units.removeLast()
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    mutating func finish() -> [UInt8] {
        let cut = lead != nil || half != nil
        lead = nil
        half = nil
        return cut ? Array("\u{FFFD}".utf8) : []
    }
}
