import Discovery
import Rollout

extension LabelledMessage {
    /// In the words of mails, notices and chat as they are: unseen when the rules were first closed, and read when they were widened.
    static let later: [LabelledMessage] = [
        .init(
            "Hi all, quick one from the ward office: shift notes used to cost me 25 minutes at the end of the day, with the dictation it is 10. Ask me if you want to see how.",
            .contributor, .none, example: true, .invites),
        .init(
            "Reminder: licences that are not used until 30 April will be withdrawn. Log in this week.", nil,
            .none,
            example: false, .orders),
        .init(
            "Our peers already answer tenders in half the time. If we stand still we lose bids; the plan for the second half of the year is attached.",
            .executive, .company, example: false, .neither),
        .init(
            "For everybody who runs a depot: no roll-out during peak. The first two depots begin in February, yours is told six weeks ahead.",
            .manager, .reader, example: false, .neither),
        .init(
            "I stopped typing delivery notes twice. Before: 15 minutes a truck. Now: 4. I sit in room 12 on Thursdays, bring your own pile.",
            .contributor, .none, example: true, .invites),
        .init(
            "Every department reports its prompts per head by Monday noon.", nil, .none, example: false,
            .orders),
        .init(
            "You hate the monthly export? So did Petra. She needs one coffee for it now and goes home at four.",
            .contributor, .reader, example: false, .neither),
        .init(
            "The board asked what the assistant brings. In claims, a file note takes 20 minutes instead of 35; six in ten who tried kept it. Nothing else is proven yet.",
            .executive, .company, example: true, .neither),
        .init(
            "Team leads, you will find two free slots next month in which your people could watch a colleague. Skip them if the month is full.",
            .manager, .reader, example: false, .invites),
        .init(
            "It is vital that all of us embrace this technology so that the group stays a leader in its field.",
            nil,
            .company, example: false, .orders),
        .init(
            "Not my cup of tea at first. Then I let it sort my inbox: 60 mails on a Monday, 18 left to read myself. Your mileage may vary, have a go.",
            .contributor, .reader, example: true, .invites),
        .init(
            "Attendance at the introduction is noted in the personnel file.", nil, .none, example: false,
            .orders),
        .init(
            "Savings of two million are budgeted for next year; each unit carries its share.", .executive,
            .company,
            example: false, .orders),
        .init(
            "Nobody counts who opens it. If it helps you, keep it. If not, leave it, and tell us why when you have a minute.",
            nil, .reader, example: false, .invites),
        .init(
            "Dear managers, please see to it that all of your staff have finished module 3 before the audit.",
            .manager, .none, example: false, .orders),
        .init(
            "With the new tool we serve more customers with the same staff, which secures our position and all of our jobs.",
            nil, .both, example: false, .neither),
        .init(
            "On late shift I used to get called out of planning eight times an evening; last week it was three, because the standard questions go elsewhere.",
            .contributor, .none, example: true, .neither),
        .init(
            "The works council and we agree: taking part is free, and stopping is too.", nil, .none,
            example: false, .invites),
        .init(
            "Supervisors: sick cover is planned by hand as before until the autumn. You hear from us before anything moves.",
            .manager, .reader, example: false, .neither),
        .init(
            "Investors expect a ten percent better cost ratio; this programme delivers it.", .executive,
            .company,
            example: false, .neither),
        .init(
            "Two of us tried it on travel claims. One keeps it: 30 minutes down to 12. The other went back, the receipts were read wrongly. Want a look?",
            .contributor, .none, example: true, .invites),
        .init(
            "From 1 June the old form is switched off. Use the assistant.", nil, .none, example: false,
            .orders),
        .init(
            "Less copying for you, fewer wrong invoices for the firm: that is the idea. Whether it holds, you can find out on your own pile.",
            .contributor, .both, example: false, .invites),
        .init(
            "Quarterly update: usage is up 14 percent, satisfaction unchanged.", .executive, .none,
            example: false,
            .neither),
    ]
}

extension LabelledMessage {
    /// Written and labelled after the rules were widened; nothing was changed in the rules for them.
    static let unseen: [LabelledMessage] = [
        .init(
            "Morning! The rota question that comes in every day at seven now answers itself. That was 20 minutes of my first hour; today it was 5. Pop by desk 4 and I show you.",
            .contributor, .none, example: true, .invites),
        .init(
            "Unused seats cost us 90 euros a month each. Anyone below three sessions loses theirs.", nil,
            .company,
            example: false, .orders),
        .init(
            "Shareholders will ask at the annual meeting. So far: two processes run faster, one does not, and we can name the figures for each.",
            .executive, .company, example: false, .neither),
        .init(
            "For shift leads: the pilot stays in hall B until the holidays are over. Your rosters are not touched.",
            .manager, .reader, example: false, .neither),
        .init(
            "It drafts my discharge letters. I still read every line. 30 minutes became 12, and on bad days 25. Curious? Sit next to me on Wednesday.",
            .contributor, .none, example: true, .invites),
        .init(
            "Participation in both webinars is compulsory for grades 5 to 9.", nil, .none, example: false,
            .orders),
        .init(
            "Tired of copying addresses? You could let it do the boring half and keep the half that needs you.",
            .contributor, .reader, example: false, .invites),
        .init(
            "We want to be the first port in the north that does customs papers overnight. That is what the programme is for.",
            .executive, .company, example: false, .neither),
        .init(
            "Heads of unit may give two afternoons in May to trying things out. May, not must; the year-end figures come first.",
            .manager, .none, example: false, .invites),
        .init(
            "From now on, minutes are to be produced with the assistant only.", nil, .none, example: false,
            .orders),
        .init(
            "You keep your evenings, the depot keeps its customers: complaints were answered in 3 days, now it takes 1.",
            .contributor, .both, example: true, .neither),
        .init(
            "Our auditors recommend documenting all use. Enter each use in the list, same day.", nil, .none,
            example: false, .orders),
        .init(
            "I gave it a fair chance on invoices: 40 minutes before, 45 after with all the checking. Not for me. Yours may differ, try if you feel like it.",
            .contributor, .none, example: true, .invites),
        .init(
            "Colleagues, the tool is there. Some like it, some do not, both is fine with us.", .contributor,
            .none,
            example: false, .invites),
        .init(
            "Managers asked for a calm spring. There will be one change in March and none in April.",
            .manager,
            .reader, example: false, .neither),
        .init(
            "The results of the first quarter are in: no effect on turnover, a small one on overtime.",
            .executive,
            .company, example: false, .neither),
    ]

    /// Precision and recall as the guide states them, to two decimals.
    static let stated: [String: [String: (precision: Double, recall: Double)]] = [
        "later": [
            "audience": (1.00, 0.94), "benefit": (0.93, 1.00), "example": (1.00, 0.83), "tone": (1.00, 1.00),
        ],
        "unseen": [
            "audience": (1.00, 0.50), "benefit": (0.50, 0.125), "example": (1.00, 0.75), "tone": (0.67, 0.20),
        ],
    ]
}
