"""The executive board's item (tjänsteskrivelse): background, calculation, the council's decision, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from sifund_ledger.balance.deficits.deficits import Deficit
from sifund_ledger.balance.figures.year_figures import EntityKind, GroundEffect
from sifund_ledger.balance.statement.lines import Block
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.words import THE_RESERVE
from sifund_ledger.citations import Citation
from sifund_ledger.decisions import DecisionState
from sifund_ledger.fiscal import year_close
from sifund_ledger.funds.state.fund_events import Renewed, SetAside
from sifund_ledger.funds.state.use_events import Used
from sifund_ledger.law.deficits import DEFICITS, EXCEPTIONAL_GROUNDS
from sifund_ledger.law.reserves import FLOW_CEILING, Reserve
from sifund_ledger.law.rules import holds, in_force
from sifund_ledger.year_end.run import YearEnd
from sifund_ledger.year_end.texts.movements import FundMovement, FundsOfYear
from sifund_ledger.year_end.texts.sentences import Sentences

BODIES: Final = {
    EntityKind.MUNICIPALITY: ("Kommunstyrelsen", "kommunfullmäktige"),
    EntityKind.REGION: ("Regionstyrelsen", "regionfullmäktige"),
    EntityKind.FEDERATION: ("Förbundsstyrelsen", "förbundsfullmäktige"),
}
_ALWAYS: Final = ("net_result", "result_after_adjustments", "balance_requirement_result")
"""The rows of the calculation that stand there also where they are zero."""


def item(run: YearEnd, funds: FundsOfYear, words: Sentences) -> Iterator[str]:
    """What the item is about, and the amounts that matter."""
    year, (board, council) = run.statement.year(run.year), BODIES[run.statement.entity_kind]
    yield words("item", board=board, council=council, entity=run.statement.entity)
    yield words("item_summary", year=run.year, to_restore=year.to_restore_ore, **_only(results(year), "adjusted"))
    if year.is_draft or funds.undecided:
        yield words("item_draft")


def _only(values: dict[str, Any], without: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != without}


def background(run: YearEnd, funds: FundsOfYear, words: Sentences) -> Iterator[str]:
    """Where the year began: deficits brought forward and the rule for them, the funds, what was decided of them."""
    year = run.statement.year(run.year)
    for origin, ore in year.brought_forward_by_year:
        yield words("background_brought", amount=ore, deficit_year=origin)
    if year.restated_ore:
        yield words("background_restated", amount=year.restated_ore)
    if year.repealed_ore:
        yield words("background_repealed", amount=year.repealed_ore)
    if year.brought_forward_ore or year.to_restore_ore:
        rule = in_force(DEFICITS, run.year)
        yield words("background_rule", rule=rule.text.sv.rstrip("."), law=paragraph(rule.citation))
    for fund, purpose in funds.purposes.items():
        yield words("background_purpose", fund=fund, purpose=purpose.rstrip("."))
    for each in funds.moved:
        values = {"what": each.what.sv, "amount": each.ore, "fund": each.fund}
        yield words("background_moved", year=run.year, decision=each.decision or "–", **values)


def calculation(run: YearEnd, words: Sentences) -> Iterator[str]:
    """The statement's rows as they sum, with the law that they follow, and what is to be restored."""
    year = run.statement.year(run.year)
    lines = [line for line in year.lines if line.block in (Block.STATUTE, Block.RESTORATION)]
    for line in lines:
        if line.ore or line.code in _ALWAYS:
            yield words("row", row=line.label, amount=line.ore)
    decided = next((line for line in lines if line.code == "balance_requirement_result"), None)
    if decided is not None and decided.citation:
        yield words("calculated_by", law=decided.citation)


def decision(run: YearEnd, funds: FundsOfYear, words: Sentences) -> Iterator[str]:
    """What the executive board proposes that the council decides, clause by clause."""
    board, council = BODIES[run.statement.entity_kind]
    yield words("decide", board=board, council=council)
    yield from _closed(_clauses(run, funds, words))


def _closed(clauses: Iterator[str]) -> Iterator[str]:
    """Clauses with "samt" before the last, which ends the sentence."""
    *first, last = clauses
    yield from first
    yield (f"samt {last}" if first else last).rstrip(",") + "."


_CLAUSES: Final = {
    SetAside.kind: ("earmark_it", "fund_earmark_proposed", "decide_earmark"),
    Renewed.kind: ("renew_it", "fund_renew_proposed", "decide_renewal"),
    Used.kind: ("use_it", "fund_use_proposed", "decide_use"),
}
"""For what is not yet decided: the clause that decides it, the sentence that proposes it, and what says it lacks."""


def undecided(funds: FundsOfYear, place: int, words: Sentences, **more: Any) -> Iterator[str]:
    """A sentence for each movement that nobody has decided: ``place`` is which of those that its kind has."""
    for each in funds.undecided:
        if each.kind in _CLAUSES:
            yield words(_CLAUSES[each.kind][place], **_of_movement(each), **more)


def _of_movement(moved: FundMovement) -> dict[str, Any]:
    return {
        "amount": moved.ore, "fund": moved.fund, "project": moved.project, "result_year": moved.result_year,
    }  # fmt: skip


def _clauses(run: YearEnd, funds: FundsOfYear, words: Sentences) -> Iterator[str]:
    year = run.statement.year(run.year)
    yield words("approve", year=year.year, **results(year))
    for moved in reserves_moved(run):
        reserve = THE_RESERVE[moved.reserve].sv
        if moved.allocated_ore:
            yield words("allocate", year=year.year, amount=moved.allocated_ore, reserve=reserve)
        if moved.used_ore:
            yield words("use_reserve", year=year.year, amount=moved.used_ore, reserve=reserve)
    yield from undecided(funds, 0, words)
    for effect, values in grounds(year):
        yield words(effect.value, law=paragraph(in_force(EXCEPTIONAL_GROUNDS, year.year).citation), **values)
    for deficit in planned(year):
        yield words("plan", **of_deficit(deficit))


def results(year: YearStatement) -> dict[str, Any]:
    """The year's three results, in öre."""
    return {
        "result": year.figures.ore("net_result") or 0,
        "adjusted": year.result_after_adjustments_ore,
        "balance_result": year.balance_requirement_result_ore,
    }


def grounds(year: YearStatement) -> Iterator[tuple[GroundEffect, dict[str, Any]]]:
    """The exceptional grounds of a year, with what fills a sentence about each."""
    for ground in year.figures.exceptional_grounds:
        values = {"amount": ground.ore, "deficit_year": ground.deficit_year, "due": ground.due_year}
        yield ground.effect, {**values, "reason": ground.reason.rstrip("."), "decision": ground.decision}


def planned(year: YearStatement) -> Iterator[Deficit]:
    """The year's own deficit, where something is left of it that an action plan is yet to be adopted for."""
    adopted = {plan.year for plan in year.plans}
    own = (deficit for deficit in year.deficits if deficit.year == year.year and deficit.plan_required)
    return (deficit for deficit in own if deficit.year not in adopted)


def of_deficit(deficit: Deficit) -> dict[str, Any]:
    """What fills a sentence about what is left of a deficit: the last day by which all of it is to be restored."""
    last = max(part.due_year for part in deficit.parts)
    return {"amount": deficit.left_ore, "deficit_year": deficit.year, "due": last}


def paragraph(cited: Citation | None) -> str:
    """A place in the municipal act, as minutes write it.

    >>> from sifund_ledger.citations import KL
    >>> paragraph(KL("11:13"))
    '11 kap. 13 § kommunallagen (2017:725)'
    """
    if cited is None:
        return "kommunallagen"
    chapter, _, number = cited.place.partition(":")
    return f"{chapter} kap. {number} § kommunallagen ({cited.source.sfs})"


def days_to_decide(deficit_year: int) -> dict[str, Any]:
    """The days by which the council decides how a deficit is restored; empty where the law names none."""
    rule = in_force(DEFICITS, deficit_year)
    by = rule.decide_by(deficit_year)
    return {} if by is None else {"ordinarily": rule.budgeted_by(deficit_year), "by": by}


class ReserveMoved(NamedTuple):
    """What the council allocates to a reserve with a year's accounts, and uses of it, in öre."""

    reserve: Reserve
    allocated_ore: int
    used_ore: int


def reserves_moved(run: YearEnd) -> Iterator[ReserveMoved]:
    """What of each reserve is decided with the year's accounts: what funds met by it have moved is decided already, by
    a decision of its own for each (R46)."""
    funds = [of for account in run.accounts if account.of_reserve for of in account.years if of.first_year == run.year]
    for account in run.statement.year(run.year).reserves:
        own = funds if account.reserve == Reserve.RESULT else []
        allocated = account.allocated_ore - sum(of.set_aside_ore for of in own)
        yield ReserveMoved(account.reserve, allocated, account.used_ore - sum(of.used_ore for of in own))


def undecided_reserve(run: YearEnd) -> bool:
    """Whether the council's decision on what a reserve moves with the year's accounts is only proposed, or lacks."""
    decision = run.statement.year(run.year).figures.reserve_decision
    moved = any(each.allocated_ore or each.used_ore for each in reserves_moved(run))
    return moved and (decision is None or decision.state is DecisionState.PROPOSED)


def lacking(run: YearEnd, funds: FundsOfYear, words: Sentences) -> Iterator[str]:
    """Every decision that an amount still lacks, with the day it is due."""
    year = run.statement.year(run.year)
    for _, values in grounds(year):
        if values["decision"].state is DecisionState.PROPOSED:
            days = days_to_decide(values["deficit_year"])
            about = {"amount": values["amount"], "deficit_year": values["deficit_year"]}
            yield words("decide_ground" if days else "decide_ground_undated", **about, **days)
    if undecided_reserve(run):
        ends = [each.decided_in for each in FLOW_CEILING if holds(each, run.year) and each.decided_in is not None]
        by = {"by": year_close(ends[0])} if ends else {}
        yield words("decide_reserve_by" if ends else "decide_reserve", year=run.year, **by)
    yield from undecided(funds, 2, words, year=run.year)
    for deficit in year.deficits:
        days = days_to_decide(deficit.year)
        if deficit.left_ore and days and deficit.year == run.year:
            about = {"amount": deficit.left_ore, "deficit_year": deficit.year}
            yield words("decide_restoring", **about, **days)
