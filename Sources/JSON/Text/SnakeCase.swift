/// A Swift name as a JSON name: `applicationID` → `application_id`, `skillIDs` → `skill_ids`, `e164` → `e164`.
///
/// A run of capitals is one word (`videoURLText` → `video_url_text`); digits belong to the word before them. A name
/// without ASCII capitals comes back unchanged.
public func snakeCase(_ key: String) -> String {
    var key = key
    return key.withUTF8 { letters in
        let capitals = letters.count(where: isUppercase)
        guard capitals > 0 else { return String(decoding: letters, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: letters.count + capitals) { made in
            var length = 0
            for (position, letter) in letters.enumerated() {
                if isUppercase(letter) && startsWord(letters, position) {
                    made[length] = UInt8(ascii: "_")
                    length += 1
                }
                made[length] = isUppercase(letter) ? letter | 0x20 : letter
                length += 1
            }
            return length
        }
    }
}

/// Whether the capital at that place starts a word that needs an underscore before it.
private func startsWord(_ letters: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    guard position > 0, letters[position - 1] != UInt8(ascii: "_") else { return false }
    guard isUppercase(letters[position - 1]) else { return true }
    // Within a run of capitals only the last can start a word, when small letters follow it: the T of "URLText".
    guard position + 1 < letters.count, isLowercase(letters[position + 1]) else { return false }
    // The plural of an acronym is part of it: "IDs", "IDsToAdd".
    let isPlural =
        letters[position + 1] == UInt8(ascii: "s")
        && (position + 2 == letters.count || !isLowercase(letters[position + 2]))
    return !isPlural
}

private func isUppercase(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }

private func isLowercase(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }
