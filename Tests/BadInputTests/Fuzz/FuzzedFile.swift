import Testing

/// A file that is damaged over and over, within a case in which it means something.
struct FuzzedFile: Sendable, CustomTestStringConvertible {
    /// The path in the case.
    let path: String
    let text: String
    /// Settings the file needs to be understood.
    let settings: String

    var testDescription: String { path }

    /// The case with a version of the file.
    func files(with bytes: [UInt8]) -> [String: [UInt8]] {
        var files = FuzzedFile.rest.mapValues { Array($0.utf8) }
        if !settings.isEmpty { files["case.yaml"] = Array(settings.utf8) }
        files[path] = bytes
        return files
    }

    private static let rest = ["people.csv": SoundCase.people]

    /// One file of each kind that can be read.
    static let all: [FuzzedFile] =
        tables + exports + [
            FuzzedFile(
                path: "case.yaml",
                text: """
                    name: Acme
                    asOf: 2026-06-28
                    calendar: {workdays: [Mon, Tue, 3], holidays: [2026-05-01]}
                    thresholds: {habit: 0.4, supply: 0.3, horizonWeeks: 8, habitWeeks: 0.5, decided: 0.9}
                    tools: {X: [x1, x2]}
                    people:
                      vantroub: [octo, "7"]
                    columns: {use.csv: {who: person}}
                    dates: {use.csv: dmy}

                    """, settings: "")
        ]

    static let tables: [FuzzedFile] = [
        (
            "people.csv",
            "person,team,role,layer,manager,from,to,email,occupation,parent_team\nquorlix,Blue,Engineer,,,,,quorlix@example.com,15-1252,All\nvantroub,Blue,Engineer,,quorlix,2025-01-01,,vantroub@example.com,,All\nmizzenby,Green,Analyst,manager,quorlix,,2026-12-31,,,All\n"
        ),
        (
            "use.csv",
            "person,date,tool,use_case,count,mode\nquorlix,2026-01-05,X,UC-1,2,\nvantroub,2026-01-06,x,,1,agent\nmizzenby,06/02/2026,Y,UC-2,,\nmizzenby,26/02/2026,Y,UC-2,,review\n"
        ),
        (
            "coverage.csv",
            "source,team,from,to,absence,note\nX,,2026-01-01,2026-03-31,notUsed,\nY,Green,2026-01-01,2026-03-31,unknown,dark\n"
        ),
        ("activity.csv", "person,date\nquorlix,2026-01-05\nvantroub,2026-01-06\nmizzenby,2026-03-02\n"),
        (
            "use-cases.csv",
            "use_case,title,tool,roles,builder,idea,started,live,retired\nUC-1,One,X,Engineer,quorlix,2025-12-01,,2026-01-02,\nUC-2,Two,,Analyst;Engineer,,,,,\n"
        ),
        (
            "champions.csv",
            "person,week,promised_hours,kept_hours\nquorlix,2026-01-05,8,6\nquorlix,2026-01-12,8,\nvantroub,2026-01-05,4.5,1\n"
        ),
        (
            "pulse.csv",
            "wave,team,role,layer,item,answer,variant,respondent\n2026-03-02,Blue,Engineer,contributor,Q1,3,,b\n2026-03-02,Blue,Engineer,contributor,Q2,4,,b\n2026-03-02,,Analyst,manager,QL,7,,a\n2026-03-02,,Baker,contributor,Q3,?,b,\n"
        ),
        (
            "changes.csv",
            "initiative,team,from,to,weight\nERP,Green,2026-01-01,,3\nMove,,2026-02-01,2026-02-20,1\n"
        ),
        (
            "messages.csv",
            "date,layer,channel,motive,example,order,text\n2026-01-05,all,mail,advantage,no,yes,x\n2026-01-06,contributor,,personal,yes,,\n"
        ),
        (
            "mandates.csv",
            "from,to,team,what\n2026-01-05,2026-01-18,Blue,daily use\n2026-01-05,2026-01-18,,counted\n"
        ),
        ("ties.csv", "a,b,weight\nquorlix,vantroub,2\nvantroub,mizzenby,0.1\nmizzenby,vantroub,0.2\n"),
        (
            "examples.csv",
            "role,task,use_case,before_minutes,after_minutes,date,kept\nEngineer,Tests,UC-1,60,20,2026-02-01,yes\nAnalyst,Report,UC-3,60,70,2026-02-02,no\n"
        ),
        (
            "aliases.csv",
            "found,source,person\nocto,exports/copilot.ndjson,vantroub\nstrangelby@example.com,exports/detail.csv,\n"
        ),
    ].map { FuzzedFile(path: $0.0, text: $0.1, settings: "") }

    static let exports: [FuzzedFile] = ExportSamples.all.map {
        FuzzedFile(path: "exports/\($0.file)", text: $0.text, settings: $0.settings)
    }
}
