import GRDB

/// The tables, as migrations that are only ever added to.
///
/// An absent team or use case is the empty text, since SQLite lets several NULLs into a key. Days are days since
/// 1970, weeks are Firsthand's week numbers, moments are seconds.
enum Schema {
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 evidence") { try $0.execute(sql: evidence) }
        migrator.registerMigration("2 accounts") { try $0.execute(sql: accounts) }
        migrator.registerMigration("3 pulse") { try $0.execute(sql: pulse) }
        migrator.registerMigration("4 record") { try $0.execute(sql: record) }
        migrator.registerMigration("5 membership of readings") {
            try $0.execute(sql: "ALTER TABLE verdict ADD COLUMN membership TEXT")
        }
        migrator.registerMigration("6 discovery") { try $0.execute(sql: discovery) }
        migrator.registerMigration("7 teams and chat") { try $0.execute(sql: teamTrials) }
        migrator.registerMigration("8 documents apart") { try $0.execute(sql: documents) }
        migrator.registerMigration("9 invitations") {
            try $0.execute(sql: "ALTER TABLE person ADD COLUMN mayBeInvited INTEGER")
        }
        return migrator
    }()

    /// A document can be long, and what stands behind it in a row is found only by passing it.
    private static let documents = """
        CREATE TABLE verdictDocument(
            kind TEXT NOT NULL, asOf INTEGER NOT NULL, document BLOB NOT NULL, PRIMARY KEY(kind, asOf),
            FOREIGN KEY(kind, asOf) REFERENCES verdict(kind, asOf) ON DELETE CASCADE) STRICT;
        INSERT INTO verdictDocument SELECT kind, asOf, document FROM verdict WHERE length(document) > 0;
        UPDATE verdict SET document = x'';
        """

    private static let evidence = """
        CREATE TABLE contact(
            member INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, email TEXT, name TEXT,
            mark TEXT NOT NULL) STRICT;
        CREATE TABLE erased(mark TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE objector(
            member INTEGER PRIMARY KEY REFERENCES contact(member) ON DELETE CASCADE) STRICT;
        CREATE TABLE team(name TEXT PRIMARY KEY, parent TEXT) STRICT, WITHOUT ROWID;
        CREATE TABLE person(
            member INTEGER PRIMARY KEY REFERENCES contact(member) ON DELETE CASCADE,
            team TEXT NOT NULL, role TEXT NOT NULL, layer TEXT NOT NULL,
            manager INTEGER REFERENCES contact(member) ON DELETE SET NULL,
            first INTEGER, last INTEGER, occupation TEXT) STRICT;
        CREATE INDEX personByManager ON person(manager);
        CREATE TABLE useKey(
            id INTEGER PRIMARY KEY, tool TEXT NOT NULL, useCase TEXT NOT NULL, mode TEXT NOT NULL,
            UNIQUE(tool, useCase, mode)) STRICT;
        CREATE TABLE use(
            member INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE,
            key INTEGER NOT NULL REFERENCES useKey(id), block INTEGER NOT NULL, days INTEGER NOT NULL,
            PRIMARY KEY(member, key, block)) STRICT, WITHOUT ROWID;
        CREATE TABLE work(
            member INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE,
            block INTEGER NOT NULL, days INTEGER NOT NULL,
            PRIMARY KEY(member, block)) STRICT, WITHOUT ROWID;
        CREATE TABLE depth(
            member INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE,
            week INTEGER NOT NULL, actions INTEGER NOT NULL, activeDays INTEGER NOT NULL,
            singleActionDays INTEGER NOT NULL, PRIMARY KEY(member, week)) STRICT, WITHOUT ROWID;
        CREATE TABLE weekUse(
            member INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE,
            tool TEXT NOT NULL, mode TEXT NOT NULL, week INTEGER NOT NULL, activeDays INTEGER,
            PRIMARY KEY(member, tool, mode, week)) STRICT, WITHOUT ROWID;
        CREATE TABLE coverage(
            source TEXT NOT NULL, team TEXT NOT NULL, first INTEGER NOT NULL, absence TEXT NOT NULL,
            last INTEGER NOT NULL, isListed INTEGER NOT NULL, note TEXT,
            PRIMARY KEY(source, team, first, absence)) STRICT, WITHOUT ROWID;
        CREATE TABLE covered(
            source TEXT NOT NULL, team TEXT NOT NULL, first INTEGER NOT NULL, absence TEXT NOT NULL,
            member INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE,
            PRIMARY KEY(source, team, first, absence, member),
            FOREIGN KEY(source, team, first, absence)
                REFERENCES coverage(source, team, first, absence) ON DELETE CASCADE
            ) STRICT, WITHOUT ROWID;
        CREATE INDEX coveredByMember ON covered(member);
        CREATE TABLE useCase(
            id TEXT PRIMARY KEY, title TEXT NOT NULL, tool TEXT, roles TEXT NOT NULL,
            builder INTEGER REFERENCES contact(member) ON DELETE SET NULL,
            idea INTEGER, started INTEGER, live INTEGER, retired INTEGER) STRICT, WITHOUT ROWID;
        CREATE TABLE champion(
            member INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE,
            week INTEGER NOT NULL, promised REAL NOT NULL, kept REAL,
            PRIMARY KEY(member, week)) STRICT, WITHOUT ROWID;
        CREATE TABLE change(
            initiative TEXT NOT NULL, team TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER,
            weight INTEGER NOT NULL, PRIMARY KEY(initiative, team, first)) STRICT, WITHOUT ROWID;
        CREATE TABLE message(
            date INTEGER NOT NULL, layer TEXT NOT NULL, channel TEXT NOT NULL, motive TEXT NOT NULL,
            example TEXT NOT NULL, command TEXT NOT NULL,
            PRIMARY KEY(date, layer, channel, motive, example, command)) STRICT, WITHOUT ROWID;
        CREATE TABLE mandate(
            first INTEGER NOT NULL, last INTEGER NOT NULL, team TEXT NOT NULL, what TEXT NOT NULL,
            PRIMARY KEY(first, last, team, what)) STRICT, WITHOUT ROWID;
        CREATE TABLE tie(
            a INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE,
            b INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE,
            weight REAL NOT NULL, PRIMARY KEY(a, b)) STRICT, WITHOUT ROWID;
        CREATE INDEX tieByB ON tie(b);
        CREATE TABLE example(
            role TEXT NOT NULL, task TEXT NOT NULL, useCase TEXT NOT NULL, date INTEGER NOT NULL,
            beforeMinutes REAL NOT NULL, afterMinutes REAL NOT NULL,
            interruptionsBefore REAL, interruptionsAfter REAL, stressBefore REAL, stressAfter REAL,
            isKept INTEGER NOT NULL) STRICT;
        CREATE TABLE importedAnswer(
            wave INTEGER NOT NULL, team TEXT, role TEXT NOT NULL, layer TEXT NOT NULL, item TEXT NOT NULL,
            reply TEXT NOT NULL, variant TEXT, form TEXT, respondent INTEGER) STRICT;
        CREATE INDEX importedAnswerByWave ON importedAnswer(wave);
        CREATE TABLE source(name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """

    private static let accounts = """
        CREATE TABLE account(
            id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
            member INTEGER REFERENCES contact(member) ON DELETE CASCADE, capabilities TEXT NOT NULL,
            passwordHash TEXT NOT NULL, createdAt INTEGER NOT NULL) STRICT;
        CREATE INDEX accountByMember ON account(member);
        CREATE TABLE invitation(
            secretHash BLOB PRIMARY KEY, email TEXT,
            member INTEGER REFERENCES contact(member) ON DELETE CASCADE, capabilities TEXT NOT NULL,
            expiresAt INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE session(
            secretHash BLOB PRIMARY KEY,
            account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
            startedAt INTEGER NOT NULL, lastSeenAt INTEGER NOT NULL, expiresAt INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
        CREATE INDEX sessionByAccount ON session(account);
        CREATE TABLE audit(
            id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, account INTEGER, who TEXT NOT NULL,
            action TEXT NOT NULL, what TEXT NOT NULL, team TEXT) STRICT;
        CREATE INDEX auditByTeam ON audit(team);
        CREATE TRIGGER auditIsNotChanged BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
        CREATE TRIGGER auditIsNotShortened BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
        """

    // Answers are stored by a random number and ballots by a random hash, so that neither order tells when or by whom.
    private static let pulse = """
        CREATE TABLE wave(
            id INTEGER PRIMARY KEY AUTOINCREMENT, opens INTEGER NOT NULL UNIQUE, closes INTEGER NOT NULL,
            minimum INTEGER NOT NULL) STRICT;
        CREATE TABLE ballot(
            secretHash BLOB PRIMARY KEY, wave INTEGER NOT NULL REFERENCES wave(id) ON DELETE CASCADE,
            member INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE, form TEXT NOT NULL,
            answeredIn INTEGER, UNIQUE(wave, member)) STRICT, WITHOUT ROWID;
        CREATE INDEX ballotByMember ON ballot(member);
        CREATE TABLE answer(
            respondent INTEGER NOT NULL, item TEXT NOT NULL, wave INTEGER NOT NULL, team TEXT NOT NULL,
            role TEXT NOT NULL, layer TEXT NOT NULL, reply TEXT NOT NULL, variant TEXT, form TEXT,
            PRIMARY KEY(respondent, item)) STRICT, WITHOUT ROWID;
        """

    private static let record = """
        CREATE TABLE verdict(
            kind TEXT NOT NULL, asOf INTEGER NOT NULL, dueOn INTEGER NOT NULL, code TEXT NOT NULL,
            moving REAL NOT NULL, phase1 REAL NOT NULL, phase2 REAL NOT NULL, habit REAL,
            document BLOB NOT NULL, scoredOn INTEGER, outcome TEXT, outcomeHabit REAL, brier REAL,
            brierOfHabit REAL, brierOfLast REAL, PRIMARY KEY(kind, asOf)) STRICT, WITHOUT ROWID;
        CREATE TABLE import(
            id INTEGER PRIMARY KEY AUTOINCREMENT, arrivedAt INTEGER NOT NULL, title TEXT NOT NULL,
            contentHash TEXT NOT NULL, bytes INTEGER NOT NULL, state TEXT NOT NULL,
            bytesRead INTEGER NOT NULL, rowsRead INTEGER NOT NULL, rowsRefused INTEGER NOT NULL,
            newPeople INTEGER, movedPeople INTEGER, erasedPeople INTEGER, newDays INTEGER,
            failure TEXT, finishedAt INTEGER) STRICT;
        CREATE INDEX importByHash ON import(contentHash);
        CREATE TABLE importNotice(
            import INTEGER NOT NULL REFERENCES import(id) ON DELETE CASCADE, place INTEGER NOT NULL,
            id TEXT NOT NULL, severity TEXT NOT NULL, file TEXT, line INTEGER, message TEXT NOT NULL,
            PRIMARY KEY(import, place)) STRICT, WITHOUT ROWID;
        CREATE TABLE correction(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            member INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE,
            at INTEGER NOT NULL, text TEXT NOT NULL, settledAt INTEGER) STRICT;
        """
}
