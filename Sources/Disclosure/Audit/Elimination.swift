/// Gaussian elimination of 0/1 rows, one after another, modulo the prime of `Residue`.
struct Elimination {
    /// Where each reduced row starts in `columns` and `values`; shape (rank + 1).
    private var starts = [0]
    private var columns: [Int32] = []
    private var values: [UInt64] = []
    private var pivots: [Int32] = []
    /// The reduced row a column is the pivot of; −1: none.
    private var rowOfPivot: [Int32]
    private var work: [UInt64]
    private var isTouched: [Bool]
    /// Reduced rows that the row at hand may still have to be freed of, one bit a row.
    private var pending: [UInt64]

    /// - Parameters:
    ///   - columns: Number of columns.
    ///   - rows: Most rows that will be added.
    init(columns: Int, rows: Int) {
        rowOfPivot = [Int32](repeating: -1, count: columns)
        work = [UInt64](repeating: 0, count: columns)
        isTouched = [Bool](repeating: false, count: columns)
        pending = [UInt64](repeating: 0, count: rows / 64 + 1)
    }

    /// Rows that say something of their own.
    var rank: Int { pivots.count }

    /// Adds a row with ones in the columns given.
    ///
    /// A reduced row is zero at the pivots of the rows before it, so passing once over them in order is enough.
    mutating func add(_ ones: [Int]) {
        // Taken out of the struct, so that the loops below work on plain arrays.
        var work: [UInt64] = []
        var isTouched: [Bool] = []
        swap(&work, &self.work)
        swap(&isTouched, &self.isTouched)
        var touched: [Int32] = []
        touched.reserveCapacity(ones.count)
        var word = pending.count
        var last = -1
        for column in ones {
            work[column] = 1
            isTouched[column] = true
            touched.append(Int32(column))
            let row = Int(rowOfPivot[column])
            if row < 0 { continue }
            pending[row >> 6] |= 1 << UInt64(row & 63)
            word = min(word, row >> 6)
            last = max(last, row >> 6)
        }
        while word <= last {
            while pending[word] != 0 {
                let row = word << 6 + pending[word].trailingZeroBitCount
                pending[word] &= pending[word] - 1
                let amount = work[Int(pivots[row])]
                if amount == 0 { continue }
                let factor = Residue.negative(amount)
                for index in starts[row]..<starts[row + 1] {
                    let column = Int(columns[index])
                    work[column] = Residue.add(work[column], Residue.multiply(factor, values[index]))
                    if isTouched[column] { continue }
                    isTouched[column] = true
                    touched.append(Int32(column))
                    let later = Int(rowOfPivot[column])
                    if later < 0 { continue }
                    pending[later >> 6] |= 1 << UInt64(later & 63)
                    last = max(last, later >> 6)
                }
            }
            word += 1
        }
        keep(touched, work)
        for column in touched {
            work[Int(column)] = 0
            isTouched[Int(column)] = false
        }
        swap(&work, &self.work)
        swap(&isTouched, &self.isTouched)
    }

    /// Keeps what is left of a row, scaled to one at its pivot.
    private mutating func keep(_ touched: [Int32], _ work: [UInt64]) {
        guard let pivot = touched.first(where: { work[Int($0)] != 0 }) else { return }
        let scale = Residue.inverse(work[Int(pivot)])
        for column in touched where work[Int(column)] != 0 {
            columns.append(column)
            values.append(Residue.multiply(scale, work[Int(column)]))
        }
        rowOfPivot[Int(pivot)] = Int32(pivots.count)
        pivots.append(pivot)
        starts.append(columns.count)
    }

    /// One vector that every added row is orthogonal to, mixed numbers in all columns that are free.
    /// Shape (columns).
    func kernelVector() -> [UInt64] {
        var vector = rowOfPivot.indices.map(Residue.mixed)
        for row in pivots.indices.reversed() {
            let pivot = Int(pivots[row])
            var sum: UInt64 = 0
            for index in starts[row]..<starts[row + 1] where Int(columns[index]) != pivot {
                sum = Residue.add(sum, Residue.multiply(values[index], vector[Int(columns[index])]))
            }
            vector[pivot] = Residue.negative(sum)
        }
        return vector
    }
}
