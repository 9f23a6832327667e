import CCurl

/// libcurl, loaded when it is first needed.
public struct CurlLibrary: @unchecked Sendable {
    // Filled once and never changed; libcurl's functions may be called from any thread, each handle from one at a time.
    let functions: CCurlLibrary

    private static let loaded: Result<CurlLibrary, CurlError> = {
        var functions = CCurlLibrary()
        if let failure = CCurlLoad(&functions) {
            return .failure(
                CurlError(
                    .missingLibrary,
                    text: """
                        The library libcurl.so.4 is not here. Install it: on Debian and Ubuntu `apt-get install \
                        libcurl4` (\(String(cString: failure)))
                        """))
        }
        return .success(CurlLibrary(functions: functions))
    }()

    /// Throws `missingLibrary`, which names the package to install.
    public static func load() throws(CurlError) -> CurlLibrary { try loaded.get() }
}
