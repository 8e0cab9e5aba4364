import Measures

/// Reads the plain rows of a piece of a table and says which are not plain.
///
/// One for each thread. A plain row is one that the slow reading would take without a word: known person,
/// readable day, everything well formed. Whatever else there is, is only found and left to the slow reading,
/// which alone refuses rows and writes notices; so what comes out is the same as if it had read everything.
final class BulkParser {
    /// A row that is left to the slow reading.
    struct OddRow {
        /// Where it begins in the window.
        let place: Int
        /// Its line, from that of the piece's first row.
        let line: Int
    }

    /// Why a piece ends before its end.
    enum Stop {
        /// It does not.
        case none
        /// A quote that does not fit, or a row that is too long.
        case trouble
        /// The last row is not whole.
        case incomplete
    }

    private(set) var keys = BulkKeys()
    private let dates = DateMemo()
    private let scan: CSVScan
    private let roles: UnsafeMutablePointer<UInt8>
    private let fields: Int
    private let isComma: Bool
    private let keyMemo: UnsafeMutablePointer<(packed: UInt64, key: Int32)>
    private static let keyMemoSize = 1024

    /// A row that is plain but for its person, who is looked up with those of other rows: one look-up waits for
    /// memory, many wait together.
    private struct Pending {
        let row: Int32
        let line: Int32
        let start: Int32
        let count: Int32
        /// Key and day as in an event; `noUse` or `tooLate` where there is none.
        let use: UInt32
        let actions: UInt32
    }

    private static let noUse = UInt32.max
    private static let tooLate = UInt32.max - 1
    private static let batch = 256
    private let pending: UnsafeMutablePointer<Pending>
    private let persons: UnsafeMutablePointer<Int32>

    /// Person, key and day of each plain row: person in the upper half, then key, then days since 2000.
    private(set) var events: UnsafeMutablePointer<UInt64>
    /// Actions of each plain row, 0 where none are counted; nothing where the table counts none.
    private(set) var counts: UnsafeMutablePointer<UInt32>
    private var capacity = 0
    private(set) var eventCount = 0
    private(set) var odd: [OddRow] = []
    /// Plain rows, also those that tell of no use.
    private(set) var rows = 0
    /// Plain rows that lie after the as-of day.
    private(set) var late = 0
    /// Rows whose person is nobody, beside those that are left to the slow reading.
    private(set) var strangers = 0
    /// Lines up to the end.
    private(set) var lines = 0
    /// Whether a row spans lines, which is allowed only as long as quotes are believed in.
    private(set) var spansLines = false
    /// Where the window begins in the text.
    private(set) var origin = 0
    /// Where the piece begins and ends in the window.
    private(set) var begin = 0
    private(set) var end = 0
    private(set) var stop = Stop.none

    private let hasTools: Bool
    /// Whether rows count actions.
    let hasCounts: Bool

    /// A parser of rows as a plan describes them.
    init(_ plan: BulkPlan) {
        hasTools = plan.hasTools
        hasCounts = plan.hasCounts
        scan = CSVScan(delimiter: plan.delimiter)
        fields = plan.roles.count
        isComma = plan.delimiter == 44
        roles = .allocate(capacity: max(1, fields))
        for (index, role) in plan.roles.enumerated() { roles[index] = role.rawValue }
        keyMemo = .allocate(capacity: BulkParser.keyMemoSize)
        keyMemo.initialize(repeating: (.max, -1), count: BulkParser.keyMemoSize)
        events = .allocate(capacity: 1)
        counts = .allocate(capacity: 1)
        pending = .allocate(capacity: BulkParser.batch)
        persons = .allocate(capacity: BulkParser.batch)
        forget()
    }

    deinit {
        roles.deallocate()
        keyMemo.deallocate()
        events.deallocate()
        counts.deallocate()
        pending.deallocate()
        persons.deallocate()
    }

    /// Forgets every name met, and what was read last: it turned out to have begun within a row.
    func forget() {
        keys = BulkKeys()
        keyMemo.update(repeating: (.max, -1), count: BulkParser.keyMemoSize)
        // Without a tool everything is of one kind.
        if !hasTools { _ = keys.add(BulkKeys.packed(tool: -1, useCase: -1, mode: 0)) }
    }

    private func reserve(_ rows: Int) {
        guard rows > capacity else { return }
        capacity = rows
        events.deallocate()
        counts.deallocate()
        events = .allocate(capacity: rows)
        counts = .allocate(capacity: rows)
    }

    /// Reads the rows that begin in a piece of a window.
    ///
    /// - Parameters:
    ///   - bytes: The window; the byte before `limit` ends a line.
    ///   - origin: Where the window begins in the text.
    ///   - from: Where a row begins, or is taken to begin.
    ///   - limit: Rows that begin here or later are left out.
    ///   - window: Bytes of the window.
    ///   - people: Numbers of people by name.
    ///   - linesAllowed: Line ends the quotes of one row may hold.
    /// - Complexity: O(bytes of the piece).
    func parse(
        _ bytes: UnsafePointer<UInt8>, origin: Int, from: Int, limit: Int, window: Int, plan: BulkPlan,
        people: ByteTable.View, linesAllowed: Int
    ) {
        self.origin = origin
        odd.removeAll(keepingCapacity: true)
        (begin, eventCount, rows, late, lines, spansLines, stop) = (from, 0, 0, 0, 0, false, .none)
        strangers = 0
        // No plain row is shorter than a letter, a date and a delimiter.
        reserve(max(0, limit - from) / 12 + 1)
        let hasTools = hasTools
        let nobody = PersonDirectory.nobody
        let pending = pending
        let keys = keys
        let lastDay = plan.lastDay.number - CellDate.range.lowerBound.number
        let fields = fields
        let roles = roles
        let dateSlots = dates.slots
        let keyMemo = keyMemo
        let delimiter = plan.delimiter
        let delimiters = EightBytes.all(delimiter)
        let isComma = isComma
        var tools = keys.tools.view
        var useCases = keys.useCases.view
        var (lastLow, lastHigh, lastDate): (UInt64, UInt64, Int32) = (0, 0, -1)
        var place = from
        var line = 0
        var waiting = 0
        rows: while place < limit {
            let row = place
            var (nameStart, nameCount) = (0, 0)
            var day: Int32 = -1
            var tool: Int32 = -1
            var useCase: Int32 = -1
            var mode = 0
            // -1 where the cell is empty.
            var actions = -1
            plainRow: do {
                for field in 0..<fields {
                    var start = place
                    var end = place
                    if bytes[place] == 34 {
                        start += 1
                        end = BulkParser.closingQuote(bytes, start)
                        if bytes[end] != 34 { break plainRow }
                        place = end + 1
                    } else {
                        end = BulkParser.fieldEnd(bytes, place, delimiter, delimiters, isComma)
                        place = end
                    }
                    // The byte after a field decides what follows.
                    let after = bytes[place]
                    if after == delimiter {
                        if field == fields - 1 { break plainRow }
                        place += 1
                    } else {
                        if field != fields - 1 { break plainRow }
                        if after == 10 {
                            place += 1
                        } else if after == 13, bytes[place + 1] == 10 {
                            place += 2
                        } else {
                            break plainRow
                        }
                    }
                    let role = roles[field]
                    if role == 0 { continue }
                    while start < end, bytes[start] == 32 || bytes[start] == 9 { start += 1 }
                    while end > start, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
                    let cell = bytes + start
                    let count = end - start
                    switch role {
                    case BulkPlan.Role.person.rawValue:
                        if count == 0 { break plainRow }
                        (nameStart, nameCount) = (start, count)
                    case BulkPlan.Role.date.rawValue:
                        if count == 10 {
                            let low = EightBytes.load(cell)
                            let high = EightBytes.load(cell + 2) >> 48
                            if low == lastLow, high == lastHigh {
                                day = lastDate
                            } else {
                                let slot = DateMemo.place(low, high)
                                if dateSlots[slot].low != low || dateSlots[slot].high != high
                                    || dateSlots[slot].day < 0
                                {
                                    let found = DateMemo.day(
                                        UnsafeRawBufferPointer(start: cell, count: count),
                                        style: plan.dateStyle)
                                    if found < 0 { break plainRow }
                                    dateSlots[slot] = DateMemo.Slot(low: low, high: high, day: found)
                                }
                                day = dateSlots[slot].day
                                (lastLow, lastHigh, lastDate) = (low, high, day)
                            }
                        } else {
                            day = DateMemo.day(
                                UnsafeRawBufferPointer(start: cell, count: count), style: plan.dateStyle)
                            if day < 0 { break plainRow }
                        }
                    case BulkPlan.Role.tool.rawValue:
                        if count == 0 || count > BulkParser.longestName { break plainRow }
                        tool = tools.find(cell, count)
                        if tool < 0 {
                            tool = keys.addTool(UnsafeRawBufferPointer(start: cell, count: count))
                            if tool < 0 { break plainRow }
                            tools = keys.tools.view
                        }
                    case BulkPlan.Role.useCase.rawValue:
                        if count == 0 { continue }
                        if count > BulkParser.longestName { break plainRow }
                        useCase = useCases.find(cell, count)
                        if useCase < 0 {
                            useCase = keys.addUseCase(UnsafeRawBufferPointer(start: cell, count: count))
                            if useCase < 0 { break plainRow }
                            useCases = keys.useCases.view
                        }
                    case BulkPlan.Role.count.rawValue:
                        if count == 0 { continue }
                        // Nine digits are less than the greatest number a cell may hold.
                        if count > 9 { break plainRow }
                        actions = 0
                        for index in 0..<count {
                            let digit = Int(cell[index]) - 48
                            if digit < 0 || digit > 9 { break plainRow }
                            actions = actions * 10 + digit
                        }
                    default:
                        mode = BulkParser.mode(cell, count)
                        if mode < 0 { break plainRow }
                    }
                }
                if place - row > CSVReader.longestRow { break plainRow }
                var use = day > lastDay ? BulkParser.tooLate : BulkParser.noUse
                if actions != 0, day <= lastDay {
                    var key: Int32 = 0
                    if hasTools {
                        let packed = BulkKeys.packed(tool: tool, useCase: useCase, mode: mode)
                        let memo = Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) &>> 54)
                        if keyMemo[memo].packed == packed {
                            key = keyMemo[memo].key
                        } else {
                            key = keys.number(of: packed)
                            if key < 0 {
                                // The slow reading makes its names known, and says so where it must.
                                let person = people.find(bytes + nameStart, nameCount)
                                if person >= 0, person != nobody { _ = keys.add(packed) }
                                break plainRow
                            }
                            keyMemo[memo] = (packed, key)
                        }
                    }
                    use = UInt32(bitPattern: key) &<< 16 | UInt32(bitPattern: day)
                } else if actions == 0 {
                    use = BulkParser.noUse
                }
                pending[waiting] = Pending(
                    row: Int32(truncatingIfNeeded: row), line: Int32(truncatingIfNeeded: line),
                    start: Int32(truncatingIfNeeded: nameStart), count: Int32(truncatingIfNeeded: nameCount),
                    use: use,
                    // Weak signs are not counted.
                    actions: actions > 0 && mode < 2 ? UInt32(truncatingIfNeeded: actions) : 0)
                waiting += 1
                line += 1
                if waiting == BulkParser.batch {
                    settle(waiting, bytes, people)
                    waiting = 0
                }
                continue rows
            }
            settle(waiting, bytes, people)
            waiting = 0
            place = row
            guard let (next, breaks) = leave(bytes, row, window, linesAllowed) else { break }
            if !scan.isBlank { odd.append(OddRow(place: row, line: line)) }
            line += breaks + 1
            place = next
        }
        settle(waiting, bytes, people)
        end = place
        lines = line
        strangers = max(0, strangers - NoticeBook.listed)
    }

    /// Finds the people of rows that wait for them, in their order.
    @inline(never)
    private func settle(_ waiting: Int, _ bytes: UnsafePointer<UInt8>, _ people: ByteTable.View) {
        let (pending, persons, events, counts) = (pending, persons, events, counts)
        for index in 0..<waiting {
            persons[index] = people.find(bytes + Int(pending[index].start), Int(pending[index].count))
        }
        var taken = eventCount
        var plain = 0
        for index in 0..<waiting {
            let (person, use) = (persons[index], pending[index].use)
            if person < 0 || person == PersonDirectory.nobody {
                if person >= 0 {
                    // The first few are left to the slow reading, which lists them; the others are counted.
                    strangers += 1
                    if strangers > NoticeBook.listed { continue }
                }
                odd.append(OddRow(place: Int(pending[index].row), line: Int(pending[index].line)))
                continue
            }
            plain += 1
            if use >= BulkParser.tooLate {
                if use == BulkParser.tooLate { late += 1 }
                continue
            }
            events[taken] = UInt64(UInt32(bitPattern: person)) &<< 32 | UInt64(use)
            if hasCounts { counts[taken] = pending[index].actions }
            taken += 1
        }
        eventCount = taken
        rows += plain
    }

    /// Bytes of a name that is looked at here.
    private static let longestName = 512

    /// Finds the end of a row that is left to the slow reading; nil where that too is not for here.
    @inline(never)
    private func leave(
        _ bytes: UnsafePointer<UInt8>, _ row: Int, _ window: Int, _ linesAllowed: Int
    ) -> (next: Int, breaks: Int)? {
        let limit = min(window, row + CSVReader.longestRow + 1)
        switch scan.scan(bytes, from: row, limit: limit, isFinal: false, linesAllowed: linesAllowed) {
        case .row(let next, let breaks):
            spansLines = spansLines || breaks > 0
            return (next, breaks)
        case .needsMore where limit == window: stop = .incomplete
        case .needsMore, .unclosed, .end: stop = .trouble
        }
        return nil
    }

    /// The place of the delimiter, line end or zero byte that ends a plain field.
    @inline(__always)
    private static func fieldEnd(
        _ bytes: UnsafePointer<UInt8>, _ from: Int, _ delimiter: UInt8, _ delimiters: UInt64,
        _ isComma: Bool
    ) -> Int {
        var place = from
        while true {
            let word = EightBytes.load(bytes + place)
            // The comma, quotes, spaces and control characters are all among the first 45.
            var found = EightBytes.less(word, than: 45)
            if !isComma { found |= EightBytes.equal(word, delimiters) }
            while found != 0 {
                let at = place + EightBytes.first(found)
                let byte = bytes[at]
                if byte == delimiter || byte == 10 || byte == 13 || byte == 0 { return at }
                found &= found &- 1
            }
            place += 8
        }
    }

    /// The place of the next quote; that of a line end or zero byte where one comes first.
    @inline(__always)
    private static func closingQuote(_ bytes: UnsafePointer<UInt8>, _ from: Int) -> Int {
        var place = from
        while true {
            let word = EightBytes.load(bytes + place)
            var found = EightBytes.less(word, than: 14) | EightBytes.equal(word, EightBytes.all(34))
            while found != 0 {
                let at = place + EightBytes.first(found)
                let byte = bytes[at]
                if byte == 34 || byte == 10 || byte == 13 || byte == 0 { return at }
                found &= found &- 1
            }
            place += 8
        }
    }

    /// The number of a mode as it is usually written; -1 where it takes more to tell.
    @inline(__always)
    private static func mode(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Int {
        if count == 0 { return 0 }
        guard count == 5 || count == 6 else { return -1 }
        switch EightBytes.load(cell) & (.max &>> UInt64(64 &- 8 &* count)) {
        case 0x7473_6973_7361: return 0  // assist
        case 0x746E_6567_61: return 1  // agent
        case 0x7765_6976_6572: return 2  // review
        case 0x726F_7469_6465: return 3  // editor
        default: return -1
        }
    }
}
