extension Catalogue {
    static let exports: [any RouteOperation.Type] = [RecordExport.self]
}
