-- Schema 2: who may read another role's books. A member of a role can do all that the role can, and so record in its
-- books too; whoever is only to read them, as an auditor, is named here instead, by the owner of the tables.

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

INSERT INTO sifund.schema_version VALUES (2);
