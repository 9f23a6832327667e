extension Catalogue {
    static let jobs: [any RouteOperation.Type] = []
}
