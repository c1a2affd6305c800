"""Reports in tkr and mkr: every printed column adds up as printed, and an amount is the same everywhere (R30)."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

import pytest
from books import hostile, municipal, orebro
from hypothesis import given, settings
from hypothesis import strategies as st
from models.fund_machine import FundMachine
from models.running import NOT_SHORTENED
from models.year_end_machine import YearEndMachine
from published_tables import published_in
from reading import Page
from test_numbers_alike import assert_alike

from sifund_ledger import Book, Decision, OpeningDeficit, Refused, YearFigures, balance_requirement, sek
from sifund_ledger.amounts import ORE_PER_UNIT, Unit, rounded_unit
from sifund_ledger.exchange.tables import tables_to_csv, tables_to_json
from sifund_ledger.money import from_ore
from sifund_ledger.report import Labels, Report, fund_report, project_report, year_report
from sifund_ledger.report.document import Prose
from sifund_ledger.rounding import rounded
from sifund_ledger.sums import Sum, Term
from sifund_ledger.table import LABEL, Cell, Column, ColumnKind, Row, RowKind, Table
from sifund_ledger.testing import year_figures

UNITS = [("tkr", None), ("mkr", None), ("mkr", 0), ("kr", 0)]


def ore_of(text: str, unit: Unit) -> int:
    """A printed amount in öre, read by a reader of its own."""
    plain = text.replace("\xa0", "").replace(" ", "").replace("−", "-").replace(",", ".")
    exact = Decimal(plain) * ORE_PER_UNIT[unit]
    assert exact == int(exact)
    return int(exact)


def sums_read(rows: list[tuple[RowKind, int, int | None]]) -> list[tuple[int, list[int]]]:
    """How a reader adds up a column, by the numbers of its rows: a sum is of what stands above it, from the sum or
    heading before; what stands further in divides the row above. Told by kind and level alone."""
    found, above = [], []
    for number, (kind, level, _) in enumerate(rows):
        if kind is RowKind.HEADING:
            above = []
        elif not level:
            if kind is RowKind.SUM:
                found.append((number, above))
                above = []
            above = [*above, number]
        further = number + 1
        while further < len(rows) and rows[further][1] == level + 1:
            further += 1
        if further > number + 1 and kind is not RowKind.HEADING:
            found.append((number, [*range(number + 1, further)]))
    return found


def assert_adds_up(table: Table) -> int:
    """Every column that adds up exactly adds up as it is printed, read with the rows that rounding has; and what such
    a row takes is at most half a step for the total and for each term. Gives how many rows of rounding there are."""
    step = ORE_PER_UNIT[table.unit] // 10 ** (table.decimals or 0)
    printed = table.printed()
    for position, column in enumerate(table.columns):
        if column.kind is not ColumnKind.AMOUNT:
            continue

        def of(cells: tuple[Cell, ...], position: int = position) -> int | None:
            cell = cells[position] if position < len(cells) else None
            return cell if isinstance(cell, int) else None

        shown = [(row.kind, row.level, of(row.cells)) for row in table.rows]
        for (_, _, ore), texts in zip(shown, printed, strict=True):
            assert ore is None or ore == ore_of(texts[position], table.unit)
        exact = [of(cells) for cells in table.exact] if table.exact else [each[2] for each in shown]
        for total, terms in sums_read(shown):
            if exact[total] is not None and exact[total] == sum(exact[i] or 0 for i in terms):
                assert shown[total][2] == sum(shown[i][2] or 0 for i in terms), (table.code, column.code, total)
                own = [shown[i][2] or 0 for i in terms if table.rows[i].code.startswith("rounding")]
                assert 2 * abs(sum(own)) <= step * (len(terms) + 1)
    return sum(row.code.startswith("rounding") for row in table.rows)


def assert_across(table: Table) -> None:
    """What columns make across, they make as printed, with the column that rounding takes."""
    at = {column.code: number for number, column in enumerate(table.columns)}

    def left(of: Sum, cells: tuple[Cell, ...]) -> int:
        whole, *parts = (cells[at[code]] or 0 for code in (of.total, *(t.code for t in of.terms)) if code in at)
        signs = [term.sign for term in of.terms if term.code in at]
        return whole - sum(sign * part for sign, part in zip(signs, parts, strict=True))

    for of in table.across:
        for row, exact in zip(table.rows, table.exact, strict=False) if of.total in at else ():
            if len(row.cells) == len(table.columns) == len(exact) and left(of, exact) == 0:
                inside = at[of.terms[0].code] > at[of.total]
                beside = at.get(f"rounding.{of.total}{'.of_which' * inside}")
                assert left(of, row.cells) == (row.cells[beside] or 0 if beside is not None else 0)


def assert_rounded(report: Report) -> None:
    """All that a report in a unit promises."""
    same: dict[int, set[str]] = defaultdict(set)
    for table in report.tables:
        assert len({column.code for column in table.columns}) == len(table.columns)
        assert_adds_up(table)
        assert_across(table)
        texts = table.printed()
        for row, cells, words in zip(table.rows, table.exact or [row.cells for row in table.rows], texts, strict=True):
            for position, cell in enumerate(cells):
                amount = table.kinds[position] is ColumnKind.AMOUNT and isinstance(cell, int)
                if amount and table.code not in ("postings", "proposed_postings"):
                    assert not row.code.startswith("rounding")
                    same[cell].add(words[position])
        assert ("avrundat" in table.heading or "rounded" in table.heading) == bool(table.exact)
    assert all(len(printed) == 1 for printed in same.values())


def assert_in_every_unit(book: Book) -> None:
    """Reports of a book in each unit."""
    for unit, decimals in UNITS[:2]:
        for year in book.years[-1:]:
            for form in ("annual", "working"):
                assert_rounded(year_report(book, year, form=form, unit=unit, decimals=decimals))
        for fund in book.funds:
            assert_rounded(fund_report(book, fund, unit=unit, decimals=decimals))
        for project in book.projects:
            assert_rounded(project_report(book, project, unit=unit, decimals=decimals, language="en"))


class RoundedYearEnds(YearEndMachine):
    def teardown(self) -> None:
        assert_in_every_unit(self.book)


class RoundedFunds(FundMachine):
    def teardown(self) -> None:
        assert_in_every_unit(self.book)


_FEW = settings(NOT_SHORTENED, max_examples=8, stateful_step_count=12)


class TestRoundedReportsOfYearEnds(RoundedYearEnds.TestCase):
    settings = _FEW


class TestRoundedReportsOfFunds(RoundedFunds.TestCase):
    settings = _FEW


@pytest.mark.parametrize(("unit", "decimals"), UNITS)
def test_the_books_read_by_a_person_add_up_in_every_unit(unit, decimals):
    for book in (orebro(), hostile()):
        for form in ("annual", "working"):
            assert_rounded(year_report(book, book.years[-1], form=form, unit=unit, decimals=decimals))
    assert_rounded(project_report(orebro(), "Delvis", unit=unit, decimals=decimals))


_ORE = st.integers(-(10**12), 10**12)


@given(st.lists(st.lists(_ORE, max_size=6), max_size=4), st.sampled_from(UNITS))
def test_any_table_with_sums_adds_up_as_printed(blocks, unit):
    rows, total = [], 0
    for block in blocks:
        rows += [Row(("rad", ore), code="row") for ore in block]
        total += sum(block)
        rows.append(Row(("Summa", total), RowKind.SUM, f"sum{len(rows)}"))
        half = total // 2
        rows += [Row(("varav", ore), code="part", level=1) for ore in (half, total - half)]
    table = rounded(Table("T", (LABEL, Column("x", "x")), tuple(rows), unit=unit[0]), unit[1] or 0)
    assert_adds_up(table)
    kept = [row for row in table.rows if not row.code.startswith("rounding")]
    assert [row.code for row in kept] == [row.code for row in rows]


@given(st.lists(year_figures(), min_size=1, max_size=2, unique_by=lambda each: each.year), st.sampled_from(UNITS))
def test_what_is_to_be_restored_is_made_as_printed(figures, unit):
    table = rounded(balance_requirement(figures, opening_deficits=[]).tables()[0], 0)
    assert_adds_up(table)
    row = {each.code: each.cells[1] or 0 for each in table.rows if len(each.cells) > 1}
    restoring = ["exceptional_grounds", "deficits_brought_forward", "deficits_restored", "rounding.to_restore"]
    decisive = row.get("balance_requirement_result", 0)
    assert -row["to_restore"] == min(0, decisive) + sum(row.get(code, 0) for code in restoring)
    left = max(0, decisive) - row.get("deficits_restored", 0) + row.get("rounding.remaining_result", 0)
    assert row["remaining_result"] == left


@given(st.lists(_ORE.map(from_ore), min_size=1, max_size=3), st.lists(_ORE.map(abs), max_size=3))
def test_the_roll_forward_of_deficits_adds_up_as_printed(results, brought):
    opening = [OpeningDeficit(year=2016 + place, left=from_ore(ore + 1)) for place, ore in enumerate(brought)]
    figures = [YearFigures(year=2019 + place, net_result=each) for place, each in enumerate(results)]
    statement = replace(balance_requirement(figures, opening_deficits=opening), unit="tkr")
    table = rounded(statement.deficit_roll(), 0)
    assert_adds_up(table)
    cells = [(row.code, row.cells[1]) for row in table.rows]
    first = dict(reversed(cells))
    of = {code: sum(ore for each, ore in cells if each == code) for code, _ in cells}
    moved = sum(of.get(code, 0) for code in ("opening", "result", "restored", "rounding.within"))
    assert first["within"] == moved
    for total, parts in (("opening", "from"), ("closing", "due")):
        if parts in of:
            assert first[total] == of[parts] + of.get(f"rounding.{total}.of_which", 0)


PUBLISHED = {"stockholm-2020": 0, "hallsberg-2018": 0, "vannas-2019": 1}
"""Printed statements with a difference of rounding, and the decimals that they have."""
_FIGURES = {"arets_resultat": "net_result", "realisationsvinster": "realised_gains", "orealiserat": "unrealised_gains"}


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_differences_are_the_row_of_rounding(name, shared_data):
    """Exact amounts that round to those printed give the printed statement, and the difference on a row of its own."""
    tables = published_in(shared_data / "published_tables.yaml")
    table = next(each for each in tables if each["id"] == name)
    decimals = PUBLISHED[name]
    (difference,) = (each["printed_minus_computed"] for each in table["subtotal_differences"])
    amounts: dict[str, Decimal] = defaultdict(Decimal)
    for row in table["rows"]:
        if not row.get("memo"):
            amounts[row["role"]] += Decimal(str(row["amount"] or 0))
    terms = [role for role in _FIGURES if role in amounts]
    shift = Decimal(str(difference)) * 4 / 10  # of half a unit, so that every row is printed as it was
    amounts["arets_resultat"] += shift
    amounts["realisationsvinster"] += shift
    given = {_FIGURES[role]: abs(amounts[role]) for role in terms}
    figures = YearFigures(
        year=table["year"], **{key: sek(each * 10**6) for key, each in given.items()},
        reserve_allocated=sek(-amounts["rur_reservering"] * 10**6),
    )  # fmt: skip
    (statement, *_) = replace(balance_requirement([figures], opening_deficits=[]), unit="mkr").tables()
    cells = {row.code: row.cells[1] for row in rounded(statement, decimals).rows if len(row.cells) > 1}
    printed = {
        row["role"]: ore_of(str(row["amount"]), "mkr") for row in table["rows"] if not row.get("memo") and row["amount"]
    }
    assert cells["net_result"] == printed["arets_resultat"]
    assert cells["realised_gains"] == printed.get("realisationsvinster", 0)
    assert cells["balance_requirement_result"] == printed["balanskravsresultat"]
    after = printed.get("subtotal_balanskravsjusteringar", printed["balanskravsresultat"])
    assert cells["result_after_adjustments"] == after
    assert cells["rounding.result_after_adjustments"] == ore_of(str(difference), "mkr")
    assert "rounding.balance_requirement_result" not in cells


@pytest.mark.parametrize("unit", ["tkr", "mkr"])
def test_every_form_has_the_same_rounded_numbers_and_json_the_exact_beside(unit):
    for report in (year_report(hostile(), 2013, form="working", unit=unit), year_report(orebro(), 2016, unit=unit)):
        assert_alike(report)
        told = json.loads(tables_to_json(report.tables))["tables"]
        for table, of in zip(report.tables, told, strict=True):
            assert of["unit"] == table.unit
            assert ("decimals" in of) == bool(table.exact)
            for row in of["rows"] if table.exact else ():
                for code, exact in row["exact"].items():
                    assert abs(Decimal(exact) - Decimal(row[code])) * 2 <= Decimal(10) ** -of["decimals"]


def test_prose_pictures_and_remarks_round_as_the_tables_do():
    report = year_report(hostile(), 2013, unit="tkr", form="working")
    shown = {text for table in report.tables for row in table.printed() for text in row}
    parts = [part for section in report.sections if section.code != "texts" for part in section.parts]
    said = [text for part in parts if isinstance(part, Prose) for text in part.paragraphs]
    said += [str(remark) for table in report.tables for remark in table.remarks]
    said += [chart.alternative for chart in report.charts]
    found = [each for text in said for each in re.findall(r"(−?\d{1,3}(?: \d{3})*(?:,\d+)?) tkr", text)]
    assert found
    assert all("," not in each for each in found)
    assert not re.search(r"\d kr\b", " ".join(said))
    assert {each.removeprefix("−") for each in found} <= {each.removeprefix("−") for each in shown}


def test_an_amount_opens_to_its_exact_kronor_and_a_row_of_rounding_says_what_it_is():
    report = year_report(rounding_book(), 2013, unit="tkr", form="working")
    page = Page(report.html())
    table = next(each for each in page.tables if each.caption.endswith("tkr, avrundat") and "utredning" in each.caption)
    opened = {cells[0].text: cells[1].why for _, cells in table.rows if len(cells) > 1}
    assert "1 000 400 kr" in opened["Årets resultat enligt resultaträkningen"]
    assert "de exakta beloppen går ihop" in opened["Avrundning"]


def rounding_book() -> Book:
    """A small book whose statement needs a row of rounding in tkr."""
    book = municipal()
    figures = YearFigures(net_result=sek("1 000 400"), realised_losses_exempt=sek("400"))
    book.year_end(2013, figures).post()
    return book


def test_drafts_for_the_council_and_postings_are_exact():
    book = municipal()
    figures = YearFigures(net_result=sek("-1 500 400.30"))
    run = book.year_end(2013, figures, grounds_decision=Decision.parse("KF 2014-04-28 § 32"))
    report = year_report(book, 2013, run=run, unit="tkr", decimals=0, form="working")
    drafts = next(section for section in report.sections if section.code == "texts")
    said = " ".join(text for part in drafts.parts for text in part.paragraphs)
    assert "inte återställa 1 500 400,30 kr av underskottet 2013" in said
    postings = next(table for table in report.tables if table.code == "proposed_postings")
    assert postings.unit == "kr"
    assert not postings.exact
    assert year_report(book, 2013, run=run, unit="tkr").tables[0].decimals == 4


def test_a_unit_that_rounds_is_the_unit():
    unit = rounded_unit("mkr", 1)
    assert unit == "mkr"
    assert hash(unit) == hash("mkr")
    assert rounded_unit("kr", None) == "kr"


def test_columns_that_add_up_have_a_column_for_what_rounding_takes():
    columns = (LABEL, *(Column(code, code) for code in ("a", "b", "sum")))
    across = (Sum("sum", (Term("a"), Term("b"))),)
    rows = (Row(("x", 140, 140, 280)), Row(("y", 100, 100, 200)), Row(("Summa", 240, 240, 480), RowKind.SUM, "t"))
    table = rounded(Table("T", columns, rows, across=across), 0)
    assert_across(table)
    assert [column.code for column in table.columns] == ["label", "a", "b", "rounding.sum", "sum"]
    assert [row.cells[1:] for row in table.rows] == [(100, 100, 100, 300), (100, 100, 0, 200), (200, 200, 100, 500)]


def test_rows_with_their_sign_turned_add_up_as_printed():
    labels = Labels({}, {"statement": ("net_result", "realised_gains", "balance_requirement_result", "- to_restore")})
    book = municipal()
    book.year_end(2013, YearFigures(net_result=sek("-1 000 400"), realised_gains=sek("400"))).post()
    report = year_report(book, 2013, labels=labels, unit="tkr")
    cells = {row.code: row.cells[1] for row in report.tables[0].rows if len(row.cells) > 1}
    assert cells["- to_restore"] == cells["balance_requirement_result"] == -100_100_000
    assert cells["net_result"] == -100_000_000
    assert cells["rounding.balance_requirement_result"] == -100_000


@pytest.mark.parametrize("given", [{"decimals": -1}, {"decimals": "två"}, {"unit": "dollar"}])
def test_a_unit_or_decimals_that_there_are_not_are_refused(given):
    with pytest.raises(Refused):
        year_report(orebro(), 2016, **given)


def test_the_division_of_equity_adds_up_as_printed():
    """From 2013 to 2023 equity is divided into the result, the reserve and the rest; the result stands there twice."""
    book = municipal()
    figures = YearFigures(
        net_result=sek("9 000 400"), reserve_allocated=sek("1 000 300"), taxes_and_grants=sek(10**8),
        equity=sek(4 * 10**8), reserve_decision="KF 2014-04-28 § 33",
    )  # fmt: skip
    book.year_end(2013, figures).post()
    (table,) = (each for each in year_report(book, 2013, unit="tkr").tables if each.code == "equity")
    codes = [row.code for row in table.rows]
    rows = table.rows[codes.index("divided") + 1 :]
    assert [row.code for row in rows][:3] == ["result", "rur", "other"]
    assert sum(row.cells[1] for row in rows) == table.rows[codes.index("closing")].cells[1]
    assert_adds_up(table)


@pytest.mark.parametrize(
    ("unit", "decimals", "sv", "en"),
    [
        ("kr", 0, "96000000", "96000000"),
        ("tkr", 0, "96000", "96000"),
        ("mkr", 1, "96,0", "96.0"),
        ("kr", None, "96000000,00", "96000000.00"),
    ],
)
def test_csv_has_the_decimals_that_are_printed(unit, decimals, sv, en):
    table = Table("", (LABEL, Column("2024", "2024")), (Row(("Årets resultat", 96_000_000_00)),), unit=unit)
    printed = table if decimals is None else rounded(table, decimals)
    assert tables_to_csv([printed]).splitlines()[1].endswith(f";{sv}")
    assert tables_to_csv([printed], language="en").splitlines()[1].endswith(f",{en}")
