"""The log: each record with the amount that a reader looks for, whether it is posted or only stated."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime

import pytest

from sifund_ledger import Book, OpeningDeficit, Policy, YearFigures, open_book, sek
from sifund_ledger.balance.reserves.securities import OpeningExcluded
from sifund_ledger.book import log
from sifund_ledger.book.log import log_table, of_year
from sifund_ledger.book.record_names import EVENT_KINDS, is_called, is_kind, words_of, words_of_kind
from sifund_ledger.ledger.records import Event
from sifund_ledger.year_end import compared
from sifund_ledger.year_end.book_state import EVENT_TYPES

KF = "KF 2014-04-28 § 31"
LATER = "KF 2015-04-27 § 31"


def a_book() -> Book:
    book = open_book(create="Ale", actor="ekonomi", clock=lambda: datetime(2020, 6, 30, tzinfo=UTC))
    book.open_equity(
        2013, sek("100 000 000"), decision=KF,
        opening_deficits=[OpeningDeficit(year=2012, left=sek(5)), OpeningDeficit(year=2013, left=sek(7))],
        opening_excluded=OpeningExcluded(unrealised_gains=sek(3), unrealised_losses=sek(2)),
    )  # fmt: skip
    policy = Policy(name="Riktlinje", source=KF, revolving=True)
    book.create_fund("social", policy=policy, decision=KF)
    book.open_fund("social", sek("10 000 000"), year=2014, decision=KF)
    book.state_intention("social", {2015: 1_000_000, 2016: 2_000_000}, decision=KF)
    book.grant(
        "social", "Navigator", sek("4 000 000"), board="BUN", financing="ur fonden", plan={"BUN": {2016: "4 000 000"}},
        start=date(2014, 5, 1), end=date(2015, 12, 31), decision=KF,
    )  # fmt: skip
    book.report_cost(
        "social", "Navigator", sek("3 000 000"), contributions=sek("500 000"), year=2014, decision="BUN 2015-01-20 § 2"
    )
    book.measure("Navigator", "BUN", sek("600 000"), effect_year=2015, certificate="controllern", decision=LATER)
    book.year_end(
        2014,
        YearFigures(
            net_result=sek(-9),
            exceptional_grounds=[{"amount": "4", "deficit_year": 2014, "reason": "Branden", "decision": LATER}],
        ),
    ).post()
    book.close_year(2014, decision=LATER)
    book.correct_balance_result(2014, sek(-8), year=2015, reason="Felräknat", decision="KF 2016-04-25 § 1")
    return book


def test_what_is_stated_without_an_entry_has_its_amount_in_the_log():
    book = a_book()
    table = log_table(book.records())
    columns = [column.code for column in table.columns]
    rows = [dict(zip(columns, row.cells, strict=True)) for row in table.rows]
    shown = {row["what"]: (row["year"], row["about"], row["amount"]) for row in rows}
    assert shown["ingående underskott"] == (2013, "2013", 12_00)
    assert shown["ingående orealiserat"] == (2013, "2013: vinster 3 kr, förluster 2 kr", None)
    assert shown["avsikt angiven"] == (None, "social", 3_000_000_00)
    assert shown["kostnad rapporterad"] == (2014, "social, Navigator, BUN, 2014: brutto 3 000 000 kr", 2_500_000_00)
    assert shown["effekt mätt"] == (2015, "Navigator, BUN", 600_000_00)
    assert shown["synnerliga skäl åberopade"] == (2014, "4 kr av underskottet 2014: Branden", 4_00)
    about = "Balanskravsresultatet 2014 är −8 kr i stället för −9 kr: Felräknat"
    assert shown["balanskravsresultat rättat"] == (2015, about, 1_00)
    about = "2014: inte avstämt mot huvudboken, ingen åtgärdsplan för underskottet"
    assert shown["stängt med varning"] == (2014, about, None)


def test_every_record_of_a_year_is_found_by_that_year():
    kinds = {record.event.kind for record in a_book().records() if of_year(record) == 2014}
    assert {"cost_reported", "ground_invoked", "granted", "figures_stated", "period_moved"} <= kinds


def test_a_project_that_is_closed_settled_or_reopened_is_called_what_it_is():
    book = a_book()
    book.close_project("Navigator", year=2015, decision=LATER)
    book.settle("Navigator", frame_year=2016, decision=LATER)
    book.reopen_project("Navigator", reason="Mäts om", decision=LATER)
    book.reopen_project("Navigator", reason="Fortsätter", decision=LATER)
    moves = [record for record in book.records() if record.event.kind == "project_moved"]
    called = ["projekt avslutat", "projekt slutavräknat", "projekt avslutat", "projekt pågår"]
    assert [words_of(record).sv for record in moves] == called
    found = [[is_called(record, word) for record in moves] for word in ("avsluta_projekt", "settle", "project_moved")]
    assert found == [[True, False, True, False], [False, True, False, False], [True] * 4]
    assert all(is_kind(word) for word in ("avsluta_projekt", "settle", "projekt pågår", "återöppna projekt"))


@pytest.mark.parametrize("kind", sorted(EVENT_KINDS))
def test_every_kind_of_event_has_words(kind):
    assert words_of_kind(kind).sv != kind
    assert is_kind(words_of_kind(kind).sv)
    assert words_of_kind(kind).sv != words_of_kind(kind).en


TOLD_OTHERWISE = {"excluded_opened"}
"""What has two amounts, which stand in words."""


def test_no_kind_of_event_states_an_amount_that_the_log_leaves_out():
    from sifund_ledger.book.log import _STATED

    for (kind, _), event in EVENT_TYPES.items():
        amounts = {field.name for field in fields(event) if field.name.endswith("ore")}
        posts = event.postings is not Event.postings
        assert posts or not amounts or "ore" in amounts or kind in _STATED or kind in TOLD_OTHERWISE, kind


def test_what_a_year_is_closed_without_has_words_in_both_languages():
    """Every code that a closing may record: none is printed as it is stored."""
    assert {*log._LACKS} == {compared.Source.LEDGER, compared.ACTION_PLAN, compared.STATED_EQUITY, compared.STATEMENT}
