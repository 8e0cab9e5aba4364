extension Catalogue {
    /// What the notices of reading files mean.
    static let intakeNotices: [Explanation] = [
        notice(
            "intake.unreadableFile", "unreadable file",
            "The file could not be opened or read from the disk.",
            """
            Nothing, or only its beginning, was taken. The same is said of what is no file and \
            is never opened: a folder, a pipe, a device, a link that leads nowhere. What to do: \
            Check its permissions, or put a file in its place, and read again.
            """),
        notice(
            "intake.damagedGzip", "damaged gzip",
            "A packed file is damaged or cut off.",
            """
            What came before the damage was read. A file that unpacks to more than 400 times its \
            size is given up there. Where the packed data are whole and other bytes follow, these \
            are left out, which is a warning. What to do: Copy or export the file again.
            """),
        notice(
            "intake.workbookUnreadable", "unreadable workbook",
            "A workbook is cut off, locked, too large, of an older form, or an archive of something else.",
            """
            What came before the damage was read. What to do: Save it as .xlsx without a \
            password, or export the table as CSV; unpack other archives.
            """),
        notice(
            "intake.emptyFile", "empty file",
            "The file has no header.",
            """
            It counts as there, with nothing in it. What to do: Add a header and rows, or \
            remove it.
            """),
        notice(
            "intake.missingColumn", "missing column",
            "A column the file cannot do without is missing, so the file is lost.",
            "What to do: Add the header line, or map your column under columns in case.yaml."),
        notice(
            "intake.unknownColumn", "unknown column",
            "A column is not known and stays out.",
            """
            Its number is told; its title only where it is made of words that titles are made \
            of, because any other could be a name. What to do: Nothing, or map it under columns.
            """),
        notice(
            "intake.duplicateColumn", "duplicate column",
            "Two columns have the same name.",
            "The first is used. What to do: Rename or remove the others."),
        notice(
            "intake.tooManyColumns", "too many columns",
            "The header has more than 1024 columns, as a table with one column a person does.",
            "The file is lost. What to do: Export one row an event."),
        notice(
            "intake.duplicateFile", "duplicate file",
            "The same file is there twice, packed and unpacked or in two spellings.",
            "The one that sorts first is read. What to do: Remove one."),
        notice(
            "intake.fileNotUsed", "file not used",
            "A file beside the known ones has a name that means nothing here, and looks like no export.",
            "What to do: Nothing, or see the guide on formats for what can be read."),
        notice(
            "intake.notUTF8", "not utf8",
            "Some cells are not UTF-8.",
            "They were read as Windows-1252. What to do: Export as UTF-8 to be sure of names."),
        notice(
            "intake.ambiguousDates", "ambiguous dates",
            """
            Every date of a column can be read day first or month first, or some only one \
            way and some only the other.
            """,
            """
            None is used. In an optional column this is a warning. What to do: Set dates: \
            dmy or dates: mdy in case.yaml.
            """),
        notice(
            "intake.raggedRow", "ragged row",
            "A row has more or fewer fields than the header and is left out.",
            "Empty fields too many are allowed. What to do: Check its commas and quotes."),
        notice(
            "intake.unclosedQuote", "unclosed quote",
            "A quote opens and does not close as it should.",
            """
            The row is left out and reading goes on at the next line. In the line that names the \
            columns it loses the file, which is an error. What to do: Close or double the quote.
            """),
        notice(
            "intake.rowTooLong", "row too long",
            "A row is longer than one mebibyte (a JSON line: four) and is left out.",
            """
            If it is the line that names the columns the file is lost, which is an error. What to \
            do: Check the line ends.
            """),
        notice(
            "intake.nulByte", "nul byte",
            "A row holds a zero byte and is left out.",
            """
            If it is the line that names the columns the file is lost, which is an error. What to \
            do: Export the file again as text.
            """),
        notice(
            "intake.missingValue", "missing value",
            "A cell that must not be empty is.",
            "The row is left out. What to do: Fill it in."),
        notice(
            "intake.badDate", "bad date",
            "A cell is not a date.",
            """
            In a required column the row is left out, otherwise only the cell. What to do: \
            Write dates as 2026-06-28.
            """),
        notice(
            "intake.dateOutOfRange", "date out of range",
            "A date lies before 2000 or after 2100, usually a typing error.",
            "As for a bad date. What to do: Correct it."),
        notice(
            "intake.badNumber", "bad number",
            "A cell is not a number, or not one in the range told.",
            """
            The row is left out. 1,234 can be read two ways and counts as none. What to do: \
            Correct it.
            """),
        notice(
            "intake.badValue", "bad value",
            "A cell holds none of the words allowed.",
            """
            The row is left out; a layer in the roster is derived instead. What to do: Use \
            one of the words named.
            """),
        notice(
            "intake.datesReversed", "dates reversed",
            "A first day is later than the last.",
            """
            The row is left out; in the roster both dates are dropped, in the register they \
            are kept as they stand. What to do: Correct them.
            """),
        notice(
            "intake.notMonday", "not monday",
            "A champion's week is told by another day than its Monday.",
            "It counts for the week of that day. What to do: Nothing."),
        notice(
            "intake.duplicateRow", "duplicate row",
            "The same row is there twice.",
            "One is kept. What to do: Nothing."),
        notice(
            "intake.conflictingRow", "conflicting row",
            "Two rows tell differently of the same thing.",
            """
            The guide page of the file says which is kept; of two pulse answers neither is. \
            What to do: Remove the wrong one.
            """),
        notice(
            "intake.selfTie", "self tie",
            "A tie joins a person to the same person.",
            "It is left out. What to do: Nothing, or correct it."),
    ]
}
