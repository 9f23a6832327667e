import Foundation

/// An error that nobody foresaw, in words: never the name of a case, nor the inside of an error object of Foundation.
public enum ErrorText {
    public static func of(_ error: any Error) -> String {
        let object = error as NSError
        // The system's own words where it is what refused.
        if let code = systemCode(object) { return String(cString: strerror(code)) }
        if object.domain == NSCocoaErrorDomain { return object.localizedDescription }
        if let words = (error as Any) as? any CustomStringConvertible { return words.description }
        return "internal error (\(type(of: error)))"
    }

    /// The system's error number behind an error of Foundation; `nil` for none.
    private static func systemCode(_ error: NSError) -> Int32? {
        if error.domain == NSPOSIXErrorDomain { return Int32(error.code) }
        return (error.userInfo[NSUnderlyingErrorKey] as? NSError).flatMap(systemCode)
    }
}
