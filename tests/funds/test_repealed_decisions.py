"""What rests on a repealed decision and moves no money falls with it (R45): what stood before it counts again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sifund_ledger import Book, Policy, Refused, open_book, sek
from sifund_ledger.findings import Severity

FIRST, THEN = "KF 2015-04-27 § 40", "KF 2016-04-25 § 50"
POLICY = Policy(
    name="egen", source="KF 2015-04-27 § 40", presentation="grounds", use_without_project=True,
    set_aside_sources=("accumulated_equity",),
)  # fmt: skip


@pytest.fixture
def book() -> Book:
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=lambda: datetime(2018, 6, 30, tzinfo=UTC))
    book.open_equity(2014, sek(1000), opening_deficits=[], decision=FIRST)
    book.create_fund("social", policy=POLICY, decision=FIRST)
    return book


def intended(book: Book) -> list[int]:
    return [row.cells[1] for row in book.intentions("social").rows if row.code != "total"]


def test_R45_an_intention_falls_with_its_decision_and_the_one_before_it_counts(book):
    book.state_intention("social", {2016: sek(10)}, decision=FIRST)
    book.state_intention("social", {2016: sek(25)}, decision=THEN)
    assert intended(book) == [2500]
    book.move_decision(THEN, "repealed")
    assert intended(book) == [1000]
    book.move_decision(THEN, "final")
    assert intended(book) == [2500]


def test_R45_a_version_of_a_policy_falls_with_its_decision(book):
    later = replace(POLICY, use_without_project=False, name="senare")
    book.change_policy("social", policy=later, valid_from=date(2016, 5, 1), decision=THEN)
    assert book.fund("social").policy.name == "senare"
    book.move_decision(THEN, "repealed")
    assert book.fund("social").policy == POLICY
    again = replace(later, name="på nytt")
    book.change_policy("social", policy=again, valid_from=date(2016, 4, 1), decision="KF 2017-02-27 § 3")
    assert book.fund("social").policy.name == "på nytt"


def test_R45_a_version_stays_as_long_as_a_sub_fund_that_it_alone_has_holds_something(book):
    parts = [replace(POLICY, subfunds=tuple((name, ()) for name in names)) for names in (["Äldre"], ["Äldre", "Unga"])]
    book.create_fund("delad", policy=parts[0], decision=FIRST)
    book.change_policy("delad", policy=parts[1], valid_from=date(2016, 5, 1), decision=THEN)
    given = {"source": "accumulated_equity", "subfund": "Unga", "year": 2016}
    book.set_aside("delad", sek(5), **given, decision="KF 2016-06-20 § 8")
    book.move_decision(THEN, "repealed")
    assert book.fund("delad").subfunds == (("Äldre", 0, 0), ("Unga", 500, 0))
    book.correct(book.head.seq - 1, reason="Riktlinjen är upphävd")
    book.move_decision(THEN, "repealed")
    assert book.fund("delad").subfunds == (("Äldre", 0, 0),)


def test_R45_a_purpose_and_a_board_fall_with_their_decision(book):
    book.change_purpose("social", "Tidiga insatser", decision=FIRST)
    book.change_purpose("social", "Allt", decision=THEN)
    book.register_board("Barnnämnden", valid_from=date(2017, 1, 1), decision=THEN)
    ended = {"last_day": date(2017, 6, 30), "reason": "Ny nämnd", "decision": "KF 2017-02-27 § 3"}
    book.reorganise("Barnnämnden", successors={"Skolnämnden": 1}, **ended)
    book.set_aside("social", sek(5), source="accumulated_equity", year=2017, decision="KF 2017-06-20 § 8")
    granted = {"board": "Barnnämnden", "financing": "ur fonden", "decision": "KF 2018-02-26 § 4"}
    with pytest.raises(Refused, match="BOARD_ENDED"):
        book.grant("social", "Navigator", sek(1), **granted)
    book.move_decision("KF 2017-02-27 § 3", "repealed")
    book.move_decision(THEN, "repealed")
    assert book.fund("social").purpose == "Tidiga insatser"
    book.grant("social", "Navigator", sek(1), **granted)
    assert all(each.severity is not Severity.ERROR for each in book.warnings)
