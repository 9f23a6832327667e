extension JSONValue {
    /// Reads one JSON document (RFC 8259, strictly: valid UTF-8, no comments, nothing after the value).
    ///
    /// - Parameter maximumDepth: how many arrays and objects may be nested in one another.
    /// - Throws: where and why the text is not JSON. A whole number beyond 64 bits becomes a `Double`.
    public init(parsing text: some StringProtocol, maximumDepth: Int = 128) throws(JSONSyntaxError) {
        var text = String(text)
        let result: Result<JSONValue, JSONSyntaxError> = text.withUTF8 { bytes in
            Self.parse(bytes, maximumDepth: maximumDepth)
        }
        self = try result.get()
    }

    /// Reads one JSON document from UTF-8 bytes; see `init(parsing:maximumDepth:)` for text.
    public init(parsing bytes: [UInt8], maximumDepth: Int = 128) throws(JSONSyntaxError) {
        let result: Result<JSONValue, JSONSyntaxError> = bytes.withUnsafeBufferPointer { bytes in
            Self.parse(bytes, maximumDepth: maximumDepth)
        }
        self = try result.get()
    }

    /// Reads one JSON document from UTF-8 bytes; see `init(parsing:maximumDepth:)` for text.
    public init(parsing bytes: UnsafeRawBufferPointer, maximumDepth: Int = 128) throws(JSONSyntaxError) {
        let result = bytes.withMemoryRebound(to: UInt8.self) { Self.parse($0, maximumDepth: maximumDepth) }
        self = try result.get()
    }

    /// The value as JSON text: on one line, or indented by two spaces.
    ///
    /// Control characters and the line separators U+2028 and U+2029 are escaped; a number that JSON cannot write
    /// (infinite, not a number) becomes null.
    public func serialized(pretty: Bool = false) -> String {
        var writer = JSONWriter(pretty: pretty)
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Appends the value as compact JSON text, as UTF-8.
    public func serialize(into bytes: inout [UInt8]) {
        var writer = JSONWriter(pretty: false)
        swap(&writer.bytes, &bytes)
        writer.write(self)
        swap(&writer.bytes, &bytes)
    }

    private static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int
    ) -> Result<JSONValue, JSONSyntaxError> {
        var parser = JSONParser(bytes: bytes, maximumDepth: maximumDepth)
        do throws(JSONSyntaxError) {
            return .success(try parser.parseDocument())
        } catch {
            return .failure(error)
        }
    }
}
