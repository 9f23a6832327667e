public enum EmbeddedDefaults {
    public static let keymaps = "{}"
    public static let themes: [(String, String)] = []
}
