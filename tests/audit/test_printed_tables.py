"""Tables as they are printed: what adds up passes clean, what does not is found, and nothing is guessed at."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_forms import (
    NBSP,
    Table,
    amount,
    as_cells,
    as_csv,
    as_tabs,
    as_text,
    as_words,
    as_workbook,
    grid,
    published,
    together,
)

from sifund_ledger.amounts import ORE_PER_UNIT
from sifund_ledger.audit.printed import PrintedAudit, audit_printed
from sifund_ledger.audit.printed.cells import groupings
from sifund_ledger.audit.printed.rows import Role, role_of
from sifund_ledger.balance import balance_requirement
from sifund_ledger.balance.figures.year_figures import Presentation, YearFigures
from sifund_ledger.exchange.printed_files import parse_printed, read_printed
from sifund_ledger.findings import Severity
from sifund_ledger.money import from_ore

TABLES = published()
FORMS = (as_csv, as_text, as_tabs, as_cells)
SUMMED = [table for table in TABLES if table["adds_up"] is not None]
CLEAN = [table for table in TABLES if table["adds_up"]]
MALMO = """\
Balanskravsutredning (mnkr)               2015      2014
Årets resultat                             563      –149
samtliga realisationsvinster               –23       –56
Resultat efter balanskravsjustering        540      –205
medel till resultatutjämningsreserv       –185         –
medel från resultatutjämningsreserv          –        12
Balanskravsresultat                        355      –193
Balanskravsresultat att återställa           0       193
"""


def audited(text: str | bytes, name: str = "tryckt") -> PrintedAudit:
    return audit_printed(parse_printed(text, name=name), name=name)


def told(report: PrintedAudit) -> list[str]:
    """The codes of what is found beyond notes."""
    return [each.code for each in report.findings if each.severity is not Severity.NOTE]


def differences(report: PrintedAudit) -> dict[tuple[str, str], int]:
    page = report.page
    return {
        (page.rows[each.row].label, page.columns[each.column].name): each.ore for each in report.added.sums if each.ore
    }


def test_the_published_tables_are_here(shared_data: Path):
    assert len(CLEAN) > 45


@pytest.mark.parametrize("table", SUMMED, ids=lambda table: table["id"])
def test_every_published_table_that_adds_up_passes_clean_as_it_is_printed(table: Table):
    for form in FORMS:
        report = audited(form(grid(table)))
        assert told(report) == [], form.__name__
        assert report.added.sums
        assert all(row.role for row in report.page.rows)
        # What is rounded row by row differs by one unit in the last place, and that is said in a note.
        step = ORE_PER_UNIT[report.unit] // 10**report.page.decimals
        assert all(abs(ore) == step for ore in differences(report).values())
        assert bool(differences(report)) is (table["adds_up"] is False)


@pytest.mark.parametrize(("thousands", "minus"), [*product((" ", NBSP, "\u202f", ""), ("-", "–", "—", "−", "- "))])
def test_every_way_of_printing_gives_the_same(thousands: str, minus: str):
    for table in CLEAN[::7]:
        how = {"thousands": thousands, "minus": minus}
        plain, printed = audited(as_tabs(grid(table))), audited(as_tabs(grid(table, **how)))
        assert [row.ore for row in printed.page.rows] == [row.ore for row in plain.page.rows]


def test_a_workbook_gives_what_it_shows(tmp_path: Path):
    for table in CLEAN[::9]:
        path = tmp_path / f"{table['id']}.xlsx"
        path.write_bytes(as_workbook(table))
        page, plain = read_printed(path), parse_printed(as_tabs(grid(table)))
        assert [row.ore for row in page.rows] == [row.ore for row in plain.rows]
        assert [column.year for column in page.columns] == [column.year for column in plain.columns]
        assert (page.unit, page.decimals) == (plain.unit, plain.decimals)


def test_single_blanks_are_read_where_there_is_one_way(shared_data: Path):
    for table in CLEAN:
        report = audited(as_words(grid(table)))
        assert set(told(report)) <= {"PRINTED_ROW_UNCLEAR"}
        plain = {row.label: row.ore for row in audited(as_tabs(grid(table))).page.rows}
        for row in report.page.rows:
            assert row.unread or row.ore == plain[row.label]


def of_upplands_bro() -> list[Table]:
    return sorted(
        (each for each in TABLES if each["municipality"] == "Upplands-Bro" and each["kind"] == "balanskrav"),
        key=lambda each: -each["year"],
    )


def test_the_differences_of_upplands_bro_are_reported_unexplained(shared_data: Path):
    report = audited(as_csv(together(of_upplands_bro())))
    adjusted, result = "Årets resultat efter balanskravsjusteringar", "Årets balanskravsresultat"
    assert differences(report) == {
        (adjusted, "2018"): -13456 * 100_000, (result, "2018"): -192 * 100_000, (result, "2017"): -8974 * 100_000,
    }  # fmt: skip
    assert told(report) == ["PRINTED_DIFFERS"] * 3
    # The reserve that is printed below follows year by year, but for the first.
    assert [each.code for each in report.findings if each.severity is Severity.NOTE] == []


def test_a_page_of_several_years_is_checked_across_them(shared_data: Path):
    text = as_csv(together(of_upplands_bro())).replace("107 087", "107 080")
    assert differences(audited(text))["Ackumulerad resultatutjämningsreserv", "2019"] == -7 * 100_000


def test_the_layout_and_the_law_stand_beside():
    report = audited(
        "mnkr;2013\nÅrets resultat;154\nRealisationsvinster;-33\nResultat efter balanskravsjustering;121\n"
        "synnerligt skäl RIPS;106\nBalanskravsresultat;227\n"
    )
    assert told(report) == []
    (drawn,) = report.drawn
    assert (drawn.layout, drawn.statement and drawn.statement.balance_requirement_result_ore) == (
        Presentation.INSIDE, 121 * 10**8,
    )  # fmt: skip
    (beside,) = report.findings
    assert (beside.code, dict(beside.values)["computed"]) == ("PRINTED_BESIDE_LAW", 121 * 10**8)


LAYOUTS = {
    "Årets balanskravsresultat;90\nÖronmärkning;-12\nJusterat resultat;78": Presentation.BELOW,
    "Synnerliga skäl: öronmärkt under året;-12\nResultat efter synnerliga skäl;78": Presentation.GROUNDS,
    "Öronmärkt under året;-12\nÅrets balanskravsresultat;78": Presentation.INSIDE,
    "Årets balanskravsresultat;90": Presentation.STRICT,
}


@pytest.mark.parametrize("rows", LAYOUTS)
def test_which_layout_it_is(rows: str):
    head = "tkr;2016\nÅrets resultat;90\nÅrets resultat efter balanskravsjusteringar;90\n"
    begin = "Årets balanskravsresultat;90\n" if LAYOUTS[rows] is Presentation.GROUNDS else ""
    report = audited(head + begin + rows)
    assert (told(report), [each.layout for each in report.drawn]) == ([], [LAYOUTS[rows]])


def test_an_unknown_label_is_named_with_where_it_could_belong():
    text = MALMO.replace("samtliga realisationsvinster", "Avgår samtliga realsationsvinster")
    report = audited(text)
    unknown = report.findings[0]
    assert (unknown.code, unknown.place) == ("PRINTED_LABEL_UNKNOWN", "tryckt:3")
    assert "Avgår samtliga realisationsvinster" in unknown.message
    assert "is counted in the sum" in unknown.message  # the sums follow with it
    other = audited(
        MALMO.replace(
            "Balanskravsresultat  ", "Invånare                            1 234      1 230\nBalanskravsresultat  ", 1
        )
    )
    assert told(other) == ["PRINTED_LABEL_UNKNOWN"]  # and here without it


def test_what_can_be_read_in_two_ways_is_not_read():
    assert groupings(["12", "345", "678"], 2) == [("12", "345 678"), ("12 345", "678")]
    report = audited("Balanskrav tkr 2015 2014\nÅrets resultat 12 345 678\nBalanskravsresultat 1 1\n")
    assert told(report) == ["PRINTED_ROW_UNCLEAR"]
    assert report.page.rows[0].ore == (None, None)
    assert report.added.sums == ()  # what rests on it is not checked, and nothing differs
    three = audited("mkr;2015\nÅrets resultat;28,700\nBalanskravsresultat;28,700\n")
    assert told(three) == ["PRINTED_AMOUNT_UNREAD", "PRINTED_AMOUNT_UNREAD", "PRINTED_EMPTY"]
    assert told(audited("mkr;2015\nÅrets resultat;1,5\nBalanskravsresultat;28,700\n")) == ["PRINTED_DIFFERS"]


def test_blank_cells_that_fell_away_are_placed_by_where_amounts_end():
    text = MALMO.replace("–185         –", "–185          ").replace("–        12", "         12")
    report = audited(text)
    assert told(report) == []
    assert [row.ore for row in report.page.rows] == [row.ore for row in audited(MALMO).page.rows]


def test_notes_units_and_years_are_read_from_the_headings():
    text = "Årsredovisning\nBelopp i tusental kronor\n;Not;Utfall 2015;Budget 2016\nÅrets resultat;4;1 200;5\n"
    page = parse_printed(text)
    assert (page.unit, page.rows[0].ore) == ("tkr", (120_000_000, 500_000))
    assert [(each.year, each.kind.value) for each in page.columns] == [(2015, "outcome"), (2016, "budget")]
    noted = parse_printed("Resultaträkning, tkr  Not   2015    2014\nÅrets resultat   4   1 200   900\nRUR   17   5\n")
    assert noted.rows[0].ore == (120_000_000, 90_000_000)


def test_without_a_unit_nothing_passes_as_rounding():
    text = "Post;2015\nÅrets resultat;100\nBalanskravsresultat;101\n"
    assert told(audited(text)) == ["PRINTED_UNIT_UNKNOWN", "PRINTED_DIFFERS"]
    assert told(audited(text.replace("Post", "tkr"))) == []
    assert told(audited(text.replace("Post", "kr"))) == ["PRINTED_DIFFERS"]
    page = parse_printed(text, unit="mkr")
    assert told(audit_printed(page)) == []


def test_deductions_without_a_sign_are_read_where_the_sums_say_so():
    text = "mkr;2014\nÅrets resultat;100\nRealisationsvinster;20\nÅrets resultat efter balanskravsjusteringar;80\n"
    assert [each.code for each in audited(text).findings] == ["PRINTED_UNSIGNED"]
    assert [each.code for each in audited(text.replace(";80", ";120")).findings] == []  # a loss, added back
    assert told(audited(text.replace(";80", ";70"))) == ["PRINTED_DIFFERS"]


@st.composite
def changed_tables(draw: st.DrawFn) -> tuple[Table, int, int]:
    table = draw(st.sampled_from(CLEAN))
    rows = [at for at, row in enumerate(table["rows"]) if row["amount"] is not None]
    units = draw(st.integers(2, 50_000)) * draw(st.sampled_from((-1, 1)))
    return table, draw(st.sampled_from(rows)), units


@pytest.mark.skipif(not CLEAN, reason="the public data are not beside the project")
@given(st.data())
def test_an_amount_changed_by_two_units_is_always_found(data: st.DataObject):
    """Each amount that is part of a sum; what is part of none is named as that."""
    table, at, units = data.draw(changed_tables())
    clean = audited(as_tabs(grid(table)))
    row = table["rows"][at]
    places = 1 if table["decimal_mark"] == "comma" else 0
    changed = {**row, "amount": str(Decimal(str(row["amount"])) + Decimal(units).scaleb(-places))}
    rows = [*table["rows"][:at], changed, *table["rows"][at + 1 :]]
    report = audited(as_tabs(grid({**table, "rows": rows})))
    if (at, 0) in clean.added.checked or len(clean.page.columns) > 1:
        printed = Decimal(str(row["amount"])), Decimal(changed["amount"])
        assert told(report) or report.added.unsigned or _is_alone(clean, row["label"])
        if printed[0] * printed[1] > 0 and (at, 0) in clean.added.checked and not clean.added.unsigned:
            assert "PRINTED_DIFFERS" in told(report)


def _is_alone(report: PrintedAudit, label: str) -> bool:
    """Whether an amount of a row is part of no sum."""
    return any(label in each.message for each in report.findings if each.code == "PRINTED_UNCHECKED")


@given(
    year=st.integers(2013, 2031), net=st.integers(-(10**9), 10**9), gains=st.integers(0, 10**8),
    allocated=st.integers(0, 10**8), exempt=st.integers(0, 10**6),
)  # fmt: skip
def test_what_the_library_prints_itself_is_read_back_clean(
    year: int, net: int, gains: int, allocated: int, exempt: int
):
    figures = YearFigures(
        year=year, net_result=from_ore(net), realised_gains=from_ore(gains + exempt),
        realised_gains_exempt=from_ore(exempt), reserve_allocated=from_ore(allocated),
    )  # fmt: skip
    statement = balance_requirement([figures], entity="Ale kommun", opening_deficits=[])
    report = audited(statement.table().text())
    assert told(report) == []
    lines = {line.code: line.ore for line in statement.year(year).lines}
    read = {str(row.role): row.ore[0] for row in report.page.rows}
    assert read["net_result"] == net
    assert read["balance_requirement_result"] == lines["balance_requirement_result"]


COPIED = """\
BALANSKRAVSUTREDNING
Belopp i miljoner kronor

                                              Not     Bokslut    Bokslut     Budget
                                                        2019       2018       2020
Årets resultat enligt resultaträkningen               25,9       33,8        12,0
Avgår: samtliga realisationsvinster             3     -5,4       -5,0          –
Tillägg: realisationsvinster enligt
undantagsmöjligheter                                    0,0        0,0          –
Orealiserade vinster och förluster i värdepapper       -2,1          –          –
Årets resultat efter balanskravsjusteringar            18,4       28,8       12,0
Reservering av medel till
resultatutjämningsreserv                               -8,0      -10,0          –
Användning av medel från resultatutjämningsreserv         –          –          –
Årets balanskravsresultat                              10,4       18,8       12,0
"""


def test_a_page_with_notes_wrapped_labels_and_two_lines_of_headings():
    report = audited(COPIED)
    assert [each.code for each in report.findings] == []
    assert [(each.name, each.kind.value) for each in report.page.columns] == [
        ("Bokslut 2019", "outcome"), ("Bokslut 2018", "outcome"), ("Budget 2020", "budget"),
    ]  # fmt: skip
    assert [row.role for row in report.page.rows].count(Role.RESERVE_ALLOCATED) == 1
    assert len(report.added.sums) == 6


def test_a_page_with_the_year_in_its_title():
    report = audited(
        "Balanskravsutredning 2015 (tkr)\nÅrets resultat 1 563\n- Samtliga realisationsvinster -23\n"
        "= Årets resultat efter balanskravsjusteringar 1 540\n- Medel till RUR -1 185\n+ Medel från RUR 0\n"
        "= Balanskravsresultat 355\n"
    )
    assert [each.code for each in report.findings] == []
    assert [each.name for each in report.page.columns] == ["2015"]


def test_amounts_are_printed_as_the_helper_says():
    assert amount(-1234.5, {"decimal_mark": "comma"}) == "−1 234,5"
    assert role_of("Årets resultat") is not None


def test_a_decision_belongs_to_the_label_that_it_stands_in():
    """On the label's line, on one of its own, and where each cell has a line: its paragraph is no amount."""
    rows = [
        ["Balanskravsutredning, tkr", "2018", "2017"], ["Årets resultat", "100", "90"],
        ["Avsättning enligt beslut KF 2019-04-29 § 45", "-10", "0"], ["Årets balanskravsresultat", "90", "90"],
    ]  # fmt: skip
    apart = as_cells(rows).replace("beslut KF 2019", "beslut\nKF 2019")
    for text in (as_text(rows), as_tabs(rows), as_words(rows), as_cells(rows), apart):
        page = parse_printed(text, name="not.txt")
        assert [row.ore for row in page.rows] == [(10_000_000, 9_000_000), (-1_000_000, 0), (9_000_000, 9_000_000)]
        assert page.rows[1].label == rows[2][0]


def test_of_cells_on_their_own_lines_none_is_guessed_into_a_column():
    text = "tkr\n2018\n2017\nÅrets resultat\n100\n90\nRealisationsvinster\n-10\nÅrets balanskravsresultat\n90\n90\n"
    page = parse_printed(text, name="not.txt")
    assert page.rows[1].ore == (None, None)
    assert [found.code for found in page.findings] == ["PRINTED_ROW_UNCLEAR"]
