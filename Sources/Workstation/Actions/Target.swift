/// What lies under the mouse.
public enum Target: Sendable, Hashable {
    /// A screen, by its number from 0.
    case tab(Int)
    case card(column: Int, index: Int)
    /// The head of a stage of the board.
    case stage(Int)
    /// A row of the screen's table.
    case row(Int)
    /// The head of a column of the screen's table.
    case columnHead(Int)
    case detail
    /// A section of the pane beside the list.
    case section(Int)
    /// An item of the layer on top: a choice, a line of the palette.
    case item(Int)
    /// A field of the form on top.
    case field(Int)
    case submit
    /// An action that the footer shows.
    case action(ActionName)
    /// Outside of the layer on top.
    case outside
}

extension Workstation {
    /// A press of the mouse's main button.
    public mutating func click(_ target: Target) -> [Work] {
        if !layers.isEmpty { return clickLayer(target) }
        switch target {
        case .tab(let number): return go(to: number)
        case .action(let action): return perform(Invocation(action))
        case .item, .field, .submit, .outside: return []
        case .card, .stage, .row, .columnHead, .detail, .section:
            switch place {
            case .pipeline: return board.click(target)
            case .candidates: return candidates.click(target)
            case .jobs: return jobs.click(target)
            case .conversations: return conversations.click(target)
            }
        }
    }

    /// The wheel over a target.
    public mutating func scroll(_ target: Target, by rows: Int) -> [Work] {
        if !layers.isEmpty { return perform(Invocation(rows > 0 ? .moveDown : .moveUp, count: abs(rows))) }
        switch place {
        case .pipeline: return board.scroll(target, by: rows)
        case .candidates: return candidates.scroll(target, by: rows)
        case .jobs: return jobs.scroll(target, by: rows)
        case .conversations: return conversations.scroll(target, by: rows)
        }
    }

    private mutating func clickLayer(_ target: Target) -> [Work] {
        if case .action(let action) = target { return perform(Invocation(action)) }
        return settle(layers[layers.count - 1].click(target))
    }
}

extension Board {
    mutating func click(_ target: Target) -> [Work] {
        switch target {
        case .card(let column, let index):
            focus = .list
            stages.move(to: column)
            columns[column].list.move(to: index)
        case .stage(let column):
            focus = .list
            stages.move(to: column)
        case .detail: focus = .detail
        case .section(let number):
            focus = .detail
            return profile.show(section: number)
        default: break
        }
        return works()
    }

    mutating func scroll(_ target: Target, by rows: Int) -> [Work] {
        switch target {
        case .card(let column, _), .stage(let column): columns[column].list.scroll(by: rows)
        case .detail, .section: profile.scroll(by: rows)
        default: return []
        }
        return works()
    }
}
