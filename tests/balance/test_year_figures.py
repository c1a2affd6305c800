"""What a municipality states of its year: amounts exact, magnitudes positive, every fault told."""

from __future__ import annotations

import pickle
from dataclasses import MISSING, fields
from decimal import Decimal

import pytest

from sifund_ledger.balance.figures.figure import Figure
from sifund_ledger.balance.figures.figure_kinds import MAGNITUDE, ZERO
from sifund_ledger.balance.figures.stored_figures import figures_from_values, figures_to_values
from sifund_ledger.balance.figures.year_figures import (
    FIGURES,
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
from sifund_ledger.exchange import figures_schema, parse_figures, write_figures
from sifund_ledger.findings import Bilingual
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


def test_the_class_has_the_figures_of_the_table():
    """``YearFigures`` is written out for editors; the table says what there is, and what is left out is."""
    attributes = {each.name: each for each in fields(YearFigures)}
    besides = {"year", "sources", "more"}
    assert set(attributes) == {figure.name for figure in FIGURES} | besides
    for figure in FIGURES:
        default = attributes[figure.name].default
        assert (default is MISSING) if figure.required else (default == figure.default)
        assert figure.help.sv
        assert figure.help.en
    spelt = [name for figure in FIGURES for name in {figure.name, figure.words.sv}]
    assert len(spelt) == len(set(spelt))


def test_the_law_dates_the_figures():
    years = {figure.name: (figure.first_year, figure.last_year) for figure in FIGURES}
    assert years["realised_gains"] == (2013, None)
    assert years["unrealised_gains"] == (2019, None)
    assert years["equalisation_reserve_used"] == years["decisive_result"] == (2024, 2033)
    assert years["equity"] == (None, None)


def test_values_of_any_type_are_read_by_their_names_in_either_language():
    read = YearFigures.of({"år": 2014, "årets_resultat": "-149", "realisationsvinster": 56, "slag": "forecast"})
    assert read == YearFigures(year=2014, net_result=-149, realised_gains=56, kind="forecast")
    row = OwnRow(label="RIPS", amount=-5)
    assert YearFigures.of({"net_result": sek(1), "other_adjustments": [row]}).other_adjustments == (row,)
    with pytest.raises(Refused) as refusal:
        YearFigures.of({"year": 2014, "realised_gain": 1, "net_result": 1.5, "kind": None, "equity": [], "as_of": "x"})
    assert [(finding.code, finding.place) for finding in refusal.value.findings] == [
        ("FIELD_UNKNOWN", "2014.realised_gain"),
        ("AMOUNT_IS_FLOAT", "2014.net_result"),
        ("AMOUNT_UNREADABLE", "2014.equity"),
        ("FIELD_UNREADABLE", "2014.as_of"),
    ]
    assert "Is realised_gains meant?" in refusal.value.findings[0].message


def test_a_loss_among_the_gains_is_told_where_it_belongs():
    with pytest.raises(Refused) as refusal:
        YearFigures(year=2014, net_result=0, realised_gains=-340, earmark_used=-1)
    gains, other = refusal.value.findings
    assert gains.remedy.startswith("A loss? Exempt losses go under realised_losses_exempt")
    assert other.remedy == "Give it without a sign; the rule applies the sign."


def test_a_made_up_figure_needs_no_file_but_its_own():
    words = Bilingual("gåvor", "donations"), Bilingual("mottagna gåvor", "donations received")
    table = (*FIGURES, Figure("donations", MAGNITUDE, *words, ZERO))
    figures = YearFigures.of({"year": 2014, "net_result": 1, "gåvor": "2,50"}, table)
    file = parse_figures('[[year]]\nyear = 2014\nnet_result = "1"\ndonations = "2.50"', table=table)
    assert file.years == (figures,)
    assert figures.ore("donations") == 250
    assert '"donations": "2.5"' in write_figures(file, table=table)
    assert "donations" in figures_schema(table)["properties"]["year"]["items"]["properties"]
    assert figures_from_values(2014, figures_to_values(figures)) == figures
    assert hash(figures)
    assert pickle.loads(pickle.dumps(figures)) == figures
    with pytest.raises(Refused, match="FIELD_UNKNOWN"):
        parse_figures('[[year]]\nyear = 2014\nnet_result = "1"\ndonations = "2.50"')
    with pytest.raises(Refused, match=r"year\[2014\].donations: FIGURE_NEGATIVE"):
        parse_figures('[[year]]\nyear = 2014\nnet_result = "1"\ndonations = "-2"', table=table)


def test_a_decision_of_figures_and_of_a_ground_may_be_given_as_text():
    ground = ExceptionalGround(amount=sek(1), deficit_year=2013, reason="skäl", decision="KF 2014-04-28 § 31")
    assert ground.decision == KF.__class__.parse("KF 2014-04-28 § 31")
    figures = YearFigures(year=2014, net_result=sek(5), reserve_decision="KF 2014-04-28 § 31")
    assert figures.reserve_decision == ground.decision
    with pytest.raises(Refused, match="DECISION_UNREADABLE"):
        ExceptionalGround(amount=sek(1), deficit_year=2013, reason="skäl", decision="fullmäktige i april")
