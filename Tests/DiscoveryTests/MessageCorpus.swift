import Discovery
import Rollout

/// Drafts of our own writing, with what a careful reader says of them.
struct LabelledMessage: Sendable {
    let text: String
    let audience: Layer?
    let benefit: MessageCheck.Benefit
    let hasExample: Bool
    let tone: MessageCheck.Tone

    init(
        _ text: String, _ audience: Layer?, _ benefit: MessageCheck.Benefit, example: Bool,
        _ tone: MessageCheck.Tone
    ) {
        self.text = text
        self.audience = audience
        self.benefit = benefit
        hasExample = example
        self.tone = tone
    }

    /// Seen while the rules were written.
    static let tuned: [LabelledMessage] = [
        .init(
            "All employees must complete the AI training by Friday. Completion will be tracked.", nil, .none,
            example: false, .orders),
        .init(
            "AI will make our company more competitive and improve our margins.", nil, .company,
            example: false, .neither),
        .init(
            "Dear colleagues, answering delivery questions took me 40 minutes each morning. Now it takes 12. Come and watch if you like.",
            .contributor, .none, example: true, .invites),
        .init(
            "Dear managers, your team keeps its rota. Nothing changes before March, and no one has to try anything.",
            .manager, .reader, example: false, .invites),
        .init(
            "To the board: our competitors cut costs with AI. We have to act this quarter.", .executive,
            .company, example: false, .orders),
        .init(
            "Pick a task that bores you and try it. You spend less of your evening on notes: 30 minutes before, 10 minutes now.",
            .contributor, .reader, example: true, .invites),
        .init(
            "Use of the assistant is mandatory for all teams from May. Failure to comply will be reported.",
            nil, .none, example: false, .orders),
        .init(
            "We leverage cutting edge AI to unlock synergies across the business.", nil, .company,
            example: false, .neither),
        .init(
            "As a manager you know in advance what comes: one change at a time, planned with your team.",
            .manager, .reader, example: false, .neither),
        .init(
            "Ms Aldous in claims used to spend two hours on completeness checks. Today it is 35 minutes.",
            nil, .none, example: true, .neither),
        .init(
            "The efficiency programme has a target of 20 percent. Managers are expected to report use each week.",
            .manager, .company, example: false, .orders),
        .init(
            "Would you like less stress on your desk? Drop in on Tuesday and see for yourself.", .contributor,
            .reader, example: false, .invites),
        .init(
            "Leadership team: market share depends on productivity. AI raises productivity.", .executive,
            .company, example: false, .neither),
        .init(
            "Your shifts stay as they are. Nobody has to change the handover.", .manager, .reader,
            example: false, .invites),
    ]

    /// Written afterwards, and never used to change a rule.
    static let fresh: [LabelledMessage] = [
        .init(
            "Everyone needs to log in to the tool at least once a week. We will check.", nil, .none,
            example: false, .orders),
        .init(
            "I no longer retype addresses: it was 25 minutes a day and is 5 minutes now. I will show you on Thursday if you want.",
            .contributor, .reader, example: true, .invites),
        .init(
            "Shareholders expect growth, and AI is how we get there.", .executive, .company, example: false,
            .neither),
        .init(
            "Dear team leads, your people get a calmer Monday, step by step and without surprises.", .manager,
            .reader, example: false, .neither),
        .init(
            "Please ensure that every report is drafted with the assistant.", nil, .none, example: false,
            .orders),
        .init(
            "Bored by meeting notes? Give it a try on your own work. Nothing is tracked.", .contributor,
            .reader, example: false, .invites),
        .init(
            "The new assistant is a game changer for our organisation.", nil, .company, example: false,
            .neither),
        .init(
            "Month-end letters: three hours before, 50 minutes after, checking included.", nil, .none,
            example: true, .neither),
        .init(
            "For the steering committee: 41 use cases are live and one in five people keeps one.", .executive,
            .none, example: false, .neither),
        .init(
            "Supervisors shall submit weekly adoption figures without exception.", .manager, .none,
            example: false, .orders),
        .init(
            "You may try it on your invoices, or leave it. It is your choice.", .contributor, .none,
            example: false, .invites),
        .init(
            "AI saves the company money. It will also give each of us time.", nil, .both, example: false,
            .neither),
        .init(
            "Kim is glad to show how she answers parents in ten minutes instead of forty.", nil, .none,
            example: true, .invites),
        .init(
            "Managers, cover is planned for each demonstration, so no shift is short.", .manager, .none,
            example: false, .neither),
        .init("We expect all staff to embrace the transformation.", nil, .company, example: false, .orders),
        .init(
            "Your inbox at five: twelve mails before, three mails now. You can leave on time.", .contributor,
            .reader, example: true, .neither),
    ]
}
