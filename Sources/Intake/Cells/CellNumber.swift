/// Numbers and fixed words of cells.
enum CellNumber {
    /// A whole number ≥ 0; nil where the cell is anything else. `3.0` counts as 3.
    static func whole(_ cell: UnsafeRawBufferPointer) -> Int? {
        var value = 0
        var place = 0
        while place < cell.count {
            let digit = Int(cell[place]) - 48
            guard digit >= 0, digit <= 9 else { break }
            value = value * 10 + digit
            if value > 1_000_000_000 { return nil }
            place += 1
        }
        guard place > 0 else { return nil }
        if place < cell.count {
            guard cell[place] == 46 || cell[place] == 44, place + 1 < cell.count,
                cell[(place + 1)...].allSatisfy({ $0 == 48 }), cell.count - place <= 3
            else { return nil }
        }
        return value
    }

    /// A decimal number with a point or a comma; nil where the cell is anything else.
    ///
    /// `1,234` can be read two ways and is refused; so are exponents, infinities and units.
    static func decimal(_ cell: UnsafeRawBufferPointer) -> Double? {
        guard !cell.isEmpty, cell.count <= 24 else { return nil }
        var text = ""
        var points = 0
        var hasComma = false
        for (index, byte) in cell.enumerated() {
            switch byte {
            case 48...57: text.unicodeScalars.append(Unicode.Scalar(byte))
            case 43, 45:
                guard index == 0 else { return nil }
                if byte == 45 { text += "-" }
            case 44, 46:
                points += 1
                hasComma = hasComma || byte == 44
                text += "."
            default: return nil
            }
        }
        guard points <= 1 else { return nil }
        if hasComma, let comma = text.firstIndex(of: "."),
            text.distance(from: comma, to: text.endIndex) == 4
        {
            return nil
        }
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }
}
