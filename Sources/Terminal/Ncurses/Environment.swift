import Glibc

/// The variables that say what the terminal is.
enum Environment {
    static func value(_ name: String) -> String? {
        guard let found = getenv(name) else { return nil }
        let text = String(cString: found)
        return text.isEmpty ? nil : text
    }
}
