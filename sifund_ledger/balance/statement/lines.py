"""The lines of a statement: a code, what it is called, an amount with the sign it has in the sum, and its paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.findings import Bilingual
from sifund_ledger.law.rows import ROW_NAMES
from sifund_ledger.money import InKronor


class Block(StrEnum):
    """Which part of the statement a line stands in.

    ``statute``: the rows that make the results. ``disclosure``: earmarks, shown, not summed. ``restoration``: what is
    to be restored. ``local``: the municipality's own layout beside them.
    """

    STATUTE = "statute"
    DISCLOSURE = "disclosure"
    RESTORATION = "restoration"
    LOCAL = "local"


RESTORATION_CODES: Final = (
    "exceptional_grounds",
    "deficits_brought_forward",
    "deficits_corrected",
    "grounds_repealed",
    "deficits_restored",
    "foreseen_restored",
    "to_restore",
    "foreseen_to_restore",
)
"""The lines that say what is to be restored, in their order."""
AFTER_EQUALISATION: Final = "balance_requirement_result_after_equalisation_reserve"
"""The line with the result after use of what is left of RUR, from 2024 to 2033."""
CORRECTED: Final = {key: f"{key}_corrected" for key in ("balance_requirement_result", AFTER_EQUALISATION)}
"""The lines that say what a later year has corrected a result by, beyond the rows above it (R43), by that result."""


def _statute_codes() -> Iterator[str]:
    for code in dict.fromkeys(row.name for row in ROW_NAMES):
        if code in CORRECTED:
            yield CORRECTED[code]
        yield code


LINE_CODES: Final = (
    *_statute_codes(),
    "earmark_set_aside",
    "earmark_used",
    RESTORATION_CODES[0],
    "other",
    "presented_result",
    *RESTORATION_CODES[1:],
    "voluntarily_restored",
)
"""Every code that a line may have, in the order of the statement."""

RESTORED: Final = {True: "deficits_restored", False: "foreseen_restored"}
TO_RESTORE: Final = {True: "to_restore", False: "foreseen_to_restore"}
"""What an outcome restores and leaves, and what other figures foresee (ruling R42)."""
_RESULTS: Final = ("result_after_adjustments", "balance_requirement_result", AFTER_EQUALISATION)
SUBTOTALS: Final = frozenset({*_RESULTS, "presented_result", *TO_RESTORE.values()})
TERMS: Final = frozenset({*_statute_codes(), "other"}) - SUBTOTALS
"""The lines that results are made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a year's statement (rad).

    ``ore`` is the amount in öre with the sign it has in the sum. In the block ``restoration`` the deficits brought
    forward are negative, grounds and restorations positive, and ``to_restore`` is the sum with its sign turned:
    the amount owed, as annual reports print it. ``rule`` is the rule's name ("ÅRB-1"), ``citation`` its paragraph;
    both are empty for the municipality's own rows.

    >>> name = Bilingual("Årets resultat", "Net result")
    >>> line = Line(code="net_result", ore=-150, name=name, block=Block.STATUTE)
    >>> line.amount.amount, line.label
    (Decimal('-1.50'), 'Årets resultat')
    """

    code: str
    ore: int
    name: Bilingual
    block: Block
    rule: str = ""
    citation: str = ""

    amount = InKronor("The amount in kronor, signed as in the sum.", "ore")

    @property
    def label(self) -> str:
        """The label in Swedish."""
        return self.name.sv

    def label_in(self, language: Language) -> str:
        """The label in Swedish or English; a row of the municipality's own has one label for both."""
        return self.name.words(language)
