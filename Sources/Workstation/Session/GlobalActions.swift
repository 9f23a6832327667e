import Domain

extension Workstation {
    /// Actions that mean the same on every screen; nil for those that are the screen's.
    mutating func performEverywhere(_ invocation: Invocation) -> [Work]? {
        switch invocation.action {
        case .quit: request(.quit)
        case .suspend: request(.suspend)
        case .mouseToggle: request(.toggleMouse)
        case .refresh:
            request(.redraw)
            return refresh()
        case .help: push(.help(keyHelp))
        case .palette: push(.palette(Palette(entries: paletteEntries)))
        case .screen1: return go(to: 0)
        case .screen2: return go(to: 1)
        case .screen3: return go(to: 2)
        case .screen4 where places.count > 3: return go(to: 3)
        case .screen4, .screen5, .screen6, .screen7:
            tell(Phrase(en: "There is no such screen yet.", fr: "Cet écran n’existe pas encore."))
        case .back: return trail.back(from: place).map { enter($0) } ?? []
        case .forward: return trail.forward(from: place).map { enter($0) } ?? []
        case .undo: return undo(invocation.times)
        case .redo: return redo(invocation.times)
        case .again: return again()
        case .themeChoose: push(.choice(themeChoice))
        case .conversationOpen: return openConversation()
        default: return nil
        }
        return []
    }

    /// Goes to a screen by its number from 0.
    public mutating func go(to number: Int) -> [Work] {
        guard places.indices.contains(number) else {
            tell(Phrase(en: "There is no such screen.", fr: "Cet écran n’existe pas."))
            return []
        }
        return go(to: places[number])
    }

    public mutating func go(to target: Place) -> [Work] {
        guard places.contains(target) else { return [] }
        if target != place { trail.leave(place) }
        return enter(target)
    }

    private var themeChoice: Choice {
        let items = themes.map { name in
            Choice.Item(name) { workstation in
                workstation.chosenTheme = name
                workstation.request(.chooseTheme(name))
                workstation.request(.keepState)
                return []
            }
        }
        let current = chosenTheme.flatMap { themes.firstIndex(of: $0) } ?? 0
        return Choice(title: say(Phrase(en: "Theme", fr: "Thème")), items: items, cursor: current)
    }

    // MARK: Undo, redo, repeat

    /// Does the last change again, for what is selected now. A form comes filled with what it was confirmed with.
    private mutating func again() -> [Work] {
        guard let lastChange else {
            tell(Phrase(en: "Nothing to repeat.", fr: "Rien à répéter."))
            return []
        }
        formMemory.fillsNext = true
        return carryOut(lastChange)
    }

    private mutating func undo(_ times: Int) -> [Work] {
        guard let entry = journal.takeUndo() else {
            tell(Phrase(en: "Nothing to undo.", fr: "Rien à annuler."))
            return []
        }
        let works = entry.undo(&self)
        return times > 1 && journal.nextUndo != nil ? works + undo(times - 1) : works
    }

    private mutating func redo(_ times: Int) -> [Work] {
        guard let entry = journal.takeRedo() else {
            tell(Phrase(en: "Nothing to do again.", fr: "Rien à rétablir."))
            return []
        }
        let works = entry.redo(&self)
        return times > 1 && journal.nextRedo != nil ? works + redo(times - 1) : works
    }
}
