import Domain
import JSON
import Storage

/// Deletes a template. 409 while reasons for rejecting or automatic replies of companies use it, naming them.
public struct DeleteTemplate: RouteOperation {
    public static let contract = Contract(
        "messaging.templates.delete", .delete, "/messaging/templates/{template_id}", access: .roles(admin: .yes),
        effect: .write, Phrase(en: "Delete template", fr: "Supprimer un modèle de message"))

    public var templateID: Template.ID
    public var expectedVersion: Int?

    public init(templateID: Template.ID, expectedVersion: Int? = nil) {
        self.templateID = templateID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> TemplateView {
        let template = try TemplateReading.find(templateID, in: call)
        try StaleVersion.check(expectedVersion, current: template.version, "template", templateID)
        do {
            try TemplateUse.checkUnused(templateID, in: call.transaction)
        } catch let problem as Problem {
            throw problem.about("template", templateID)
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
