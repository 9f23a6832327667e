extension Catalogue {
    static let companies: [any RouteOperation.Type] = [
        ListCompanies.self,
        CreateCompany.self,
        GetCompany.self,
        UpdateCompany.self,
        DeleteCompany.self,
        ListCompanyJobs.self,
        ListEmployees.self,
        AddContact.self,
        ListContacts.self,
        UpdateContact.self,
        DeleteContact.self,
        GetHiringPreferences.self,
        UpdateHiringPreferences.self,
        BulkImportCompanies.self,
        BulkImportContacts.self,
    ]
}
