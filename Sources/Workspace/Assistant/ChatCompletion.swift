import Engine
import JSON

/// The messages of OpenAI's chat completions (`POST /chat/completions`), as compatible servers speak them.
enum ChatCompletion {
    /// The longest answer that is read, in bytes.
    static let longestAnswer = 1 << 20

    static func request(_ question: AssistantQuestion, _ settings: AssistantSettings) -> [UInt8] {
        let json: JSONValue = [
            "model": .string(settings.model), "max_tokens": .integer(Int64(settings.maxTokens)), "stream": false,
            "response_format": ["type": "json_object"],
            "messages": [
                ["role": "system", "content": .string(question.instructions)],
                ["role": "user", "content": .string(question.data.serialized())],
            ],
        ]
        return Array(json.serialized().utf8)
    }

    /// The text that was answered, and how many tokens both ways took if the server says so. `nil` for anything else.
    static func answer(_ bytes: [UInt8]) -> (text: String, tokens: Int?)? {
        guard let json = try? JSONValue(parsing: bytes, maximumDepth: 32),
            let text = json["choices"]?.arrayValue?.first?["message"]?["content"]?.stringValue
        else { return nil }
        let tokens = json["usage"]?["total_tokens"]?.integerValue
        return (text, tokens.flatMap { (1...10_000_000).contains($0) ? Int($0) : nil })
    }

    /// About how many tokens some bytes are, rather too many: three bytes each.
    static func estimate(_ bytes: Int) -> Int { bytes / 3 + 1 }
}
