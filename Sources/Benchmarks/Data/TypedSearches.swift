import Domain
import Storage

/// What people type into a search, each key a search of its own.
struct TypedSearches {
    /// Names, titles, skills, cities, and two of them together.
    var ordinary: [String] = []
    /// The words that most candidates and applications have, alone, unfinished, and with a name behind them.
    var frequent: [String] = []

    init(_ database: any Database, people: Int) throws {
        var random = RandomNumbers(seed: 23)
        let chosen = try Self.people(max(people, 10), database, &random)
        for person in chosen {
            let typed =
                [
                    person.last, person.first + " " + person.last, person.title, person.last + " " + person.title,
                    person.city + " " + person.skill,
                ].randomElement(using: &random) ?? person.last
            ordinary += Self.keys(of: typed)
        }
        let words = try Self.frequentWords(database)
        for word in words {
            frequent += Self.keys(of: word)
            for person in chosen.prefix(max(people / 8, 4)) {
                frequent += Self.keys(of: word + " " + person.last).dropFirst(word.count)
            }
            for other in words where other != word { frequent.append(word + " " + other) }
        }
    }

    /// Every beginning of a text, one a key.
    private static func keys(of text: String) -> [String] {
        (1...max(text.count, 1)).map { String(text.prefix($0)) }.filter { $0.last != " " }
    }

    private struct Person {
        var first: String
        var last: String
        var title: String
        var city: String
        var skill: String
    }

    private static func people(
        _ count: Int, _ database: any Database, _ random: inout RandomNumbers
    ) throws -> [Person] {
        try database.read { transaction in
            let last: Int64 = try transaction.value("SELECT MAX(row_no) FROM candidate") ?? 1
            return try (0..<count).compactMap { _ in
                try transaction.first(
                    """
                    SELECT c.first_name, c.last_name, c.current_title, c.city, s.name FROM candidate c
                    JOIN candidate_skill x ON x.candidate_id = c.id JOIN skill s ON s.id = x.skill_id
                    WHERE c.row_no = \(Int64.random(in: 1...last, using: &random))
                    """
                ) { columns in
                    Person(
                        first: try columns.next(), last: try columns.next(), title: try columns.next(),
                        city: try columns.next(), skill: try columns.next())
                }
            }
        }
    }

    /// Words that at least a third of the candidates have, and the most frequent ones of the board, found by counting
    /// a sample of the documents.
    private static func frequentWords(_ database: any Database) throws -> [String] {
        try database.read { transaction in
            var words: [String] = []
            for (table, columns) in [("candidate_search", 5), ("application_search", 2)] {
                var counts: [Substring: Int] = [:]
                var documents = 0
                let list = (0..<columns).map { "c\($0)" }.joined(separator: " || ' ' || ")
                try transaction.forEach(
                    SQL(trusted: "SELECT \(list) FROM \(table)_content WHERE id % 97 = 1 LIMIT 3000")
                ) { row in
                    documents += 1
                    for word in Set(row.text(0).split(separator: " ")) where word.count > 2 {
                        counts[word, default: 0] += 1
                    }
                    return true
                }
                let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                words += ranked.prefix(3).map { String($0.key) }
                words += ranked.dropFirst(3).filter { $0.value * 3 >= documents }.prefix(5).map { String($0.key) }
            }
            return Array(Set(words)).sorted()
        }
    }
}
