/// Turns the bytes of a terminal into events: a pure state machine, time is passed in.
///
/// What it does not know it swallows: an answer to a query, a sequence of a newer terminal. Bytes may arrive split at
/// any point.
public struct InputDecoder: Sendable {
    public var settings: InputSettings
    /// Bytes of something unfinished.
    private var pending: [UInt8] = []
    /// When the first pending byte came.
    private var pendingSince: Int64 = 0
    /// When an Esc was taken for the key, so that the rest of a split sequence is still recognised.
    private var escapedAt: Int64?
    private var paste: PasteBuffer?

    public init(settings: InputSettings = InputSettings()) {
        self.settings = settings
    }

    /// When `expire(at:)` must be called if nothing more arrives.
    public var deadline: Int64? {
        guard paste == nil, let first = pending.first else { return nil }
        let alone = first == 0x1B && pending.count == 1
        let string = pending.count > 2 && InputSequence.isString(pending[1])
        let delay = alone ? settings.escapeDelay : string ? 4 * settings.sequenceDelay : settings.sequenceDelay
        return pendingSince + delay
    }

    /// Takes bytes as they were read.
    public mutating func feed(_ bytes: some Sequence<UInt8>, at now: Int64) -> [Event] {
        var events: [Event] = []
        if let deadline, now >= deadline { events += expire(at: now) }
        if pending.isEmpty { pendingSince = now }
        pending.append(contentsOf: bytes)
        recoverLateSequence(at: now, &events)
        drain(at: now, &events)
        return events
    }

    /// Decides what an unfinished sequence was, once its time is over.
    public mutating func expire(at now: Int64) -> [Event] {
        guard let deadline, now >= deadline else { return [] }
        var events: [Event] = []
        let bytes = pending
        pending = []
        if bytes.count == 1, bytes[0] == 0x1B {
            escapedAt = now
            return [.key(.escape)]
        }
        if bytes.count == 2, bytes[0] == 0x1B, bytes[1] == 0x1B { return [.key(.escape), .key(.escape)] }
        if bytes.count == 2, bytes[0] == 0x1B, bytes[1] >= 0x20, bytes[1] < 0x7F {
            events.append(.key(Key(Character(Unicode.Scalar(bytes[1])), .alt)))
        }
        return events
    }

    private mutating func drain(at now: Int64, _ events: inout [Event]) {
        var start = 0
        while start < pending.count {
            if paste != nil {
                start = continuePaste(from: start, &events)
                if paste != nil { break }
                continue
            }
            switch InputSequence.parse(pending[start...], keys: settings.terminalKeys) {
            case .incomplete:
                pending.removeFirst(start)
                if start > 0 { pendingSince = now }
                return
            case .beginPaste(let length):
                paste = PasteBuffer(limit: settings.pasteLimit)
                start += length
            case .events(let found, let length):
                events += found
                start += length
            }
        }
        pending.removeFirst(min(start, pending.count))
        pendingSince = now
    }

    private mutating func continuePaste(from start: Int, _ events: inout [Event]) -> Int {
        guard var buffer = paste else { return start }
        paste = nil
        let used = buffer.append(pending[start...])
        if buffer.isComplete {
            events.append(.paste(buffer.text))
        } else {
            paste = buffer
        }
        return start + used
    }

    /// An Esc that was taken for the key too early, on a slow line: what follows is a sequence, not typing.
    private mutating func recoverLateSequence(at now: Int64, _ events: inout [Event]) {
        guard let escapedAt else { return }
        self.escapedAt = nil
        guard now - escapedAt <= settings.sequenceDelay, pending.count >= 2 else { return }
        guard pending[0] == 0x5B || pending[0] == 0x4F else { return }
        let whole = [0x1B] + pending
        if case .events(_, let length) = InputSequence.parse(whole[...], keys: settings.terminalKeys), length > 2 {
            pending = whole
        }
    }
}
