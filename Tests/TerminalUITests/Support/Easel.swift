import Domain
import Terminal
import TestSupport
import Testing
import Workstation

@testable import TerminalUI

/// Draws a part of a screen on a frame of its own.
struct Easel {
    let frame: CellBuffer
    let context: DrawingContext

    init(_ desk: Desk, width: Int, height: Int, asciiOnly: Bool = false) {
        frame = CellBuffer(size: Size(width: width, height: height), asciiOnly: asciiOnly)
        context = DrawingContext(
            workstation: desk.workstation, keys: KeyLabels(Keymap(table: ActionTable(contexts: [], actions: []))),
            editors: Editors())
    }

    /// What lies under a place, for the mouse.
    func target(x: Int, y: Int) -> Target? {
        context.hits.last { $0.rect.contains(Point(x: x, y: y)) }?.target
    }
}

extension Desk {
    /// The profile pane of the board.
    func drawProfile(width: Int, height: Int, isFocused: Bool = false, asciiOnly: Bool = false) -> Easel {
        ProfileView.resize(&workstation.board.profile, to: Size(width: width, height: height))
        let easel = Easel(self, width: width, height: height, asciiOnly: asciiOnly)
        ProfileView.draw(
            workstation.board.profile, on: easel.frame.canvas, isFocused: isFocused, in: easel.context)
        return easel
    }

    /// The screen of candidates.
    func drawCandidates(width: Int, height: Int) -> Easel {
        let size = Size(width: width, height: height)
        submit(CandidatesView.fit(&workstation.candidates, to: size))
        _ = CandidatesView.fit(&workstation.candidates, to: size)
        let easel = Easel(self, width: width, height: height)
        CandidatesView.draw(workstation.candidates, on: easel.frame.canvas, in: easel.context)
        return easel
    }

    /// The screen of jobs.
    func drawJobs(width: Int, height: Int) -> Easel {
        let size = Size(width: width, height: height)
        submit(JobsView.fit(&workstation.jobs, to: size))
        _ = JobsView.fit(&workstation.jobs, to: size)
        let easel = Easel(self, width: width, height: height)
        JobsView.draw(workstation.jobs, on: easel.frame.canvas, in: easel.context)
        return easel
    }
}

/// Compares a frame with the snapshot of that name.
func assertSnapshot(
    _ frame: CellBuffer, named name: String, styles: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
) {
    guard let difference = Snapshot.difference(frame, named: name, styles: styles) else { return }
    Issue.record("\(difference)", sourceLocation: sourceLocation)
}
