extension Catalogue {
    static let privacy: [any RouteOperation.Type] = [
        ListConsents.self, RecordConsent.self, GetPersonalData.self, AnonymiseCandidate.self, ListDuplicates.self,
        MergeCandidates.self, UndoMerge.self, ListRetention.self, RunRetention.self,
    ]
}
