import Domain

/// One consultant.
public struct GetConsultant: RouteOperation {
    public static let contract = Contract(
        "consultants.get", .get, "/consultants/{consultant_id}", access: .roles(consultant: .own, admin: .yes),
        effect: .read, Phrase(en: "Get consultant details", fr: "Lire un consultant"))

    public var consultantID: Consultant.ID

    public init(consultantID: Consultant.ID) { self.consultantID = consultantID }

    public func perform(in call: Call) throws -> ConsultantView { try ConsultantReading.find(consultantID, in: call) }
}
