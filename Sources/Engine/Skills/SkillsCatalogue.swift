extension Catalogue {
    static let skills: [any RouteOperation.Type] = []
}
