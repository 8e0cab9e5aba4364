import Foundation

/// The result could not be written to where it should go.
struct OutputFailure: Error {
    /// What could not be written, why, and what to do.
    let message: String
}

/// Standard input, output and errors.
enum StandardStreams {
    /// Takes the place of streams that the caller has closed.
    ///
    /// Otherwise the next file opened would take that place, and what is printed would be written into it.
    static func hold() {
        for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) == -1 {
            // Output is held open for reading only, so that writing to it still fails and is told.
            _ = open("/dev/null", stream == 1 ? O_RDONLY : O_RDWR)
        }
    }

    /// Writes out what has been printed.
    static func flush() throws(OutputFailure) {
        errno = 0
        guard fflush(nil) != 0 else { return }
        throw notWritten(errno)
    }

    /// Writes bytes to standard output, past what is held back.
    static func write(_ data: Data) throws(OutputFailure) {
        errno = 0
        do {
            try FileHandle.standardOutput.write(contentsOf: data)
        } catch {
            throw notWritten(errno)
        }
    }

    private static func notWritten(_ number: Int32) -> OutputFailure {
        OutputFailure(
            message:
                "What was printed could not be written: \(reason(number)). Nothing is lost in the case; make room or choose another place, and run the command again."
        )
    }

    /// The system's words for an error number, in lower case.
    static func reason(_ number: Int32) -> String { String(cString: strerror(number)).lowercased() }
}

/// A file that a command writes beside what it prints.
enum OutputFile {
    /// Why a path cannot be written to, before the work begins; nil where nothing speaks against it.
    static func obstacle(to path: String) -> String? {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            if isFolder.boolValue { return "it is a folder. Name a file in it" }
            return FileManager.default.isWritableFile(atPath: path) ? nil : "the file may not be written to"
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
        else {
            return "its folder does not exist. Make the folder first"
        }
        return FileManager.default.isWritableFile(atPath: folder) ? nil : "its folder may not be written to"
    }

    /// Writes a file whole or not at all; a pipe or a device is written to as it stands, never replaced.
    static func write(_ text: String, to path: String) throws(OutputFailure) {
        var status = stat()
        let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        do {
            let url = URL(fileURLWithPath: path)
            if isSpecial {
                let handle = try FileHandle(forWritingTo: url)
                try handle.write(contentsOf: Data(text.utf8))
                try handle.close()
            } else {
                try Data(text.utf8).write(to: url, options: .atomic)
            }
        } catch {
            throw OutputFailure(
                message:
                    "The report could not be written to \(path): \(why(error)). Make room or name another place, and run the command again."
            )
        }
    }

    /// The system's words for what went wrong.
    private static func why(_ error: any Error) -> String {
        let below = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        guard
            let number = [error as NSError, below].compactMap(\.self).first(where: {
                $0.domain == NSPOSIXErrorDomain
            })
        else { return (error as NSError).localizedDescription }
        return StandardStreams.reason(Int32(number.code))
    }
}
