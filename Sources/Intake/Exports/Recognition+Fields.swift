extension Recognition {
    /// A recognition of a JSON export by fields of its objects.
    /// - Parameters:
    ///   - fields: Fields the objects must have, what lies within joined by points; `email|userId` where one of
    ///     several will do.
    ///   - arrays: Keys that lead to the array of objects, joined by points; the objects may stand by themselves too.
    /// - Returns: Nil where a field is missing everywhere.
    init?(fields: [String], under arrays: [String], of head: ExportHead) {
        for prefix in [""] + arrays.map({ $0 + "." }) {
            let found = fields.map { field in
                field.split(separator: "|").map(String.init).filter { head.paths.contains(prefix + $0) }
            }
            if found.allSatisfy({ !$0.isEmpty }) {
                self.init(marks: Set(found.joined()))
                return
            }
        }
        return nil
    }
}
