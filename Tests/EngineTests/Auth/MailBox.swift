import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// What waits in the outbox.
struct WaitingMail: Equatable {
    var kind: OutboxMail.Kind
    var recipient: String
    var subject: String
    var body: String
    var holdsSecret: Bool

    /// The code that the mail carries.
    var token: String? {
        body.split(whereSeparator: \.isWhitespace).map(String.init).first { $0.utf8.count == 43 && !$0.contains("/") }
    }
}

extension World {
    /// The mails that wait, oldest first.
    func mails() throws -> [WaitingMail] {
        try database.read { transaction in
            try transaction.all("SELECT kind, recipient, subject, body, holds_secret FROM outbox ORDER BY id") {
                WaitingMail(
                    kind: try $0.next(), recipient: try $0.next(), subject: try $0.next(), body: try $0.next(),
                    holdsSecret: try $0.next())
            }
        }
    }

    /// The code of the last mail to somebody.
    func mailedToken(to recipient: String) throws -> JSONValue {
        let mail = try mails().last { $0.recipient == recipient && $0.token != nil }
        return .string(try #require(mail?.token, "no mail with a code to \(recipient)"))
    }
}
