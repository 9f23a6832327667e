/// Finds on which lines the entries of a list in a JSON text begin, so that a problem can name its line.
enum EntryLines {
    /// The lines, from 1, of the elements of the list that is the member `name` of the object at the top.
    static func find(_ name: String, in text: String) -> [Int] {
        var lines: [Int] = []
        var line = 1
        var depth = 0
        var string: [UInt8]?
        var lastString: [UInt8] = []
        var escaped = false
        var isWanted = false
        var expectsEntry = false
        for byte in text.utf8 {
            if byte == 0x0A { line += 1 }
            if var current = string {
                if !escaped, byte == 0x22 {
                    lastString = current
                    string = nil
                    continue
                }
                escaped = !escaped && byte == 0x5C
                current.append(byte)
                string = current
                continue
            }
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: continue
            case 0x2C where depth == 2 && isWanted: expectsEntry = true
            case 0x5D where depth == 2: (isWanted, expectsEntry) = (false, false)
            default:
                if expectsEntry {
                    lines.append(line)
                    expectsEntry = false
                }
                if byte == 0x5B, depth == 1, lastString == Array(name.utf8) { (isWanted, expectsEntry) = (true, true) }
            }
            switch byte {
            case 0x22: string = []
            case 0x5B, 0x7B: depth += 1
            case 0x5D, 0x7D: depth -= 1
            default: break
            }
        }
        return lines
    }
}
