import Measures
import Rollout

/// The responses of one survey, on their way to becoming answers of the pulse.
///
/// Names end here: a name serves to look up team, role and layer and is dropped. What is left of a respondent
/// is a code that holds within one wave, in an order that has nothing to do with that of the file.
struct SurveyResponses {
    /// One response.
    struct Response {
        let day: Day?
        /// What tells responses apart within the file: an id of the survey tool, never shown.
        let id: String
        var person: Int?
        var team: String?
        var role: String?
        var layer: Layer?
        var answers: [(mapping: PulseMapping, reply: PulseAnswer.Reply)] = []
        let line: Int
    }

    private let file: CaseFile
    private let desk: IntakeDesk
    private let reader: String
    private var responses: [Response] = []
    private var questions = SurveyQuestions()
    private var withoutLayer = 0
    private var withoutDay = 0
    private var doubles: Set<PulseItem> = []
    private var badAnswers: [String: (count: Int, line: Int)] = [:]

    /// - Parameter reader: The id of the reader, so that two surveys of one day are not mixed.
    init(_ file: CaseFile, desk: IntakeDesk, reader: String) {
        self.file = file
        self.desk = desk
        self.reader = reader
    }

    /// What a question is for us; nil: nothing, and the question has been noted as not mapped where it is new.
    mutating func mapping(of title: String) -> PulseMapping? {
        questions.mapping(of: title, settings: desk.settings.pulse)
    }

    /// What an answer is worth; nil where it is none, which is counted.
    mutating func reply(
        _ text: String, to title: String, _ mapping: PulseMapping, line: Int
    ) -> PulseAnswer.Reply? {
        guard let item = mapping.item else { return nil }
        if let reply = mapping.scale.reply(text, for: item) { return reply }
        let known = badAnswers[title] ?? (0, line)
        badAnswers[title] = (known.count + 1, known.line)
        return nil
    }

    /// Takes a response.
    mutating func take(_ response: Response) { responses.append(response) }

    /// Hands the answers over and reports what all responses have in common.
    mutating func finish(into contribution: inout ExportContribution) {
        questions.report(file: file, desk: desk)
        reportAnswers()
        let waves = SurveyWaves(
            responses.compactMap(\.day), fixed: desk.settings.pulse.wave(of: file))
        for response in responses {
            guard let wave = waves.wave(of: response.day) else {
                withoutDay += 1
                continue
            }
            if contribution.isLate(wave) { continue }
            add(response, wave: wave, into: &contribution)
        }
        reportDoubles()
        if withoutDay > 0 {
            desk.book.add(
                .surveyWithoutDate, file: file.path,
                "\(Counted.rows(withoutDay)) \(withoutDay == 1 ? "tells" : "tell") no day, as in anonymous surveys, and \(withoutDay == 1 ? "is" : "are") left out. Say when the survey was under `pulse` in case.yaml: `pulse: {wave: {\(file.path): 2026-06-01}}`."
            )
        }
        if withoutLayer > 0 {
            desk.book.add(
                .surveyWithoutLayer, file: file.path,
                "\(Counted.rows(withoutLayer)) \(withoutLayer == 1 ? "tells" : "tell") of no layer, so whether leaders or others speak is not known, and \(withoutLayer == 1 ? "is" : "are") left out. Name the column under `pulse` in case.yaml, and what its words mean: `pulse: {layer: THEIR COLUMN, layers: {their word: contributor}}`; or, where the survey went to one layer only, `pulse: {layer: contributor}`."
            )
        }
    }

    private mutating func add(
        _ response: Response, wave: Day, into contribution: inout ExportContribution
    ) {
        let member = response.person.map { desk.roster[$0] }
        guard let layer = response.layer ?? member?.layer ?? desk.settings.pulse.everybody else {
            withoutLayer += 1
            return
        }
        let team = team(response) ?? member?.team
        let role =
            response.role.map { desk.role($0, file: file, line: response.line) }
            ?? member?.role ?? desk.roles.number(of: "Without a role")
        let digest = SHA256.digest(joined(reader, wave, response.id).utf8)
        let code = SHA256.hexadecimal(digest.prefix(12))
        for (mapping, reply) in answersOfOneEach(response, draw: digest.last ?? 0) {
            guard let item = mapping.item else { continue }
            contribution.answer(
                PulseEntry(
                    wave: wave, team: team, role: role, layer: layer, item: item, reply: reply,
                    variant: mapping.variant, form: mapping.form, respondent: "\(reader) \(code)",
                    file: file.path, line: response.line))
        }
    }

    /// One answer an item.
    ///
    /// Nobody meets both forms of the third item in the pulse; where a survey asks both, one is drawn for each
    /// respondent. Of two other questions mapped to one item the first column counts.
    /// - Parameter draw: What decides between the forms, the same each time for one respondent and wave.
    private mutating func answersOfOneEach(
        _ response: Response, draw: UInt8
    ) -> [(mapping: PulseMapping, reply: PulseAnswer.Reply)] {
        var places: [PulseItem: Int] = [:]
        var result: [(mapping: PulseMapping, reply: PulseAnswer.Reply)] = []
        for answer in response.answers {
            guard let item = answer.mapping.item else { continue }
            guard let place = places[item] else {
                places[item] = result.count
                result.append(answer)
                continue
            }
            if item == .interruptionsOrStress, result[place].mapping.form != answer.mapping.form {
                if answer.mapping.form == (draw & 1 == 0 ? "a" : "b") { result[place] = answer }
            } else {
                doubles.insert(item)
            }
        }
        return result
    }

    private func team(_ response: Response) -> Int? {
        guard let name = response.team else { return nil }
        guard let team = desk.teamIndex(name) else {
            desk.book.add(
                .unknownTeam, file: file.path, line: response.line,
                "A team is named that nobody in the roster is in. The answer is kept without a team; use the name the roster uses."
            )
            return nil
        }
        return team
    }

    private func reportDoubles() {
        guard !doubles.isEmpty else { return }
        let items = doubles.map(\.rawValue).sorted().joined(separator: ", ")
        desk.book.add(
            .questionsDouble, file: file.path,
            "More than one question is mapped to \(items). The first column counts; map the others to `none` under `pulse` in case.yaml."
        )
    }

    private func reportAnswers() {
        for (title, bad) in badAnswers.sorted(by: { $0.key < $1.key }) {
            desk.book.add(
                .badValue, file: file.path, line: bad.line,
                "\(bad.count == 1 ? "1 answer" : "\(bad.count) answers") to a mapped question \(bad.count == 1 ? "fits" : "fit") no scale and \(bad.count == 1 ? "is" : "are") not used. Say under `pulse` in case.yaml what its answers are, lowest first: `pulse: {questions: {\(QuestionText.yaml(title)): {item: Q2, scale: 1-7}}}`, or `words: [lowest, …, highest]` in place of the scale."
            )
        }
    }
}

/// The days of waves, found from the days of responses.
struct SurveyWaves {
    /// Days after which responses belong to the next wave: a pulse comes every four weeks at most.
    static let length = 28

    private let starts: [Day]
    private let fixed: Day?

    /// Waves of the days given.
    /// - Parameter fixed: The day of the one wave, where somebody has set it.
    init(_ days: [Day], fixed: Day?) {
        self.fixed = fixed
        var starts: [Day] = []
        for day in Set(days).sorted() {
            if let start = starts.last, start.advanced(by: SurveyWaves.length) > day { continue }
            starts.append(day)
        }
        self.starts = starts
    }

    /// The wave a day belongs to; nil where no day is told and none is set.
    func wave(of day: Day?) -> Day? {
        if let fixed { return fixed }
        guard let day else { return nil }
        return starts.last { $0 <= day }
    }
}

/// The questions of a survey: what each is for us, and which nobody has mapped.
struct SurveyQuestions {
    /// Questions listed in a notice.
    private static let listed = 40
    private var known: [String: PulseMapping?] = [:]
    private var unmapped: [String] = []

    /// What a question is for us; `case.yaml` goes before the pulse's own words.
    mutating func mapping(of title: String, settings: PulseSettings) -> PulseMapping? {
        if let known = known[title] { return known }
        let mapping = settings.questions[QuestionText.key(title)] ?? PulseWording.mapping(of: title)
        known[title] = .some(mapping)
        if mapping == nil { unmapped.append(title) }
        return mapping
    }

    /// Says which questions stayed out, with the lines of `case.yaml` that would take them in.
    func report(file: CaseFile, desk: IntakeDesk) {
        guard !unmapped.isEmpty else { return }
        let lines = unmapped.prefix(SurveyQuestions.listed).map { "\(QuestionText.yaml($0)): none" }
        let more = unmapped.count > lines.count ? " Only the first \(lines.count) are listed." : ""
        desk.book.add(
            .questionsNotMapped, file: file.path, line: 1,
            "\(unmapped.count == 1 ? "1 question is not mapped to our items and stays" : "\(unmapped.count) questions are not mapped to our items and stay") out. Put this into case.yaml, with an item such as Q2 in place of `none` where a question asks the same: pulse: {questions: {\(lines.joined(separator: ", "))}}\(more)"
        )
    }
}
