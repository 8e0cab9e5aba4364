package import Rollout

/// Everything Intake has to say about a file short of giving up: the ids of its notices.
///
/// Each has a heading in `Guides/Notices/Intake.md`.
package enum IntakeNotice: String, Hashable, Sendable, CaseIterable {
    // Whole files.
    case unreadableFile = "intake.unreadableFile"
    case damagedGzip = "intake.damagedGzip"
    case workbookUnreadable = "intake.workbookUnreadable"
    case emptyFile = "intake.emptyFile"
    case missingColumn = "intake.missingColumn"
    case unknownColumn = "intake.unknownColumn"
    case duplicateColumn = "intake.duplicateColumn"
    case tooManyColumns = "intake.tooManyColumns"
    case duplicateFile = "intake.duplicateFile"
    case fileNotUsed = "intake.fileNotUsed"
    case notUTF8 = "intake.notUTF8"
    case ambiguousDates = "intake.ambiguousDates"

    // Rows.
    case raggedRow = "intake.raggedRow"
    case unclosedQuote = "intake.unclosedQuote"
    case rowTooLong = "intake.rowTooLong"
    case nulByte = "intake.nulByte"
    case missingValue = "intake.missingValue"
    case badDate = "intake.badDate"
    case dateOutOfRange = "intake.dateOutOfRange"
    case badNumber = "intake.badNumber"
    case badValue = "intake.badValue"
    case datesReversed = "intake.datesReversed"
    case notMonday = "intake.notMonday"
    case duplicateRow = "intake.duplicateRow"
    case conflictingRow = "intake.conflictingRow"
    case selfTie = "intake.selfTie"
    case afterAsOf = "intake.afterAsOf"

    // Names that do not meet.
    case unknownPerson = "intake.unknownPerson"
    case unknownTeam = "intake.unknownTeam"
    case unknownRole = "intake.unknownRole"
    case unknownUseCase = "intake.unknownUseCase"
    case aliasConflict = "intake.aliasConflict"
    case aliasOpen = "intake.aliasOpen"
    case tooManyNames = "intake.tooManyNames"

    // The roster.
    case duplicatePerson = "intake.duplicatePerson"
    case conflictingPerson = "intake.conflictingPerson"
    case withoutTeam = "intake.withoutTeam"
    case withoutRole = "intake.withoutRole"
    case layersUnknown = "intake.layersUnknown"
    case managerCycle = "intake.managerCycle"
    case managerUnknown = "intake.managerUnknown"
    case managerLeft = "intake.managerLeft"
    case severalTops = "intake.severalTops"
    case parentTeam = "intake.parentTeam"
    case rosterExtra = "intake.rosterExtra"
    case rosterDisabled = "intake.rosterDisabled"
    case rosterFromUse = "intake.rosterFromUse"
    case rosterConflict = "intake.rosterConflict"
    case rosterGuests = "intake.rosterGuests"
    case rosterLicences = "intake.rosterLicences"
    case rosterColumnMissing = "intake.rosterColumnMissing"
    case rosterCodes = "intake.rosterCodes"

    // The case as a whole.
    case caseSettingsUnreadable = "intake.caseSettingsUnreadable"
    case unknownSetting = "intake.unknownSetting"
    case badSetting = "intake.badSetting"
    case noAsOf = "intake.noAsOf"
    case asOfWithoutUse = "intake.asOfWithoutUse"
    case coverageAssumed = "intake.coverageAssumed"
    case personAsTool = "intake.personAsTool"

    // Exports.
    case exportNotRecognised = "intake.exportNotRecognised"
    case exportRepeated = "intake.exportRepeated"
    case namesConcealed = "intake.namesConcealed"
    case badJSON = "intake.badJSON"
    case duplicateKey = "intake.duplicateKey"
    case exportAmbiguous = "intake.exportAmbiguous"
    case totalsOnly = "intake.totalsOnly"
    case morePages = "intake.morePages"
    case linksOnly = "intake.linksOnly"
    case exportCapped = "intake.exportCapped"
    case periodTooLong = "intake.periodTooLong"
    case exportWithoutDay = "intake.exportWithoutDay"
    case mappingUnused = "intake.mappingUnused"
    case eventsPassedOver = "intake.eventsPassedOver"

    // Surveys.
    case questionsNotMapped = "intake.questionsNotMapped"
    case questionsDouble = "intake.questionsDouble"
    case surveyWithoutDate = "intake.surveyWithoutDate"
    case surveyWithoutLayer = "intake.surveyWithoutLayer"
    case surveyUnfinished = "intake.surveyUnfinished"

    /// How much is lost, unless the place where it happens knows better.
    package var severity: Notice.Severity {
        switch self {
        case .unreadableFile, .damagedGzip, .workbookUnreadable, .missingColumn, .tooManyColumns,
            .caseSettingsUnreadable, .exportAmbiguous, .exportWithoutDay:
            .error
        case .emptyFile, .unknownColumn, .fileNotUsed, .notUTF8, .notMonday, .duplicateRow, .afterAsOf,
            .unknownUseCase, .aliasOpen, .duplicatePerson, .unknownSetting, .coverageAssumed,
            .exportRepeated, .rosterExtra, .rosterDisabled, .totalsOnly, .surveyUnfinished, .rosterGuests,
            .rosterLicences, .rosterCodes, .eventsPassedOver:
            .note
        default: .warning
        }
    }
}
