import Domain
import Engine

extension Workstation {
    /// What a candidate does about jobs: applying, and taking an application back. Nil for other actions.
    mutating func performAsCandidate(_ invocation: Invocation) -> [Work]? {
        let works: [Work]
        switch invocation.action {
        case .applicationSubmit: works = apply()
        case .applicationWithdraw: works = withdraw()
        default: return nil
        }
        lastChange = invocation
        return works
    }

    /// Why the candidate cannot apply for the job that is chosen, as far as the workstation knows.
    var refusalToApply: String? {
        guard let job = jobs.chosen.first else { return say(Phrase(en: "no job here", fr: "aucune offre ici")) }
        guard job.status == .open else {
            return say(
                Phrase(
                    en: "the job is not open (is: \(job.status.title.english))",
                    fr: "l’offre n’est pas ouverte (état : \(job.status.title.french))"))
        }
        guard candidates.ownCandidateID != nil else {
            return say(
                Phrase(
                    en: "fill in your profile first: “\(Place.candidates.title(for: .candidate).english)”, e",
                    fr: "remplissez d’abord votre profil : « \(Place.candidates.title(for: .candidate).french) », e"))
        }
        let known = candidates.profile.record?.applications.rows ?? []
        return known.contains { $0.jobID == job.id && $0.status.isOpen } ? appliedAlready : nil
    }

    private var appliedAlready: String {
        say(Phrase(en: "you have applied for it already", fr: "vous y avez déjà postulé"))
    }

    private mutating func apply() -> [Work] {
        let chosen = jobs.chosen
        if chosen.count > 1 {
            tellOneAtATime(chosen.count)
            return []
        }
        if let refusal = refusalToApply {
            return tell(error: chosen.first.map { about($0.title, refusal) } ?? refusal)
        }
        guard let job = chosen.first, let candidate = candidates.ownCandidateID else { return [] }
        // The profile may not have been read yet, or not since: nobody writes a letter that is refused.
        let own = ListCandidateApplications(candidateID: candidate, pageSize: PageSize(100))
        return [
            .read(Work.Slot("own.applications"), own) { workstation, page in
                if page.data.contains(where: { $0.jobID == job.id && $0.status.isOpen }) {
                    return workstation.tell(error: workstation.about(job.title, workstation.appliedAlready))
                }
                return workstation.askForLetter(job)
            }
        ]
    }

    private mutating func askForLetter(_ job: JobView) -> [Work] {
        let language = language
        let form = "application-submit"
        push(
            .form(
                Form(
                    id: form, title: "\(job.title) · \(job.companyName)",
                    fields: [
                        FormField(
                            "cover_letter", say(Phrase(en: "Cover letter", fr: "Lettre de motivation")),
                            .longText(limit: 10_000))
                    ],
                    consequence: say(
                        Phrase(
                            en: "Your profile goes to the employer with your latest CV, if you have one. You can "
                                + "withdraw the application on your profile.",
                            fr: "Votre profil part chez l’employeur, avec votre dernier CV si vous en avez un. Vous "
                                + "pourrez retirer la candidature depuis votre profil.")),
                    submitLabel: say(Phrase(en: "Apply", fr: "Postuler"))
                ) { values in
                    var input = FormInput()
                    input.set("job_id", .string(job.id.description))
                    input.set("cover_letter", values["cover_letter"])
                    return .submitting(SubmitApplication.self, input, of: form, in: language) { workstation, made in
                        workstation.tell(
                            Phrase(
                                en: "You have applied: \(made.jobTitle)", fr: "Candidature envoyée : \(made.jobTitle)"),
                            level: .done)
                        workstation.candidates.profile.reload()
                        return workstation.refreshRecords()
                    }
                }))
        return []
    }

    private mutating func withdraw() -> [Work] {
        guard let subject = subjects.first else { return tellNothingSelected() }
        if let refusal = unavailability(of: .applicationWithdraw) {
            return tell(error: about(subject.jobTitle, refusal))
        }
        let language = language
        let form = "application-withdraw"
        push(
            .form(
                Form(
                    id: form,
                    title: say(
                        Phrase(en: "Withdraw from “\(subject.jobTitle)”", fr: "Se retirer de « \(subject.jobTitle) »")),
                    fields: [
                        FormField(
                            "public_comment", say(Phrase(en: "Why, if you like", fr: "Pourquoi, si vous le souhaitez")),
                            .longText(limit: 2_000))
                    ],
                    consequence: say(
                        Phrase(
                            en: "The employer and the agency see that you withdrew. You cannot take it back yourself.",
                            fr: "L’employeur et le cabinet voient que vous vous retirez. Vous ne pourrez pas revenir "
                                + "dessus vous-même.")),
                    submitLabel: say(Phrase(en: "Withdraw", fr: "Se retirer")), isDestructive: true
                ) { values in
                    var input = FormInput()
                    input.set("application_id", .string(subject.id.description))
                    input.set("expected_from", .string(subject.status.rawValue))
                    input.set("public_comment", values["public_comment"])
                    return .submitting(WithdrawApplication.self, input, of: form, in: language) { workstation, _ in
                        workstation.tell(
                            Phrase(
                                en: "Withdrawn: \(subject.jobTitle)", fr: "Candidature retirée : \(subject.jobTitle)"),
                            level: .done)
                        return workstation.refreshSubjects()
                    }
                }))
        return []
    }
}
