extension Catalogue {
    static let authentication: [any RouteOperation.Type] = []
}
