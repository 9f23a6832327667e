import Foundation
import JSON

/// Reads single values of records.
enum FieldValues {
    /// A plain value as text; of an object its name or value, of a list its members.
    static func text(_ value: JSONValue) -> String? {
        if let text = value.stringValue { return text.trimmed }
        if let number = value.integerValue { return String(number) }
        if let number = value.doubleValue { return String(number) }
        if let boolean = value.boolValue { return boolean ? "true" : "false" }
        if value.objectValue != nil {
            for key in ["name", "value", "title", "label", "address", "text"] {
                if let inner = value[key], let text = text(inner) { return text }
            }
            return nil
        }
        guard let list = value.arrayValue else { return nil }
        let texts = list.prefix(200).compactMap(text)
        return texts.isEmpty ? nil : texts.joined(separator: ", ")
    }

    /// The members of a list, or of a text cut at its separators.
    static func list(_ value: JSONValue, split: String?) -> [String] {
        if let items = value.arrayValue { return items.compactMap(text).filter { !$0.isEmpty } }
        guard let text = text(value), !text.isEmpty else { return [] }
        // What most cells are: one value.
        if split == nil, !text.utf8.contains(where: { [0x0A, 0x2C, 0x3B, 0x7C].contains($0) }) { return [text] }
        let separators: Set<Character>
        if let split {
            separators = Set(split)
        } else if text.contains(";") {
            separators = [";", "\n"]
        } else if text.contains("|") {
            separators = ["|", "\n"]
        } else {
            separators = [",", "\n"]
        }
        var seen: Set<String> = []
        return SkillReader.split(text, on: separators).filter { seen.insert($0.folded).inserted }
    }

    /// "Zoé 李", "MARTIN Zoé", "Martin, Zoé": words in capitals are the last name, else what follows the first word.
    static func names(_ text: String) -> (first: String, last: String) {
        if let comma = text.firstIndex(of: ",") {
            return (String(text[text.index(after: comma)...]).trimmed, String(text[..<comma]).trimmed)
        }
        let words = text.split(separator: " ").map(String.init)
        guard words.count > 1 else { return ("", text.trimmed) }
        let isLoud = { (word: String) in
            word.count > 1 && word.contains(where: \.isUppercase) && word == word.uppercased()
        }
        let loud = words.filter(isLoud)
        if !loud.isEmpty && loud.count < words.count {
            return (words.filter { !isLoud($0) }.joined(separator: " "), loud.joined(separator: " "))
        }
        return (words[0], words.dropFirst().joined(separator: " "))
    }

    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let cityAndDepartment = #/(?<city>\p{L}[^(),\d]*?)\s*\((?<code>\d{2,3}|2[AB])\)/#

    /// A place in free words: "Nantes (44)", "44000 Nantes", "New York, NY 10001", "Lyon, France", "Paris".
    static func place(_ text: String) -> JSONObject {
        let line = text.replacingOccurrences(of: "\n", with: ", ")
        var object = JSONObject()
        if let found = PlaceText.find(in: line, isLabelled: false) {
            object.put("city", found.city)
            object.put("region", found.region)
            object.put("postal_code", found.postalCode)
            object.put("country_code", found.countryCode)
            return object
        }
        if let match = line.wholeMatch(of: cityAndDepartment) {
            object.put("city", String(match.city))
            object.put("region", String(match.code))
            return object
        }
        var parts = line.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        if parts.count > 1, let last = parts.last, let code = PlaceNames.countryCode(of: last) {
            object.put("country_code", code)
            parts.removeLast()
        }
        if parts.count > 1, let last = parts.last, !last.contains(where: \.isNumber) {
            object.put("region", last)
            parts.removeLast()
        }
        if let city = parts.last, !city.contains(where: \.isNumber) { object.put("city", String(city.prefix(200))) }
        return object
    }
}
