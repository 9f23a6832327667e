import Domain
import Engine
import Storage

/// Everything that is in a world, kept in memory, so that others are made like it: what was made once through dispatch
/// need not be made again for each test. They give out the same identifiers and random bytes from there on.
public struct WorldContents: Sendable {
    let store: StoreContents
    /// How many identifiers were given out.
    let identifiers: UInt64
    /// The seed of the random bytes that come next.
    let entropy: UInt64
    let files: [String: [UInt8]]
    let time: Instant
    let ownCompany: Company.ID
    let otherCompany: Company.ID
    let isDeveloperMode: Bool

    /// What every world begins with.
    static let people = Result { try World(from: nil).contents() }
    /// The same with no accounts and no companies.
    static let nobody = Result { try World(from: nil, people: false).contents() }
}
