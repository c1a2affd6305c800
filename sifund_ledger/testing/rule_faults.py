"""Faults that no hash shows (fel mot reglerna): a book rewritten so that it breaks a rule, its chain whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any, Final

from sifund_ledger.decisions import Decision
from sifund_ledger.funds.state.claim_events import WaivedOfFloor
from sifund_ledger.funds.state.project_events import FrameCarried
from sifund_ledger.ledger.events import DecisionMoved
from sifund_ledger.ledger.records import Record
from sifund_ledger.testing.planting import (
    fault,
    halved,
    place_of_last,
    rewritten,
    take_out,
    with_entry,
    with_event,
    with_one_more,
    with_put_in,
    with_record,
    without_last,
)


def _more(ore: int) -> int:
    return ore + 1


def _stated(**values: int) -> Callable[[Any], Any]:
    """The figures of a year with others in their place."""
    return lambda figures: tuple({**dict(figures), **values}.items())


def _of(board: str) -> Callable[[Decision], Decision]:
    return lambda decision: Decision(board, decision.date, decision.paragraph)


def _on(day: str) -> Callable[[Decision], Decision]:
    return lambda decision: Decision.parse(f"{decision.body} {day} § {decision.paragraph}")


def _shortfall(lines: Any, more: int) -> Any:
    """A loss that takes what the floor should have given."""
    (board, year, ore), *rest = lines
    return ((board, year, ore + more), *rest)


def _loss_alone(records: list[Record]) -> int:
    """A loss without the rest of the settlement that it belongs to."""
    take_out(records, place_of_last(records, "repaid", basis="floor"))
    return place_of_last(records, "shortfall_borne")


def _repealed(records: list[Record]) -> int:
    """The decision of the last grant to a project is repealed at the end, and nothing is corrected."""
    at = place_of_last(records, "granted", project="Navigator")
    about = records[at].decision
    assert about is not None
    records.append(records[-1]._replace(event=DecisionMoved(about, "repealed"), decision=None, entry=None))
    return at


def _fund_moved(records: list[Record]) -> int:
    """The entry of a result posts what an event of a fund would."""
    lines = records[place_of_last(records, "used_directly")].entry
    at = place_of_last(records, "result_recorded")
    entry = records[at].entry
    assert lines is not None
    assert entry is not None
    records[at] = records[at]._replace(entry=entry._replace(postings=lines.postings))
    return at


def _of_floor(records: list[Record]) -> int:
    """The waiver that the executive board decided is of the floor too, which is the council's own to give up."""
    at = place_of_last(records, "waived")
    event = records[at].event
    values = {each.name: getattr(event, each.name) for each in fields(event)}  # type: ignore[arg-type]
    records[at] = records[at]._replace(event=WaivedOfFloor(**values, of="floor"))
    return at


def _of_another_project(postings: Any) -> Any:
    return tuple(
        each._replace(account=each.account._replace(project="Fel")) if each.account.project else each
        for each in postings
    )


_CARRIED: Final = FrameCarried("social", "Navigator", "Utbildning", 3_000_000_00, 2014, 2015, date(2015, 4, 28))
_2013, _2014, _2015, _2016, _2018 = ({"year": year} for year in (2013, 2014, 2015, 2016, 2018))
_CLOSED_2014: Final = {"year": 2014, "state": "closed"}
FAULTS: Final = (
    # Decisions
    fault(
        "body_forged", "authority", "styrelsen har öronmärkt", "the executive board has set aside",
        rewritten(with_record("renewed", decision=_of("KS"))),
    ),
    fault(
        "grant_by_board", "authority", "en nämnd har beviljat", "a board has granted",
        rewritten(with_record("granted", decision=_of("BUN"))),
    ),
    fault(
        "waiver_by_board", "authority", "en nämnd har efterskänkt", "a board has waived",
        rewritten(with_record("waived", decision=_of("SN"))),
    ),
    fault(
        "waiver_of_floor_by_delegation", "authority", "den lägsta återföringen efterskänkt på delegation",
        "a waiver that eats the floor, by delegation",
        rewritten(_of_floor),
    ),
    fault(
        "waiver_undecided", "decisions", "efterskänkt utan beslut", "a waiver without a decision",
        rewritten(with_record("waived", decision=None)),
    ),
    fault(
        "ground_by_executive_board", "authority", "styrelsen har åberopat synnerliga skäl",
        "the executive board has invoked grounds",
        rewritten(with_record("ground_invoked", decision=_of("KS"))),
    ),
    fault(
        "closed_by_executive_board", "authority", "styrelsen har godkänt årsredovisningen",
        "the executive board has approved the annual report",
        rewritten(with_record("period_moved", _CLOSED_2014, decision=_of("KS"))),
    ),
    fault(
        "delegation_gone", "authority", "delegationen saknas", "the delegation is missing",
        rewritten(without_last("delegated", {"task": "amend"})),
    ),
    fault(
        "decided_before_grant", "authority", "ianspråktagandet beslutat före beviljandet",
        "a use decided before the grant",
        rewritten(with_record("used", _2015, decision=_on("2014-01-13"))),
    ),
    fault(
        "grant_repealed", "repealed", "beviljandets beslut upphävt, inget rättat", "the grant's decision repealed",
        rewritten(_repealed),
    ),
    fault(
        "reason_missing", "reasons", "efterskänkt utan skäl", "waived without a reason",
        rewritten(with_event("waived", reason="")),
    ),
    fault(
        "financing_missing", "reasons", "beviljat utan finansiering", "granted without financing",
        rewritten(with_event("granted", {"project": "Navigator"}, financing="")),
    ),
    # Limits
    fault(
        "set_aside_above_result", "result_spent_once", "mer öronmärkt än resultatet", "more set aside than the result",
        rewritten(with_event("set_aside", {"fund": "unga", "year": 2013}, ore=28_000_000_00)),
    ),
    fault(
        "result_spent_twice", "result_spent_once", "ett resultat använt två gånger, över två bokföringsår",
        "a result spent twice, over two booking years",
        rewritten(with_one_more("set_aside", _2013, decision="KF 2020-04-28 § 62", year=2019, ore=15_000_000_01)),
    ),
    fault(
        "renewed_above_right", "result_spent_once", "mer förnyat än återfört", "more renewed than was repaid",
        rewritten(with_event("renewed", ore=_more)),
    ),
    fault(
        "ceiling_broken", "ceilings", "reservens tak brutet med ett öre", "a reserve's ceiling broken by one öre",
        rewritten(
            with_event("reserve_allocated", _2013, ore=28_000_000_01),
            with_event("figures_stated", _2013, figures=_stated(reserve_allocated=28_000_000_01)),
        ),
    ),
    fault(
        "earmarks_above_equity", "earmark_limits", "mer öronmärkt än eget kapital", "more earmarked than equity",
        rewritten(with_event("equity_opened", ore=-30_000_000_00), named=False),
    ),
    fault(
        "ground_above_use", "grounds", "skälet ett öre över det som användes", "a ground one öre above the use",
        rewritten(with_event("ground_invoked", ore=_more)),
    ),
    fault(
        "ground_without_reason", "recorded", "synnerliga skäl utan skäl", "grounds without a reason",
        rewritten(with_event("ground_invoked", reason="")),
    ),
    fault(
        "reserve_overdrawn", "balances", "reserven ett öre överdragen", "a reserve overdrawn by one öre",
        rewritten(
            with_event("reserve_used", ore=3_000_000_01),
            with_event("figures_stated", _2015, figures=_stated(reserve_used=3_000_000_01)),
        ),
    ),
    fault(
        "grant_above_available", "grants", "mer beviljat än disponibelt", "more granted than available",
        rewritten(
            with_one_more("granted", {"project": "Fel"}, decision="KF 2019-04-28 § 63", project="Nytt", year=2019,
                   ore=90_000_000_00, frames=((2019, 90_000_000_00),), plan=(("Skola", 2020, 90_000_000_00),)),
        ),
    ),
    fault(
        "source_not_in_policy", "grants", "källan finns inte i riktlinjen", "the source is not in the policy",
        rewritten(
            with_event("set_aside", {"fund": "unga", "year": 2019}, source="accumulated_equity", result_year=0)
        ),
    ),
    fault(
        "project_ends_before_start", "grants", "projektet slutar före sin början", "the project ends before its start",
        rewritten(with_event("granted", {"project": "Fel"}, end=lambda end: end.replace(year=2013))),
    ),
    fault(
        "use_above_net_cost", "net_cost", "ett öre mer använt än nettokostnaden", "one öre more used than the net cost",
        rewritten(with_event("used", _2014, ore=_more, net_cost_ore=_more)),
    ),
    fault(
        "cost_lowered", "net_cost", "kostnaden sänkt under det använda", "the cost lowered below what was used",
        rewritten(with_one_more("cost_reported", _2015, gross_ore=1_000_00, net_ore=1_000_00)),
    ),
    fault(
        "closed_frame_changed", "closed_frames", "ett stängt års ram ändrad", "the frame of a closed year changed",
        rewritten(with_event("grant_amended", frames=((2013, 60_000_00),))),
    ),
    fault(
        "frames_other_than_grant", "frames", "ramarna är inte det som beviljades",
        "the frames are not what was granted",
        rewritten(with_event("granted", {"project": "Navigator"}, frames=((2014, 7_000_000_00),))),
    ),
    fault(
        "spent_frame_carried", "frames", "en förbrukad ram överförd till nästa år",
        "a spent frame carried to the next year",
        rewritten(with_put_in("used", _2014, _CARRIED, "KF 2015-04-28 § 54")),
    ),
    fault(
        "repaid_above_claim", "repayments", "mer återfört än fordran", "more repaid than the claim",
        rewritten(with_event("repaid", {"board": "Skola"}, ore=9_000_000_00, lines=((2017, 9_000_000_00),))),
    ),
    fault(
        "repaid_after_limit", "repayments", "återfört efter riktlinjens sista år",
        "repaid after the policy's last year",
        rewritten(with_event("repaid", {"board": "Skola"}, frame_year=2040)),
    ),
    fault(
        "floor_not_met", "floors", "en nämnd under den lägsta återföringen", "a board below its floor",
        rewritten(
            with_event("repaid", {"basis": "floor"}, ore=100_00, lines=((2017, 100_00),)),
            with_event("shortfall_borne", lines=lambda lines: _shortfall(lines, 180_000_00 - 100_00)),
        ),
    ),
    fault(
        "loss_without_settlement", "decided_again", "förlust bokförd utan slutavräkning",
        "a loss booked without a settlement",
        rewritten(_loss_alone),
    ),
    fault(
        "claim_raised_by_move", "decided_again", "en fordran höjd vid omorganisation",
        "a claim raised by a reorganisation",
        rewritten(with_event("reassigned", planned_ore=_more)),
    ),
    fault(
        "result_carried_wrong", "accounts_roll_forward", "fel resultat fört till eget kapital",
        "the wrong result carried",
        rewritten(with_event("result_carried", _2014, ore=_more)),
    ),
    fault(
        "settlement_gone", "due_repayments", "slutavräkningen borttagen, återföringen försenad",
        "the settlement taken away, the repayment late",
        rewritten(without_last("repaid", {"basis": "floor"}), without_last("shortfall_borne"),
                  without_last("project_moved", {"state": "settled"})),
    ),
    # Years
    fault(
        "approved_before_year_end", "closings", "godkänt före årets slut", "approved before the year's end",
        rewritten(with_record("period_moved", _CLOSED_2014, decision=_on("2014-11-24"))),
    ),
    fault(
        "approved_out_of_order", "closings", "godkänt före ett tidigare år", "approved before an earlier year",
        rewritten(with_record("period_moved", {"year": 2016, "state": "closed"}, decision=_on("2017-01-09")),
                   with_record("period_moved", {"year": 2015, "state": "closed"}, decision=_on("2018-01-15"))),
    ),
    fault(
        "year_not_closed", "closings", "ett år stängt före det tidigare", "a year closed before the one before it",
        rewritten(
            without_last("checkpoint_written", _2016), without_last("period_moved", {"year": 2016, "state": "closed"})
        ),
    ),
    fault(
        "reserve_raised_after_close", "tables_agree", "en reserv höjd i ett stängt år",
        "a reserve raised in a closed year",
        rewritten(with_one_more("reserve_allocated", {"year": 2017}, ore=100_00), named=False),
    ),
    fault(
        "deficit_not_restored", "deficits", "ett underskott inte återställt i tid", "a deficit not restored in time",
        rewritten(*(
            change
            for year in (2016, 2017, 2018)
            for change in (
                with_event("result_recorded", {"year": year}, ore=100_00),
                with_event("figures_stated", {"year": year}, figures=_stated(net_result=100_00)),
            )
        ), named=False),
    ),
    fault(
        "exempt_above_gains", "statements", "ett öre mer undantaget än realisationsvinsterna",
        "one öre more exempt than the gains on disposals",
        rewritten(with_event("figures_stated", _2018, figures=_stated(realised_gains_exempt=1))),
    ),
    fault(
        "plan_gone", "decided_again", "åtgärdsplanen borttagen", "the action plan taken away",
        rewritten(without_last("plan_adopted")),
    ),
    fault(
        "comparison_gone", "decided_again", "avstämningen borttagen", "the comparison taken away",
        rewritten(without_last("year_compared", _2018)),
    ),
    fault(
        "comparison_changed", "compared", "avstämningens belopp ändrat", "an amount of the comparison changed",
        rewritten(with_event("year_compared", _2018, amounts=lambda rows: tuple((c, b, o + 1) for c, b, o in rows))),
    ),
    fault(
        "doubled", "duplicates", "en händelse registrerad två gånger", "an event recorded twice",
        rewritten(with_one_more("set_aside", {"fund": "unga", "year": 2019})),
    ),
    # What the events and the entries say of one thing
    fault(
        "use_on_other_project", "projects_roll_forward", "ianspråktaget bokat på ett annat projekt",
        "a use posted on another project",
        rewritten(with_entry("used", postings=_of_another_project)),
    ),
    fault(
        "event_without_its_amount", "registers", "händelsen har mer än verifikationen",
        "the event has more than its entry",
        rewritten(with_entry("used_directly", postings=halved)),
    ),
    fault(
        "fund_moved_by_another_event", "funds_roll_forward", "en fond ändrad av en främmande händelse",
        "a fund changed by an event of another kind",
        rewritten(_fund_moved),
    ),
)  # fmt: skip
