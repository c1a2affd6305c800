"""A note that was erased behind the library's back is found; one blotted out by a record is not."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

from sifund_ledger import Decision, UnreadableInput, open_book, sek

KF = Decision.parse("KF 2014-04-28 § 32")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "bok.sifund"
    with open_book(path, create="Exempelkommunen", actor="ekonomi") as book:
        book.record_result(2013, sek(1))
        book.correct(2, reason="Fel belopp")
    return path


def test_a_note_erased_without_a_record_is_found(path):
    connection = sqlite3.connect(path, isolation_level=None)
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("UPDATE record SET note = NULL, note_salt = NULL WHERE seq = 3")
    for _, sql in triggers:
        connection.execute(sql)
    connection.close()
    with pytest.raises(UnreadableInput) as caught:
        open_book(path)
    assert [(finding.code, finding.place) for finding in caught.value.findings] == [("NOTE_GONE", "post 3")]


def test_a_note_blotted_out_by_a_record_is_no_fault(path):
    with open_book(path, actor="arkiv") as book:
        book.blot_note(3, decision=KF)
    with open_book(path) as book:
        assert [record.note for record in book.records()] == [None] * 4


def test_the_records_of_a_book_can_be_left_halfway(path, tmp_path, recwarn):
    shutil.copy(path, tmp_path / "kopia.sifund")
    with open_book(path) as book:
        records = book.records()
        assert next(records).seq == 1
        records.close()
    assert not recwarn.list
