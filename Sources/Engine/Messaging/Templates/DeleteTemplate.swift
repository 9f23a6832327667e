import Domain
import JSON
import Storage

/// Deletes a template that nothing needs.
public struct DeleteTemplate: RouteOperation {
    public static let contract = Contract(
        "messaging.templates.delete", .delete, "/messaging/templates/{template_id}", access: .roles(admin: .yes),
        effect: .write, "Delete template")

    public var templateID: Template.ID
    public var expectedVersion: Int?

    public init(templateID: Template.ID, expectedVersion: Int? = nil) {
        self.templateID = templateID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> TemplateView {
        let template = try TemplateReading.find(templateID, in: call)
        try StaleVersion.check(expectedVersion, current: template.version, "template", templateID)
        let french = call.principal.language == .french
        let reasons: [String] = try call.transaction.column(
            """
            SELECT \(french ? "r.name_french" : "r.name") FROM reason r WHERE r.template_id = \(templateID)
            AND r.deleted_at IS NULL ORDER BY r.name
            """)
        guard reasons.isEmpty else {
            let names = reasons.joined(separator: ", ")
            throw Problem.conflict(
                Phrase(
                    en: "Reasons for rejecting use it: \(names). Give them another template first.",
                    fr: "Des motifs de refus l’utilisent : \(names). Donnez-leur d’abord un autre modèle."),
                members: ["dependants": ["reasons": .array(reasons.map { .string($0) })]]
            ).about("template", templateID)
        }
        try call.transaction.execute(
            """
            UPDATE template SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(templateID)
            """)
        try Tombstone.write("template", templateID, in: call)
        call.note("template", templateID, before: try JSONValue(encoding: template))
        return template
    }
}
