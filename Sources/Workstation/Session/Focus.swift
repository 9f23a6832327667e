/// Which pane of a screen has the keys.
public enum Focus: Sendable, Hashable {
    case list, detail

    var other: Focus { self == .list ? .detail : .list }
}
