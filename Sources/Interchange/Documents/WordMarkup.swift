/// Turns WordprocessingML into lines: a paragraph a line, the cells of a simple table row apart by tabs.
struct WordMarkup {
    /// The text of one part, or nil where the markup breaks off.
    static func text(of bytes: [UInt8]) -> String? {
        var markup = WordMarkup()
        var scanner = MarkupScanner(bytes)
        while let token = scanner.next() {
            switch token {
            case .broken: return nil
            case .text(let text): markup.add(text)
            case .open(let name, let isEmpty):
                markup.open(name)
                if isEmpty { markup.close(name) }
            case .close(let name): markup.close(name)
            }
        }
        guard markup.elements.isEmpty else { return nil }
        return markup.lines.joined(separator: "\n")
    }

    private var lines: [String] = []
    private var paragraphs: [String] = []
    private var rows: [[[String]]] = []
    private var elements: [String] = []
    private var readsText = false
    private var skipped = 0

    /// Old-style copies of text boxes, field codes and properties are not read.
    private static let ignored: Set<String> = ["mc:Fallback", "w:instrText", "w:del", "w:moveFrom", "w:tblPr"]

    private mutating func open(_ name: String) {
        elements.append(name)
        if Self.ignored.contains(name) { skipped += 1 }
        guard skipped == 0 else { return }
        switch name {
        case "w:p": paragraphs.append("")
        case "w:t": readsText = true
        case "w:tab" where elements.dropLast().last == "w:r", "w:ptab": append("\t")
        case "w:br", "w:cr": append("\n")
        case "w:noBreakHyphen": append("-")
        case "w:numPr" where elements.contains("w:pPr"):
            if paragraphs.last?.isEmpty == true { append("• ") }
        case "w:tr": rows.append([])
        case "w:tc":
            if !rows.isEmpty { rows[rows.count - 1].append([]) }
        default: break
        }
    }

    private mutating func close(_ name: String) {
        if elements.last == name { elements.removeLast() }
        if Self.ignored.contains(name) {
            skipped -= 1
            return
        }
        guard skipped == 0 else { return }
        switch name {
        case "w:t": readsText = false
        case "w:p":
            guard let paragraph = paragraphs.popLast() else { return }
            emit(paragraph.trimmed)
        case "w:tr":
            guard let row = rows.popLast() else { return }
            let cells = row.map { $0.filter { !$0.isEmpty } }
            if cells.allSatisfy({ $0.count <= 1 }) {
                emit(cells.compactMap(\.first).joined(separator: "\t"))
            } else {
                for line in cells.joined() { emit(line) }
            }
        default: break
        }
    }

    private mutating func add(_ text: String) {
        if readsText && skipped == 0 { append(text) }
    }

    private mutating func append(_ text: String) {
        if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1] += text }
    }

    private mutating func emit(_ line: String) {
        if let row = rows.indices.last, let cell = rows[row].indices.last {
            rows[row][cell].append(line)
        } else {
            lines.append(line)
        }
    }
}
