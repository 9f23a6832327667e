import Domain
import JSON
import Storage

/// Takes the rows of one batch of candidates in. Whoever is on file is looked for once for all rows; new people wait
/// until the end of the batch and are then written table by table.
final class CandidateImport: ImportHandler {
    private let call: Call
    /// Who has which address or number: on file, and of the rows that wait.
    private var owners: [CandidateContacts.Contact: Candidate.ID] = [:]
    private var skills: [String: NewCandidate.KnownSkill] = [:]
    private var waiting: [NewCandidate] = []
    /// Who waits that nothing but the whole row recognises.
    private var nameless: [[UInt8]: Candidate.ID] = [:]

    init(_ drafts: CandidateDrafts, call: Call) throws {
        self.call = call
        for (kind, values) in drafts.known { try findOwners(of: kind, values) }
        try findSkills(drafts.skills)
    }

    func take(_ draft: CandidateDraft) throws -> ImportOutcome {
        if !draft.errors.isEmpty { throw Problem.invalid(draft.errors) }
        for contact in draft.known {
            if let owner = owners[contact] { return .matched(owner.cast()) }
        }
        if let digest = draft.digest {
            if let made = try nameless[digest]?.cast() ?? ImportedRow.find(digest, in: "candidate", call.transaction) {
                return .matched(made)
            }
        }
        if draft.view.sourceID != nil || draft.view.ownerConsultantID != nil || draft.view.userID != nil {
            try CandidateRules.checkReferences(draft.view, in: call)
        }
        let id = call.newID(Candidate.self)
        var own: [NewCandidate.KnownSkill] = []
        for (name, key) in draft.skills {
            let skill = try skills[key] ?? find(name)
            skills[key] = skill
            if !own.contains(where: { $0.id == skill.id }) { own.append(skill) }
        }
        waiting.append(NewCandidate(id: id, draft: draft, skills: own))
        for contact in draft.known { owners[contact] = id }
        if let digest = draft.digest { nameless[digest] = id }
        return .created(id.cast())
    }

    func finish() throws {
        guard !waiting.isEmpty else { return }
        defer { waiting.removeAll() }
        do {
            try NewCandidates(waiting, call: call).write()
        } catch {
            // Undone by whoever called: nobody has these addresses, and a skill may be gone that was made for them.
            for candidate in waiting { for contact in candidate.draft.known { owners[contact] = nil } }
            skills.removeAll()
            nameless.removeAll()
            throw error
        }
    }

    /// Who has one of these addresses or numbers, in no order: SQLite would go through everybody's contacts for one.
    static func owners(of kind: String, _ values: [String]) -> SQL {
        """
        SELECT k.value_folded, k.candidate_id FROM candidate_contact k JOIN candidate c ON c.id = k.candidate_id
        WHERE k.kind = \(kind) AND k.value_folded IN \(list: values) AND c.deleted_at IS NULL
        """
    }

    /// The first on file with one of these addresses or numbers.
    private func findOwners(of kind: String, _ values: [String]) throws {
        for chunk in values.padded(to: 100) {
            try call.transaction.forEach(Self.owners(of: kind, chunk)) { row in
                let contact = CandidateContacts.Contact(kind: kind, value: row.text(0))
                let id = try Candidate.ID.decode(row, 1)
                if let first = owners[contact], first <= id { return true }
                owners[contact] = id
                return true
            }
        }
    }

    private func findSkills(_ keys: [String]) throws {
        for chunk in keys.padded(to: 100) {
            try call.transaction.forEach(
                """
                SELECT s.name_folded, COALESCE(h.id, s.id), COALESCE(h.name, s.name) FROM skill s
                LEFT JOIN skill h ON h.id = s.replaced_by
                WHERE s.name_folded IN \(list: chunk) AND s.deleted_at IS NULL
                """
            ) { row in
                skills[row.text(0)] = NewCandidate.KnownSkill(
                    id: try Skill.ID.decode(row, 1), words: SearchWords.indexed(row.text(2)))
                return true
            }
        }
    }

    /// A skill by an alias, or a new one.
    private func find(_ name: Text<120>) throws -> NewCandidate.KnownSkill {
        let id = try SkillNames.findOrCreate(name, in: call)
        let stored: String? = try call.transaction.value("SELECT name FROM skill WHERE id = \(id)")
        return NewCandidate.KnownSkill(id: id, words: SearchWords.indexed(stored ?? name.value))
    }
}

extension Array {
    /// Pieces of exactly `size` elements, the last one filled up with its own first, so that the statements that take
    /// them are prepared once.
    func padded(to size: Int) -> [[Element]] {
        chunks(of: size).map { chunk in
            guard let first = chunk.first else { return [] }
            return Array(chunk) + Array(repeating: first, count: size - chunk.count)
        }
    }
}
