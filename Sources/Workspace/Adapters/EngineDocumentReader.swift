import Engine

/// The engine's protocol under a name of its own: in a file that also imports Interchange, `DocumentReader` would be
/// two things, and `Engine.DocumentReader` is looked for inside the class `Engine`.
typealias EngineDocumentReader = DocumentReader
