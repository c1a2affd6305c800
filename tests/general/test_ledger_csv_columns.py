"""Rows of a journal in CSV many at once are only a quicker way to what they give one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sifund_ledger.exchange.ledgers.csv_journal import Journal, JournalRows
from sifund_ledger.exchange.ledgers.csv_vouchers import Vouchers
from sifund_ledger.exchange.ledgers.ledger_csv import take_csv
from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.text.rows import tail_of

PLAIN = {
    "datum": ["2012-01-05", "20120106", "2012-12-31", "2013-01-01"],
    "konto": ["1930", "2440", "3010"],
    "belopp": ["5.00", "-5.00", "12,50", "-100", "7.5"],
    "debet": ["", "", "5.00", "12,50", "100"],
    "kredit": ["", "", "5.00", "12,50", "100"],
    "ver": ["A1", "A2", "9", ""],
    "serie": ["A", "B", ""],
    "text": ["Hyra", "Löner i år", " Text ", ""],
    "ansvar": ["", "10", "P1"],
}
ODD = {
    "datum": ["05/01/2012", "13/01/2012", "2012-01-07T23:30:00+02:00", "x", "", " 2012-01-05"],
    "konto": ["X1", " 1930", "", "19\x1f30", "\u200b\x1f1930", "1930\u200b"],
    "belopp": ["1 234,50", "1.234", "x", "", "5.001", "0.30000000000000004", "999999999999.99", "9999999999999999"],
    "debet": ["1 234,50", "1.234", "x", " ", "5.001"],
    "kredit": ["1 234,50", "1.234", "x", " ", "5.001"],
    "ver": [" A1", "A\x1b1", "\u200bA1"],
    "serie": [" A", "\x1f"],
    "text": ['a"b', "Mo\u0308te", "\x01t", "\0q", "x;y"],
    "ansvar": [" 10", "P\x1f1", "10\u200b"],
}
HEADS = st.sampled_from(
    [
        "ver;datum;konto;belopp", "datum;text;ver;belopp;konto;ansvar", "serie;ver;datum;konto;debet;kredit",
        "ansvar;konto;ver;kredit;debet;text;datum;serie",
    ]
)  # fmt: skip


def _line(cells: dict[str, str]) -> str:
    return ";".join(f'"{cell}"' if cell == "x;y" else cell for cell in cells.values())


def _rows(heads: str) -> st.SearchStrategy[list[str]]:
    names = heads.split(";")
    plain = st.fixed_dictionaries({name: st.sampled_from(PLAIN[name]) for name in names}).map(_line)
    odd = st.fixed_dictionaries({name: st.sampled_from([*PLAIN[name], *ODD[name]]) for name in names}).map(_line)
    broken = st.sampled_from(["", ";;;;;;;;;", "Summa", '"', 'a;"b'])
    return st.lists(plain | plain | plain | odd | odd.map("{};".format) | broken, max_size=24).map(
        lambda rows: [heads, *rows]
    )


def _read(data: bytes) -> tuple[list[str], list[str], list[str]]:
    reader, found = LedgerReader(), FileFindings("j.csv")
    take_csv(reader, data, found)
    ledger = reader.ledger()
    return list(map(str, found.all())), list(map(str, ledger.sources)), list(map(str, ledger.each_voucher()))


@settings(deadline=None, max_examples=150)
@given(HEADS.flatmap(_rows))
@example(["ver;datum;konto;belopp", *["1;2012-01-05;1930;5,00", "1;2012-01-05;2440;-5,00"] * 20, "2;x;1930;1"])
@example(["ver;datum;konto;belopp", "1;2012-01-05;1930;1.234", "1;2012-01-05;1930;5.00", "1;2012-01-06;1930;-6.23"])
def test_any_rows_are_read_the_same_either_way(lines: list[str]) -> None:
    data = "\n".join(lines).encode()
    at_once = _read(data)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Vouchers, "take_many", lambda self, lines, rows, width: False)
        assert _read(data) == at_once


def test_plain_rows_around_an_odd_one_are_taken_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []
    take = Vouchers.take
    monkeypatch.setattr(Vouchers, "take", lambda self, line, cells: (taken.append(line), take(self, line, cells))[1])
    rows = ["1;2012-01-05;1930;5.00", "1;2012-01-05;2440;-5.00"] * 1000
    rows[1001] = "1;2012-01-05;2440;-5.00 kr"
    findings, _, vouchers = _read("\n".join(["ver;datum;konto;belopp", *rows]).encode())

    assert not findings
    assert vouchers
    assert 1003 in taken
    assert len(taken) <= 16


class Row(NamedTuple):
    day: str
    number: str
    ore: int


def _gathered(rows: Sequence[Row]) -> list[tuple[str, str, list[int]]]:
    """Day, number and lines of each voucher, by its definition: year by year, in the order of the first rows."""
    found: list[tuple[str, str, list[int]]] = []
    for year in sorted({row.day[:4] for row in rows}):
        of_year = [(line, row) for line, row in enumerate(rows, 1) if row.day[:4] == year]
        for key in dict.fromkeys((row.day, row.number) for _, row in of_year):
            of_number = [(line, row) for line, row in of_year if row.number == key[1]]
            sums = {
                day: sum(row.ore for _, row in of_number if row.day == day) for day in {r.day for _, r in of_number}
            }
            if not key[1] or not any(sums.values()):
                found.append((*key, [line for line, row in of_number if row.day == key[0]]))
            elif key[0] == min(sums):
                found.append((*key, [line for line, _ in of_number]))
    return found


DAYS = st.sampled_from(["20120105", "20120106", "20121231", "20130101"])


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.builds(Row, DAYS, st.sampled_from(["1", "2", ""]), st.sampled_from([5, -5, 0])), min_size=1, max_size=12
    )
)
def test_rows_are_gathered_as_vouchers_are_defined(rows: list[Row]) -> None:
    journal = Journal()
    for line, (day, number, ore) in enumerate(rows, 1):
        journal.add(JournalRows([line], [(day, "", number)], ["1930"], [ore], [""], [f"t{line}"]))
    gathered = []
    for year in journal.years():
        ends = 0
        for (day, _, number), count, line, text, difference in zip(
            year.keys, year.counts, year.lines, year.texts, year.differences, strict=True
        ):
            lines = list(year.row_lines[ends : ends + count])
            gathered.append((day, number, lines))
            assert text == f"t{line}"
            assert rows[line - 1].day == day
            assert difference == sum(rows[each - 1].ore for each in lines) == sum(year.ores[ends : ends + count])
            own = [tail_of(details)[0] for details in year.details[ends : ends + count]]
            assert own == ["" if rows[each - 1].day == day else rows[each - 1].day for each in lines]
            ends += count
    assert gathered == _gathered(rows)
