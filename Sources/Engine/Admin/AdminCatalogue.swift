extension Catalogue {
    static let administration: [any RouteOperation.Type] = []
}
