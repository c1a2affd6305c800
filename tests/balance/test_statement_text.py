"""The statement as it is read: text in both languages, tables, HTML, and how each amount explains itself."""

from __future__ import annotations

from datetime import date

import pytest
from drawing import drawn, ground, mkr, opening, row, year

from sifund_ledger.balance import LINE_CODES, Block, Ceilings
from sifund_ledger.errors import Refused
from sifund_ledger.money import sek

MALMO = (
    year(2013, 154, realised_gains=33, presentation="inside", other_adjustments=[row("Synnerligt skäl RIPS", 106)]),
    year(2014, -149, realised_gains=56, reserve_used=12),
    year(2015, 563, realised_gains=23, reserve_allocated=185),
)

FOOT = "<p>Lagtext konsoliderad till och med 2026-04-27.</p>"


def test_the_text_is_what_an_annual_report_prints():
    text = drawn(*MALMO, entity="Malmö").text()
    assert text.startswith(
        """\
Balanskravsutredning, Malmö (mkr)
────────────────────────────────────────────────────────────────────
                                                    2013  2014  2015
Årets resultat enligt resultaträkningen              154  −149   563
Reducering av samtliga realisationsvinster           −33   −56   −23
────────────────────────────────────────────────────────────────────
Årets resultat efter balanskravsjusteringar          121  −205   540
Reservering av medel till resultatutjämningsreserv     0     0  −185
Användning av medel från resultatutjämningsreserv      0    12     0
────────────────────────────────────────────────────────────────────
Årets balanskravsresultat                            121  −193   355

Återställande av underskott
Underskott från tidigare år                            0     0  −193
Återställt under året                                  0     0   193
────────────────────────────────────────────────────────────────────
Att återställa                                         0   193     0
Kvar av årets balanskravsresultat                    121     0   162

Kommunens egen uppställning (mkr)
"""
    )
    assert "2014        193         193           0         0     0  2017" in text
    assert "Orealiserade" not in text
    assert text == str(drawn(*MALMO, entity="Malmö"))


def test_the_text_in_english_has_the_same_amounts():
    statement = drawn(*MALMO, entity="Malmö")
    text = statement.text("en")
    assert text.startswith("Balance requirement statement, Malmö (mkr)")
    assert "Balance requirement result                     121  −193   355" in text
    assert "Findings" in text


def test_tables_are_the_statement_the_own_layouts_and_the_deficits():
    statement = drawn(*MALMO)
    assert [table.code for table in statement.tables()] == ["statement", "layout:inside", "deficits"]
    assert [table.code for table in statement.only(2015).tables("en")] == ["statement", "deficits"]
    assert [table.code for table in drawn(year(2014, 1)).tables()] == ["statement"]
    assert statement.table().heads == ("", "2013", "2014", "2015")


def test_only_some_years_are_shown_of_the_same_computation():
    shown = drawn(*MALMO).only(2015)
    assert [one.year for one in shown.years] == [2015]
    assert shown.year(2015).remaining_result == mkr(162)
    assert [finding.code for finding in shown.findings] == ["CEILING_NOT_CHECKED"]
    assert [one.year for one in drawn(*MALMO).only(2015, 2013).years] == [2013, 2015]
    with pytest.raises(Refused, match="2013, 2014, 2015"):
        drawn(*MALMO).only(2016)


def test_a_row_that_a_years_law_lacks_is_blank_in_its_column():
    table = drawn(year(2018, 10), year(2019, 10, unrealised_gains=3)).table()
    (row_of_gains,) = (line for line in table.rows if line.cells[0] == "Orealiserade vinster i värdepapper")
    assert row_of_gains.cells[1:] == (None, -300_000_000)


def test_own_rows_to_2012_stand_before_the_result_they_make():
    text = drawn(year(2011, 492, other_adjustments=[row("Reavinster", -230), row("RIPS", 82)])).text()
    assert text.index("Reavinster") < text.index("RIPS") < text.index("efter balanskravsjusteringar")


def test_two_own_rows_of_one_name_are_one_row_of_the_table():
    statement = drawn(year(2014, 10, presentation="below", other_adjustments=[row("Infrastruktur", 1)] * 2))
    (layout,) = (table for table in statement.tables() if table.code == "layout:below")
    assert [line.cells for line in layout.rows] == [
        ("Årets balanskravsresultat", 1_000_000_000),
        ("Öronmärkning", 0),
        ("Infrastruktur", 200_000_000),
        ("Justerat resultat", 1_200_000_000),
    ]


def test_ekeros_layout_adds_the_use_before_the_reserve():
    statement = drawn(
        year(2018, 20, realised_gains=2, reserve_allocated=5, earmark_used=11, presentation="added_back"), unit="mkr"
    )
    (layout,) = (table for table in statement.tables() if table.code == "layout:added_back")
    assert [line.cells for line in layout.rows] == [
        ("Årets resultat enligt resultaträkningen", 2_000_000_000),
        ("Reducering av samtliga realisationsvinster", -200_000_000),
        ("Ianspråktaget av öronmärkt eget kapital", 1_100_000_000),
        ("Justerat resultat före reserv", 2_900_000_000),
        ("Reservering av medel till resultatutjämningsreserv", -500_000_000),
        ("Balanserat resultat", 2_400_000_000),
    ]


def test_a_layout_decided_apart_shows_the_statutes_result():
    statement = drawn(
        year(2018, 20, earmark_used=11, other_adjustments=[row("Markering", -2)], presentation="separate_decision"),
        entity_kind="region",
    )
    (layout,) = (table for table in statement.tables() if table.code.startswith("layout"))
    assert layout.title == "Regionens egen uppställning"
    assert [line.cells for line in layout.rows] == [("Årets balanskravsresultat", 2_000_000_000)]
    assert [line.ore for line in statement.year(2018).lines if line.code == "other"] == [-200_000_000]


def test_a_draft_says_that_it_is_one():
    statement = drawn(year(2013, -2, exceptional_grounds=[
        ground(1, 2013, state="proposed"), ground("0.5", 2013, effect="extend", due_year=2019)]))  # fmt: skip
    assert statement.year(2013).is_draft
    text = statement.text()
    assert "Utkast: vilar på beslut som föreslås (2013)" in text
    assert "Synnerliga skäl 2013: 1 mkr, underskottet 2013 efterges: Sparade medel (KF 2014-04-28 § 32)" in text
    assert "återställs senast 2019" in text
    assert "2016: 0,5 mkr, 2019: 0,5 mkr" in text
    assert not drawn(year(2013, 1)).year(2013).is_draft


def test_an_overdue_deficit_is_marked_and_told():
    statement = drawn(*(year(number, 0) for number in (2014, 2015)), opening_deficits=[opening(2011, 3)])
    assert "2014 (försenat)" in statement.text()
    told = [(finding.place, finding.code) for finding in statement.findings]
    assert told == [("2014.deficits.2011", "DEFICIT_DUE"), ("2015.deficits.2011", "DEFICIT_OVERDUE")]
    assert statement.year(2015).deficit(2011).overdue
    assert not statement.year(2014).deficit(2011).overdue


def test_html_escapes_what_the_municipality_wrote():
    html = drawn(year(2011, 1, other_adjustments=[row("<b>Rea & co</b>", 1)]), entity="A & B")._repr_html_()
    assert "&lt;b&gt;Rea &amp; co&lt;/b&gt;" in html
    assert "A &amp; B" in html
    assert html.endswith(f"</ul>{FOOT}")
    assert drawn(year(2014, 1))._repr_html_().endswith(f"</table>{FOOT}")


def test_columns_say_what_is_no_outcome():
    table = drawn(year(2014, 1), year(2015, 1, kind="forecast"), year(2016, 1, kind="budget")).table()
    assert table.heads == ("", "2014", "2015 prognos", "2016 budget")


def test_an_explanation_names_rule_paragraph_terms_and_records():
    figures = year(2013, "-1.5", realised_gains=mkr("0.5"), earmark_used=mkr("2.5"),
                   sources=(("net_result", (4,)), ("earmark_used", (7, 9))),
                   exceptional_grounds=[ground(2, 2013, source="earmark:social")])  # fmt: skip
    statement = drawn(figures)
    assert (
        str(statement.explain("to_restore"))
        == """\
Att återställa 2013: 0,0 mkr
    regel DEF-3, KL (1991:900) 8:5 a, summan med omvänt tecken
  + Årets balanskravsresultat: −2,0 mkr
      regel BKR-1, KRL (1997:614) 4:3 a
    + Årets resultat efter balanskravsjusteringar: −2,0 mkr
        regel ÅRB-1, KRL (1997:614) 4:3 a
      + Årets resultat enligt resultaträkningen: −1,5 mkr
          uppgift för året
          poster i journalen: 4
      − Reducering av samtliga realisationsvinster: 0,5 mkr
          uppgift för året
  + Synnerliga skäl att inte återställa: 2,0 mkr
      regel DEF-4, KL (1991:900) 8:5 b
    + skäl, underskott från 2013: 2,0 mkr
        Sparade medel (KF 2014-04-28 § 32), vilar på earmark:social"""
    )
    used = statement.explain("earmark_used", 2013, "en")
    assert (used.rule, used.citation, used.records) == ("EM-5", "KRL (1997:614) 4:3 a", (7, 9))
    assert "records of the journal: 7, 9" in str(used)
    assert used.amount == mkr("2.5")


@pytest.mark.parametrize("number", [1998, 2004, 2012, 2013, 2019, 2023])
def test_every_line_of_every_period_can_be_explained(number: int):
    statement = drawn(
        year(number, -5, presentation="inside", other_adjustments=[row("RIPS", 1)], earmark_used=1),
        opening_deficits=[opening(number - 1, 2)] if number > 1998 else [],
    )
    lines = statement.year(number).lines
    assert {line.code for line in lines} <= set(LINE_CODES)
    for line in lines:
        for language in ("sv", "en"):
            assert f"{number}" in str(statement.explain(line.code, language=language))
    with pytest.raises(Refused, match="LINE_UNKNOWN"):
        statement.explain("reserve_released")
    with pytest.raises(Refused, match="YEAR_NOT_SHOWN"):
        statement.explain("to_restore", 1997)


def test_lines_carry_the_sign_they_have_in_the_sum():
    statement = drawn(year(2019, 10, realised_gains=1, realised_gains_exempt=1, realised_losses_exempt=1,
                           unrealised_gains=1, unrealised_losses=1, unrealised_gains_reversed=1,
                           unrealised_losses_reversed=1, reserve_allocated=3, reserve_used=1)).year(2019)  # fmt: skip
    signs = {line.code: line.ore // 100_000_000 for line in statement.lines if line.block is Block.STATUTE}
    assert signs == {
        "net_result": 10, "realised_gains": -1, "realised_gains_exempt": 1, "realised_losses_exempt": 1,
        "unrealised_gains": -1, "unrealised_losses": 1, "unrealised_gains_reversed": 1,
        "unrealised_losses_reversed": -1, "result_after_adjustments": 11, "reserve_allocated": -3, "reserve_used": 1,
        "balance_requirement_result": 9,
    }  # fmt: skip
    assert statement.line("reserve_allocated").amount == mkr(-3)
    assert statement.line("net_result").label == "Årets resultat enligt resultaträkningen"


def test_amounts_are_money_with_ore_beside():
    statement = drawn(year(2015, 563, realised_gains=23, as_of=date(2015, 12, 31)),
                      opening_deficits=[opening(2014, 193)]).year(2015)  # fmt: skip
    assert statement.as_of == date(2015, 12, 31)
    assert statement.regime == "KRL 2013-2018"
    assert statement.decisive_result == "balance_requirement_result"
    for name in ("result_after_adjustments", "balance_requirement_result", "presented_result_after_adjustments",
                 "presented_result", "brought_forward", "waived", "restored", "to_restore",
                 "remaining_result"):  # fmt: skip
        assert getattr(statement, name).get_amount_in_sub_unit() == getattr(statement, f"{name}_ore")
    assert statement.balance_requirement_result_after_equalisation_reserve is None
    ceilings = statement.ceilings
    assert (ceilings.reserve_flow, ceilings.reserve_stock, ceilings.reserve_proposed) == (None, None, None)
    known = Ceilings(100, 200, 300)
    assert (known.reserve_flow, known.reserve_stock, known.reserve_proposed) == (sek(1), sek(2), sek(3))
    deficit = statement.deficit(2014)
    assert (deficit.left, deficit.parts[0].amount) == (sek(0), sek(0))
    assert statement.deficit(2010) is None


def test_a_statement_is_a_value():
    one, other = drawn(*MALMO, entity="Malmö"), drawn(*MALMO[::-1], entity="Malmö")
    assert one == other
    assert hash(one) == hash(other)


def test_a_later_ground_may_waive_what_was_extended():
    statement = drawn(
        year(2014, -10, exceptional_grounds=[ground(10, 2014, effect="extend", due_year=2020)]),
        year(2015, 0, exceptional_grounds=[ground(10, 2014, effect="extend", due_year=2022)]),
        year(2016, 0, exceptional_grounds=[ground(4, 2014)]),
    )
    deficit = statement.year(2016).deficit(2014)
    assert (deficit.extended, deficit.waived, deficit.left, deficit.due_year) == (mkr(10), mkr(4), mkr(6), 2022)


def test_a_ground_for_what_has_been_restored_is_refused():
    with pytest.raises(Refused, match="GROUND_ABOVE_DEFICIT"):
        drawn(year(2014, -10), year(2015, 8), year(2016, 0, exceptional_grounds=[ground(3, 2014)]))


def test_a_statement_ends_with_the_day_of_the_law_and_says_what_is_practice():
    statement = drawn(year(2014, -5, exceptional_grounds=[ground(3, 2014)]))
    law = "Statutes consolidated to 2026-04-27."
    practice = "That only a part of a deficit is waived, or that its deadline is extended, is practice."
    assert statement.text("en").split("\n\n")[-2:] == [practice, law]
    longer = [ground(5, 2014, effect="extend", due_year=2019)]
    assert practice in drawn(year(2014, -5, exceptional_grounds=longer)).text("en")
    assert practice not in drawn(year(2014, -3, exceptional_grounds=[ground(3, 2014)])).text("en")
    assert drawn(year(2014, 1)).text("en").endswith(f"\n\n{law}")
