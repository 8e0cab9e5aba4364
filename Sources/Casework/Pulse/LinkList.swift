import Intake

/// Personal links as a CSV table for a mail program.
package enum LinkList {
    /// The table as UTF-8 bytes; formula cells are made harmless.
    package static func csv(_ links: [(to: String, link: String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        CSVWriter.append(["to", "link"], to: &bytes)
        for entry in links { CSVWriter.append([entry.to, entry.link], to: &bytes) }
        return bytes
    }
}
