/// One line of the report: what was measured, on how many applications, beside what raw SQLite takes for the same,
/// and what was allowed.
struct Figure {
    /// A name for programs, such as `change_status`.
    var id: String
    var title: String
    /// How many applications the workspace had; 0 where that does not matter.
    var applications: Int
    var runs: Int
    var ours: Quantity
    var raw: Quantity?
    var budget: Budget?
    /// Other numbers of the same measurement.
    var details: [(name: String, value: Quantity)] = []

    /// Ours ÷ raw.
    var ratio: Double? {
        guard let raw, raw.value > 0 else { return nil }
        return ours.value / raw.value
    }

    /// A number that may not be more (or, for a speed, less) than another.
    struct Budget {
        var measured: Quantity
        var limit: Quantity
        var text: String
        var isLeast = false
        /// What has to hold beside it.
        var others: [Budget] = []

        var isMet: Bool {
            (isLeast ? measured.value >= limit.value : measured.value <= limit.value) && others.allSatisfy(\.isMet)
        }

        static func atMost(_ limit: Quantity, _ measured: Quantity, _ text: String) -> Budget {
            Budget(measured: measured, limit: limit, text: text)
        }

        static func atLeast(_ limit: Quantity, _ measured: Quantity, _ text: String) -> Budget {
            Budget(measured: measured, limit: limit, text: text, isLeast: true)
        }
    }
}
