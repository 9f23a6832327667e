extension Catalogue {
    static let companies: [any RouteOperation.Type] = [
        ListCompanies.self,
        CreateCompany.self,
        GetCompany.self,
        BulkImportCompanies.self,
    ]
}
