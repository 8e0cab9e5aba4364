import Diagnosis
package import Disclosure
import Figures
import Measures
import Rollout

/// Layers, roles and teams side by side, under the rules of disclosure.
package struct GroupsModel: Sendable {
    package let title: String
    package let hasTable: Bool
    package let table: String
    /// Where not all groups of a kind are listed: how all of them lie, and which are.
    package let notes: [String]

    /// Most groups of one kind that a table lists; a longer one nobody reads.
    package static let most = 60

    /// The measures a column may show, in order; one that is known nowhere gets no column.
    private static let columns: [(code: MeasureCode, name: String, hint: String?)] = [
        (.reach, "Ever used", nil), (.habit, "Habit", nil), (.conversion, "Kept", "of those who tried"),
        (.unexposedNonUsers, "Nobody in sight", "of those who do not use it"),
        (.personalBenefit, "Benefit felt", nil),
        (.timeToTry, "Time to try", nil), (.managerSupport, "Manager helps", nil),
        (.changeStrain, "Too many changes", "more is worse"),
    ]

    package init(_ scopes: [PublishedScope]) {
        let groups = scopes.filter { $0.scope.kind != .organization }
        let columns = Self.columns.filter { column in
            groups.contains { $0[column.code].map { Reading($0).number != nil } ?? false }
        }
        let kinds: [(Scope.Kind, String)] = [(.layer, "Layers"), (.role, "Roles"), (.team, "Teams")]
        let sections = kinds.compactMap { kind, name -> HeatTable.Section? in
            let rows = Self.largest(groups.filter { $0.scope.kind == kind }).map { scope in
                HeatTable.Row(
                    name: kind == .layer
                        ? Layer(rawValue: scope.scope.name).map { Wording.sentence(Wording.name($0)) }
                            ?? scope.scope.name
                        : scope.scope.name,
                    small: Printed.people(scope.people)
                        + (scope.verdict.map { " · \(Wording.name($0.code))" } ?? "")
                        + (scope.raised.map { " · raises most: \(Wording.name($0.code))" } ?? ""),
                    cells: columns.map { Self.cell(scope[$0.code]) })
            }
            return rows.isEmpty ? nil : HeatTable.Section(name: name, rows: rows)
        }
        hasTable = !sections.isEmpty && !columns.isEmpty
        notes = [(Scope.Kind.role, "roles"), (.team, "teams")].flatMap { kind, name in
            Self.notes(groups.filter { $0.scope.kind == kind }, name: name)
        }
        let teams = groups.filter { $0.scope.kind == .team }
        title = Findings.groups(
            kind: "teams",
            shares: teams.compactMap { scope in
                scope[.habit]?.shown?.value.map { .init(share: $0.value, words: Wording.value($0)) }
            })
        table =
            HeatTable(
                caption: "Measures by layer, role and team; the interval under each number",
                measures: columns.map { HeatTable.Measure(name: $0.name, hint: $0.hint) },
                sections: sections
            ).html
    }

    /// The groups with the most people, in the order given; all where they are few.
    private static func largest(_ groups: [PublishedScope]) -> [PublishedScope] {
        guard groups.count > most else { return groups }
        return groups.indices.sorted { (-groups[$0].people, $0) < (-groups[$1].people, $1) }.prefix(most)
            .sorted().map { groups[$0] }
    }

    private static func notes(_ groups: [PublishedScope], name: String) -> [String] {
        guard groups.count > most else { return [] }
        let shares = groups.compactMap { $0[.habit]?.shown?.value?.value }
        return [
            "The table lists the \(most) largest of \(Printed.count(groups.count)) \(name); each one is in the JSON that "
                + "firsthand diagnose --format json prints.",
            Findings.spread(kind: name, shares: shares, all: groups.count),
        ]
    }

    private static func cell(_ figure: Disclosed<Measured<PublishedEstimate>>?) -> HeatTable.Cell {
        guard let figure else {
            return HeatTable.Cell(reading: .notKnown("The measure is not taken for this group."))
        }
        let reading = Reading(figure)
        guard let estimate = figure.shown?.value, let number = reading.number else {
            return HeatTable.Cell(reading: reading)
        }
        return HeatTable.Cell(
            reading: .shown(Number(number.value, text: Wording.value(estimate))),
            depth: estimate.unit == .share ? estimate.value : nil, small: Wording.range(estimate))
    }
}
