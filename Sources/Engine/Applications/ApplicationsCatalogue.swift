extension Catalogue {
    static let applications: [any RouteOperation.Type] = []
}
