"""Exceptional grounds (synnerliga skäl): who may decide on them, how far they reach, and what they do to deficits.

A ground waives a part of a named year's deficit, or gives it a later deadline. It never makes a surplus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from sifund_ledger.balance.deficits import findings as codes
from sifund_ledger.balance.deficits.deficits import Deficits, Part, extend, opened, waive
from sifund_ledger.balance.figures.year_figures import (
    ExceptionalGround,
    GroundEffect,
    OpeningDeficit,
    StatementKind,
    YearFigures,
)
from sifund_ledger.decisions import DecisionState, Organ
from sifund_ledger.findings import Finding
from sifund_ledger.law.deficits import EXCEPTIONAL_GROUNDS
from sifund_ledger.law.rules import in_force

EARMARK_SOURCE = "earmark:"
_IN_STATE = {
    DecisionState.REPEALED: codes.GROUND_REPEALED,
    DecisionState.APPEALED: codes.GROUND_APPEALED,
    DecisionState.PROPOSED: codes.GROUND_PROPOSED,
}


def rests_on_earmark(ground: ExceptionalGround) -> bool:
    """Whether a ground rests on the use of earmarked equity (ruling R3)."""
    return ground.source.startswith(EARMARK_SOURCE)


def _ended(ground: ExceptionalGround) -> bool:
    """Whether an extension was decided after the year that it extends to."""
    due = ground.due_year if ground.effect is GroundEffect.EXTEND else None
    return due is not None and due < ground.decision.date.year


def check_decisions(figures: YearFigures, year: int) -> Iterator[Finding]:
    """Whether each ground of a year is decided by the council, stands, and is for a deficit that has arisen."""
    for position, ground in enumerate(figures.exceptional_grounds, 1):
        place = f"{year}.exceptional_grounds[{position}]"
        decision = ground.decision
        cited = in_force(EXCEPTIONAL_GROUNDS, year).citation
        if ground.deficit_year > year:
            yield codes.GROUND_BEFORE_DEFICIT.at(place, citation=cited, stated=year, year=ground.deficit_year)
        elif figures.kind is StatementKind.OUTCOME and decision.date.year <= ground.deficit_year:
            yield codes.GROUND_DECIDED_EARLY.at(place, citation=cited, decision=decision, year=ground.deficit_year)
        if _ended(ground):
            yield codes.EXTENSION_ENDED.at(place, citation=cited, decision=decision, due=ground.due_year)
        if decision.organ is not Organ.COUNCIL:
            yield codes.GROUND_NOT_COUNCIL.at(place, citation=cited, decision=decision)
        if decision.state in _IN_STATE:
            yield _IN_STATE[decision.state].at(place, decision=decision, year=year)


def check_earmark_sources(years: Mapping[int, YearFigures]) -> Iterator[Finding]:
    """Whether the grounds that rest on earmarks stay within what was used of them in the deficit's own year (R2)."""
    resting = [
        (ground.deficit_year, year, ground.ore)
        for year, figures in years.items()
        for ground in figures.exceptional_grounds
        if rests_on_earmark(ground)
    ]
    for deficit_year, of_deficit in groupby(sorted(resting), key=itemgetter(0)):
        *_, (_, stated_in, _) = grounds = list(of_deficit)
        place, amount = f"{stated_in}.exceptional_grounds", sum(ore for _, _, ore in grounds)
        used = years[deficit_year].ore("earmark_used") or 0 if deficit_year in years else None
        if used is None:
            yield codes.GROUND_USE_UNKNOWN.at(place, year=deficit_year)
        elif amount > used:
            yield codes.GROUND_ABOVE_EARMARK_USE.at(place, year=deficit_year, amount=amount, used=used)


def _waived(grounds: Iterable[ExceptionalGround]) -> int:
    return sum(ground.ore for ground in grounds if ground.effect is GroundEffect.WAIVE)


def _moves(grounds: Iterable[ExceptionalGround]) -> list[Part]:
    moves = [Part(ground.ore, ground.due_year or 0) for ground in grounds if ground.effect is GroundEffect.EXTEND]
    return sorted(moves, key=lambda part: part.due_year)


def _within(moves: Iterable[Part], ore: int) -> list[Part]:
    """The moves as far as there is something left to move."""
    kept = []
    for move in moves:
        kept.append(move._replace(ore=min(move.ore, ore)))
        ore -= kept[-1].ore
    return [move for move in kept if move.ore]


def apply_grounds(grounds: Sequence[ExceptionalGround], deficits: Deficits, place: str) -> Iterator[Finding]:
    """Waive and extend, deficit by deficit; yield what reaches too far: of that each goes as far as the deficit.

    Waivers go before extensions, so that the order in which grounds are listed does not matter.
    """
    for year in sorted({ground.deficit_year for ground in grounds}):
        of_year = [ground for ground in grounds if ground.deficit_year == year]
        deficit = deficits.get(year)
        left = deficit.left_ore if deficit else 0
        amount = sum(ground.ore for ground in of_year)
        if deficit is None or amount > left:
            yield codes.GROUND_ABOVE_DEFICIT.at(place, year=year, amount=amount, left=left)
            if deficit is None:
                continue
        deficits[year] = waive(deficit, min(_waived(of_year), left))
        moves, reached = _within(_moves(of_year), deficits[year].left_ore), 0
        for ore, due in moves:
            reached += ore
            extendable = sum(part.ore for part in deficits[year].parts if part.due_year < due)
            if reached > extendable:
                yield codes.EXTENSION_NOT_LATER.at(place, year=year, due=due, amount=reached - extendable)
                break
        else:
            deficits[year] = extend(deficits[year], moves)


def open_deficits(opening: Iterable[OpeningDeficit], deficits: Deficits) -> Iterator[Finding]:
    """Fill ``deficits`` with those left when the figures begin; yield what their grounds do wrong.

    What is left is what is left after the grounds stated beside it.
    """
    for deficit in opening:
        year, left, moves = deficit.year, deficit.ore, _moves(deficit.grounds)
        place = f"opening_deficits.{year}"
        for ground in deficit.grounds:
            if ground.deficit_year != year:
                yield codes.OPENING_GROUND_ELSEWHERE.at(place, year=year, other=ground.deficit_year)
            if _ended(ground):
                yield codes.EXTENSION_ENDED.at(place, decision=ground.decision, due=ground.due_year)
        extended = sum(part.ore for part in moves)
        if extended > left:
            yield codes.GROUND_ABOVE_DEFICIT.at(place, year=year, amount=extended, left=left)
        deficits[year] = opened(year, left, _waived(deficit.grounds), moves, deficit.due_year, deficit.arisen_ore)
