import CCurl

/// One exchange with a server over libcurl. Used from one thread at a time; may be performed again, on the connection
/// that is open.
///
/// Certificates and host names are always checked, TLS is 1.2 or newer, redirects are not followed (so nothing goes to
/// a host that was not named), no signal is used, and only the protocols given are spoken.
///
///     let transfer = try CurlTransfer("https://host/v1/models", protocols: [.https])
///     try transfer.set(.headers, ["Authorization: Bearer …"])
///     let response = try transfer.perform(limit: 1 << 20)
public final class CurlTransfer {
    private let library: CCurlLibrary
    private let easy: OpaquePointer
    private var lists: [Int32: OpaquePointer] = [:]
    private var failureText = [CChar](repeating: 0, count: Int(CCURL_ERROR_SIZE))

    /// Throws `missingLibrary`, `unusableText`.
    public init(_ url: String, protocols: CurlProtocols) throws(CurlError) {
        library = try CurlLibrary.load().functions
        guard let easy = library.easyInit() else {
            throw CurlError(.other, code: Int32(CCURL_OUT_OF_MEMORY), text: "out of memory")
        }
        self.easy = easy
        try set(text: url, Int32(CCURL_OPTION_URL))
        try set(number: protocols.rawValue, Int32(CCURL_OPTION_PROTOCOLS))
        try set(number: 1, Int32(CCURL_OPTION_VERIFY_PEER))
        try set(number: 2, Int32(CCURL_OPTION_VERIFY_HOST))
        try set(number: Int(CCURL_SSL_VERSION_TLS12), Int32(CCURL_OPTION_SSL_VERSION))
        try set(number: 0, Int32(CCURL_OPTION_FOLLOW_LOCATION))
        try set(number: 1, Int32(CCURL_OPTION_NO_SIGNAL))
    }

    deinit {
        // libcurl says QUIT to a server of mail and would wait two minutes for the answer, whatever the time-outs are.
        CCurlHearNoMore(library, easy)
        library.easyCleanup(easy)
        for list in lists.values { library.listFree(list) }
    }

    /// Throws `unusableText` for a NUL or a line break.
    public func set(_ option: CurlTextOption, _ text: String) throws(CurlError) {
        try set(text: text, option.number)
    }

    /// Throws `unusableText` for a NUL or a line break in one of the texts.
    public func set(_ option: CurlListOption, _ texts: [String]) throws(CurlError) {
        var list: OpaquePointer?
        for text in texts {
            do throws(CurlError) {
                try Self.check(text)
            } catch {
                if let list { library.listFree(list) }
                throw error
            }
            // libcurl copies the text; without memory the list stays as it was.
            if let longer = library.listAppend(list, text) { list = longer }
        }
        guard let list else { return }
        try check(CCurlSetPointer(library, easy, option.number, UnsafeRawPointer(list)))
        if let old = lists.updateValue(list, forKey: option.number) { library.listFree(old) }
    }

    /// How long connecting and the whole exchange may take, in milliseconds.
    public func setTimeouts(connecting: Int, total: Int) throws(CurlError) {
        try set(number: connecting, Int32(CCURL_OPTION_CONNECT_TIMEOUT_MS))
        try set(number: total, Int32(CCURL_OPTION_TIMEOUT_MS))
        // In seconds, and also of the answer to a QUIT, which is beyond the whole.
        try set(number: max(1, total / 1_000), Int32(CCURL_OPTION_ANSWER_TIMEOUT))
    }

    /// Asks for TLS by STARTTLS and fails without it.
    public func requireEncryption() throws(CurlError) {
        try set(number: Int(CCURL_USE_SSL_ALL), Int32(CCURL_OPTION_USE_SSL))
    }

    /// Runs the exchange and waits for it. The body of the answer may have `limit` bytes. A status of HTTP that tells
    /// of an error is an answer like others; one of SMTP is thrown. `isStopped` is asked about once a second; when it
    /// says so, `stopped` is thrown.
    public func perform(
        _ body: CurlBody = .none, limit: Int, until isStopped: @escaping () -> Bool = { false }
    ) throws(CurlError) -> CurlResponse {
        let exchange = CurlExchange(limit: limit, isStopped: isStopped)
        switch body {
        case .none:
            try set(number: 1, Int32(CCURL_OPTION_HTTP_GET))
        case .post(let bytes):
            exchange.unsent = bytes[...]
            try set(number: 1, Int32(CCURL_OPTION_POST))
            try check(CCurlSetSize(library, easy, Int32(CCURL_OPTION_POST_SIZE), Int64(bytes.count)))
        case .upload(let bytes):
            exchange.unsent = bytes[...]
            try set(number: 1, Int32(CCURL_OPTION_UPLOAD))
            try check(CCurlSetSize(library, easy, Int32(CCURL_OPTION_UPLOAD_SIZE), Int64(bytes.count)))
        }
        let context = UnsafeRawPointer(Unmanaged.passUnretained(exchange).toOpaque())
        for (function, data, callback) in [
            (CCURL_OPTION_WRITE_FUNCTION, CCURL_OPTION_WRITE_DATA, CurlExchange.takeBody),
            (CCURL_OPTION_READ_FUNCTION, CCURL_OPTION_READ_DATA, CurlExchange.giveBody),
            (CCURL_OPTION_HEADER_FUNCTION, CCURL_OPTION_HEADER_DATA, CurlExchange.takeLine),
        ] {
            try check(CCurlSetFunction(library, easy, Int32(function), callback))
            try check(CCurlSetPointer(library, easy, Int32(data), context))
        }
        try set(number: 0, Int32(CCURL_OPTION_NO_PROGRESS))
        try check(CCurlSetProgress(library, easy, CurlExchange.goOn))
        try check(CCurlSetPointer(library, easy, Int32(CCURL_OPTION_PROGRESS_DATA), context))
        let code = withExtendedLifetime(exchange) {
            failureText.withUnsafeMutableBufferPointer { buffer in
                buffer[0] = 0
                _ = CCurlSetPointer(library, easy, Int32(CCURL_OPTION_ERROR_BUFFER), buffer.baseAddress)
                defer { _ = CCurlSetPointer(library, easy, Int32(CCURL_OPTION_ERROR_BUFFER), nil) }
                return library.easyPerform(easy)
            }
        }
        let status = CCurlResponseCode(library, easy)
        guard code == Int32(CCURL_OK) else { throw failure(code, status, exchange) }
        return CurlResponse(status: status, body: exchange.body, lines: exchange.lines)
    }

    // MARK: Errors

    private func failure(_ code: Int32, _ status: Int, _ exchange: CurlExchange) -> CurlError {
        if exchange.isTooLarge {
            return CurlError(
                .tooLarge, code: code, text: "the answer has more than \(exchange.limit) bytes", status: status)
        }
        let written = String(
            decoding: failureText.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return CurlError(
            Self.kind(code), code: code, text: written.isEmpty ? text(of: code) : written, status: status,
            lastLine: exchange.lastLine)
    }

    private func text(of code: Int32) -> String {
        library.errorText(code).map { String(cString: $0) } ?? "error \(code)"
    }

    private static func kind(_ code: Int32) -> CurlError.Kind {
        switch Int(code) {
        case Int(CCURL_COULD_NOT_RESOLVE), Int(CCURL_COULD_NOT_CONNECT): .unreachable
        case Int(CCURL_TIMED_OUT): .timedOut
        case Int(CCURL_STOPPED): .stopped
        case Int(CCURL_LOGIN_DENIED): .loginDenied
        default: .other
        }
    }

    private func check(_ code: Int32) throws(CurlError) {
        guard code != Int32(CCURL_OK) else { return }
        throw CurlError(Self.kind(code), code: code, text: text(of: code))
    }

    private static func check(_ text: String) throws(CurlError) {
        guard !text.utf8.contains(where: { $0 == 0 || $0 == 10 || $0 == 13 }) else {
            throw CurlError(.unusableText, text: "a NUL or a line break is in a text for the server")
        }
    }

    private func set(text: String, _ option: Int32) throws(CurlError) {
        try Self.check(text)
        try check(text.withCString { CCurlSetPointer(library, easy, option, $0) })
    }

    private func set(number: Int, _ option: Int32) throws(CurlError) {
        try check(CCurlSetNumber(library, easy, option, number))
    }
}
