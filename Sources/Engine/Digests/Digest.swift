/// SHA-256 as text.
public enum Digest {
    /// 64 hexadecimal digits in lower case.
    public static func sha256(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(bytes)) }

    /// Two digits a byte, in lower case.
    public static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.underestimatedCount * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
