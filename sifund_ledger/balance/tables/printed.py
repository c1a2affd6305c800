"""A printed table held against the statement: where it does not add up, the difference is reported, never guessed at.

Each printed subtotal is checked from the printed one before it, so that a difference is reported once, where it arises.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from sifund_ledger.amounts import ORE_PER_UNIT, Unit
from sifund_ledger.balance.statement.lines import AFTER_EQUALISATION
from sifund_ledger.balance.statement.year_statement import YearStatement
from sifund_ledger.balance.tables import findings as codes
from sifund_ledger.balance.words import LINES
from sifund_ledger.boundary import checked_methods
from sifund_ledger.fields.composed import UNIT
from sifund_ledger.fields.kinds import KRONOR
from sifund_ledger.findings import Finding

_CHAIN: Final = (
    "result_after_adjustments",
    "presented_result_after_adjustments",
    "balance_requirement_result",
    AFTER_EQUALISATION,
    "presented_result",
    "remaining_result",
)
"""The results in the order they are summed in; each is carried on from the printed one before it."""


class PrintedDifference(NamedTuple):
    """A printed amount that is not what the rows give, in öre: ``computed_ore`` goes on from printed subtotals."""

    code: str
    printed_ore: int
    computed_ore: int

    @property
    def ore(self) -> int:
        """Printed minus computed, in öre."""
        return self.printed_ore - self.computed_ore


@checked_methods
@dataclass(frozen=True, slots=True)
class PrintedTable:
    """The amounts of a printed table (tryckt tabell): pairs of code and öre, signed as printed.

    A code is a line's, or one of ``presented_result_after_adjustments`` and ``remaining_result``. ``to_restore`` is
    positive. ``decimals`` is how many the table has in its unit.
    """

    amounts: tuple[tuple[str, int], ...]
    unit: Unit = "kr"
    decimals: int = 0

    def differences(self, statement: YearStatement) -> tuple[PrintedDifference, ...]:
        """Where the printed amounts are not what the rows give. Raises :class:`~sifund_ledger.Refused` for a code
        that the statement does not have."""
        found = []
        carried = 0
        for code, printed in sorted(self.amounts, key=lambda amount: _place(amount[0])):
            in_chain = code in _CHAIN and code != AFTER_EQUALISATION
            computed = int(getattr(statement, f"{code}_ore")) if in_chain else statement.line(code).ore
            if code in _CHAIN:
                computed += carried
                carried += printed - computed
            if printed != computed:
                found.append(PrintedDifference(code, printed, computed))
        return tuple(found)


def _place(code: str) -> int:
    return _CHAIN.index(code) if code in _CHAIN else len(_CHAIN)


def compare_printed(
    statement: YearStatement, printed: Mapping[str, int], *, unit: Unit = "kr", decimals: int = 0
) -> tuple[Finding, ...]:
    """Hold printed amounts (code to öre) against a year's statement; a finding for each that differs.

    A difference of at most one unit in the last printed place is a note, a larger one a warning with printed minus
    computed. Rows of the municipality's own layout are compared with ``presented_*``. Raises
    :class:`~sifund_ledger.Refused` for a code that the statement does not have. The tolerance is ours: the statutes
    do not mention rounding.

    >>> from sifund_ledger.balance import balance_requirement
    >>> from sifund_ledger.balance.figures.year_figures import YearFigures
    >>> from sifund_ledger.money import sek
    >>> year = balance_requirement([YearFigures(year=2018, net_result=sek(29))], opening_deficits=[]).year(2018)
    >>> [finding.code for finding in compare_printed(year, {"result_after_adjustments": 2800})]
    ['PRINTED_ROUNDED']
    """
    UNIT.read(unit, "unit", KRONOR)
    step = ORE_PER_UNIT[unit] // 10**decimals
    findings = []
    for difference in PrintedTable(tuple(printed.items()), unit, decimals).differences(statement):
        kind = codes.PRINTED_ROUNDED if abs(difference.ore) <= step else codes.PRINTED_DIFFERS
        code = difference.code
        found = kind.at(
            f"{statement.year}.{code}",
            row=LINES.get(code) or statement.line(code).name,
            printed=difference.printed_ore,
            computed=difference.computed_ore,
            difference=difference.ore,
        )
        findings.append(found.in_unit(unit))
    return tuple(findings)
