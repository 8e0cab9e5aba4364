package import Rollout

/// Where the files of a case come from.
package protocol CaseSource {
    /// The files of the case; the order does not matter.
    /// - Throws: `IntakeFailure` where the files cannot be listed.
    func files() throws -> [CaseFile]
}

/// A case at hand: tables or bytes, without a disk.
package struct MemoryCase: CaseSource {
    private let contents: [CaseFile]

    /// A case of tables; each is read through its CSV form, as from a disk.
    package init(tables: [CaseTable]) {
        contents = tables.map { CaseFile(path: $0.file, bytes: CSVWriter.bytes(of: $0)) }
    }

    /// A case of bytes by path.
    package init(files: [String: [UInt8]]) {
        contents = files.keys.sorted().map { CaseFile(path: $0, bytes: files[$0] ?? []) }
    }

    /// A case of files in any order.
    package init(_ files: [CaseFile]) { contents = files }

    /// Every file of the case, in the order of paths.
    package func files() -> [CaseFile] { contents }
}
