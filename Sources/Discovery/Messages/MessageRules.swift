import Rollout

/// The rules by which a draft is read: words and phrases, listed here and in Guides/Discovery/Messages.md, nothing hidden.
package enum MessageRules {
    /// Phrases that say for whom a message is, with their weight.
    static let audience: [(layer: Layer, weight: Int, phrases: [String])] = [
        (
            .executive, 3,
            [
                "dear board", "to the board", "executive committee", "leadership team", "steering committee",
                "dear executives", "board members",
            ]
        ),
        (
            .executive, 1,
            [
                "board", "competitors", "competitor", "market share", "strategy", "strategic", "shareholders",
                "investors", "return on investment", "portfolio", "ahead of the market", "competitive",
                "competitive advantage", "the quarter", "sponsor", "bids", "tenders", "budgeted",
                "cost ratio", "quarterly update", "forecast for the year", "half of the year",
            ]
        ),
        (
            .manager, 3,
            [
                "dear managers", "dear team leads", "team leads", "to all managers", "as a manager",
                "your direct reports", "your reports", "managers", "line managers", "supervisors",
                "dear leads", "who runs a", "who run a", "everybody who runs",
            ]
        ),
        (
            .manager, 1,
            [
                "your team", "your people", "your teams", "staffing", "cover", "one to one", "one to ones",
                "rota", "team meeting", "planning", "handover", "shifts", "your staff",
                "all of your staff", "your people could",
            ]
        ),
        (
            .contributor, 3,
            [
                "your own work", "your own day", "your desk", "your inbox", "your working day", "your job",
                "in your own", "colleague of yours", "dear colleagues", "hello everyone", "hi all",
            ]
        ),
        (
            .contributor, 1,
            [
                "your day", "your week", "your evening", "your tasks", "your task", "your hands",
                "your shift", "retyping", "a task that bores you", "tedious", "boring", "your invoices",
                "your notes", "your calls", "your lunch", "i", "me", "my", "myself", "own pile", "two of us",
                "goes home", "go home",
            ]
        ),
    ]

    /// Phrases that speak of the company's benefit.
    static let company = [
        "productivity", "efficiency", "efficient", "efficiencies", "cost savings", "save costs", "cut costs",
        "reduce costs", "costs", "margin", "margins", "revenue",
        "profit", "growth", "competitive", "competitiveness", "competitors", "market share", "market",
        "shareholders", "the company", "our company", "the business",
        "our business", "the organisation", "our organisation", "return on investment", "headcount", "output",
        "transformation", "our customers will", "utilisation", "the group", "the firm", "our position",
        "our peers",
        "lose bids", "budgeted", "cost ratio", "savings of", "more customers", "leader in its field",
        "our standing",
        "win more", "grow", "the board asked", "investors",
    ]

    /// Phrases that speak of the reader's own benefit.
    static let reader = [
        "your own work", "your own day", "your day", "your week", "your evening", "your evenings",
        "your desk", "your inbox", "your hands", "your working day", "for you", "you save", "you spend less",
        "you spend", "saves you", "gives you", "gave me", "saves me", "your team stays", "your team keeps",
        "your team gets", "your people get", "you get back", "you no longer", "off your hands",
        "off your desk", "off my desk", "you are interrupted",
        "interrupts you", "without staying late", "leave on time", "home on time", "less stress", "calmer",
        "your lunch", "in your job", "bores you", "bothers you", "you would rather", "you know in advance",
        "no surprises for", "your shifts", "your workload", "your time", "my own", "my day", "my evenings",
        "i no longer", "you never again", "you can stop", "helps you", "helped you", "goes home", "go home",
        "my inbox",
        "read myself", "you hear from us", "weeks ahead", "for your own", "your own pile", "our jobs",
        "your people could",
        "by hand as before", "you get home", "off your plate", "off my plate", "is told six", "your month",
        "the month is full",
    ]

    /// Words of each motive, for the message log.
    static let motives: [(motive: Message.Motive, phrases: [String])] = [
        (
            .advantage,
            [
                "competitive", "competitors", "competitor", "competitiveness", "market", "market share",
                "growth", "revenue", "margin", "margins", "ahead of", "advantage", "strategic", "strategy",
                "return on investment", "costs", "cost savings", "efficiency", "productivity",
                "transformation", "profit", "leading", "first mover",
            ]
        ),
        (
            .stability,
            [
                "no surprises", "calm", "calmer", "stable", "stability", "step by step",
                "one change at a time", "nothing changes", "stays the same", "planned", "in advance", "cover",
                "staffing", "workload", "predictable", "pause", "at your own pace", "no extra", "handover",
                "your team keeps", "your team stays", "same people", "on schedule", "steady", "rota",
            ]
        ),
        (
            .personal,
            [
                "your own work", "your own day", "your day", "your week", "your evening", "your evenings",
                "your desk", "your inbox", "your working day", "tedious", "boring", "bores you",
                "bothers you", "retyping", "interrupted", "interruptions", "interrupts you", "home on time",
                "leave on time", "saves me", "saves you", "my day", "my evenings", "i no longer",
                "you no longer", "off your hands", "off your desk", "stress", "in your job", "your lunch",
                "for you", "dull",
            ]
        ),
    ]

    /// Phrases that order.
    static let orders = [
        "must", "mandatory", "required", "requirement", "obligatory", "compulsory", "have to", "has to",
        "need to", "needs to", "are expected to", "is expected to", "is expected", "shall", "no exceptions",
        "will be tracked", "will be monitored", "will be measured", "will be reported", "is tracked",
        "are tracked", "is counted", "without exception", "at the latest", "ensure that", "make sure that",
        "please complete", "please ensure", "complete the", "non compliance",
        "comply", "instructed", "deadline", "with immediate effect", "effective immediately", "failure to",
        "targets", "target of", "are to use", "is to use", "expect every", "expect all", "expect everyone",
        "will be withdrawn",
        "is noted", "are noted", "is recorded", "are recorded", "it is vital", "is vital that", "see to it",
        "is switched off",
        "are switched off", "personnel file", "its share", "reports its", "report their", "no later than",
        "by noon",
        "by monday", "by tuesday", "by wednesday", "by thursday", "by friday", "by the end of",
        "before the end of",
        "log in this week", "use the assistant", "have finished", "without delay",
    ]

    /// Phrases that take an order back; they invite.
    static let freed = [
        "do not have to", "dont have to", "nobody has to", "no one has to", "not mandatory", "not required",
        "nothing is required", "no obligation", "no need to", "without having to", "not have to",
        "nobody must", "no deadline", "no target", "no targets", "isnt mandatory", "never required",
        "nobody is expected to", "no longer have to", "nobody is counted", "nothing is counted",
        "nothing is tracked", "is not tracked", "is not counted", "you no longer need to", "dont need to",
        "do not need to", "nobody counts", "no one counts", "nobody notes", "taking part is free",
        "is free to", "skip them",
        "skip it", "leave it", "stopping is",
    ]

    /// Phrases that invite.
    static let invitations = [
        "if you like", "if you want", "if you wish", "feel free", "would you like", "you are welcome",
        "you're welcome", "youre welcome", "come and", "come by", "come along", "drop in", "drop by",
        "join us", "have a look", "take a look", "try it", "you can try", "you could try", "give it a try",
        "voluntary", "your choice", "up to you", "want to see", "curious", "watch me", "watch her",
        "watch him", "you may", "happy to show", "ill show you", "i will show", "glad to show", "want to try",
        "you decide", "see for yourself", "invite you", "invited", "pick one", "pick a", "stay away",
        "as you please", "who wants to", "whoever wants", "ask me", "bring your own", "have a go",
        "want a look",
        "could watch", "find out on your own", "find out for yourself", "i sit in", "if it helps",
        "drop me a line", "say hello",
        "look over my shoulder", "look over her shoulder", "your mileage", "interested",
    ]

    /// Words that sound important and say nothing.
    static let empty = [
        "leverage", "synergy", "synergies", "game changer", "game changing", "paradigm", "cutting edge",
        "world class", "best in class", "holistic", "disruptive", "revolutionise", "revolutionary",
        "seamless", "seamlessly", "unlock", "unlocking", "empower", "empowering", "supercharge", "ecosystem",
        "future proof", "journey", "next level", "transformative", "harness", "state of the art", "embrace",
    ]

    /// Words between a before and an after.
    static let comparisons = [
        "from", "instead of", "used to", "before", "now", "previously", "until", "was", "took", "down to",
        "rather than", "where it", "today", "since then", "after",
    ]

    /// What is counted in a before and an after.
    static let units: Set<String> = [
        "minute", "minutes", "min", "mins", "hour", "hours", "day", "days", "week", "weeks", "time", "times",
        "interruption", "interruptions", "call", "calls", "mail", "mails", "emails", "page", "pages", "click",
        "clicks", "step", "steps", "percent", "question", "questions",
        "evening", "evenings", "letter", "letters", "report", "reports", "error", "errors",
    ]

    /// Numbers as words.
    static let numbers: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "ninety", "hundred", "half", "quarter",
        "an", "once", "twice", "none", "zero",
    ]
}
