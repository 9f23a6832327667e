import Domain
import Engine
import Storage

/// A conversation of the demo, before it is written.
private struct ConversationSketch {
    var dialogue: Dialogue
    var agency: User.ID
    var other: User.ID
    var related: (type: Conversation.Related, id: AnyEntity.ID)
    var words: [(placeholder: String, value: String)]
    var start: Instant

    func filled(_ text: String) -> String {
        words.reduce(text) { $0.replacing($1.placeholder, with: $1.value) }
    }
}

extension DemoGenerator {
    /// What a consultant and a candidate with an account wrote to one another about an application. The demo accounts'
    /// own applications all have such a conversation, of the others about one in two.
    func addConversation(
        about story: ApplicationStory, _ application: Application.ID, of jobStory: JobStory, _ context: DemoContext,
        _ random: inout RandomStream, _ numbers: inout DemoNumbers, to rows: inout DemoRows
    ) {
        guard let account = context.account(of: story.candidate), story.candidate.index < 2 || random.chance(0.5)
        else { return }
        let job = jobStory.job
        let path = story.path
        let sketch = ConversationSketch(
            dialogue: random.pick(Dialogue.about(path.status, isFrench: story.candidate.isFrench)),
            agency: context.consultantUsers[job.consultant], other: account,
            related: (.application, application.cast()),
            words: [
                ("{first}", story.candidate.first), ("{job}", job.title),
                ("{company}", CompanySketch(job.company, plan: plan).name),
            ], start: path.enteredAt)
        add(sketch, &random, &numbers, to: &rows)
    }

    /// What a demo employer and its consultant wrote to one another about a job.
    func addConversation(
        with employer: User.ID, about job: JobSketch, _ context: DemoContext, _ random: inout RandomStream,
        _ numbers: inout DemoNumbers, to rows: inout DemoRows
    ) {
        let sketch = ConversationSketch(
            dialogue: Dialogue.withClient(isFrench: job.isFrench), agency: context.consultantUsers[job.consultant],
            other: employer, related: (.job, job.id.cast()), words: [("{job}", job.title)],
            start: job.openedAt.advanced(byDays: 3))
        add(sketch, &random, &numbers, to: &rows)
    }

    private func add(
        _ sketch: ConversationSketch, _ random: inout RandomStream, _ numbers: inout DemoNumbers,
        to rows: inout DemoRows
    ) {
        let messages = times(of: sketch, &random)
        guard let last = messages.last, let first = messages.first else { return }
        let id: Conversation.ID = random.identifier(at: first.at)
        numbers.conversation += 1
        rows.add(
            """
            INSERT INTO conversation (id, created_at, updated_at, created_by, version, row_seq, row_no, subject, kind,
            related_type, related_id, last_message_at, message_count) VALUES (\(id), \(first.at), \(first.at),
            \(first.sender), 1, \(rows.clock), \(numbers.conversation), \(sketch.filled(sketch.dialogue.subject)),
            \(Conversation.Kind.direct), \(sketch.related.type), \(sketch.related.id), \(last.at), \(messages.count))
            """)
        for message in messages {
            numbers.message += 1
            let identifier: Message.ID = random.identifier(at: message.at)
            rows.add(
                """
                INSERT INTO message (id, created_at, updated_at, created_by, version, row_seq, row_no, conversation_id,
                sender_id, body, sent_at) VALUES (\(identifier), \(message.at), \(message.at), \(message.sender), 1,
                \(rows.clock), \(numbers.message), \(id), \(message.sender), \(message.text), \(message.at))
                """)
        }
        // What came in the last four days may still be unread.
        let isFresh = last.at > plan.now.advanced(byDays: -4) || random.chance(0.03)
        for user in [sketch.agency, sketch.other] {
            let tail = isFresh ? messages.reversed().prefix { $0.sender != user }.count : 0
            let read = messages.dropLast(tail).last { $0.sender != user }?.at
            rows.add(
                """
                INSERT INTO conversation_participant (conversation_id, user_id, joined_at, last_read_at, unread,
                last_message_at, row_seq) VALUES (\(id), \(user), \(first.at), \(read), \(tail), \(last.at),
                \(rows.clock))
                """)
        }
    }

    /// When each line was written; none is later than now, and the conversation is as long as there was time for.
    private func times(
        of sketch: ConversationSketch, _ random: inout RandomStream
    ) -> [(at: Instant, sender: User.ID, text: String)] {
        var messages: [(at: Instant, sender: User.ID, text: String)] = []
        var at = min(sketch.start, plan.now.advanced(byMilliseconds: -60_000))
        for line in sketch.dialogue.lines {
            at = at.advanced(byMilliseconds: messages.isEmpty ? 1 : Int64(random.between(4, 1_900)) * 60_000)
            guard at < plan.now else { break }
            messages.append((at, line.byAgency ? sketch.agency : sketch.other, sketch.filled(line.text)))
        }
        return messages
    }
}
