-- Schema 2: who may read another role's books, and the seal in a form whose plan does not depend on statistics.
--
-- A member of a role can do all that the role can, and so record in its books too; whoever is only to read them, as an
-- auditor, is named here instead, by the owner of the tables.

CREATE TABLE sifund.reader (
    of_owner name NOT NULL,
    reader name NOT NULL,
    PRIMARY KEY (of_owner, reader)
);

ALTER TABLE sifund.reader ENABLE ROW LEVEL SECURITY;
ALTER TABLE sifund.reader FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON sifund.reader FOR SELECT
    USING (reader = current_user OR pg_has_role(current_user, of_owner, 'USAGE'));
CREATE POLICY naming ON sifund.reader TO CURRENT_USER USING (true);
GRANT SELECT ON sifund.reader TO PUBLIC;

CREATE POLICY lent ON sifund.book FOR SELECT
    USING (EXISTS (SELECT 1 FROM sifund.reader WHERE of_owner = owner AND reader = current_user));

-- What is seen of a book is that of a book that is seen; what is written, that of one's own.

DROP POLICY own ON sifund.account;
DROP POLICY own ON sifund.record;
DROP POLICY own ON sifund.posting;

CREATE POLICY own ON sifund.account FOR SELECT USING (of IN (SELECT id FROM sifund.book));
CREATE POLICY own ON sifund.record FOR SELECT USING (of IN (SELECT id FROM sifund.book));
CREATE POLICY own ON sifund.posting FOR SELECT USING (of IN (SELECT id FROM sifund.book));

CREATE POLICY written ON sifund.account FOR INSERT
    WITH CHECK (of IN (SELECT id FROM sifund.book WHERE pg_has_role(current_user, owner, 'USAGE')));
CREATE POLICY written ON sifund.record FOR INSERT
    WITH CHECK (of IN (SELECT id FROM sifund.book WHERE pg_has_role(current_user, owner, 'USAGE')));
CREATE POLICY written ON sifund.posting FOR INSERT
    WITH CHECK (of IN (SELECT id FROM sifund.book WHERE pg_has_role(current_user, owner, 'USAGE')));

-- The same as before, book by book over the range of what was put in. Joined to the rows that were put in, a batch was
-- planned as all its records times all its postings, once another book stood in tables that nobody had analysed.

CREATE OR REPLACE FUNCTION sifund.seal() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    those record;
BEGIN
    PERFORM sifund.queue(ARRAY(SELECT DISTINCT of FROM sealed ORDER BY of));
    FOR those IN SELECT of, min(seq) AS first, max(seq) AS last, count(*) AS number FROM sealed GROUP BY of LOOP
        IF those.last - those.first + 1 <> those.number OR those.first < 1
            OR (those.first > 1 AND NOT EXISTS (
                SELECT 1 FROM sifund.record WHERE of = those.of AND seq = those.first - 1
            ))
            OR EXISTS (SELECT 1 FROM sifund.record WHERE of = those.of AND seq > those.last)
        THEN
            RAISE EXCEPTION 'record: its seq is not the next one' USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (
            SELECT 1 FROM (
                SELECT seq, data, lag(hash) OVER (ORDER BY seq) AS before
                FROM sifund.record WHERE of = those.of AND seq BETWEEN those.first - 1 AND those.last
            ) AS chained
            WHERE seq >= those.first AND substr(data, 17, 66 + length(seq::text)) <> convert_to(
                seq || E'\t' || coalesce(encode(before, 'hex'), repeat('0', 64)) || E'\t', 'UTF8'
            )
        ) THEN
            RAISE EXCEPTION 'record: its bytes do not name it and the hash of the record before it'
                USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (
            SELECT 1 FROM sifund.posting WHERE of = those.of AND seq BETWEEN those.first AND those.last
            GROUP BY seq HAVING count(*) = 1 OR min(line) <> 1 OR max(line) <> count(*)
        ) THEN
            RAISE EXCEPTION 'record: its postings are one only, or not numbered from 1'
                USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (
            SELECT 1 FROM sifund.posting JOIN sifund.account ON account.of = posting.of AND account.id = posting.account
            WHERE posting.of = those.of AND seq BETWEEN those.first AND those.last
            GROUP BY seq, account.book HAVING sum(ore) <> 0
        ) THEN
            RAISE EXCEPTION 'record: its postings do not sum to zero within each ledger'
                USING ERRCODE = 'check_violation';
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

INSERT INTO sifund.schema_version VALUES (2);
