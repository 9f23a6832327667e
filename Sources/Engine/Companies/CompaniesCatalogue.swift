extension Catalogue {
    static let companies: [any RouteOperation.Type] = []
}
