"""A number that stands in two places is the same in both (R30): statement, JSON, note, account, tie-out, clause."""

from __future__ import annotations

import json
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from tomelilla import GROUNDS, tomelilla

from sifund_ledger import YearFigures
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
