import CCurl

/// The schemes that a transfer may speak; a redirect or an address of any other is refused by libcurl.
public struct CurlProtocols: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let http = CurlProtocols(rawValue: Int(CCURL_PROTOCOL_HTTP))
    public static let https = CurlProtocols(rawValue: Int(CCURL_PROTOCOL_HTTPS))
    public static let smtp = CurlProtocols(rawValue: Int(CCURL_PROTOCOL_SMTP))
    public static let smtps = CurlProtocols(rawValue: Int(CCURL_PROTOCOL_SMTPS))
}

/// An option whose value is a text.
public struct CurlTextOption: Sendable {
    let number: Int32

    /// A file of certificates in PEM, in the place of the system's.
    public static let certificateFile = CurlTextOption(number: Int32(CCURL_OPTION_CA_FILE))
    public static let userName = CurlTextOption(number: Int32(CCURL_OPTION_USER_NAME))
    public static let password = CurlTextOption(number: Int32(CCURL_OPTION_PASSWORD))
    /// Such as `AUTH=PLAIN`.
    public static let loginOptions = CurlTextOption(number: Int32(CCURL_OPTION_LOGIN_OPTIONS))
    /// Hosts that no proxy of the environment stands before; `*` for all.
    public static let noProxy = CurlTextOption(number: Int32(CCURL_OPTION_NO_PROXY))
    /// The sender of the envelope, an address in angle brackets.
    public static let mailFrom = CurlTextOption(number: Int32(CCURL_OPTION_MAIL_FROM))
}

/// An option whose value is a list of texts, one line each.
public struct CurlListOption: Sendable {
    let number: Int32

    /// Lines `Name: value` of the request.
    public static let headers = CurlListOption(number: Int32(CCURL_OPTION_HTTP_HEADERS))
    /// The recipients of the envelope, addresses in angle brackets.
    public static let mailRecipients = CurlListOption(number: Int32(CCURL_OPTION_MAIL_RECIPIENTS))
}

/// What goes to the server.
public enum CurlBody: Sendable {
    /// GET.
    case none
    /// POST with these bytes.
    case post([UInt8])
    /// An upload: PUT, or the message of SMTP.
    case upload([UInt8])
}

/// What the server answered.
public struct CurlResponse: Sendable {
    /// Of HTTP, or the last one of SMTP.
    public var status: Int
    public var body: [UInt8]
    /// The lines of the head (HTTP) or of the conversation (SMTP) as they came, 64 KiB at most.
    public var lines: [UInt8]
}
