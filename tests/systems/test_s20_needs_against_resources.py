"""S20 and D21: the same needs by resources and by needs, and the gap between them. Amounts are MSEK."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_roads import Printed

from sifund_ledger import Refused
from sifund_ledger.cli.program import run
from sifund_ledger.programme.needs import needs_and_resources

NEEDS = {"Skola": 50, "Social": 30, "Fritid": 24, "Kultur": 16}
SHARES = ["35 %", "30 %", "20 %", "15 %"]


def test_both_orders_and_the_gap():
    """By resources 35/30/20/15; by needs 50, 30, 20 of 24, 0; the gap of 20 is 0.50 kr of tax on a base of 4 000."""
    both = needs_and_resources(NEEDS, frame=100, shares=SHARES, tax_base=4000, unit="mkr")
    mkr = 100_000_000
    assert [each.by_resources_ore // mkr for each in both.needs] == [35, 30, 20, 15]
    assert [each.by_needs_ore // mkr for each in both.needs] == [50, 30, 20, 0]
    assert (both.gap_ore // mkr, both.tax) == (20, Fraction(1, 2))
    assert "Det motsvarar 0,50 kr i skattesats per 100 kr" in both.table().text()
    assert "That is 0.50 kr of tax per 100 kr, on a base of 4 000 mkr" in both.table("en").text()


def test_d21():
    both = needs_and_resources(
        {"A": 40, "B": 35, "C": 30, "D": 20}, frame=100, shares=["0.4", "0.3", "0.2", "0.1"]
    )  # fmt: skip
    assert [each.by_resources_ore // 100 for each in both.needs] == [40, 30, 20, 10]
    assert [each.by_needs_ore // 100 for each in both.needs] == [40, 35, 25, 0]
    assert both.gap_ore == 2500


def test_both_orders_on_the_command_line(capsys):
    printed = Printed(capsys)
    needs = [part for name, ore in NEEDS.items() for part in ("--need", f"{name}={ore}")]
    shares = [part for share in SHARES for part in ("--share", share)]
    asked = ("programme", "needs", *needs, "--frame", "100", *shares, "--tax-base", "4000", "--unit", "mkr")
    (table,) = printed.tables(*asked).values()
    assert [(row["by_resources"], row["by_needs"], row["unmet"]) for row in table] == [
        ("35", "50", "0"), ("30", "30", "0"), ("20", "20", "4"), ("15", "0", "16"), ("100", "100", "20"),
    ]  # fmt: skip


def test_on_the_command_line(capsys):
    needs = [part for name, ore in NEEDS.items() for part in ("--need", f"{name}={ore}")]
    shares = [part for share in SHARES for part in ("--share", share)]
    assert run(["programme", "needs", *needs, "--frame", "100", *shares, "--tax-base", "4000", "--unit", "mkr"]) == 0
    assert "0,50 kr" in capsys.readouterr().out
    assert run(["programme", "needs", *needs, "--frame", "100", "--share", "1"]) == 2
    assert "SHARES_DO_NOT_MAKE_ONE" in capsys.readouterr().err


@given(st.lists(st.integers(0, 100), min_size=1, max_size=6), st.integers(1, 300))
def test_neither_order_gives_more_than_the_frame(needs, frame):
    both = needs_and_resources([(f"N{number}", ore) for number, ore in enumerate(needs)], frame=frame)
    given_by_needs = [each.by_needs_ore for each in both.needs]
    assert sum(given_by_needs) == min(sum(needs), frame) * 100
    assert both.gap_ore == sum(each.unmet_ore for each in both.needs)
    unmet = [each.unmet_ore > 0 for each in both.needs]
    assert not any(given for given, missed in zip(given_by_needs[1:], unmet, strict=False) if missed)
    if sum(needs):
        assert sum(each.by_resources_ore for each in both.needs) == frame * 100


def test_shares_make_one():
    with pytest.raises(Refused, match="90% of the frame"):
        needs_and_resources({"A": 1, "B": 2}, frame=3, shares=["0.5", "0.4"])
