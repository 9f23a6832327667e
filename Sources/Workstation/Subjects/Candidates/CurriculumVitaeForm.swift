import Domain
import Engine
import JSON

extension Workstation {
    /// Asks for a file on this machine and attaches it to a candidate; the host reads it.
    mutating func attachCurriculumVitae(to candidate: Candidate.ID) -> [Work] {
        if let refusal = refusal(of: "candidates.cv.upload") { return tell(error: refusal) }
        let missing = say(FormWords.required)
        push(
            .form(
                Form(
                    id: "cv", title: say(Phrase(en: "Attach a CV", fr: "Joindre un CV")),
                    fields: [
                        FormField(
                            "content_base64", say(Phrase(en: "File", fr: "Fichier")), .text(limit: 4_000),
                            isRequired: true,
                            help: say(
                                Phrase(
                                    en: "Path of a PDF, DOCX, TXT or JSON Resume file",
                                    fr: "Chemin d’un fichier PDF, DOCX, TXT ou JSON Resume"))),
                        FormField(
                            "kind", say(Phrase(en: "Kind", fr: "Type")),
                            .choice(CurriculumVitae.Kind.allCases.map { ($0.rawValue, say($0.title)) }),
                            value: CurriculumVitae.Kind.resume.rawValue),
                        FormField(
                            "primary", say(Phrase(en: "The main CV", fr: "CV principal")), .toggle, value: "true"),
                    ],
                    consequence: say(
                        Phrase(
                            en: "The file is read and kept. Attaching cannot be undone.",
                            fr: "Le fichier est lu et conservé. L’ajout ne s’annule pas.")),
                    submitLabel: say(Phrase(en: "Attach", fr: "Joindre"))
                ) { values in
                    guard let path = values["content_base64"]?.nonBlank else {
                        return .failure(FormFault(["content_base64": missing]))
                    }
                    let kind = values["kind"].flatMap { CurriculumVitae.Kind(rawValue: $0) } ?? .resume
                    let isPrimary = kind == .resume && values["primary"] == "true"
                    return .success(.attaching(path, kind, isPrimary, to: candidate))
                }))
        return []
    }
}

extension Work {
    /// Has the host read the file, then uploads it.
    fileprivate static func attaching(
        _ path: String, _ kind: CurriculumVitae.Kind, _ isPrimary: Bool, to candidate: Candidate.ID
    ) -> Work {
        .write { _ in
            { workstation in
                workstation.request(
                    .read(path: path, limit: UploadCurriculumVitae.maximumSize) { result in
                        { workstation in
                            switch result {
                            case .success(let contents):
                                return [.uploading(contents, named: path, kind, isPrimary, to: candidate)]
                            case .failure(let failure):
                                let reason = workstation.say(failure.reason)
                                workstation.changeForm("cv") { form in
                                    form.isBusy = false
                                    form.show(["content_base64": reason])
                                }
                                return []
                            }
                        }
                    })
                return []
            }
        }
    }

    private static func uploading(
        _ contents: [UInt8], named path: String, _ kind: CurriculumVitae.Kind, _ isPrimary: Bool,
        to candidate: Candidate.ID
    ) -> Work {
        let filename = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path
        let upload = UploadCurriculumVitae(
            candidateID: candidate, filename: Text(cutting: filename), contentBase64: Base64URL.encode(contents),
            kind: kind, primary: isPrimary)
        return .write(upload) { workstation, view in
            workstation.finishForm("cv")
            workstation.tell(
                Phrase(
                    en: "\(view.filename) attached as version \(view.versionNo)",
                    fr: "\(view.filename) joint, version \(view.versionNo)"), level: .done)
            return workstation.refreshRecords()
        } refused: { workstation, problem in
            workstation.showInForm("cv", problem)
        }
    }
}

extension CurriculumVitae.Kind {
    public var title: Phrase {
        switch self {
        case .resume: Phrase(en: "CV", fr: "CV")
        case .coverLetter: Phrase(en: "Cover letter", fr: "Lettre de motivation")
        case .offerLetter: Phrase(en: "Offer letter", fr: "Lettre d’offre")
        case .other: Phrase(en: "Other", fr: "Autre")
        }
    }
}
