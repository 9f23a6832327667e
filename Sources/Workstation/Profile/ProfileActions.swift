import Domain
import Engine
import Foundation

extension Workstation {
    /// Actions on the person whose profile is shown, the same on every screen; nil for those that are none.
    mutating func performOnProfile(_ invocation: Invocation) -> [Work]? {
        switch invocation.action {
        case .copy: return copyContacts()
        case .fileOpen, .fileSave:
            if let refusal = refusalOfShownProfile { return tell(error: refusal) }
            guard invocation.action == .fileOpen else { return askWhereToSave() }
            return fetchFile { .open(contents: $0, filename: $1) }
        default: return nil
        }
    }

    /// Copies name and contacts, a line each.
    private mutating func copyContacts() -> [Work] {
        guard let candidate = shownProfile?.record?.candidate, !candidate.anonymous else {
            tell(Phrase(en: "There are no contacts to copy.", fr: "Il n’y a pas de coordonnées à copier."))
            return []
        }
        let emails = (candidate.emails ?? []).map(\.value.value)
        let phones = (candidate.phones ?? []).map(\.value.value)
        let profiles = (candidate.profiles ?? []).compactMap { $0.url?.value }
        request(.copy(([candidate.displayName(language)] + emails + phones + profiles).joined(separator: "\n")))
        return []
    }

    /// Reads the file of the CV and asks the host to do something with it.
    private mutating func fetchFile(
        _ request: @escaping @Sendable (_ contents: [UInt8], _ filename: String) -> HostRequest
    ) -> [Work] {
        guard let candidate = shownProfile?.subject?.candidateID else { return tellNobody() }
        let operation = GetCurriculumVitae(candidateID: candidate, includeContent: true)
        return [
            .read(Work.Slot("profile.file"), operation) { workstation, view in
                guard let contents = view.contents else {
                    return workstation.tell(
                        error: workstation.say(
                            Phrase(en: "The file could not be read.", fr: "Le fichier n’a pas pu être lu.")))
                }
                workstation.request(request(contents, view.safeFilename))
                return []
            }
        ]
    }

    private mutating func askWhereToSave() -> [Work] {
        guard let candidate = shownProfile?.subject?.candidateID else { return tellNobody() }
        return [
            .read(Work.Slot("profile.file"), GetCurriculumVitae(candidateID: candidate)) { workstation, view in
                workstation.push(.form(workstation.saveForm(view)))
                return []
            }
        ]
    }

    private func saveForm(_ view: CurriculumVitaeView) -> Form {
        let missing = say(Phrase(en: "is needed", fr: "est nécessaire"))
        return Form(
            id: "file.save", title: say(Phrase(en: "Save the CV", fr: "Enregistrer le CV")),
            fields: [
                FormField(
                    "path", say(Phrase(en: "File", fr: "Fichier")), .text(limit: 1_000), value: view.safeFilename,
                    isRequired: true)
            ],
            submitLabel: say(Phrase(en: "Save", fr: "Enregistrer"))
        ) { values in
            guard let path = values["path"]?.nonBlank else { return .failure(FormFault(["path": missing])) }
            return .success(
                .closing("file.save") { $0.fetchFile { contents, _ in .save(contents: contents, path: path) } })
        }
    }

    private mutating func tellNobody() -> [Work] {
        tell(Phrase(en: "There is nobody here.", fr: "Il n’y a personne ici."))
        return []
    }
}

extension CurriculumVitaeView {
    /// The bytes of the file, where they came along.
    var contents: [UInt8]? { contentBase64.flatMap { Data(base64Encoded: $0) }.map { [UInt8]($0) } }

    /// The name of the file without folders, and never a hidden one: it was chosen by a stranger.
    var safeFilename: String {
        let last = filename.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let name = String(last.drop { $0 == "." || $0 == "-" || $0 == " " })
        return name.isEmpty ? "cv" : name
    }
}
