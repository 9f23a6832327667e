import Domain
import Engine
import JSON

extension Workstation {
    /// Asks for what is noted about the selected application itself: a rating and where it came from.
    mutating func editApplication() -> [Work] {
        if let refusal = refusal(of: "applications.update") { return tell(error: refusal) }
        guard let subject = oneSubject() else { return [] }
        return [
            .read(Work.Slot("application")) { session in
                let application = session.attempt(GetApplication(applicationID: subject.id))
                let sources = session.attempt(ListSources(pageSize: PageSize(200)))
                return { workstation in
                    switch (application, sources) {
                    case (.success(let view), .success(let sources)):
                        workstation.push(.form(workstation.applicationForm(view, sources.data)))
                        return []
                    case (.failure(let problem), _), (_, .failure(let problem)): return workstation.tell(problem)
                    }
                }
            }
        ]
    }

    private func applicationForm(_ view: ApplicationView, _ sources: [SourceView]) -> Form {
        let before = ["rating": view.rating.map(String.init) ?? "", "source_id": view.sourceID?.description ?? ""]
        let language = language
        return Form(
            id: "application", title: "\(view.candidateName) · \(view.jobTitle)",
            fields: [
                FormField(
                    "rating", say(Phrase(en: "Rating", fr: "Note")),
                    .choice(
                        [("", "–")] + (1...5).map { ("\($0)", String(repeating: "★", count: $0)) }),
                    value: before["rating"] ?? ""),
                FormField(
                    "source_id", say(Phrase(en: "Source", fr: "Source")),
                    .choice([("", "–")] + sources.map { ($0.id.description, $0.name) }),
                    value: before["source_id"] ?? ""),
            ],
            submitLabel: say(Phrase(en: "Save", fr: "Enregistrer"))
        ) { values in
            let changes = RecordChanges(before: before, after: values)
            guard !changes.isEmpty else { return .success(.closing("application") { _ in [] }) }
            do throws(InputErrors) {
                let forward = try UpdateApplication(changes, of: view.id)
                let backward = try UpdateApplication(changes.reversed, of: view.id)
                let edit = Reversible<UpdateApplication, UpdateApplication>(
                    label: Phrase(
                        en: "Edited \(view.candidateName) · \(view.jobTitle)",
                        fr: "\(view.candidateName) · \(view.jobTitle) : modifiée"),
                    doAgain: { _ in forward }, takeBack: { _ in backward },
                    refresh: { $0.refreshRecords() })
                return .success(
                    .write(forward.expecting(view.version)) { workstation, after in
                        workstation.finishForm("application")
                        return workstation.settle(edit, after)
                    } refused: {
                        $0.showInForm("application", $1)
                    })
            } catch {
                return .failure(FormFault(error, language))
            }
        }
    }
}

extension UpdateApplication {
    fileprivate init(_ changes: RecordChanges, of id: Application.ID) throws(InputErrors) {
        var input = FormInput()
        changes.write(to: &input)
        input.set("application_id", .string(id.description))
        self = try input.json.decoded(as: UpdateApplication.self, leniency: .text)
    }

    fileprivate func expecting(_ version: Int?) -> UpdateApplication {
        var copy = self
        copy.expectedVersion = version
        return copy
    }
}
