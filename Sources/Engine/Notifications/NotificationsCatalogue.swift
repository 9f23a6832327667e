extension Catalogue {
    static let notifications: [any RouteOperation.Type] = [
        ListNotifications.self, CreateNotification.self, UpdateNotification.self, DeleteNotification.self,
        ListOwnNotifications.self, MarkNotificationRead.self,
    ]
}
