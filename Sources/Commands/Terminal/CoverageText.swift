import Diagnosis
package import Disclosure
import Figures
import Measures
import Pages
import Rollout

/// What a case can and cannot see, as a page of text.
package struct CoverageText {
    let publication: CoveragePublication
    let paper: Paper
    let isVerbose: Bool

    /// A page of a publication on a paper.
    package init(publication: CoveragePublication, paper: Paper, isVerbose: Bool) {
        self.publication = publication
        self.paper = paper
        self.isVerbose = isVerbose
    }

    /// All lines.
    package func lines() -> [String] {
        let sources = Set(publication.sources.map(\.source)).count
        var lines = publication.isProtected ? [] : warning()
        lines += paper.spread(
            "\(publication.name) · \(publication.asOf.long)",
            "\(Printed.people(publication.people)) · \(sources == 1 ? "1 source" : "\(sources) sources") of use"
        )
        lines += heading("Who is there")
        lines += item(CoverageWords.roster(publication))
        for mark in publication.roster.marks {
            lines += item(CoverageWords.mark(mark), "○")
        }
        lines += heading("What each source can see, on one axis")
        lines += axis()
        lines += heading("Gaps")
        lines += gaps()
        if !publication.agreements.isEmpty {
            lines += heading("Where two sources speak of the same use")
            lines += agreements()
        }
        lines += unmatched()
        lines += heading("What is missing, what would settle most first")
        lines += missing()
        lines += heading("How much of each barrier can be read")
        lines += barriers()
        lines += unknown()
        return lines + [""] + notices()
    }

    private func warning() -> [String] {
        paper.wrapped("UNPROTECTED: small groups are shown. Do not pass this on.").map {
            paper.inked($0, .warning)
        } + [""]
    }

    private func heading(_ words: String) -> [String] {
        [""] + paper.wrapped(words).map { paper.inked($0, .strong) }
    }

    private func item(_ text: String, _ sign: String = "·") -> [String] {
        paper.wrapped(text, indent: "    ", first: "  \(sign) ")
    }

    // MARK: Time

    private func axis() -> [String] {
        let stretches = publication.sources.flatMap(\.stretches)
        let others = publication.others.flatMap(\.days)
        // A use case that went live years ago must not push the rest to the edge.
        let floor = publication.asOf.advanced(by: -7 * 112)
        let first = max(floor, (stretches.map(\.from) + others).min() ?? publication.asOf)
        guard first < publication.asOf else { return ["  Nothing here has a date."] }
        let isNarrow = paper.width < 64
        let left = isNarrow ? 2 : 26
        let strip = TimeStrip(
            from: first, to: max(publication.asOf, stretches.map(\.to).max() ?? publication.asOf),
            width: paper.width - left - 1)
        var lines = [String(repeating: " ", count: left) + paper.inked(strip.months, .quiet)]
        func row(_ name: String, _ line: String, _ ink: Paper.Ink, _ notes: [String]) {
            if isNarrow {
                lines += paper.wrapped(name, indent: "  ")
                lines.append("  " + paper.inked(line, ink))
            } else {
                let short = name.count > left - 4 ? String(name.prefix(left - 5)) + "…" : name
                lines.append(
                    "  " + short + String(repeating: " ", count: left - 2 - short.count)
                        + paper.inked(line, ink))
            }
            for note in notes {
                lines += paper.wrapped(note, indent: String(repeating: " ", count: isNarrow ? 4 : left)).map {
                    paper.inked($0, .quiet)
                }
            }
        }
        for source in publication.sources {
            let mark: (Character, Paper.Ink) =
                switch source.absence {
                case .notUsed: ("█", .moving)
                case .lastSeenOnly: ("▒", .phase1)
                case .unknown: ("░", .unsettled)
                }
            row(
                CoverageWords.name(source),
                strip.line(
                    source.stretches.map { $0.from...max($0.from, $0.to) }, mark: mark.0, elsewhere: "·"),
                mark.1,
                [CoverageWords.sees(source)] + source.marks.map { CoverageWords.mark($0) }
                    + (isVerbose && !source.files.isEmpty
                        ? ["from \(source.files.joined(separator: ", "))"] : []))
        }
        for other in publication.others {
            let days =
                other.isSpan
                ? [other.days[0]...max(other.days[0], other.days[other.days.count - 1])]
                : other.days.map { $0...$0 }
            row(
                other.file, strip.line(days, mark: other.isSpan ? "─" : "●", elsewhere: "·"), .quiet,
                isVerbose ? [other.what] : [])
        }
        if !publication.weeks.isEmpty {
            row(
                "whose use is seen",
                strip.line { days in
                    let weeks = publication.weeks.filter { $0.week.days.overlaps(days) }
                    return weeks.compactMap(\.visible.shown).max()
                }, .strong, [seenNow()])
        }
        lines += paper.wrapped(
            "█ sees use and its absence   ▒ last days only   ░ cannot see   · nothing   ● on that day   ▁▄█ share of people at work",
            indent: "  "
        ).map { paper.inked($0, .quiet) }
        return lines
    }

    private func seenNow() -> String {
        guard let last = publication.weeks.last else { return "" }
        guard let share = last.visible.shown else {
            return "How many can be seen is shown from twenty people."
        }
        return "\(Printed.percent(share)) of the people at work in the week of \(last.week.monday.long)"
    }

    // MARK: Gaps and disagreements

    private func gaps() -> [String] {
        if publication.sources.allSatisfy({ $0.absence != .notUsed }) {
            return item("No source says who did not use it, so there is nothing to have gaps.", "○")
        }
        guard !publication.gaps.isEmpty else {
            return item("None: every source that sees use has told of it without a break.")
        }
        return CoverageWords.gaps(publication.gaps).flatMap { group in
            group.gaps.flatMap { item($0) } + paper.wrapped(group.says, indent: "      ", first: "    → ")
        }
    }

    private func agreements() -> [String] {
        let (shown, withheld) = CoverageWords.agreements(publication.agreements)
        let lines = shown.flatMap { pair -> [String] in
            var lines = item(CoverageWords.pair(pair))
            for sentence in CoverageWords.agreement(pair) { lines += paper.wrapped(sentence, indent: "    ") }
            for reason in pair.reasons {
                lines += paper.wrapped(reason.sentence, indent: "      ", first: "    → ")
            }
            return lines
        }
        return lines + (withheld.map { item($0, "○") } ?? [])
    }

    private func unmatched() -> [String] {
        let files = publication.files.compactMap { CoverageWords.unmatched($0) }
        guard !files.isEmpty else { return [] }
        var lines = heading("Names that met nobody") + files.flatMap { item($0, "○") }
        if publication.files.contains(where: { $0.unmatchedNames > 0 }) {
            lines += paper.wrapped(CoverageWords.unmatchedRemedy, indent: "    ")
        }
        return lines
    }

    // MARK: What cannot be known

    private func missing() -> [String] {
        guard !publication.missing.isEmpty else {
            return item("Nothing: everything the diagnosis can use is there.")
        }
        return publication.missing.enumerated().flatMap { place, missing -> [String] in
            let needed = missing.isNeededForVerdict ? " No verdict can be given without it." : ""
            var lines = paper.wrapped(
                missing.remedy + needed, indent: "     ", first: number(place + 1) + "  ")
            if let hides = CoverageWords.hides(missing) { lines += paper.wrapped(hides, indent: "     ") }
            return lines
        }
    }

    private func number(_ place: Int) -> String { place < 10 ? "  \(place)" : " \(place)" }

    private func barriers() -> [String] {
        let isNarrow = paper.width < 64
        return publication.barriers.flatMap { barrier -> [String] in
            let name = Wording.name(barrier.code)
            let bar = Paper.bar(barrier.share, width: 10)
            let padded = bar + String(repeating: "·", count: 10 - bar.count)
            let label = name + String(repeating: " ", count: max(1, 26 - name.count))
            if isNarrow {
                return ["  \(label)\(padded)"] + paper.wrapped(CoverageWords.sight(barrier), indent: "    ")
            }
            return paper.wrapped(
                CoverageWords.sight(barrier), indent: String(repeating: " ", count: 40),
                first: "  \(label)\(padded)  ")
        }
    }

    private func unknown() -> [String] {
        guard !publication.unknown.isEmpty else { return [] }
        let reasons = CoverageModel.gaps(
            publication.unknown.map { ($0.reason.sentence, Wording.name($0.code).lowercased()) })
        return heading("Not known although its evidence is there")
            + reasons.flatMap { item("\(Wording.sentence($0.figures)): \($0.reason)", "○") }
    }

    private func notices() -> [String] {
        let notices = publication.notices
        guard !notices.isEmpty else { return ["Nothing odd was found in the files."] }
        if isVerbose {
            return [paper.inked("From the files", .strong)]
                + notices.flatMap { notice -> [String] in
                    let place = (notice.file ?? "") + (notice.line.map { ":\($0)" } ?? "")
                    return item("\(place.isEmpty ? "" : "\(place): ")\(notice.message) [\(notice.id)]")
                }
        }
        let errors = notices.filter { $0.severity == .error }
        return errors.flatMap { item("\($0.file ?? ""): \($0.message) [\($0.id)]") }
            + paper.wrapped(
                "From the files: \(notices.count == 1 ? "1 notice" : "\(notices.count) notices"). Run with --verbose to read them."
            )
    }
}
