import Domain
import Engine
import JSON

extension Workstation {
    /// Asks for a new candidate.
    mutating func createCandidate() -> [Work] {
        if let refusal = refusal(of: "candidates.create") { return tell(error: refusal) }
        let fields = CandidateFields(language: language, role: person.role)
        let language = language
        push(
            .form(
                Form(
                    id: "new-candidate", title: say(Phrase(en: "New candidate", fr: "Nouveau candidat")),
                    fields: fields.fields(nil), submitLabel: say(Phrase(en: "Create", fr: "Créer"))
                ) { values in
                    var input = FormInput()
                    // Nothing is cleared in what is new.
                    let given = values.filter { $0.value.nonBlank != nil }
                    CandidateFields.changes(of: nil, to: given).write(to: &input)
                    let filled = input
                    return .submitting(CreateCandidate.self, filled, of: "new-candidate", in: language) {
                        workstation, made in
                        let name = made.displayName(language)
                        if workstation.person.role == .candidate { workstation.candidates.ownCandidateID = made.id }
                        guard Catalogue.allows("candidates.delete", workstation.person.role),
                            let operation = try? filled.json.decoded(as: CreateCandidate.self, leniency: .text)
                        else {
                            workstation.tell(Phrase(en: "\(name) added", fr: "\(name) ajouté"), level: .done)
                            if workstation.candidates.isOwnProfile { return workstation.refreshRecords() }
                            return workstation.showNew(made.id, named: name, in: CandidateTable.self) {
                                $0.refreshRecords()
                            }
                        }
                        let creation = Reversible<CreateCandidate, DeleteCandidate>(
                            label: Phrase(en: "New candidate \(name)", fr: "Nouveau candidat \(name)"),
                            doAgain: { _ in operation },
                            takeBack: { DeleteCandidate(candidateID: $0.id, expectedVersion: $0.version) },
                            refresh: { $0.refreshRecords() })
                        return workstation.showNew(made.id, named: name, in: CandidateTable.self) {
                            $0.settle(creation, made)
                        }
                    }
                }))
        return []
    }

    /// Asks for changes to a candidate. Only what was changed is written, and undo writes back what was there.
    mutating func editCandidate(_ view: CandidateView) -> [Work] {
        if let refusal = refusal(of: "candidates.update") { return tell(error: refusal) }
        let fields = CandidateFields(language: language, role: person.role)
        let (language, id) = (language, view.id)
        let name = view.displayName(language)
        push(
            .form(
                Form(
                    id: "candidate", title: say(Phrase(en: "Edit \(name)", fr: "Modifier \(name)")),
                    fields: fields.fields(view),
                    consequence: say(
                        Phrase(en: "Only what you change is written.", fr: "Seuls vos changements sont enregistrés.")),
                    submitLabel: say(Phrase(en: "Save", fr: "Enregistrer"))
                ) { values in
                    let changes = CandidateFields.changes(of: view, to: values)
                    guard !changes.isEmpty else { return .success(.closing("candidate") { _ in [] }) }
                    do throws(InputErrors) {
                        let forward = try UpdateCandidate(changes, of: id)
                        let backward = try UpdateCandidate(changes.reversed, of: id)
                        let edit = Reversible<UpdateCandidate, UpdateCandidate>(
                            label: Phrase(en: "Edited \(name)", fr: "\(name) : modifié"),
                            doAgain: { forward.expecting($0.version) }, takeBack: { backward.expecting($0.version) },
                            refresh: { $0.refreshRecords() })
                        return .success(
                            .write(forward.expecting(view.version)) { workstation, after in
                                workstation.finishForm("candidate")
                                return workstation.settle(edit, after)
                            } refused: {
                                $0.showInForm("candidate", $1)
                            })
                    } catch {
                        return .failure(FormFault(error, language))
                    }
                }))
        return []
    }

    /// Deletes a candidate after a question.
    mutating func deleteCandidate(_ view: CandidateView) -> [Work] {
        if let refusal = refusal(of: "candidates.delete") { return tell(error: refusal) }
        let name = view.displayName(language)
        push(
            .confirmation(
                Confirmation(
                    title: say(Phrase(en: "Delete \(name)?", fr: "Supprimer \(name) ?")),
                    consequence: say(
                        Phrase(
                            en: "The record goes into the trash; only an administrator can bring it back. Undo cannot.",
                            fr: "La fiche va à la corbeille ; seul un administrateur peut la rétablir. Annuler ne le "
                                + "peut pas.")),
                    confirmLabel: say(Phrase(en: "Delete", fr: "Supprimer"))
                ) { _ in
                    [
                        .write(DeleteCandidate(candidateID: view.id, expectedVersion: view.version)) { workstation, _ in
                            workstation.tell(
                                Phrase(en: "\(name) deleted", fr: "\(name) : supprimé"), level: .done)
                            return workstation.refreshRecords()
                        }
                    ]
                }))
        return []
    }

    /// Why the person's role may not call an operation; nil when it may.
    func refusal(of operation: String) -> String? {
        guard !Catalogue.allows(operation, person.role) else { return nil }
        return say(
            Phrase(
                en: "Not for the role \(person.role.title.english).",
                fr: "Pas pour le rôle \(person.role.title.french)."))
    }

    /// Reads again everything that shows records.
    mutating func refreshRecords() -> [Work] {
        board.reload()
        candidates.reload()
        jobs.reload()
        return refreshSubjects()
    }
}

extension UpdateCandidate {
    fileprivate init(_ changes: RecordChanges, of id: Candidate.ID) throws(InputErrors) {
        var input = FormInput()
        changes.write(to: &input)
        input.set("candidate_id", .string(id.description))
        self = try input.json.decoded(as: UpdateCandidate.self, leniency: .text)
    }

    fileprivate func expecting(_ version: Int?) -> UpdateCandidate {
        var copy = self
        copy.expectedVersion = version
        return copy
    }
}
