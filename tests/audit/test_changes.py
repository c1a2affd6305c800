"""What has changed: the records since a checkpoint, where two copies part, and printed amounts that have changed."""

from __future__ import annotations

import json
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from sifund_ledger import open_book, sek
from sifund_ledger.audit import Changes, audit, compare_books
from sifund_ledger.audit.changes import _printed, changed_since
from sifund_ledger.book import Book
from sifund_ledger.cli.program import run
from sifund_ledger.ledger.journal.chain import Checkpoint
from sifund_ledger.ledger.records import Head
from sifund_ledger.report import audit_report, changes_report
from sifund_ledger.store import SQLiteStore
from sifund_ledger.testing import plant, sound_book
from sifund_ledger.testing.sound_books import council
from sifund_ledger.year_end.book_state import BookState


def corrected() -> Book:
    """The sound book, with a closed year's result and reserve, and an entry, corrected in 2019."""
    book = sound_book()
    book.correct_balance_result(
        of_year=2016, amount=sek("11 000 000"), reason="Fel rad", year=2019, decision=council(2020, 70)
    )
    return book


def told(changes: Changes) -> list[tuple[int, str, int | None, int | None, tuple[int, ...]]]:
    return [(each.year, each.label.en, each.before_ore, each.after_ore, each.records) for each in changes.changed]


def test_a_continuation_has_its_records_and_what_they_changed():
    old, new = sound_book(), corrected()
    changes = compare_books(old, new)
    assert changes.findings == ()
    assert (changes.since, changes.head) == (old.checkpoint, new.checkpoint)
    assert [record.seq for record in changes.records] == [old.head.seq + 1]
    by = (old.head.seq + 1,)
    assert (2016, "Balance requirement result", 1_200_000_000, 1_100_000_000, by) in told(changes)
    assert (2016, "Left of the balance requirement result", 960_000_000, 860_000_000, by) in told(changes)
    assert {each.year for each in changes.changed} == {2016}
    assert "12 000 000  11 000 000" in changes.text()


def test_a_book_that_only_went_on_has_changed_nothing():
    records = [*sound_book().records()]
    for since in range(0, len(records), 7):
        state = BookState()
        for record in records[:since]:
            state.evolve(record)
        for each in changed_since(records, since):
            assert each.year > (state.closed_through or 0)  # a year that was printed, and not closed yet
            assert each.records


def test_the_same_book_has_no_changes():
    book = sound_book()
    changes = compare_books(book, book)
    assert (changes.records, changes.changed, changes.findings) == ((), (), ())


def write(path: Path, journal) -> Path:
    SQLiteStore.create(path, rows=journal.scan()).close()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "old.sifund", sound_book().store)
    write(tmp_path / "new.sifund", corrected().store)
    write(tmp_path / "rewritten.sifund", plant("body_forged", sound_book().records()).store)
    write(tmp_path / "amount.sifund", plant("set_aside_above_result", sound_book().records()).store)
    return tmp_path


def test_where_two_books_part_is_found_and_what_differs_in_print(folder):
    with open_book(folder / "old.sifund") as old, open_book(folder / "amount.sifund") as new:
        changes = compare_books(old, new)
        records = list(zip(old.records(), new.records(), strict=False))
    first = next(at for at, (one, other) in enumerate(records, 1) if one.hash != other.hash)
    (part,) = changes.findings
    assert (part.code, part.place) == ("BOOKS_PART", f"post {first}")
    assert changes.since.seq == first - 1
    assert changes.changed
    assert all(each.records == () for each in changes.changed)


def test_an_older_copy_says_that_it_is_one(folder, capsys):
    assert run(["diff", str(folder / "new.sifund"), str(folder / "old.sifund")]) == 1
    assert "BOOK_IS_OLDER" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["changes.txt", "changes.html"])
def test_a_file_has_the_verdict_too(folder, capsys, name):
    assert run(["diff", *(str(folder / f"{each}.sifund") for each in ("new", "old")), "-o", str(folder / name)]) == 1
    said = (folder / name).read_text(encoding="utf-8")
    assert said.count("BOOK_IS_OLDER") == 1
    assert "registrerade poster från kontrollpunkten" in said
    assert capsys.readouterr().err.count("BOOK_IS_OLDER") == 1


def test_the_command_says_where_and_what(folder, capsys):
    assert run(["diff", str(folder / "old.sifund"), str(folder / "new.sifund"), "-O", "json"]) == 0
    tree = json.loads(capsys.readouterr().out)
    assert (tree["continues"], len(tree["records"]), tree["records"][0]["event"]) == (
        True, 1, "balance_result_corrected",
    )  # fmt: skip
    (changed,) = [each for each in tree["changed"] if each["row"] == "Årets balanskravsresultat"]
    assert (changed["year"], changed["before"], changed["after"]) == (2016, "12000000", "11000000")
    assert run(["diff", str(folder / "old.sifund"), str(folder / "rewritten.sifund"), "--lang", "en"]) == 1
    printed = capsys.readouterr()
    assert "The books part at record 62" in printed.err
    assert run(["diff", str(folder / "old.sifund"), str(folder / "new.sifund"), "-O", "csv"]) == 0


def test_an_audit_since_a_checkpoint_has_the_same_list(folder, capsys):
    old, new = sound_book(), corrected()
    report = audit(new, since=str(old.checkpoint))
    assert report.since == compare_books(old, new)
    made = {section.code: section for section in audit_report(report).sections}
    assert "since" in made
    assert "Fel rad" in audit_report(report).html()
    assert audit(new).since is None
    (folder / "kontrollpunkt.txt").write_text(f"Kontrollpunkt {old.checkpoint}, 2020-06-30\n", "utf-8")
    book = str(folder / "new.sifund")
    assert run(["audit", book, "--since", str(folder / "kontrollpunkt.txt"), "-O", "json", "--lang", "en"]) == 0
    tree = json.loads(capsys.readouterr().out)
    assert [each["event"] for each in tree["since"]["records"]] == ["balance_result_corrected"]
    (folder / "tom.txt").write_text("inget", "utf-8")
    assert run(["audit", book, "--since", str(folder / "tom.txt")]) == 3
    assert "CHECKPOINT_UNREADABLE" in capsys.readouterr().err


def test_a_book_without_the_checkpoint_is_old_or_rewritten(folder, capsys):
    new = corrected()
    report = audit(sound_book(), since=str(new.checkpoint))
    assert report.since is None
    assert [each.finding.code for each in report.check("checkpoints").found or ()] == ["CHECKPOINT_NOT_FOUND"]
    assert run(["audit", str(folder / "old.sifund"), "--since", str(new.checkpoint)]) == 1
    assert "innehåller inte kontrollpunkten" in capsys.readouterr().err


def test_a_book_that_cannot_be_read_to_its_end_says_nothing_of_changes():
    records = [*sound_book().records()]
    planted = plant("hash_made_to_fit", records)
    report = audit(planted.store, since=str(Checkpoint.of(Head(records[0].seq, records[0].hash))))
    assert report.since is None
    assert audit_report(report).html()


def test_every_prefix_of_a_book_is_continued_by_the_whole(tmp_path):
    """Copies made after any record: each is continued by every later one, and by none before it."""
    store = sound_book().store
    path = write(tmp_path / "whole.sifund", store)
    sizes = (1, 12, 30, 74)
    copies = []
    for size in sizes:
        copy = tmp_path / f"{size}.sifund"
        SQLiteStore.create(copy).close()
        with closing(SQLiteStore.open(copy)) as to, to.writing():
            to.append([*store.scan(0, size)])
        copies.append(copy)
    for older, newer in pairwise([*copies, path]):
        with open_book(older) as old, open_book(newer) as new:
            assert compare_books(old, new).findings == ()
            assert compare_books(new, old).findings[0].code == "BOOK_IS_OLDER"


def test_every_printed_amount_has_a_key_of_its_own():
    """Own rows, and deficits by their years, have one code each: none may hide another."""
    book = open_book(create="Ale kommun", actor="ekonomi")
    book.open_equity(2019, sek("90 000 000"), opening_deficits=[], decision=council(2020, 1))
    for year, result in ((2020, "-5 000 000"), (2021, "-3 000 000"), (2022, "-1 000 000")):
        book.record_result(year, sek(result))
    state = BookState()
    for record in book.records():
        state.evolve(record)
    printed = [key for key, *_ in _printed(state, 2022, "sv")]
    assert len(printed) == len({*printed})
    brought = [key.label for key in printed if (key.year, key.row) == (2022, "from")]
    assert brought == ["Varav från 2020", "Varav från 2021"]


def test_a_comparison_has_every_form_of_a_report(folder):
    books = [str(folder / f"{each}.sifund") for each in ("old", "new")]
    for form in ("html", "md", "docx", "xlsx", "csv"):
        assert run(["diff", *books, "-o", str(folder / f"ändringar.{form}")]) == 0
        assert (folder / f"ändringar.{form}").stat().st_size > 200
    with open_book(books[0]) as old, open_book(books[1]) as new:
        changes, seq = compare_books(old, new), old.head.seq + 1
    for language, verdict in (("sv", "fortsätter den gamla"), ("en", "continues the old")):
        report = changes_report(changes, language=language)
        assert [section.code for section in report.sections] == ["summary", "changes", "records"]
        assert [1_200_000_000, 1_100_000_000, -100_000_000, str(seq)] in [
            [*row.cells[3:]] for row in report.tables[0].rows
        ]
        assert verdict in report.text()
