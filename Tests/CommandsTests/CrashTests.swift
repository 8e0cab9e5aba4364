import Foundation
import Testing

/// An installation that is killed at any moment, and what is there afterwards.
@Suite(.serialized) struct `After a crash` {
    /// The case, one for all: thirteen thousand rows, so that an import takes a moment.
    private static func specimen(_ house: Installed) throws -> [String] {
        let path = house.root.appendingPathComponent("case").path
        let made = try house.run(["specimen", "--world", "small", "--seed", "4", "--out", path, "-q"])
        #expect(made.code == 0, "\(made.text)")
        return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
            .filter { $0 != "exports" }.map { path + "/" + $0 }
    }

    /// Opens an installation for the first time and makes its first account.
    private static func openForAda(_ house: Installed) async throws {
        let said = try await house.open()
        let link = try #require(said.firstRange(of: "/invitation/"), "\(said)")
        let secret = said[link.upperBound...].prefix { !$0.isWhitespace }
        let accepted = await house.ask(
            "/invitation/\(secret)",
            form: ["email": "ada@example.com", "name": "Ada", "password": "four plain words here"])
        #expect(accepted?.status == 303)
    }

    private static func exported(_ house: Installed, _ name: String) throws -> [String: Data] {
        let folder = house.root.appendingPathComponent(name)
        let result = try house.run(["export", "--data", house.data, "--out", folder.path])
        #expect(result.code == 0, "\(result.text)")
        var files: [String: Data] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            files[file] = try Data(contentsOf: folder.appendingPathComponent(file))
        }
        return files
    }

    @Test func `everything that went in comes out again and gives the same reading`() async throws {
        guard let house = try Installed() else { return }
        let files = try Self.specimen(house)
        try await house.open()
        house.close()
        let imported = try house.run(["import"] + files + ["--data", house.data])
        #expect(imported.code == 0 && imported.text.contains("0 refused"), "\(imported.text)")
        _ = try Self.exported(house, "out")
        let first = try house.run([
            "diagnose", house.root.appendingPathComponent("case").path, "--format", "json",
        ])
        let folder = house.root.appendingPathComponent("case").appendingPathComponent("exports")
        try FileManager.default.removeItem(at: folder)
        let before = try house.run([
            "diagnose", house.root.appendingPathComponent("case").path, "--format", "json",
        ])
        let after = try house.run([
            "diagnose", house.root.appendingPathComponent("out").path, "--format", "json",
        ])
        #expect(first.code == 0 && before.code == 0)
        #expect(after.text == before.text, "a reading of what was exported differs")
        let again = try house.run(["import"] + files + ["--data", house.data])
        #expect(again.text.contains("The same files were imported before"), "\(again.text)")
    }

    @Test func `an import that was cut off leaves nothing half done, and is made up for`() async throws {
        guard let house = try Installed() else { return }
        let files = try Self.specimen(house)
        try await house.open()
        house.close()
        #expect(try house.run(["import"] + files + ["--data", house.data]).code == 0)
        let whole = try Self.exported(house, "whole")
        for milliseconds in [3, 8, 15, 25, 40, 60, 90] {
            guard let other = try Installed() else { return }
            try await other.open()
            other.close()
            let process = try other.start(["import"] + files + ["--data", other.data], output: "cut.txt")
            try await Task.sleep(for: .milliseconds(milliseconds))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            #expect(try other.run(["doctor", "--data", other.data]).text.contains("damaged") == false)
            // The next start of the server goes on with what had arrived; what had not is imported anew.
            try await other.open()
            other.close()
            let again = try other.run(["import"] + files + ["--data", other.data])
            #expect(again.code == 0, "\(milliseconds) ms: \(again.text)")
            #expect(try Self.exported(other, "out") == whole, "killed after \(milliseconds) ms")
        }
    }

    #if os(Linux)
        @Test func `a full disk says so, loses nothing and leaves nothing behind`() async throws {
            guard let house = try Installed() else { return }
            let files = try Self.specimen(house)
            try await house.open()
            house.close()
            #expect(try house.run(["import"] + files + ["--data", house.data]).code == 0)
            let whole = try Self.exported(house, "whole")
            var refused = 0
            // Blocks of 512 bytes a file may have: the archive itself, the copies of the files, or nothing is too long.
            for blocks in [100, 400, 600, 800, 1_000, 2_000] {
                guard let other = try Installed() else { return }
                try await other.open()
                other.close()
                let full = try other.run(["import"] + files + ["--data", other.data], mostBlocks: blocks)
                if full.code != 0 {
                    refused += 1
                    #expect(full.text.contains("disk") || full.text.contains("space"), "\(full.text)")
                }
                // Reading goes on.
                let doctor = try other.run(["doctor", "--data", other.data])
                #expect(!doctor.text.contains("damaged"), "\(blocks): \(doctor.text)")
                _ = try Self.exported(other, "while-full")
                let left = try FileManager.default.contentsOfDirectory(atPath: other.data + "/incoming")
                #expect(!left.contains { $0.hasPrefix("tray-") }, "\(blocks): \(left)")
                // The disk has room again: what was refused is handed in anew, and nothing is there twice.
                let again = try other.run(["import"] + files + ["--data", other.data])
                #expect(again.code == 0, "\(blocks): \(again.text)")
                let out = try Self.exported(other, "out")
                #expect(out == whole, "\(blocks): \(out.keys.filter { out[$0] != whole[$0] })")
            }
            #expect(refused > 0)
        }

        @Test func `while the disk is full pages are read on, and what cannot be kept is said`() async throws
        {
            guard let house = try Installed() else { return }
            let files = try Self.specimen(house)
            try await Self.openForAda(house)
            house.close()
            #expect(try house.run(["import"] + files + ["--data", house.data]).code == 0)
            // The first reading of the week keeps who is counted, and what discovery says.
            try await house.open()
            #expect(await house.ask("/diagnosis")?.status == 200)
            house.close()
            // Nothing longer than 48 kibibytes can be written from here on: a few pages of the log.
            try await house.open(mostBlocks: 96)
            for look in 0..<20 {
                let page = await house.ask("/diagnosis")
                #expect(page?.status == 200, "look \(look): \(page?.body.prefix(2_000) ?? "nothing")")
            }
            let account = try #require(await house.ask("/account")).body
            let start = try #require(account.firstRange(of: "name=\"token\" value=\""))
            let token = String(account[start.upperBound...].prefix { $0 != "\"" })
            let refused = await house.ask(
                "/account/password",
                form: ["token": token, "old": "four plain words here", "new": "five other plain words here"])
            #expect(refused?.status == 503)
            #expect(refused?.body.contains("disk") == true, "\(refused?.body ?? "nothing")")
            #expect(await house.ask("/diagnosis")?.status == 200)
            house.kill()
            // With room again everything is there, and the password is the old one.
            try await house.open()
            let signed = await house.ask(
                "/sign-in", form: ["email": "ada@example.com", "password": "four plain words here"])
            #expect(signed?.status == 303)
            #expect(await house.ask("/diagnosis")?.status == 200)
            house.close()
            #expect(try house.run(["doctor", "--data", house.data]).text.contains("damaged") == false)
        }
    #endif

    @Test func `every answer that was thanked for is there, and can be given once`() async throws {
        guard let house = try Installed() else { return }
        let files = try Self.specimen(house)
        try await Self.openForAda(house)
        #expect(try house.run(["import"] + files + ["--data", house.data]).code == 0)
        let page = try #require(await house.ask("/pulse")).body
        let start = try #require(page.firstRange(of: "name=\"token\" value=\""))
        let token = String(page[start.upperBound...].prefix { $0 != "\"" })
        let opened = try #require(
            await house.ask(
                "/pulse/open", form: ["token": token, "days": "14", "minimum": "5", "audience": "all"]))
        let links = opened.body.split(whereSeparator: \.isNewline).compactMap { line -> String? in
            guard let start = line.firstRange(of: "/pulse/answer/")?.lowerBound else { return nil }
            return String(line.suffix(from: start).prefix { $0 != "," })
        }
        #expect(opened.status == 200 && links.count > 50)

        var next = links.startIndex
        for answers in [3, 1, 7, 0, 5] {
            var thanked: [String] = []
            for _ in 0..<answers {
                let answer = await house.ask(links[next], form: ["Q1": "3", "Q2": "4", "Q9": "8"])
                #expect(answer?.body.contains("Your answers are in.") == true)
                thanked.append(links[next])
                next += 1
            }
            // One more is on its way while the power goes.
            let (onItsWay, form) = (links[next], ["Q1": "2", "Q2": "1", "Q9": "3"])
            next += 1
            let (port, cookie) = (house.port, house.cookie)
            async let last = Installed.ask(onItsWay, form: form, port: port, cookie: cookie)
            try await Task.sleep(for: .milliseconds(answers))
            house.kill()
            if await last?.body.contains("Your answers are in.") == true { thanked.append(onItsWay) }
            try await house.open()
            for link in thanked {
                #expect(
                    await house.ask(link)?.body.contains("Your answers are in.") == true, "lost an answer")
                #expect(await house.ask(link, form: form)?.status == 400, "answered twice")
            }
            // What was not thanked for is either there or can be given again.
            let standing = await house.ask(onItsWay)?.body ?? ""
            if !standing.contains("Your answers are in.") {
                #expect(await house.ask(onItsWay, form: form)?.status == 200, "\(standing.prefix(200))")
            }
        }
        house.close()
        let rows = try Self.exported(house, "answers")["pulse.csv"].map {
            String(decoding: $0, as: UTF8.self)
        }
        let known = try String(contentsOfFile: files.first { $0.hasSuffix("pulse.csv") }!, encoding: .utf8)
        func waves(_ text: String) -> [Substring: Int] {
            var counts: [Substring: Int] = [:]
            for line in text.split(separator: "\n").dropFirst() where line.contains(",Q1,") {
                counts[line.prefix { $0 != "," }, default: 0] += 1
            }
            return counts
        }
        let fresh = waves(rows ?? "").filter { waves(known)[$0.key] == nil }
        #expect(fresh.values.reduce(0, +) == next, "as many answers as were given: \(fresh)")
    }
}
