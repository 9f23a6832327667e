/// A Swift name as a JSON name: `applicationID` → `application_id`, `skillIDs` → `skill_ids`, `e164` → `e164`.
///
/// A run of capitals is one word (`videoURLText` → `video_url_text`); digits belong to the word before them. A name
/// without ASCII capitals comes back unchanged.
public func snakeCase(_ key: String) -> String {
    guard key.utf8.contains(where: isUppercase) else { return key }
    let letters = Array(key.utf8)
    var made: [UInt8] = []
    made.reserveCapacity(letters.count + 4)
    for (position, letter) in letters.enumerated() {
        guard isUppercase(letter) else {
            made.append(letter)
            continue
        }
        if startsWord(letters, position) { made.append(UInt8(ascii: "_")) }
        made.append(letter | 0x20)
    }
    return String(decoding: made, as: UTF8.self)
}

/// Whether the capital at that place starts a word that needs an underscore before it.
private func startsWord(_ letters: [UInt8], _ position: Int) -> Bool {
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
