import Domain
import Engine
import JSON

extension Workstation {
    /// Asks for the skills of a candidate as a text: `Swift 4, SQL 3`. Undo writes back those that were there.
    mutating func editSkills(of view: CandidateView) -> [Work] {
        if let refusal = refusal(of: "candidates.skills.set") { return tell(error: refusal) }
        return [
            .read(Work.Slot("skills"), ListCandidateSkills(candidateID: view.id)) { workstation, skills in
                workstation.push(.form(workstation.skillForm(view, skills.data)))
                return []
            }
        ]
    }

    private func skillForm(_ view: CandidateView, _ skills: [CandidateSkillView]) -> Form {
        let text = skills.map { "\($0.name) \($0.level)" }.joined(separator: ", ")
        let (id, language) = (view.id, language)
        let name = view.displayName(language)
        let before = SetCandidateSkills(
            candidateID: id, skills: skills.map(SetCandidateSkills.Entry.init), replace: true)
        return Form(
            id: "skills", title: say(Phrase(en: "Skills of \(name)", fr: "Compétences de \(name)")),
            fields: [
                FormField(
                    "skills", say(Phrase(en: "Skills", fr: "Compétences")), .longText(limit: 10_000), value: text,
                    help: say(
                        Phrase(
                            en: "A name and a level from 1 to 5, with commas: Swift 4, SQL 3",
                            fr: "Un nom et un niveau de 1 à 5, avec des virgules : Swift 4, SQL 3")))
            ],
            consequence: say(
                Phrase(
                    en: "Those that you leave out are taken away. Can be undone.",
                    fr: "Celles que vous retirez disparaissent. Annulable.")),
            submitLabel: say(Phrase(en: "Save", fr: "Enregistrer"))
        ) { values in
            let entries = RecordChanges.items(values["skills"] ?? "").map {
                SetCandidateSkills.Entry($0, known: skills)
            }
            var input = FormInput()
            input.set("candidate_id", .string(id.description))
            input.set("replace", .bool(true))
            // Without the list nothing is replaced; an empty one would take every skill away.
            input.set("skills", (try? JSONValue(encoding: entries)) ?? .null)
            return .submitting(SetCandidateSkills.self, input, of: "skills", in: language) { workstation, after in
                let wanted = SetCandidateSkills(candidateID: id, skills: entries, replace: true)
                let edit = Reversible<SetCandidateSkills, SetCandidateSkills>(
                    label: Phrase(en: "Skills of \(name)", fr: "Compétences de \(name)"),
                    doAgain: { _ in wanted }, takeBack: { _ in before }, refresh: { $0.refreshRecords() })
                return workstation.settle(edit, after)
            }
        }
    }
}

extension SetCandidateSkills.Entry {
    init(_ view: CandidateSkillView) {
        self.init(
            skillID: view.skillID, level: Bounded(clamping: view.level), years: view.years.flatMap { Years($0) },
            lastUsed: view.lastUsed, origin: view.origin, evidence: view.evidence.flatMap { Text($0) })
    }

    /// `Swift 4`: what is known of that skill stays; a level that is left out is 3.
    fileprivate init(_ text: String, known: [CandidateSkillView]) {
        let words = text.split(separator: " ")
        let level = words.count > 1 ? words.last.flatMap { Int($0) } : nil
        let name = level == nil ? text : words.dropLast().joined(separator: " ")
        if let skill = known.first(where: { Folding.key($0.name) == Folding.key(name) }) {
            self.init(skill)
        } else {
            self.init(name: Text(cutting: name), level: Bounded(clamping: 3))
        }
        if let level { self.level = Bounded(clamping: level) }
    }
}
