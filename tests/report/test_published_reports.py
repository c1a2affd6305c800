"""Beside five printed annual reports: the same rows in the same order with the same labels, from a file of labels each.

What the municipalities printed is read from the public data; what the report prints is kept in ``golden`` too.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
from published_tables import published_in

from sifund_ledger import open_book, sek
from sifund_ledger.amounts import canonical_amount
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.program import run
from sifund_ledger.exchange import read_figures
from sifund_ledger.report import Report, read_labels, year_report

DATA = Path(__file__).parents[1] / "data" / "published"
GOLDEN = Path(__file__).parent / "golden"
PUBLISHED = [
    Path(__file__).parents[3] / "shared" / "data" / name
    for name in ("published_tables.yaml", "published_tables_2.yaml")
]


class Case(NamedTuple):
    """A printed report: the tables of the public data, the year's first; the reserve that the first year opened with,
    where it is not in the figures; the decimals; the tables of ours that stand beside; what differs, printed minus
    ours."""

    name: str
    printed: tuple[str, ...]
    reserve: str
    decimals: int = 0
    tables: tuple[str, ...] = ("statement",)
    differs: Mapping[tuple[str, int], str] = MappingProxyType({})


CASES = (
    Case("malmo-2015", ("malmo-2015", "malmo-2014"), "12 000 000"),
    Case("goteborg-2018", ("goteborg-2018", "goteborg-2017"), "869 000 000"),
    Case("stockholm-2022", ("stockholm-2022",), "0"),
    Case(
        "vannas-2019", ("vannas-2019",), "24 700 000", 1, ("statement", "reserves", "deficit_roll"),
        {("Årets resultat efter balanskravsjusteringar", 2019): "-0.1", ("Årets balanskravsresultat", 2019): "-0.1"},
    ),
    Case("vansbro-2017", ("vansbro-2017", "vansbro-2016"), "4 904 000"),
)  # fmt: skip


def report_of(case: Case) -> Report:
    """The annual report of a book that has the figures and nothing else: the printed pages say no opening equity."""
    figures = read_figures(DATA / f"{case.name}.figures.toml")
    book = open_book(create=figures.entity, actor="ekonomi", salt=lambda: bytes(16))
    first = figures.years[0].year
    book.open_equity(
        first - 1, sek(0), opening_deficits=[], equalisation_reserve=sek(case.reserve), decision="KF 2013-04-30 § 1"
    )
    for year in figures.years:
        book.year_end(year.year, year).post()
    labels = read_labels(DATA / f"{case.name}.labels.toml")
    return year_report(book, figures.years[-1].year, unit=figures.unit, decimals=case.decimals, labels=labels)


def tables_of(case: Case):
    tables = {table.code: table for table in report_of(case).tables}
    return [tables[code] for code in case.tables]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_rows_are_printed_as_a_person_has_seen_them(case):
    """Made anew with ``python tests/report/test_published_reports.py``, and looked at, when it should change."""
    printed = "\n\n".join(table.text() for table in tables_of(case))
    assert f"{printed}\n" == (GOLDEN / f"published-{case.name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_rows_are_those_of_the_printed_report_in_its_order(case):
    published = printed_tables()
    if not published:
        pytest.skip("the public data are not beside the project")
    rows = [row for table in tables_of(case) for row in table.rows]
    years = [published[name] for name in case.printed]
    for position, printed in enumerate(years, 1):
        assert [row.cells[0] for row in rows] == [row["label"] for row in printed["rows"]]
        found = {}
        for row, of_print in zip(rows, printed["rows"], strict=True):
            ours = Decimal(
                canonical_amount(row.cells[position], "mkr" if printed["unit"] == "mnkr" else printed["unit"])
            )
            if difference := Decimal(str(of_print["amount"] or 0)) - ours:  # an empty cell there is a zero here
                found[of_print["label"], printed["year"]] = str(difference)
        assert found == {key: value for key, value in case.differs.items() if key[1] == printed["year"]}


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_command_prints_them_of_the_figures_alone(case, capsys):
    """Without a book, and so without decisions that are made up; the rows below the result of Vännäs need one."""
    figures, labels = (str(DATA / f"{case.name}.{kind}.toml") for kind in ("figures", "labels"))
    assert run(["balance-requirement", figures, "--labels", labels]) == 0
    printed = capsys.readouterr().out.replace("\xa0", " ")
    golden = (GOLDEN / f"published-{case.name}.txt").read_text(encoding="utf-8").replace("\xa0", " ")
    assert golden.split("\n\n")[0].rstrip() in printed
    assert run(["balance-requirement", figures, "--labels", labels, "-O", "json"]) == ExitCode.USAGE
    assert "OPTION_WITHOUT_USE" in capsys.readouterr().err


def printed_tables() -> dict[str, dict[str, Any]]:
    tables = [published_in(file) for file in PUBLISHED if file.is_file()]
    return {table["id"]: table for each in tables for table in each}


if __name__ == "__main__":
    for each in CASES:
        text = "\n\n".join(table.text() for table in tables_of(each))
        (GOLDEN / f"published-{each.name}.txt").write_text(f"{text}\n", encoding="utf-8")
