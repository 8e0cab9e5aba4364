import Archive
import Casework
import Diagnosis
import Disclosure
import Foundation
import Hummingbird
import Measures
import Pages
import Rollout
import Wire

extension FrontDoor {
    /// Two readings side by side: as a page, as JSON, as CSV.
    func addComparison(_ routes: RouteList) {
        routes.get("/diagnosis/compare") { request, context in
            let visitor = try visitor(request, context, for: .diagnosis)
            try await installation.log(.looked, "Comparison of two days", by: visitor)
            let days = try await ReadingHistory(installation).days()
            let (before, after) = chosen(request, among: days)
            let shell = try await shell(
                context, at: "/diagnosis",
                crumbs: [.init("Diagnosis", href: "/diagnosis"), .init("Compare two days")])
            let model: ComparePageModel
            do {
                let compared = try await comparison(before, after)
                model = ComparePageModel(
                    days: days, before: before, after: after, verdicts: compared.verdicts,
                    tables: CompareTables(compared.body).tables, missing: compared.body.missing)
            } catch let refusal as Incomparable {
                model = ComparePageModel(
                    days: days, before: before, after: after, problem: days.count > 1 ? refusal.message : nil)
            }
            return Answer.page(Site.compare(model, shell: shell))
        }
        routes.get("/diagnosis/compare.json") { request, context in
            let visitor = try visitor(request, context, for: .diagnosis)
            let body = try await exported(request, by: visitor)
            return Answer.download(
                Array(try body.encode()), name: "firsthand-\(body.before.asOf)-\(body.after.asOf).json",
                type: "application/json")
        }
        routes.get("/diagnosis/compare.csv") { request, context in
            let visitor = try visitor(request, context, for: .diagnosis)
            let body = try await exported(request, by: visitor)
            return Answer.download(
                ComparisonList.csv(CompareTables(body).rows),
                name: "firsthand-\(body.before.asOf)-\(body.after.asOf).csv", type: "text/csv; charset=utf-8")
        }
    }

    private func exported(_ request: Request, by visitor: Visitor) async throws -> CompareBody {
        let days = try await ReadingHistory(installation).days()
        let (before, after) = chosen(request, among: days)
        do {
            let compared = try await comparison(before, after)
            try await installation.log(.exported, "Comparison of two days", by: visitor)
            return compared.body
        } catch let refusal as Incomparable {
            throw HTTPError(.badRequest, message: refusal.message)
        }
    }

    /// The days asked for; otherwise the latest, and the one twelve weeks before it or the nearest to that.
    private func chosen(_ request: Request, among days: [Day]) -> (Day?, Day?) {
        let query = Form(request.uri.query ?? "")
        let after = query["after"].flatMap { Day($0) } ?? days.last
        guard let before = query["before"].flatMap({ Day($0) }) else {
            guard let after else { return (nil, nil) }
            let wish = after.advanced(by: -84)
            let candidates = days.filter { $0.distance(to: after) >= ReadingHistory.apart }
            return (candidates.min { abs($0.distance(to: wish)) < abs($1.distance(to: wish)) }, after)
        }
        return (before, after)
    }

    /// Why two days cannot be compared, in a sentence.
    private struct Incomparable: Error {
        let message: String
    }

    private func comparison(
        _ before: Day?, _ after: Day?
    ) async throws -> (body: CompareBody, verdicts: (before: String, after: String)) {
        guard let before, let after else {
            throw Incomparable(message: "There are no two readings four weeks apart yet.")
        }
        guard let pair = try await ReadingHistory(installation).pair(before, after) else {
            throw Incomparable(
                message:
                    "Choose two days with a reading, the earlier one first. Of each week the last one is kept."
            )
        }
        if let refusal = pair.refusal { throw Incomparable(message: refusal) }
        var documents = try [pair.before, pair.after].map {
            try DiagnosisBody.decode(Data($0.document))
        }
        var heldBack: [String] = []
        for scope in documents[1].scopes.map(\.scope) {
            guard let key = FrontDoor.key(scope), !pair.isShown(key), let why = pair.withheld[key] else {
                continue
            }
            heldBack.append("\(FrontDoor.called(scope)): \(why)")
        }
        for place in documents.indices {
            documents[place].scopes.removeAll { FrontDoor.key($0.scope).map { !pair.isShown($0) } ?? true }
        }
        var body = CompareBody(before: documents[0], after: documents[1], product: settings.product)
        body.missing += heldBack
        return (body, (pair.before.code, pair.after.code))
    }

    /// The scope a document names; the organisation is one scope whatever it is called.
    private static func key(_ name: ScopeBody.Name) -> Scope? {
        Scope.Kind(rawValue: name.kind).map {
            $0 == .organization ? Membership.everybody : Scope($0, name.name)
        }
    }

    private static func called(_ name: ScopeBody.Name) -> String {
        name.kind == "organization" ? "The whole organisation" : "\(name.kind) \(name.name)".capitalizedFirst
    }
}

extension String {
    /// With its first letter as a capital.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// A comparison as tables for people.
struct CompareTables {
    private let body: CompareBody

    init(_ body: CompareBody) { self.body = body }

    /// The organisation's figures one by one; of layers, roles and teams the habit, by name.
    var tables: [ComparePageModel.Table] {
        var tables: [ComparePageModel.Table] = []
        if let whole = body.scopes.first(where: { $0.scope.kind == "organization" }) {
            let lines = MeasureCode.allCases.compactMap { code in
                whole.measures.first { $0.code == code.rawValue }.map { line(Wording.name(code), $0) }
            }
            tables.append(
                .init(
                    anchor: "everybody", kicker: "Everybody", title: CompareTables.title(whole),
                    caption: "Every measure of the whole organisation", head: "Measure", lines: lines))
        }
        let kinds = [("layer", "Layers"), ("role", "Roles"), ("team", "Teams")]
        for (kind, name) in kinds {
            let lines = body.scopes.filter { $0.scope.kind == kind }
                .sorted { $0.scope.name < $1.scope.name }
                .compactMap { scope in
                    scope.measures.first { $0.code == MeasureCode.habit.rawValue }.map {
                        line(scope.scope.name, $0)
                    }
                }
            guard !lines.isEmpty else { continue }
            tables.append(
                .init(
                    anchor: kind, kicker: name, title: "Habit, then and now",
                    caption: "By name, not by rank", head: String(name.dropLast()), lines: lines))
        }
        return tables
    }

    /// Every measure of every scope: kind, scope, measure, and the figure on both days.
    var rows: [[String]] {
        body.scopes.flatMap { scope in
            scope.measures.map { measure in
                [
                    scope.scope.kind, scope.scope.name, measure.code, measure.before.state.rawValue,
                    measure.before.value.map { "\($0)" } ?? measure.before.band ?? "",
                    measure.after.state.rawValue,
                    measure.after.value.map { "\($0)" } ?? measure.after.band ?? "",
                    measure.change.map { "\($0)" } ?? "",
                ]
            }
        }
    }

    private static func title(_ whole: CompareBody.Scope) -> String {
        let habit = whole.measures.first { $0.code == MeasureCode.habit.rawValue }
        guard let habit, let change = habit.change, let before = habit.before.value,
            let after = habit.after.value
        else { return "What changed" }
        let (one, other) = (Wording.number(before, unit: .share), Wording.number(after, unit: .share))
        return abs(change) < 0.005 ? "Habit stays at \(other)" : "Habit went from \(one) to \(other)"
    }

    private func line(_ label: String, _ measure: CompareBody.Measure) -> ComparePageModel.Line {
        .init(label, before: CompareTables.side(measure.before), after: CompareTables.side(measure.after))
    }

    private static func side(_ figure: FigureBody) -> ComparePageModel.Side {
        switch figure.state {
        case .withheld: return .word("withheld")
        case .notKnown: return .word("not known")
        case .known:
            if let band = figure.band { return .word(band) }
            guard let value = figure.value, let unit = figure.unit.flatMap(Unit.init) else {
                return .word("not known")
            }
            var interval: Interval?
            if let low = figure.low, let high = figure.high, let level = figure.level {
                interval = Interval(low: low, high: high, level: level)
            }
            return .estimate(
                PublishedEstimate(
                    value: value, interval: interval, n: figure.n, unit: unit,
                    precision: figure.precision == .fivePoints ? .fivePoints : .exact))
        }
    }
}
