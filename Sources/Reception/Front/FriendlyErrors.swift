import Archive
import Casework
import Discovery
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
        } catch let first as SignInFirst {
            return Answer.redirect("/sign-in?next=\(Form.encode(first.path))")
        } catch let error as HTTPError {
            return Answer.message(FriendlyErrors.words(error), status: error.status)
        } catch let failure as ArchiveFailure where failure.code == .missing {
            return Answer.message(
                MessageModel(title: "It is not there", text: failure.message), status: .notFound)
        } catch let refusal as TrialDesk.Refusal {
            return Answer.message(
                MessageModel(title: "This cannot be done", text: refusal.message), status: .badRequest)
        } catch let refusal as TrialFailure {
            return Answer.message(
                MessageModel(title: "This cannot be done", text: refusal.message), status: .badRequest)
        } catch let failure as ArchiveFailure {
            context.logger.error("archive failure", metadata: ["code": "\(failure.code.rawValue)"])
            let words = MessageModel(title: "This cannot be kept right now", text: failure.message)
            return Answer.message(words, status: .serviceUnavailable)
        } catch let refusal as PulseDesk.Refusal {
            return Answer.message(
                MessageModel(title: "This cannot be done", text: refusal.message), status: .badRequest)
        } catch let refusal as Doorkeeper.Refusal {
            return Answer.message(
                MessageModel(title: "This cannot be done", text: refusal.message), status: .badRequest)
        } catch {
            // What went wrong may name a person; the kind of error does not.
            context.logger.error("unexpected error", metadata: ["type": "\(type(of: error))"])
            return Answer.message(
                MessageModel(
                    title: "Something went wrong on our side",
                    text:
                        "Nothing you sent is lost unless this page says so. Try again; if it stays, tell whoever runs Firsthand here."
                ), status: .internalServerError)
        }
    }

    private static func words(_ error: HTTPError) -> MessageModel {
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
