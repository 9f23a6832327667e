/// From a JSON name back to a coding key, for the few types that ask which keys there are.
enum FieldName {
    private static let acronyms: Set<Substring> = [
        "id", "ids", "url", "urls", "uri", "uris", "cv", "cvs", "ai", "html",
    ]

    /// The key whose snake-case name this is; nil when the type has none.
    static func key<Key: CodingKey>(for name: String) -> Key? {
        let words = name.split(separator: "_")
        let rest = words.dropFirst()
        let plain = rest.map { $0.prefix(1).uppercased() + $0.dropFirst() }
        let capitals = rest.map { word in
            guard acronyms.contains(word) else { return word.prefix(1).uppercased() + word.dropFirst() }
            return word.count > 2 && word.last == "s" ? word.dropLast().uppercased() + "s" : word.uppercased()
        }
        let candidates =
            [name, ([String(words.first ?? "")] + capitals).joined()] + [
                ([String(words.first ?? "")] + plain).joined()
            ]
        for candidate in candidates {
            if let key = Key(stringValue: candidate) { return key }
        }
        return nil
    }
}
