import ArgumentParser

/// `Benchmarks diagnose`: what reading, indexing and diagnosing a large case cost.
struct DiagnoseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnose",
        abstract: "Print what index and diagnose cost on a large case, as text, JSON and report.",
        discussion: """
            Without --case one is generated and removed again. The difference between a diagnosis and index is \
            what comes after reading; phases tells the parts apart.
            """)

    @OptionGroup var program: ProgramOptions

    @Option(name: .customLong("case"), help: "A case folder that is there.", completion: .directory)
    var caseFolder: String?

    @OptionGroup var size: GeneratedSize

    func run() throws {
        if let caseFolder { return try measure(caseFolder) }
        try ProgramOptions.inTemporaryFolder { folder in
            try size.generated.write(to: "\(folder)/case")
            print(size.words)
            try measure("\(folder)/case")
        }
    }

    private func measure(_ folder: String) throws {
        let table = ProgramOptions.table()
        let commands: [(String, [String])] = [
            ("index", ["index", folder]), ("diagnose -q", ["diagnose", folder, "-q"]),
            ("diagnose --format json", ["diagnose", folder, "--format", "json"]),
        ]
        for (name, arguments) in commands { table.row([name] + (try program.run(arguments)).cells) }
        try ProgramOptions.inTemporaryFolder { scratch in
            let arguments = ["diagnose", folder, "-q", "--report", "\(scratch)/report.html"]
            table.row(["diagnose -q --report"] + (try program.run(arguments)).cells)
        }
    }
}
