"""Exceptional grounds (synnerliga skäl): who may decide on them, how far they reach, and what they do to deficits.

A ground waives a part of a named year's deficit, or gives it a later deadline. It never makes a surplus.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sifund_ledger.balance.deficits import findings as codes
from sifund_ledger.balance.deficits.deficits import DeficitAccount
from sifund_ledger.balance.figures.year_figures import (
    ExceptionalGround,
    GroundEffect,
    OpeningDeficit,
    StatementKind,
    YearFigures,
)
from sifund_ledger.decisions import DecisionState, Organ
from sifund_ledger.findings import Finding
from sifund_ledger.fiscal import FIRST_YEAR
from sifund_ledger.law import EXCEPTIONAL_GROUNDS, in_force

EARMARK_SOURCE = "earmark:"


def rests_on_earmark(ground: ExceptionalGround) -> bool:
    """Whether a ground rests on the use of earmarked equity (ruling R3)."""
    return ground.source.startswith(EARMARK_SOURCE)


def check_decisions(figures: YearFigures, year: int) -> Iterator[Finding]:
    """Whether each ground of a year is decided by the council, stands, and is for a deficit that has arisen."""
    for position, ground in enumerate(figures.exceptional_grounds):
        place = f"{year}.exceptional_grounds[{position}]"
        decision = ground.decision
        cited = in_force(EXCEPTIONAL_GROUNDS, year).citation
        if ground.deficit_year > year:
            yield codes.GROUND_BEFORE_DEFICIT.at(place, citation=cited, stated=year, year=ground.deficit_year)
        elif figures.kind is StatementKind.OUTCOME and decision.date.year <= ground.deficit_year:
            yield codes.GROUND_DECIDED_EARLY.at(place, citation=cited, decision=decision, year=ground.deficit_year)
        if decision.organ is not Organ.COUNCIL:
            yield codes.GROUND_NOT_COUNCIL.at(place, citation=cited, decision=decision)
        if decision.state is DecisionState.REPEALED:
            yield codes.GROUND_REPEALED.at(place, decision=decision)
        elif decision.state is DecisionState.APPEALED:
            yield codes.GROUND_APPEALED.at(place, decision=decision)
        elif decision.state is DecisionState.PROPOSED:
            yield codes.GROUND_PROPOSED.at(place, decision=decision, year=year)


def check_earmark_sources(years: Mapping[int, YearFigures]) -> Iterator[Finding]:
    """Whether the grounds that rest on earmarks stay within what was used of them in the deficit's own year (R2)."""
    invoked: dict[int, int] = defaultdict(int)
    stated_in: dict[int, int] = {}
    for year, figures in years.items():
        for ground in filter(rests_on_earmark, figures.exceptional_grounds):
            invoked[ground.deficit_year] += ground.ore
            stated_in[ground.deficit_year] = year
    for deficit_year, amount in sorted(invoked.items()):
        place = f"{stated_in[deficit_year]}.exceptional_grounds"
        if deficit_year not in years:
            yield codes.GROUND_USE_UNKNOWN.at(place, year=deficit_year)
            continue
        used = years[deficit_year].ore("earmark_used") or 0
        if amount > used:
            yield codes.GROUND_ABOVE_EARMARK_USE.at(place, year=deficit_year, amount=amount, used=used)


def apply_grounds(
    grounds: Sequence[ExceptionalGround], accounts: Mapping[int, DeficitAccount], place: str
) -> Iterator[Finding]:
    """Waive and extend, deficit by deficit; yield what reaches too far, which is then left undone.

    Waivers go before extensions, so that the order in which grounds are listed does not matter.
    """
    by_year: dict[int, list[ExceptionalGround]] = defaultdict(list)
    for ground in grounds:
        by_year[ground.deficit_year].append(ground)
    for year, of_year in sorted(by_year.items()):
        account = accounts.get(year)
        left = account.left if account else 0
        amount = sum(ground.ore for ground in of_year)
        if account is None or amount > left:
            yield codes.GROUND_ABOVE_DEFICIT.at(
                place,
                citation=in_force(EXCEPTIONAL_GROUNDS, max(year, FIRST_YEAR)).citation,
                year=year,
                amount=amount,
                left=left,
            )
            continue
        account.waive(sum(ground.ore for ground in of_year if ground.effect is GroundEffect.WAIVE))
        yield from _extend(account, of_year, place)


def _extend(account: DeficitAccount, grounds: Iterable[ExceptionalGround], place: str) -> Iterator[Finding]:
    moves = sorted((ground.due_year or 0, ground.ore) for ground in grounds if ground.effect is GroundEffect.EXTEND)
    reached = 0
    for due_year, ore in moves:
        reached += ore
        short = reached - account.extendable(due_year)
        if short > 0:
            yield codes.EXTENSION_NOT_LATER.at(place, year=account.year, due=due_year, amount=short)
            return
    account.extend((ore, due_year) for due_year, ore in moves)


def open_accounts(opening: Iterable[OpeningDeficit], accounts: dict[int, DeficitAccount]) -> Iterator[Finding]:
    """Fill ``accounts`` with the deficits left when the figures begin; yield what their grounds do wrong.

    What is left is what is left after the grounds stated beside it.
    """
    for deficit in opening:
        place = f"opening_deficits.{deficit.year}"
        for ground in deficit.grounds:
            if ground.deficit_year != deficit.year:
                yield codes.OPENING_GROUND_ELSEWHERE.at(place, year=deficit.year, other=ground.deficit_year)
        account = DeficitAccount.arising(deficit.year, deficit.ore)
        waived = sum(ground.ore for ground in deficit.grounds if ground.effect is GroundEffect.WAIVE)
        extensions = [
            (ground.ore, ground.due_year or 0) for ground in deficit.grounds if ground.effect is GroundEffect.EXTEND
        ]
        extended = sum(ore for ore, _ in extensions)
        if extended > deficit.ore:
            yield codes.GROUND_ABOVE_DEFICIT.at(
                place,
                citation=in_force(EXCEPTIONAL_GROUNDS, deficit.year).citation,
                year=deficit.year,
                amount=extended,
                left=deficit.ore,
            )
        account.opened(waived, extensions, deficit.due_year)
        accounts[deficit.year] = account
