import Archive

extension Installation {
    /// The name somebody goes by: that of the roster, else the one they signed up with; nil where neither is known.
    ///
    /// Never the key of the roster: a number of the personnel office is not what somebody agreed to be called.
    func shownName(of member: MemberID) async throws -> String? {
        if let name = try await archive.contact(member)?.name, !name.isEmpty { return name }
        return try await archive.accounts().first { $0.member == member }?.name
    }
}
