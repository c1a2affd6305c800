"""What has been left out of earlier results for securities (orealiserade vinster och förluster), year by year.

A reversal takes back what was excluded before, and never more (ruling R8).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from moneyed import Money

from sifund_ledger.balance.figures.year_figures import YearFigures, figure_of
from sifund_ledger.balance.reserves import findings as codes
from sifund_ledger.balance.words import name_of_row
from sifund_ledger.boundary import checked_methods, looked_up
from sifund_ledger.fields.declared import table_of
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.law.rows import has_row
from sifund_ledger.money import from_ore, to_ore

_ZERO: Final = from_ore(0)
_PAIRS: Final = (
    ("unrealised_gains", "unrealised_gains_reversed"),
    ("unrealised_losses", "unrealised_losses_reversed"),
)


@checked_methods
@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningExcluded:
    """Unrealised gains and losses on securities that earlier years have excluded (ingående orealiserat; ruling R8).

    Both are magnitudes in kronor.
    """

    unrealised_gains: Money = _ZERO
    unrealised_losses: Money = _ZERO

    def ore(self, key: str) -> int:
        """The amount of ``unrealised_gains`` or ``unrealised_losses``, in öre.

        Raises :class:`~sifund_ledger.errors.NotFound` for another key.
        """
        return to_ore(looked_up({name: getattr(self, name) for name, _ in _PAIRS}, key, "opening_excluded"))


EXCLUDED: Final = tuple(figure_of(key) for key, _ in _PAIRS)
OPENING_EXCLUDED: Final = table_of(Bilingual("Tabellen", "The table"), EXCLUDED, OpeningExcluded)
"""What earlier years have excluded, as a file has it: ``{ unrealised_gains = "5" }``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludedSecurities:
    """What is excluded of one sign over a year, in öre: ``opening + excluded − reversed = closing`` (ruling R8).

    ``key`` is ``unrealised_gains`` or ``unrealised_losses``. Opening and closing are ``None`` where they are unknown;
    a reversal above what is there leaves nothing, and is a finding. ``known_ore`` is what at least stands at the
    opening: what the years from ``since`` on have excluded, where what was excluded before them is unknown.
    """

    key: str
    opening_ore: int | None
    excluded_ore: int
    reversed_ore: int
    known_ore: int = 0
    since: int | None = None

    @property
    def closing_ore(self) -> int | None:
        """What may still be reversed."""
        return None if self.opening_ore is None else self.known_closing_ore

    @property
    def known_closing_ore(self) -> int:
        """What at least may still be reversed."""
        return max(0, self.known_ore + self.excluded_ore - self.reversed_ore)


class Memory(NamedTuple):
    """What is left of the excluded amounts, in öre; where ``since`` is a year, of those from that year on alone, and
    what was excluded before it is unknown."""

    ore: int
    since: int | None = None


Excluded = dict[str, Memory]
"""What is left of the excluded amounts by sign while the years are worked through."""


def opened_with(opening: OpeningExcluded | None) -> Excluded:
    """What is stated as excluded before the figures begin."""
    return {key: Memory(opening.ore(key)) for key, _ in _PAIRS} if opening else {}


def securities_of(figures: YearFigures, year: int, left: Excluded) -> tuple[ExcludedSecurities, ...]:
    """The year's rows; ``left`` goes on to the year's end."""
    rows = []
    for key, reversal in _PAIRS:
        if has_row(key, year):
            # Nothing was excluded before the law had the row; what is stated is believed.
            known, since = left.get(key) or Memory(0, year if has_row(key, year - 1) else None)
            row = ExcludedSecurities(
                key=key,
                opening_ore=known if since is None else None,
                excluded_ore=figures.ore(key) or 0,
                reversed_ore=figures.ore(reversal) or 0,
                known_ore=known,
                since=since,
            )
            left[key] = Memory(row.known_closing_ore, since)
            rows.append(row)
    return tuple(rows)


def check_securities(rows: tuple[ExcludedSecurities, ...], year: int) -> Iterator[Finding]:
    """Reversals above what earlier years, and the year itself, have excluded."""
    for row in rows:
        key, amount, excluded = f"{row.key}_reversed", row.reversed_ore, row.excluded_ore + row.known_ore
        if amount > excluded:
            code = codes.REVERSAL_ABOVE_EXCLUDED if row.since is None else codes.REVERSAL_NOT_CHECKED
            values: dict[str, Any] = {"row": name_of_row(key, year), "since": row.since}
            yield code.at(f"{year}.{key}", excluded=excluded, amount=amount, year=year, **values)
