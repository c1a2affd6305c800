-- Books in a PostgreSQL database, schema 1: many of them, each owned by a role. Money is whole öre, debit positive.
-- The bytes of a record begin with the mark of their format (sifund-record-1), a tab, its number, a tab, the hash
-- before it in hexadecimal, and a tab.
--
-- A record seals its postings: they come first, and the record is let in only when they are complete, balance within
-- each ledger, and its bytes name the hash of the record before it. Writers of one book queue for an advisory lock,
-- which every trigger takes too, so that nobody passes it. From then on nothing is changed or deleted. The one
-- exception is the free text beside a record, which sifund.blot takes away once a later record says so.
--
-- A role sees the books of the roles that it is a member of, and no others. It owns nothing here.

CREATE SCHEMA sifund;

CREATE TABLE sifund.schema_version (version integer PRIMARY KEY);

CREATE TABLE sifund.book (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    owner name NOT NULL DEFAULT current_user,
    UNIQUE (owner, name)
);

CREATE TABLE sifund.account (
    of integer NOT NULL REFERENCES sifund.book (id),
    id integer NOT NULL,
    book text NOT NULL,
    code text NOT NULL,
    fund text NOT NULL,
    subfund text NOT NULL,
    project text NOT NULL,
    board text NOT NULL,
    year integer NOT NULL,
    PRIMARY KEY (of, id),
    UNIQUE (of, book, code, fund, subfund, project, board, year)
);

CREATE TABLE sifund.record (
    of integer NOT NULL REFERENCES sifund.book (id),
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    kind text NOT NULL,
    target bigint CHECK (target < seq),
    data bytea NOT NULL,
    note_salt bytea,
    note bytea,
    PRIMARY KEY (of, seq),
    CHECK (hash = sha256(data)),
    CHECK ((note IS NULL) = (note_salt IS NULL))
);

CREATE INDEX record_target ON sifund.record (of, target) WHERE target IS NOT NULL;

CREATE TABLE sifund.posting (
    of integer NOT NULL,
    seq bigint NOT NULL,
    line integer NOT NULL CHECK (line > 0),
    account integer NOT NULL,
    year integer NOT NULL,
    ore bigint NOT NULL CHECK (ore <> 0 AND ore BETWEEN -1000000000000000 AND 1000000000000000),
    PRIMARY KEY (of, seq, line),
    FOREIGN KEY (of, seq) REFERENCES sifund.record (of, seq) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (of, account) REFERENCES sifund.account (of, id)
);

CREATE INDEX posting_account ON sifund.posting (of, account);

-- Who may see what.

ALTER TABLE sifund.book ENABLE ROW LEVEL SECURITY;
ALTER TABLE sifund.book FORCE ROW LEVEL SECURITY;
ALTER TABLE sifund.account ENABLE ROW LEVEL SECURITY;
ALTER TABLE sifund.account FORCE ROW LEVEL SECURITY;
ALTER TABLE sifund.record ENABLE ROW LEVEL SECURITY;
ALTER TABLE sifund.record FORCE ROW LEVEL SECURITY;
ALTER TABLE sifund.posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE sifund.posting FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON sifund.book USING (pg_has_role(current_user, owner, 'USAGE'));
CREATE POLICY own ON sifund.account USING (of IN (SELECT id FROM sifund.book));
CREATE POLICY own ON sifund.record USING (of IN (SELECT id FROM sifund.book));
CREATE POLICY own ON sifund.posting USING (of IN (SELECT id FROM sifund.book));

-- What runs as the owner of the tables, for sifund.blot alone.
CREATE POLICY blotting ON sifund.book FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY blotting ON sifund.record TO CURRENT_USER USING (true);

-- What is let in.

CREATE FUNCTION sifund.queue(books integer[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    each integer;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'book: it is written to in read committed' USING ERRCODE = 'check_violation';
    END IF;
    FOREACH each IN ARRAY books LOOP
        PERFORM pg_advisory_xact_lock(1397114956, each);  -- SFLL
    END LOOP;
END $$;

CREATE FUNCTION sifund.accounts_begun() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sifund.queue(ARRAY(SELECT DISTINCT of FROM begun ORDER BY of));
    IF EXISTS (
        SELECT 1 FROM sifund.account WHERE of IN (SELECT of FROM begun)
        GROUP BY of HAVING min(id) <> 1 OR max(id) <> count(*)
    ) THEN
        RAISE EXCEPTION 'account: its id is not the next one' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION sifund.accounts_used() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM sifund.posting WHERE of = NEW.of AND account = NEW.id) THEN
        RAISE EXCEPTION 'account: no posting is on it' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION sifund.postings_come_first() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sifund.queue(ARRAY(SELECT DISTINCT of FROM posted ORDER BY of));
    IF EXISTS (
        SELECT 1 FROM (SELECT of, min(seq) AS first FROM posted GROUP BY of) AS those
        JOIN sifund.record ON record.of = those.of AND record.seq >= those.first
    ) THEN
        RAISE EXCEPTION 'posting: its record is sealed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION sifund.seal() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sifund.queue(ARRAY(SELECT DISTINCT of FROM sealed ORDER BY of));
    IF EXISTS (
        SELECT 1 FROM (
            SELECT of, min(seq) AS first, max(seq) AS last, count(*) AS number FROM sealed GROUP BY of
        ) AS those
        WHERE last - first + 1 <> number OR first < 1
            OR (first > 1 AND NOT EXISTS (SELECT 1 FROM sifund.record WHERE of = those.of AND seq = those.first - 1))
            OR EXISTS (SELECT 1 FROM sifund.record WHERE of = those.of AND seq > those.last)
    ) THEN
        RAISE EXCEPTION 'record: its seq is not the next one' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM sealed LEFT JOIN sifund.record AS before ON before.of = sealed.of AND before.seq = sealed.seq - 1
        WHERE substr(sealed.data, 17, 66 + length(sealed.seq::text)) <> convert_to(
            sealed.seq || E'\t' || coalesce(encode(before.hash, 'hex'), repeat('0', 64)) || E'\t', 'UTF8'
        )
    ) THEN
        RAISE EXCEPTION 'record: its bytes do not name it and the hash of the record before it'
            USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM sealed JOIN sifund.posting ON posting.of = sealed.of AND posting.seq = sealed.seq
        GROUP BY sealed.of, sealed.seq
        HAVING count(*) = 1 OR min(line) <> 1 OR max(line) <> count(*)
    ) THEN
        RAISE EXCEPTION 'record: its postings are one only, or not numbered from 1' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM sealed JOIN sifund.posting ON posting.of = sealed.of AND posting.seq = sealed.seq
        JOIN sifund.account ON account.of = posting.of AND account.id = posting.account
        GROUP BY sealed.of, sealed.seq, account.book HAVING sum(ore) <> 0
    ) THEN
        RAISE EXCEPTION 'record: its postings do not sum to zero within each ledger'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER begun AFTER INSERT ON sifund.account
    REFERENCING NEW TABLE AS begun FOR EACH STATEMENT EXECUTE FUNCTION sifund.accounts_begun();
CREATE CONSTRAINT TRIGGER used AFTER INSERT ON sifund.account DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION sifund.accounts_used();
CREATE TRIGGER posted AFTER INSERT ON sifund.posting
    REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION sifund.postings_come_first();
CREATE TRIGGER sealed AFTER INSERT ON sifund.record
    REFERENCING NEW TABLE AS sealed FOR EACH STATEMENT EXECUTE FUNCTION sifund.seal();

-- What never happens, whoever asks.

CREATE FUNCTION sifund.nothing_changes() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '%: nothing is changed or deleted', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;

CREATE FUNCTION sifund.only_blotted() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT (
        NEW.of = OLD.of AND NEW.seq = OLD.seq AND NEW.hash = OLD.hash AND NEW.kind = OLD.kind
        AND NEW.target IS NOT DISTINCT FROM OLD.target AND NEW.data = OLD.data
        AND NEW.note IS NULL AND NEW.note_salt IS NULL
        AND EXISTS (
            SELECT 1 FROM sifund.record WHERE of = OLD.of AND target = OLD.seq AND kind = 'note_blotted'
        )
    ) THEN
        RAISE EXCEPTION 'record: nothing is changed but a note that a later record blots out'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON sifund.book
    FOR EACH STATEMENT EXECUTE FUNCTION sifund.nothing_changes();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON sifund.account
    FOR EACH STATEMENT EXECUTE FUNCTION sifund.nothing_changes();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON sifund.posting
    FOR EACH STATEMENT EXECUTE FUNCTION sifund.nothing_changes();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON sifund.record
    FOR EACH STATEMENT EXECUTE FUNCTION sifund.nothing_changes();
CREATE TRIGGER blotted BEFORE UPDATE ON sifund.record
    FOR EACH ROW EXECUTE FUNCTION sifund.only_blotted();

-- The one thing that is taken away: a note, by whoever may write in its book.

CREATE FUNCTION sifund.blot(of_book integer, of_record bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    asking name := CASE current_setting('role') WHEN 'none' THEN session_user ELSE current_setting('role')::name END;
    taken bigint;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM sifund.book WHERE id = of_book AND pg_has_role(asking, owner, 'USAGE')) THEN
        RAISE EXCEPTION 'record: it belongs to another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM sifund.queue(ARRAY[of_book]);
    UPDATE sifund.record SET note = NULL, note_salt = NULL WHERE of = of_book AND seq = of_record;
    GET DIAGNOSTICS taken = ROW_COUNT;
    RETURN taken;
END $$;

REVOKE ALL ON FUNCTION sifund.blot(integer, bigint) FROM PUBLIC;

INSERT INTO sifund.schema_version VALUES (1);
