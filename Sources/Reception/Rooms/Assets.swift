import Archive
import Hummingbird
import Pages

extension FrontDoor {
    /// Style, script, icon, and whether the server is well.
    func addAssets(_ routes: RouteList) {
        func file(_ path: String, _ text: String, _ type: String) {
            let buffer = ByteBuffer(string: text)
            routes.get(path) { _, _ in
                Response(
                    status: .ok, headers: [.contentType: type, .cacheControl: "max-age=3600"],
                    body: .init(byteBuffer: buffer))
            }
        }
        file("/assets/site.css", Site.stylesheet, "text/css; charset=utf-8")
        file("/assets/site.js", Site.script, "text/javascript; charset=utf-8")
        file("/assets/icon.svg", Site.icon, "image/svg+xml")
        file("/robots.txt", "User-agent: *\nDisallow: /\n", "text/plain; charset=utf-8")
        routes.get("/healthz") { _, _ in Answer.plain("well\n") }
        routes.get("/readyz") { _, _ in
            // Ready is who can answer from the archive.
            _ = try await archive.auditCount()
            return Answer.plain("ready\n")
        }
        routes.get("/design") { _, context in
            Answer.page(Site.design(DesignModel(), shell: try await shell(context, at: "/design")))
        }
    }
}

extension Answer {
    /// A line of text.
    static func plain(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
