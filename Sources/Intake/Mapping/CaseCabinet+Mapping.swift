import Rollout

extension CaseCabinet {
    /// Reports files of which `columns` speaks and which are not there.
    /// - Parameter names: Files' paths or names in lower case; empty ones speak of no file.
    func reportMissing(_ names: [String], book: NoticeBook) {
        let files = Array(tables.values) + exports + loose
        let known = Set(files.map(\.plainPath)).union(files.map(\.plainName))
        for name in names where !name.isEmpty && !known.contains(name) {
            book.add(
                .mappingUnused, file: name,
                "Columns are mapped for this file, and it is not in the case. Check its name under `columns` in case.yaml, or after --map."
            )
        }
    }
}
