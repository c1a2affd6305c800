-- A book, schema 1. Needs SQLite 3.37 (STRICT). Money is whole öre, debit positive. The bytes of a record begin with
-- the mark of their format (sifund-record-1), a tab, its number, a tab, the hash before it in hexadecimal, and a tab.
--
-- A record seals its postings: they come first, and the record is let in only when they are complete, balance
-- within each book, and its bytes name the hash of the record before it. From then on nothing is changed, replaced
-- or deleted, whatever a connection has its pragmas set to. The one exception is the free text beside a record,
-- which can be blotted out once a later record says so.

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    book TEXT NOT NULL,
    code TEXT NOT NULL,
    fund TEXT NOT NULL,
    subfund TEXT NOT NULL,
    project TEXT NOT NULL,
    board TEXT NOT NULL,
    year INTEGER NOT NULL,
    UNIQUE (book, code, fund, subfund, project, board, year)
) STRICT;

CREATE TABLE posting (
    seq INTEGER NOT NULL REFERENCES record (seq) DEFERRABLE INITIALLY DEFERRED,
    line INTEGER NOT NULL CHECK (line > 0),
    account INTEGER NOT NULL REFERENCES account (id),
    year INTEGER NOT NULL,
    ore INTEGER NOT NULL CHECK (ore <> 0 AND ore BETWEEN -1000000000000000 AND 1000000000000000),
    PRIMARY KEY (seq, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
    seq INTEGER PRIMARY KEY,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    previous TEXT GENERATED ALWAYS AS (CAST(substr(data, 18 + length(seq), 64) AS TEXT)) VIRTUAL,
    kind TEXT NOT NULL,
    target INTEGER CHECK (target < seq),
    data BLOB NOT NULL,
    note_salt BLOB,
    note TEXT,
    CHECK ((note IS NULL) = (note_salt IS NULL))
) STRICT;

CREATE INDEX record_target ON record (target) WHERE target IS NOT NULL;

CREATE TRIGGER account_insert BEFORE INSERT ON account
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM account) OR EXISTS (
    SELECT 1 FROM account
    WHERE book = NEW.book AND code = NEW.code AND fund = NEW.fund AND subfund = NEW.subfund
        AND project = NEW.project AND board = NEW.board AND year = NEW.year
)
BEGIN
    SELECT RAISE(ABORT, 'account: it exists, or its id is not the next one');
END;

CREATE TRIGGER account_update BEFORE UPDATE ON account
BEGIN
    SELECT RAISE(ABORT, 'account: nothing is changed');
END;

CREATE TRIGGER account_delete BEFORE DELETE ON account
BEGIN
    SELECT RAISE(ABORT, 'account: nothing is deleted');
END;

CREATE TRIGGER posting_insert BEFORE INSERT ON posting
WHEN NEW.seq <= (SELECT coalesce(max(seq), 0) FROM record)
    OR EXISTS (SELECT 1 FROM posting WHERE seq = NEW.seq AND line = NEW.line)
BEGIN
    SELECT RAISE(ABORT, 'posting: its record is sealed, or the line exists');
END;

CREATE TRIGGER posting_update BEFORE UPDATE ON posting
BEGIN
    SELECT RAISE(ABORT, 'posting: nothing is changed');
END;

CREATE TRIGGER posting_delete BEFORE DELETE ON posting
BEGIN
    SELECT RAISE(ABORT, 'posting: nothing is deleted');
END;

CREATE TRIGGER record_insert BEFORE INSERT ON record
BEGIN
    SELECT RAISE(ABORT, 'record: its seq is not the next one')
    WHERE NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM record);
    SELECT RAISE(ABORT, 'record: its bytes do not name it and the hash of the record before it')
    WHERE CAST(substr(NEW.data, 17, 66 + length(NEW.seq)) AS TEXT) IS NOT NEW.seq || char(9) || coalesce(
        (SELECT lower(hex(hash)) FROM record WHERE seq = NEW.seq - 1), lower(hex(zeroblob(32)))
    ) || char(9);
    SELECT RAISE(ABORT, 'record: its postings are one only, or not numbered from 1, or on an unknown account')
    FROM (
        SELECT count(*) AS lines, min(line) AS first, max(line) AS last, count(account.id) AS known
        FROM posting LEFT JOIN account ON account.id = posting.account
        WHERE seq = NEW.seq
    )
    WHERE lines > 0 AND (lines = 1 OR first <> 1 OR last <> lines OR known <> lines);
    SELECT RAISE(ABORT, 'record: its postings do not sum to zero within each book')
    WHERE EXISTS (
        SELECT 1 FROM posting CROSS JOIN account ON account.id = posting.account
        WHERE seq = NEW.seq GROUP BY book HAVING sum(ore) <> 0
    );
END;

CREATE TRIGGER record_update BEFORE UPDATE ON record
WHEN NOT (
    NEW.seq IS OLD.seq AND NEW.hash IS OLD.hash AND NEW.kind IS OLD.kind AND NEW.target IS OLD.target
    AND NEW.data IS OLD.data AND NEW.note IS NULL AND NEW.note_salt IS NULL
    AND EXISTS (SELECT 1 FROM record WHERE target = OLD.seq AND kind = 'note_blotted')
)
BEGIN
    SELECT RAISE(ABORT, 'record: nothing is changed but a note that a later record blots out');
END;

CREATE TRIGGER record_delete BEFORE DELETE ON record
BEGIN
    SELECT RAISE(ABORT, 'record: nothing is deleted');
END;
