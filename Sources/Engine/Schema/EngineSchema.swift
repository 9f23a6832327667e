import Domain
import Storage

/// The schema of a workspace: numbered migrations, and the full-text collections.
public enum EngineSchema {
    public static let migrations: [Migration] = [
        Migration(
            1, "people, jobs and applications",
            statements: AccountTables.statements + CompanyTables.statements + CandidateTables.statements
                + JobTables.statements + ApplicationTables.statements + AuditTables.statements,
            searchCollections: [candidateSearch, jobSearch, applicationSearch]),
        Migration(
            2, "audit log by time, failed logins by address",
            statements: AuditTables.indexesByTime + AccountTables.loginFailures),
        Migration(
            3, "every operation of the contract",
            statements: OutboxTables.statements
                + PeopleTables.statements
                + OrganisationTables.statements
                + AnalyticsTables.statements
                + MessagingTables.statements,
            searchCollections: [
                conversationSearch, messageSearch,
            ]),
        Migration(
            4, "accounts by words, rows that were imported",
            statements: AccountTables.searching + [AccountTables.importedRows],
            searchCollections: [userSearch]),
        Migration(5, "lists in every order", statements: ListIndexes.statements),
        Migration(6, "mails that came back, invitations", statements: OutboxTables.failures),
        Migration(7, "consents, retention, merges", statements: PrivacyTables.statements),
        Migration(8, "candidates of a source, accounts to be confirmed", statements: ListIndexes.furtherStatements),
        Migration(9, "no candidates of no source in indexes", statements: ListIndexes.sparseStatements),
        Migration(
            10, "lists of employers and candidates, tokens that are no words",
            statements: ListIndexes.statementsByCaller + ApplicationTables.forgottenDocuments,
            searchCollections: [applicationSearch]),
        Migration(
            11, "whose record rests, what records share, what employers find",
            statements: PrivacyFactTables.retention + PrivacyFactTables.sharedContacts
                + ListIndexes.statementsOfSearches),
        Migration(
            12, "what anonymous profiles show, by its words", statements: [], searchCollections: [profileSearch]),
    ]

    /// `name` holds names and addresses; `title`, `skills` and `region` are what an anonymous profile shows, so a
    /// caller who sees only that may search only those; `text` is everything else, the CV's words included.
    public static let candidateSearch = SearchCollection(
        "candidate_search", fields: ["name", "title", "skills", "region", "text"])
    /// What an anonymous profile shows, once more: filled from `candidateSearch` (`SearchExcerpt`).
    public static let profileSearch = SearchCollection("profile_search", fields: ["title", "skills", "region"])
    /// `public` is what a job advertisement shows; `internal` the rest.
    public static let jobSearch = SearchCollection("job_search", fields: ["title", "public", "internal"])
    /// `person` and `job` hold words; `state` holds tokens (`SearchTokens`) that cut the index by stage and scope.
    public static let applicationSearch = SearchCollection("application_search", fields: ["person", "job", "state"])

    /// `subject` and `people` hold words; `scope` a token for each of the people (`ConversationSearch`).
    public static let conversationSearch = SearchCollection(
        "conversation_search", fields: ["subject", "people", "scope"])
    /// `text` holds words; `scope` tokens for the conversation and each of its people.
    public static let messageSearch = SearchCollection("message_search", fields: ["text", "scope"])

    /// The words of an account's name and of its address.
    public static let userSearch = SearchCollection("user_search", fields: ["name", "address"])

    /// The columns of every entity (`domain.md`).
    static let common = """
        id {id} PRIMARY KEY NOT NULL, created_at {integer} NOT NULL, updated_at {integer} NOT NULL,
        created_by {id}, version {integer} NOT NULL, deleted_at {integer}, row_seq {integer} NOT NULL
        """
}
