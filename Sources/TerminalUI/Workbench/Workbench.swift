import Domain
import Terminal
import Workstation

/// The program in front of the person: takes events from the screen, gives them to the workstation as actions, gives
/// its work to the runner, and draws what comes of it. One frame an event, and one when work is done.
public final class Workbench {
    public internal(set) var workstation: Workstation
    let screen: any Screen
    private let runner: any WorkRunner
    private let host: any Host
    /// Milliseconds since the epoch, as the engine's clock has them.
    private let clock: () -> Instant
    private var keymapFile: KeymapFile
    private var keyLabels: KeyLabels
    let options: WorkbenchOptions
    var theme = Theme.bare
    /// The problems of the keymap that were said last.
    var reportedProblems: [LoadProblem] = []
    var sequencer = KeySequencer()
    /// A digit that went to its screen and may still be a count.
    var undecided: UndecidedDigit?
    let editors = Editors()
    private let pulse: Int64
    private var pulseAt: Int64
    private var hits: [(rect: Rect, target: Target)] = []
    private var isRunning = true
    /// Where the keys were when the last one was pressed.
    var lastContexts: [KeyContext] = []

    public init(
        screen: any Screen, runner: any WorkRunner, host: any Host, workstation: Workstation,
        options: WorkbenchOptions = WorkbenchOptions(), clock: @escaping () -> Instant
    ) {
        self.screen = screen
        self.runner = runner
        self.host = host
        self.workstation = workstation
        self.clock = clock
        keymapFile = KeymapFile(path: options.keymapPath, table: .workstation, preset: options.preset)
        keyLabels = KeyLabels(keymapFile.keymap)
        self.options = options
        self.workstation.themes = options.themes.names
        self.workstation.restore(SavedState(text: host.loadState()))
        pulse = options.pulse
        pulseAt = screen.now + options.pulse
    }

    var keymap: Keymap { keymapFile.keymap }

    /// Shows the workstation until the person leaves it.
    public func run() {
        start()
        while isRunning { step() }
        host.keepState(workstation.savedState.text)
    }

    /// Reads what the first frame shows, and shows it.
    public func start() {
        screen.setTitle("RecrutementPlus · \(workstation.person.workspace)")
        workstation.legend = KeyLegend(keymap)
        fit()
        submit(workstation.start() + [Workstation.pulse])
        // A theme that was chosen on the screen may be gone; one of the configuration is among the complaints.
        let known = options.themeName.flatMap { options.themes.names.contains($0) ? $0 : nil }
        use(themeNamed: known ?? workstation.chosenTheme ?? WorkbenchOptions.defaultTheme)
        reportComplaints()
        reportKeymap()
        draw()
    }

    /// Waits for the next events, takes them, and draws.
    public func step() {
        let events = screen.waitForEvents(timeout: timeout)
        workstation.now = clock()
        // What was read ahead is there before the key that asks for it.
        collect()
        for event in events where isRunning { take(event) }
        if isRunning { draw() }
    }

    // MARK: Time

    private var timeout: Int {
        var next = pulseAt
        if let deadline = sequencer.deadline { next = min(next, deadline) }
        if let until = workstation.toastDeadline {
            next = min(next, screen.now + max(0, until.milliseconds - workstation.now.milliseconds))
        }
        return Int(max(0, next - screen.now))
    }

    private func takeTick() {
        for outcome in sequencer.expire(at: screen.now) { take(outcome) }
        _ = workstation.expireToasts()
        guard screen.now >= pulseAt else { return }
        pulseAt = screen.now + pulse
        submit([Workstation.pulse])
        if keymapFile.reloadIfChanged() {
            workstation.legend = KeyLegend(keymap)
            keyLabels = KeyLabels(keymap)
            workstation.tell(Phrase(en: "The keymap was read again.", fr: "Les touches ont été relues."))
        }
        reportKeymap()
    }

    // MARK: Events

    private func take(_ event: Event) {
        switch event {
        case .key(let key): press(key)
        case .paste(let text):
            decide()
            guard let active = workstation.activeText, let changed = editors.paste(text, into: active) else { break }
            submit(workstation.edit(changed))
            tellIfCut(text, active, changed)
        case .mouse(let mouse): take(mouse)
        case .resize: fit()
        case .tick: takeTick()
        case .wakeup, .focus: break
        case .resumed:
            screen.redrawEverything()
            submit(workstation.refresh())
        case .terminate, .hangup: isRunning = false
        }
        collect()
    }

    private func take(_ mouse: MouseEvent) {
        decide()
        guard let target = hits.last(where: { $0.rect.contains(mouse.position) })?.target else { return }
        switch mouse.action {
        case .press where mouse.button == .left: submit(workstation.click(target))
        case .scrollDown: submit(workstation.scroll(target, by: 3))
        case .scrollUp: submit(workstation.scroll(target, by: -3))
        default: break
        }
    }

    // MARK: Work

    func submit(_ works: [Work]) {
        if !works.isEmpty { runner.submit(works) }
        serveRequests()
    }

    /// Applies what the engine has done; that may ask for more, which tests get at once too.
    private func collect() {
        while true {
            let effects = runner.collect()
            if effects.isEmpty { return }
            for effect in effects { submit(effect(&workstation)) }
        }
    }

    private func serveRequests() {
        for request in workstation.takeRequests() { serve(request) }
    }

    private func serve(_ request: HostRequest) {
        switch request {
        case .quit: isRunning = false
        case .suspend: screen.suspendProcess()
        case .redraw: screen.redrawEverything()
        case .toggleMouse:
            screen.isMouseOn.toggle()
            workstation.tell(
                screen.isMouseOn
                    ? Phrase(en: "The mouse is the program's.", fr: "La souris est au programme.")
                    : Phrase(
                        en: "The mouse is the terminal's: select text with it.",
                        fr: "La souris est au terminal : sélectionnez du texte."))
        case .copy(let text):
            if screen.copyToClipboard(text) {
                workstation.tell(Phrase(en: "Copied.", fr: "Copié."), level: .done)
            } else {
                workstation.tell(
                    error: workstation.say(
                        Phrase(en: "This terminal takes no copy.", fr: "Ce terminal n’accepte pas la copie.")))
            }
        case .edit(let text, let suffix, let then):
            switch screen.suspend(around: { host.edit(text, suffix: suffix) }) {
            case .success(let saved): submit(then(saved)(&workstation))
            case .failure(let failure): workstation.tell(error: workstation.say(failure.reason))
            }
        case .open(let contents, let filename):
            if let failure = host.open(contents, filename: filename) {
                workstation.tell(error: workstation.say(failure.reason))
            }
        case .save(let contents, let path):
            switch host.save(contents, path: path) {
            case .success(let written):
                workstation.tell(Phrase(en: "Saved as \(written)", fr: "Enregistré : \(written)"), level: .done)
            case .failure(let failure): workstation.tell(error: workstation.say(failure.reason))
            }
        case .read(let path, let limit, let then): submit(then(host.read(path, limit: limit))(&workstation))
        case .chooseTheme(let name): use(themeNamed: name)
        case .keepState: host.keepState(workstation.savedState.text)
        }
    }

    // MARK: Frames

    /// Milliseconds that a frame waits for what was asked for by the key before it.
    private static let patience = 3

    /// Tells the models how much of them fits.
    private func fit() { submit(WorkbenchFrame.fit(&workstation, to: screen.size)) }

    private func draw() {
        // Most answers are there within this time: then one frame shows them, where two would be sent otherwise.
        runner.settle(within: Self.patience)
        collect()
        fit()
        collect()
        editors.keep(workstation.activeText)
        let frame = screen.makeFrame()
        let context = DrawingContext(workstation: workstation, keys: keyLabels, editors: editors)
        let pending = undecided == nil ? sequencer : KeySequencer()
        WorkbenchFrame.draw(workstation, pending: pending, on: frame.canvas, in: context)
        hits = context.hits
        screen.present(frame, theme: theme, cursor: context.cursor)
    }
}
