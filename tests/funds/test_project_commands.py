"""Commands on projects and boards: read from text, refused with every reason, decided again from the journal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from fund_books import KF, fund_with, kf, ks, msek, new_book, refused

from sifund_ledger import Book, presets
from sifund_ledger.book.commands import all_commands, command_named
from sifund_ledger.book.situation import Situation
from sifund_ledger.funds.project.fields import PLAN
from sifund_ledger.ledger.commands import command_of
from sifund_ledger.year_end.book_state import BookState

REVERSAL = presets.reversal_textbook.choose(clawback_mode="automatic_plan", repayment_basis="plan")
PLAN_TEXT = ("Skola:2017=2400000,2018=1200000", "Social:2019-2021=100", "Skola:2019=1")


def a_project(policy: Any = REVERSAL) -> Book:
    book = fund_with(policy, "10")
    plan = {"Social": (msek(2), 2015, 2016), "Skola": {2015: msek(1)}}
    common = {"board": "Utb", "financing": "ur fonden", "decision": kf(2013), "start": date(2013, 5, 1)}
    book.grant("social", "Navigator", msek(3), plan=plan, participants=[("Skola", "Elevhälsan")], **common)
    return book


def a_whole_life() -> Book:
    """A project from grant to settlement, with a board reorganised on the way; a fund opened half-way beside it."""
    book = a_project()
    book.amend_grant("Navigator", msek(-1), frames={2013: msek("-0.5"), 2014: msek("-0.5")}, reason="x", decision=KF)
    book.report_cost("social", "Navigator", msek(2), year=2013, contributions=msek("0.5"), decision=kf(2014))
    book.use("social", msek(1), year=2013, project="Navigator", decision=kf(2014))
    book.release("Navigator", msek("0.25"), year=2013, decision=kf(2014))
    book.close_project("Navigator", year=2013, decision=kf(2014))
    book.reopen_project("Navigator", reason="x", decision=kf(2014))
    book.close_project("Navigator", year=2013, decision=kf(2014))
    book.register_board("Social", valid_from=date(2010, 1, 1), units=["Stöd"], decision=kf(2014))
    book.measure("Navigator", "Skola", msek(1), effect_year=2014, certificate="controllern", decision=kf(2015))
    book.repay("Navigator", "Skola", msek("0.5"), effect_year=2014, frame_year=2015, decision=kf(2015))
    book.measure("Navigator", "Skola", msek("0.4"), effect_year=2014, decision=kf(2015))
    book.return_repayment("Navigator", "Skola", financing="ur fonden", reason="x", decision=kf(2015))
    book.waive("Navigator", "Skola", msek("0.1"), reason="x", decision=kf(2015))
    book.reassign("Navigator", "Skola", "Social", msek("0.1"), reason="x", decision=kf(2015))
    book.revise_plan("Navigator", {"Skola": {2016: msek("0.3")}}, reason="x", decision=kf(2015))
    book.reorganise(
        "Social", successors={"A": "1/3", "B": "2/3"}, last_day=date(2015, 12, 31), reason="x", decision=kf(2015)
    )
    book.settle("Navigator", frame_year=2017, decision=kf(2017))
    book.create_fund("taken", policy=REVERSAL, decision=kf(2017))
    plan = {"Skola": {2018: msek(2)}}
    book.open_project(
        "taken", "Halvvägs", board="Utb", granted=msek(3), used=msek(1), released=msek("0.5"), plan=plan,
        repaid={"Skola": msek(1)}, to_repay={"Skola": {2018: msek(1)}}, year=2017, decision=kf(2017),
    )  # fmt: skip
    return book


NOT_ALONE = {"plan_revised", "shortfall_borne", "project_moved"}
"""What is had from no event by itself: it stores a change, or is a part of closing or settling."""


def decided_again(book: Book) -> Iterator[str]:
    """The kinds of event whose commands, decided again in the state before, give the very event."""
    state, commands, records = BookState(), all_commands(), list(book.records())
    for record in records:
        command = command_of(record, commands)
        if command is not None:
            situation = Situation(state, record.recorded_at.date(), {each.seq: each for each in records}.get)
            outcome = command.decide(situation)
            if record.event in [draft.event for draft in outcome.drafts] and not outcome.refused:
                yield record.event.kind
        state.evolve(record)


def test_each_command_is_decided_again_from_its_event():
    book = a_whole_life()
    kinds = {event.kind for _, event in book._state.register.events()}
    again = set(decided_again(book))
    assert kinds - again <= NOT_ALONE
    assert {"granted", "grant_amended", "cost_reported", "used", "released", "repaid", "repayment_returned", "waived",
            "reassigned", "effect_measured", "board_registered", "board_reorganised",
            "project_opened"} <= again  # fmt: skip


def test_a_plan_is_read_from_the_command_line_as_from_python():
    assert PLAN.parts is not None
    plan = command_named("grant").read({"plan": PLAN.parts(PLAN_TEXT)}, place="grant").plan
    assert plan == {"Skola": {2017: 240_000_000, 2018: 120_000_000, 2019: 100}, "Social": (10_000, 2019, 2021)}
    swedish = command_named("bevilja").read({"plan": {"Skola": ["2 400 000", 2017, "2018"]}}, place="grant").plan
    assert swedish == {"Skola": (240_000_000, 2017, 2018)}


def test_every_fault_of_a_plan_is_found():
    plan = {"": {2015: 1}, "Skola": {"tolv": 1, 2016: 1.5, 1900: 1}, "Social": (0, 2015), "Utb": (-1, "x", 2016)}
    found = refused(lambda: a_project().revise_plan("Navigator", plan, reason="", decision=ks(2014)))
    assert len(found) == len(set(found)) == 9


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({"amount": 1.5}, {"AMOUNT_IS_FLOAT"}),
        ({"amount": "0", "decision": "KS 2014-05-08 § 7"}, {"AMOUNT_NOT_POSITIVE", "DECISION_WITHOUT_AUTHORITY"}),
        ({"project": " ", "financing": " "}, {"NAME_EMPTY", "GRANT_UNFINANCED"}),
        ({"fund": "fel", "board": None, "start": "i dag"}, {"FUND_UNKNOWN", "FIELD_UNREADABLE"}),
        ({"frames": {2013: 1}}, {"FRAMES_DIFFER"}),
    ],
)
def test_a_rule_is_not_run_on_a_value_that_could_not_be_read(values, codes):
    book = new_book()
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    book.open_fund("social", 100, year=2013, decision=KF)
    given = {"fund": "social", "project": "P", "amount": 10, "board": "Utb", "financing": "f", "decision": KF, **values}
    found = command_named("grant").from_values(**given).decide(book._situation).findings
    assert {finding.code for finding in found} == codes


def test_a_use_names_its_project_or_is_direct():
    book = fund_with(presets.tomelilla_earmark, "10")
    assert book.use("social", msek(1), year=2013, decision="KF 2014-04-28 § 31").balance == msek(9)
    assert command_named("ianspråkta").cli == "project use"


def test_a_measurement_is_kept_with_the_day_of_its_decision_and_who_made_it():
    book = a_project()
    book.measure("Navigator", "Skola", msek(1), effect_year=2014, certificate="controllern", decision=kf(2015))
    event = list(book.records())[-1].event
    assert (event.event_date, event.effect_year, event.certificate) == (date(2015, 4, 22), 2014, "controllern")


def test_the_latest_report_of_a_year_is_its_cost():
    book = a_project()
    for reported, net_ore in (("2", 200_000_000), ("0.5", 50_000_000)):
        assert book.report_cost("social", "Navigator", msek(reported), year=2013, decision=kf(2014)) == net_ore
    refused(
        lambda: book.use("social", msek(1), year=2013, project="Navigator", decision=kf(2014)),
        "USE_ABOVE_NET_COST", book=book,
    )  # fmt: skip
