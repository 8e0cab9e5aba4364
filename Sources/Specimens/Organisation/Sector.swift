/// A line of business: companies, and the job families that work in them.
struct Sector: Sendable {
    /// A kind of work that several teams share; it is the `role` of the case folder.
    struct Family: Sendable {
        let role: String
        /// Standard Occupational Classification code of those who do the work.
        let occupation: String
        let unit: String
        let teams: [String]
        /// Tedious tasks a use case can take over.
        let tasks: [String]
        let isEngineering: Bool

        init(
            _ role: String, _ occupation: String, unit: String, teams: [String], tasks: [String],
            isEngineering: Bool = false
        ) {
            self.role = role
            self.occupation = occupation
            self.unit = unit
            self.teams = teams
            self.tasks = tasks
            self.isEngineering = isEngineering
        }
    }

    let companies: [String]
    let sites: [String]
    let families: [Family]

    static let all: [Sector] = [logistics, insurance, utility]

    static let logistics = Sector(
        companies: ["Northwind Logistics", "Harbour & Pike Freight", "Corvane Parcel"],
        sites: ["North", "South", "Harbour", "Airport", "Midlands", "East", "West", "Night"],
        families: [
            .init(
                "Transport planner", "43-5032", unit: "Operations",
                teams: ["Yard Planning", "Route Desk", "Line Haul", "Dispatch"],
                tasks: [
                    "Draft the day's route changes", "Explain a late trailer to the customer",
                    "Rebook missed slots", "Summarise the night handover", "Check driver hours notes",
                    "Sort carrier e-mails", "Fill the delay report", "Compare carrier quotes",
                    "Prepare the depot briefing", "Spot double bookings", "Translate driver messages",
                    "Plan the holiday roster",
                ]),
            .init(
                "Claims handler", "13-1031", unit: "Customer",
                teams: ["Claims Desk", "Damage & Loss", "Recoveries", "Customs Claims"],
                tasks: [
                    "Draft the claim acknowledgement", "Pull facts from delivery notes",
                    "Summarise a claim file", "Match photos to consignments", "Write the refusal letter",
                    "Chase missing papers", "Value a small claim", "Code the cause of damage",
                    "Prepare the recovery letter", "Check policy wording", "Close stale claims",
                    "Answer status questions",
                ]),
            .init(
                "Customer agent", "43-4051", unit: "Customer",
                teams: ["Customer Care", "Key Accounts", "Web Orders", "Returns Desk"],
                tasks: [
                    "Draft the reply to a complaint", "Summarise a call", "Find the parcel's story",
                    "Tag incoming mail", "Prepare the account review", "Translate a request",
                    "Fill the returns form", "Suggest the next step", "Write the service bulletin",
                    "Correct addresses", "Log call reasons", "Answer opening-hour questions",
                ]),
            .init(
                "Billing clerk", "43-3021", unit: "Finance",
                teams: ["Billing", "Credit Control", "Carrier Payables", "Tariff Desk"],
                tasks: [
                    "Match invoices to orders", "Explain a surcharge", "Draft the reminder letter",
                    "Spot duplicate invoices", "Read paper invoices", "Prepare month end notes",
                    "Code cost centres", "Check fuel clauses", "Reconcile carrier statements",
                    "Answer invoice queries", "Update tariff sheets", "Summarise disputes",
                ]),
            .init(
                "Software engineer", "15-1252", unit: "Technology",
                teams: ["Tracking Platform", "Depot Systems", "Data Feeds", "Customer Apps"],
                tasks: [
                    "Write unit tests", "Review a pull request", "Draft release notes",
                    "Trace an incident", "Convert a data feed", "Document an interface",
                    "Refactor an old module", "Triage bug reports", "Write a migration",
                    "Explain legacy code", "Prepare test data", "Summarise an outage",
                ], isEngineering: true),
        ])

    static let insurance = Sector(
        companies: ["Harrow & Finch Insurance", "Lindqvist Mutual", "Ardent Cover"],
        sites: ["London", "Leeds", "Bristol", "Glasgow", "Cardiff", "Belfast", "York", "Evening"],
        families: [
            .init(
                "Claims adjuster", "13-1031", unit: "Claims",
                teams: ["Motor Claims", "Home Claims", "Large Loss", "Claims Triage"],
                tasks: [
                    "Summarise a claim history", "Draft the settlement letter", "Read repair estimates",
                    "List missing documents", "Check cover against the event", "Sort the claims inbox",
                    "Write the file note", "Prepare the reserve memo", "Spot repeat claims",
                    "Explain a decision plainly", "Plan site visits", "Answer progress questions",
                ]),
            .init(
                "Underwriting assistant", "43-9041", unit: "Underwriting",
                teams: ["Commercial Lines", "Personal Lines", "Renewals", "Broker Desk"],
                tasks: [
                    "Read a broker submission", "Compare last year's terms", "Draft the renewal note",
                    "Fill the risk sheet", "Check sanctions hits", "Summarise a survey report",
                    "Prepare the quote letter", "Sort broker mail", "Find similar risks",
                    "Explain an exclusion", "Update policy records", "Log declinature reasons",
                ]),
            .init(
                "Service adviser", "43-4051", unit: "Customer",
                teams: ["Service Line", "Policy Changes", "Complaints", "New Business"],
                tasks: [
                    "Summarise a call", "Draft the reply to a complaint", "Find the right clause",
                    "Fill the change form", "Write a call-back note", "Tag incoming mail",
                    "Explain a premium", "Translate a letter", "Prepare the ombudsman file",
                    "Suggest the next step", "Check identity papers", "Log call reasons",
                ]),
            .init(
                "Actuarial analyst", "15-2011", unit: "Finance",
                teams: ["Reserving", "Pricing", "Capital", "Reporting"],
                tasks: [
                    "Document a model change", "Draft the quarter's commentary", "Check a data extract",
                    "Convert an old workbook", "Summarise a regulation", "Compare two model runs",
                    "Prepare committee slides", "Explain an outlier", "Write test cases",
                    "Describe assumptions", "Reconcile ledgers", "Review a peer's script",
                ]),
            .init(
                "Software engineer", "15-1252", unit: "Technology",
                teams: ["Policy Platform", "Claims Systems", "Integration", "Web & Apps"],
                tasks: [
                    "Write unit tests", "Review a pull request", "Draft release notes",
                    "Trace an incident", "Document an interface", "Refactor an old module",
                    "Triage bug reports", "Write a migration", "Explain legacy code",
                    "Prepare test data", "Summarise an outage", "Generate a test plan",
                ], isEngineering: true),
        ])

    static let utility = Sector(
        companies: ["Calder Valley Water", "Brightmoor Energy", "Oakhaven Networks"],
        sites: ["North", "Coast", "Valley", "City", "Moor", "Lakes", "Reserve", "Night"],
        families: [
            .init(
                "Network planner", "17-3029", unit: "Networks",
                teams: ["Asset Planning", "Outage Desk", "Connections", "Permits"],
                tasks: [
                    "Draft the outage notice", "Summarise an inspection", "Fill the permit form",
                    "Compare repair options", "Prepare the works briefing", "Read contractor reports",
                    "Find past faults", "Check the asset record", "Write the handover note",
                    "Plan the crew week", "Sort fault tickets", "Explain a delay",
                ]),
            .init(
                "Customer adviser", "43-4051", unit: "Customer",
                teams: ["Contact Centre", "Moves & Accounts", "Priority Services", "Complaints"],
                tasks: [
                    "Summarise a call", "Draft the reply to a complaint", "Explain a bill",
                    "Tag incoming mail", "Fill the move form", "Write a call-back note",
                    "Find the right tariff", "Translate a request", "Prepare the case file",
                    "Suggest the next step", "Log call reasons", "Check meter readings",
                ]),
            .init(
                "Metering clerk", "43-5041", unit: "Customer",
                teams: ["Meter Reads", "Settlements", "Field Booking", "Data Quality"],
                tasks: [
                    "Match readings to accounts", "Explain an estimate", "Rebook an appointment",
                    "Spot impossible readings", "Draft the access letter", "Summarise field notes",
                    "Code exceptions", "Check photo readings", "Prepare the settlement note",
                    "Chase missing reads", "Sort supplier mail", "Close duplicate jobs",
                ]),
            .init(
                "Finance analyst", "13-2011", unit: "Finance",
                teams: ["Regulatory Accounts", "Treasury", "Purchase Ledger", "Project Control"],
                tasks: [
                    "Draft variance commentary", "Match invoices to orders", "Summarise a contract",
                    "Prepare month end notes", "Check cost codes", "Convert an old workbook",
                    "Explain an overspend", "Write the audit reply", "Compare forecasts",
                    "Read supplier statements", "Prepare board figures", "Reconcile accruals",
                ]),
            .init(
                "Software engineer", "15-1252", unit: "Technology",
                teams: ["Telemetry", "Work Management", "Billing Systems", "Data Platform"],
                tasks: [
                    "Write unit tests", "Review a pull request", "Draft release notes",
                    "Trace an incident", "Document an interface", "Refactor an old module",
                    "Triage bug reports", "Write a migration", "Explain legacy code",
                    "Prepare test data", "Summarise an outage", "Generate a test plan",
                ], isEngineering: true),
        ])
}
