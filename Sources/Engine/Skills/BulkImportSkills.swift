import Domain
import JSON
import Storage

/// Imports up to 1,000 skills. A skill is recognised by its ESCO concept, by its name, or by an alias where the row has
/// no concept of its own; it is then matched and not changed.
public struct BulkImportSkills: RouteOperation {
    public static let contract = Contract(
        "skills.bulkImport", .post, "/skills/bulk-import", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Bulk import skills", fr: "Importer des compétences"))

    public var rows: ImportRows<SkillImportRow>
    public var dryRun: Bool?
    public var mode: ImportMode
    /// Makes categories that are named and not there; otherwise such a row fails.
    public var createCategories: Bool?
    public var idempotencyKey: Text<200>?

    public init(
        rows: ImportRows<SkillImportRow>, dryRun: Bool? = nil, mode: ImportMode = .defaultInput,
        createCategories: Bool? = nil, idempotencyKey: Text<200>? = nil
    ) {
        self.rows = rows
        self.dryRun = dryRun
        self.mode = mode
        self.createCategories = createCategories
        self.idempotencyKey = idempotencyKey
    }

    public func perform(in call: Call) throws -> ImportResult {
        try Idempotency.once(
            self, key: idempotencyKey, in: call, keep: { $0.isKept(mode) },
            {
                try BulkImport(targetType: "skill", dryRun: dryRun ?? false, mode: mode).run(rows, in: call) {
                    let batch = SkillImport(makesCategories: createCategories ?? false, call: call)
                    return { try batch.take($0) }
                }
            })
    }
}

/// One skill of an import.
public struct SkillImportRow: Codable, Sendable {
    public var name: Text<120>
    public var aliases: [Text<120>]?
    /// The category's name, or its path from the top: `Health > Nursing`.
    public var category: Text<500>?
    public var kind: Skill.Kind?
    public var escoURI: WebAddress?
    public var onetCode: Text<40>?
}

/// Takes the rows of one batch in; categories that it has met it remembers.
private final class SkillImport {
    private let makesCategories: Bool
    private let call: Call
    private var categories: [String: SkillCategory.ID] = [:]

    init(makesCategories: Bool, call: Call) {
        self.makesCategories = makesCategories
        self.call = call
    }

    func take(_ row: SkillImportRow) throws -> ImportOutcome {
        try SkillRules.check(name: row.name, aliases: row.aliases, category: nil, in: call)
        if let known = try known(row) { return .matched(known.cast()) }
        let path = row.category.map { Folding.key($0.value) }
        let category = try row.category.map { try categories[path ?? ""] ?? self.category($0.value) }
        let create = CreateSkill(
            name: row.name, aliases: row.aliases, categoryID: category, kind: row.kind, escoURI: row.escoURI,
            onetCode: row.onetCode)
        let id = try create.create(in: call)
        // Nothing can fail after this, so what was made is there for the rows that follow.
        if let path { categories[path] = category }
        return .created(id.cast())
    }

    private func known(_ row: SkillImportRow) throws -> Skill.ID? {
        guard let concept = row.escoURI else { return try SkillNames.find(row.name.value, in: call.transaction) }
        let byConcept: Skill.ID? = try call.transaction.value(
            "SELECT id FROM skill WHERE esco_uri = \(concept) AND deleted_at IS NULL ORDER BY id LIMIT 1")
        return try byConcept
            ?? call.transaction.value(
                "SELECT id FROM skill WHERE name_folded = \(Folding.key(row.name.value)) AND deleted_at IS NULL")
    }

    /// The category that a name or a path means.
    private func category(_ text: String) throws -> SkillCategory.ID {
        let steps = text.split(separator: ">").map { TextRules.trim(String($0)) }.filter { !$0.isEmpty }
        let tree = try SkillCategoryReading.tree(in: call.transaction)
        if steps.count == 1 {
            let named = tree.filter { Folding.key($0.name) == Folding.key(steps[0]) }
            if named.count > 1 {
                throw Problem.invalid([
                    FieldError(
                        "category", "ambiguous", en: "is the name of several categories; give the path",
                        fr: "est le nom de plusieurs catégories ; indiquez le chemin")
                ])
            }
            if let found = named.first { return found.id }
        }
        var place: SkillCategory.ID?
        for (depth, step) in steps.enumerated() {
            let key = Folding.key(step)
            if let found = tree.first(where: { $0.parentID == place && Folding.key($0.name) == key }) {
                place = found.id
                continue
            }
            guard makesCategories, !key.isEmpty, step.count <= 120, depth < SkillCategoryWriting.depthLimit,
                tree.count < SkillCategoryWriting.limit
            else { throw Problem.invalid([.unknownReference("category")]) }
            place = try SkillCategoryWriting.insert(step, under: place, in: call)
        }
        guard let place else { throw Problem.invalid([.unknownReference("category")]) }
        return place
    }
}
