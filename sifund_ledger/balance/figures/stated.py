"""Figures, deficits and grounds as a book's records have stated them (redovisade uppgifter): a fold over events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sifund_ledger.balance.figures.events import (
    DeficitsOpened,
    EquityOpened,
    FiguresStated,
    GroundInvoked,
    ResultRecorded,
)
from sifund_ledger.balance.figures.stored_figures import deficits_from_values, figures_from_values, ground_from_values
from sifund_ledger.balance.figures.year_figures import ExceptionalGround, OpeningDeficit, YearFigures
from sifund_ledger.decisions import Decision
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.records import Record
from sifund_ledger.money import from_ore

_FOLDED = frozenset({EquityOpened, DeficitsOpened, FiguresStated, GroundInvoked, ResultRecorded, EntryCorrected})


class StatedFigures:
    """What a book's records say of the years, apart from the amounts in the ledger."""

    def __init__(self) -> None:
        self.opened_year: int | None = None
        self.opening_deficits: tuple[OpeningDeficit, ...] | None = None
        self._figures: dict[int, tuple[int, tuple[tuple[str, Any], ...]]] = {}
        self._grounds: dict[int, tuple[tuple[int, GroundInvoked, Decision], ...]] = {}
        self._results: dict[int, int] = {}

    def evolve_all(self, records: Iterable[Record]) -> None:
        """Fold records in, in order."""
        for record in [record for record in records if type(record.event) in _FOLDED]:
            self.evolve(record)

    def evolve(self, record: Record) -> None:
        """Fold a record in; other rooms' events are none of its business."""
        event = record.event
        if type(event) not in _FOLDED:
            return
        if isinstance(event, EquityOpened):
            self.opened_year = event.year
        elif isinstance(event, DeficitsOpened):
            self.opening_deficits = deficits_from_values(event.deficits)
        elif isinstance(event, FiguresStated):
            self._figures[event.year] = (record.seq, event.figures)
            self._grounds.pop(event.year, None)
        elif isinstance(event, GroundInvoked) and record.decision is not None:
            earlier = self._grounds.get(event.stated_year, ())
            self._grounds[event.stated_year] = (*earlier, (record.seq, event, record.decision))
        elif isinstance(event, ResultRecorded):
            self._results[event.year] = record.seq
        elif isinstance(event, EntryCorrected):
            self._take_back(event)

    def _take_back(self, event: EntryCorrected) -> None:
        if event.corrected_kind == EquityOpened.kind:
            self.opened_year = None
        elif event.corrected_kind == ResultRecorded.kind:
            self._results = {year: seq for year, seq in self._results.items() if seq != event.corrects}

    def copy(self) -> StatedFigures:
        """A copy that can go on without touching this one."""
        twin = StatedFigures()
        twin.opened_year, twin.opening_deficits = self.opened_year, self.opening_deficits
        twin._figures, twin._grounds, twin._results = dict(self._figures), dict(self._grounds), dict(self._results)
        return twin

    def years(self) -> Iterator[int]:
        """Every fiscal year with figures or a result, in order."""
        return iter(sorted({*self._figures, *self._results}))

    def figures(self, year: int, *, net_result_ore: int) -> YearFigures:
        """The figures of a year; where none are stated, its result alone, which the ledger has in öre."""
        result_seq = self._results.get(year)
        sources: tuple[tuple[str, tuple[int, ...]], ...] = (("net_result", (result_seq,)),) if result_seq else ()
        if year not in self._figures:
            return YearFigures(year=year, net_result=from_ore(net_result_ore), sources=sources)
        seq, values = self._figures[year]
        keys = {key for key, value in values if type(value) is int and key != "net_result"}
        sources += tuple((key, (seq,)) for key in sorted(keys))
        grounds = self._grounds.get(year, ())
        if grounds:
            sources += (("exceptional_grounds", tuple(seq for seq, _, _ in grounds)),)
        return figures_from_values(
            year,
            values,
            exceptional_grounds=tuple(_ground(event, decision) for _, event, decision in grounds),
            sources=sources,
        )

    def has_result(self, year: int) -> bool:
        """Whether a year's result is recorded, and not taken back by a correction."""
        return year in self._results

    def is_stated(self, year: int) -> bool:
        """Whether a year's figures are recorded, and not its result alone."""
        return year in self._figures


def _ground(event: GroundInvoked, decision: Decision) -> ExceptionalGround:
    stored = (event.ore, event.effect, event.due_year, event.reason, event.source)
    return ground_from_values(event.deficit_year, *stored, decision)
