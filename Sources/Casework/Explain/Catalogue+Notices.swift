extension Catalogue {
    /// Notices by id.
    package static let notices: [String: Explanation] = byCode([])
}
