"""S23, D12 and D13: outcome contracts; who pays what at which outcome, and never an earmark. Amounts are MSEK."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from programme_books import fund_book, kf, msek, rows, warned
from two_roads import Printed, posted, recorded, typed

from sifund_ledger import Book, Refused
from sifund_ledger.cli.program import run
from sifund_ledger.programme.contracts import OutcomeContract, provider_pays

MKR = 100_000_000
EIGHT = OutcomeContract.of(capital=8, guarantee="0.40", unit="mkr")
TEN = OutcomeContract.of(capital=10, guarantee="0.40", unit="mkr")


def test_capital_of_8_and_a_guarantee_of_40_per_cent():
    """3 pays 5.0 (investor −3.0, municipality −2.0); 8 pays 8.0; 12 pays 8.0, with the school outcome met 9.6."""
    three, eight, twelve = (EIGHT.outcome(saved * MKR) for saved in (3, 8, 12))
    assert (three.paid_ore, three.investor_ore, three.municipality_ore) == (5 * MKR, -3 * MKR, -2 * MKR)
    assert (eight.paid_ore, eight.investor_ore, eight.municipality_ore) == (8 * MKR, 0, 0)
    assert (twelve.paid_ore, twelve.paid_with_ore, twelve.municipality_with_ore) == (
        8 * MKR, 960_000_000, 240_000_000,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("saved", "paid", "met"), [(0, 4, 4), (5, 7, 7), (10, 10, 10), (12, 10, 11.2), (15, 10, 12)]
)  # fmt: skip
def test_d12_norrkoping(saved, paid, met):
    outcome = TEN.outcome(saved * MKR)
    assert (outcome.paid_ore / MKR, outcome.paid_with_ore / MKR) == (paid, met)


@given(st.integers(0, 30 * MKR), st.booleans(), st.integers(0, MKR))
def test_d12_holds_for_every_saving(saved, met, more):
    paid, capital = TEN.pays(saved, met=met), TEN.capital_ore
    assert (paid - capital) + (saved - paid) == saved - capital
    assert 0.4 * capital <= paid <= 1.2 * capital
    assert TEN.pays(saved + more, met=met) >= paid
    if saved <= capital:  # losses are split 60 to 40, to the öre
        assert abs(5 * (capital - paid) - 3 * (capital - saved)) <= 5


def test_d13_a_provider_that_carries_75_per_cent():
    """8 of 12 per cent after a year is two thirds of the goal: 7.5 in proportion, 2.5 stepwise, 10.0 when it is met."""
    terms = (10 * MKR, Fraction(3, 4))
    assert provider_pays(*terms, Fraction(8, 12), stepwise=False) == 750_000_000
    assert provider_pays(*terms, Fraction(8, 12), stepwise=True) == 250_000_000
    assert provider_pays(*terms, Fraction(1), stepwise=True) == 10 * MKR


SIGNED = """gör = "teckna_utfallskontrakt"
projekt = "SkolFam"
investerare = "Stiftelsen"
kapital = "8 000 000"
garanti = "40 %"
av_besparing = "60 %"
tak = "20 %"
av_överskott = "60 %"
villkor = "bättre skolresultat"
bedömare = "Lumell"
dag = 2016-06-01"""


def test_by_an_events_file_and_the_command_line(tmp_path, capsys):
    """8.0 and 40 %: 3 pays 5.0 (−3.0, −2.0); 8 pays 8.0; 12 pays 8.0, and 9.6 with the school outcome met (+2.4)."""
    path, printed = tmp_path / "bok.sifund", Printed(capsys)
    fund_book(path, year=2016).close()
    book = with_contract()
    typed(path, "project stage", "SkolFam", "--stage", "idé", "--day", "2016-01-11", "--by", "kurator")
    posted(path, SIGNED, decision=str(kf(2016)))
    outcomes = (
        ("3", False, (5, -3, -2)),
        ("8", False, (8, 0, 0)),
        ("12", False, (8, 0, 4)),
        ("12", True, (9.6, 1.6, 2.4)),
    )
    for year, (saved, met, (paid, investor, municipality)) in enumerate(outcomes, 2018):
        about = ("--saved", saved, "--unit", "mkr", "--by", "Lumell", "--day", f"{year}-02-01")
        typed(path, "project assess", "SkolFam", *about, *(["--met"] if met else []))
        book.assess_outcome("SkolFam", saved=msek(saved), met=met, by="Lumell", day=f"{year}-02-01")
        (row,) = printed.page(path, "contracts")
        shown = tuple(float(row[name]) / 1_000_000 for name in ("paid", "investor_net", "municipality_net"))
        assert shown == (paid, investor, municipality)
    assert recorded(path) == recorded(book)
    assert not [each for each in book.records() if each.event.kind == "set_aside"]


def with_contract() -> Book:
    """A contract of 8.0 about a project that is no more than an idea yet."""
    book = fund_book(year=2016)
    book.reach_stage("SkolFam", "idea", day="2016-01-11", by="kurator")
    book.sign_contract(
        "SkolFam", investor="Stiftelsen", capital=msek("8"), guarantee="40 %", of_saving="60 %", cap="20 %",
        of_excess="60 %", condition="bättre skolresultat", assessor="Lumell", day="2016-06-01", decision=kf(2016),
    )  # fmt: skip
    return book


def test_a_contract_in_a_book_posts_nothing():
    book = fund_book(year=2016)
    book.reach_stage("SkolFam", "idea", day="2016-01-11", by="kurator")
    before = book.balances
    with pytest.raises(Refused, match="CONTRACT_UNKNOWN"):
        book.assess_outcome("SkolFam", saved=msek("3"), by="Lumell", day="2021-02-01")
    book = with_contract()
    assert book.balances == before
    book.assess_outcome("SkolFam", saved=msek("3"), by="Lumell", day="2019-02-01")
    book.assess_outcome("SkolFam", saved=msek("12"), met=True, by="Stiftelsen", day="2021-02-01")
    assert book.balances == before
    assert len(warned(book, "ASSESSED_BY_PARTY")) == 1
    (row,) = rows(book.programme.contracts(language="en"))
    assert (row["paid"], row["investor_net"], row["municipality_net"]) == (960_000_000, 160_000_000, 240_000_000)
    book.correct(book.head.seq, reason="fel utfall")
    (row,) = rows(book.programme.contracts(language="en"))
    assert (row["paid"], row["investor_net"], row["municipality_net"]) == (500_000_000, -300_000_000, -200_000_000)


def test_terms_without_a_book_on_the_command_line(capsys):
    saved = ["--saved", "3", "--saved", "8", "--saved", "12"]
    assert run(["programme", "contract", "--capital", "8", "--guarantee", "40 %", *saved, "--unit", "mkr"]) == 0
    out = capsys.readouterr().out
    assert "aldrig en öronmärkning" in out
    assert "9,6" in out
