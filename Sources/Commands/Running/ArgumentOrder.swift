/// The common options may stand before the command: `rplus --workspace W call …`.
enum ArgumentOrder {
    private static let options = ["--workspace", "--database", "--log-level", "--lang"]

    /// The same arguments with the common options that stood before the command just behind it.
    static func commonOptionsLast(_ arguments: [String]) -> [String] {
        var moved: [String] = []
        var index = 0
        while index < arguments.count {
            let word = arguments[index]
            if options.contains(word), index + 1 < arguments.count {
                moved += [word, arguments[index + 1]]
                index += 2
            } else if options.contains(where: { word.hasPrefix($0 + "=") }) {
                moved.append(word)
                index += 1
            } else {
                break
            }
        }
        guard !moved.isEmpty, index < arguments.count, !arguments[index].hasPrefix("-") else { return arguments }
        return [arguments[index]] + moved + arguments[(index + 1)...]
    }
}
