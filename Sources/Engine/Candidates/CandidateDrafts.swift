import JSON

/// The rows of one batch of candidates, ready to be written, and what has to be looked up for all of them.
public struct CandidateDrafts: Sendable {
    let rows: [Result<CandidateDraft, InputErrors>]
    /// What the people are recognised by, in order, by its kind.
    let known: [(kind: String, values: [String])]
    /// The folded names of their skills, in order.
    let skills: [String]

    init(_ rows: [Result<CandidateDraft, InputErrors>]) {
        self.rows = rows
        var known: [String: Set<String>] = [:]
        var skills: Set<String> = []
        for case .success(let draft) in rows {
            for contact in draft.known { known[contact.kind, default: []].insert(contact.value) }
            for skill in draft.skills { skills.insert(skill.key) }
        }
        self.known = known.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
        self.skills = skills.sorted()
    }
}
