import Domain
import Storage

/// One application.
public struct GetApplication: RouteOperation {
    public static let contract = Contract(
        "applications.get", .get, "/applications/{application_id}",
        access: .roles(candidate: .own, employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Get application details", fr: "Lire une candidature"))

    public var applicationID: Application.ID

    public init(applicationID: Application.ID) { self.applicationID = applicationID }

    public func perform(in call: Call) throws -> ApplicationView {
        try ApplicationRecord.load(applicationID, in: call).answer(for: call.principal)
    }
}
