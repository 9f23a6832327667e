import Domain
import Engine
import JSON

extension Workstation {
    /// Opens a job to applications, after saying what that means.
    mutating func publishJob(_ view: JobView) -> [Work] {
        if let refusal = refusal(of: "jobs.publish") { return tell(error: refusal) }
        push(
            .confirmation(
                Confirmation(
                    title: say(Phrase(en: "Publish “\(view.title)”?", fr: "Publier « \(view.title) » ?")),
                    consequence: say(
                        Phrase(
                            en: "Candidates see it and may apply. It cannot be undone; closing takes it off again.",
                            fr: "Les candidats la voient et peuvent postuler. C’est définitif ; la clore la retire.")),
                    confirmLabel: say(Phrase(en: "Publish", fr: "Publier"))
                ) { _ in
                    [
                        .write(PublishJob(jobID: view.id, expectedVersion: view.version)) { workstation, job in
                            workstation.tell(
                                workstation.about(job.title, workstation.say(job.status.title)), level: .done)
                            return workstation.refreshRecords()
                        }
                    ]
                }))
        return []
    }

    /// Asks why and takes a job off the market. An open one can be opened again by undo.
    mutating func closeJob(_ view: JobView) -> [Work] {
        if let refusal = refusal(of: "jobs.close") { return tell(error: refusal) }
        let language = language
        let open = view.openApplications ?? 0
        push(
            .form(
                Form(
                    id: "close-job", title: say(Phrase(en: "Close “\(view.title)”", fr: "Clore « \(view.title) »")),
                    fields: [
                        FormField("reason", say(Phrase(en: "Reason", fr: "Motif")), .text(limit: 500))
                    ],
                    consequence: say(
                        Phrase(
                            en: "No more applications; the \(open) under way stay as they are.",
                            fr: "Plus de nouvelles candidatures ; les \(open) en cours restent telles quelles.")),
                    submitLabel: say(Phrase(en: "Close", fr: "Clore")), isDestructive: true
                ) { values in
                    var input = FormInput()
                    input.set("job_id", .string(view.id.description))
                    input.set("reason", values["reason"])
                    if let version = view.version { input.set("expected_version", .integer(Int64(version))) }
                    return .submitting(CloseJob.self, input, of: "close-job", in: language) { workstation, job in
                        let label = Phrase(en: "Closed “\(job.title)”", fr: "« \(job.title) » : close")
                        guard view.status == .open else {
                            workstation.tell(label, level: .done)
                            return workstation.refreshRecords()
                        }
                        let reason = job.closeReason.flatMap { Text<500>($0) }
                        let closing = Reversible<CloseJob, PublishJob>(
                            label: label,
                            doAgain: { CloseJob(jobID: $0.id, reason: reason, expectedVersion: $0.version) },
                            takeBack: { PublishJob(jobID: $0.id, expectedVersion: $0.version) },
                            refresh: { $0.refreshRecords() })
                        return workstation.settle(closing, job)
                    }
                }))
        return []
    }

    /// Makes a copy of a job as a new draft; undo deletes it.
    mutating func duplicateJob(_ view: JobView) -> [Work] {
        if let refusal = refusal(of: "jobs.duplicate") { return tell(error: refusal) }
        let duplicate = DuplicateJob(jobID: view.id)
        let copying = Reversible<DuplicateJob, DeleteJob>(
            label: Phrase(en: "Copy of “\(view.title)” made as a draft", fr: "« \(view.title) » : copie en brouillon"),
            doAgain: { _ in duplicate }, takeBack: { DeleteJob(jobID: $0.id, expectedVersion: $0.version) },
            refresh: { $0.refreshRecords() })
        return [.write(duplicate) { workstation, copy in workstation.showNew(copy) { $0.settle(copying, copy) } }]
    }

    /// Deletes a job after a question.
    mutating func deleteJob(_ view: JobView) -> [Work] {
        if let refusal = refusal(of: "jobs.delete") { return tell(error: refusal) }
        push(
            .confirmation(
                Confirmation(
                    title: say(Phrase(en: "Delete “\(view.title)”?", fr: "Supprimer « \(view.title) » ?")),
                    consequence: say(
                        Phrase(
                            en: "The job goes into the trash; only an administrator can bring it back. Undo cannot.",
                            fr: "L’offre va à la corbeille ; seul un administrateur peut la rétablir. Annuler ne le "
                                + "peut pas.")),
                    confirmLabel: say(Phrase(en: "Delete", fr: "Supprimer"))
                ) { _ in
                    [
                        .write(DeleteJob(jobID: view.id, expectedVersion: view.version)) { workstation, _ in
                            workstation.tell(
                                Phrase(en: "“\(view.title)” deleted", fr: "« \(view.title) » : supprimée"), level: .done
                            )
                            return workstation.refreshRecords()
                        }
                    ]
                }))
        return []
    }
}
