import CTaxonomy

/// The built-in file of the taxonomy: named sections that are read where they lie, never copied or parsed.
/// `scripts/build-taxonomy` writes it; docs/decisions/0170-a-taxonomy-inside-the-binary.md says how it gets in.
struct TaxonomyFile: @unchecked Sendable {
    // Unchecked, because a raw pointer is not Sendable: it points at read-only data of the program that never moves.
    private let base: UnsafeRawBufferPointer

    static let builtIn = TaxonomyFile()

    private init() { base = UnsafeRawBufferPointer(start: rplus_taxonomy(), count: rplus_taxonomy_size()) }

    /// The file's bytes.
    var size: Int { base.count }

    /// The section of that name. There are few, so they are looked through.
    func section(_ name: String) -> UnsafeRawBufferPointer {
        precondition(base.count > 12 && base.load(as: UInt32.self) == 0x5854_5052, "the built-in taxonomy is damaged")
        let padded = Array(name.utf8) + Array(repeating: 0, count: 8 - name.utf8.count)
        for index in 0..<Int(base.loadUnaligned(fromByteOffset: 8, as: UInt32.self)) {
            let entry = 12 + 24 * index
            guard base[entry..<entry + 8].elementsEqual(padded) else { continue }
            let offset = Int(base.loadUnaligned(fromByteOffset: entry + 8, as: UInt64.self))
            let length = Int(base.loadUnaligned(fromByteOffset: entry + 16, as: UInt64.self))
            return UnsafeRawBufferPointer(rebasing: base[offset..<offset + length])
        }
        preconditionFailure("the built-in taxonomy has no section \(name)")
    }

    func array<Element>(_ name: String, of type: Element.Type) -> UnsafeBufferPointer<Element> {
        section(name).bindMemory(to: Element.self)
    }
}
