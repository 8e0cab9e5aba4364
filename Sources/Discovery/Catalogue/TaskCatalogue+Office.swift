/// Groups of occupations that mostly sit at a desk. Hints: mean of "beta" in tenths.
extension TaskCatalogue {
    static let office: [OccupationGroup] = [
        OccupationGroup(
            "11", "management", 5,
            [
                CatalogueTask(
                    "figures-for-above", "Collecting figures for a report upwards",
                    also: "numbers board monthly dashboard kpi"),
                CatalogueTask(
                    "approvals", "Approving requests one by one", .interrupts,
                    also: "approval sign off leave purchase"),
                CatalogueTask(
                    "appraisals", "Writing appraisals and feedback", .stresses,
                    also: "review evaluation performance letter"),
                CatalogueTask(
                    "rosters", "Planning shifts and cover", .stresses,
                    also: "roster absence rota sick plan staffing"),
                CatalogueTask(
                    "announcements", "Wording announcements to the team",
                    also: "announce change news letter staff"),
            ]),
        OccupationGroup(
            "13", "business and finance", 5,
            [
                CatalogueTask(
                    "reconciling", "Reconciling figures that do not agree",
                    also: "reconcile match ledger account differences balance"),
                CatalogueTask(
                    "invoices", "Checking and coding invoices",
                    also: "invoice bill purchase order payment supplier"),
                CatalogueTask(
                    "month-end", "Month-end closing", .stresses, also: "close books quarter accruals deadline"
                ),
                CatalogueTask(
                    "proposals", "Writing proposals and tenders",
                    also: "offer bid quote tender answer questionnaire"),
                CatalogueTask(
                    "screening", "Reading applications", also: "cv candidate screen hiring applicants letter"),
                CatalogueTask(
                    "commentary", "Writing comments to the figures",
                    also: "variance explain commentary budget forecast"),
            ]),
        OccupationGroup(
            "15", "computing and data", 7,
            [
                CatalogueTask("tests", "Writing tests for code that exists", also: "unit test coverage"),
                CatalogueTask(
                    "code-docs", "Keeping documentation in step with the code",
                    also: "readme api docs comments"),
                CatalogueTask(
                    "reviews", "Reviewing other people's changes", .interrupts,
                    also: "review pull request code"),
                CatalogueTask(
                    "cleaning-data", "Cleaning data before anything can be done",
                    also: "clean missing duplicates csv import format"),
                CatalogueTask(
                    "on-call", "Alarms out of hours", .stresses, also: "incident page alert call night log"),
                CatalogueTask(
                    "queries", "Small queries for other people", .interrupts,
                    also: "ad hoc query extract report request numbers"),
                CatalogueTask(
                    "upgrades", "Upgrading libraries and settings",
                    also: "dependency upgrade migration version boilerplate"),
            ]),
        OccupationGroup(
            "17", "engineering and architecture", 5,
            [
                CatalogueTask(
                    "specifications", "Writing and comparing specifications",
                    also: "spec requirement standard norm compare version"),
                CatalogueTask(
                    "drawings", "Changing drawings and parts lists",
                    also: "drawing bill of materials cad revision"),
                CatalogueTask(
                    "inspection-reports", "Writing inspection and test reports",
                    also: "report measurement protocol photos site"),
                CatalogueTask(
                    "compliance-papers", "Papers for permits and approvals", .stresses,
                    also: "permit authority certificate compliance evidence"),
            ]),
        OccupationGroup(
            "19", "science", 5,
            [
                CatalogueTask(
                    "literature", "Keeping up with the literature",
                    also: "paper article research reading journal"),
                CatalogueTask(
                    "lab-notes", "Writing up experiments", also: "lab notes protocol results notebook"),
                CatalogueTask(
                    "grants", "Writing grant applications and reports", .stresses,
                    also: "grant funding application deadline"),
                CatalogueTask(
                    "plots", "Making the same plots and tables again", also: "plot figure chart table script"),
            ]),
        OccupationGroup(
            "23", "law", 5,
            [
                CatalogueTask(
                    "contracts", "Comparing contracts with the standard",
                    also: "clause contract review redline agreement"),
                CatalogueTask(
                    "case-files", "Reading into a case file", also: "case file documents chronology evidence"),
                CatalogueTask(
                    "deadlines", "Watching deadlines", .stresses, also: "deadline court date reminder"),
                CatalogueTask(
                    "standard-letters", "Drafting letters that are nearly always the same",
                    also: "letter draft standard template"),
            ]),
        OccupationGroup(
            "27", "media, design and communication", 5,
            [
                CatalogueTask(
                    "versions", "Making many versions of one text or picture",
                    also: "variant format size channel translate adapt"),
                CatalogueTask(
                    "captions", "Captions, transcripts and alt texts",
                    also: "caption transcript subtitle description alt"),
                CatalogueTask(
                    "briefs", "Turning vague wishes into a brief", .stresses,
                    also: "brief feedback client change request"),
                CatalogueTask(
                    "press", "Collecting what was written about us",
                    also: "press clipping monitor media coverage"),
            ]),
        OccupationGroup(
            "41", "sales", 5,
            [
                CatalogueTask(
                    "call-notes", "Entering calls and visits",
                    also: "crm notes log visit call customer record"),
                CatalogueTask(
                    "quotes", "Putting quotes together", also: "quote offer price list configuration"),
                CatalogueTask(
                    "prospects", "Finding out about a customer before a call",
                    also: "research prospect lead company background prepare"),
                CatalogueTask(
                    "follow-ups", "Following up", .stresses, also: "follow reminder chase answer email"),
                CatalogueTask(
                    "product-questions", "Looking up details of products", .interrupts,
                    also: "product question stock delivery catalogue"),
            ]),
        OccupationGroup(
            "43", "office and administration", 6,
            [
                CatalogueTask(
                    "data-entry", "Entering data from paper and mails",
                    also: "type enter data order address form system"),
                CatalogueTask(
                    "customer-questions", "Questions that come again and again", .interrupts,
                    also: "customer phone question call same status where order"),
                CatalogueTask(
                    "filing", "Filing and naming documents", also: "file folder scan archive name sort"),
                CatalogueTask(
                    "dispatch", "Arranging deliveries and changing them again", .stresses,
                    also: "delivery truck route shipment dispatch carrier late reschedule"),
                CatalogueTask(
                    "claims", "Checking claims and applications for what is missing",
                    also: "claim application missing document check completeness"),
                CatalogueTask("letters", "Standard letters", also: "letter template address mail reminder"),
                CatalogueTask(
                    "lists", "Keeping lists up to date", also: "list spreadsheet update stock master data"),
            ]),
    ]
}
