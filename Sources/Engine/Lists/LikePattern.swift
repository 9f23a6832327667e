/// Patterns of SQL's `LIKE … ESCAPE '\'`, in which nothing that a person typed is a wildcard.
enum LikePattern {
    static func containing(_ text: String) -> String { "%" + escaped(text) + "%" }
    static func beginning(_ text: String) -> String { escaped(text) + "%" }

    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar == "_" || scalar == "\\" { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }
}
