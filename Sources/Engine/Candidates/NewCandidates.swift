import Domain
import Storage

/// Somebody new of an import.
struct NewCandidate {
    var id: Candidate.ID
    var draft: CandidateDraft
    var skills: [KnownSkill]

    struct KnownSkill {
        var id: Skill.ID
        /// The folded words of its name.
        var words: String
    }
}

/// Writes the new people of one batch.
struct NewCandidates {
    private let candidates: [NewCandidate]
    private let call: Call

    init(_ candidates: [NewCandidate], call: Call) {
        self.candidates = candidates
        self.call = call
    }

    /// Table by table, since rows that go into the same indexes one after another cost less.
    func write() throws {
        let first = try RowNumbers.take(candidates.count, "candidate", in: call.transaction)
        try writeDocuments(from: first)
        try writeCandidates(from: first)
        try writeContacts()
        for candidate in candidates {
            try CandidateWriting.insertHistory(of: candidate.draft.view, as: candidate.id, in: call)
            if let digest = candidate.draft.digest {
                try ImportedRow.keep(digest, as: candidate.id.cast(), of: "candidate", call.transaction)
            }
        }
        try writeRetentionTerms()
        try writeExperience()
        try writeEducation()
        try writeSkills()
    }

    /// Apart from the rows, so that neither drives the other out of the processor's caches, and before them: each document
    /// is a statement of its own, at whose end SQLite walks the pages that a savepoint around it keeps.
    private func writeDocuments(from first: Int64) throws {
        var documents: [NewDocument] = []
        documents.reserveCapacity(candidates.count)
        for (number, candidate) in zip(first..., candidates) {
            var words = candidate.draft.words
            if !candidate.skills.isEmpty { words[2] = candidate.skills.map(\.words).joined(separator: " ") }
            documents.append(NewDocument(number, words))
        }
        try EngineSearch.add(documents, to: EngineSchema.candidateSearch, in: call.transaction)
    }

    private func writeCandidates(from first: Int64) throws {
        var rows = WaitingRows(CandidateWriting.insertion, in: call.transaction)
        for (number, candidate) in zip(first..., candidates) {
            let draft = candidate.draft
            try rows.add { row in
                try row.addCandidate(draft.view, as: candidate.id, draft.columns, rowNumber: number, in: call)
            }
        }
        try rows.finish()
    }

    /// Nobody else has what the import would have taken them for another by; of the rest most is nobody else's either.
    private func writeContacts() throws {
        var others: Set<CandidateContacts.Contact> = []
        var twice: Set<CandidateContacts.Contact> = []
        for draft in candidates.map(\.draft) where draft.contacts.count > draft.known.count {
            for contact in draft.contacts where !draft.known.contains(contact) {
                if !others.insert(contact).inserted { twice.insert(contact) }
            }
        }
        let shared = try SharedContacts.onFile(others, in: call.transaction).union(twice)
        var rows = WaitingRows(CandidateContacts.insertion, in: call.transaction)
        for candidate in candidates {
            for contact in candidate.draft.contacts { try rows.add { $0.add(contact, of: candidate.id) } }
        }
        try rows.finish()
        try SharedContacts.recount(shared, in: call.transaction)
    }

    /// Of most there is nothing yet but the record. An account may have signed in before, or written.
    private func writeRetentionTerms() throws {
        var rows = WaitingRows(RetentionTerms.insertion, in: call.transaction)
        var others: [Candidate.ID] = []
        for candidate in candidates {
            let view = candidate.draft.view
            if view.userID == nil, view.retentionUntil == nil {
                try rows.add { row in
                    row.add(candidate.id)
                    row.add(call.now)
                }
            } else {
                others.append(candidate.id)
            }
        }
        try rows.finish()
        try RetentionTerms.refresh(others, in: call.transaction)
    }

    private func writeExperience() throws {
        var rows = WaitingRows(ExperienceWriting.insertion, in: call.transaction)
        for candidate in candidates {
            for var record in candidate.draft.experience {
                record.id = call.newID()
                record.candidateID = candidate.id
                try rows.add { try $0.add(record, in: call) }
            }
        }
        try rows.finish()
    }

    private func writeEducation() throws {
        var rows = WaitingRows(EducationWriting.insertion, in: call.transaction)
        for candidate in candidates {
            for var record in candidate.draft.education {
                record.id = call.newID()
                record.candidateID = candidate.id
                try rows.add { try $0.add(record, in: call) }
            }
        }
        try rows.finish()
    }

    private func writeSkills() throws {
        var rows = WaitingRows(CandidateSkillWriting.insertion, in: call.transaction)
        for candidate in candidates {
            for skill in candidate.skills { try rows.add { try $0.addSkill(skill.id, of: candidate.id, in: call) } }
        }
        try rows.finish()
    }
}
