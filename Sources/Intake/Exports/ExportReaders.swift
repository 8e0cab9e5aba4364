import Rollout

/// The exports that can be read, and which of them a file is.
enum ExportReaders {
    /// Every reader, in the order of their ids.
    static let all: [any ExportReader.Type] = [
        AdoptionPulseCheck.self,
        BambooHREmployees.self,
        ChatGPTProjects.self,
        ChatGPTUsers.self,
        ClaudeCodeAnalytics.self,
        ClaudeConversations.self,
        ClaudeEnterpriseSummaries.self,
        ClaudeEnterpriseUsers.self,
        ClaudeMembers.self,
        ClaudeUsers.self,
        CopilotLicenceRoster.self,
        CopilotSentimentSurvey.self,
        CursorDailyUsage.self,
        EmployeeAttributes.self,
        EntraDownload.self,
        EntraOrgTree.self,
        EntraUsers.self,
        FormbricksResponses.self,
        GeminiActivities.self,
        GenericEvents.self,
        GitHubBilling.self,
        GitHubCopilotActivity.self,
        GitHubCopilotLegacyMetrics.self,
        GitHubCopilotLinks.self,
        GitHubCopilotSeats.self,
        GitHubCopilotTeams.self,
        GitHubCopilotTotals.self,
        GitHubCopilotUsers.self,
        GlintSurvey.self,
        HiBobPeople.self,
        LimeSurveyResponses.self,
        LiteLLMDailySpend.self,
        Microsoft365CopilotTotals.self,
        Microsoft365CopilotUsers.self,
        MicrosoftFormsResponses.self,
        OpenAIUsage.self,
        PostHogEvents.self,
        PurviewAuditLog.self,
        SCIMUsers.self,
        VivaGroupTies.self,
        VivaOrganization.self,
        VivaPersonQuery.self,
        VivaPersonTies.self,
        WorkdayReport.self,
    ]

    /// Which kind a file is.
    enum Finding {
        case known(RecognisedExport)
        /// Two kinds or more fit equally well; titles and ids in ascending order.
        case ambiguous([(title: String, id: String)])
        case unknown
        /// `case.yaml` names a reader that does not exist.
        case noSuchReader
    }

    /// Finds the reader of a file by its content, or by `exports` in `case.yaml`.
    /// - Throws: Where the file cannot be opened.
    static func find(_ file: CaseFile, settings: CaseSettings) throws(StreamTrouble) -> Finding {
        let source = try DecodedReader(file, peek: ExportHead.length)
        if let trouble = source.headTrouble { throw trouble }
        return find(file, source.head, settings: settings)
    }

    /// The same for first bytes at hand.
    static func find(_ file: CaseFile, _ bytes: [UInt8], settings: CaseSettings) -> Finding {
        let renames = settings.renames(for: file)
        let constants = settings.constants(for: file)
        let found = find(file, ExportHead(bytes, renames: renames, constants: constants), settings: settings)
        guard case .unknown = found, !settings.openRenames.isEmpty else { return found }
        let all = settings.openRenames.merging(renames) { $1 }
        return find(file, ExportHead(bytes, renames: all, constants: constants), settings: settings)
    }

    private static func find(_ file: CaseFile, _ head: ExportHead, settings: CaseSettings) -> Finding {
        if let id = settings.reader(for: file) {
            guard let reader = all.first(where: { $0.id == id }) else { return .noSuchReader }
            let found = reader.recognises(head) ?? Recognition(marks: [])
            return .known(RecognisedExport(file: file, reader: reader, recognition: found))
        }
        let found = all.compactMap { reader in reader.recognises(head).map { (reader, $0) } }
        guard let best = found.map(\.1).max() else { return .unknown }
        let first = found.filter { !($0.1 < best) }
        guard first.count == 1 else {
            return .ambiguous(first.map { ($0.0.title, $0.0.id) }.sorted { $0.1 < $1.1 })
        }
        return .known(RecognisedExport(file: file, reader: first[0].0, recognition: best))
    }
}

/// A file whose reader is known.
struct RecognisedExport {
    let file: CaseFile
    let reader: any ExportReader.Type
    let recognition: Recognition
}

/// What a kind of export is called and holds, for those who only ask.
package struct ExportKind: Hashable, Sendable {
    /// The name of its guide page.
    package let id: String
    /// What a person calls the file.
    package let title: String
    package let contributes: Set<ExportPart>
    package let cannotSee: [String]
    package let lateBy: String?

    /// Every kind that can be read, in the order of ids.
    package static var all: [ExportKind] {
        ExportReaders.all.map {
            ExportKind(
                id: $0.id, title: $0.title, contributes: $0.contributes, cannotSee: $0.cannotSee,
                lateBy: $0.lateBy)
        }.sorted { $0.id < $1.id }
    }
}
