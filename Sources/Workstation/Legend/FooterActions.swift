import Domain

/// An action in the footer, with the word for it there.
public struct FooterAction: Sendable, Hashable {
    public let name: ActionName
    public let words: Phrase

    init(_ name: ActionName, _ words: Phrase? = nil) {
        self.name = name
        self.words = words ?? ActionCatalogue.description(of: name).hint
    }
}

extension Workstation {
    /// What the footer tells of the place where the keys are, the most useful first: nothing that the person does not
    /// have there.
    public var footerActions: [FooterAction] {
        if let layer = layers.last { return layer.footerActions }
        return placeActions.filter { isOffered($0) && ($0 != .sectionNext || hasSections) }.map { FooterAction($0) }
    }

    /// Whether the pane of this screen has another section to go to.
    private var hasSections: Bool {
        switch place {
        case .pipeline, .candidates: (shownProfile?.sections.count ?? 0) > 1
        case .jobs: jobs.detail.sections.count > 1
        case .conversations: false
        }
    }

    /// Whether a sequence of keys that leads to an action is worth telling.
    public func isWorthTelling(_ action: ActionName) -> Bool { !layers.isEmpty || isOffered(action) }

    private var placeActions: [ActionName] {
        switch (place, contexts.first) {
        case (.pipeline, .board):
            [
                .cardNextStage, .cardPreviousStage, .cardReject, .noteAdd, .interviewSchedule, .open, .filter, .undo,
                .palette, .help,
            ]
        case (.pipeline, _): [.sectionNext, .cardNextStage, .noteAdd, .editForm, .copy, .close, .palette, .help]
        case (.candidates, .table):
            [.open, .filter, .sort, .selectToggle, .recordAdd, .editForm, .views, .palette, .help]
        case (.candidates, _):
            [
                .sectionNext, .cardNextStage, .noteAdd, .editForm, .skillsEdit, .applicationWithdraw, .fileAttach,
                .offerRespond, .copy, .close, .palette, .help,
            ]
        case (.jobs, .table):
            [
                .open, .applicationSubmit, .filter, .sort, .selectToggle, .recordAdd, .editForm, .jobPublish, .views,
                .palette, .help,
            ]
        case (.jobs, _):
            [
                .sectionNext, .applicationSubmit, .editForm, .jobPublish, .jobClose, .jobDuplicate, .copy, .close,
                .palette, .help,
            ]
        case (.conversations, .table):
            [.open, .messageReply, .recordAdd, .conversationArchive, .filter, .views, .palette, .help]
        case (.conversations, _):
            [.messageReply, .editExternal, .conversationArchive, .copy, .close, .palette, .help]
        }
    }
}

extension Layer {
    fileprivate var footerActions: [FooterAction] {
        switch self {
        case .filter:
            [
                FooterAction(.textAccept, Phrase(en: "keep", fr: "garder")),
                FooterAction(.cancel, Phrase(en: "give up", fr: "abandonner")),
            ]
        case .choice:
            [FooterAction(.dialogChoose, LayerWords.choose), FooterAction(.cancel)]
        case .confirmation(let question):
            [
                FooterAction(.dialogConfirm, Phrase(en: question.confirmLabel, fr: question.confirmLabel)),
                FooterAction(.cancel),
            ]
        case .form(let form): form.footerActions
        case .picker: [FooterAction(.paletteRun, LayerWords.choose), FooterAction(.cancel)]
        case .palette:
            [
                FooterAction(.paletteRun, Phrase(en: "run", fr: "exécuter")),
                FooterAction(.paletteComplete, Phrase(en: "complete", fr: "compléter")), FooterAction(.cancel),
            ]
        case .help(let page) where page.isFiltering:
            [
                FooterAction(.paletteRun, Phrase(en: "keep", fr: "garder")),
                FooterAction(.cancel, Phrase(en: "give up", fr: "abandonner")),
            ]
        case .help:
            [
                FooterAction(.pageDown, Phrase(en: "page", fr: "page")), FooterAction(.filter), FooterAction(.close),
            ]
        }
    }
}

extension Form {
    fileprivate var footerActions: [FooterAction] {
        var actions = [FooterAction(.formNext)]
        if fields.indices.contains(cursor) {
            switch fields[cursor].kind {
            case .choice, .lookup: actions.append(FooterAction(.dialogChoose, LayerWords.choose))
            case .toggle: actions.append(FooterAction(.dialogChoose, Phrase(en: "switch", fr: "basculer")))
            case .longText: actions.append(FooterAction(.editExternal))
            default: break
            }
        }
        return actions + [FooterAction(.formSubmit), FooterAction(.cancel)]
    }
}

private enum LayerWords {
    static let choose = Phrase(en: "choose", fr: "choisir")
}
