extension Catalogue {
    static let trash: [any RouteOperation.Type] = [ListTrash.self, RestoreFromTrash.self]
}
