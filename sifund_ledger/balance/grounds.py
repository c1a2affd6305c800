"""Exceptional grounds (synnerliga skäl): who may decide on them, how far they reach, and what they do to deficits.

A ground waives a part of a named year's deficit, or gives it a later deadline. It never makes a surplus.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sifund_ledger.balance.deficits import DeficitAccount
from sifund_ledger.balance.figures import (
    ExceptionalGround,
    GroundEffect,
    OpeningDeficit,
    StatementKind,
    YearFigures,
)
from sifund_ledger.balance.inputs import with_unit
from sifund_ledger.decisions import DecisionState, Organ
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.fiscal import FIRST_YEAR
from sifund_ledger.law import EXCEPTIONAL_GROUNDS, in_force
from sifund_ledger.money import Unit

GROUND_ABOVE_DEFICIT = FindingCode(
    "GROUND_ABOVE_DEFICIT",
    Severity.ERROR,
    en="The grounds for {year} sum to {amount}, and {left} of that year's deficit is there to be waived or extended.",
    sv="Skälen för {year} uppgår till {amount}, och av det årets underskott finns {left} att efterge eller förlänga.",
    remedy_en="Lower the grounds; state a deficit from before the figures under opening_deficits.",
    remedy_sv="Sänk beloppen; ange underskott från tiden före uppgifterna under opening_deficits.",
)
GROUND_ABOVE_EARMARK_USE = FindingCode(
    "GROUND_ABOVE_EARMARK_USE",
    Severity.ERROR,
    en="The grounds that rest on earmarks for {year} sum to {amount}, but the earmarks used that year are {used}.",
    sv="Skälen som vilar på öronmärkning för {year} uppgår till {amount}, men det året ianspråktogs {used}.",
    remedy_en="Lower the grounds to what was used, or state the use under earmark_used.",
    remedy_sv="Sänk skälen till det ianspråktagna, eller ange det under earmark_used.",
)
GROUND_USE_UNKNOWN = FindingCode(
    "GROUND_USE_UNKNOWN",
    Severity.NOTE,
    en="A ground rests on the earmarks used in {year}, and the figures do not have that year; it was not checked.",
    sv="Ett skäl vilar på det som ianspråktogs {year}, och uppgifterna saknar det året; det har inte kontrollerats.",
)
GROUND_BEFORE_DEFICIT = FindingCode(
    "GROUND_BEFORE_DEFICIT",
    Severity.ERROR,
    en="The statement of {stated} has a ground for the deficit of {year}, a later year.",
    sv="Utredningen för {stated} har ett skäl för underskottet {year}, ett senare år.",
    remedy_en="Give the ground in that year's figures or later.",
    remedy_sv="Ange skälet bland det årets uppgifter eller senare.",
)
GROUND_NOT_COUNCIL = FindingCode(
    "GROUND_NOT_COUNCIL",
    Severity.ERROR,
    en="{decision} is no decision of the council, and only the council may invoke exceptional grounds.",
    sv="{decision} är inget beslut av fullmäktige, och bara fullmäktige får åberopa synnerliga skäl.",
    remedy_en="Refer to the council's decision.",
    remedy_sv="Hänvisa till fullmäktiges beslut.",
)
GROUND_REPEALED = FindingCode(
    "GROUND_REPEALED",
    Severity.ERROR,
    en="{decision} has been repealed.",
    sv="{decision} är upphävt.",
    remedy_en="Remove the ground, or refer to a decision that stands.",
    remedy_sv="Ta bort skälet, eller hänvisa till ett beslut som står fast.",
)
GROUND_APPEALED = FindingCode(
    "GROUND_APPEALED",
    Severity.WARNING,
    en="{decision} has been appealed; the ground falls if the decision does.",
    sv="{decision} är överklagat; skälet faller om beslutet upphävs.",
    remedy_en="Follow the case, and correct the statement if the decision is repealed.",
    remedy_sv="Bevaka målet och rätta utredningen om beslutet upphävs.",
)
GROUND_PROPOSED = FindingCode(
    "GROUND_PROPOSED",
    Severity.NOTE,
    en="{decision} is proposed; the statement of {year} is a draft.",
    sv="{decision} föreslås; utredningen för {year} är ett utkast.",
)
GROUND_DECIDED_EARLY = FindingCode(
    "GROUND_DECIDED_EARLY",
    Severity.WARNING,
    en="{decision} was taken before the deficit of {year} was known.",
    sv="{decision} fattades innan underskottet {year} var känt.",
    remedy_en="Let the council decide on the actual deficit too; an exception in the budget is another matter.",
    remedy_sv="Låt fullmäktige besluta även om det faktiska underskottet; undantag i budgeten är en annan sak.",
)
EXTENSION_NOT_LATER = FindingCode(
    "EXTENSION_NOT_LATER",
    Severity.ERROR,
    en="The deficit of {year} is extended to {due}, which gives {amount} of it no later deadline than it has.",
    sv="Underskottet {year} förlängs till {due}, vilket för {amount} inte är senare än den tidsgräns som gäller.",
    remedy_en="State a due year after the present deadline.",
    remedy_sv="Ange ett slutår efter nuvarande tidsgräns.",
)
OPENING_GROUND_ELSEWHERE = FindingCode(
    "OPENING_GROUND_ELSEWHERE",
    Severity.ERROR,
    en="The opening deficit of {year} has a ground for the deficit of {other}.",
    sv="Det ingående underskottet för {year} har ett skäl för underskottet {other}.",
    remedy_en="Put the ground with the deficit that it is for.",
    remedy_sv="Ange skälet vid det underskott det avser.",
)
CODES = (
    GROUND_ABOVE_DEFICIT,
    GROUND_ABOVE_EARMARK_USE,
    GROUND_USE_UNKNOWN,
    GROUND_BEFORE_DEFICIT,
    GROUND_NOT_COUNCIL,
    GROUND_REPEALED,
    GROUND_APPEALED,
    GROUND_PROPOSED,
    GROUND_DECIDED_EARLY,
    EXTENSION_NOT_LATER,
    OPENING_GROUND_ELSEWHERE,
)

EARMARK_SOURCE = "earmark:"


def rests_on_earmark(ground: ExceptionalGround) -> bool:
    """Whether a ground rests on the use of earmarked equity (ruling R3)."""
    return ground.source.startswith(EARMARK_SOURCE)


def check_decisions(figures: YearFigures, year: int) -> Iterator[Finding]:
    """Whether each ground of a year is decided by the council, stands, and is for a deficit that has arisen."""
    for position, ground in enumerate(figures.exceptional_grounds):
        place = f"{year}.exceptional_grounds[{position}]"
        decision = ground.decision
        cited = in_force(EXCEPTIONAL_GROUNDS, year).cited
        if ground.deficit_year > year:
            yield GROUND_BEFORE_DEFICIT.at(place, citation=cited, stated=year, year=ground.deficit_year)
        elif figures.kind is StatementKind.OUTCOME and decision.date.year <= ground.deficit_year:
            yield GROUND_DECIDED_EARLY.at(place, citation=cited, decision=decision, year=ground.deficit_year)
        if decision.organ is not Organ.COUNCIL:
            yield GROUND_NOT_COUNCIL.at(place, citation=cited, decision=decision)
        if decision.state is DecisionState.REPEALED:
            yield GROUND_REPEALED.at(place, decision=decision)
        elif decision.state is DecisionState.APPEALED:
            yield GROUND_APPEALED.at(place, decision=decision)
        elif decision.state is DecisionState.PROPOSED:
            yield GROUND_PROPOSED.at(place, decision=decision, year=year)


def check_earmark_sources(years: Mapping[int, YearFigures], unit: Unit) -> Iterator[Finding]:
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
            yield GROUND_USE_UNKNOWN.at(place, year=deficit_year)
            continue
        used = years[deficit_year].ore("earmark_used") or 0
        if amount > used:
            yield GROUND_ABOVE_EARMARK_USE.at(
                place, year=deficit_year, amount=with_unit(amount, unit), used=with_unit(used, unit)
            )


def apply_grounds(
    grounds: Sequence[ExceptionalGround], accounts: Mapping[int, DeficitAccount], place: str, unit: Unit
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
            yield GROUND_ABOVE_DEFICIT.at(
                place,
                citation=in_force(EXCEPTIONAL_GROUNDS, max(year, FIRST_YEAR)).cited,
                year=year,
                amount=with_unit(amount, unit),
                left=with_unit(left, unit),
            )
            continue
        account.waive(sum(ground.ore for ground in of_year if ground.effect is GroundEffect.WAIVE))
        yield from _extend(account, of_year, place, unit)


def _extend(account: DeficitAccount, grounds: Iterable[ExceptionalGround], place: str, unit: Unit) -> Iterator[Finding]:
    moves = sorted((ground.due_year or 0, ground.ore) for ground in grounds if ground.effect is GroundEffect.EXTEND)
    reached = 0
    for due_year, ore in moves:
        reached += ore
        short = reached - account.extendable(due_year)
        if short > 0:
            yield EXTENSION_NOT_LATER.at(place, year=account.year, due=due_year, amount=with_unit(short, unit))
            return
    account.extend((ore, due_year) for due_year, ore in moves)


def open_accounts(
    opening: Iterable[OpeningDeficit], unit: Unit, accounts: dict[int, DeficitAccount]
) -> Iterator[Finding]:
    """Fill ``accounts`` with the deficits left when the figures begin; yield what their grounds do wrong.

    What is left is what is left after the grounds stated beside it.
    """
    for deficit in opening:
        place = f"opening_deficits.{deficit.year}"
        for ground in deficit.grounds:
            if ground.deficit_year != deficit.year:
                yield OPENING_GROUND_ELSEWHERE.at(place, year=deficit.year, other=ground.deficit_year)
        account = DeficitAccount.arising(deficit.year, deficit.ore)
        waived = sum(ground.ore for ground in deficit.grounds if ground.effect is GroundEffect.WAIVE)
        extensions = [
            (ground.ore, ground.due_year or 0) for ground in deficit.grounds if ground.effect is GroundEffect.EXTEND
        ]
        extended = sum(ore for ore, _ in extensions)
        if extended > deficit.ore:
            yield GROUND_ABOVE_DEFICIT.at(
                place,
                citation=in_force(EXCEPTIONAL_GROUNDS, deficit.year).cited,
                year=deficit.year,
                amount=with_unit(extended, unit),
                left=with_unit(deficit.ore, unit),
            )
        account.opened(waived, extensions, deficit.due_year)
        accounts[deficit.year] = account
