"""What PostgreSQL is asked of a book (frågor): its number there comes first among the values of each."""

from __future__ import annotations

from typing import Final

from sifund_ledger.store.rows import Statements

STATEMENTS: Final = Statements(
    last="SELECT seq, hash FROM sifund.record WHERE of = %b ORDER BY seq DESC LIMIT 1",
    records="SELECT seq, data, hash, convert_to(kind, 'UTF8'), target, note_salt, note FROM sifund.record "
    "WHERE of = %b AND seq > %b AND seq <= %b ORDER BY seq LIMIT %b",
    postings="SELECT seq, line, account, year, ore FROM sifund.posting "
    "WHERE of = %b AND seq > %b AND seq <= %b ORDER BY seq, line",
    posting_columns="SELECT " + ", ".join(
        f"'[' || coalesce(string_agg({column}::text, ',' ORDER BY seq, line), '') || ']'"
        for column in ("seq", "line", "account", "year", "ore")
    ) + " FROM sifund.posting WHERE of = %b AND seq > %b AND seq <= %b",
    accounts="SELECT id, " + ", ".join(
        f"convert_to({column}, 'UTF8')" for column in ("book", "code", "fund", "subfund", "project", "board")
    ) + ", year FROM sifund.account WHERE of = %b AND id > %b ORDER BY id",
    sums="SELECT account, sum(ore) FROM sifund.posting WHERE of = %b GROUP BY account HAVING sum(ore) <> 0",
    targeted="SELECT 1 FROM sifund.record WHERE of = %b AND target = %b AND kind = %b LIMIT 1",
    ends="""
        WITH records AS (SELECT min(seq) AS first, coalesce(max(seq), 0) AS last FROM sifund.record WHERE of = %b),
        postings AS (SELECT min(seq) AS first, max(seq) AS last FROM sifund.posting WHERE of = %b),
        accounts AS (SELECT min(id) AS first, max(id) AS last, count(*) AS number FROM sifund.account WHERE of = %b)
        SELECT records.*, postings.*, accounts.* FROM records, postings, accounts
    """,
    unused="SELECT min(id) FROM sifund.account WHERE of = %b AND NOT EXISTS ("
    "SELECT 1 FROM sifund.posting WHERE of = account.of AND posting.account = account.id)",
)  # fmt: skip
NEW_ACCOUNTS: Final = (
    "INSERT INTO sifund.account SELECT %b, * FROM unnest(%b::int[], %b::text[], %b::text[], %b::text[], %b::text[], "
    "%b::text[], %b::text[], %b::int[])"
)
NEW_POSTINGS: Final = (
    "INSERT INTO sifund.posting SELECT %b, * FROM unnest(%b::bigint[], %b::int[], %b::int[], %b::int[], %b::bigint[])"
)
NEW_RECORDS: Final = (
    "INSERT INTO sifund.record (of, seq, hash, kind, target, data, note_salt, note) "
    "SELECT %b, * FROM unnest(%b::bigint[], %b::bytea[], %b::text[], %b::bigint[], %b::bytea[], %b::bytea[], "
    "%b::bytea[])"
)
