"""A number that stands in two places is the same in both (R30): statement, JSON, note, account, tie-out, clause."""

from __future__ import annotations

import json
from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from standing_twice import assert_alike
from text_books import YEAR_ENDS, new_book
from tomelilla import GROUNDS, tomelilla

from sifund_ledger import Book, Decision, Policy, Refused, YearEnd, YearFigures
from sifund_ledger.amounts import format_amount
from sifund_ledger.exchange import statement_to_json
from sifund_ledger.money import from_ore
from sifund_ledger.year_end.texts.drafting import text_of
from sifund_ledger.year_end.tie_out import tie_out

RESULTS = st.integers(-400_000_000, 400_000_000)
GAINS = st.just(0) | st.integers(1, 200_000_000)


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def run_of(book, ore: int, gains: int):
    figures = YearFigures(net_result=from_ore(ore), realised_gains=from_ore(gains))
    return book.year_end(2013, figures, grounds_decision=GROUNDS)


@settings(max_examples=25, deadline=None)
@given(first=RESULTS, then=RESULTS, gains=GAINS)
def test_R30_what_stands_twice_is_the_same_and_what_is_printed_is_posted(first, then, gains):
    book = tomelilla()
    run_of(book, first, 0).post()
    run = run_of(book, then, gains)
    drawn, note = run.statement.year(2013), run.equity_note

    (in_json,) = json.loads(statement_to_json(run.statement))["years"]
    lines = {line["code"]: Decimal(line["amount"]) * 100 for line in in_json["lines"]}
    assert lines["net_result"] == note.result_ore == then
    assert Decimal(in_json["balance_requirement_result"]) * 100 == drawn.balance_requirement_result_ore

    page = {each.code: each for each in tie_out(run).ties}
    assert [each for each in page.values() if each.difference_ore] == []
    assert page["net_result"].book_ore == page["net_result"].statement_ore == then
    (account,) = run.accounts
    in_account = next(each.closing_ore for each in account.years if each.first_year == 2013)
    assert page["earmark.social"].book_ore == dict(note.earmarks)["social"] == in_account

    shown = plain(text_of(book.texts(run)))
    for ore in (then, drawn.balance_requirement_result_ore):
        assert plain(format_amount(ore)) in shown
        assert plain(format_amount(ore)) in plain(run.text())

    run.post()
    assert book.equity_note(2013) == note
    assert str(book.statement(2013).only(2013)) == str(run.statement)
    assert book.equity_note(2013).closing_ore == 42_200_000_000 + then  # never the first result too


POLICY = Policy(
    name="Riktlinje", source="KF 2014-04-28 § 31", presentation="grounds", use_without_project=True,
    set_aside_sources=("surplus", "accumulated_equity"),
)  # fmt: skip
LATER = Policy(
    name="Annan", source="KF 2014-04-28 § 32", presentation="strict", recognition="decision_year",
    set_aside_sources=("surplus", "accumulated_equity"),
)  # fmt: skip
BY_RESERVE = Policy(name="Reserv", source="KF 2024-04-29 § 31", presentation="strict", legal_form="result_reserve")
FUNDS = ("social", "tidiga insatser")
SHARES = st.integers(0, 4)
YEARS = st.tuples(
    st.integers(-400, 900), st.sampled_from([0, 0, 40]), st.tuples(SHARES, SHARES, SHARES, SHARES), st.booleans(),
    st.sampled_from([0, 0, -30, 30]),
)  # fmt: skip
"""A year: its result, its gains, what of it or of the funds is set aside, used and reserved, grounds, an adjustment."""


def council(year: int, number: int) -> Decision:
    return Decision.parse(f"KF {year + 1}-04-28 § {number}")


def drawn_up(opened: int, step: int, years: list[tuple[Any, ...]]) -> tuple[Book, YearEnd]:
    """A book of two funds with different policies, from 2024 one of them met by RER, and the last of its years drawn up
    and not posted. Amounts are so many steps, in öre; what the law or the book refuses is left out."""
    book = new_book("Exempelby kommun", 2030)
    reserves = {"equalisation_reserve": from_ore(90 * step), "result_reserve": from_ore(80 * step * (opened > 2023))}
    book.open_equity(opened, from_ore(9_000 * step), opening_deficits=[], decision=council(opened, 1), **reserves)
    for fund, policy in zip(FUNDS, (POLICY, BY_RESERVE if opened > 2023 else LATER), strict=True):
        book.create_fund(fund, policy=policy, decision=council(opened, 2))
        with suppress(Refused):
            book.open_fund(fund, from_ore(50 * step), year=opened + 1, decision=council(opened, 3))
    for year, (result, gains, shares, grounds, adjusted) in enumerate(years, opened + 1):
        run = one_year(book, year, step, result, gains, shares, grounds, adjusted)
        if year < opened + len(years):
            run.post()
            with suppress(Refused):
                book.set_aside(FUNDS[1], from_ore(max(1, result // 5) * step), result_year=year,
                               decision=council(year, 31))  # fmt: skip
    return book, run


def one_year(
    book: Book, year: int, step: int, result: int, gains: int, shares: tuple[int, ...], grounds: bool, adjusted: int
) -> YearEnd:  # fmt: skip
    """What is set aside, granted and used in a year, and its year-end: with a reserve where the law lets it."""
    aside, granted, used, reserved = (share * 7 * step for share in shares)
    amounts = [from_ore(ore or step) for ore in (aside, granted, used)]
    kf = council(year, 35)
    for share, do in (
        (aside, lambda: book.set_aside(
            FUNDS[0], amounts[0], source="accumulated_equity", year=year, decision=kf)),
        (granted, lambda: book.grant(
            FUNDS[1], f"P{year}", amounts[1], board="BUN", financing="ur fonden", decision=council(year - 1, 36))),
        (used, lambda: book.use(FUNDS[0], amounts[2], year=year, decision=kf)),
        (granted, lambda: book.use(
            FUNDS[1], from_ore(granted // 7 * 3), year=year, project=f"P{year}", net_cost=amounts[1], decision=kf,
            reason="Färre placeringar")),
        (adjusted, lambda: book.adjust_equity(year, from_ore(adjusted * step), reason="Princip", decision=kf)),
    ):  # fmt: skip
        if share:
            with suppress(Refused):
                do()
    plain = {
        "net_result": from_ore(result * step), "realised_gains": from_ore(gains * step),
        "taxes_and_grants": from_ore(2_000 * step), "pension_contingency": from_ore(0),
    }  # fmt: skip
    moved = {"reserve_used": from_ore(reserved), "reserve_purpose": "Tillfälligt låga skatteintäkter"}
    by_reserve = moved if result < gains else {"reserve_allocated": from_ore(reserved)}
    decision = council(year, 37) if grounds else None
    for more in ({**by_reserve, "reserve_decision": council(year, 38)} if reserved else {}, {}):
        with suppress(Refused):
            run = book.year_end(year, YearFigures(**plain, **more), grounds_decision=decision)
            if not run.errors:
                return run
    return book.year_end(year, YearFigures(**plain), draft=True)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    opened=st.sampled_from([2014, 2016, 2023, 2024]), step=st.sampled_from([1, 37, 100, 123_400, 100_000]),
    years=st.lists(YEARS, min_size=2, max_size=4), unit=st.sampled_from(["kr", "tkr", "mkr"]),
)  # fmt: skip
def test_R30_every_number_of_a_drawn_book_is_alike_wherever_it_stands(opened, step, years, unit):
    book, run = drawn_up(opened, step, years)
    assert_alike(book, run, unit)
    if not run.errors:
        run.post()
        assert book.equity_note(run.year) == run.equity_note
        assert book.statement(run.year).year(run.year).lines == run.statement.year(run.year).lines


@pytest.mark.parametrize("unit", ["kr", "tkr"])
@pytest.mark.parametrize("name", YEAR_ENDS)
def test_R30_every_number_of_the_year_ends_that_a_person_has_read_is_alike(name, unit):
    assert assert_alike(*YEAR_ENDS[name](), unit) > {"item_summary", "row", "approve", "result", "equity"}
