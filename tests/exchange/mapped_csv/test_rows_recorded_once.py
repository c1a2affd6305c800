"""A row of a source is recorded once: the file again, grown, changed, cut; and nothing is half recorded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sifund_ledger import Book, Decision, Refused, open_book, presets, sek
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.program import run
from sifund_ledger.exchange import parse_csv_mapping, parse_event_rows
from sifund_ledger.exchange.mapped_csv.posting import PostedRows

KF = Decision.parse("KF 2014-04-28 § 31")
COLUMNS = """
rader = "händelser"
källa = "Öronmärkningar"
{more}
[kolumner]
fond = "Fond"
belopp = "Belopp"
[fast]
gör = "öronmärk"
resultatår = 2013
beslut = "KF 2014-04-28 § 31"
"""
BY_PLACE = parse_csv_mapping(COLUMNS.format(more=""))
BY_NUMBER = parse_csv_mapping(COLUMNS.format(more='radnyckel = ["Ver"]'))
Rows = Sequence[tuple[str, int]]


def filled(path: Path | None = None) -> Book:
    book = open_book(path, create="Ale kommun", actor="ekonomi")
    book.open_equity(2012, sek(400_000_000), opening_deficits=[], decision=KF)
    book.record_result(2013, sek(90_000_000))
    for fund in ("social", "skola"):
        book.create_fund(fund, policy=presets.tomelilla_earmark, decision=KF)
    return book


def text(rows: Rows, numbers: Sequence[object] = ()) -> bytes:
    numbers = numbers or range(1, len(rows) + 1)
    lines = (f"A{number};{fund};{amount}" for number, (fund, amount) in zip(numbers, rows, strict=True))
    return "\n".join(("Ver;Fond;Belopp", *lines, "")).encode()


def post(book: Book, data: bytes, mapping: Any = BY_PLACE) -> PostedRows:
    return parse_event_rows(data, mapping, name="uttag.csv").post(book)


def set_aside(book: Book) -> list[tuple[str, int]]:
    return [
        (record.event.fund, record.event.ore // 100)  # type: ignore[attr-defined]
        for record in book.records()
        if record.event.kind == "set_aside"
    ]


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    return [(finding.place, finding.code) for finding in refused.value.findings]


ROWS = st.lists(st.tuples(st.sampled_from(("social", "skola")), st.integers(1, 5)), min_size=1, max_size=4)


@pytest.mark.parametrize("mapping", [BY_PLACE, BY_NUMBER], ids=["by place", "by number"])
@given(parts=st.lists(ROWS, min_size=1, max_size=3))
@settings(max_examples=12)
def test_a_file_that_grows_records_its_new_rows_alone(mapping: Any, parts: list[Any]) -> None:
    """Whatever the parts, and with two rows alike: the book has each row once, in order."""
    book, rows = filled(), list[tuple[str, int]]()
    for part in parts:
        rows += part
        for times in range(2):
            posted = post(book, text(rows), mapping)
            assert len(posted.records) == (0 if times else 2 * len(part))
        assert [each.code for each in posted.findings] == ["CSV_ROWS_KNOWN"]
    assert set_aside(book) == rows


@given(rows=ROWS, at=st.integers(0, 3), amount=st.integers(6, 9))
@settings(max_examples=12)
def test_a_row_that_has_changed_is_refused_with_what_was_recorded(rows: Any, at: int, amount: int) -> None:
    book, at = filled(), at % len(rows)
    post(book, text(rows))
    changed, head = [*rows], book.head
    changed[at] = (rows[at][0], amount)
    with pytest.raises(Refused) as refused:
        post(book, text([*changed, ("social", 1)]))

    assert codes(refused) == [(f"uttag.csv:{at + 2}", "KEY_OF_OTHER_CONTENT")]
    message = refused.value.findings[0].message_sv
    assert f"{rows[at][1]} kr" in message
    assert f"{amount} kr" in message
    assert book.head == head


def test_every_row_that_has_changed_is_named() -> None:
    book = filled()
    post(book, text([("social", 1), ("social", 2), ("skola", 3)]))
    with pytest.raises(Refused) as refused:
        post(book, text([("social", 5), ("social", 2), ("skola", 4)]))
    assert [place for place, _ in codes(refused)] == ["uttag.csv:2", "uttag.csv:4"]


def test_nothing_is_half_recorded_and_the_row_is_named() -> None:
    book = filled()
    head = book.head
    with pytest.raises(Refused) as refused:
        post(book, text([("social", 1), ("okänd", 2), ("skola", 3)]))
    assert codes(refused)[0] == ("uttag.csv:3:Fond: händelse[2].fond: okänd", "FUND_UNKNOWN")
    assert book.head == head


def test_rows_known_by_number_may_come_in_any_order_and_in_parts() -> None:
    book = filled()
    post(book, text([("social", 1), ("skola", 2)], numbers=(7, 8)), BY_NUMBER)
    posted = post(book, text([("skola", 3), ("skola", 2)], numbers=(9, 8)), BY_NUMBER)
    assert [each.code for each in posted.findings] == ["CSV_ROWS_KNOWN"]
    assert set_aside(book) == [("social", 1), ("skola", 2), ("skola", 3)]


def test_two_rows_of_one_number_are_two_rows() -> None:
    book = filled()
    data = text([("social", 1), ("social", 1)], numbers=(7, 7))
    assert [len(post(book, data, BY_NUMBER).records) for _ in range(2)] == [4, 0]
    assert set_aside(book) == [("social", 1), ("social", 1)]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6))
@settings(max_examples=20)
def test_rows_with_one_row_key_are_warned_of_before_anything_is_recorded(numbers: list[int]) -> None:
    data = text([("social", 1)] * len(numbers), numbers)
    assert not parse_event_rows(data, BY_PLACE).findings
    found = parse_event_rows(data, BY_NUMBER, name="uttag.csv").findings
    again = [at for at, number in enumerate(numbers) if number in numbers[:at]]
    assert [(each.code, each.place) for each in found] == [
        ("CSV_ROW_KEY_SHARED", f"uttag.csv:{at + 2}") for at in again[:1]
    ]
    if again:
        words = f"{len(again)} {'row has' if len(again) == 1 else 'rows have'} the same row key"
        assert found[0].message == f"{words} as an earlier row of the file, the first: A{numbers[again[0]]}."


def test_a_file_without_rows_that_were_recorded_says_so() -> None:
    book = filled()
    post(book, text([("social", 1), ("social", 2)]))
    gone, known = post(book, text([("social", 1)])).findings
    assert (gone.code, known.code) == ("CSV_ROWS_GONE", "CSV_ROWS_KNOWN")
    assert gone.message == "1 row was recorded from “Öronmärkningar” before and cannot be found in the file."


def test_rows_are_not_recorded_again_under_another_row_key() -> None:
    book = filled()
    post(book, text([("social", 1)]))
    with pytest.raises(Refused) as refused:
        post(book, text([("social", 1)]), BY_NUMBER)
    assert codes(refused) == [("uttag.csv", "CSV_ROW_KEY_OTHER")]


def test_the_file_may_be_called_anything_and_saved_by_another_program() -> None:
    book = filled()
    post(book, text([("social", 1)]))
    again = b'\xef\xbb\xbfsep=;\r\n"Anm";"Belopp";"Fond"\r\n"x";"1 kr";"social"\r\n'
    assert not parse_event_rows(again, BY_PLACE, name="uttag (1).csv").post(book).records


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    filled(tmp_path / "ale.sifund").close()
    (tmp_path / "m.toml").write_text(COLUMNS.format(more=""), encoding="utf-8")
    (tmp_path / "uttag.csv").write_bytes(text([("social", 1), ("skola", 2)]))
    return tmp_path


def head(folder: Path) -> int:
    with open_book(folder / "ale.sifund") as book:
        return book.head.seq


def test_the_command_shows_first_and_records_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command, before = ["import", "csv", "uttag.csv", "--mapping", "m.toml", "--to", "ale.sifund"], head(folder)

    assert run(command) == ExitCode.DONE
    assert "öronmärk" in capsys.readouterr().out
    assert head(folder) == before

    assert run([*command, "--post", "--actor", "ekonomi"]) == ExitCode.DONE
    assert "uttag.csv:3" in capsys.readouterr().out
    assert head(folder) == before + 4

    assert run([*command, "--post", "--actor", "ekonomi"]) == ExitCode.DONE
    assert "2 rader är registrerade från ”Öronmärkningar” förut" in capsys.readouterr().err
    assert head(folder) == before + 4

    assert run([*command, "--post", "--actor", "ekonomi", "--source", "Andra"]) == ExitCode.DONE
    assert head(folder) == before + 8


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--post"], "USAGE_MISSING"),
        (["--to", "ale.sifund", "-O", "toml"], "OPTION_WITHOUT_USE"),
        (["--year", "2013"], "OPTION_WITHOUT_EFFECT"),
        (["--to", "ale.sifund", "--post"], "ACTOR_NOT_GIVEN"),
    ],
)
def test_what_has_no_use_is_refused(
    folder: Path, arguments: list[str], code: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SIFUND_ACTOR", raising=False)
    before = head(folder)
    assert run(["import", "csv", "uttag.csv", "--mapping", "m.toml", *arguments]) == ExitCode.USAGE
    assert code in capsys.readouterr().err
    assert head(folder) == before
