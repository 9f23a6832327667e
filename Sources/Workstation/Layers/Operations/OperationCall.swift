import Domain
import Engine
import JSON

extension Workstation {
    /// Shows the form of an operation's input; its answer is shown as a page.
    mutating func askForInput(of id: String) -> [Work] {
        guard let operation = Catalogue.operation(id) else { return [] }
        let contract = operation.contract
        let language = language
        let form = "operation-\(id)"
        let isWrite = contract.effect == .write
        push(
            .form(
                Form(
                    id: form, title: say(contract.summary),
                    fields: OperationForm.fields(of: operation, known: knownInput, language),
                    consequence: isWrite
                        ? say(
                            Phrase(
                                en: "\(contract.method.rawValue) \(contract.path) writes. It is not kept for undo.",
                                fr: "\(contract.method.rawValue) \(contract.path) écrit. Sans annulation possible."))
                        : "\(contract.method.rawValue) \(contract.path)",
                    submitLabel: say(Phrase(en: "Run", fr: "Exécuter")), isDestructive: contract.method == .delete
                ) { values in
                    OperationForm.input(of: operation, values, language).map { input in
                        .calling(id, input.json, form: form, isWrite: isWrite)
                    }
                }))
        return []
    }

    /// What the selection and the person say about the fields of operations.
    private var knownInput: [String: String] {
        var known: [String: String] = [:]
        let subjects = subjects
        if let first = subjects.first {
            known["application_ids"] = subjects.map(\.id.description).joined(separator: ", ")
            if subjects.allSatisfy({ $0.status == first.status }) { known["expected_from"] = first.status.rawValue }
            // What is about one alone is not filled in with the first of many.
            if subjects.count == 1 {
                known["application_id"] = first.id.description
                known["candidate_id"] = first.candidateID.description
                known["job_id"] = first.jobID.description
            }
        }
        if place == .candidates { known["candidate_id"] = currentCandidateID?.description ?? known["candidate_id"] }
        if place == .jobs, jobs.chosen.count == 1 { known["job_id"] = jobs.chosen.first?.id.description }
        known["company_id"] = person.companyID?.description
        if person.role == .candidate { known["candidate_id"] = person.candidateID?.description }
        return known
    }

    fileprivate mutating func show(_ answer: EncodedAnswer, of id: String, form: String, isWrite: Bool) -> [Work] {
        guard answer.isSuccess else {
            return refuse(answer.body, form: form)
        }
        finishForm(form)
        let lines = AnswerPage.lines(answer.body, language)
        let status = "\(id) · \(answer.status)"
        if lines.isEmpty {
            tell(status, level: .done)
        } else {
            push(.help(HelpPage(title: status, lines: lines)))
        }
        return isWrite ? refreshRecords() : []
    }

    /// Shows in the form why the engine refused, under the fields that it names.
    private mutating func refuse(_ body: JSONValue, form id: String) -> [Work] {
        let detail = body["detail"]?.stringValue ?? ""
        var messages: [String: String] = [:]
        for error in body["errors"]?.arrayValue ?? [] {
            guard let field = error["field"]?.stringValue, let message = error["message"]?.stringValue else { continue }
            messages[field] = messages[field] ?? message
        }
        let found = messages
        changeForm(id) { form in
            form.isBusy = false
            form.show(found)
            if found.isEmpty { form.problem = detail }
        }
        return []
    }
}

extension Work {
    fileprivate static func calling(_ id: String, _ input: JSONValue, form: String, isWrite: Bool) -> Work {
        let run: @Sendable (EngineSession) -> Effect = { session in
            let answer = session.dispatch(id, input: input)
            return { $0.show(answer, of: id, form: form, isWrite: isWrite) }
        }
        return isWrite ? .write(run: run) : .read(Slot("operation"), run: run)
    }
}
