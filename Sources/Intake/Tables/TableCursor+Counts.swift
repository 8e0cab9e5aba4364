extension TableCursor {
    /// A whole number of a cell; nil where it is empty, or the file does not have the column.
    ///
    /// `25.0` counts as 25, as tables that went through a spreadsheet or a data frame have it.
    func count(_ column: Column) throws(RowRefusal) -> Int? {
        let cell = bytes(column)
        if cell.isEmpty { return nil }
        guard let number = CellNumber.whole(cell) else {
            throw badNumber(column, "0 to 1000000000, without a fraction")
        }
        return number
    }
}
