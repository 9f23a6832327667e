import Domain
import Terminal
import Workstation

/// What drawing a frame needs beside the model, and what it leaves behind: where things lie for the mouse, and where
/// the terminal's cursor belongs.
final class DrawingContext {
    let person: Person
    let now: Instant
    private let keys: KeyLabels
    /// The contexts of the keys, for the hints of the footer.
    let contexts: [String]
    let editors: Editors
    /// Where the terminal's cursor belongs, in the frame's coordinates.
    var cursor: Point?
    private(set) var hits: [(rect: Rect, target: Target)] = []

    var language: Language { person.language }

    init(workstation: Workstation, keys: KeyLabels, editors: Editors) {
        person = workstation.person
        now = workstation.now
        self.keys = keys
        contexts = workstation.contexts.map(\.rawValue)
        self.editors = editors
    }

    func say(_ phrase: Phrase) -> String { phrase[language] }

    /// Remembers what lies in a part of a canvas. Later ones lie over earlier ones.
    func hit(_ rect: Rect, of canvas: Canvas, _ target: Target) {
        let origin = canvas.absolute(rect.origin)
        hits.append((Rect(origin: origin, size: rect.size), target))
    }

    /// The keys of an action that works here, as help shows them.
    func keys(for action: ActionName) -> String? {
        keys.label(of: action, in: contexts)
    }

    /// Draws the text that is being typed, with the cursor of the terminal in it.
    func drawActive(_ text: ActiveText, on canvas: Canvas, placeholder: String = "") {
        cursor = canvas.absolute(editors.draw(text, on: canvas, placeholder: placeholder))
    }
}
