import Foundation

/// A small PDF written by hand: pages of lines, or pages with no text at all.
enum PortableDocument {
    static func data(pages: [[(x: Int, y: Int, text: String)]]) -> Data {
        var objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"]
        var kids: [String] = []
        for page in pages {
            let drawing = page.map { "BT /F1 10 Tf \($0.x) \($0.y) Td (\($0.text)) Tj ET" }.joined(separator: "\n")
            objects.append("<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream")
            let resources = "<< /Font << /F1 3 0 R >> >>"
            kids.append("\(objects.count + 1) 0 R")
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents \(objects.count) 0 R "
                    + "/Resources \(resources) >>")
        }
        objects[1] = "<< /Type /Pages /Count \(kids.count) /Kids [\(kids.joined(separator: " "))] >>"
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { text += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n" }
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Data(text.utf8)
    }

    /// Lines from the top of one page.
    static func page(_ lines: [String], x: Int = 50) -> [(x: Int, y: Int, text: String)] {
        lines.enumerated().map { (x, 760 - $0.offset * 14, $0.element) }
    }
}
