/// A line of a pane, by what it means; the screen says what it looks like.
///
/// Dates, bars and what stands at the right have fixed places, so that going from one record to the next changes only
/// what differs.
public enum PaneLine: Sendable, Hashable {
    case blank
    /// A title, with something at its right.
    case heading(String, trailing: String = "")
    case text(String, Tone = .plain)
    /// A label and what it stands for; rows that go on have no label.
    case fact(label: String, value: String, Tone = .plain)
    /// A skill with its level, 1…5.
    case skill(name: String, level: Int, detail: String)
    /// Something that is asked for, and whether it is there.
    case check(isMet: Bool, name: String, detail: String)
    /// Something that happened on a day; rows that go on have no date.
    case event(date: String, text: String, by: String)
    /// An item of a list that has a cursor.
    case item(leading: String, text: String, trailing: String)
    /// A count with its share of the whole, 0…1.
    case count(label: String, count: String, share: Double)

    public enum Tone: Sendable, Hashable { case plain, dim, strong, attention }

    /// The columns of a fact's label.
    public static let labelWidth = 13
    /// The columns of an event's date, with its year: `12 sept. 2024`.
    public static let dateWidth = 13
    /// The columns of who did something.
    public static let actorWidth = 14
}

/// Breaks a text into rows no wider than so many columns. Only a screen knows how wide characters are.
public typealias Wrap = (_ text: String, _ width: Int) -> [String]

extension PaneLine {
    /// The line as rows of a pane that is so wide.
    func rows(width: Int, wrap: Wrap) -> [PaneLine] {
        switch self {
        case .text(let text, let tone): return wrap(text, max(1, width)).map { .text($0, tone) }
        case .fact(let label, let value, let tone):
            let values = wrap(value, max(1, width - Self.labelWidth))
            return values.enumerated().map { .fact(label: $0.offset == 0 ? label : "", value: $0.element, tone) }
        case .event(let date, let text, let by):
            let actor = by.isEmpty ? 0 : Self.actorWidth + 1
            let texts = wrap(text, max(1, width - Self.dateWidth - 1 - actor))
            return texts.enumerated().map { place, text in
                .event(date: place == 0 ? date : "", text: text, by: place == 0 ? by : "")
            }
        case .blank, .heading, .skill, .check, .item, .count: return [self]
        }
    }
}
