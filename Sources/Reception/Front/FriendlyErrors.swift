import Archive
import Casework
import Discovery
import Foundation
import Hummingbird
import Logging
import Pages

/// Turns errors into pages that say what to do, and keeps the rest to the log.
struct FriendlyErrors: RouterMiddleware {
    @concurrent func handle(
        _ request: Request, context: FrontContext,
        next: @concurrent (Request, FrontContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let isForMachines = request.uri.path.hasPrefix(Problem.prefix)
            if let first = error as? SignInFirst, !isForMachines {
                return Answer.redirect("/sign-in?next=\(Form.encode(first.path))")
            }
            let (words, status) = FriendlyErrors.explained(error, context)
            return isForMachines
                ? Problem.answer(words, status: status) : Answer.message(words, status: status)
        }
    }

    /// An error as something to do, and its status.
    private static func explained(
        _ error: any Error, _ context: FrontContext
    ) -> (MessageModel, HTTPResponse.Status) {
        func cannot(_ sentence: String) -> (MessageModel, HTTPResponse.Status) {
            (MessageModel(title: "This cannot be done", text: sentence), .badRequest)
        }
        switch error {
        case is SignInFirst:
            return (
                MessageModel(title: "Sign in first", text: "Sign in on the pages, and send the cookie."),
                .unauthorized
            )
        case let error as HTTPError: return (words(error), error.status)
        case let failure as ArchiveFailure where failure.code == .missing:
            return (MessageModel(title: "It is not there", text: failure.message), .notFound)
        case let failure as ArchiveFailure:
            context.logger.error("archive failure", metadata: ["code": "\(failure.code.rawValue)"])
            return (
                MessageModel(title: "This cannot be kept right now", text: failure.message),
                .serviceUnavailable
            )
        case let refusal as TrialDesk.Refusal: return cannot(refusal.message)
        case let refusal as TrialFailure: return cannot(refusal.message)
        case let refusal as PulseDesk.Refusal: return cannot(refusal.message)
        case let refusal as Doorkeeper.Refusal: return cannot(refusal.message)
        default:
            // What went wrong may name a person; the kind of error does not.
            context.logger.error("unexpected error", metadata: ["type": "\(type(of: error))"])
            return (
                MessageModel(
                    title: "Something went wrong on our side",
                    text:
                        "Nothing you sent is lost unless this page says so. Try again; if it stays, tell whoever runs Firsthand here."
                ), .internalServerError
            )
        }
    }

    static func words(_ error: HTTPError) -> MessageModel {
        switch error.status {
        case .notFound:
            MessageModel(
                title: "There is no such page", text: "Check the address, or start again from the first page."
            )
        case .forbidden:
            MessageModel(
                title: "This page is not for your account",
                text: error.body ?? "If you need it for your work, ask whoever runs Firsthand here.")
        case .methodNotAllowed:
            MessageModel(title: "This cannot be done here", text: "Go back and use the buttons of the page.")
        case .contentTooLarge:
            MessageModel(title: "This is too long", text: "Send less at once.")
        default:
            MessageModel(title: "This could not be read", text: error.body ?? "Go back and try again.")
        }
    }
}

/// A refusal for machines.
///
/// - Source: RFC 9457 (problem details); the type is `about:blank`, so the title goes with the status and the detail says what to do.
enum Problem {
    /// Where paths of the JSON interface begin.
    static let prefix = "/api/"

    private struct Body: Encodable {
        let type = "about:blank"
        let title: String
        let status: Int
        let detail: String
    }

    static func answer(_ words: MessageModel, status: HTTPResponse.Status) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let body = Body(title: words.title, status: status.code, detail: words.text)
        // A body of three short texts can always be written.
        let bytes = (try? encoder.encode(body)).map(Array.init) ?? []
        return Response(
            status: status, headers: [.contentType: "application/problem+json"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// Answers that are pages, redirects or downloads.
enum Answer {
    /// A page.
    static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: html)))
    }

    /// A page that says one thing.
    static func message(_ model: MessageModel, status: HTTPResponse.Status) -> Response {
        page(Site.message(model, shell: .stranger), status: status)
    }

    /// Sends the reader on to a page, after something was done.
    static func redirect(_ path: String, cookie: String? = nil) -> Response {
        var headers: HTTPFields = [.location: path]
        if let cookie { headers[.setCookie] = cookie }
        return Response(status: .seeOther, headers: headers)
    }

    /// A file to keep.
    static func download(_ bytes: [UInt8], name: String, type: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
