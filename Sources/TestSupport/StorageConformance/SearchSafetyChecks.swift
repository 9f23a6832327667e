import Storage

extension StorageConformance {
    static let searchSafety = [
        StorageCheck("search: what is removed is not found, what is replaced is found anew") { fixture in
            let database = try open(searching: fixture)
            try database.write { transaction in
                try transaction.search.remove(4, from: SampleSchema.search)
                try transaction.search.replace(2, in: SampleSchema.search, contents: ["gardener", "roses"])
                try transaction.search.remove(99, from: SampleSchema.search)
            }
            try database.read { transaction in
                try expectEqual(try keys(.word("engineer"), transaction), [1])
                try expectEqual(try keys(.prefix("engineer"), transaction), [3, 1])
                try expectEqual(try keys(.word("roses"), transaction), [2])
            }
            try expectEqual(try database.integrityProblems(limit: 10), [])
        },
        StorageCheck("search: a transaction finds what it has just written") { fixture in
            let database = try open(searching: fixture)
            try? database.write { transaction in
                try transaction.search.replace(7, in: SampleSchema.search, contents: ["astronomer", ""])
                try expectEqual(try keys(.word("astronomer"), transaction), [7])
                try expectEqual(try keys(.prefix("astro"), transaction), [7])
                throw Interruption()
            }
            try expectEqual(try database.read { try keys(.prefix("astro"), $0) }, [])
        },
        StorageCheck("search: nothing that is typed is an operator") { fixture in
            let database = try open(searching: fixture)
            let typed = [
                "\"", "'", "*", "engineer*", "AND", "OR", "NOT", "NEAR", "NEAR(a b)", "title:", "{title}", "(", ")",
                "-",
                "+", "^engineer", ":", "\\", "%", "a\"b", "\u{0}", "eng\u{0}ineer", "?", "💥", "\u{301}", ";--", "\n",
            ]
            try database.read { transaction in
                for word in typed {
                    for query in [SearchQuery.word(word), .prefix(word), .phrase([word, word])] {
                        let all = SearchQuery.all([.word("engineer"), query])
                        try expectEqual(try keys(.word(word, fields: ["title"]), transaction), [], word)
                        try expectEqual(try keys(.any([query, .word("pastry")]), transaction), [5], word)
                        try expectEqual(try keys(all, transaction), [], word)
                    }
                }
            }
        },
        StorageCheck("search: signs can be words") { fixture in
            let database = try fixture.open()
            try database.write { transaction in
                try transaction.search.replace(
                    1, in: SampleSchema.search, contents: ["+33612345678 a\"b", "c# .net node.js 💥 m'bala"])
            }
            try database.read { transaction in
                for word in ["+33612345678", "a\"b", "c#", ".net", "node.js", "💥", "m'bala"] {
                    try expectEqual(try keys(.word(word), transaction), [1], word)
                }
                try expectEqual(try keys(.prefix("+336123"), transaction), [1])
                try expectEqual(try keys(.prefix("node.j"), transaction), [1])
                try expectEqual(try keys(.word("node"), transaction), [])
            }
        },
        StorageCheck("search: a prefix of very many words finds all of them") { fixture in
            let database = try fixture.open()
            try database.write { transaction in
                for key in 1...300 {
                    let word = "candidate" + String(key + 1_000)
                    try transaction.search.replace(Int64(key), in: SampleSchema.search, contents: [word, "x"])
                }
            }
            try database.read { transaction in
                try expectEqual(try keys(.prefix("candi"), transaction, limit: 1000), (1...300).reversed())
                try expectEqual(try keys(.prefix("candidate12"), transaction), (200...299).reversed().prefix(50) + [])
                try expectEqual(try keys(.prefix("candidate120"), transaction), (200...209).reversed() + [])
            }
        },
    ]
}
