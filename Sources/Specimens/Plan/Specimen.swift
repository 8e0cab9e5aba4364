package import Rollout

/// A synthetic organisation: its case folder, and the truth nobody in it could know.
package struct Specimen: Sendable {
    /// A file written beside the tables, in a vendor's format.
    package struct Export: Hashable, Sendable {
        /// Path within the case folder, for example `exports/copilot-users.ndjson`.
        package let path: String
        package let text: String

        /// An export by path and text.
        package init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    /// What was asked for.
    package let plan: SpecimenPlan
    /// The organisation's invented name.
    package let name: String
    /// The tables of the case folder; `people.csv` first.
    package let files: [CaseTable]
    /// The text of `case.yaml`.
    package let yaml: String
    /// Vendor exports; empty unless the plan asks for them.
    package let exports: [Export]
    /// What was planted and what became of it.
    package let truth: Truth

    package init(
        plan: SpecimenPlan, name: String, files: [CaseTable], yaml: String, exports: [Export],
        truth: Truth
    ) {
        self.plan = plan
        self.name = name
        self.files = files
        self.yaml = yaml
        self.exports = exports
        self.truth = truth
    }
}
