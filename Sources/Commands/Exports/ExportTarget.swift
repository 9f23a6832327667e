import ArgumentParser

/// What stands after `rplus export`: a list, or one person.
enum ExportTarget: ExpressibleByArgument, Sendable, Equatable {
    case list(ExportSubject)
    case person

    init?(argument: String) {
        if argument == "person" {
            self = .person
        } else if let subject = ExportSubject(rawValue: argument) {
            self = .list(subject)
        } else {
            return nil
        }
    }

    static var allValueStrings: [String] { ExportSubject.allCases.map(\.rawValue) + ["person"] }
}
