/// How much of ordered use stays when nobody orders it.
enum Persistence {
    /// Mandate weeks seen by at least this many person-weeks before the ratio is read.
    static let fewestPersonWeeks = 20.0

    /// P(active off mandate) / P(active on mandate), among those who ever tried; nil without mandates.
    /// - Source: SCIENCE 2.3.
    static func ratio(_ tally: Tally) -> Double? {
        guard tally[.onWeeks] >= fewestPersonWeeks, tally[.offWeeks] >= fewestPersonWeeks,
            let on = tally.ratio(.onActive, .onWeeks), on > 0,
            let off = tally.ratio(.offActive, .offWeeks)
        else { return nil }
        return off / on
    }
}
