extension Schema {
    // Everything of a person hangs on the contact and goes with it. Three tables do not, and have no room for a person:
    // open invitations (in the order of a random hash), crossings (pairs of teams), messages to everybody.
    static let discovery = """
        CREATE TABLE pain(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            member INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE,
            role TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, theme TEXT, named INTEGER NOT NULL
            ) STRICT;
        CREATE INDEX painByMember ON pain(member);
        CREATE TABLE trial(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            member INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE,
            role TEXT NOT NULL, task TEXT NOT NULL, theme TEXT, useCase TEXT,
            minutes REAL NOT NULL, interruptions INTEGER, strain INTEGER, tedium INTEGER,
            began INTEGER NOT NULL, verdict TEXT, why TEXT, decided INTEGER, consent TEXT NOT NULL) STRICT;
        CREATE INDEX trialByMember ON trial(member);
        CREATE TABLE occasion(
            trial INTEGER NOT NULL REFERENCES trial(id) ON DELETE CASCADE, place INTEGER NOT NULL,
            day INTEGER NOT NULL, minutes REAL NOT NULL, interruptions INTEGER, strain INTEGER,
            tedium INTEGER, usualMinutes REAL, PRIMARY KEY(trial, place)) STRICT, WITHOUT ROWID;
        CREATE TABLE shelf(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            member INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE,
            trial INTEGER NOT NULL UNIQUE REFERENCES trial(id) ON DELETE CASCADE,
            role TEXT NOT NULL, task TEXT NOT NULL, useCase TEXT NOT NULL, tool TEXT NOT NULL,
            minutesBefore REAL NOT NULL, minutesAfter REAL NOT NULL, strainBefore REAL, strainAfter REAL,
            occasions INTEGER NOT NULL, conditions TEXT NOT NULL, didNotHelp TEXT, isKept INTEGER NOT NULL,
            consent TEXT NOT NULL, shared INTEGER NOT NULL, reused INTEGER NOT NULL) STRICT;
        CREATE INDEX shelfByMember ON shelf(member);
        CREATE TABLE showInvitation(
            secretHash BLOB PRIMARY KEY, team TEXT NOT NULL, lastDay INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE crossing(
            fromTeam TEXT NOT NULL, toTeam TEXT NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY(fromTeam, toTeam)) STRICT, WITHOUT ROWID;
        CREATE TABLE stanceMark(
            member INTEGER PRIMARY KEY REFERENCES contact(member) ON DELETE CASCADE,
            shown INTEGER, declined TEXT, watched INTEGER, asked INTEGER) STRICT;
        CREATE TABLE demonstration(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            host INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE,
            title TEXT NOT NULL, place TEXT NOT NULL, day INTEGER NOT NULL, minute INTEGER NOT NULL,
            isCancelled INTEGER NOT NULL, changed INTEGER NOT NULL) STRICT;
        CREATE INDEX demonstrationByHost ON demonstration(host);
        CREATE TABLE saidMessage(
            id INTEGER PRIMARY KEY AUTOINCREMENT, date INTEGER NOT NULL, layer TEXT NOT NULL,
            channel TEXT NOT NULL, motive TEXT, hasExample INTEGER NOT NULL, isOrder INTEGER NOT NULL,
            text TEXT NOT NULL) STRICT;
        CREATE TABLE noticePreference(
            member INTEGER PRIMARY KEY REFERENCES contact(member) ON DELETE CASCADE,
            isOn INTEGER NOT NULL, quietFrom INTEGER NOT NULL, quietTo INTEGER NOT NULL,
            feedHash BLOB UNIQUE) STRICT;
        """

    /// Plans of teams, without who proposed them; who is in until it is settled, ordered by nothing that tells when.
    static let teamTrials = """
        CREATE TABLE teamTrial(
            id INTEGER PRIMARY KEY AUTOINCREMENT, team TEXT NOT NULL, useCase TEXT NOT NULL,
            closes INTEGER NOT NULL, until INTEGER NOT NULL, isAgreed INTEGER) STRICT;
        CREATE TABLE teamTrialYes(
            teamTrial INTEGER NOT NULL REFERENCES teamTrial(id) ON DELETE CASCADE,
            member INTEGER NOT NULL REFERENCES contact(member) ON DELETE CASCADE,
            PRIMARY KEY(teamTrial, member)) STRICT, WITHOUT ROWID;
        CREATE INDEX teamTrialYesByMember ON teamTrialYes(member);
        ALTER TABLE noticePreference ADD COLUMN channel TEXT;
        """
}
