import Synchronization

/// What a piece of the screen means, as the name of a scope; a theme says what it looks like.
///
/// A style is two bytes, so that cells stay small. The scopes of the toolkit are constants; a program may name more
/// with `Style.named(_:)`, and a theme that does not know `card.flag` falls back to `card`, then to `text`.
public struct Style: Hashable, Sendable {
    /// Its place in the table of names.
    public let id: UInt16

    init(id: UInt16) { self.id = id }

    /// The scope, as themes write it.
    public var name: String {
        if Int(id) < Self.builtIn.count { return Self.builtIn[Int(id)] }
        return Self.registry.withLock { $0.names[Int(id) - Self.builtIn.count] }
    }

    /// The style of a scope name, made when it is new.
    public static func named(_ name: String) -> Style {
        if let index = builtIn.firstIndex(of: name) { return Style(id: UInt16(index)) }
        return registry.withLock { registry in
            if let id = registry.ids[name] { return Style(id: id) }
            let id = UInt16(builtIn.count + registry.names.count)
            guard id < limit else { return .text }
            registry.names.append(name)
            registry.ids[name] = id
            return Style(id: id)
        }
    }

    /// Every style known so far.
    static var count: Int { builtIn.count + registry.withLock { $0.names.count } }

    private struct Registry {
        var names: [String] = []
        var ids: [String: UInt16] = [:]
    }

    private static let limit: UInt16 = 4_096
    private static let registry = Mutex(Registry())
}
