import Storage

extension StorageConformance {
    private static let documents: [(key: Int64, title: String, body: String)] = [
        (1, "senior engineer", "swift c++ berlin"),
        (2, "engineer", "engine room 42 日本語"),
        (3, "engineering manager", "senior team"),
        (4, "baker", "bread engineer"),
        (5, "baker", "pastry room 421"),
    ]

    static func open(searching fixture: StorageFixture) throws -> any Database {
        let database = try fixture.open()
        try database.write { transaction in
            for document in documents {
                try transaction.search.replace(
                    document.key, in: SampleSchema.search, contents: [document.title, document.body])
            }
        }
        return database
    }

    /// The keys that a query finds, the greatest first.
    static func keys(_ query: SearchQuery, _ transaction: any Transaction, limit: Int = 50) throws -> [Int64] {
        let match = transaction.search.match(query, in: SampleSchema.search)
        return try transaction.column(
            """
            SELECT \(match.key) FROM \(match.table) WHERE \(match.condition)
            ORDER BY \(match.key) DESC LIMIT \(limit)
            """)
    }

    private static func finds(_ name: String, _ query: SearchQuery, _ wanted: [Int64]) -> StorageCheck {
        StorageCheck("search: \(name)") { fixture in
            let database = try open(searching: fixture)
            try expectEqual(try database.read { try keys(query, $0) }, wanted, name)
        }
    }

    static let search = [
        StorageCheck("search: many documents put in at once are found") { fixture in
            let database = try open(searching: fixture)
            let fresh = [NewDocument(11, ["welder", "lyon"]), NewDocument(12, ["welder", ""])]
            try database.write { try $0.search.add(fresh, to: SampleSchema.search) }
            try expectEqual(try database.read { try keys(.word("welder"), $0) }, [12, 11])
            _ = try storageError("a field is missing") {
                try database.write { try $0.search.add([NewDocument(13, ["welder"])], to: SampleSchema.search) }
            }
            try expectEqual(try database.read { try keys(.word("welder"), $0) }, [12, 11])
        },
        finds("a whole word, newest first", .word("engineer"), [4, 2, 1]),
        finds("a word in one field", .word("engineer", fields: ["title"]), [2, 1]),
        finds("a word in either of two fields", .word("senior", fields: ["title", "body"]), [3, 1]),
        finds("a short prefix", .prefix("e"), [4, 3, 2, 1]),
        finds("a prefix as long as an index", .prefix("eng", fields: ["body"]), [4, 2]),
        finds("a long prefix", .prefix("engine"), [4, 3, 2, 1]),
        finds("a long prefix in one field", .prefix("enginee", fields: ["title"]), [3, 2, 1]),
        finds("a prefix that is a whole word", .prefix("engineering"), [3]),
        finds("a prefix of nothing", .prefix("enginx"), []),
        finds("a number is a word", .word("42"), [2]),
        finds("a number's beginning", .prefix("42"), [5, 2]),
        finds("other scripts", .word("日本語"), [2]),
        finds("the beginning of a word in another script", .prefix("日"), [2]),
        finds("signs belong to their word", .word("c++"), [1]),
        finds("a word without its signs is another word", .word("c"), []),
        finds("words in a row", .phrase(["senior", "engineer"]), [1]),
        finds("words in the wrong order", .phrase(["engineer", "senior"]), []),
        finds("a phrase in one field", .phrase(["senior", "team"], fields: ["body"]), [3]),
        finds("a phrase does not cross fields", .phrase(["engineer", "swift"]), []),
        finds("all of several", .all([.word("senior"), .prefix("engineer")]), [3, 1]),
        finds("any of several", .any([.word("bread"), .word("pastry"), .word("nothing")]), [5, 4]),
        finds("one without another", .except(.word("engineer"), .word("senior")), [4, 2]),
        finds(
            "groups in groups",
            .all([
                .any([.word("baker"), .word("senior")]), .except(.prefix("eng"), .phrase(["bread", "engineer"])),
            ]), [3, 1]),
        finds("nothing to look for", .all([]), []),
        finds("one of nothing", .any([]), []),
        finds("all with one that cannot be", .all([.word("engineer"), .word("")]), []),
        finds("a field that is not there", .word("engineer", fields: ["colour"]), []),
    ]
}
