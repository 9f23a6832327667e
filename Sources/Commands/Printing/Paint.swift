/// Colours on a terminal that shows them; elsewhere the text as it is.
struct Paint {
    private let isOn: Bool

    /// `NO_COLOR` (https://no-color.org) and a dumb terminal turn colours off.
    init(for output: any ByteOutput, environment: [String: String]) {
        let refused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        isOn = output.isTerminal && !refused && environment["TERM"] != "dumb"
    }

    func strong(_ text: String) -> String { wrap(text, "1") }
    func faint(_ text: String) -> String { wrap(text, "2") }
    func good(_ text: String) -> String { wrap(text, "32") }
    func bad(_ text: String) -> String { wrap(text, "31") }
    func warning(_ text: String) -> String { wrap(text, "33") }
    /// With the codes of a "select graphic rendition" sequence.
    func wrap(_ text: String, _ codes: String) -> String {
        isOn && !codes.isEmpty ? "\u{1B}[\(codes)m\(text)\u{1B}[0m" : text
    }
}
