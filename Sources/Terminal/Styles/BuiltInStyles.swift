extension Style {
    /// The scopes that every theme is expected to name, in the order of their ids.
    public static let builtIn: [String] = [
        "text", "text.dim", "text.strong", "accent", "header", "tab", "tab.active", "rule", "footer.key",
        "footer.text", "card.name", "card.text", "card.dim", "card.bar", "selection", "selection.cursor",
        "mark.selected", "attention", "ok", "error", "warning", "toast", "toast.error", "form.label",
        "form.field", "form.field.active", "form.field.placeholder", "form.error", "form.button",
        "form.button.active", "palette.match", "palette.disabled", "disabled", "table.head", "table.sorted",
        "bar", "bar.track", "search.match", "badge", "dialog", "dialog.title", "dialog.rule", "menu",
        "menu.cursor", "scrollbar", "scrollbar.thumb", "status.on", "status.off", "link", "diff.added",
        "diff.removed",
    ]

    public static let text = Style(id: 0)
    public static let textDim = Style(id: 1)
    public static let textStrong = Style(id: 2)
    public static let accent = Style(id: 3)
    public static let header = Style(id: 4)
    public static let tab = Style(id: 5)
    public static let tabActive = Style(id: 6)
    public static let rule = Style(id: 7)
    public static let footerKey = Style(id: 8)
    public static let footerText = Style(id: 9)
    public static let cardName = Style(id: 10)
    public static let cardText = Style(id: 11)
    public static let cardDim = Style(id: 12)
    public static let cardBar = Style(id: 13)
    public static let selection = Style(id: 14)
    public static let selectionCursor = Style(id: 15)
    public static let markSelected = Style(id: 16)
    public static let attention = Style(id: 17)
    public static let ok = Style(id: 18)
    public static let error = Style(id: 19)
    public static let warning = Style(id: 20)
    public static let toast = Style(id: 21)
    public static let toastError = Style(id: 22)
    public static let formLabel = Style(id: 23)
    public static let formField = Style(id: 24)
    public static let formFieldActive = Style(id: 25)
    public static let formFieldPlaceholder = Style(id: 26)
    public static let formError = Style(id: 27)
    public static let formButton = Style(id: 28)
    public static let formButtonActive = Style(id: 29)
    public static let paletteMatch = Style(id: 30)
    public static let paletteDisabled = Style(id: 31)
    public static let disabled = Style(id: 32)
    public static let tableHead = Style(id: 33)
    public static let tableSorted = Style(id: 34)
    public static let bar = Style(id: 35)
    public static let barTrack = Style(id: 36)
    public static let searchMatch = Style(id: 37)
    public static let badge = Style(id: 38)
    public static let dialog = Style(id: 39)
    public static let dialogTitle = Style(id: 40)
    public static let dialogRule = Style(id: 41)
    public static let menu = Style(id: 42)
    public static let menuCursor = Style(id: 43)
    public static let scrollbar = Style(id: 44)
    public static let scrollbarThumb = Style(id: 45)
    public static let statusOn = Style(id: 46)
    public static let statusOff = Style(id: 47)
    public static let link = Style(id: 48)
    public static let diffAdded = Style(id: 49)
    public static let diffRemoved = Style(id: 50)
}
