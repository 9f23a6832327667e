/// Conversations in English, by how far the application has come.
enum EnglishDialogues {
    static let first: [Dialogue] = [
        Dialogue(
            "Your application: {job}",
            .agency(
                """
                Hello {first},

                Thank you for applying for “{job}”. Would you have a quarter of an hour for a first call this week?
                """),
            .other("Hello, yes: Thursday after five or any time on Friday would suit me."),
            .agency("Thursday at 5:15 it is. I will call you.")),
        Dialogue(
            "A job that may suit you",
            .agency(
                """
                Hello {first},

                A client of ours is looking for somebody with your background: {job}. Shall I tell you more?
                """),
            .other("Thanks for thinking of me. How much of it could be done from home?")),
    ]

    static let middle: [Dialogue] = [
        Dialogue(
            "What I still need from you",
            .agency(
                """
                Hello {first},

                Before I present you I need two references and a copy of your certificate. Could I have them by Monday?
                """),
            .other("The certificate comes tonight. Would my former team lead and a colleague do?"),
            .agency("They would. Please tell them that I will ring."), .other("Done, they expect your call.")),
        Dialogue(
            "{job}: salary and notice",
            .agency(
                """
                Hello {first}, before I put you forward to {company}: are your salary expectations still what you told \
                us, and how long is your notice?
                """),
            .other("One month, and yes, the figure stands.")),
    ]

    static let late: [Dialogue] = [
        Dialogue(
            "Interview: {job}",
            .agency(
                "Hello {first},\n\n{company} would like to meet you: Tuesday at ten, on site, about an hour."),
            .other("Tuesday at ten is fine. Whom will I meet?"),
            .agency(
                """
                The head of the department and somebody from HR. Take your ID with you, reception will ask for it.
                """),
            .other("Thanks! I will let you know how it went."), .other("It went well, I like the team a lot."))
    ]

    static let closed: [Dialogue] = [
        Dialogue(
            "Your application",
            .agency(
                """
                Hello {first},

                Another candidate was chosen for “{job}”. I keep your file and will be back as soon as something fits.
                """),
            .other("Thank you for telling me. I am still looking."))
    ]

    static let client = Dialogue(
        "{job}: where do we stand?", .other("Hello, do you have new people for “{job}”? The team is stretched."),
        .agency("Three are being screened; the best two will be with you by Thursday."),
        .other("Good. We can meet them from next week on."))
}
