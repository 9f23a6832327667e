import JSON
import Storage

/// Whom mails come from, as the settings have it.
struct MailSender {
    var name = "RecrutementPlus"
    /// A name that leads nowhere (RFC 2606), until the agency has said where answers go.
    var address = "no-reply@recrutementplus.invalid"

    init(in transaction: any Transaction) throws {
        let values = try transaction.all(
            "SELECT key, value FROM setting WHERE key IN ('agency.name', 'agency.support_email')"
        ) { columns in (key: try columns.next(String.self), value: try columns.next(String.self)) }
        for (key, value) in values {
            guard let text = (try? JSONValue(parsing: value))?.stringValue, !text.isEmpty else { continue }
            if key == "agency.name" { name = text }
            if key == "agency.support_email", let email = EmailAddress(text) { address = email.value }
        }
    }
}
