import Foundation
import Glibc
import Synchronization

/// A server of HTTP/1.1 on loopback for tests: it answers what the test says and remembers what it was asked. Each
/// connection carries one request.
public final class LoopbackServer: Sendable {
    public struct Request: Sendable {
        /// The first line and the headers, as they came.
        public var head: String
        public var body: [UInt8]

        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    public enum Answer: Sendable {
        case status(Int, String)
        /// These bytes instead of an answer of HTTP.
        case raw(String)
        /// Nothing, until the client goes away.
        case silence
        /// A head and then bytes until the client goes away.
        case endless
    }

    private let listener = LoopbackListener()
    private let answer: @Sendable (Request) -> Answer
    private let received = Mutex<[Request]>([])

    public var port: Int { listener.port }
    public var address: String { "http://127.0.0.1:\(port)" }
    public var requests: [Request] { received.withLock { $0 } }

    public init(answer: @escaping @Sendable (Request) -> Answer) {
        self.answer = answer
        listener.start { [self] in serve($0) }
    }

    /// Ends every connection.
    public func stop() { listener.stop() }

    private func serve(_ connection: Int32) {
        guard let request = read(connection) else { return }
        received.withLock { $0.append(request) }
        switch answer(request) {
        case .status(let status, let body):
            let head = "HTTP/1.1 \(status) Status\r\nContent-Type: application/json\r\n"
            _ = send(
                Array((head + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n" + body).utf8),
                connection)
        case .raw(let text):
            _ = send(Array(text.utf8), connection)
        case .silence:
            var byte: UInt8 = 0
            _ = recv(connection, &byte, 1, 0)
        case .endless:
            _ = send(Array("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".utf8), connection)
            let block = [UInt8](repeating: 32, count: 1 << 16)
            while send(block, connection) {}
        }
    }

    private func read(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.range(of: "\r\n\r\n") {
                let head = String(text[..<end.lowerBound])
                let start = head.utf8.count + 4
                let length =
                    head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
                    .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
                if bytes.count >= start + length {
                    return Request(head: head, body: Array(bytes[start..<start + length]))
                }
            }
            let count = recv(connection, &part, part.count, 0)
            guard count > 0 else { return nil }
            bytes += part[..<count]
        }
    }

    private func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}
