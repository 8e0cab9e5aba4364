/// Folders that hold something else than files, or none of those that are needed.
extension Corpus {
    static let folders: [BadCase] = [
        BadCase(
            "folders/empty", "an empty folder", ["people.csv": nil, "use.csv": nil, "coverage.csv": nil]),
        BadCase(
            "folders/empty-files", "empty files throughout",
            Dictionary(
                uniqueKeysWithValues: [
                    "use", "coverage", "activity", "use-cases", "champions", "pulse", "changes", "messages",
                    "mandates", "ties", "examples",
                ].map { ("\($0).csv", .text("")) } + [
                    ("case.yaml", .text("")), ("exports/nothing", .text("")),
                ])),
        BadCase("folders/folder-for-use", "a folder in place of a table", ["use.csv": .folder]),
        BadCase("folders/folder-for-people", "a folder in place of the roster", ["people.csv": .folder]),
        BadCase("folders/folder-for-settings", "a folder in place of the settings", ["case.yaml": .folder]),
        BadCase(
            "folders/file-for-exports", "a file in place of the folder of exports",
            ["exports": .text("nothing")]),
        BadCase("folders/pipe-for-use", "a named pipe in place of a table", ["use.csv": .pipe]),
        BadCase("folders/pipe-for-people", "a named pipe in place of the roster", ["people.csv": .pipe]),
        BadCase(
            "folders/pipes-in-exports", "two named pipes among the exports",
            ["exports/one": .pipe, "exports/two": .pipe]),
        BadCase(
            "folders/device-for-use", "a device without an end in place of a table",
            ["use.csv": .link(to: "/dev/zero")]),
        BadCase(
            "folders/device-in-exports", "a device among the exports",
            ["exports/random": .link(to: "/dev/urandom")]),
        BadCase(
            "folders/link-to-itself", "a link to itself in place of a table",
            ["use.csv": .link(to: "use.csv")]),
        BadCase(
            "folders/links-in-a-loop", "two links that point at each other",
            ["use.csv": .link(to: "activity.csv"), "activity.csv": .link(to: "use.csv")]),
        BadCase(
            "folders/link-to-nothing", "a link to a file that is gone", ["use.csv": .link(to: "gone.csv")]),
        BadCase(
            "folders/link-to-the-folder-above", "folders of exports that link upwards",
            [
                "exports/more/again": .link(to: ".."), "exports/up": .link(to: ".."),
                "exports/events.csv": .text("timestamp,person,tool\n2026-01-05,quorlix,X\n"),
            ]),
        BadCase(
            "folders/exports-in-a-loop", "a folder of exports that links to itself",
            ["exports": .link(to: "exports")]),
        BadCase(
            "folders/link-to-a-file", "a link to a sound file",
            ["use.csv": .link(to: "real-use.txt"), "real-use.txt": .text(SoundCase.use)]),
        BadCase(
            "folders/same-table-twice", "one table packed and unpacked",
            [
                "use.csv": .text("person,date,tool\nquorlix,2026-01-05,X\n"),
                "use.csv.gz": .bytes(Gzip.packed("person,date,tool\nvantroub,2026-01-05,X\n")),
            ]),
        BadCase(
            "folders/same-table-in-two-cases", "one table in two spellings",
            [
                "use.csv": .text("person,date,tool\nquorlix,2026-01-05,X\n"),
                "USE.CSV": .text("person,date,tool\nvantroub,2026-01-05,X\n"),
            ]),
        BadCase(
            "folders/unknown-files", "files of unknown names",
            [
                "usage.csv": .text(SoundCase.use), "people.xlsx": .bytes([0x50, 0x4B, 3, 4] + noise(200)),
                "notes.txt": .text("nothing"),
            ]),
        BadCase(
            "folders/odd-names", "file names with line breaks, escapes and spaces",
            [
                "exports/a\nb.csv": .text("x,y\n1,2\n"), "exports/\u{1B}[2Jc.csv": .text("x,y\n3,4\n"),
                "exports/ .csv": .text("x,y\n5,6\n"),
            ]),
        BadCase(
            "folders/many-exports", "sixty exports nobody knows",
            Dictionary(
                uniqueKeysWithValues: (0..<60).map {
                    ("exports/\($0 % 10)/export-\($0).csv", .text("x,y\n\($0),2\n"))
                })),
        BadCase(
            "folders/deep-exports", "an export eight folders down",
            ["exports/1/2/3/4/5/6/7/8/events.csv": .text("timestamp,person,tool\n2026-01-05,quorlix,X\n")]),
        BadCase(
            "folders/locked-use", "a table nobody may read", ["use.csv": .locked], needsOrdinaryUser: true),
        BadCase(
            "folders/locked-people", "a roster nobody may read", ["people.csv": .locked],
            needsOrdinaryUser: true),
        BadCase(
            "folders/locked-exports", "a folder of exports nobody may list", ["exports": .lockedFolder],
            needsOrdinaryUser: true),
        BadCase(
            "folders/locked-folder-in-exports", "a folder nobody may list among the exports",
            [
                "exports/2026-01": .lockedFolder,
                "exports/events.csv": .text("timestamp,person,tool\n2026-01-05,quorlix,X\n"),
            ], needsOrdinaryUser: true),
    ]
}
