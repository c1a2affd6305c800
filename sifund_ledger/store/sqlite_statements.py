"""What SQLite is asked of a book (frågor): text as bytes, so that what is not UTF-8 is shown, and ends no reading."""

from __future__ import annotations

from typing import Final

from sifund_ledger.store.rows import Statements

STATEMENTS: Final = Statements(
    last="SELECT seq, hash FROM record ORDER BY seq DESC LIMIT 1",
    records="SELECT seq, data, hash, CAST(kind AS BLOB), target, note_salt, CAST(note AS BLOB) FROM record "
    "WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?",
    postings="SELECT seq, line, account, year, ore FROM posting WHERE seq > ? AND seq <= ? ORDER BY seq, line",
    posting_columns="SELECT json_group_array(seq), json_group_array(line), json_group_array(account), "
    "json_group_array(year), json_group_array(ore) FROM posting WHERE seq > ? AND seq <= ?",
    accounts="SELECT id, CAST(book AS BLOB), CAST(code AS BLOB), CAST(fund AS BLOB), CAST(subfund AS BLOB), "
    "CAST(project AS BLOB), CAST(board AS BLOB), year FROM account WHERE id > ? ORDER BY id",
    sums="SELECT account, sum(ore) FROM posting GROUP BY account HAVING sum(ore) <> 0",
    targeted="SELECT 1 FROM record WHERE target = ? AND kind = ? LIMIT 1",
    ends="SELECT (SELECT min(seq) FROM record), (SELECT coalesce(max(seq), 0) FROM record), "
    "(SELECT min(seq) FROM posting), (SELECT max(seq) FROM posting), (SELECT min(id) FROM account), "
    "(SELECT max(id) FROM account), (SELECT count(*) FROM account)",
    unused="SELECT min(id) FROM account WHERE id NOT IN (SELECT account FROM posting)",
)
