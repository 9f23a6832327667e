import Foundation
import Glibc
import Synchronization

/// A server of SMTP (RFC 5321) on loopback for tests, as unfriendly as the test wants it at each stage. It keeps what it
/// has taken.
public final class LoopbackMailServer: Sendable {
    public enum Stage: String, Sendable, CaseIterable {
        case greeting, hello, encryption, sender, recipient, data
        /// The mail is there, and nothing was kept or said yet.
        case text
        /// The mail is kept; the client does not know yet.
        case kept
        /// A command that a mail does not need.
        case help
        case quit

        /// Those that every mail passes.
        public static let ofMail: [Stage] = [.greeting, .hello, .sender, .recipient, .data, .text, .kept]
    }

    public enum Action: Sendable, Equatable {
        case goOn
        /// A line such as `451 4.3.0 Later` instead of what would be said.
        case say(String)
        /// Nothing, until the client goes away.
        case stall
        /// The connection ends.
        case drop
    }

    public struct Mail: Sendable {
        public var sender: String
        public var recipients: [String]
        /// Lines end in CR LF; the dots of the way are taken out.
        public var text: String

        public var messageID: String {
            text.components(separatedBy: "\r\n").first { $0.hasPrefix("Message-ID: ") } ?? ""
        }
    }

    private let listener = LoopbackListener()
    private let act: @Sendable (Stage, String) -> Action
    private let mails = Mutex<[Mail]>([])

    public var taken: [Mail] { mails.withLock { $0 } }
    public var port: Int { listener.port }
    public var connections: Int { listener.connections }
    public var url: String { "smtp://127.0.0.1:\(port)" }

    /// - Parameter act: what to do at a stage; it gets the line that the client said, for `recipient` its address.
    public init(act: @escaping @Sendable (Stage, String) -> Action = { _, _ in .goOn }) {
        self.act = act
        listener.start { [self] in Conversation($0, self).run() }
    }

    /// Ends every connection.
    public func stop() { listener.stop() }

    /// One client.
    private final class Conversation {
        private let connection: Int32
        private let server: LoopbackMailServer
        private var unread: [UInt8] = []
        private var mail = Mail(sender: "", recipients: [], text: "")

        init(_ connection: Int32, _ server: LoopbackMailServer) {
            self.connection = connection
            self.server = server
        }

        func run() {
            guard answer(.greeting, "", "220 loopback ESMTP") else { return }
            while let line = line() {
                let verb = line.prefix(4).uppercased()
                let goesOn =
                    switch verb {
                    case "EHLO", "HELO": answer(.hello, line, "250 loopback")
                    case "MAIL":
                        answer(.sender, line, "250 2.1.0 Ok") {
                            self.mail = Mail(sender: line, recipients: [], text: "")
                        }
                    case "RCPT":
                        answer(.recipient, address(line), "250 2.1.5 Ok") {
                            self.mail.recipients.append(self.address(line))
                        }
                    case "DATA": answer(.data, line, "354 Go on") && text()
                    case "STAR": answer(.encryption, line, "220 Go on")
                    case "HELP": answer(.help, line, "250 Ok")
                    case "QUIT": answer(.quit, line, "221 Bye") && false
                    default: say("250 Ok")
                    }
                guard goesOn else { return }
            }
        }

        private func text() -> Bool {
            guard !isRefused else { return true }
            var lines: [String] = []
            while let line = line() {
                if line == "." {
                    mail.text = lines.joined(separator: "\r\n")
                    return answer(.text, "", nil)
                        && (isRefused
                            || {
                                server.mails.withLock { $0.append(mail) }
                                return answer(.kept, mail.recipients.first ?? "", "250 2.0.0 Taken")
                            }())
                }
                lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
            }
            return false
        }

        /// Whether the last answer was a refusal.
        private var isRefused = false

        private func answer(_ stage: Stage, _ line: String, _ usual: String?, then: () -> Void = {}) -> Bool {
            isRefused = false
            switch server.act(stage, line) {
            case .goOn:
                then()
                return usual.map(say) ?? true
            case .say(let words):
                isRefused = true
                return say(words)
            case .stall:
                while self.line() != nil {}
                return false
            case .drop: return false
            }
        }

        private func address(_ line: String) -> String {
            String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
        }

        private func say(_ words: String) -> Bool {
            let bytes = Array((words + "\r\n").utf8)
            return bytes.withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            } == bytes.count
        }

        private func line() -> String? {
            var part = [UInt8](repeating: 0, count: 1 << 14)
            while true {
                if let end = unread.firstIndex(of: 10) {
                    let line = unread[..<end].filter { $0 != 13 }
                    unread.removeSubrange(...end)
                    return String(decoding: line, as: UTF8.self)
                }
                let count = recv(connection, &part, part.count, 0)
                guard count > 0 else { return nil }
                unread += part[..<count]
            }
        }
    }
}
