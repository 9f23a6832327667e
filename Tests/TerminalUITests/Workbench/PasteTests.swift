import Domain
import Terminal
import TestSupport
import Testing
import Workstation

@testable import TerminalUI

@Suite struct PasteTests {
    @Test func whatDoesNotFitIsSaid() throws {
        let bench = try Bench(try Scene.board().world, as: .consultant, language: .french, width: 80, height: 24)
        bench.press("n")
        bench.screen.send(.paste(String(repeating: "a", count: 30_000)))
        bench.workbench.step()
        #expect(bench.workstation.activeText?.value.count == 10_000)
        #expect(bench.workstation.toasts.first?.text.contains("10\u{202F}000") == true)
    }

    @Test func whatFitsIsNotMentioned() throws {
        let bench = try Bench(try Scene.board().world, as: .consultant, width: 80, height: 24)
        bench.press("n")
        bench.screen.send(.paste(String(repeating: "a", count: 10_000)))
        bench.workbench.step()
        #expect(bench.workstation.toasts.isEmpty)
    }
}
