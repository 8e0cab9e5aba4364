extension Recognition {
    /// A recognition of a JSON export by fields of its objects.
    /// - Parameters:
    ///   - fields: Fields the objects must have, what lies within joined by points; `email|userId` where one of
    ///     several will do.
    ///   - arrays: Keys that lead to the array of objects, joined by points; the objects may stand by themselves too.
    /// - Returns: Nil where a field is missing everywhere.
    init?(fields: [String], under arrays: [String], of head: ExportHead) {
        let looks = ([""] + arrays.map { $0 + "." }).map {
            prefix -> (wanted: Set<String>, found: Set<String>) in
            var wanted: Set<String> = []
            var found: Set<String> = []
            for field in fields {
                let names = field.split(separator: "|").map(String.init)
                let there = names.filter { head.paths.contains(prefix + $0) }
                wanted.formUnion(there.isEmpty ? [names[0]] : there)
                found.formUnion(there)
            }
            return (wanted, found)
        }
        guard let best = looks.max(by: { Recognition.lacking($0) > Recognition.lacking($1) }) else {
            return nil
        }
        self.init(all: best.wanted, of: best.found)
    }

    private static func lacking(_ look: (wanted: Set<String>, found: Set<String>)) -> Int {
        look.wanted.count - look.found.count
    }
}
