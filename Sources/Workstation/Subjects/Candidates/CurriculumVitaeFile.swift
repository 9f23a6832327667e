import Domain
import Engine

extension Workstation {
    /// Opens the main CV of a candidate with the program that the desktop has for it.
    mutating func openCurriculumVitae(of candidate: Candidate.ID) -> [Work] {
        readingFile(of: candidate) { workstation, contents, view in
            workstation.request(.open(contents: contents, filename: view.filename))
        }
    }

    /// Asks where the main CV of a candidate should be written, and has it written there.
    mutating func saveCurriculumVitae(of candidate: Candidate.ID) -> [Work] {
        readingFile(of: candidate) { workstation, contents, view in
            let missing = workstation.say(FormWords.required)
            workstation.push(
                .form(
                    Form(
                        id: "save-cv",
                        title: workstation.say(Phrase(en: "Save \(view.filename)", fr: "Enregistrer \(view.filename)")),
                        fields: [
                            FormField(
                                "path", workstation.say(Phrase(en: "Where", fr: "Où")), .text(limit: 4_000),
                                value: view.filename, isRequired: true)
                        ],
                        submitLabel: workstation.say(Phrase(en: "Save", fr: "Enregistrer"))
                    ) { values in
                        guard let path = values["path"]?.nonBlank else { return .failure(FormFault(["path": missing])) }
                        return .success(
                            .closing("save-cv") { workstation in
                                workstation.request(.save(contents: contents, path: path))
                                return []
                            })
                    }))
        }
    }

    private func readingFile(
        of candidate: Candidate.ID,
        then: @escaping @Sendable (inout Workstation, [UInt8], CurriculumVitaeView) -> Void
    ) -> [Work] {
        [
            .read(Work.Slot("cv-file"), GetCurriculumVitae(candidateID: candidate, includeContent: true)) {
                workstation, view in
                guard let contents = view.contentBase64.flatMap({ Base64URL.decode($0) }) else {
                    return workstation.tell(
                        error: workstation.say(Phrase(en: "The file is missing.", fr: "Le fichier est absent.")))
                }
                then(&workstation, contents, view)
                return []
            }
        ]
    }
}
