"""A dump restores a book with the same chain, and whatever is changed in it is found."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger import open_book
from sifund_ledger.cli import main
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.dump import dump_lines
from sifund_ledger.exchange.dump.restoring import parse_dump
from sifund_ledger.store import SQLiteStore
from sifund_ledger.store.opening import open_store
from sifund_ledger.testing import sound_book

KEPT = sorted((Path(__file__).parents[1] / "data" / "books").glob("*.sifund"))


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_a_book_of_the_first_version_is_the_same_after_a_dump(kept: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(kept, tmp_path))
    with closing(open_store(path)) as store:
        rows = list(store.scan())
        dumped = parse_dump("\n".join(dump_lines(rows)).encode(), "x.jsonl")
    assert list(dumped.rows) == rows
    again = tmp_path / "again.sifund"
    SQLiteStore.create(again, rows=dumped.rows).close()
    with open_book(path) as one, open_book(again, checkpoints=[str(dumped.checkpoint)]) as other:
        assert (one.head, one.entity) == (other.head, other.entity)
        assert list(one.records()) == list(other.records())
        assert one.warnings == other.warnings


@cache
def sound_dump() -> tuple[str, ...]:
    return tuple(dump_lines(sound_book().store.scan()))


def test_what_others_read_says_what_was_recorded() -> None:
    records = list(sound_book().records())
    for line, record in zip(sound_dump()[1:], records, strict=True):
        tree = json.loads(line)
        assert (tree["seq"], tree["hash"], tree["actor"]) == (record.seq, record.hash.hex(), record.actor)
        assert tree["event"]["kind"] == record.event.kind
        assert tree["decision"] == (None if record.decision is None else str(record.decision))
        postings = record.entry.postings if record.entry else ()
        assert [each["ore"] for each in (tree["entry"] or {"postings": ()})["postings"]] == [
            each.ore for each in postings
        ]


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_is_changed_is_found(data: st.DataObject) -> None:
    text = "\n".join(sound_dump())
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from('0aZ ",{}[]:9é\n\\'))
    changed = f"{text[:place]}{other}{text[place + 1 :]}"
    try:
        read = parse_dump(changed.encode(), "x.jsonl")
    except UnreadableInput as refused:
        assert refused.findings  # noqa: PT017
        return
    whole = parse_dump(text.encode(), "x.jsonl")
    assert (read.rows, read.checkpoint) == (whole.rows, whole.checkpoint)  # what differs is the entity's name alone


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore")))
def test_any_bytes(data: bytes) -> None:
    for given_ in (data, sound_dump()[0].encode() + b"\n" + data):
        with pytest.raises(UnreadableInput):
            parse_dump(given_, "x.jsonl")


def test_lines_taken_away_doubled_or_in_another_order_are_found() -> None:
    first, *lines = sound_dump()
    for wrong in (
        lines[:-1],
        lines[1:],
        [lines[1], lines[0], *lines[2:]],
        [*lines, lines[-1]],
        [*lines[:3], *lines[4:]],
    ):
        with pytest.raises(UnreadableInput):
            parse_dump("\n".join([first, *wrong]).encode(), "x.jsonl")
    other_end = json.dumps(json.loads(first) | {"records": len(lines) - 1})
    with pytest.raises(UnreadableInput):
        parse_dump("\n".join([other_end, *lines[:-1]]).encode(), "x.jsonl")


def test_without_the_free_texts_a_dump_verifies_and_is_no_book(tmp_path: Path) -> None:
    path = tmp_path / "ale.sifund"
    with open_book(path, create="Ale", actor="ekonomi") as book:
        book.open_equity(2012, 100, opening_deficits=[], decision="KF 2013-04-29 § 40")
        book.adjust_equity(2013, 5, reason="Avsåg elev A", decision="KF 2013-04-29 § 41")
        book.correct(book.head.seq, reason="Skäl som ingen annan ska läsa", decision="KF 2013-04-29 § 42")
    with closing(open_store(path)) as store:
        lines = list(dump_lines(store.scan(), notes=False))
    assert "ingen annan" not in "".join(lines)
    dumped = parse_dump("\n".join(lines).encode(), "x.jsonl")
    with open_book(path) as book:
        assert dumped.checkpoint == book.checkpoint
    with pytest.raises(UnreadableInput, match="DUMP_WITHOUT_NOTES"):
        dumped.require_notes("x.jsonl")


def test_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_book("ale.sifund", create="Ale", actor="ekonomi") as book:
        checkpoint = book.checkpoint
    assert main(["dump", "ale.sifund", "-o", "ale.jsonl"]) == 0
    assert main(["restore", "ale.jsonl"]) == 0
    assert main(["restore", "ale.jsonl", "ny.sifund"]) == 0
    assert str(checkpoint) in capsys.readouterr().out
    assert main(["restore", "ale.jsonl", "ny.sifund"]) == 3
    assert main(["dump", "ale.sifund", "--without-notes", "-o", "utan.jsonl"]) == 0
    assert main(["restore", "utan.jsonl", "annan.sifund"]) == 3
    assert not Path("annan.sifund").exists()
    assert capsys.readouterr().err.count("DUMP_WITHOUT_NOTES") == 1
