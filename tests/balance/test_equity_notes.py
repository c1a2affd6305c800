"""The note on equity by fiscal year, held against published notes, and every tie that it has."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from drawing import MKR, drawn, mkr, year
from published_cases import FILES, SHARED
from published_tables import published_in

from sifund_ledger.balance.equity.equity import EquityNote, note_faults, note_ties
from sifund_ledger.findings import Finding
from sifund_ledger.law import Reserve

TKR = 100_000


def note(number: int, opening: int, result: int, closing: int, *, adjusted: int = 0, rur: tuple[int, int] = (0, 0),
         rer: tuple[int, int] = (0, 0), unit: int = MKR, earmarks: tuple[tuple[str, int], ...] = ()):  # fmt: skip
    return EquityNote(
        year=number,
        opening_ore=opening * unit,
        adjusted_ore=adjusted * unit,
        result_ore=result * unit,
        closing_ore=closing * unit,
        equalisation_reserve_ore=rur[1] * unit,
        result_reserve_ore=rer[1] * unit,
        earmarks=tuple((fund, ore * unit) for fund, ore in earmarks),
        opening_equalisation_reserve_ore=rur[0] * unit,
        opening_result_reserve_ore=rer[0] * unit,
    )


def codes(found: list[Finding]) -> list[str]:
    return [finding.code for finding in found]


GOTEBORG = (
    note(2015, 18_410, 824, 19_234, rur=(549, 657)),
    note(2016, 19_234, 938, 20_172, rur=(657, 869)),
    note(2017, 20_172, 2_128, 22_300, rur=(869, 1_869)),
    note(2018, 22_300, 1_792, 24_092, rur=(1_869, 2_609)),
)


def test_goteborg_2015_to_2018_ties_year_by_year_and_to_its_statement():
    statement = drawn(
        year(2015, 824, realised_gains=445, reserve_before=549, reserve_allocated=108),
        year(2016, 938, realised_gains=436, reserve_allocated=212),
        year(2017, 2128, realised_gains=824, reserve_allocated=1000),
        year(2018, 1792, realised_gains=739, reserve_allocated=740),
    )
    previous = None
    for each in GOTEBORG:
        assert note_ties(each, statement=statement.year(each.year), previous=previous) == []
        previous = each
    # Göteborg prints the year's result within other equity.
    assert [(each.other_ore + each.result_ore) // MKR for each in GOTEBORG] == [18_577, 19_303, 20_431, 21_483]


def test_EQ_2_other_equity_takes_last_years_result_and_gives_to_the_reserve():
    for before, after in pairwise(GOTEBORG):
        allocated = after.equalisation_reserve_ore - before.equalisation_reserve_ore
        assert after.other_ore == before.other_ore + before.result_ore - allocated


def test_R17_varmdo_2016_has_an_adjusted_opening():
    varmdo = note(2016, 1_007_389, 157_175, 1_169_389, adjusted=4_825, unit=TKR)
    assert note_ties(varmdo) == []
    assert varmdo.adjusted_opening_ore == 1_012_214 * TKR
    assert "Justerat ingående eget kapital" in varmdo.table().text()
    assert codes(note_ties(replace(varmdo, adjusted_ore=0))) == ["EQUITY_NOT_CARRIED"]


@pytest.mark.parametrize("name", FILES)
def test_every_published_equity_account_carries_and_divides(name, shared_data):
    tables = published_in(SHARED / name)
    for table in tables:
        if not any(row["role"] == "varav_ovrigt" for row in table["rows"]):
            continue
        by_year: dict[int, dict[str, int]] = {}
        for row in table["rows"]:
            by_year.setdefault(row["year"], {})[row["role"]] = row["amount"]
        unit = {"tkr": TKR}.get(table["unit"], MKR)
        previous = None
        for number, printed in sorted(by_year.items()):
            before = previous.equalisation_reserve_ore // unit if previous else 0
            each = note(number, printed["ingaende_balans"], printed["arets_resultat"], printed["utgaende_balans"],
                        rur=(before, printed["varav_rur"]), unit=unit)  # fmt: skip
            assert note_ties(each, previous=previous) == []
            assert each.other_ore + each.result_ore == printed["varav_ovrigt"] * unit
            previous = each


def test_R12_earmarks_stay_within_equity_apart_from_its_reserves():
    within = note(2025, 100, 10, 110, rur=(0, 20), rer=(0, 10), earmarks=(("social", 50), ("skola", 30)))
    assert note_faults(within) == []
    (finding,) = note_faults(replace(within, earmarks=(("social", 81 * MKR),)))
    assert (finding.code, finding.place) == ("EARMARKS_ABOVE_EQUITY", "2025")


def test_R12_reserves_above_equity_are_told_as_such_and_equity_below_zero_alone_is_not():
    bare = note(2025, 5, -10, -5)
    assert note_faults(bare) == []
    (finding,) = note_faults(note(2025, 15, -10, 5, rer=(6, 6)))
    values = dict(finding.values)
    assert (finding.code, values["reserves"], values["equity"]) == ("RESERVES_ABOVE_EQUITY", 6 * MKR, 5 * MKR)
    assert note_faults(note(2025, 16, -10, 6, rer=(6, 6))) == []


def test_a_note_that_does_not_tie_says_to_what():
    statement = drawn(year(2017, 2000, reserve_before=869, reserve_allocated=900)).year(2017)
    found = note_ties(GOTEBORG[2], statement=statement, previous=GOTEBORG[0])
    assert codes(found) == [
        "EQUITY_OPENING_DIFFERS",
        "EQUITY_OPENING_DIFFERS",
        "EQUITY_RESULT_DIFFERS",
        "EQUITY_RESERVE_DIFFERS",
    ]
    for finding in found:
        assert finding.place.startswith("2017.")
        assert finding.message_sv != finding.message
        assert finding.remedy


def test_unknown_reserves_are_not_compared():
    statement = drawn(year(2017, 2128, reserve_allocated=1000)).year(2017)
    assert note_ties(GOTEBORG[2], statement=statement) == []


def test_the_layout_follows_the_years_law():
    text = GOTEBORG[3].table().text()
    assert "Indelning i balansräkningen" in text
    assert "Övrigt eget kapital" in text
    later = note(2025, 100, 10, 110, rur=(20, 15), rer=(5, 9), earmarks=(("social", 7),)).table()
    labels = [row.cells[0] for row in later.rows]
    assert labels == [
        "Eget kapital vid årets början",
        "varav resultatutjämningsreserv",
        "varav resultatreserv",
        "Årets resultat",
        "Eget kapital vid årets slut",
        "varav resultatutjämningsreserv",
        "varav resultatreserv",
        "varav öronmärkt: social",
    ]
    assert GOTEBORG[3].layout.name == "EQ-2"
    assert note(2012, 1, 1, 2).layout.name == "EQ-0"
    assert note(2040, 1, 1, 2).layout.of_which == (Reserve.RESULT,)


def test_R11_the_groups_column_has_neither_reserves_nor_earmarks():
    own = note(2025, 100, 10, 110, rer=(5, 9), earmarks=(("social", 7),))
    table = own.table(group=note(2025, 300, 20, 320))
    assert table.heads == ("", "2025", "Koncernen")
    widths = {row.cells[0]: len(row.cells) for row in table.rows}
    assert widths["Eget kapital vid årets slut"] == 3
    assert widths["varav resultatreserv"] == widths["varav öronmärkt: social"] == 2
    assert str(own)
    assert mkr(110).get_amount_in_sub_unit() == own.closing_ore
