import Domain
import JSON
import Storage

/// Takes the rows of one batch of candidates in. Whoever is on file is looked for once for all rows; new people wait
/// until the end of the batch and are then written table by table.
final class CandidateImport: ImportHandler {
    private struct Waiting {
        var draft: CandidateDraft
        var skills: [KnownSkill]
    }

    private struct KnownSkill {
        var id: Skill.ID
        /// The folded words of its name.
        var words: String
    }

    private let call: Call
    /// Who has which address or number: on file, and of the rows that wait.
    private var owners: [CandidateContacts.Contact: Candidate.ID] = [:]
    private var skills: [String: KnownSkill] = [:]
    private var waiting: [Waiting] = []
    /// Who waits that nothing but the whole row recognises.
    private var nameless: [[UInt8]: Candidate.ID] = [:]

    init(_ rows: [Result<CandidateDraft, InputErrors>], call: Call) throws {
        self.call = call
        let drafts = rows.compactMap { try? $0.get() }
        try findOwners(of: drafts.flatMap(\.known))
        try findSkills(Set(drafts.flatMap { $0.skills.map(\.key) }).sorted())
    }

    func take(_ row: CandidateDraft) throws -> ImportOutcome {
        if !row.errors.isEmpty { throw Problem.invalid(row.errors) }
        for contact in row.known {
            if let owner = owners[contact] { return .matched(owner.cast()) }
        }
        if let digest = row.digest {
            if let made = try nameless[digest]?.cast() ?? ImportedRow.find(digest, in: "candidate", call.transaction) {
                return .matched(made)
            }
        }
        var draft = row
        if draft.view.sourceID != nil || draft.view.ownerConsultantID != nil || draft.view.userID != nil {
            try CandidateRules.checkReferences(draft.view, in: call)
        }
        draft.view.id = call.newID()
        var own: [KnownSkill] = []
        for (name, key) in draft.skills {
            let skill = try skills[key] ?? find(name)
            skills[key] = skill
            if !own.contains(where: { $0.id == skill.id }) { own.append(skill) }
        }
        waiting.append(Waiting(draft: draft, skills: own))
        for contact in draft.known { owners[contact] = draft.view.id }
        if let digest = draft.digest { nameless[digest] = draft.view.id }
        return .created(draft.view.id.cast())
    }

    func finish() throws {
        guard !waiting.isEmpty else { return }
        defer { waiting.removeAll() }
        do {
            try writeWaiting()
        } catch {
            // Undone by whoever called: nobody has these addresses, and a skill may be gone that was made for them.
            for candidate in waiting { for contact in candidate.draft.known { owners[contact] = nil } }
            skills.removeAll()
            nameless.removeAll()
            throw error
        }
    }

    private func writeWaiting() throws {
        var number = try RowNumbers.take(waiting.count, "candidate", in: call.transaction)
        for candidate in waiting {
            try CandidateWriting.insert(
                candidate.draft.view, candidate.draft.columns, contacts: candidate.draft.contacts, rowNumber: number,
                in: call)
            try writeRecords(of: candidate)
            if let digest = candidate.draft.digest {
                try ImportedRow.keep(digest, as: candidate.draft.view.id.cast(), of: "candidate", call.transaction)
            }
            var words = candidate.draft.words
            words[2] = candidate.skills.map(\.words).joined(separator: " ")
            try call.transaction.search.add(number, to: EngineSchema.candidateSearch, contents: words)
            number += 1
        }
    }

    private func writeRecords(of candidate: Waiting) throws {
        let id = candidate.draft.view.id
        for record in candidate.draft.experience {
            var record = record
            record.id = call.newID()
            record.candidateID = id
            try ExperienceWriting.insert(record, in: call)
        }
        for record in candidate.draft.education {
            var record = record
            record.id = call.newID()
            record.candidateID = id
            try EducationWriting.insert(record, in: call)
        }
        for skill in candidate.skills { try CandidateSkillWriting.add(skill.id, to: id, in: call) }
    }

    /// Everybody on file with one of these addresses or numbers.
    private func findOwners(of contacts: [CandidateContacts.Contact]) throws {
        let byKind = Dictionary(grouping: Set(contacts), by: \.kind)
        for (kind, contacts) in byKind {
            for chunk in contacts.map(\.value).sorted().padded(to: 100) {
                try call.transaction.forEach(
                    """
                    SELECT k.value_folded, k.candidate_id FROM candidate_contact k
                    JOIN candidate c ON c.id = k.candidate_id
                    WHERE k.kind = \(kind) AND k.value_folded IN \(list: chunk) AND c.deleted_at IS NULL
                    ORDER BY k.candidate_id DESC
                    """
                ) { row in
                    owners[CandidateContacts.Contact(kind: kind, value: row.text(0))] = try Candidate.ID.decode(row, 1)
                    return true
                }
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
                skills[row.text(0)] = KnownSkill(
                    id: try Skill.ID.decode(row, 1), words: SearchWords.indexed(row.text(2)))
                return true
            }
        }
    }

    /// A skill by an alias, or a new one.
    private func find(_ name: Text<120>) throws -> KnownSkill {
        let id = try SkillNames.findOrCreate(name, in: call)
        let stored: String? = try call.transaction.value("SELECT name FROM skill WHERE id = \(id)")
        return KnownSkill(id: id, words: SearchWords.indexed(stored ?? name.value))
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
