"""The roll-forward of deficits over a year (ackumulerade ej återställda negativa resultat), as annual reports print it.

What is left stands by year of origin, each with the last year for restoring it; amounts left are negative.
"""

from __future__ import annotations

from collections.abc import Iterator

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.figures.year_figures import GroundEffect
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.words import DEFICIT_ROLL, YEARS_TO_RESTORE
from sifund_ledger.law import DEFICITS, in_force
from sifund_ledger.table import LABEL, Column, Row, Table


def deficit_roll_table(year: YearStatement, unit: Unit, language: Language = "sv") -> Table:
    """The roll-forward of a year: opening, the year's deficit, grounds, restored, closing with its years and deadlines.

    ``code`` is ``deficit_roll``. What is to be restored in the law's own time, and over a longer time by decision,
    sum to the closing balance.
    """
    columns = (LABEL, Column(str(year.year), str(year.year)))
    return DEFICIT_ROLL.table(columns, _rows(year), language, unit=unit, year=year.year)


def _rows(year: YearStatement) -> Iterator[Row]:
    yield DEFICIT_ROLL.row("opening", -year.brought_forward_ore)
    for origin, ore in year.brought_forward_by_year:
        yield DEFICIT_ROLL.row("from", -ore, year=origin)
    extended = sum(ground.ore for ground in year.figures.exceptional_grounds if ground.effect is GroundEffect.EXTEND)
    changes = (
        ("result", min(0, year.decisive_result_ore)),
        ("restored", year.restored_ore),
        ("waived", year.waived_ore),
        ("extended", extended),
    )
    yield from (DEFICIT_ROLL.row(code, ore) for code, ore in changes if ore)
    yield from _closing(year)


def _closing(year: YearStatement) -> Iterator[Row]:
    left = [(deficit.year, part) for deficit in year.deficits for part in deficit.parts if part.ore]
    rules = {origin: in_force(DEFICITS, origin) for origin, _ in left}
    longer = sum(part.ore for origin, part in left if part.due_year > rules[origin].due_year(origin))
    total = sum(part.ore for _, part in left)
    years = YEARS_TO_RESTORE[2 if {rule.years for rule in rules.values()} == {2} else 3]
    yield DEFICIT_ROLL.row("within", longer - total, years=years)
    if longer:
        yield DEFICIT_ROLL.row("longer", -longer)
    yield DEFICIT_ROLL.row("closing", -total)
    for origin, part in left:
        yield DEFICIT_ROLL.row("due", -part.ore, year=origin, due=part.due_year)
