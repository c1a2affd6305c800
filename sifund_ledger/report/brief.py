"""The plain-language box (kort sagt): what an earmark is not, the result with and without the fund, each adjustment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.equity.equity import EquityNote
from sifund_ledger.balance.statement.lines import SUBTOTALS, Block
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.findings import Bilingual
from sifund_ledger.report import words


def in_brief(
    year: YearStatement, note: EquityNote, unit: Unit, language: Language, *, funds: bool = False
) -> tuple[str, ...]:
    """The sentences of the box; every amount in them stands in the tables too.

    ``funds`` says that there are earmarked funds, which may be empty at the year's close.
    """
    there = funds or bool(note.earmarks)
    return tuple(_filled(said, unit, language, values) for said, values in _sentences(year, note, there))


def _filled(said: Bilingual, unit: Unit, language: Language, values: dict[str, Any]) -> str:
    return said.filled(unit=unit, **values).words(language)


def _sentences(year: YearStatement, note: EquityNote, funds: bool) -> Iterator[tuple[Bilingual, dict[str, Any]]]:
    brief, decisive = words.BRIEF, year.decisive_result_ore
    net, used = year.figures.ore("net_result") or 0, year.figures.ore("earmark_used") or 0
    yield brief["result"], {"year": year.year, "net": net, "decisive": decisive}
    yield from _adjustments(year)
    if used:
        yield brief["met"], {"used": used, "without": decisive + used}
    elif funds:
        yield brief["unmet"], {}
    if year.to_restore_ore:
        last = max((part.due_year for each in year.deficits for part in each.parts if part.ore), default=year.year)
        yield brief["to_restore"], {"to_restore": year.to_restore_ore, "due": last}
    else:
        yield brief["restored"], {}
    if note.earmarks:
        yield brief["earmarked"], {"equity": note.closing_ore, "earmarked": sum(ore for _, ore in note.earmarks)}
    elif funds:
        yield brief["empty"], {}
    if funds:
        yield brief["label"], {}


def _adjustments(year: YearStatement) -> Iterator[tuple[Bilingual, dict[str, Any]]]:
    """Each row that changes the result, with the decision that it rests on, or that the law asks for it."""
    decided = year.figures.reserve_decision
    for line in year.lines:
        if line.block is Block.STATUTE and line.ore and line.code not in SUBTOTALS and line.code != "net_result":
            reserve = line.code.startswith(("reserve_", "equalisation_reserve_"))
            why: Any = decided if reserve and decided else words.BELONGS if line.code == "other" else words.THE_LAW
            yield words.BRIEF["adjusted"], {"row": line.name, "amount": line.ore, "why": why}
    for ground in year.figures.exceptional_grounds:
        yield words.BRIEF["adjusted"], {"row": ground.reason.rstrip("."), "amount": ground.ore, "why": ground.decision}
