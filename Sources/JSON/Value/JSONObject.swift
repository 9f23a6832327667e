/// The members of a JSON object, in the order in which they were first set.
///
/// Two objects are equal when they have the same members, in whatever order.
public struct JSONObject: Sendable {
    struct Member: Sendable {
        var key: String
        var value: JSONValue
    }

    /// Up to this many members a scan is faster than hashing; beyond it, an index keeps big objects linear.
    private static let scanLimit = 16

    private(set) var members: [Member] = []
    private var index: [String: Int]?

    public init() {}

    /// Later pairs replace earlier ones of the same name.
    public init(_ pairs: some Sequence<(String, JSONValue)>) {
        members.reserveCapacity(pairs.underestimatedCount)
        for (key, value) in pairs { set(key, value) }
    }

    public var count: Int { members.count }
    public var isEmpty: Bool { members.isEmpty }
    public var keys: [String] { members.map(\.key) }
    public var values: [JSONValue] { members.map(\.value) }

    /// The member of that name. Setting nil removes it; setting a new name adds it at the end.
    public subscript(_ key: String) -> JSONValue? {
        get { position(of: key).map { members[$0].value } }
        set {
            if let newValue { set(key, newValue) } else { remove(key) }
        }
    }

    func position(of key: String) -> Int? {
        if let index { return index[key] }
        for position in members.indices where members[position].key == key { return position }
        return nil
    }

    /// As `position(of:)`, quicker when the member is at the place where it is guessed to be.
    func position(of key: String, startingAt guess: Int) -> Int? {
        if guess < members.count, members[guess].key == key { return guess }
        return position(of: key)
    }

    mutating func set(_ key: String, _ value: JSONValue) {
        if let position = position(of: key) {
            members[position].value = value
        } else {
            members.append(Member(key: key, value: value))
            if index != nil {
                index?[key] = members.count - 1
            } else if members.count > Self.scanLimit {
                reindex()
            }
        }
    }

    mutating func sortByKey() {
        members.sort { $0.key < $1.key }
        reindex()
    }

    private mutating func remove(_ key: String) {
        guard let position = position(of: key) else { return }
        members.remove(at: position)
        reindex()
    }

    private mutating func reindex() {
        index = nil
        guard members.count > Self.scanLimit else { return }
        var made: [String: Int] = [:]
        made.reserveCapacity(members.count)
        for (position, member) in members.enumerated() { made[member.key] = position }
        index = made
    }
}

extension JSONObject: Hashable {
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        return left.members.allSatisfy { right[$0.key] == $0.value }
    }

    public func hash(into hasher: inout Hasher) {
        var combined = 0
        for member in members {
            var one = Hasher()
            one.combine(member.key)
            one.combine(member.value)
            combined ^= one.finalize()
        }
        hasher.combine(count)
        hasher.combine(combined)
    }
}

extension JSONObject: Sequence {
    public func makeIterator() -> Iterator { Iterator(members: members.makeIterator()) }

    public struct Iterator: IteratorProtocol {
        fileprivate var members: IndexingIterator<[Member]>

        public mutating func next() -> (key: String, value: JSONValue)? {
            members.next().map { ($0.key, $0.value) }
        }
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
