import Rollout

/// The exports of a case, each with its reader.
struct ExportShelf {
    private(set) var exports: [RecognisedExport] = []
    /// How many people each roster lists, by file; filled by `people(_:desk:)`.
    private(set) var listed: [String: Int] = [:]

    /// Recognises every file and reports those that are none.
    /// - Parameter desk: Where settings are and notices go.
    init(_ cabinet: CaseCabinet, desk: IntakeDesk) {
        for file in cabinet.exports { take(file, isLoose: false, desk: desk) }
        for file in cabinet.loose { take(file, isLoose: true, desk: desk) }
    }

    private mutating func take(_ file: CaseFile, isLoose: Bool, desk: IntakeDesk) {
        let finding: ExportReaders.Finding
        do throws(StreamTrouble) {
            finding = try ExportReaders.find(file, settings: desk.settings)
        } catch {
            if isLoose, CaseCabinet.isAside(file.plainPath) { return }
            desk.reportTrouble(error, in: file)
            return
        }
        switch finding {
        case .known(let export): exports.append(export)
        case .ambiguous(let readers):
            let names = readers.map { "\($0.title) (\($0.id))" }.joined(separator: " and ")
            desk.book.add(
                .exportAmbiguous, file: file.path,
                "The file can be read as \(names), and is not read. Say which under `exports` in case.yaml, by the name in brackets."
            )
        case .noSuchReader:
            desk.book.add(
                .exportNotRecognised, file: file.path,
                "`exports` in case.yaml names a kind of export that does not exist, and the file is not read. Use the name of a page of the guide on formats."
            )
        case .unknown where isLoose:
            // What is there for people to read is left alone without a word.
            if CaseCabinet.isAside(file.plainPath) { return }
            desk.book.add(
                .fileNotUsed, file: file.path,
                "The file has no known name, no known export looks like it, and it is not read. See the guide on formats for what can be read."
            )
        case .unknown:
            if let hint = hint(for: file) {
                desk.book.add(.exportNotRecognised, file: file.path, hint.message(of: file.path))
                return
            }
            desk.book.add(
                .exportNotRecognised, file: file.path,
                "No known export looks like this file, and it is not read. Turn it into use.csv, or see the guide on formats for what can be read."
            )
        }
    }

    /// How a table that nobody knows could be read; nil where it is none, or does not show.
    private func hint(for file: CaseFile) -> MappingHint? {
        do throws(StreamTrouble) {
            let head = ExportHead(try DecodedReader(file, peek: ExportHead.length).head)
            return MappingHint(titles: head.titles, file: file.path)
        } catch {
            // That the file cannot be opened has been said.
            return nil
        }
    }

    /// The people the exports list.
    ///
    /// Where there is no `people.csv` and no export is a roster, everybody whom use is told of makes one.
    mutating func people(_ cabinet: CaseCabinet, desk: IntakeDesk) throws(IntakeFailure) -> [RosterRow] {
        var rows: [RosterRow] = []
        for export in exports where export.reader.contributes.contains(.roster) {
            // A file that is read again for its use has its trouble reported then.
            let isReadAgain = export.reader.contributes != [.roster]
            let before = rows.count
            defer { listed[export.file.path] = rows.count - before }
            export.reader.readRoster(export.file, desk: isReadAgain ? desk.scratch() : desk, into: &rows)
        }
        guard rows.isEmpty, cabinet.tables[.people] == nil else { return rows }
        var contribution = ExportContribution(
            use: UseAccumulator(people: 0), desk: desk.scratch(), collectsPeople: true)
        for export in exports where export.reader.contributes.contains(.use) { contribution.read(export) }
        guard !contribution.collected.isEmpty else {
            throw IntakeFailure(
                .peopleMissing,
                "There is no people.csv, and no export here lists people. Put one into the case folder with the columns `person`, `team` and `role`, or add the list of users of your directory or HR system.",
                place: "people.csv")
        }
        desk.book.add(
            .rosterFromUse, file: nil,
            "There is no people.csv, and no export here says who is in which team. Everybody the exports name is taken as the organisation, in one team; who uses nothing may be missing, and who goes by two names counts twice. Add people.csv, or the list of users of your directory or HR system."
        )
        return contribution.collected
    }
}
