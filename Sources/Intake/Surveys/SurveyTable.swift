import Measures
import Rollout

/// Walks over the responses of a survey exported as a table.
///
/// What differs between survey tools is which columns are questions, and where a response's id, day and
/// person stand; the rest is here.
struct SurveyTable {
    /// The columns of a survey tool that are no questions.
    struct Fixed {
        /// Names or addresses of the person; looked up and dropped.
        var people: [(column: PlacedColumn, kind: IdentityKind)] = []
        /// Days, the first that tells one counts.
        var days: [PlacedColumn] = []
        /// What tells responses apart; nil: the person, or the row's place.
        var id: PlacedColumn?
        /// Whether a response was handed in; nil: always.
        var isFinished: ((TableCursor<PlacedColumn>) -> Bool)?
        var questions: [PlacedColumn] = []
    }

    private let file: CaseFile
    private let desk: IntakeDesk
    private let fixed: Fixed
    /// Columns of questions with their titles.
    private let questions: [(column: PlacedColumn, title: String)]
    private let team: PlacedColumn?
    private let role: PlacedColumn?
    private let layer: PlacedColumn?
    private var responses: SurveyResponses
    private var unfinished = 0

    private init(_ file: CaseFile, desk: IntakeDesk, reader: String, header: TitleRow, fixed: Fixed) {
        self.file = file
        self.desk = desk
        self.fixed = fixed
        let settings = desk.settings.pulse
        team = header.column(key: settings.team)
        role = header.column(key: settings.role)
        layer = header.column(key: settings.layer)
        let aside = [team, role, layer].compactMap { $0 }
        questions = fixed.questions.filter { !aside.contains($0) }.map { ($0, header.title($0)) }
        responses = SurveyResponses(file, desk: desk, reader: reader)
    }

    /// Reads a survey.
    /// - Parameters:
    ///   - reader: The reader's id.
    ///   - columns: Finds the columns in a header.
    static func read(
        _ file: CaseFile, desk: IntakeDesk, reader: String, into contribution: inout ExportContribution,
        columns: (TitleRow) -> Fixed
    ) {
        // Without a header the walk over the rows says what is wrong.
        let header = TitleRow(file, renames: desk.settings.renames(for: file))
        guard
            let cursor = TableCursor<PlacedColumn>(file, desk: desk, names: header?.columns ?? [:]),
            let header
        else { return }
        var table = SurveyTable(
            file, desk: desk, reader: reader, header: header, fixed: columns(header))
        cursor.forEachRow { row in table.take(row) }
        table.finish(into: &contribution)
    }

    private mutating func take(_ row: TableCursor<PlacedColumn>) {
        if let isFinished = fixed.isFinished, !isFinished(row) {
            unfinished += 1
            return
        }
        let desk = row.desk
        let settings = desk.settings.pulse
        let names = fixed.people.compactMap { Identity($0.kind, row.text($0.column)) }
        let person = names.lazy.compactMap { desk.people.find($0) }.first
        // The id only has to tell responses of this file apart; a name in it goes into a digest.
        let id = fixed.id.flatMap { row.text($0) } ?? names.first?.directoryKey ?? "line \(row.line)"
        var response = SurveyResponses.Response(
            day: fixed.days.lazy.compactMap { SurveyTable.day($0, row) }.first, id: id, person: person,
            team: team.flatMap { row.text($0) }, role: role.flatMap { row.text($0) },
            layer: layer.flatMap { row.text($0) }.flatMap { settings.layer(of: $0) }, line: row.line)
        for (column, title) in questions {
            guard let mapping = responses.mapping(of: title) else { continue }
            let text = row.text(column) ?? ""
            if let reply = responses.reply(text, to: title, mapping, line: row.line) {
                response.answers.append((mapping, reply))
            }
        }
        responses.take(response)
    }

    /// The day a cell tells; the day that stands for none in anonymous surveys tells none.
    private static func day(_ column: PlacedColumn, _ row: TableCursor<PlacedColumn>) -> Day? {
        let cell = row.bytes(column)
        if cell.starts(with: "1980-01-01".utf8) { return nil }
        if case .day(let day) = row.desk.zone.day(of: cell) { return day }
        return row.day(column)
    }

    private mutating func finish(into contribution: inout ExportContribution) {
        if unfinished > 0 {
            desk.book.add(
                .surveyUnfinished, file: file.path,
                "\(unfinished == 1 ? "1 response was" : "\(unfinished) responses were") begun and never handed in, and \(unfinished == 1 ? "stays" : "stay") out: what nobody handed in is not used."
            )
        }
        responses.finish(into: &contribution)
    }
}
