import CCurl

/// The bytes of one exchange, between libcurl's callbacks and Swift.
final class CurlExchange {
    let limit: Int
    var unsent: ArraySlice<UInt8> = []
    var body: [UInt8] = []
    var lines: [UInt8] = []
    var isTooLarge = false

    init(limit: Int) { self.limit = limit }

    var lastLine: String {
        let last = lines.split(whereSeparator: { $0 == 10 || $0 == 13 }).last ?? []
        return String(decoding: last.prefix(500), as: UTF8.self)
    }

    fileprivate static func of(_ context: UnsafeMutableRawPointer?) -> CurlExchange? {
        context.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
    }

    /// A smaller answer than `size * count` ends the transfer with CURLE_WRITE_ERROR.
    static var takeBody: CCurlBytes {
        { buffer, size, count, context in
            guard let exchange = CurlExchange.of(context), let buffer else { return 0 }
            guard exchange.body.count + size * count <= exchange.limit else {
                exchange.isTooLarge = true
                return 0
            }
            exchange.body.append(contentsOf: UnsafeRawBufferPointer(start: buffer, count: size * count))
            return size * count
        }
    }

    static var giveBody: CCurlBytes {
        { buffer, size, count, context in
            guard let exchange = CurlExchange.of(context), let buffer else { return 0 }
            let part = exchange.unsent.prefix(size * count)
            UnsafeMutableRawBufferPointer(start: buffer, count: size * count).copyBytes(from: part)
            exchange.unsent = exchange.unsent.dropFirst(part.count)
            return part.count
        }
    }

    /// What is beyond 64 KiB is let go.
    static var takeLine: CCurlBytes {
        { buffer, size, count, context in
            guard let exchange = CurlExchange.of(context), let buffer else { return 0 }
            if exchange.lines.count + size * count <= 1 << 16 {
                exchange.lines.append(contentsOf: UnsafeRawBufferPointer(start: buffer, count: size * count))
            }
            return size * count
        }
    }
}
