"""Small inputs that failed in comparable programs, after public reports about them: what each gives here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sifund_ledger import sek
from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.exchange import read_figures, read_general_ledger
from sifund_ledger.general_ledger import GeneralLedger


def rows(ledger: GeneralLedger) -> list[tuple[str, int, str]]:
    return [(row.account, row.ore, row.text) for voucher in ledger.each_voucher() for row in voucher.rows]


@pytest.mark.parametrize(
    "case", ["32-en-dash-minus", "33-csv-trailing-minus", "40-csv-sep-line", "43-csv-header-decomposed"]
)
def test_a_table_as_it_was_exported_is_read_whole(cases: Path, case: str) -> None:
    ledger = read_general_ledger(cases / case / "a.csv")

    assert ledger.findings == ()
    assert rows(ledger) == [("1930", -100_00, "x"), ("3010", 100_00, "x")]


def test_a_line_break_in_a_cell_is_part_of_its_text(cases: Path) -> None:
    ledger = read_general_ledger(cases / "42-csv-newline-in-cell" / "a.csv")

    assert ledger.findings == ()
    assert rows(ledger) == [("1930", -100_00, "rad ett\nrad två"), ("3010", 100_00, "x")]


def test_midnight_is_that_day_and_a_zone_is_told(cases: Path) -> None:
    folder = cases / "45-csv-date-with-time"
    midnight, zone = read_general_ledger(folder / "midnight.csv"), read_general_ledger(folder / "zone.csv")

    assert (midnight.findings, midnight.voucher(0).day) == ((), date(2013, 12, 31))
    assert [each.code for each in zone.findings] == ["LEDGER_CSV_DAY_HAS_ZONE"]
    assert zone.voucher(0).day == date(2013, 12, 31)


def test_an_en_dash_is_a_minus_everywhere(cases: Path) -> None:
    assert sek("– 3 674") == sek(-3674)
    [year] = read_figures(cases / "32-en-dash-minus" / "f.toml").years
    assert year.net_result == sek(-3_617_000)


def test_an_object_with_decomposed_letters_is_one_and_not_two(cases: Path) -> None:
    ledger = read_general_ledger(cases / "51-objects-decomposed" / "a.se")

    assert ledger.object_balances("1", {"1930"}) == {"Öst": 200_00}


def test_a_loss_among_the_gains_is_refused_with_the_row_for_losses(cases: Path) -> None:
    with pytest.raises((UnreadableInput, Refused)) as refusal:
        read_figures(cases / "62-loss-in-the-gains-row" / "f.toml").statement()
    [finding] = refusal.value.findings

    assert finding.code == "FIGURE_NEGATIVE"
    assert "realised_losses_exempt" in finding.remedy
    assert "undantagna_realisationsförluster" in finding.remedy_sv
    assert "örlust" in finding.remedy_sv
