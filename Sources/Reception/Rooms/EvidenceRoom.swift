import Archive
import Casework
import Foundation
import Hummingbird
import Measures
import Pages
import Rollout

extension FrontDoor {
    /// Bringing evidence in, and what came of it.
    func addEvidence(_ routes: RouteList) {
        routes.get("/evidence") { request, context in
            _ = try visitor(request, context, for: .evidence)
            return try await evidencePage(context, done: nil)
        }
        routes.post("/evidence/upload") { request, context in
            let visitor = try visitor(request, context, for: .evidence)
            let record = try await receive(request, context, by: visitor)
            return Answer.redirect("/evidence/imports/\(record.id)")
        }
        routes.post("/evidence/settings") { request, context in
            let visitor = try visitor(request, context, for: .evidence)
            let text = try await form(request, context)["settings"] ?? ""
            try await archive.set(text.isEmpty ? nil : text, for: "case.yaml")
            try await installation.log(.changed, "Changed the mappings", by: visitor)
            return try await evidencePage(context, done: "Kept. It is used from the next import on.")
        }
        routes.post("/evidence/corrections/:id") { request, context in
            let visitor = try visitor(request, context, for: .evidence)
            _ = try await form(request, context)
            guard let id = Int64(try context.parameters.require("id")) else { throw HTTPError(.notFound) }
            try await archive.settleCorrection(id, at: installation.now())
            try await installation.log(.changed, "Settled a correction", by: visitor)
            return Answer.redirect("/evidence")
        }
        addImports(routes)
    }

    private func addImports(_ routes: RouteList) {
        routes.get("/evidence/imports/:id") { request, context in
            _ = try visitor(request, context, for: .evidence)
            let record = try await importRecord(context)
            let notices = try await archive.notices(ofImport: record.id)
            let isRunning = record.state == .running || record.state == .waiting
            let read = await importDesk.bytesRead(record.id) ?? record.bytesRead
            let model = ImportModel(
                title: record.title, state: FrontDoor.sentence(record), isRunning: isRunning,
                percent: record.bytes > 0 ? Int(min(100, read * 100 / record.bytes)) : 0,
                href: "/evidence/imports/\(record.id)", facts: FrontDoor.facts(record), notices: notices)
            let shell = try await shell(
                context, at: "/evidence",
                crumbs: [.init("Evidence", href: "/evidence"), .init(record.title)])
            return Answer.page(Site.importPage(model, shell: shell))
        }
        routes.post("/evidence/imports/:id/cancel") { request, context in
            let visitor = try visitor(request, context, for: .evidence)
            _ = try await form(request, context)
            let record = try await importRecord(context)
            try await importDesk.cancel(record.id, by: visitor)
            return Answer.redirect("/evidence/imports/\(record.id)")
        }
        routes.get("/evidence/imports/:id/notices.csv") { request, context in
            _ = try visitor(request, context, for: .evidence)
            let record = try await importRecord(context)
            let notices = try await archive.notices(ofImport: record.id)
            return Answer.download(
                NoticeList.csv(notices), name: "notices-\(record.id).csv", type: "text/csv; charset=utf-8")
        }
    }

    private func importRecord(_ context: FrontContext) async throws -> ImportRecord {
        guard let id = Int64(try context.parameters.require("id")),
            let record = try await archive.importRecord(id)
        else { throw HTTPError(.notFound) }
        return record
    }

    private func receive(
        _ request: Request, _ context: FrontContext, by visitor: Visitor
    ) async throws -> ImportRecord {
        let tray = try await importDesk.tray()
        do {
            let session = context.session
            let reader = MultipartReader(
                contentType: request.headers[.contentType], folder: tray,
                mayKeepFiles: { fields in
                    // The token stands before the files, so that nothing is kept for a stranger.
                    guard FormToken.isRight(fields["token"], session: session) else {
                        throw HTTPError(
                            .forbidden,
                            message:
                                "This form is too old, or not ours. Go back, reload the page and try again.")
                    }
                })
            guard var reader else {
                throw HTTPError(.unsupportedMediaType, message: "A form with files is expected here.")
            }
            var size = 0
            for try await buffer in request.body {
                size += buffer.readableBytes
                guard size <= settings.longestUpload else { throw HTTPError(.contentTooLarge) }
                try reader.feed(buffer.readableBytesView)
            }
            let received = try reader.finish()
            guard !received.files.isEmpty else {
                throw HTTPError(
                    .badRequest, message: "No file was chosen. Choose one or more and send again.")
            }
            let title =
                received.files.count == 1
                ? received.files[0] : "\(received.files[0]) and \(received.files.count - 1) more"
            try FrontDoor.sort(received.files, in: tray)
            return try await importDesk.receive(tray, title: title, by: visitor)
        } catch {
            try? FileManager.default.removeItem(at: tray)
            throw error
        }
    }

    /// Files that are no part of a case folder are exports.
    private static func sort(_ files: [String], in tray: URL) throws {
        let exports = tray.appendingPathComponent("exports")
        try FileManager.default.createDirectory(at: exports, withIntermediateDirectories: true)
        for file in files where !ImportTray.isOwn(file) {
            try FileManager.default.moveItem(
                at: tray.appendingPathComponent(file), to: exports.appendingPathComponent(file))
        }
    }

    private func evidencePage(_ context: FrontContext, done: String?) async throws -> Response {
        let imports = try await archive.imports().prefix(50).map { record in
            EvidenceModel.Import(
                title: record.title, href: "/evidence/imports/\(record.id)", when: record.arrivedAt.day.long,
                state: FrontDoor.word(record.state), rows: record.state == .done ? "\(record.rowsRead)" : "",
                fresh: record.report.map { "\($0.newPeople) people, \($0.newDays) days" } ?? "")
        }
        var corrections: [EvidenceModel.Correction] = []
        for request in try await archive.corrections().prefix(50) {
            let contact = try await archive.contact(request.member)
            corrections.append(
                .init(
                    id: request.id, text: request.text, who: contact?.email ?? contact?.key ?? "",
                    when: request.at.day.long, isOpen: request.settledAt == nil))
        }
        let reading = try await reading()
        var report: ReportModel?
        if let reading { report = await reports.report(reading) }
        let model = EvidenceModel(
            publication: reading?.publication, report: report, imports: Array(imports),
            corrections: corrections, settings: try await archive.setting("case.yaml") ?? "",
            waiting: reading.map { FrontDoor.waiting($0.waiting, until: $0.roster.evidence.asOf) } ?? "")
        return Answer.page(
            Site.evidence(model, shell: try await shell(context, at: "/evidence", done: done)))
    }

    /// Why figures do not yet count somebody who is in the latest files.
    private static func waiting(_ waiting: Waiting, until asOf: Day) -> String {
        let parts = [
            (waiting.joined, "joined"), (waiting.left, "left"), (waiting.moved, "moved"),
            (waiting.sight, "came into a source’s sight or out of it"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        guard !parts.isEmpty else { return "" }
        let (year, month, _) = asOf.components
        let next = Day(
            year: month > 9 ? year + 1 : year, month: month > 9 ? 1 : (month - 1) / 3 * 3 + 4, day: 1)
        return
            "Not in the figures yet: \(parts.joined(separator: ", ")). "
            + "A change counts once at least five people of the same team, role and layer share it, else from "
            + "\(next?.long ?? "the next quarter") on: a figure that moves by one person is a figure about that person."
    }

    private static func word(_ state: ImportRecord.State) -> String {
        switch state {
        case .waiting: "waits"
        case .running: "being read"
        case .done: "done"
        case .repeated: "known already"
        case .failed: "failed"
        case .cancelled: "stopped"
        }
    }

    private static func sentence(_ record: ImportRecord) -> String {
        switch record.state {
        case .waiting: "It waits for the import before it."
        case .running: "It is being read. You can leave this page."
        case .done:
            record.report?.isUnchanged == true
                ? "Done. Everything in it was known already." : "Done. What is new is in the next reading."
        case .repeated: "The same files were imported before, so nothing was read."
        case .failed: record.failure ?? "It failed."
        case .cancelled: "It was stopped; nothing of it was kept."
        }
    }

    private static func facts(_ record: ImportRecord) -> [Fact] {
        var facts = [Fact("Arrived", record.arrivedAt.day.long)]
        guard let report = record.report else { return facts }
        facts.append(Fact("Rows read", "\(record.rowsRead)", note: "\(record.rowsRefused) refused"))
        facts.append(
            Fact(
                "People", "\(report.newPeople) new",
                note: "\(report.movedPeople) with another place than before"))
        facts.append(Fact("Days of use", "\(report.newDays) new"))
        if report.erasedPeople > 0 {
            facts.append(Fact("Left out", "\(report.erasedPeople)", note: "people who asked to be erased"))
        }
        return facts
    }
}
