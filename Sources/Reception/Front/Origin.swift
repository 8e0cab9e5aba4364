import Hummingbird

/// Refuses forms that another site sends, before anybody is looked up.
struct SameOriginOnly: RouterMiddleware {
    @concurrent func handle(
        _ request: Request, context: FrontContext,
        next: @concurrent (Request, FrontContext) async throws -> Response
    ) async throws -> Response {
        if request.method == .post {
            if let site = request.headers[.init("Sec-Fetch-Site")!], site != "same-origin", site != "none" {
                throw HTTPError(.forbidden, message: "This form came from another site.")
            }
            if let origin = request.headers[.origin], origin != "null", let host = request.head.authority {
                let sender = origin.split(separator: "/").last.map(String.init) ?? origin
                guard sender == host else {
                    throw HTTPError(.forbidden, message: "This form came from another site.")
                }
            }
        }
        return try await next(request, context)
    }
}
