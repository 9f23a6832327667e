import Domain

/// Every setting of the workspace with its type, its default and what holds.
public struct ShowSettings: RouteOperation {
    public static let contract = Contract(
        "admin.settings.get", .get, "/admin/settings", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "System settings", fr: "Paramètres du système"))

    public struct Answer: Codable, Sendable, Equatable {
        public var data: [SettingView]
    }

    public init() {}

    public func perform(in call: Call) throws -> Answer { Answer(data: try SettingReading.all(in: call)) }
}
