"""A correction takes back all that its record did, for every kind that can be corrected; closed balances stay."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from models.corrections import folded, what_decisions_see

from sifund_ledger import Decision, presets
from sifund_ledger.balance.figures import events as balance
from sifund_ledger.funds.policy.policy import policy_to_values
from sifund_ledger.funds.state import claim_events as claims
from sifund_ledger.funds.state import fund_events as funds
from sifund_ledger.funds.state import project_events as projects
from sifund_ledger.funds.state.use_events import Used
from sifund_ledger.ledger.entries import Entry
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.records import Event, Record
from sifund_ledger.year_end.book_state import EVENT_TYPES

KF = Decision.parse("KF 2013-04-22 § 45")
AT = datetime(2030, 1, 1, tzinfo=UTC)
DAY = date(2014, 4, 22)
YEAR = 2014
PLAN = (("SN", 2017, 300), ("BUN", 2018, 700))
FUND, PROJECT = ("social", ""), ("social", "", "Navigator")


def grants(event_type: type[Any], project: str, ore: int) -> Any:
    frames = ((YEAR, ore),)
    return event_type(*FUND, project, ore, "BUN", frames, "f", YEAR, DAY, PLAN, DAY, date(2016, 12, 31))


def made(kind: str, ore: int) -> Any:
    """An event of a kind that moves amounts, on a project that has a grant, or that begins one."""
    frames, lines = ((YEAR, ore),), ((2017, ore),)
    event_type: Any = EVENT_TYPES[kind, 1]
    match kind:
        case "set_aside" | "set_aside_to_reserve" | "set_aside_in_frame":
            return event_type(*FUND, ore, "surplus", 2013, YEAR, DAY)
        case "renewed":
            return event_type(*FUND, ore, 2013, YEAR, DAY)
        case "used_directly":
            return event_type(*FUND, ore, ore, YEAR, DAY)
        case "dissolved":
            return event_type(*FUND, ore, "Avveckling", YEAR, DAY)
        case "subfund_transferred":
            return event_type(*FUND, "A", ore, YEAR, DAY)
        case "fund_opened":
            return event_type(*FUND, ore, YEAR, DAY)
        case "granted" | "granted_of_frame":
            return grants(event_type, "Tidigt", ore)
        case "grant_amended" | "grant_of_frame_amended":
            return event_type(*PROJECT, ore, "BUN", frames, "Dyrare", YEAR, DAY)
        case "used" | "used_of_frame" | "used_of_reserve":
            return event_type(*PROJECT, ore, ore, YEAR, DAY)
        case "released" | "released_of_frame" | "lapsed":
            return event_type(*PROJECT, ore, "BUN", frames, YEAR, DAY)
        case "frame_carried":
            return event_type("social", "Navigator", "BUN", ore, YEAR, YEAR + 1, DAY)
        case "project_opened":
            amounts, open_claims = (ore + 20, 15, 5), (("SN", 2017, ore),)
            return event_type(
                *FUND, "Äldre", "BUN", *amounts, PLAN, (("BUN", 3),), open_claims, None, None, (), earmarked=True,
                year=YEAR, event_date=DAY,
            )  # fmt: skip
        case "plan_revised":
            return event_type(*PROJECT, (("KS", 2019, ore), ("SN", 2017, -1)), "Ny bedömning", YEAR, DAY)
        case "repaid":
            return event_type(
                *PROJECT, "SN", ore, lines, "measured", 2017, 2017, permanent=False, entitles=True, year=YEAR,
                event_date=DAY,
            )  # fmt: skip
        case "repayment_returned":
            return event_type(
                *PROJECT, "SN", ore, ore // 3, 2017, entitles=True, financing="f", reason="Ingen effekt", year=YEAR,
                event_date=DAY,
            )  # fmt: skip
        case "shortfall_borne":
            return event_type(*PROJECT, (("SN", 2017, ore),), YEAR, DAY)
        case "waived":
            return event_type(*PROJECT, "SN", lines, "Efterskänkt", YEAR, DAY)
        case "reassigned":
            return event_type(*PROJECT, "SN", "KS", lines, ore, "Omorganisation", YEAR, DAY)
        case "programme_adopted":
            return event_type("social", "", (("new", "", "KF", False),), DAY, YEAR)
        case "stage_reached":
            return event_type("Navigator", "idea", DAY, "kurator", "unit", "", "", (), "", YEAR)
        case "participant_joined":
            return event_type("Navigator", f"SN {ore}", "board", "", DAY, YEAR)
        case "application_declared":
            return event_type(
                "Navigator", "social", ore, *[None] * 7, (), *[None] * 5, exit_plan="", endorsed_by="", steering="",
                day=DAY, year=YEAR,
            )  # fmt: skip
        case "cost_estimated":
            return event_type("Navigator", "social", ore, "", DAY, YEAR)
        case "implementation_decided":
            return event_type(
                "Navigator", "SN", "partly", Fraction(1, 2), ore, ore // 2, "", 0, "need", YEAR, DAY, YEAR
            )
        case "goal_stated":
            return event_type("Mål", "strategic", "", "", "", YEAR, YEAR, DAY, YEAR)
        case "goal_linked":
            return event_type("Navigator", "Mål", "", DAY, YEAR)
        case "milestone_set":
            return event_type("Navigator", f"Delmål {ore}", "report", DAY, None, YEAR)
        case "effect_calculated":
            return event_type("Navigator", "controllern", ((YEAR, "SN", "avoided", "short", ore),), DAY, YEAR)
        case "contract_signed":
            terms = (Fraction(2, 5), Fraction(3, 5), Fraction(1, 5), Fraction(0))
            return event_type("Navigator", "Stiftelsen", ore, *terms, "", "", DAY, YEAR)
        case "outcome_assessed":
            return event_type("Navigator", ore, met=False, ore=ore, by="revisor", day=DAY, year=YEAR)
        case "equity_opened":
            return event_type(YEAR, ore, 3, 2)
        case "result_recorded" | "result_carried":
            return event_type(YEAR, ore)
        case "equity_adjusted":
            return event_type(YEAR, DAY, ore, "Ändrad princip")
        case _:
            return event_type(YEAR, DAY, "result_reserve", ore)


def moves(event_type: type[Event]) -> bool:
    """Whether events of a type post anything; their docstring says so."""
    return "Nothing moves" not in (event_type.postings.__doc__ or "")


def correction_of(record: Record, year: int | None = None) -> EntryCorrected:
    """What takes back a record, in its own year or in the one named."""
    year = year or (record.entry.year if record.entry else YEAR)
    return EntryCorrected.of(record.seq, record.event.kind, record.entry, year=year, day=DAY)


KINDS = sorted(
    kind for (kind, _), each in EVENT_TYPES.items() if (moves(each) or each.counted) and kind != "entry_corrected"
)
BEGUN = [
    funds.FundCreated("social", policy_to_values(presets.orebro_strict.choose(presentation="strict"))),
    funds.FundOpened(*FUND, 100_000, 2013, date(2013, 1, 1)),
    grants(projects.Granted, "Navigator", 1_000),
    Used(*PROJECT, 10, 10, YEAR, DAY),
    claims.EffectMeasured("Navigator", "SN", 2017, 50, "", DAY),
    balance.FiguresStated(2013, (("net_result", 5),)),
]
BOUND_TO_YEAR = ("equity_opened", "result_recorded", "result_carried")
later_kinds = st.lists(st.sampled_from([kind for kind in KINDS if kind not in ("equity_opened", "project_opened")]))


def records_of(events: list[Any]) -> list[Record]:
    """Records of events, as a journal would make them but unchecked."""
    made = []
    for seq, event in enumerate(events, 1):
        drafted, entry = event.draft(), None
        if drafted is not None:
            year, day, text, postings, counterparty, documents, series = drafted
            entry = Entry(series, seq, year, day, text, counterparty, documents, postings)
        made.append(Record(seq, AT, "ekonomi", KF, event, entry, b"", b"", b""))
    return made


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15, deadline=None)
@given(before=later_kinds, later=later_kinds, ore=st.integers(1, 500))
def test_in_the_same_year_all_is_as_without_it(kind: str, before: list[str], later: list[str], ore: int):
    first = [*BEGUN, *(made(each, ore + 1) for each in before)]
    wrong, then = made(kind, ore), [made(each, ore + 2) for each in later]
    (record,) = records_of([*first, wrong])[len(first) :]
    corrected = records_of([*first, wrong, *then, correction_of(record)])
    assert what_decisions_see(folded(corrected)) == what_decisions_see(folded(records_of([*first, *then])))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in BOUND_TO_YEAR])
@settings(max_examples=15, deadline=None)
@given(later=later_kinds, ore=st.integers(1, 500))
def test_in_a_later_year_closed_balances_stay(kind: str, later: list[str], ore: int):
    events = [*BEGUN, made(kind, ore), *(made(each, ore + 2) for each in later)]
    records = records_of(events)
    correction = correction_of(records[len(BEGUN)], year=YEAR + 1)
    closed, after = folded(records).balances, folded(records_of([*events, correction])).balances
    assert {account: after.balance(account, at=YEAR) for account in closed.accounts()} == {
        account: closed.balance(account, at=YEAR) for account in closed.accounts()
    }
