import Domain
import Engine

/// The whole state of a person's workstation: a value. Keys become invocations of actions, `perform` changes the state
/// and answers the work that the engine should do, and what comes of that is an effect on the state again.
///
/// It knows nothing of cells, colours or keys.
public struct Workstation: Sendable {
    public let person: Person
    /// The time that ages and dates are told by; the host moves it.
    public var now: Instant
    public internal(set) var place: Place
    public var board: Board
    public var candidates: CandidateTable
    public var jobs: JobTable
    public var conversations: ConversationTable
    /// What lies over the screen; the last gets the keys first.
    public internal(set) var layers: [Layer] = []
    public internal(set) var toasts: [ToastMessage] = []
    public internal(set) var journal = Journal()
    /// What the host has to do next, in order.
    public internal(set) var requests: [HostRequest] = []
    /// The places before this one and, after going back, those after it.
    var trail = Trail()
    /// The last action that changed something, for `repeat`.
    var lastChange: Invocation?
    var formMemory = FormMemory()
    /// Whether the text of the next form is opened in the person's own editor.
    var opensEditorNext = false
    /// What was run from the palette, the last first.
    var paletteHistory = PaletteHistory()
    /// Which keys do what; the host sets it whenever the keymap changes.
    public var legend = KeyLegend()
    /// The version in which this workstation left each record that it changed.
    var leftVersions: [AnyEntity.ID: Int] = [:]
    /// The views that the person keeps.
    var savedViews: [SavedState.View] = []
    /// The themes that the host has, and the one that the person chose.
    public var themes: [String] = []
    public internal(set) var chosenTheme: String?
    /// Whether the engine no longer knows the person: nothing is shown that was read for it.
    public internal(set) var isSessionOver = false
    /// The clock of the workspace when it was last read.
    var seenClock: Int64?
    /// Whether the lists out of sight were read (`readAhead`).
    var hasReadAhead = false

    public init(person: Person, now: Instant) {
        self.person = person
        self.now = now
        place = Place.available(to: person.role).first ?? .jobs
        board = Board(person: person)
        candidates = CandidateTable(person: person)
        jobs = JobTable(person: person)
        conversations = ConversationTable(person: person)
    }

    public var language: Language { person.language }
    public var places: [Place] { Place.available(to: person.role) }

    /// A phrase in the person's language.
    public func say(_ phrase: Phrase) -> String { phrase[language] }

    // MARK: Beginning and refreshing

    /// What has to be read before the first full frame: the marks first, so that they do not come a moment after it.
    public mutating func start() -> [Work] { countings + enter(place) }

    /// What the marks beside the screens' names count.
    private var countings: [Work] { places.contains(.conversations) ? [ConversationTable.counting] : [] }

    /// Reads what the screen shows, where it is not there yet.
    mutating func enter(_ place: Place) -> [Work] {
        self.place = place
        switch place {
        case .pipeline: return board.works()
        case .candidates: return candidates.works()
        case .jobs: return jobs.works()
        case .conversations: return conversations.works()
        }
    }

    /// Reads everything in sight again.
    public mutating func refresh() -> [Work] {
        board.reload()
        board.profile.reload()
        candidates.reload()
        jobs.reload()
        conversations.reload()
        return enter(place) + countings
    }

    // MARK: Keys

    /// Where the keys are, the most special context first.
    public var contexts: [KeyContext] {
        if let layer = layers.last { return layer.contexts }
        switch place {
        case .pipeline: return [board.focus == .list ? .board : .detail, .global]
        case .candidates: return [candidates.focus == .list ? .table : .detail, .global]
        case .jobs: return [jobs.focus == .list ? .table : .detail, .global]
        case .conversations: return [conversations.focus == .list ? .table : .detail, .global]
        }
    }

    /// The text that is being typed, if one is.
    public var activeText: ActiveText? { layers.last?.activeText }

    /// Does what was asked for.
    public mutating func perform(_ invocation: Invocation) -> [Work] {
        dismissErrors()
        formMemory.fillsNext = false
        opensEditorNext = false
        return carryOut(invocation)
    }

    mutating func carryOut(_ invocation: Invocation) -> [Work] {
        if !layers.isEmpty {
            let reaction = layers[layers.count - 1].perform(invocation)
            switch reaction {
            case .ignored: break
            default: return settle(reaction)
            }
        }
        if layers.isEmpty, invocation.action.screen == nil, let reason = standing(of: invocation.action).reason {
            return tell(error: about(say(title(of: invocation.action)), say(reason)))
        }
        if let works = performEverywhere(invocation) { return works }
        guard layers.isEmpty else { return [] }
        if let works = performAsCandidate(invocation) ?? performInEditor(invocation) { return works }
        switch place {
        case .pipeline:
            return performOnBoard(invocation) ?? performOnSubject(invocation) ?? performOnProfile(invocation) ?? []
        case .candidates:
            return performOnCandidates(invocation) ?? performOnRecord(invocation) ?? performOnSubject(invocation)
                ?? performOnProfile(invocation) ?? []
        case .jobs:
            return performOnJobs(invocation) ?? performOnRecord(invocation) ?? performOnSubject(invocation)
                ?? performOnProfile(invocation) ?? []
        case .conversations: return performOnConversations(invocation) ?? []
        }
    }

    /// A character that no binding takes: the letter of a choice, Space on a field that is no text. Nil when nothing
    /// has it.
    public mutating func press(_ character: Character) -> [Work]? {
        guard !layers.isEmpty else { return nil }
        let reaction = layers[layers.count - 1].press(character)
        if case .ignored = reaction { return nil }
        return settle(reaction)
    }

    mutating func settle(_ reaction: LayerReaction) -> [Work] {
        switch reaction {
        case .ignored: return []
        case .consumed(let works): return works
        case .apply(let effect): return effect(&self)
        case .close(let effect):
            layers.removeLast()
            return effect?(&self) ?? []
        }
    }

    public mutating func push(_ layer: Layer) {
        guard case .form(var form) = layer else {
            layers.append(layer)
            return
        }
        form.rules = entryRules
        formMemory.fill(&form)
        layers.append(.form(form))
        openEditorIfAsked()
    }

    /// How this person's dates and amounts are read and written.
    var entryRules: EntryRules { EntryRules(language: language, timezone: person.timezone, now: now) }

    /// Lets the host say how much room each layer has, before a frame is drawn.
    public mutating func fitLayers(_ fit: (inout Layer) -> Void) {
        for index in layers.indices { fit(&layers[index]) }
    }

    // MARK: Telling

    public mutating func tell(_ text: String, level: ToastMessage.Level = .information) {
        toasts.removeAll { $0.text == text }
        toasts.append(
            ToastMessage(text: text, level: level, until: now.advanced(byMilliseconds: ToastMessage.lifetime)))
        if toasts.count > 3 { toasts.removeFirst() }
    }

    public mutating func tell(_ phrase: Phrase, level: ToastMessage.Level = .information) {
        tell(say(phrase), level: level)
    }

    @discardableResult
    public mutating func tell(error: String) -> [Work] {
        tell(error, level: .error)
        return []
    }

    /// Says why the engine refused.
    @discardableResult
    public mutating func tell(_ problem: Problem) -> [Work] {
        tell(error: problem.sentence(in: language))
        if problem.kind == .unauthenticated { endSession() }
        return []
    }

    /// Takes away what was told long enough; true when something went.
    public mutating func expireToasts() -> Bool {
        let before = toasts.count
        toasts.removeAll { $0.level != .error && $0.until <= now }
        return toasts.count != before
    }

    /// When a toast has to go next.
    public var toastDeadline: Instant? { toasts.filter { $0.level != .error }.map(\.until).min() }

    private mutating func dismissErrors() { toasts.removeAll { $0.level == .error && $0.until <= now } }

    // MARK: The host

    public mutating func request(_ request: HostRequest) { requests.append(request) }

    /// What the host has to do; each request is given once.
    public mutating func takeRequests() -> [HostRequest] {
        defer { requests = [] }
        return requests
    }
}

extension Problem {
    /// What a person should know of it: the detail, or what is wrong with the fields.
    public func sentence(in language: Language) -> String {
        guard errors.count > 1 || errors.count == 1 && kind == .invalid else { return detail[language] }
        return errors.map { "\($0.field): \(FieldMessages.text($0, language))" }.joined(separator: "; ")
    }
}
