import CCurl

/// The bytes of one exchange, between libcurl's callbacks and Swift.
final class CurlExchange {
    let limit: Int
    var unsent: ArraySlice<UInt8> = [] {
        didSet { hasBody = hasBody || !unsent.isEmpty }
    }
    private var hasBody = false
    var body: [UInt8] = []
    var lines: [UInt8] = []
    var isTooLarge = false

    private let isStopped: () -> Bool
    /// Since when it is known that nobody wants the answer.
    private var stopped: ContinuousClock.Instant?
    /// Whoever has got everything may have done what was asked: what it says to that is waited for so long all the same.
    private static let grace = Duration.seconds(3)

    init(limit: Int, isStopped: @escaping () -> Bool) {
        self.limit = limit
        self.isStopped = isStopped
    }

    var lastLine: String {
        let last = lines.split(whereSeparator: { $0 == 10 || $0 == 13 }).last ?? []
        return String(decoding: last.prefix(500), as: UTF8.self)
    }

    private var mustStop: Bool {
        guard isStopped() else { return false }
        guard hasBody, unsent.isEmpty else { return true }
        let since = stopped ?? .now
        stopped = since
        return since.duration(to: .now) >= Self.grace
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

    /// Whether the transfer goes on; anything but 0 ends it with CURLE_ABORTED_BY_CALLBACK.
    static var goOn: CCurlProgress {
        { context, _, _, _, _ in CurlExchange.of(context)?.mustStop == true ? 1 : 0 }
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
