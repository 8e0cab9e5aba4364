import Measures

/// Takes the plain rows of a table of people and days, many at once.
protocol BulkSink: AnyObject {
    /// Whether as many new names as a piece may hold can still be numbered.
    var hasRoom: Bool { get }
    /// Finds what everybody calls the keys a parser has met since it was last asked.
    func settle(_ keys: BulkKeys)
    /// Takes the rows a parser has read; its keys are settled.
    func take(_ parser: BulkParser)
}

/// How a table is cut up to be read on several cores.
enum BulkPieces {
    /// Bytes that one thread reads at a time: small enough for its cache, large enough to be worth starting.
    static let size = 1 << 20
    /// Threads beyond which the one that takes the rows is the slowest.
    static let mostThreads = 8

    /// Where the pieces of a window begin, and where the last one ends: each right after a line end.
    ///
    /// A line end may lie in quotes; whoever reads the piece before finds out. Empty where there is no line
    /// end at all.
    static func cuts(_ window: CSVReader.Window, pieces: Int) -> [Int] {
        var last = window.count
        while last > 0, window.bytes[last - 1] != 10 { last -= 1 }
        guard last > 0 else { return [] }
        var cuts = [0]
        for piece in 1..<max(1, pieces) {
            var place = max(piece * (last / pieces), cuts[cuts.count - 1])
            while place < last, place == 0 || window.bytes[place - 1] != 10 { place += 1 }
            if place < last, place > cuts[cuts.count - 1] { cuts.append(place) }
        }
        cuts.append(last)
        return cuts
    }
}

extension TableCursor {
    /// The plan of a table whose columns are read as said; other fields are passed over.
    func plan(_ roles: [Column: BulkPlan.Role]) -> BulkPlan {
        var byField = [BulkPlan.Role](repeating: .other, count: fields)
        for (column, role) in roles where has(column) { byField[places[column.rawValue]] = role }
        return BulkPlan(
            delimiter: reader.delimiter, roles: byField,
            lastDay: desk.asOf ?? CellDate.range.upperBound, dateStyle: nil)
    }

    /// Reads every row as `forEachRow(_:)` does and comes to the same, but takes plain rows many at a time, on
    /// several cores.
    ///
    /// The text is cut at line ends and the pieces are parsed at once, each as if it began with a row. Then,
    /// piece after piece, rows that are not plain are visited one by one, and a piece that turns out to have
    /// begun within a row is parsed again from where the row before it ends. Only this second part writes
    /// notices or numbers names, in the order of the file, so the number of threads never shows.
    ///
    /// - Parameters:
    ///   - plan: What stands in which field.
    ///   - threads: Pieces parsed at once; 0: nothing is read but row by row.
    ///   - sink: Takes plain rows.
    ///   - dates: The column of days.
    ///   - visit: Visits the others.
    /// - Complexity: O(bytes of the file); memory about two mebibytes a thread.
    func forEachRow(
        by plan: BulkPlan, threads: Int, into sink: some BulkSink, dates: Column,
        otherwise visit: (TableCursor<Column>) throws(RowRefusal) -> Void
    ) {
        guard threads > 0 else {
            forEachRow(visit)
            return
        }
        let threads = min(threads, BulkPieces.mostThreads)
        let parsers = (0..<threads).map { _ in BulkParser(plan) }
        var plan = plan
        // A window must hold the longest row, so that every round gets on.
        let size = max(threads * BulkPieces.size, 2 * CSVReader.longestRow)
        rounds: while sink.hasRoom {
            // After trouble the reader stands within a row.
            while !reader.isAtRow { guard visitNext(visit) else { break rounds } }
            let window = reader.window(size)
            let begin = reader.place
            let cuts = BulkPieces.cuts(window, pieces: threads)
            plan.dateStyle = knownStyle(of: dates)
            let linesAllowed = reader.linesAllowed
            let people = desk.people.table.view
            let round = plan
            // Each has its own parser, and what they share stands still.
            Concurrently.each(max(0, cuts.count - 1)) { index in
                parsers[index].parse(
                    window.bytes, origin: begin, from: cuts[index], limit: cuts[index + 1],
                    window: window.count, plan: round, people: people, linesAllowed: linesAllowed)
            }
            for index in 0..<max(0, cuts.count - 1) {
                guard
                    take(
                        parsers[index], until: begin + cuts[index + 1], plan: plan,
                        linesAllowed: linesAllowed, into: sink, otherwise: visit)
                else { break rounds }
            }
            if reader.place == begin {
                // No whole row, for want of a line end or of the end of the last one.
                let end = begin + window.count
                repeat { guard visitNext(visit) else { break rounds } } while reader.place < end
            }
            desk.tellProgress(file, bytes: reader.bytesRead)
        }
        while visitNext(visit) {}
        finish()
    }

    /// Takes what a parser has read of a piece, after what comes before it.
    /// - Returns: False at the end of the file.
    private func take(
        _ parser: BulkParser, until limit: Int, plan: BulkPlan, linesAllowed: Int, into sink: some BulkSink,
        otherwise visit: (TableCursor<Column>) throws(RowRefusal) -> Void
    ) -> Bool {
        let isMisread =
            parser.origin + parser.begin != reader.place
            || (parser.spansLines && linesAllowed != reader.linesAllowed)
        if isMisread {
            parser.forget()
            guard reader.place < limit else { return true }
            let (place, rest) = (reader.place, reader.rest)
            parser.parse(
                rest.bytes, origin: place, from: 0, limit: limit - place, window: rest.count, plan: plan,
                people: desk.people.table.view, linesAllowed: reader.linesAllowed)
        }
        let line = reader.nextLine
        for row in parser.odd {
            reader.go(to: parser.origin + row.place, line: line + row.line)
            guard visitNext(visit) else { return false }
        }
        sink.settle(parser.keys)
        sink.take(parser)
        count(rows: parser.rows, tooLate: parser.late)
        countStrangers(parser.strangers)
        reader.go(to: parser.origin + parser.end, line: line + parser.lines)
        if parser.stop == .trouble {
            // Quotes that do not fit change how the next lines are read: one by one.
            while reader.place < limit || !reader.isAtRow { guard visitNext(visit) else { return false } }
        }
        return true
    }
}
