import Dispatch
import Synchronization

/// The same work on many values, on as many threads as there are processors.
enum Parallel {
    /// What `transform` makes of each element, in their order. Few elements are not worth a second thread.
    static func map<Element: Sendable, Output: Sendable>(
        _ elements: [Element], _ transform: @Sendable (Element) -> Output
    ) -> [Output] {
        let chunk = 25
        guard elements.count > 2 * chunk else { return elements.map(transform) }
        let count = (elements.count + chunk - 1) / chunk
        let made = Mutex([[Output]](repeating: [], count: count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
            let outputs = elements[number * chunk..<min((number + 1) * chunk, elements.count)].map(transform)
            made.withLock { $0[number] = outputs }
        }
        return made.withLock { $0 }.flatMap(\.self)
    }
}
