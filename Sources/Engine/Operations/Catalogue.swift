/// Every operation there is, a line each, by resource.
public enum Catalogue {
    public static let operations: [any RouteOperation.Type] =
        authentication + users + candidates + jobs + applications + companies + consultants + messaging + analytics
        + skills + administration + notifications + trash + exports + superAdministration + aiTools + privacy

    private static let byID: [String: any RouteOperation.Type] = Dictionary(
        uniqueKeysWithValues: operations.map { ($0.contract.id, $0) })

    public static func operation(_ id: String) -> (any RouteOperation.Type)? { byID[id] }
}
