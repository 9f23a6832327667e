extension Catalogue {
    static let messaging: [any RouteOperation.Type] = [
        ListConversations.self,
        CreateConversation.self,
        GetConversation.self,
        UpdateConversation.self,
        DeleteConversation.self,
        SendMessage.self,
        ListMessages.self,
        UpdateMessage.self,
        DeleteMessage.self,
        MarkMessageRead.self,
        ListMessageRecipients.self,
        ListTemplates.self,
        CreateTemplate.self,
        UpdateTemplate.self,
        DeleteTemplate.self,
        SendBulkMessage.self,
        ListBulkMessages.self,
        ListBulkResults.self,
        ListMail.self,
        RetryMail.self,
    ]
}
