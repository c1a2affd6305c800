"""Books that somebody has been at: by SQL with the guards taken away, and byte by byte (LKBR 3:12)."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from store_journals import EVENTS, FREE, FUND, Chain, Moved, faults_of, make_book, raw, small_journal, unguarded, write

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.ledger.events import NoteBlotted
from sifund_ledger.ledger.journal.chain import Checkpoint, checkpoint_faults, verify
from sifund_ledger.ledger.journal.store import PORTION
from sifund_ledger.ledger.records import Head
from sifund_ledger.store import SQLiteStore

TAMPERINGS = [
    "UPDATE record SET data = CAST(replace(CAST(data AS TEXT), 'flyttat', 'flyttad') AS BLOB) WHERE seq = 2",
    "UPDATE record SET data = x'' WHERE seq = 3",
    "UPDATE record SET hash = zeroblob(32) WHERE seq = 6",
    "UPDATE record SET kind = 'opened' WHERE seq = 2",
    "UPDATE record SET target = NULL WHERE seq = 5",
    "UPDATE record SET target = 1 WHERE seq = 5",
    "UPDATE record SET note = 'Elevens namn är Bo Ek' WHERE seq = 2",
    "UPDATE record SET note = CAST(x'ff' AS TEXT) WHERE seq = 2",
    "UPDATE record SET kind = CAST(x'ff' AS TEXT) WHERE seq = 2",
    "UPDATE record SET note_salt = zeroblob(16) WHERE seq = 4",
    "UPDATE record SET note = NULL WHERE seq = 4",
    "UPDATE record SET note_salt = NULL WHERE seq = 4",
    "DELETE FROM record WHERE seq = 1",
    "DELETE FROM record WHERE seq = 3",
    "UPDATE record SET seq = -seq WHERE seq = 3",
    "UPDATE record SET seq = 9 WHERE seq = 6",
    "UPDATE record SET seq = 1000000000000 WHERE seq = 3",
    "UPDATE posting SET ore = -ore WHERE seq = 2",
    "UPDATE posting SET ore = ore * 2",
    "UPDATE posting SET year = 2015 WHERE seq = 3 AND line = 1",
    "UPDATE posting SET account = 3 WHERE seq = 2 AND line = 1",
    "UPDATE posting SET account = 77 WHERE seq = 2 AND line = 1",
    "UPDATE posting SET line = line + 1 WHERE seq = 2 AND line = 2",
    "UPDATE posting SET seq = 5 WHERE seq = 3",
    "UPDATE posting SET seq = 9 WHERE seq = 3",
    "UPDATE posting SET seq = -9 WHERE seq = 3",
    "DELETE FROM posting WHERE seq = 4",
    "DELETE FROM posting WHERE seq = 4 AND line = 4",
    "INSERT INTO posting VALUES (1, 1, 1, 2014, 5)",
    "INSERT INTO posting VALUES (4, 5, 1, 2014, 5)",
    "UPDATE account SET fund = 'annan' WHERE id = 2",
    "UPDATE account SET fund = CAST(x'ff' AS TEXT) WHERE id = 2",
    "UPDATE account SET year = 2015 WHERE id = 3",
    "UPDATE account SET id = 12 WHERE id = 2",
    "UPDATE account SET id = -2 WHERE id = 2",
    "INSERT INTO record (seq, hash, kind, target, data) SELECT -7, hash, kind, NULL, data FROM record WHERE seq = 1",
    "INSERT INTO record (seq, hash, kind, target, data) SELECT 0, hash, kind, NULL, data FROM record WHERE seq = 1",
    "INSERT INTO record (seq, hash, kind, target, data) SELECT 7, hash, kind, target, data FROM record WHERE seq = 6",
    "INSERT INTO account SELECT 0, book, code, fund, 'annan', project, board, year FROM account WHERE id = 2",
    "INSERT INTO account SELECT 99, book, code, fund, 'annan', project, board, year FROM account WHERE id = 2",
    "DELETE FROM account",
    "DELETE FROM posting; DELETE FROM account",
]


def codes_of(store: SQLiteStore) -> set[str]:
    """The codes that verifying finds, or that reading ends with."""
    try:
        return {finding.code for finding in faults_of(store)}
    except UnreadableInput as refusal:
        return {finding.code for finding in refusal.findings}


def codes(path: Path) -> set[str]:
    """The codes that a book is refused with or that verifying it finds."""
    try:
        store = SQLiteStore(path)
    except UnreadableInput as refusal:
        return {finding.code for finding in refusal.findings}
    with closing(store):
        return codes_of(store)


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_tampering_with_the_tables_is_found(tmp_path: Path, tampering: str) -> None:
    path = tmp_path / "bok.sifund"
    make_book(path)
    assert codes(path) == set()
    with unguarded(path) as connection:
        connection.executescript(tampering)
    assert codes(path)


def test_an_account_that_no_posting_is_on_is_found(tmp_path: Path) -> None:
    path = tmp_path / "bok.sifund"
    make_book(path)
    with raw(path) as connection:  # no guard is in the way of it
        connection.execute(
            "INSERT INTO account SELECT 5, book, code, fund, 'annan', '', '', 0 FROM account WHERE id = 2"
        )
    assert codes(path) == {"BOOK_DAMAGED"}


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_tampering_under_an_open_book_is_found(tmp_path: Path, tampering: str) -> None:
    path = tmp_path / "bok.sifund"
    make_book(path)
    with closing(SQLiteStore(path)) as store:
        with unguarded(path) as connection:
            connection.executescript(tampering)
        store.balances()
        assert codes_of(store)


def test_rows_are_compared_one_by_one_where_the_engine_has_no_arrays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = SQLiteStore.statements._replace(posting_columns="SELECT array_of(seq) FROM posting WHERE seq > ? AND ?")
    monkeypatch.setattr(SQLiteStore, "statements", without)
    path = tmp_path / "bok.sifund"
    make_book(path)
    assert codes(path) == set()
    with unguarded(path) as connection:
        connection.execute("UPDATE posting SET ore = ore * 2")
    assert codes(path) == {"PROJECTION_DIFFERS"}


def test_an_account_changed_after_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "bok.sifund"
    make_book(path)
    with closing(SQLiteStore(path)) as store:
        with unguarded(path) as connection:
            connection.executescript(
                "UPDATE account SET id = 12 WHERE id = 2; UPDATE posting SET account = 12 WHERE account = 2;"
                "UPDATE account SET id = 2 WHERE id = 4; UPDATE posting SET account = 2 WHERE account = 4;"
                "UPDATE account SET id = 4 WHERE id = 12; UPDATE posting SET account = 4 WHERE account = 12"
            )
        assert faults_of(store) == []
        with unguarded(path) as connection:
            connection.execute("UPDATE account SET fund = 'annan' WHERE id = 4")
        assert {finding.code for finding in faults_of(store)} == {"PROJECTION_DIFFERS"}


def test_one_posting_changed_in_a_long_book(tmp_path: Path) -> None:
    path = tmp_path / "bok.sifund"
    chain = small_journal()
    for i in range(2 * PORTION):
        chain.move(FREE, FUND, i + 1)
    make_book(path, chain.rows)
    assert codes(path) == set()
    changed = PORTION + 7
    with unguarded(path) as connection:
        connection.execute("UPDATE posting SET ore = ore + 1 WHERE seq = ? AND line = 2", (changed,))
    with closing(SQLiteStore(path)) as store:
        assert [(finding.code, finding.place) for finding in faults_of(store)] == [
            ("PROJECTION_DIFFERS", f"post {changed}")
        ]


def test_records_that_have_been_read_are_not_verified_again(tmp_path: Path) -> None:
    path = tmp_path / "bok.sifund"
    rows = make_book(path)
    with closing(SQLiteStore(path)) as store:
        scan = store.scan()
        head = Head(next(scan).seq, rows[0].hash)
        links = list(verify(scan, EVENTS, after=head))
    assert [(link.seq, link.findings) for link in links] == [(row.seq, ()) for row in rows[1:]]


def test_a_part_whose_end_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "bok.sifund"
    make_book(path)
    with closing(SQLiteStore(path)) as store:
        with unguarded(path) as connection:
            connection.execute("DELETE FROM record WHERE seq = 3")
        with pytest.raises(UnreadableInput, match="record 3 and those after"):
            list(store.scan(2, 3))


def test_a_file_overwritten_while_it_is_open(tmp_path: Path) -> None:
    path = tmp_path / "bok.sifund"
    rows = make_book(path)
    with closing(SQLiteStore(path)) as store:
        size = path.stat().st_size
        path.write_bytes(b"x" * size)
        chain = Chain(small_journal().head)
        chain.move(FREE, FUND, 1)
        for attempt in (lambda: list(store.scan()), store.balances, store.head, lambda: write(store, chain.rows)):
            with pytest.raises(UnreadableInput, match="BOOK_DAMAGED"):
                attempt()
        assert path.read_bytes() == b"x" * size
    assert len(rows) == 6


def test_every_byte_of_every_record_counts(tmp_path: Path) -> None:
    path = tmp_path / "bok.sifund"
    rows = make_book(path)
    with closing(SQLiteStore(path)) as store, unguarded(path) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        for row in rows:
            for place in range(len(row.data)):
                changed = row.data[:place] + bytes([row.data[place] ^ 1]) + row.data[place + 1 :]
                connection.execute("UPDATE record SET data = ? WHERE seq = ?", (changed, row.seq))
                assert "CHAIN_HASH" in {finding.code for finding in faults_of(store)}
            connection.execute("UPDATE record SET data = ? WHERE seq = ?", (row.data, row.seq))
        assert faults_of(store) == []


def test_a_cut_tail_is_found_against_a_checkpoint(tmp_path: Path) -> None:
    path = tmp_path / "bok.sifund"
    rows = make_book(path)
    checkpoint = Checkpoint.of(Head(rows[-1].seq, rows[-1].hash))
    with unguarded(path) as connection:
        connection.execute("DELETE FROM record WHERE seq > 3")
        connection.execute("DELETE FROM posting WHERE seq > 3")
    with closing(SQLiteStore(path)) as store:
        kept = list(store.scan())
        assert faults_of(store) == []
    heads = [Head(row.seq, row.hash) for row in kept]
    assert [finding.code for finding in checkpoint_faults(heads, [checkpoint])] == ["CHECKPOINT_NOT_FOUND"]


def test_an_old_copy_is_found_against_a_checkpoint(tmp_path: Path) -> None:
    path, copy = tmp_path / "bok.sifund", tmp_path / "kopia.sifund"
    rows = make_book(path)
    shutil.copy(path, copy)
    with closing(SQLiteStore(path)) as store:
        chain = Chain(small_journal().head)
        write(store, [chain.move(FREE, FUND, 5)])
    checkpoint = Checkpoint.of(chain.head)
    with closing(SQLiteStore(copy)) as store:
        assert faults_of(store) == []
        heads = [Head(row.seq, row.hash) for row in store.scan()]
    assert len(heads) == len(rows)
    assert [finding.code for finding in checkpoint_faults(heads, [checkpoint])] == ["CHECKPOINT_NOT_FOUND"]


def contents(store: SQLiteStore) -> tuple[object, ...]:
    """All that a store tells of its journal."""
    return (
        list(store.scan()),
        store.head(),
        store.balances(),
    )


def dense_book(path: Path) -> tuple[object, ...]:
    """A book with little free space, inner pages and overflowing records, in pages of 512 bytes."""
    chain = small_journal()
    for i in range(4):
        chain.move(FREE, FUND._replace(project=f"P{i}"), i + 1, note="n" * 700 * (i % 2) or None)
    chain.add(Moved("lång " * 300))
    chain.add(NoteBlotted(8))
    make_book(path, chain.rows)
    with raw(path) as connection:
        connection.execute("PRAGMA page_size=512")
        connection.execute("VACUUM")
    with closing(SQLiteStore(path)) as store:
        assert faults_of(store) == []
        return contents(store)


def check_flips(folder: Path, places: int | None, masks: tuple[int, ...]) -> None:
    original = folder / "original.sifund"
    expected = dense_book(original)
    data = original.read_bytes()
    path = folder / "bok.sifund"
    shutil.copy(original, path)
    everywhere = range(len(data))
    chosen = everywhere if places is None else sorted(random.Random(20140428).sample(everywhere, places))
    for place in chosen:
        for mask in masks:
            with path.open("r+b", buffering=0) as file:
                file.seek(place)
                file.write(bytes([data[place] ^ mask]))
            found = codes(path)
            if not found:
                with closing(SQLiteStore(path)) as store:
                    assert contents(store) == expected, (place, mask)
            assert path.stat().st_size == len(data)
        with path.open("r+b", buffering=0) as file:
            file.seek(place)
            file.write(data[place : place + 1])
    assert path.read_bytes() == data
    assert {file.name for file in folder.iterdir()} == {"original.sifund", "bok.sifund"}


def test_a_flipped_byte_is_found_or_changes_nothing(tmp_path: Path) -> None:
    check_flips(tmp_path, 300, (0x01,))


@pytest.mark.slow
def test_every_flipped_byte_is_found_or_changes_nothing(tmp_path: Path) -> None:
    for name, places, mask in (("one bit", None, 0x01), ("all bits", 3000, 0xFF)):
        folder = tmp_path / name
        folder.mkdir()
        check_flips(folder, places, (mask,))


def test_a_chain_made_anew_is_found_against_a_checkpoint(tmp_path: Path) -> None:
    path = tmp_path / "bok.sifund"
    rows = make_book(path)
    checkpoint = Checkpoint.of(Head(rows[-1].seq, rows[-1].hash))
    forged = Chain()
    for i in range(len(rows)):
        forged.move(FREE, FUND, i + 1)
    path.unlink()
    make_book(path, forged.rows)
    with closing(SQLiteStore(path)) as store:
        assert faults_of(store) == []
        heads = [Head(row.seq, row.hash) for row in store.scan()]
    assert checkpoint_faults(heads, [checkpoint])
