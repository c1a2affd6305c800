"""What a figures file says (uppgiftsfil), as a value: the input of the balanskravsutredning, and where it was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sifund_ledger.amounts import Unit
from sifund_ledger.balance.figures.year_figures import EntityKind, OpeningDeficit, YearFigures
from sifund_ledger.balance.reserves.securities import OpeningExcluded
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement, balance_requirement
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Finding

_CORE_PLACE: Final = re.compile(r"(?:(?P<group>opening_deficits)\.)?(?P<year>\d{4})(?P<key>(?:\..+)?)")


class Source(NamedTuple):
    """Where figures were read: the file's name, and the line of each key by its shown path."""

    name: str
    lines: tuple[tuple[str, int], ...]


NOWHERE: Final = Source("", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresFile:
    """What a figures file says (uppgiftsfil).

    ``unit`` is the unit the file's amounts are written in; the amounts here are in kronor. ``opening_deficits`` is
    ``None`` where the file does not mention them, which differs from ``()``: there are none (ruling R5).
    """

    entity: str = ""
    entity_kind: EntityKind = EntityKind.MUNICIPALITY
    unit: Unit = "kr"
    opening_deficits: tuple[OpeningDeficit, ...] | None = None
    opening_excluded: OpeningExcluded | None = None
    years: tuple[YearFigures, ...]
    source: Source = field(default=NOWHERE, compare=False, repr=False)

    def statement(self) -> BalanceRequirementStatement:
        """The balanskravsutredning of the file's years, with all that the file states of the time before them.

        Raises :class:`~sifund_ledger.Refused` with every error, placed in the file.

        >>> from sifund_ledger.exchange import parse_figures
        >>> file = parse_figures('opening_deficits = []\\n[[year]]\\nyear = 2025\\nnet_result = "-1"')
        >>> file.statement().year(2025).to_restore.amount
        Decimal('1.00')
        """
        try:
            return balance_requirement(
                self.years,
                entity=self.entity,
                entity_kind=self.entity_kind,
                unit=self.unit,
                opening_deficits=self.opening_deficits,
                opening_excluded=self.opening_excluded,
            )
        except Refused as refusal:
            raise Refused(self.located(refusal.findings)) from None

    def located(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings of the statement with their places told as places of the file, where they are about its figures.

        >>> from sifund_ledger.exchange import parse_figures
        >>> from sifund_ledger.exchange.wire_faults import FIGURES_MORE_FAULTS
        >>> file = parse_figures('[[year]]\\nyear = 2014\\nnet_result = "1"\\nunrealised_gains = "5"')
        >>> file.located([FIGURES_MORE_FAULTS.at("2014.unrealised_gains", count=1)])[0].place
        'figures.toml:4: year[2014].unrealised_gains'
        """
        return tuple(placed(self.source, findings))


def placed(source: Source, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The core speaks of ``2014.equity`` and ``opening_deficits.2012``; the file has ``year[2014].equity``."""
    lines = dict(source.lines)
    for finding in findings:
        match = _CORE_PLACE.fullmatch(finding.place)
        if match is None or not source.name:
            yield finding
            continue
        shown = f"{match['group'] or 'year'}[{match['year']}]"
        path = f"{shown}{match['key']}"
        steps = [end.start() for end in re.finditer(r"[.\[]|$", path) if end.start() >= len(shown)]
        line = next((lines[path[:end]] for end in reversed(steps) if path[:end] in lines), None)
        where = f"{source.name}:{line}" if line else source.name
        yield finding._replace(place=f"{where}: {path}")
