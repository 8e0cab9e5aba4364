// swift-tools-version: 6.2
import PackageDescription

/// The settings every room lives by.
let houseRules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// Templates and other files of the server's pages, part of the one binary.
let siteResources: [Resource] = [
    "shell.mustache", "verdict.mustache", "message.mustache", "sign-in.mustache", "invitation.mustache",
    "account.mustache", "accounts.mustache", "start.mustache", "where-we-stand.mustache",
    "diagnosis.mustache", "scope.mustache", "my-team.mustache", "for-me.mustache", "build-week.mustache",
    "use-cases.mustache", "evidence.mustache", "import.mustache", "privacy.mustache", "pulse.mustache",
    "ballot.mustache", "were-we-right.mustache", "interview.mustache", "interview-result.mustache",
    "for-me-discovery.mustache", "pains.mustache", "example-line.mustache", "suggestion.mustache",
    "trial-begin.mustache",
    "trial.mustache", "shelf.mustache", "ledger.mustache", "show.mustache", "shown.mustache",
    "demonstrations.mustache",
    "answer.mustache", "team-trial.mustache", "tools.mustache",
    "reminders.mustache", "draft.mustache", "messages.mustache", "travel.mustache",
    "design.mustache", "compare.mustache", "plan.mustache", "plan-section.mustache", "site.css", "site.js",
    "icon.svg",
].map { .embedInCode("Templates/\($0)") }

/// A room of the house: a target with the house rules and the rooms it may import.
func room(
    _ name: String, imports rooms: [String] = [], libraries: [Target.Dependency] = [],
    resources: [Resource] = []
) -> Target {
    .target(
        name: name, dependencies: rooms.map { .byName(name: $0) } + libraries,
        resources: resources, swiftSettings: houseRules)
}

/// The tests of one room; they may use the rooms named and Foundation.
func tests(
    of name: String, imports rooms: [String] = [], libraries: [Target.Dependency] = [],
    exclude: [String] = []
) -> Target {
    // The house itself is no room: its tests read the sources as text. Nor is bad input: its tests send
    // malformed cases through the whole house.
    let all = ["House", "BadInput"].contains(name) ? rooms : rooms + [name]
    return .testTarget(
        name: "\(name)Tests", dependencies: all.map { .byName(name: $0) } + libraries,
        exclude: exclude, swiftSettings: houseRules)
}

let realModule: Target.Dependency = .product(name: "RealModule", package: "swift-numerics")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS: Target.Dependency = .product(name: "HummingbirdTLS", package: "hummingbird")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "firsthand",
    products: [.executable(name: "firsthand", targets: ["firsthand"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        room("Measures"),
        room("Inference", imports: ["Measures"], libraries: [realModule]),
        room("Spread", imports: ["Measures", "Inference"]),
        room("Rollout", imports: ["Measures"]),
        room("Discovery", imports: ["Measures", "Inference", "Rollout"]),
        room("Diagnosis", imports: ["Measures", "Inference", "Spread", "Rollout"]),
        room("Disclosure", imports: ["Measures", "Rollout", "Diagnosis"]),
        room("Intake", imports: ["Measures", "Rollout"], libraries: [yams, "CZlib"]),
        room("Figures", imports: ["Measures"]),
        room("Wire", imports: ["Measures", "Rollout", "Diagnosis", "Disclosure"]),
        room(
            "Pages", imports: ["Measures", "Rollout", "Discovery", "Diagnosis", "Disclosure", "Figures"],
            libraries: [mustache],
            resources: [
                .embedInCode("Templates/report.mustache"), .embedInCode("Templates/figure.mustache"),
                .embedInCode("Templates/barrier.mustache"), .embedInCode("Templates/coverage.mustache"),
                .embedInCode("Templates/report.css"),
            ] + siteResources),
        room("Archive", imports: ["Measures", "Rollout", "Discovery", "Diagnosis"]),
        room(
            "ArchiveSQLite", imports: ["Measures", "Rollout", "Discovery", "Diagnosis", "Archive"],
            libraries: [grdb, grdbSQLite]),
        room(
            "Reception",
            imports: [
                "Measures", "Rollout", "Discovery", "Diagnosis", "Disclosure", "Archive", "Casework", "Pages",
                "Wire",
            ],
            libraries: [
                hummingbird, hummingbirdCore, hummingbirdTLS, lifecycle, logging, nio, nioPosix, nioSSL,
            ]),
        room("Specimens", imports: ["Measures", "Inference", "Spread", "Rollout"]),
        room(
            "Casework",
            imports: [
                "Measures", "Inference", "Spread", "Rollout", "Discovery", "Diagnosis", "Disclosure",
                "Intake",
                "Archive",
            ],
            libraries: ["CArgon2"]),
        room(
            "Commands",
            imports: [
                "Measures", "Inference", "Spread", "Rollout", "Discovery", "Diagnosis", "Disclosure",
                "Intake",
                "Figures", "Wire", "Pages", "Specimens", "Casework", "Archive", "ArchiveSQLite", "Reception",
            ], libraries: [argumentParser]),
        .executableTarget(name: "firsthand", dependencies: ["Commands"], swiftSettings: houseRules),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Measures", "Inference", "Spread", "Rollout", "Discovery", "Diagnosis", "Disclosure",
                "Intake",
                "Casework", "Wire", "Pages", argumentParser,
            ],
            path: "Benchmarks", swiftSettings: houseRules),

        tests(of: "Measures"),
        tests(of: "Inference", imports: ["Measures"]),
        tests(of: "Spread", imports: ["Measures", "Inference"]),
        tests(of: "Rollout", imports: ["Measures"]),
        tests(of: "Discovery", imports: ["Measures", "Inference", "Rollout"]),
        tests(of: "Diagnosis", imports: ["Measures", "Inference", "Spread", "Rollout"]),
        tests(of: "Disclosure", imports: ["Measures", "Rollout", "Diagnosis"]),
        tests(of: "Intake", imports: ["Measures", "Rollout"]),
        tests(of: "Figures", imports: ["Measures"]),
        tests(
            of: "Wire",
            imports: [
                "Measures", "Rollout", "Diagnosis", "Disclosure", "Intake", "Specimens", "Casework",
                "Commands",
            ]),
        tests(
            of: "Pages", imports: ["Measures", "Rollout", "Diagnosis", "Disclosure", "Figures"]),
        tests(
            of: "Archive", imports: ["Measures", "Rollout", "Discovery", "Diagnosis", "ArchiveSQLite"]),
        tests(
            of: "Reception",
            imports: [
                "Measures", "Rollout", "Discovery", "Disclosure", "Archive", "Casework", "Intake",
                "Specimens",
            ], libraries: [nio, nioPosix, nioSSL]),
        tests(of: "Specimens", imports: ["Measures", "Inference", "Spread", "Rollout"]),
        tests(
            of: "Casework",
            imports: [
                "Measures", "Inference", "Rollout", "Diagnosis", "Disclosure", "Intake", "Specimens", "Pages",
                "Wire", "Archive",
            ]),
        tests(
            of: "Commands",
            imports: [
                "Measures", "Rollout", "Diagnosis", "Disclosure", "Intake", "Wire", "Pages",
                "Specimens", "Casework",
            ]),
        tests(
            of: "BadInput", imports: ["Measures", "Rollout", "Intake"], libraries: ["CZlib"],
            exclude: ["Manifest.txt"]),
        tests(of: "House", imports: ["Rollout", "Diagnosis", "Casework"]),
    ],
    swiftLanguageModes: [.v6]
)
