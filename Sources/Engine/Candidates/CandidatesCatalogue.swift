extension Catalogue {
    static let candidates: [any RouteOperation.Type] = []
}
