import Terminal
import Workstation

/// The first row: the product, the workspace, and who is here.
enum Header {
    static func draw(_ workstation: Workstation, on canvas: Canvas, in context: DrawingContext) {
        canvas.fill(style: .header)
        let person = workstation.person
        let who = "\(person.name) · \(context.say(person.role.title))"
        var x = 1
        x += canvas.put("RecrutementPlus", at: Point(x: x, y: 0), style: .header) + 2
        // In a narrow terminal who is here makes way for the product's name.
        let most = max(0, min(canvas.width / 2, canvas.width - 1 - x))
        let right = canvas.putRight(who, right: canvas.width - 1, y: 0, style: .header, maxWidth: most)
        let room = canvas.width - right - 2 - x
        canvas.put(person.workspace, at: Point(x: x, y: 0), style: .header, maxWidth: max(0, room))
    }
}

/// The second row: the screens that the role has.
enum Tabs {
    static func draw(_ workstation: Workstation, on canvas: Canvas, in context: DrawingContext) {
        var x = 1
        for (index, place) in workstation.places.enumerated() {
            let isActive = place == workstation.place
            let label = "\(index + 1) \(context.say(place.title(for: workstation.person.role)))"
            var width = canvas.put(label, at: Point(x: x, y: 0), style: isActive ? .tabActive : .tab)
            if place == .conversations, workstation.conversations.unread > 0 {
                let mark = " " + Superscript.text(workstation.conversations.unread)
                width += canvas.put(mark, at: Point(x: x + width, y: 0), style: .attention)
            }
            context.hit(Rect(x: x, y: 0, width: width, height: 1), of: canvas, .tab(index))
            x += width + 3
        }
    }
}

/// Small raised numbers: `²`. From a hundred on it says no more than that there are many.
enum Superscript {
    private static let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

    static func text(_ number: Int) -> String {
        let shown = String(min(max(number, 0), 99)).compactMap(\.wholeNumberValue).map { digits[$0] }
        return String(shown) + (number > 99 ? "⁺" : "")
    }
}
