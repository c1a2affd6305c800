"""Snapshots of books: what goes on from one is what every record comes to, and what does not fit is not used."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from enum import Enum
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from models.corrections import folded
from models.growing import book_of
from models.snapshots import BY_RECORD, all_of, assert_goes_on, begun_at

from sifund_ledger import Book, Decision, ExceptionalGround, UnreadableInput, YearFigures, open_book, presets, sek
from sifund_ledger.balance.figures.year_figures import GroundEffect
from sifund_ledger.cli.books import snapshot_folder
from sifund_ledger.cli.program import run
from sifund_ledger.errors import StoreUnavailable
from sifund_ledger.funds.policy.choices import ReorganisationRule
from sifund_ledger.funds.state.fund_events import SetAside
from sifund_ledger.ledger.by_record import NumbersBy
from sifund_ledger.ledger.canonical.reading import decode_portion
from sifund_ledger.ledger.canonical.values import Unfit, read_values, values_text
from sifund_ledger.money import from_ore
from sifund_ledger.programme.choices import GoalLevel, Steering
from sifund_ledger.store import PostgresStore, SQLiteStore, opening
from sifund_ledger.store.snapshots import Snapshots, digest_of_folds
from sifund_ledger.testing.sound_books import sound_book
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.snapshots import state_text

KF = Decision.parse("KF 2014-04-28 § 31")


def clock() -> datetime:
    return datetime(2021, 6, 30, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with something of everything in it, in a file."""
    path = tmp_path_factory.mktemp("sound") / "bok.sifund"
    with sound_book() as book:
        SQLiteStore.create(path, rows=book.store.scan()).close()
    return path


@pytest.fixture
def path(sound: Path, tmp_path: Path) -> Path:
    copied = tmp_path / "bok.sifund"
    shutil.copyfile(sound, copied)
    return copied


@pytest.fixture
def kept(path: Path, tmp_path: Path) -> Path:
    """The folder with a snapshot of the book, as it is opened from then on."""
    folder = tmp_path / "kept"
    with open_book(path) as book:
        Snapshots(folder).keep(path, book._state)
    assert Snapshots(folder).read(path)
    return folder


def opened(path: Path, kept: Path | None, actor: str = "") -> Book:
    return open_book(path, actor=actor, clock=clock, salt=lambda: bytes(16), snapshots=kept)


def is_from_snapshot(book: Book) -> bool:
    return isinstance(book._recorder.state.register._sources, NumbersBy)


@pytest.mark.parametrize("step", [9, pytest.param(1, marks=pytest.mark.slow)])
def test_a_snapshot_at_any_record_and_the_rest_come_to_every_record(step: int) -> None:
    with sound_book() as book:
        records = [*book.records()]
    assert_goes_on(records, range(1, len(records) + 1, step))


def test_so_does_one_of_a_book_with_projects_over_years() -> None:
    with book_of(projects=4, years=4) as book:
        records = [*book.records()]
    assert_goes_on(records, range(1, len(records) + 1, 29))


def test_a_snapshot_of_a_book_that_went_on_from_one_is_that_of_every_record() -> None:
    with sound_book() as book:
        records = [*book.records()]
    half = len(records) // 2
    state = begun_at(records, half, state_text(folded(records[:half])))
    for record in records[half:]:
        state.evolve(record)

    assert all_of(begun_at(records, len(records), state_text(state))) == all_of(folded(records))


@pytest.mark.parametrize("actor", ["", "ekonomi"], ids=["read", "recorded in"])
def test_what_a_book_says_and_records_is_the_same_from_a_snapshot(actor: str, path: Path, kept: Path) -> None:
    other = path.with_name("other.sifund")
    shutil.copyfile(path, other)

    with opened(path, kept, actor) as book, opened(other, None, actor) as whole:
        assert is_from_snapshot(book)
        for each in (book, whole) if actor else ():
            each.create_fund("ny", policy=presets.tomelilla_earmark, decision=KF)
            each.record_result(2019, sek("9 000 000"))
            each.set_aside("ny", sek("2 000 000"), result_year=2019, decision=KF)
            each.set_aside("ny", sek("1 000 000"), result_year=2019, decision=KF)
            each.correct(each.head.seq, reason="För mycket.", decision=KF)
            each.move_decision(KF, state="repealed")
        assert book.head == whole.head
        assert said_of(book) == said_of(whole)
        assert [*book.records()] == [*whole.records()]
        assert all_of(book._state) == all_of(whole._state)


def test_a_deficit_that_is_waived_is_so_beside_a_fund_that_waives_claims(tmp_path: Path) -> None:
    """Two choices that are the same word: what a ground does to a deficit, and a reorganisation to a board's claim."""
    path, folder = tmp_path / "bok.sifund", tmp_path / "kept"
    waived = ExceptionalGround(amount=sek(4), deficit_year=2013, reason="Sparade medel", decision=KF)
    with open_book(path, create="Ale kommun", actor="ekonomi", clock=clock) as book:
        book.open_equity(2012, sek(1000), decision=KF, opening_deficits=[])
        book.create_fund("social", policy=presets.reversal_textbook.choose(reorganisation_rule="waive"), decision=KF)
        book.year_end(2013, YearFigures(net_result=sek(-10), exceptional_grounds=[waived])).post()
        book.close_year(2013, decision=KF, reason="Godkänns ändå")

    with opened(path, None) as whole:
        Snapshots(folder).keep(path, whole._state)
        with opened(path, folder) as book:
            assert is_from_snapshot(book)
            assert said_of(book) == said_of(whole)
            assert book.statement(2013).year(2013).waived_ore == 400
            assert all_of(book._state) == all_of(whole._state)


def test_a_book_in_a_database_goes_on_from_its_snapshot_too(
    sound: Path, tmp_path: Path, new_address: Callable[[], str]
) -> None:
    place, folder = new_address(), tmp_path / "kept"
    with open_book(sound) as book:
        PostgresStore.create(place, rows=[*book.store.scan()]).close()
        Snapshots(folder).keep(place, book._state)
        expected = all_of(book._state)

    for actor in ("", "ekonomi"):
        with open_book(place, actor=actor, snapshots=folder) as book:
            assert is_from_snapshot(book)
            assert all_of(book._state) == expected


def test_where_snapshots_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert snapshot_folder() is None
    monkeypatch.setenv("SIFUND_SNAPSHOTS", str(tmp_path))
    assert snapshot_folder() == tmp_path
    monkeypatch.setenv("USERPROFILE" if os.name == "nt" else "HOME", str(tmp_path))
    monkeypatch.setenv("SIFUND_SNAPSHOTS", "~/bilder")  # as it is in quotes, or in a file of variables
    assert snapshot_folder() == tmp_path / "bilder"
    monkeypatch.delenv("SIFUND_SNAPSHOTS")
    monkeypatch.setenv("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", str(tmp_path))
    assert snapshot_folder() == tmp_path / "sifund"
    monkeypatch.setenv("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "beside")
    assert snapshot_folder() is None


def test_where_no_snapshot_can_be_kept_the_book_is_opened_all_the_same(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_BEHIND", 1)
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with opened(path, folder) as book:
            assert not is_from_snapshot(book)


def test_what_a_program_that_was_killed_left_half_written_goes_with_the_next_snapshot(path: Path, kept: Path) -> None:
    old, new, other = (kept / name for name in (f".sifund-{'0' * 16}.part", f".sifund-{'1' * 16}.part", "eget.txt"))
    for each in (old, new, other):
        each.write_bytes(b"x")
    for each in (old, other):
        os.utime(each, (0, 0))
    with open_book(path) as book:
        Snapshots(kept).keep(path, book._state)
    assert {each.name for each in kept.iterdir() if each.suffix != ".snapshot"} == {new.name, other.name}


@pytest.mark.skipif(os.name != "posix", reason="a folder that one stands in, as POSIX lets it go")
def test_where_the_folder_that_one_stands_in_is_gone_the_book_is_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    for folder in (None, tmp_path / "kept"):
        with pytest.raises(StoreUnavailable):
            opened(Path("bok.sifund"), folder)


def said_of(book: Book) -> list[Any]:
    last = max(book.years)
    funds = [(book.fund(name), book.fund(name).tables()) for name in book.funds]
    return [
        book.balances, funds, [book.project(name) for name in book.projects], book.equity_note(last),
        book.statement(last).text("sv"), book.period(last), book.comparison(last),
    ]  # fmt: skip


def test_opening_from_a_snapshot_reads_one_record_however_many_there_are(tmp_path: Path) -> None:
    read = []
    for count in (20, 900):
        place, folder = tmp_path / f"{count}.sifund", tmp_path / f"kept {count}"
        with open_book(place, create="Storköping", actor="ekonomi", clock=clock) as book, book.batch():
            book.open_equity(2010, sek("9 000 000"), opening_deficits=[], decision=KF)
            book.record_result(2011, sek("90 000"))
            book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
            for _ in range(count):
                book.set_aside("social", sek(1), result_year=2011, decision=KF)
        with open_book(place) as book:
            Snapshots(folder).keep(place, book._state)
        decoded: list[int] = []

        def called(frame: FrameType, event: str, _: object, decoded: list[int] = decoded) -> None:
            if event == "call" and frame.f_code is decode_portion.__code__:
                decoded.append(len(frame.f_locals["datas"]))

        sys.setprofile(called)
        try:
            opened(place, folder, "ekonomi").close()
        finally:
            sys.setprofile(None)
        read.append(sum(decoded))

    assert read[0] == read[1] <= 1


def test_a_snapshot_is_taken_once_enough_stands_behind_the_last(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_BEHIND", 40)
    folder = tmp_path / "kept"

    opened(path, folder).close()
    with opened(path, folder, "ekonomi") as book:
        assert is_from_snapshot(book)
        head = book.head
        for _ in range(20):
            book.create_fund(f"fond {book.head.seq}", policy=presets.tomelilla_earmark, decision=KF)
    with opened(path, folder, "ekonomi") as book:
        for _ in range(20):
            book.create_fund(f"fond {book.head.seq}", policy=presets.tomelilla_earmark, decision=KF)
    assert Snapshots(folder).read(path).head == head
    opened(path, folder).close()
    assert Snapshots(folder).read(path).head.seq == head.seq + 40


def test_a_snapshot_that_is_changed_anywhere_is_not_used(path: Path, kept: Path) -> None:
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    first = whole.index(b"\n")
    places = [*range(0, first + 2, 7), *range(first, len(whole), len(whole) // 40)]
    changed = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in places]
    with opened(path, None) as book:
        expected = all_of(book._state)

    for data in [*changed, whole[:-1], whole[: first + 1], whole + b" ", b""]:
        file.write_bytes(data)
        assert Snapshots(kept).read(path) is None
    with opened(path, kept) as book:
        assert not is_from_snapshot(book)
        assert all_of(book._state) == expected


def test_a_text_that_is_signed_for_but_none_of_ours_is_not_used(path: Path, kept: Path) -> None:
    (file,) = kept.iterdir()
    _, head, text = file.read_bytes().split(b"\n")
    others = (b"", b"[]", b"{}", text.replace(b'"made"', b'"mad"'), text.replace(b"_numbers", b"_number"), text[:-9])
    for other in others:
        data = head + b"\n" + other
        file.write_bytes(sha256(data).hexdigest().encode() + b"\n" + data)
        for actor in ("", "ekonomi"):
            with opened(path, kept, actor) as book:
                assert not is_from_snapshot(book)


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_a_snapshot_that_another_could_have_written_is_not_used(path: Path, kept: Path, tmp_path: Path) -> None:
    (file,) = kept.iterdir()
    for place, mode in ((file, 0o620), (file, 0o602), (kept, 0o770)):
        before = place.stat().st_mode
        place.chmod(mode)
        assert Snapshots(kept).read(path) is None
        place.chmod(before)
    assert Snapshots(kept).read(path)
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    assert Snapshots(kept).read(path) is None


def test_a_snapshot_of_another_history_is_not_used(path: Path, kept: Path) -> None:
    earlier = path.with_name("earlier.sifund")
    with opened(path, None) as book:
        rows = [*book.store.scan()]
    for history in (rows[:20], rows[:-1]):
        SQLiteStore.create(earlier, rows=history).close()
        earlier.replace(path)
        for actor in ("", "ekonomi"):
            with opened(path, kept, actor) as book:
                assert not is_from_snapshot(book)
                assert book.head.seq == len(history)


def tampered(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (
            "UPDATE record SET data = CAST(replace(data, 'social', 'sociax') AS BLOB) WHERE seq = 5",
            "read",
        ),
        ("UPDATE record SET hash = zeroblob(32) WHERE seq = 5", "read"),
        ("UPDATE posting SET ore = ore + 1 WHERE seq = 2 AND line = 1", "read"),
        ("UPDATE record SET hash = zeroblob(32) WHERE seq = (SELECT max(seq) FROM record)", "read, recorded in"),
    ],
)
def test_what_was_done_to_a_book_is_found_as_far_as_each_way_proves(
    statement: str, found: str, path: Path, kept: Path
) -> None:
    tampered(path, statement)
    with pytest.raises(UnreadableInput) as whole:
        opened(path, None)

    with pytest.raises(UnreadableInput) as read:
        opened(path, kept)
    assert read.value.findings == whole.value.findings
    if "recorded in" in found:
        with pytest.raises(UnreadableInput) as recorded:
            opened(path, kept, "ekonomi")
        assert recorded.value.findings == whole.value.findings
    else:
        opened(path, kept, "ekonomi").close()
    assert run(["verify", str(path)]) == 3


def test_verifying_and_auditing_never_read_a_snapshot(
    path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIFUND_SNAPSHOTS", str(kept))
    assert snapshot_folder() == kept
    opens = []
    monkeypatch.setattr(Snapshots, "read", lambda self, place: opens.append(place))

    for line in ("verify {}", "audit {}", "stats {}", "checkpoint {}", "export xlsx {} -o {}.xlsx"):
        run(line.format(*[path] * 2).split())
    assert opens == []
    assert run(["show", str(path), "fund", "social"]) == 0
    assert opens == [str(path)]


def test_a_snapshot_is_of_what_folds_now(tmp_path: Path) -> None:
    package = Path(opening.__file__).parents[1]
    copied = tmp_path / "sifund_ledger"
    shutil.copytree(package, copied, ignore=shutil.ignore_patterns("__pycache__"))
    assert digest_of_folds(copied) == digest_of_folds()
    state = BookState()
    classes = {each for fold in (*state._folds, state) for each in type(fold).__mro__[:-1]}
    folding = {sys.modules[each.__module__].__file__ for each in classes}
    for fold in state._folds:
        folding |= {each.__code__.co_filename for each in getattr(type(fold), "folded", {}).values()}
    ours = sorted(Path(each).relative_to(package) for each in folding if each and Path(each).is_relative_to(package))
    assert len(ours) > 8

    for name in (*ours, Path("law/reserves.py"), Path("decisions.py")):
        file = copied / name
        before = file.read_bytes()
        file.write_bytes(before + b"\n")
        digest_of_folds.cache_clear()
        assert digest_of_folds(copied) != digest_of_folds()
        file.write_bytes(before)
    digest_of_folds.cache_clear()


def test_every_room_of_a_state_is_kept_or_read_of_the_records() -> None:
    state = BookState()
    unkept = {(name, each) for name, fold in state.kept_folds().items() for each in fold.unkept}

    assert {*state._folds} - {*state.kept_folds().values()} == {state.drawn}
    assert unkept - {(name, "_changes") for name in state.kept_folds()} == {
        *BY_RECORD, ("register", "_sources"), ("register", "_events_of"), ("journal", "last"), ("journal", "_events"),
        ("closings", "_state"),
    }  # fmt: skip


ATOMS = (
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])) | st.dates()
    | st.fractions() | st.sampled_from(BookState().journal.periods.state(1).__class__)
    | st.integers(-(10**14), 10**14).map(from_ore) | st.just(SetAside) | st.just(KF)
    | st.sampled_from([GroundEffect.WAIVE, ReorganisationRule.WAIVE, GoalLevel.STRATEGIC, Steering.STRATEGIC])
)  # fmt: skip
VALUES = st.recursive(
    ATOMS,
    lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple)
    | st.dictionaries(st.integers() | st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


@given(VALUES)
def test_values_are_read_as_they_were_written(value: Any) -> None:
    text = values_text(value)
    read = read_values(text)
    assert (read, repr(read)) == (value, repr(value))
    assert values_text(read) == text


def test_members_of_two_classes_that_say_the_same_are_each_their_own() -> None:
    members = [GroundEffect.WAIVE, ReorganisationRule.WAIVE, GroundEffect.WAIVE]
    assert [*map(type, read_values(values_text(members)))] == [*map(type, members)]


def test_what_was_one_object_is_one_again() -> None:
    shared = [1]
    first, second, fraction = read_values(values_text([shared, shared, Fraction(1, 3)]))
    assert first is second
    assert fraction == Fraction(1, 3)


@pytest.mark.parametrize("value", [1.5, b"x", {1, 2}, clock(), object(), os.stat_result, Enum, lambda: None])
def test_what_is_no_value_is_not_written(value: object) -> None:
    with pytest.raises(Unfit):
        values_text([value])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sifund_ledger.decisions:Decision", "os:system"),
        ("sifund_ledger.decisions:Decision", "builtins:eval"),
        ("sifund_ledger.decisions:Decision", "sifund_ledger.files:discard"),
        ("sifund_ledger.decisions:Decision", "sifund_ledger.cli.demo.nowhere:Decision"),
        ("sifund_ledger.decisions:Decision", "sifund_ledger.ledger.records:Head"),
        ('"made":[["', '"made":[["x'),
        ('"value":', '"value":9'),
    ],
)
def test_a_text_names_nothing_but_values_of_ours(before: str, after: str) -> None:
    text = values_text(KF)
    assert before in text
    with pytest.raises(Unfit):
        read_values(text.replace(before, after))
