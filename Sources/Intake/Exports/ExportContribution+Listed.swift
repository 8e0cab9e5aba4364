import Measures
import Rollout

extension ExportContribution {
    /// Says that use of a tool can be seen where people are listed, and that nothing there means not used.
    mutating func cover(tool: Int, listed: ListedDays, note: String? = nil) {
        for span in listed.spans {
            cover(
                tool: tool, people: span.people, from: span.from, to: span.to, absence: .notUsed, note: note)
        }
    }
}
