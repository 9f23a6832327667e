import Foundation
import Testing
import Workspace

@Suite struct ScratchMeasure {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["MEASURE"] != nil)) func measure() throws {
        let clock = ContinuousClock()
        let folder = ProcessInfo.processInfo.environment["MEASURE"]!
        let number = Int(ProcessInfo.processInfo.environment["NUMBER"] ?? "5000")!
        let location = WorkspaceLocation(folder: folder, configuration: folder + "-c", state: folder + "-s")
        print(
            "make",
            try clock.measure {
                try DemoWorkspace.open(at: location, DemoRequest(applications: number)).workspace.close()
            })
        for _ in 0..<5 {
            var workspace: Workspace?
            print(
                "open", try clock.measure { workspace = try Workspace.open(at: location) },
                "session", try clock.measure { _ = try workspace?.openSession(email: "consultant@demo.example") },
                "close", clock.measure { workspace?.close() })
        }
        nonisolated(unsafe) var last = clock.now
        var findings: [Finding] = []
        print(
            "doctor",
            clock.measure {
                findings = Doctor.examine(Doctor.Request(location: location, environment: [:])) { p in
                    if p.done == 1 && p.total == 1 {
                        print("  ", p.check, clock.now - last)
                        last = clock.now
                    }
                }
            })
        for f in findings.prefix(30) { print(f.severity, f.check, f.what.english, f.place ?? "") }
    }
}
