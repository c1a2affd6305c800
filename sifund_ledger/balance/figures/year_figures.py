"""What a municipality states of a fiscal year: the input of the balanskravsutredning.

The names are the keys of the figures file. Amounts are ``Money`` in kronor; a magnitude is positive and the
rule applies the sign. What is left out of the statement's rows is zero; what is left out of the bases
(taxes, equity, reserves, budget) is unknown, and stays ``None``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, Final, Self

from moneyed import Money

from sifund_ledger.balance.figures.figure_items import (
    ExceptionalGround,
    OpeningDeficit,
    OwnRow,
    with_decision_keys,
    with_whole_decisions,
)
from sifund_ledger.balance.figures.figure_kinds import (
    ZERO,
    EntityKind,
    GroundEffect,
    Presentation,
    StatementKind,
    read_amounts,
)
from sifund_ledger.balance.figures.figure_table import BASES, FIGURES, STATEMENT_ROWS, YEAR, Figure
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.fields.declared import Field, table_of
from sifund_ledger.fields.findings import YEAR_OUT_OF_RANGE
from sifund_ledger.fields.kinds import KRONOR, Kind
from sifund_ledger.findings import Bilingual
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR

__all__ = [
    "BASES",
    "EntityKind",
    "ExceptionalGround",
    "GroundEffect",
    "OpeningDeficit",
    "OwnRow",
    "Presentation",
    "STATEMENT_ROWS",
    "StatementKind",
    "YearFigures",
    "year_fields",
    "year_kind",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFigures:
    """The figures of one fiscal year (årets uppgifter), with the keys of the figures file.

    Amounts may be given as anything :func:`~sifund_ledger.sek` takes, in kronor. ``net_result`` and ``equity`` are
    signed; everything else is a magnitude. ``reserve_decision`` is the council's on allocation and use; RUR for 2010 to
    2012 needs one of 2013. ``voluntarily_restored`` is what of a waived deficit is restored all the same. ``sources``
    names the records of a book that an amount comes from; ``more`` has the figures of a table of one's own. Raises
    :class:`~sifund_ledger.Refused` with every fault: a negative magnitude, a float, a year outside 1998–2060.

    >>> from sifund_ledger.money import sek
    >>> figures = YearFigures(year=2014, net_result=sek(-149), realised_gains=sek(56))
    >>> figures.ore("realised_gains"), figures.ore("taxes_and_grants")
    (5600, None)
    """

    net_result: Money
    year: int | None = None
    kind: StatementKind = StatementKind.OUTCOME
    as_of: date | None = None
    realised_gains: Money = ZERO
    realised_gains_exempt: Money = ZERO
    realised_losses_exempt: Money = ZERO
    unrealised_gains: Money = ZERO
    unrealised_losses: Money = ZERO
    unrealised_gains_reversed: Money = ZERO
    unrealised_losses_reversed: Money = ZERO
    reserve_allocated: Money = ZERO
    reserve_used: Money = ZERO
    reserve_purpose: str = ""
    reserve_decision: Decision | None = None
    equalisation_reserve_used: Money = ZERO
    decisive_result: str = "after"
    taxes_and_grants: Money | None = None
    equity: Money | None = None
    pension_contingency: Money | None = None
    reserve_before: Money | None = None
    equalisation_reserve_before: Money | None = None
    earmark_set_aside: Money = ZERO
    earmark_used: Money = ZERO
    voluntarily_restored: Money = ZERO
    budget_income: Money | None = None
    budget_cost: Money | None = None
    presentation: Presentation = Presentation.STRICT
    other_adjustments: tuple[OwnRow, ...] = ()
    exceptional_grounds: tuple[ExceptionalGround, ...] = ()
    sources: tuple[tuple[str, tuple[int, ...]], ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", StatementKind(self.kind))
        object.__setattr__(self, "presentation", Presentation(self.presentation))
        object.__setattr__(self, "other_adjustments", tuple(self.other_adjustments))
        object.__setattr__(self, "exceptional_grounds", tuple(self.exceptional_grounds))
        place = str(self.year) if self.year is not None else "figures"
        faults = list(read_amounts(self, FIGURES, place))
        if self.year is not None and not FIRST_YEAR <= self.year <= LAST_YEAR:
            faults.append(YEAR_OUT_OF_RANGE.at(place, year=self.year))
        if faults:
            raise Refused(faults)

    @classmethod
    def of(cls, values: Mapping[str, Any], table: Sequence[Figure] = FIGURES) -> Self:
        """Figures from values by name, English or Swedish, of any type that can be read; amounts are kronor.

        ``table`` may have figures of one's own, which are kept in ``more``. Raises :class:`~sifund_ledger.Refused` with
        every fault.

        >>> YearFigures.of({"år": 2014, "årets_resultat": "-149", "kind": "forecast"}).ore("net_result")
        -14900
        """
        place = str(values.get("year", values.get("år", "figures")))
        figures: Self = year_kind(table, replace(YEAR, default=None)).read(values, place, KRONOR)
        return figures

    def value(self, key: str) -> Any:
        """The figure under a key, those of a table of one's own among them."""
        return self.more[key] if key in self.more else getattr(self, key)

    def ore(self, key: str) -> int | None:
        """The amount under a key of the figures file, in öre; ``None`` where it is unknown."""
        amount = self.value(key)
        return None if amount is None else int(amount.amount.scaleb(2))

    def records(self, key: str) -> tuple[int, ...]:
        """The sequence numbers of the records that the amount under a key comes from; empty without a book."""
        return dict(self.sources).get(key, ())


_OWN: Final = frozenset(each.name for each in fields(YearFigures))


def year_fields(table: Sequence[Figure] = FIGURES) -> tuple[Field, ...]:
    """What may stand of a year in a file: its figures, and beside a decision its state and where it is kept."""
    return (YEAR, *with_decision_keys(table))


def year_kind(table: Sequence[Figure] = FIGURES, year: Field = YEAR) -> Kind:
    """The kind of a table with the figures of a year; ``year`` is the field that says which."""

    def make(**read: Any) -> YearFigures:
        whole = with_whole_decisions(read, table)
        more = {key: whole.pop(key) for key in whole.keys() - _OWN}
        return YearFigures(**whole, more=more)

    declared = (year, *year_fields(table)[1:])
    return table_of(Bilingual("Året", "The year"), declared, YearFigures, make=make)
