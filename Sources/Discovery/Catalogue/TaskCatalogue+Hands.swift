/// Groups of occupations that build, repair, make and move. Hints: mean of "beta" in tenths.
extension TaskCatalogue {
    static let hands: [OccupationGroup] = [
        OccupationGroup(
            "45", "farming and forestry", 1,
            [
                CatalogueTask(
                    "field-records", "Keeping records for the authorities",
                    also: "record field spray subsidy form"),
                CatalogueTask(
                    "weather-plans", "Planning anew when the weather turns", .stresses,
                    also: "plan weather harvest change"),
            ]),
        OccupationGroup(
            "47", "building and mining", 1,
            [
                CatalogueTask("site-diary", "Writing the site diary", also: "diary site report photo daily"),
                CatalogueTask(
                    "material-lists", "Working out material lists",
                    also: "material quantity list order measure"),
            ]),
        OccupationGroup(
            "49", "installation and repair", 1,
            [
                CatalogueTask(
                    "service-reports", "Writing service reports in the van",
                    also: "service report visit job sheet customer"),
                CatalogueTask(
                    "fault-search", "Looking for a fault in long manuals", .stresses,
                    also: "fault manual error code troubleshooting"),
                CatalogueTask(
                    "spare-parts", "Finding the right spare part", .interrupts,
                    also: "part number catalogue order spare"),
            ]),
        OccupationGroup(
            "51", "production", 1,
            [
                CatalogueTask(
                    "shift-book", "Writing the shift book", also: "shift book handover log machine"),
                CatalogueTask(
                    "quality-lists", "Filling in quality lists", also: "quality check list measurement form"),
                CatalogueTask(
                    "stoppages", "Explaining stoppages", .stresses, also: "stop downtime reason machine fault"
                ),
            ]),
        OccupationGroup(
            "53", "transport and warehouse", 2,
            [
                CatalogueTask(
                    "waybills", "Papers for each load", also: "waybill customs delivery note load paper"),
                CatalogueTask(
                    "route-changes", "Changes on the road", .interrupts,
                    also: "route traffic call change dispatcher"),
                CatalogueTask(
                    "damage-reports", "Reporting damage", .stresses, also: "damage claim photo report"),
                CatalogueTask("stock-counts", "Counting stock", also: "inventory count stock shelf list"),
            ]),
    ]
}
