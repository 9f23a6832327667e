import Domain
import Engine

extension Workstation {
    /// Asks for a note about the selected applications: one note each.
    mutating func addNote() -> [Work] {
        let subjects = subjects
        guard let first = subjects.first else { return tellNothingSelected() }
        guard subjects.count == 1 else {
            push(.form(noteForm(subjects, readers: [])))
            return []
        }
        // Who wrote about the application before can be called to it.
        return [
            .read(Work.Slot("note"), ListApplicationNotes(applicationID: first.id)) { workstation, notes in
                var readers: [User.ID: String] = [:]
                for note in notes.data where note.authorID != workstation.person.userID {
                    readers[note.authorID] = note.authorName
                }
                let sorted = readers.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(5)
                let form = workstation.noteForm(subjects, readers: sorted.map { ($0.key, $0.value) })
                workstation.push(.form(form))
                return []
            }
        ]
    }

    private func noteForm(_ subjects: [Subject], readers: [(id: User.ID, name: String)]) -> Form {
        let names = listed(subjects.map(\.name))
        let title = Phrase(en: "Note about \(names)", fr: "Note sur \(names)")
        let count = subjects.count
        let consequence =
            count == 1
            ? Phrase(en: "A note cannot be taken back.", fr: "Une note ne peut pas être annulée.")
            : Phrase(
                en: "\(count) notes, one for each application. Notes cannot be taken back.",
                fr: "\(count) notes, une par candidature. Les notes ne peuvent pas être annulées.")
        var fields = [
            FormField("body", say(Phrase(en: "Note", fr: "Note")), .longText(limit: 10_000), isRequired: true),
            FormField(
                "visibility", say(Phrase(en: "Seen by", fr: "Visible par")), .choice(noteVisibilities), value: "team"),
        ]
        for reader in readers {
            let label = Phrase(en: "Mention \(reader.name)", fr: "Citer \(reader.name)")
            fields.append(FormField("mentions.\(reader.id)", say(label), .toggle, value: "false"))
        }
        if count == 1, let application = subjects.first?.id {
            let people = Lookup.people(of: application, except: person.userID)
            let label = Phrase(en: "Mention", fr: "Citer")
            fields.append(FormField("mentions.other", say(label), .lookup(people)))
        }
        let mentioned = readers.map(\.id)
        return Form(
            id: "note", title: say(title), fields: fields, consequence: say(consequence),
            submitLabel: say(Phrase(en: "Add", fr: "Ajouter"))
        ) { values in
            guard let body = values["body"]?.nonBlank else { return .failure(FormFault([:])) }
            var mentions = mentioned.filter { values["mentions.\($0)"] == "true" }
            if let other = values["mentions.other"].flatMap({ User.ID($0) }), !mentions.contains(other) {
                mentions.append(other)
            }
            let called = mentions
            let operations = subjects.map { subject in
                AddApplicationNote(
                    applicationID: subject.id, body: Text(cutting: body),
                    visibility: values["visibility"].flatMap { Note.Visibility(rawValue: $0) },
                    mentions: called)
            }
            return .success(.adding(operations, to: subjects))
        }
    }

    /// Who may read a note, as far as the person's role may write it.
    private var noteVisibilities: [(value: String, label: String)] {
        var kinds: [Note.Visibility] = [.team, .client]
        if person.role != .employer { kinds.append(.personal) }
        if person.role == .admin || person.role == .superadmin { kinds.append(.adminOnly) }
        return kinds.map { ($0.rawValue, say($0.title)) }
    }
}

extension Work {
    /// Writes a note for each application, and tells which of them were refused.
    fileprivate static func adding(_ operations: [AddApplicationNote], to subjects: [Subject]) -> Work {
        .write { session in
            var refused: [(name: String, problem: Problem)] = []
            for (operation, subject) in zip(operations, subjects) {
                if case .failure(let problem) = session.attempt(operation) { refused.append((subject.name, problem)) }
            }
            let failures = refused
            let written = operations.count - failures.count
            return { workstation in
                if written == 0, let first = failures.first {
                    return workstation.showInForm("note", first.problem)
                }
                workstation.finishForm("note")
                if !failures.isEmpty {
                    workstation.report(failures, Phrase(en: "\(written) notes added", fr: "\(written) notes ajoutées"))
                } else {
                    workstation.tell(
                        written == 1
                            ? Phrase(en: "Note added", fr: "Note ajoutée")
                            : Phrase(en: "\(written) notes added", fr: "\(written) notes ajoutées"), level: .done)
                }
                return workstation.refreshSubjects()
            }
        }
    }
}
