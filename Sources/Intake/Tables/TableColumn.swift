/// The columns of one kind of file, numbered from 0 in the order of the cases.
protocol TableColumn: RawRepresentable, CaseIterable, Hashable where RawValue == Int {
    /// Columns without which the file cannot be read.
    static var required: [Self] { get }
    /// The column's name, as the file and messages have it.
    var name: String { get }
}

extension TableColumn {
    /// The column's name in the file: the case's name, its words joined by `_`.
    var name: String {
        var result = ""
        for character in String(describing: self) {
            if character.isUppercase { result += "_" }
            result += character.lowercased()
        }
        return result
    }

    /// The columns by their own names.
    static var byName: [String: Self] {
        Dictionary(allCases.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// Why a row is left out; it says so once and the reading goes on.
struct RowRefusal: Error {
    let notice: IntakeNotice
    let message: String

    init(_ notice: IntakeNotice, _ message: String) {
        self.notice = notice
        self.message = message
    }
}
