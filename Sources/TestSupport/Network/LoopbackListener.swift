import Foundation
import Glibc
import Synchronization

/// Takes connections on a free port of loopback, each on a thread of its own.
final class LoopbackListener: Sendable {
    let port: Int
    private let listening: Int32
    private let open = Mutex<Set<Int32>>([])
    private let count = Mutex(0)

    /// How many have connected.
    var connections: Int { count.withLock { $0 } }

    init() {
        listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = listening
        let bound = withUnsafeMutablePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                bind(socket, place, length) == 0 && listen(socket, 64) == 0 && getsockname(socket, place, &length) == 0
            }
        }
        guard bound else { fatalError("no socket on loopback: \(errno)") }
        port = Int(UInt16(bigEndian: place.sin_port))
    }

    /// Calls `serve` with each connection, which ends when it returns.
    func start(_ serve: @escaping @Sendable (Int32) -> Void) {
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(listening, nil, nil)
                guard connection >= 0 else { break }
                count.withLock { $0 += 1 }
                open.withLock { _ = $0.insert(connection) }
                Thread.detachNewThread { [self] in
                    serve(connection)
                    open.withLock { _ = $0.remove(connection) }
                    close(connection)
                }
            }
            close(listening)
        }
    }

    /// Takes no more, and ends every connection.
    func stop() {
        shutdown(listening, Int32(SHUT_RDWR))
        open.withLock { for connection in $0 { shutdown(connection, Int32(SHUT_RDWR)) } }
    }
}
