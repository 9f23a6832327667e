import Domain
import Engine
import JSON

extension Workstation {
    /// What the palette offers here, for this selection.
    var paletteEntries: [Palette.Entry] {
        let contexts = contexts
        let working = legend.entries(in: contexts)
        let about = selectionWords
        var entries: [Palette.Entry] = []

        func add(_ title: String, _ detail: String, _ invocation: Invocation, _ reason: String?, _ rank: Int) {
            let keys = working.first {
                $0.action == invocation.action.rawValue && $0.arguments == invocation.arguments
            }
            let command = Palette.Command.action(invocation)
            entries.append(
                Palette.Entry(
                    title: title, detail: detail, keys: keys?.keys ?? "", disabledReason: reason, isOperation: false,
                    command: command, rank: rankInHistory(command, isPossible: reason == nil) ?? rank,
                    searched: FuzzyText("\(title)  \(invocation.action.rawValue)")))
        }

        for (number, action) in ActionCatalogue.all.enumerated() where isListed(action) {
            let reason = unavailability(of: action.name)
            let isAboutSelection = action.name.isAboutApplication
            let isHere = action.contexts.contains { contexts.contains($0) }
            // Records first, then the other actions of this place, then what cannot be done, each in table order.
            let group = reason != nil ? 3_000 : isAboutSelection ? 1_000 : isHere ? 2_000 : 2_500
            add(
                say(title(of: action.name)), isAboutSelection ? about : "", Invocation(action.name), reason,
                group + number)
        }
        if let first = subjects.first, isOffered(.cardMoveTo) {
            for stage in Application.Status.allCases where stage != .withdrawn {
                let reason = refusal(of: stage, for: first)
                let stageName = stage.title
                add(
                    say(Phrase(en: "Move to \(stageName.english)", fr: "Déplacer vers \(stageName.french)")), about,
                    Invocation(.cardMoveTo, arguments: ["stage": .string(stage.rawValue)]), reason,
                    (reason == nil ? 1_900 : 3_900) + stage.rank)
            }
        }
        return entries + operationEntries
    }

    /// Every operation that the role may call, by what it does and by its name in the API, which is the same in every
    /// language.
    private var operationEntries: [Palette.Entry] {
        Catalogue.operations.map { $0.contract }.enumerated().compactMap { number, contract in
            guard contract.access.cell(for: person.role) != .no, !OperationForm.hasOwnForm(contract.id) else {
                return nil
            }
            let command = Palette.Command.operation(contract.id)
            let summary = say(contract.summary)
            return Palette.Entry(
                title: summary, detail: contract.id, keys: "", disabledReason: nil, isOperation: true,
                command: command, rank: rankInHistory(command, isPossible: true) ?? 5_000 + number,
                searched: FuzzyText("\(summary)  \(contract.id)"))
        }
    }

    /// What was used last comes first.
    private func rankInHistory(_ command: Palette.Command, isPossible: Bool) -> Int? {
        isPossible ? paletteHistory.names.firstIndex(of: command.name) : nil
    }

    /// Whether an action makes sense as a command of its own.
    private func isListed(_ action: ActionDescription) -> Bool {
        let layersOnly: Set<KeyContext> = [.form, .palette, .text, .dialog]
        guard action.name != .palette, action.name != .cancel else { return false }
        if case .absent = standing(of: action.name) { return false }
        return !layersOnly.isSuperset(of: action.contexts)
    }

    /// Whom an action on the selection would be about.
    var selectionWords: String {
        let subjects = subjects
        guard let first = subjects.first else { return "" }
        if subjects.count == 1 { return "\(first.name) · \(first.jobTitle)" }
        return say(Phrase(en: "\(subjects.count) selected", fr: "\(subjects.count) sélectionnées"))
    }
}
