import Domain
import JSON
import Storage

/// Makes a template.
public struct CreateTemplate: RouteOperation {
    public static let contract = Contract(
        "messaging.templates.create", .post, "/messaging/templates", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Create template", fr: "Créer un modèle de message"), success: 201)

    public var name: Text<120>
    public var kind: Template.Kind
    public var subject: Text<200>
    /// May hold `{{variables}}`, and so may the subject: `first_name`, `last_name`, `full_name`, `current_title`,
    /// `job_title`, `company_name`, `sender_first_name`, `sender_last_name`, `sender_full_name`.
    public var body: Text<20_000>
    /// Variables beside the known ones, which who sends it fills in.
    public var variables: [String]?
    /// The language that it is written in; the caller's unless said otherwise.
    public var locale: LocaleName?

    public init(
        name: Text<120>, kind: Template.Kind, subject: Text<200>, body: Text<20_000>, variables: [String]? = nil,
        locale: LocaleName? = nil
    ) {
        self.name = name
        self.kind = kind
        self.subject = subject
        self.body = body
        self.variables = variables
        self.locale = locale
    }

    public func perform(in call: Call) throws -> TemplateView {
        let names = try TemplateRules.variables(
            subject: subject.value, body: body.value, declared: variables ?? [])
        let locale = locale?.value ?? call.principal.language.rawValue
        try TemplateRules.checkName(name.value, locale: locale, in: call.transaction)
        let id = call.newID(Template.self)
        try call.transaction.execute(
            """
            INSERT INTO template (id, created_at, updated_at, created_by, version, row_seq, name, name_folded, kind,
            subject, body, variables, locale) VALUES (\(id), \(call.now), \(call.now), \(try call.actor()), 1,
            \(try call.rowSequence()), \(name), \(Folding.key(name.value)), \(kind), \(subject), \(body),
            \(try StoredJSON.text(of: names)), \(locale))
            """)
        let made = try TemplateReading.find(id, in: call)
        call.note("template", id, after: try JSONValue(encoding: made))
        return made
    }
}
