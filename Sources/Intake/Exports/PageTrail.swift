/// Whether the last page of a JSON export says that more pages follow.
///
/// A file may hold several pages, one document after another; what the last of them says counts.
struct PageTrail {
    private(set) var hasMore = false

    /// Takes a field of a document around the rows, in the order of the text.
    mutating func see(_ name: String, _ value: JSONValue) {
        switch name {
        case "has_more": hasMore = value.isTrue
        case "next_page", "nextPageToken": hasMore = value.isText && !value.bytes.isEmpty
        // A page begins; the last one of some sources has no field that says so.
        case "kind", "object": hasMore = false
        default: break
        }
    }
}
