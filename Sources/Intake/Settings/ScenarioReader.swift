import Measures
import Yams

extension ScenarioFile {
    /// Bytes a scenario file may have.
    private static let longest = 1 << 20

    /// Reads a scenario file.
    ///
    /// - Throws: `IntakeFailure` with what is wrong, where, and what to do: a plan that was half understood would be played
    ///   as something nobody meant.
    package init(reading file: CaseFile) throws(IntakeFailure) {
        func failure(_ words: String) -> IntakeFailure {
            IntakeFailure(.scenarioUnreadable, words, place: file.path)
        }
        let bytes: [UInt8]
        do throws(StreamTrouble) {
            let source = try DecodedReader(file, peek: Self.longest + 1)
            bytes = Array(source.head)
        } catch {
            throw failure("The scenario file cannot be opened. Check the path and its permissions.")
        }
        guard bytes.count <= Self.longest, !bytes.contains(0) else {
            throw failure("The scenario file is no text, or longer than one mebibyte.")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard CaseSettingsReader.isShallow(text), CaseSettingsReader.aliases(in: text) == 0 else {
            throw failure("The scenario file is nested too deeply or uses aliases. Write it plainly.")
        }
        let node: Node?
        do { node = try Yams.compose(yaml: text) } catch {
            throw failure("The scenario file is not YAML. Indent with spaces, and write `name: value`.")
        }
        guard let node, case .mapping = node else {
            throw failure(
                "The scenario file holds no `scenarios:`. See the guide page of simulate for an example.")
        }
        var parser = ScenarioParser()
        self = parser.file(node)
        if let trouble = parser.trouble { throw failure(trouble) }
        guard !scenarios.isEmpty else {
            throw failure("The scenario file names no scenario. Add `- name: …` below `scenarios:`.")
        }
        guard Set(scenarios.map(\.name)).count == scenarios.count else {
            throw failure("Two scenarios have the same name. Give each its own.")
        }
    }
}

/// Turns the tree of a scenario file into its parts and keeps the first trouble.
private struct ScenarioParser {
    var trouble: String?

    private mutating func wrong(_ words: String, _ node: Node) {
        let line = node.mark.map { " (line \($0.line))" } ?? ""
        if trouble == nil { trouble = words + line + "." }
    }

    /// The entries of a mapping; names that are not allowed are trouble.
    private mutating func entries(_ node: Node, _ allowed: [String]) -> [String: Node] {
        guard case .mapping(let mapping) = node else {
            wrong("A list of `name: value` is expected here", node)
            return [:]
        }
        var result: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            if !allowed.contains(name) {
                wrong(
                    "There is no setting of this name here; known are \(allowed.joined(separator: ", "))", key
                )
            }
            result[name] = value
        }
        return result
    }

    private mutating func list(_ node: Node?) -> [Node] {
        guard let node else { return [] }
        if case .sequence(let sequence) = node { return Array(sequence) }
        wrong("A list with a hyphen before each entry is expected here", node)
        return []
    }

    private mutating func day(_ node: Node?) -> Day? {
        guard let node else { return nil }
        guard case .scalar(let scalar) = node, let day = Day(scalar.string) else {
            wrong("A day is written yyyy-mm-dd", node)
            return nil
        }
        return day
    }

    private mutating func count(_ node: Node?, _ range: ClosedRange<Int>) -> Int? {
        guard let node else { return nil }
        guard case .scalar(let scalar) = node, let number = Int(scalar.string), range.contains(number) else {
            wrong("A number from \(range.lowerBound) to \(range.upperBound) is expected here", node)
            return nil
        }
        return number
    }

    private mutating func chance(_ node: Node?) -> Double? {
        guard let node else { return nil }
        guard case .scalar(let scalar) = node, let number = Double(scalar.string), (0...1).contains(number)
        else {
            wrong("A number from 0 to 1 is expected here", node)
            return nil
        }
        return number
    }

    private mutating func teams(_ node: Node?) -> [String] { list(node).compactMap(\.string) }

    mutating func file(_ node: Node) -> ScenarioFile {
        var file = ScenarioFile()
        let entries = entries(node, ["weeks", "holidays", "scenarios"])
        file.weeks = count(entries["weeks"], 1...520)
        file.holidays = list(entries["holidays"]).compactMap { day($0) }
        file.scenarios = list(entries["scenarios"]).map { scenario($0) }
        return file
    }

    private mutating func scenario(_ node: Node) -> ScenarioFile.Scenario {
        let entries = entries(node, ["name", "train", "order", "invite", "champion_time"])
        guard let name = entries["name"]?.string, !name.isEmpty else {
            wrong("A scenario needs a `name`", node)
            return ScenarioFile.Scenario(name: "")
        }
        var scenario = ScenarioFile.Scenario(name: name)
        scenario.train = list(entries["train"]).map { wave($0) }
        if Set(scenario.train.compactMap(\.tries)).count > 1 {
            wrong("The waves of one scenario share one `tries`", node)
        }
        scenario.order = list(entries["order"]).map { stretch($0) }
        scenario.invite = entries["invite"].map { invitations($0) }
        scenario.championTime = chance(entries["champion_time"])
        return scenario
    }

    private mutating func wave(_ node: Node) -> ScenarioFile.Wave {
        let entries = entries(node, ["from", "teams", "per_week", "tries"])
        return ScenarioFile.Wave(
            from: day(entries["from"]), teams: teams(entries["teams"]),
            perWeek: count(entries["per_week"], 1...1_000_000), tries: chance(entries["tries"]))
    }

    private mutating func stretch(_ node: Node) -> ScenarioFile.Stretch {
        let entries = entries(node, ["from", "to", "teams"])
        let stretch = ScenarioFile.Stretch(
            from: day(entries["from"]), to: day(entries["to"]), teams: teams(entries["teams"]))
        if let from = stretch.from, let to = stretch.to, from > to {
            wrong("`from` is later than `to`", node)
        }
        return stretch
    }

    private mutating func invitations(_ node: Node) -> ScenarioFile.Invitations {
        let entries = entries(node, ["people", "from", "per_week", "across_teams", "tries"])
        var across = true
        if let words = entries["across_teams"] {
            if let known = words.bool {
                across = known
            } else {
                wrong("`across_teams` is true or false", words)
            }
        }
        guard let people = count(entries["people"], 1...1_000_000) else {
            wrong("Invitations need a number of `people`", node)
            return ScenarioFile.Invitations(people: 1)
        }
        return ScenarioFile.Invitations(
            people: people, from: day(entries["from"]), perWeek: count(entries["per_week"], 1...1_000_000),
            acrossTeams: across, tries: chance(entries["tries"]))
    }
}
