import Domain
import Engine

/// A record as an operation answers it, with the version that the next change of it has to expect.
protocol VersionedRecord {
    var recordID: AnyEntity.ID { get }
    var recordVersion: Int? { get set }
}

extension CandidateView: VersionedRecord {
    var recordID: AnyEntity.ID { id.cast() }
    var recordVersion: Int? {
        get { version }
        set { version = newValue }
    }
}

extension JobView: VersionedRecord {
    var recordID: AnyEntity.ID { id.cast() }
    var recordVersion: Int? {
        get { version }
        set { version = newValue }
    }
}

extension InterviewView: VersionedRecord {
    var recordID: AnyEntity.ID { id.cast() }
    var recordVersion: Int? {
        get { version }
        set { version = newValue ?? version }
    }
}

extension Workstation {
    /// Remembers the version in which this workstation left a record.
    mutating func noteVersion<Answer>(of answer: Answer) {
        guard let record = answer as? any VersionedRecord else { return }
        leftVersions[record.recordID] = record.recordVersion
    }

    /// The answer with the version in which this workstation left the record last: one's own later edits are no
    /// conflict for an undo, somebody else's are.
    func withLastVersion<Answer>(_ answer: Answer) -> Answer {
        guard var record = answer as? any VersionedRecord, let left = leftVersions[record.recordID] else {
            return answer
        }
        record.recordVersion = left
        return record as? Answer ?? answer
    }
}
