/// Bindings and unbindings of one file, checked one by one but not yet against each other.
struct KeymapEntries {
    /// Keys to free, in some contexts or in all.
    struct Unbinding {
        let keys: [Key]
        let contexts: [String]?
        let place: String
        let line: Int?
    }

    /// A binding and the presets that it belongs to; all without any.
    struct Entry {
        let binding: Binding
        let presets: [String]?
    }

    var preset: String?
    var bindings: [Entry] = []
    var unbindings: [Unbinding] = []
    var problems: [LoadProblem] = []
}
