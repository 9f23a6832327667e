import Domain
import JSON

/// What an assistant is to be asked, and how its answer is read.
struct AssistantTask<Draft: Sendable> {
    /// What the question is about. An answer counts only as long as this is still the same.
    let basis: String
    /// What to ask, or why nobody is to be asked.
    let question: Result<AssistantQuestion, AssistantRefusal>
    /// Reads the JSON that was answered.
    let check: (JSONValue) throws(AssistantRefusal) -> Draft

    init(
        basis: String, question: AssistantQuestion, check: @escaping (JSONValue) throws(AssistantRefusal) -> Draft
    ) {
        self.basis = basis
        self.question = .success(question)
        self.check = check
    }

    /// Nobody is asked: no answer could be taken, or not all could be withheld.
    init(basis: String, refusal: AssistantRefusal) {
        self.basis = basis
        question = .failure(refusal)
        check = { _ throws(AssistantRefusal) in throw refusal }
    }
}

/// What an assistant made, before the operation's own transaction.
public struct Assisted<Draft: Sendable>: Sendable {
    /// `nil` where nobody was asked about anything.
    let basis: String?
    let model: String
    let result: Result<Draft, AssistantRefusal>

    /// The draft, unless what it is about has changed, and what the answer says about where it comes from.
    static func result(of assisted: Self?, about basis: String, _ language: Language) -> (Draft?, AnswerAuthor) {
        guard let assisted else { return (nil, AnswerAuthor()) }
        let isCurrent = assisted.basis == nil || assisted.basis == basis
        let result = isCurrent ? assisted.result : .failure(.outdated)
        switch result {
        case .success(let draft): return (draft, AnswerAuthor(source: .endpoint, model: assisted.model))
        case .failure(let refusal): return (nil, AnswerAuthor(note: refusal.phrase[language]))
        }
    }
}

/// Who wrote an answer, and why it was not the assistant where there is one.
struct AnswerAuthor {
    var source = AnswerSource.embedded
    var model: String?
    var note: String?
}

extension Preparation {
    /// Asks the assistant, if there is one. What it is asked comes out of a look at the database as the caller sees it;
    /// no transaction is open while the answer is waited for.
    func ask<Draft>(_ makeTask: (Call) throws -> AssistantTask<Draft>) throws -> Assisted<Draft>? {
        guard let assistant else { return nil }
        if let refusal = assistant.refusal {
            return Assisted(basis: nil, model: assistant.model, result: .failure(refusal))
        }
        let task = try read(makeTask)
        return Assisted(basis: task.basis, model: assistant.model, result: Self.result(task, assistant))
    }

    private static func result<Draft>(
        _ task: AssistantTask<Draft>, _ assistant: any Assistant
    ) -> Result<Draft, AssistantRefusal> {
        do throws(AssistantRefusal) {
            return .success(try task.check(AssistantText.json(assistant.answer(task.question.get()))))
        } catch {
            return .failure(error)
        }
    }
}
