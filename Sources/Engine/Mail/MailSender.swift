import JSON
import Storage

/// Whom mails come from, as the settings have it, and how people say that they want no more.
struct MailSender {
    var name = "RecrutementPlus"
    /// A name that leads nowhere (RFC 2606), until the agency has said where answers go.
    var address = "no-reply@recrutementplus.invalid"
    /// Whether `address` is the agency's, so that somebody reads what is written to it.
    var isReachable = false
    /// A page of the agency that takes `?token=…`.
    var unsubscribeURL: String?

    init(in transaction: any Transaction) throws {
        let settings = WorkspaceSettings(in: transaction)
        if let text = try settings.text(.agencyName), !text.isEmpty { name = text }
        if let email = try settings.text(.supportEmail).flatMap({ EmailAddress($0) }) {
            address = email.value
            isReachable = true
        }
        unsubscribeURL = try settings.text(.unsubscribeURL)
    }

    /// The addresses of `List-Unsubscribe` (RFC 2369) for who holds this token: the page first where there is one.
    func unsubscribeAddresses(_ token: OptOutToken) -> [String] {
        var addresses: [String] = []
        if let unsubscribeURL {
            let mark = unsubscribeURL.contains("?") ? "&" : "?"
            addresses.append("\(unsubscribeURL)\(mark)token=\(token.text)")
        }
        if isReachable { addresses.append("mailto:\(address)?subject=unsubscribe%20\(token.text)") }
        return addresses
    }
}

extension Engine {
    /// Whether the agency has said from which address its mails come.
    public static func hasMailAddress(in transaction: any Transaction) throws -> Bool {
        try MailSender(in: transaction).isReachable
    }
}
