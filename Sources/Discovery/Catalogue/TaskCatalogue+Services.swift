/// Groups of occupations that teach, care, serve and protect. Hints: mean of "beta" in tenths.
extension TaskCatalogue {
    static let services: [OccupationGroup] = [
        OccupationGroup(
            "21", "social and community work", 3,
            [
                CatalogueTask(
                    "social-notes", "Case notes after a visit", also: "note record visit client documentation"
                ),
                CatalogueTask(
                    "referrals", "Letters and referrals to other services",
                    also: "referral letter agency application"),
                CatalogueTask(
                    "offers-of-help", "Finding which help fits", .interrupts,
                    also: "service programme eligibility benefit search"),
            ]),
        OccupationGroup(
            "25", "education", 4,
            [
                CatalogueTask(
                    "marking", "Marking the same mistakes", also: "grade correct homework exam essay feedback"
                ),
                CatalogueTask(
                    "worksheets", "Making exercises at several levels",
                    also: "worksheet material lesson differentiate exercise"),
                CatalogueTask(
                    "school-reports", "Writing reports about pupils", .stresses,
                    also: "report certificate pupil student parents"),
                CatalogueTask(
                    "parents", "Messages from parents and students", .interrupts,
                    also: "parent student message question email"),
            ]),
        OccupationGroup(
            "29", "health care", 3,
            [
                CatalogueTask(
                    "charting", "Documenting after the patient has gone",
                    also: "chart record patient note documentation evening"),
                CatalogueTask(
                    "handover", "Writing and reading handovers", .stresses,
                    also: "handover shift summary patient"),
                CatalogueTask(
                    "health-letters", "Letters to other practices and insurers",
                    also: "discharge letter referral insurance authorisation"),
                CatalogueTask(
                    "coding", "Coding diagnoses and services", also: "code billing diagnosis catalogue"),
            ]),
        OccupationGroup(
            "31", "care and support", 2,
            [
                CatalogueTask(
                    "care-records", "Ticking off care records", also: "record tick form care chart"),
                CatalogueTask(
                    "supplies", "Ordering supplies", .interrupts, also: "order stock supply missing"),
                CatalogueTask(
                    "appointments", "Moving appointments", .interrupts,
                    also: "appointment phone cancel reschedule patient"),
            ]),
        OccupationGroup(
            "33", "protection and safety", 3,
            [
                CatalogueTask(
                    "incident-reports", "Writing incident reports", .stresses,
                    also: "incident report statement shift log"),
                CatalogueTask("patrol-logs", "Keeping logs of rounds", also: "log patrol round entry"),
                CatalogueTask(
                    "instructions", "Looking up instructions", .interrupts,
                    also: "procedure rule instruction look up"),
            ]),
        OccupationGroup(
            "35", "food and kitchen", 1,
            [
                CatalogueTask(
                    "kitchen-orders", "Ordering and counting stock",
                    also: "stock count order inventory supplier"),
                CatalogueTask(
                    "allergens", "Questions about ingredients", .interrupts,
                    also: "allergen ingredient guest menu question"),
                CatalogueTask(
                    "hygiene-lists", "Filling in temperature and hygiene lists",
                    also: "temperature hygiene list form check"),
            ]),
        OccupationGroup(
            "37", "buildings and grounds", 1,
            [
                CatalogueTask(
                    "job-lists", "Lists of jobs that change all day", .interrupts,
                    also: "job list order change urgent"),
                CatalogueTask("defects", "Reporting defects", also: "defect damage report photo repair"),
            ]),
        OccupationGroup(
            "39", "personal service", 2,
            [
                CatalogueTask(
                    "bookings", "Bookings and cancellations", .interrupts,
                    also: "booking cancel phone appointment"),
                CatalogueTask(
                    "reviews-online", "Answering reviews", .stresses,
                    also: "review rating answer complaint online"),
            ]),
    ]
}
