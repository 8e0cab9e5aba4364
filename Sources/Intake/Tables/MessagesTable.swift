import Measures
import Rollout

/// Reads `messages.csv`: what was said to whom. The text of a message is never looked at.
enum MessagesTable {
    enum Column: Int, TableColumn {
        case date, layer, channel, motive, example, order, text
        static var required: [Column] { [.date, .layer] }
    }

    /// Messages in order of their days, one for each layer addressed; nil where the file is lost.
    static func read(_ file: CaseFile, desk: IntakeDesk) -> [Message]? {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return nil }
        var messages: [Message] = []
        cursor.forEachRow { (row) throws(RowRefusal) in
            let date = try row.requiredDay(.date)
            guard let layers = CellWords.layers(try row.requiredText(.layer)) else {
                throw row.badValue(.layer, "executive, manager, contributor, all")
            }
            var motive: Message.Motive?
            if let word = row.text(.motive) {
                motive = Message.Motive(rawValue: CellText.key(word))
                if motive == nil { throw row.badValue(.motive, "advantage, stability, personal") }
            }
            let hasExample = try row.flag(.example)
            let isOrder = try row.flag(.order)
            if row.isLate(date) { return }
            for layer in layers {
                messages.append(
                    Message(
                        date: date, layer: layer, channel: row.text(.channel), motive: motive,
                        hasExample: hasExample, isOrder: isOrder))
            }
        }
        return messages.map {
            (joined($0.date, $0.layer.rawValue, $0.channel, $0.motive, $0.hasExample, $0.isOrder), $0)
        }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
