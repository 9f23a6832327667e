import Domain
import Storage

/// The full-text index as a whole.
public enum EngineSearch {
    /// Makes every document anew from the rows: after a large load, or to mend an index. `progress` is told how many
    /// rows are done, of how many.
    ///
    /// The documents of `batch` rows are written in one transaction. The default is so few that a person's key does not
    /// wait long for them; where nobody waits, more at once are faster. Whoever knows that nobody else writes says
    /// `alone`: then the next documents are read while the ones before are written.
    public static func rebuild(
        in database: any Database, batch: Int = 500, alone: Bool = false, progress: (Int, Int) -> Void
    ) throws {
        try numberAccounts(in: database)
        let parts = try SearchPart.all.map { part in
            let last: Int64? = try database.read { try $0.value("SELECT MAX(row_no) FROM \(part.table)") }
            return (part, last: last ?? 0)
        }
        let total = parts.reduce(0) { $0 + Int($1.last) }
        var done = 0
        for (part, last) in parts {
            let pieces = Int(last + Int64(batch) - 1) / batch
            let range = { @Sendable (number: Int) in
                let first = Int64(number * batch) + 1
                return first...min(first + Int64(batch) - 1, last)
            }
            if alone {
                try Overlap.run { number in
                    guard number < pieces else { return nil }
                    return try database.read { try part.documents(range(number), in: $0) }
                } use: { (documents: [SearchDocument]) in
                    try database.write { try write(documents, to: part.collection, in: $0) }
                    done += documents.count
                    progress(min(done, total), total)
                }
            } else {
                for number in 0..<pieces {
                    try database.write { transaction in
                        let documents = try part.documents(range(number), in: transaction)
                        try write(documents, to: part.collection, in: transaction)
                        done += documents.count
                    }
                    progress(min(done, total), total)
                }
            }
        }
    }

    /// Gives the accounts that were loaded beside the operations their places in the index.
    public static func numberAccounts(in database: any Database) throws { try UserSearchDocument.fill(in: database) }

    /// Makes the documents of all applications where migration 10 has emptied their index.
    public static func fillApplicationsOnce(in database: any Database) throws {
        try ApplicationSearchDocument.fillOnce(in: database)
    }

    /// Keeps, once, what an excerpt of a collection's documents has of them.
    public static func fillExcerptsOnce(in database: any Database) throws { try SearchExcerpt.fillOnce(in: database) }

    /// Puts documents in, or takes out those without contents; what is kept of them as an excerpt too.
    static func write(
        _ documents: [SearchDocument], to collection: SearchCollection, in transaction: any Transaction
    ) throws {
        let excerpt = SearchExcerpt.of(collection)
        for document in documents {
            if let contents = document.contents {
                try transaction.search.replace(document.key, in: collection, contents: contents)
                if let excerpt {
                    try transaction.search.replace(
                        document.key, in: excerpt.collection, contents: excerpt.contents(of: contents))
                }
            } else {
                try remove(document.key, from: collection, in: transaction)
            }
        }
    }

    /// Puts in documents of rows that are new.
    static func add(
        _ documents: [NewDocument], to collection: SearchCollection, in transaction: any Transaction
    ) throws {
        try transaction.search.add(documents, to: collection)
        guard let excerpt = SearchExcerpt.of(collection) else { return }
        try transaction.search.add(
            documents.map { NewDocument($0.key, excerpt.contents(of: $0.contents)) }, to: excerpt.collection)
    }

    static func remove(_ key: Int64, from collection: SearchCollection, in transaction: any Transaction) throws {
        try transaction.search.remove(key, from: collection)
        if let excerpt = SearchExcerpt.of(collection) {
            try transaction.search.remove(key, from: excerpt.collection)
        }
    }

    /// The matches of a query, by the excerpt where that finds the same.
    static func match(
        _ query: SearchQuery, in collection: SearchCollection, _ transaction: any Transaction
    ) -> SearchMatch {
        if let excerpt = SearchExcerpt.of(collection), excerpt.answers(query) {
            return transaction.search.match(query, in: excerpt.collection)
        }
        return transaction.search.match(query, in: collection)
    }
}
