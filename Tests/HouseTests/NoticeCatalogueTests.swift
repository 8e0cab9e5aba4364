import Casework
import Testing

@Suite struct `Notices that can be explained` {
    @Test func `are those of the guide pages, in their words`() throws {
        for (page, prefix) in [("Intake", "intake."), ("Git", "git."), ("Diagnosis", "diagnosis.")] {
            let text = try #require(House.text(of: "Guides/Notices/\(page).md"))
            let ids = text.split(separator: "\n").filter { $0.hasPrefix("## \(prefix)") }.map {
                String($0.dropFirst(3))
            }
            #expect(!ids.isEmpty)
            let plain = text.replacing("**", with: "").replacing("`", with: "").split { $0.isWhitespace }
                .joined(separator: " ").lowercased()
            for id in ids {
                let explanation = try #require(Catalogue.notices[id], "\(id) cannot be explained")
                #expect(
                    plain.contains(explanation.summary.lowercased()),
                    "\(id) says something else than its page")
                #expect(explanation.guide == "Guides/Notices/\(page).md")
            }
        }
    }
}
