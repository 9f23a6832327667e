import Domain
import Engine
import JSON

extension Workstation {
    /// Asks for a new job, a draft.
    mutating func createJob() -> [Work] {
        if let refusal = refusal(of: "jobs.create") { return tell(error: refusal) }
        let language = language
        push(
            .form(
                Form(
                    id: "new-job", title: say(Phrase(en: "New job", fr: "Nouvelle offre d’emploi")),
                    fields: JobFields(language: language, role: person.role).fields(nil),
                    consequence: say(
                        Phrase(
                            en: "A draft: publishing it opens it to applications. Can be undone.",
                            fr: "Un brouillon : le publier l’ouvre aux candidatures. Annulable.")),
                    submitLabel: say(Phrase(en: "Create", fr: "Créer"))
                ) { values in
                    var input = FormInput()
                    let given = values.filter { $0.value.nonBlank != nil }
                    JobFields.changes(of: nil, to: given).write(to: &input)
                    let filled = input
                    return .submitting(CreateJob.self, filled, of: "new-job", in: language) { workstation, made in
                        guard let operation = try? filled.json.decoded(as: CreateJob.self, leniency: .text) else {
                            return workstation.showNew(made) { $0.refreshRecords() }
                        }
                        let creation = Reversible<CreateJob, DeleteJob>(
                            label: Phrase(en: "New job “\(made.title)”", fr: "Nouvelle offre « \(made.title) »"),
                            doAgain: { _ in operation },
                            takeBack: { DeleteJob(jobID: $0.id, expectedVersion: $0.version) },
                            refresh: { $0.refreshRecords() })
                        return workstation.showNew(made) { $0.settle(creation, made) }
                    }
                }))
        return []
    }

    /// Goes to a new job in the list.
    mutating func showNew(_ made: JobView, after refresh: (inout Workstation) -> [Work]) -> [Work] {
        showNew(made.id, named: made.title, in: JobTable.self, after: refresh)
    }

    /// Asks for changes to a job, or for a new one where there is none.
    mutating func editJob(_ view: JobView?) -> [Work] {
        guard let view else { return createJob() }
        if let refusal = refusal(of: "jobs.update") { return tell(error: refusal) }
        let language = language
        push(
            .form(
                Form(
                    id: "job", title: say(Phrase(en: "Edit “\(view.title)”", fr: "Modifier « \(view.title) »")),
                    fields: JobFields(language: language, role: person.role).fields(view),
                    consequence: say(
                        Phrase(en: "Only what you change is written.", fr: "Seuls vos changements sont enregistrés.")),
                    submitLabel: say(Phrase(en: "Save", fr: "Enregistrer"))
                ) { values in
                    let changes = JobFields.changes(of: view, to: values)
                    guard !changes.isEmpty else { return .success(.closing("job") { _ in [] }) }
                    do throws(InputErrors) {
                        let forward = try UpdateJob(changes, of: view.id)
                        let backward = try UpdateJob(changes.reversed, of: view.id)
                        let edit = Reversible<UpdateJob, UpdateJob>(
                            label: Phrase(en: "Edited “\(view.title)”", fr: "« \(view.title) » : modifiée"),
                            doAgain: { forward.expecting($0.version) }, takeBack: { backward.expecting($0.version) },
                            refresh: { $0.refreshRecords() })
                        return .success(
                            .write(forward.expecting(view.version)) { workstation, after in
                                workstation.finishForm("job")
                                return workstation.settle(edit, after)
                            } refused: {
                                $0.showInForm("job", $1)
                            })
                    } catch {
                        return .failure(FormFault(error, language))
                    }
                }))
        return []
    }
}

extension UpdateJob {
    fileprivate init(_ changes: RecordChanges, of id: Job.ID) throws(InputErrors) {
        var input = FormInput()
        changes.write(to: &input)
        input.set("job_id", .string(id.description))
        self = try input.json.decoded(as: UpdateJob.self, leniency: .text)
    }

    fileprivate func expecting(_ version: Int?) -> UpdateJob {
        var copy = self
        copy.expectedVersion = version
        return copy
    }
}
