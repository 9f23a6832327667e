/// Where a PostgreSQL database is: a connection URI as libpq reads it, `postgres://user@host:port/name?sslmode=require`.
public struct PostgresAddress: Sendable, Hashable, CustomStringConvertible {
    /// The whole URI, which may hold a password. For libpq only; show `description`.
    public let uri: String

    private static let schemes = ["postgres://", "postgresql://"]

    /// Whether `text` is an address of PostgreSQL rather than a path.
    public static func isAddress(_ text: String) -> Bool { schemes.contains { text.hasPrefix($0) } }

    /// `nil` for a text that is no PostgreSQL URI or cannot be one (spaces, control characters).
    public init?(_ text: String) {
        guard Self.isAddress(text), text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else {
            return nil
        }
        uri = text
    }

    /// The address of another database on the same server.
    public func database(_ name: String) -> PostgresAddress? {
        guard let start = uri.firstRange(of: "://")?.upperBound else { return nil }
        let rest = uri[start...]
        let question = rest.firstIndex(of: "?") ?? rest.endIndex
        let slash = rest[..<question].firstIndex(of: "/") ?? question
        return PostgresAddress("\(uri[..<slash])/\(name)\(rest[question...])")
    }

    /// The name of the database, as far as the URI tells it.
    public var name: String {
        let authority = uri.split(separator: "?", omittingEmptySubsequences: false)[0].split(separator: "/")
        return authority.count > 2 ? String(authority[authority.count - 1]) : "postgres"
    }

    /// The address without its password and its parameters, to show and to log.
    public var description: String {
        guard let start = uri.firstRange(of: "://")?.upperBound else { return uri }
        let rest = uri[start...].prefix { $0 != "?" }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        guard let at = rest[..<slash].lastIndex(of: "@") else { return String(uri[..<start] + rest) }
        let user = rest[..<at].prefix { $0 != ":" }
        return "\(uri[..<start])\(user)\(rest[at...])"
    }
}
