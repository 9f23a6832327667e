import Domain
import Synchronization
import Workspace

/// Opens the demo, and shows how far the making of a new one is.
struct Demonstration {
    let location: WorkspaceLocation
    let context: CommandContext

    private static let unit = Phrase(en: "applications", fr: "candidatures")

    func open(_ request: DemoRequest, as role: Role, origin: String = "workstation") throws -> DemoWorkspace {
        let box = ProgressBox(progress: Progress(context, total: request.applications ?? 5_000))
        defer { box.clear() }
        return try DemoWorkspace.open(
            at: location, request, as: role, options: context.workspaceOptions(origin: origin),
            progress: { done, _ in box.show(done, of: Self.unit) })
    }
}

/// A progress line that the generator's threads may write.
private final class ProgressBox: Sendable {
    private let progress: Mutex<Progress>

    init(progress: Progress) { self.progress = Mutex(progress) }

    func show(_ done: Int, of unit: Phrase) { progress.withLock { $0.show(done, of: unit) } }
    func clear() { progress.withLock { $0.clear() } }
}
