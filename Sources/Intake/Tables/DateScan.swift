/// Looks over a whole column of dates, because one row cannot tell day from month.
enum DateScan {
    /// The greatest numbers in the first and second place of a column's slashed dates.
    /// - Complexity: O(bytes of the file), one pass.
    static func column(_ place: Int, of file: CaseFile, delimiter: UInt8) -> DateColumn {
        var result = DateColumn()
        guard place >= 0 else { return result }
        do throws(StreamTrouble) {
            let reader = CSVReader(try DecodedReader(file), delimiter: delimiter)
            var isHeader = true
            scan: while true {
                switch reader.next() {
                case .end: break scan
                case .trouble: continue
                case .row:
                    if isHeader {
                        isHeader = false
                        continue
                    }
                    guard place < reader.fieldCount else { continue }
                    if case .slashed(let first, let second, _) = CellDate.read(reader.field(place)) {
                        result.first = max(result.first, first)
                        result.second = max(result.second, second)
                    }
                }
            }
        } catch {
            // The first pass reports what cannot be read; without a second pass nothing is decided.
            return DateColumn()
        }
        return result
    }
}
