/// One document of a full-text collection.
struct SearchDocument: Sendable {
    /// The row's number.
    var key: Int64
    /// One text a field of the collection; `nil` takes the document out.
    var contents: [String]?
}
