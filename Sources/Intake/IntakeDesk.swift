import Measures
import Rollout

/// What all files of one case share while they are read: names, settings, notices.
final class IntakeDesk {
    let settings: CaseSettings
    let book: NoticeBook
    /// The day the case speaks of where it is given; nil: found from the evidence.
    let asOf: Day?
    /// The zone in which instants become days.
    var zone: CaseZone { settings.zone }
    var statistics = ReadStatistics()
    /// The roster's people; nobody until `people.csv` is read.
    var people = PersonDirectory(keys: [])
    /// Everybody of the roster, by their place in it; empty until the roster is read.
    var roster: [Roster.Member] = []
    /// Other names of people, from `aliases.csv`.
    var aliases: [AliasTable.Alias] = []
    /// Teams by the number under which they were first met.
    private(set) var teamBook = NameBook()
    /// A team's place among the teams in ascending order, by number.
    var teamPlaces: [Int] = []
    private(set) var roles = NameBook()
    let tools = NameBook()
    let useCases = NameBook()
    /// Threads that may parse large tables at once.
    let threads: Int
    private let progress: ((ReadProgress) -> Void)?

    init(
        settings: CaseSettings, book: NoticeBook, asOf: Day?, threads: Int = 1,
        progress: ((ReadProgress) -> Void)?
    ) {
        self.threads = threads
        self.settings = settings
        self.book = book
        self.asOf = asOf
        self.progress = progress
        tools.setAliases(settings.tools)
        for names in [tools, useCases] {
            names.isPersonal = { [unowned self] in people.isName($0) }
        }
    }

    /// Names of people that were hidden where tools and use cases belong.
    var hiddenNames: Int { tools.hiddenCount + useCases.hiddenCount }

    /// Says of a file that people stood where tools or use cases belong, if more are hidden than before it.
    func noteHiddenNames(since before: Int, in file: String) {
        guard hiddenNames > before else { return }
        book.add(
            .personAsTool, file: file,
            "A person's name or an address stands where a tool or a use case belongs. It is not shown, and its rows count under \"\(NameBook.hidden)\". Look whether columns are swapped."
        )
    }

    /// A desk with the same settings whose notices, numbers and people are thrown away.
    func scratch() -> IntakeDesk {
        let desk = IntakeDesk(settings: settings, book: NoticeBook(), asOf: asOf, progress: nil)
        desk.aliases = aliases
        return desk
    }

    /// A desk for one more file that knows the same people, teams and roles and has its own notices and numbers.
    func fresh() -> IntakeDesk {
        let desk = IntakeDesk(settings: settings, book: NoticeBook(), asOf: asOf, progress: progress)
        desk.people = people
        desk.roster = roster
        desk.teamBook = teamBook
        desk.teamPlaces = teamPlaces
        desk.roles = roles
        return desk
    }

    /// The index of a team of the roster; nil where there is no such team.
    func teamIndex(_ name: String) -> Int? { teamBook.known(name).map { teamPlaces[$0] } }

    /// Reports a file that cannot be opened.
    func unreadable(_ file: CaseFile) { book.addUnreadable(file) }

    /// Reports what cut a file short, if anything did.
    @discardableResult
    func reportTrouble(of reader: CSVReader, in file: CaseFile) -> Bool {
        reportTrouble(reader.sourceTrouble, in: file)
    }

    /// Reports what cut a file short, if anything did.
    @discardableResult
    func reportTrouble(_ trouble: StreamTrouble?, in file: CaseFile) -> Bool {
        switch trouble {
        case .unreadable: unreadable(file)
        case .damagedGzip:
            book.add(
                .damagedGzip, file: file.path,
                "The gzip data are damaged or cut off; what comes after is lost. Copy or export the file again."
            )
        case .workbook(let why): book.add(.workbookUnreadable, file: file.path, why.message)
        case .bytesAfterGzip:
            book.add(
                .damagedGzip, .warning, file: file.path,
                "After the packed data come bytes that are not packed. They are left out; copy or export the file again if rows are missing."
            )
        case .gzipBomb:
            book.add(
                .damagedGzip, file: file.path,
                "The file unpacks to more than \(GunzipReader.greatestRatio) times its size, as no table does. Reading stopped there; unpack it yourself and look at it."
            )
        case nil: return false
        }
        return true
    }

    /// Tells whoever watches how far the reading has come.
    func tellProgress(_ file: CaseFile, bytes: Int) {
        progress?(ReadProgress(file: file.path, bytesRead: bytes, size: file.size))
    }

    /// The number of a role: one that the roster does not have is added, with a notice.
    func role(_ name: String, file: CaseFile, line: Int) -> Int {
        if let known = roles.known(name) { return known }
        book.add(
            .unknownRole, file: file.path, line: line,
            "A role is named that nobody in people.csv has. It is added; use the name people.csv uses if it is the same role."
        )
        return roles.number(of: name)
    }
}
