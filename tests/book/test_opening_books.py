"""Books that cannot be used: damaged, foreign, newer, cut short; found when they are opened."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest
from municipal_books import KF, Filed, clock

from sifund_ledger import Refused, UnreadableInput, open_book, sek
from sifund_ledger.testing import flip_byte, flip_byte_in_file


def opening_faults(path, **more):
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(UnreadableInput) as caught:
        open_book(path, **more)
    if before is not None:
        assert path.read_bytes() == before
    for finding in caught.value.findings:
        assert finding.place
        assert finding.remedy
    return {finding.code for finding in caught.value.findings}


def test_a_byte_flipped_within_a_record(municipal: Filed):
    municipal.book.close()
    index = municipal.path.read_bytes().rindex("Öronmärkning till social".encode())
    flip_byte_in_file(municipal.path, index + 2)
    assert opening_faults(municipal.path) >= {"CHAIN_HASH"}


def test_a_set_aside_made_larger_past_the_library(municipal: Filed):
    municipal.book.close()
    with closing(sqlite3.connect(municipal.path)) as raw:
        triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("UPDATE posting SET ore = ore * 2 WHERE seq = (SELECT seq FROM record WHERE kind = 'set_aside')")
        for _, sql in triggers:
            raw.execute(sql)
        raw.commit()
    assert opening_faults(municipal.path) == {"PROJECTION_DIFFERS"}


def test_a_foreign_and_a_missing_file(tmp_path):
    foreign = tmp_path / "annan.sifund"
    foreign.write_text("Verifikation;Belopp\n1;100\n")
    assert opening_faults(foreign, actor="ekonomi") == {"BOOK_FOREIGN"}
    assert opening_faults(tmp_path / "finns-inte.sifund") == {"BOOK_NOT_FOUND"}
    assert opening_faults(foreign, create="Exempelkommunen", actor="ekonomi") == {"BOOK_EXISTS"}


def test_a_newer_book(municipal: Filed):
    municipal.book.close()
    with closing(sqlite3.connect(municipal.path)) as raw:
        raw.execute("PRAGMA user_version = 99")
    assert opening_faults(municipal.path, actor="ekonomi") == {"BOOK_NEWER"}


def test_a_cut_tail_is_found_with_a_checkpoint(municipal: Filed, tmp_path):
    book, shorter = municipal.book, tmp_path / "förra.sifund"
    early = str(book.checkpoint)
    shutil.copy(municipal.path, shorter)
    book.record_result(2014, sek(1))
    printed = str(book.checkpoint)
    book.close()
    with open_book(municipal.path, checkpoints=[early, printed, printed.partition(":")[2]]) as whole:
        assert whole.entity == "Exempelkommunen"
        head = whole.head
    with open_book(shorter, checkpoints=[early]) as copy:
        assert copy.head.seq < head.seq
    assert opening_faults(shorter, checkpoints=[early, printed]) == {"CHECKPOINT_NOT_FOUND"}
    with pytest.raises(Refused, match="CHECKPOINT_UNREADABLE"):
        open_book(shorter, checkpoints=["12"])


def test_flipping_bytes():
    assert flip_byte(b"\x00\x01", 1, mask=0x80) == b"\x00\x81"
    with pytest.raises(IndexError, match="no byte 2"):
        flip_byte(b"ab", 2)
    with pytest.raises(ValueError, match="turns no bit"):
        flip_byte(b"ab", 0, mask=0)


def test_records_are_read_from_anywhere(municipal: Filed):
    book = municipal.book
    everything = list(book.records())
    assert [record.seq for record in everything] == list(range(1, book.head.seq + 1))
    assert list(book.records(after=3)) == everything[3:]
    assert list(book.records(after=book.head.seq)) == []
    assert list(book.records(after=99)) == []


def test_a_note_is_blotted_out_and_the_chain_holds(municipal: Filed):
    book = municipal.book
    seq = book.correct(book.head.seq, reason="Avsåg elev A", decision=KF).seq
    assert book.correction_of(seq - 1) == seq
    assert book.correction_of(seq) is None
    book.blot_note(seq, decision=KF)
    book.close()
    assert b"elev A" not in municipal.path.read_bytes()
    with open_book(municipal.path, actor="ekonomi", clock=clock) as again:
        assert [record.note for record in again.records(seq - 1)] == [None, None]
        assert again.head.seq == seq + 1
