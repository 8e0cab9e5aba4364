import Archive
package import Foundation

/// A folder other programs put files into; what is new in it is imported.
///
/// Files are taken only once two looks in a row find them the same, so that none is read while it is still being
/// written. What was taken is remembered by name, size and time, across restarts.
package actor WatchedFolder {
    private let installation: Installation
    private let desk: ImportDesk
    private let path: String
    private let fill: @Sendable (URL) throws -> Void
    private var before: String?
    private var isLooking = false

    /// The setting under which the last content that was taken is kept.
    static let setting = "watch.taken"

    /// A watched folder.
    /// - Parameter fill: Copies the folder's files into the tray of an import.
    package init(
        _ installation: Installation, desk: ImportDesk, path: String,
        fill: @escaping @Sendable (URL) throws -> Void
    ) {
        self.installation = installation
        self.desk = desk
        self.path = path
        self.fill = fill
    }

    /// Looks once, and imports what is new and no longer being written.
    ///
    /// - Parameter waits: Whether to return only after the import.
    /// - Returns: Whether an import was handed in.
    /// - Throws: What the file system says where the folder cannot be read; `ArchiveFailure`.
    @discardableResult
    package func look(waits: Bool = false) async throws -> Bool {
        guard !isLooking else { return false }
        isLooking = true
        defer { isLooking = false }
        let content = try WatchedFolder.content(of: path)
        let isStill = content == before
        before = content
        guard !content.isEmpty, isStill else { return false }
        guard try await installation.archive.setting(WatchedFolder.setting) != content else { return false }
        _ = try await desk.receive(title: "The watched folder", by: nil, fill: fill)
        try await installation.archive.set(content, for: WatchedFolder.setting)
        if waits { await desk.idle() }
        return true
    }

    /// Names, sizes and times of everything in a folder, a line each; hidden files are passed over.
    private static func content(of path: String) throws -> String {
        let manager = FileManager.default
        let root = URL(fileURLWithPath: path, isDirectory: true)
        _ = try manager.contentsOfDirectory(atPath: path)
        var lines: [String] = []
        for case let name as String in manager.enumerator(atPath: path) ?? .init() {
            guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
            let attributes = try manager.attributesOfItem(atPath: root.appendingPathComponent(name).path)
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            let size = (attributes[.size] as? NSNumber)?.int64Value ?? -1
            let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            lines.append("\(name) \(size) \(Int64(time * 1_000))")
        }
        return lines.sorted().joined(separator: "\n")
    }
}
