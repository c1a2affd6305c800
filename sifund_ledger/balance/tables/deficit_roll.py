"""The roll-forward of deficits over a year (ackumulerade ej återställda negativa resultat), as annual reports print it.

What is left is told by year of origin, each with the last year for restoring it; amounts left are negative.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sifund_ledger.amounts import Language, Unit
from sifund_ledger.balance.figures.year_figures import GroundEffect
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.law import DEFICITS, in_force
from sifund_ledger.table import Row, RowKind, Table

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": ("Ackumulerade ej återställda negativa resultat", "Accumulated negative results not restored"),
    "opening": (
        "Ingående balans ackumulerade ej återställda negativa resultat",
        "Opening balance of negative results not restored",
    ),
    "from": ("Varav från {year}", "Of which from {year}"),
    "result": (
        "Årets balanskravsresultat enligt balanskravsutredningen",
        "Balance requirement result of the year by the statement",
    ),
    "restored": ("Återställt under året", "Restored during the year"),
    "waived": ("Synnerliga skäl att inte återställa", "Exceptional grounds not to restore"),
    "extended": (
        "Synnerliga skäl att återställa över längre tid",
        "Exceptional grounds to restore over a longer time",
    ),
    "within": (
        "Utgående balans ackumulerade negativa resultat att återställa inom {years} år",
        "Closing balance of negative results to restore within {years} years",
    ),
    "longer": (
        "Utgående balans synnerliga skäl som ska återställas över längre tid",
        "Closing balance to restore over a longer time on exceptional grounds",
    ),
    "closing": (
        "Utgående balans ackumulerade ej återställda negativa resultat",
        "Closing balance of negative results not restored",
    ),
    "due": ("Varav från {year}, återställs senast {due}", "Of which from {year}, to be restored by {due}"),
    "two": ("två", "two"),
    "three": ("tre", "three"),
}


def _word(key: str, language: Language) -> str:
    return _WORDS[key][0 if language == "sv" else 1]


def deficit_roll_table(year: YearStatement, unit: Unit, language: Language = "sv") -> Table:
    """The roll-forward of a year: opening, the year's deficit, grounds, restored, closing with its years and deadlines.

    ``code`` is ``deficit_roll``. What is to be restored in the law's own time, and over a longer time by decision,
    sum to the closing balance.
    """
    return Table(
        title=f"{_word('title', language)} {year.year}",
        columns=("", str(year.year)),
        rows=tuple(_rows(year, language)),
        unit=unit,
        code="deficit_roll",
    )


def _rows(year: YearStatement, language: Language) -> Iterator[Row]:
    yield Row((_word("opening", language), -year.brought_forward_ore))
    for origin, ore in year.brought_forward_by_year:
        yield Row((_word("from", language).format(year=origin), -ore))
    extended = sum(ground.ore for ground in year.figures.exceptional_grounds if ground.effect is GroundEffect.EXTEND)
    changes = (
        ("result", min(0, year.decisive_result_ore)),
        ("restored", year.restored_ore),
        ("waived", year.waived_ore),
        ("extended", extended),
    )
    for key, ore in changes:
        if ore:
            yield Row((_word(key, language), ore))
    yield from _closing(year, language)


def _closing(year: YearStatement, language: Language) -> Iterator[Row]:
    within = longer = 0
    own_times = set()
    origins = []
    for deficit in year.deficits:
        rule = in_force(DEFICITS, deficit.year)
        own_due = rule.due_year(deficit.year)
        for part in deficit.parts:
            if not part.ore:
                continue
            own_times.add(rule.years)
            origins.append(Row((_word("due", language).format(year=deficit.year, due=part.due_year), -part.ore)))
            if part.due_year > own_due:
                longer += part.ore
            else:
                within += part.ore
    years = _word("two" if own_times == {2} else "three", language)
    yield Row((_word("within", language).format(years=years), -within), RowKind.SUM)
    if longer:
        yield Row((_word("longer", language), -longer))
    yield Row((_word("closing", language), -(within + longer)), RowKind.SUM)
    yield from origins
