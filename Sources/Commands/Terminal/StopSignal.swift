import Foundation

/// Control-C as a wish to stop: the first one is noted, a second one ends the process as usual.
///
/// Long work asks `isGiven` between its parts and then prints what it has.
final class StopSignal {
    private let source: any DispatchSourceSignal
    private let listening: Int32
    private let ringing: Int32

    /// Begins to listen; until `deinit` a first control-C ends nothing.
    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        let (listening, ringing) = (ends[0], ends[1])
        (self.listening, self.ringing) = (listening, ringing)
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler {
            var byte: UInt8 = 1
            _ = write(ringing, &byte, 1)
            signal(SIGINT, SIG_DFL)
        }
        source.resume()
    }

    deinit {
        source.cancel()
        signal(SIGINT, SIG_DFL)
        close(listening)
        close(ringing)
    }

    /// Whether control-C was pressed.
    var isGiven: Bool {
        var wanted = pollfd(fd: listening, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, 0) > 0
    }
}
