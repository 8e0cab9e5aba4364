/// Every table of the case folder with each required column missing, and with a bad value in each column
/// that holds more than text.
extension Corpus {
    /// A sound row of a table, and what its columns cannot hold.
    private struct Table {
        let file: String
        let columns: [(name: String, sound: String, bad: [String])]
        let required: Set<String>
    }

    static let tables: [BadCase] = sound.flatMap { table in
        let names = table.columns.map(\.name)
        let row = table.columns.map(\.sound)
        let missing = names.filter(table.required.contains).map { name in
            let kept = names.indices.filter { names[$0] != name }
            return BadCase(
                "tables/\(table.file)-without-\(name)", "\(table.file).csv without the column \(name)", "\(table.file).csv",
                csv([kept.map { names[$0] }, kept.map { row[$0] }]))
        }
        let bad = table.columns.indices.filter { !table.columns[$0].bad.isEmpty }.map { place in
            let rows = table.columns[place].bad.map { value in
                row.indices.map { $0 == place ? value : row[$0] }
            }
            return BadCase(
                "tables/\(table.file)-bad-\(names[place])", "\(table.file).csv with bad values in \(names[place])", "\(table.file).csv",
                csv([names] + rows + [row]))
        }
        return missing + bad
    }

    private static func csv(_ rows: [[String]]) -> String {
        rows.map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private static let badDays = ["", "soon", "2026-02-30", "0001-01-01", "9999-12-31"]
    private static let badPeople = ["", "strangelby"]
    private static let badNumbers = ["-1", "many", "1e400", "99999999999999999999"]

    private static let sound: [Table] = [
        Table(
            file: "people",
            columns: [
                ("person", "quorlix", [""]), ("team", "Blue", [""]), ("role", "Engineer", [""]),
                ("layer", "executive", ["boss"]), ("manager", "", ["strangelby", "quorlix"]),
                ("from", "2020-01-01", ["soon", "2026-02-30", "0001-01-01", "9999-12-31"]),
                ("to", "", ["soon", "2019-01-01"]),
            ], required: ["person", "team", "role"]),
        Table(
            file: "use",
            columns: [
                ("person", "quorlix", badPeople), ("date", "2026-01-05", badDays), ("tool", "X", [""]),
                ("count", "1", badNumbers + ["1.5"]), ("mode", "agent", ["magic"]),
            ], required: ["person", "date", "tool"]),
        Table(
            file: "coverage",
            columns: [
                ("source", "X", [""]), ("team", "Blue", ["Purple"]), ("from", "2026-01-01", badDays + ["2027-01-01"]),
                ("to", "2026-03-31", badDays), ("absence", "notUsed", ["", "never"]),
            ], required: ["source", "from", "to", "absence"]),
        Table(
            file: "activity", columns: [("person", "quorlix", badPeople), ("date", "2026-01-05", badDays)],
            required: ["person", "date"]),
        Table(
            file: "use-cases",
            columns: [
                ("use_case", "U1", [""]), ("title", "One", [""]), ("roles", "Engineer", ["Baker;;Engineer"]),
                ("builder", "quorlix", ["strangelby"]), ("idea", "2025-12-01", ["soon", "2027-01-01"]),
                ("live", "2026-01-05", ["later", "0001-01-01"]),
            ], required: ["use_case", "title"]),
        Table(
            file: "champions",
            columns: [
                ("person", "quorlix", badPeople), ("week", "2026-01-05", badDays + ["2026-01-07"]),
                ("promised_hours", "8", badNumbers + ["", "169"]), ("kept_hours", "6", badNumbers),
            ], required: ["person", "week", "promised_hours"]),
        Table(
            file: "pulse",
            columns: [
                ("wave", "2026-03-02", badDays), ("team", "Blue", ["Purple"]), ("role", "Engineer", ["", "Baker"]),
                ("layer", "contributor", ["", "boss"]), ("item", "Q1", ["", "Q10", "Q0"]),
                ("answer", "3", ["99", "-1", "often", "3.5"]), ("variant", "", ["x"]),
            ], required: ["wave", "role", "layer", "item", "answer"]),
        Table(
            file: "changes",
            columns: [
                ("initiative", "ERP", [""]), ("team", "Green", ["Purple"]), ("from", "2026-01-01", badDays + ["2027-01-01"]),
                ("to", "2026-03-01", ["soon"]), ("weight", "2", ["0", "4", "heavy", "1.5"]),
            ], required: ["initiative", "from"]),
        Table(
            file: "messages",
            columns: [
                ("date", "2026-01-05", badDays), ("layer", "all", ["", "boss", "manager;boss"]), ("motive", "personal", ["fun"]),
                ("example", "yes", ["maybe"]), ("order", "no", ["perhaps"]),
            ], required: ["date", "layer"]),
        Table(
            file: "mandates",
            columns: [
                ("from", "2026-01-05", badDays + ["2027-01-01"]), ("to", "2026-01-18", badDays), ("team", "Blue", ["Purple"]),
                ("what", "daily use", []),
            ], required: ["from", "to", "what"]),
        Table(
            file: "ties",
            columns: [("a", "quorlix", badPeople + ["vantroub"]), ("b", "vantroub", badPeople), ("weight", "2", badNumbers + ["0", "NaN"])],
            required: ["a", "b"]),
        Table(
            file: "examples",
            columns: [
                ("role", "Engineer", ["", "Baker"]), ("task", "Tests", [""]), ("use_case", "U1", [""]),
                ("before_minutes", "60", badNumbers + ["", "1000000"]), ("after_minutes", "20", badNumbers + [""]),
                ("date", "2026-02-01", badDays), ("kept", "yes", ["", "perhaps"]), ("stress_before", "3", ["11", "-1", "high"]),
            ],
            required: ["role", "task", "use_case", "before_minutes", "after_minutes", "date", "kept"]),
    ]
}
