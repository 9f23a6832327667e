import Domain
import JSON

/// What is kept of a workstation between two runs, for each person of each workspace.
public struct SavedState: Codable, Sendable, Hashable {
    /// A board filter that a person gave a name.
    public struct View: Codable, Sendable, Hashable {
        public var name: String
        public var filter: BoardFilter
    }

    public var place: String?
    /// The stage that had the cursor.
    public var stage: String?
    public var filter: BoardFilter?
    public var views: [View]
    public var theme: String?
    /// The columns of the tables, where the person chose others than the usual.
    public var candidateColumns: [String]?
    public var jobColumns: [String]?

    public init() { views = [] }

    /// Reads what `text` wrote. What this program does not understand of it, for a newer one wrote it or somebody altered
    /// it, is left out, and all else is kept; a text that is no JSON is as good as none.
    public init(text: String) {
        let written = try? JSONValue(parsing: Array(text.utf8))
        let views = (written?["views"]?.arrayValue ?? []).filter { Self.isKnown(["views": .array([$0])]) }
        var known: JSONValue = ["views": .array(views)]
        for key in written?.objectValue?.keys ?? [] where key != "views" {
            var more = known
            more[key] = written?[key]
            if Self.isKnown(more) { known = more }
        }
        self = (try? known.decoded(as: SavedState.self)) ?? SavedState()
    }

    private static func isKnown(_ json: JSONValue) -> Bool { (try? json.decoded(as: SavedState.self)) != nil }

    public var text: String { (try? JSONValue(encoding: self).serialized()) ?? "{}" }

    /// The most views that are kept.
    static let viewLimit = 50
}

extension Workstation {
    /// Takes up where the person left off. Before `start`.
    public mutating func restore(_ state: SavedState) {
        savedViews = state.views
        if let place = state.place.flatMap(Place.init(rawValue:)), places.contains(place) { self.place = place }
        if let filter = state.filter { board.restore(filter: filter) }
        if let stage = state.stage.flatMap(Application.Status.init(rawValue:)) { board.restore(stage: stage) }
        chosenTheme = state.theme
        candidates.restore(columns: state.candidateColumns ?? [])
        jobs.restore(columns: state.jobColumns ?? [])
    }

    /// What to keep for the next run.
    public var savedState: SavedState {
        var state = SavedState()
        state.place = place.rawValue
        state.stage = board.current.status.rawValue
        state.filter = board.filter.isEmpty ? nil : board.filter
        state.views = savedViews
        state.theme = chosenTheme
        if candidates.columns != CandidateColumn.standard {
            state.candidateColumns = candidates.columns.map(\.rawValue)
        }
        if jobs.columns != JobColumn.standard(person.role) { state.jobColumns = jobs.columns.map(\.rawValue) }
        return state
    }

    /// Keeps the board's filter under a name; a view of that name is replaced.
    mutating func saveView(named name: String) {
        savedViews.removeAll { $0.name == name }
        savedViews.append(SavedState.View(name: name, filter: board.filter))
        if savedViews.count > SavedState.viewLimit { savedViews.removeFirst() }
        request(.keepState)
        tell(Phrase(en: "View “\(name)” saved", fr: "Vue « \(name) » enregistrée"), level: .done)
    }

    mutating func removeView(named name: String) {
        savedViews.removeAll { $0.name == name }
        request(.keepState)
        tell(Phrase(en: "View “\(name)” removed", fr: "Vue « \(name) » supprimée"), level: .done)
    }
}

extension Board {
    mutating func restore(filter: BoardFilter) { self.filter = filter }

    mutating func restore(stage: Application.Status) {
        if let index = columns.firstIndex(where: { $0.status == stage }) { stages.move(to: index) }
    }
}
