/// What surrounds every page of the server: name, way around, who is signed in.
package struct ShellModel: Sendable {
    /// A page in the list of pages.
    package struct Area: Sendable {
        package let label: String
        package let href: String
        package let isCurrent: Bool

        package init(label: String, href: String, isCurrent: Bool) {
            self.label = label
            self.href = href
            self.isCurrent = isCurrent
        }
    }

    /// A step of the way here.
    package struct Crumb: Sendable {
        package let label: String
        /// Nil for the page itself.
        package let href: String?

        package init(_ label: String, href: String? = nil) {
            self.label = label
            self.href = href
        }
    }

    package let organisation: String
    package let areas: [Area]
    package let hasAreas: Bool
    package let crumbs: [Crumb]
    package let hasCrumbs: Bool
    /// Nil for strangers.
    package let who: String?
    /// The token of the session's forms; empty for strangers.
    package let token: String
    /// Something that was just done, in a sentence.
    package let done: String?
    package let isDemo: Bool

    package init(
        organisation: String = "Firsthand", areas: [Area] = [], crumbs: [Crumb] = [], who: String? = nil,
        token: String = "", done: String? = nil, isDemo: Bool = false
    ) {
        self.organisation = organisation
        self.areas = areas
        hasAreas = !areas.isEmpty
        self.crumbs = crumbs
        hasCrumbs = crumbs.count > 1
        self.who = who
        self.token = token
        self.done = done
        self.isDemo = isDemo
    }

    /// For somebody who is not signed in.
    package static let stranger = ShellModel()
}
