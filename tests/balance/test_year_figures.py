"""What a municipality states of its year: amounts exact, magnitudes positive, every fault told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sifund_ledger.balance.figures.year_figures import (
    ExceptionalGround,
    GroundEffect,
    OpeningDeficit,
    OwnRow,
    Presentation,
    StatementKind,
    YearFigures,
)
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.money import sek

KF = Decision.parse("KF 2014-04-28 § 32")


def test_amounts_may_be_given_as_kronor_in_any_exact_form():
    figures = YearFigures(year=2014, net_result="-1 500 000,50", realised_gains=10, unrealised_losses=Decimal("2.5"))
    assert figures.net_result == sek("-1500000.50")
    assert (figures.ore("realised_gains"), figures.ore("unrealised_losses")) == (1000, 250)
    assert figures.ore("equity") is None


def test_words_become_what_they_name():
    figures = YearFigures(year=2014, net_result=sek(1), kind="forecast", presentation="below")
    assert (figures.kind, figures.presentation) == (StatementKind.FORECAST, Presentation.BELOW)
    assert figures.other_adjustments == ()


def test_every_fault_is_told_at_once():
    with pytest.raises(Refused) as refusal:
        YearFigures(year=1997, net_result=1.5, realised_gains=-1, reserve_used="ett")
    assert [(finding.code, finding.place) for finding in refusal.value.findings] == [
        ("AMOUNT_IS_FLOAT", "1997.net_result"),
        ("FIGURE_NEGATIVE", "1997.realised_gains"),
        ("AMOUNT_UNREADABLE", "1997.reserve_used"),
        ("YEAR_OUT_OF_RANGE", "1997"),
    ]


def test_result_and_equity_may_be_negative():
    figures = YearFigures(net_result=sek(-1), equity=sek(-2))
    assert (figures.ore("net_result"), figures.ore("equity"), figures.year) == (-100, -200, None)


def test_a_ground_needs_a_reason_a_positive_amount_and_to_extend_a_due_year():
    with pytest.raises(Refused) as refusal:
        ExceptionalGround(amount=sek(-1), deficit_year=2013, reason=" ", decision=KF, effect="extend")
    assert [finding.place for finding in refusal.value.findings] == [
        "exceptional_grounds.amount",
        "exceptional_grounds.reason",
        "exceptional_grounds.due_year",
    ]
    ground = ExceptionalGround(amount=sek(1), deficit_year=2013, reason="skäl", decision=KF)
    assert (ground.effect, ground.ore) == (GroundEffect.WAIVE, 100)


def test_an_opening_deficit_is_positive():
    assert OpeningDeficit(year=2013, left=sek(5)).ore == 500
    with pytest.raises(Refused, match="FIGURE_NEGATIVE"):
        OpeningDeficit(year=2013, left=sek(-5))


def test_an_own_row_keeps_its_sign():
    assert OwnRow(label="RIPS", amount=-5).ore == -500


def test_figures_know_the_records_they_come_from():
    figures = YearFigures(year=2014, net_result=sek(1), sources=(("net_result", (3, 4)),))
    assert figures.records("net_result") == (3, 4)
    assert figures.records("realised_gains") == ()
