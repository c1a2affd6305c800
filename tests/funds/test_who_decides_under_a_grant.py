"""Who may use, release, close, carry over, repay and settle (ruling R44), and that no decision precedes the grant."""

from __future__ import annotations

from datetime import date

import pytest
from fund_books import fund_with, kf, ks, msek, refused

from sifund_ledger import Decision, presets

OREBRO = presets.orebro_strict.choose(presentation="strict", year_end_carry_over=True)
CULTURE = Decision.parse("Kulturnämnden 2014-03-01 § 3")
EARLY = Decision.parse("KF 2013-02-01 § 1")
OWN = Decision.parse("BUN 2014-03-01 § 3")

UNDER_GRANT = {
    "use": lambda book, decision: book.use(
        "social", msek(1), year=2013, project="Navigator", net_cost=msek(1), decision=decision
    ),
    "release": lambda book, decision: book.release("Navigator", msek(1), year=2013, decision=decision),
    "close_project": lambda book, decision: book.close_project("Navigator", year=2013, decision=decision),
    "repay": lambda book, decision: book.repay(
        "Navigator", "BUN", msek(1), effect_year=2015, frame_year=2015, decision=decision
    ),
}


def granted(decision=None):
    """A project granted 4.0 that BUN carries out, and repays 4.0 of in 2015."""
    book = fund_with(OREBRO, "20")
    book.delegate("social", task="grant", to="KS", decision=kf(2013))
    book.grant(
        "social", "Navigator", msek(4), board="BUN", financing="ur fonden", plan={"BUN": {2015: msek(4)}},
        end=date(2014, 12, 31), decision=decision or kf(2013),
    )  # fmt: skip
    return book


@pytest.mark.parametrize("command", UNDER_GRANT.values(), ids=UNDER_GRANT)
def test_a_board_that_has_nothing_to_do_with_the_grant_decides_nothing_under_it(command):
    book = granted()
    refused(lambda: command(book, CULTURE), "DECISION_WITHOUT_AUTHORITY", book=book)
    book.delegate("social", task="administer", to="Kulturnämnden", decision=kf(2013, 2))
    command(book, CULTURE)


@pytest.mark.parametrize("command", UNDER_GRANT.values(), ids=UNDER_GRANT)
def test_nothing_rests_on_a_decision_taken_before_the_grant(command):
    book = granted()
    refused(lambda: command(book, EARLY), "DECISION_BEFORE_GRANT", book=book)
    refused(lambda: command(book, Decision.parse("BUN 2013-02-01 § 1")), "DECISION_BEFORE_GRANT", book=book)


def test_a_grant_is_not_amended_before_it_was_made():
    book = granted()
    refused(
        lambda: book.amend_grant("Navigator", msek(-1), reason="Lägre kostnad", decision=EARLY),
        "DECISION_BEFORE_GRANT", book=book,
    )  # fmt: skip


@pytest.mark.parametrize("command", UNDER_GRANT.values(), ids=UNDER_GRANT)
@pytest.mark.parametrize("decision", [kf(2013), kf(2014), OWN], ids=["the grant itself", "the council", "its board"])
def test_the_grant_itself_the_council_and_the_projects_board_are_enough(command, decision):
    book = granted()
    before = book.head.seq
    command(book, decision)
    assert book.head.seq > before


@pytest.mark.parametrize("command", UNDER_GRANT.values(), ids=UNDER_GRANT)
def test_the_body_that_granted_decides_and_one_that_did_not_does_not(command):
    command(granted(ks(2013)), ks(2014))
    book = granted()
    refused(lambda: command(book, ks(2014)), "DECISION_WITHOUT_AUTHORITY", book=book)


def test_a_carry_over_is_the_councils_or_delegated():
    def carry(book, decision):
        return book.carry_over("Navigator", msek(1), year=2013, decision=decision)

    book = granted()
    refused(lambda: carry(book, OWN), "DECISION_WITHOUT_AUTHORITY", book=book)
    refused(lambda: carry(book, ks(2014)), "DECISION_WITHOUT_AUTHORITY", book=book)
    refused(lambda: carry(book, EARLY), "DECISION_BEFORE_GRANT", book=book)
    book.delegate("social", task="carry_over", to="KS", decision=kf(2014))
    carry(book, ks(2014))
    carry(granted(), kf(2014))


def test_a_loss_is_settled_by_who_may_waive_and_no_loss_by_the_board():
    def closed(measured):
        book = granted()
        UNDER_GRANT["use"](book, OWN)
        book.close_project("Navigator", year=2013, decision=OWN)
        book.measure("Navigator", "BUN", msek(measured), effect_year=2014, decision=OWN)
        return book

    own = Decision.parse("BUN 2015-03-01 § 3")
    book = closed("0")
    refused(lambda: book.settle("Navigator", frame_year=2015, decision=own), "DECISION_WITHOUT_AUTHORITY", book=book)
    book.settle("Navigator", frame_year=2015, decision=kf(2015))
    closed("4").settle("Navigator", frame_year=2015, decision=own)
