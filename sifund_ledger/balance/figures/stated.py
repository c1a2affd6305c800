"""Figures, deficits and grounds as a book's records have stated them (redovisade uppgifter): a fold over events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sifund_ledger.balance.figures.events import (
    BalanceResultCorrected,
    DeficitsOpened,
    EquityOpened,
    ExcludedOpened,
    FiguresStated,
    GroundInvoked,
    ResultRecorded,
)
from sifund_ledger.balance.figures.stored_figures import deficits_from_values, figures_from_values, ground_from_values
from sifund_ledger.balance.figures.year_figures import ExceptionalGround, OpeningDeficit, YearFigures
from sifund_ledger.decisions import Decision
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.folds import EventFold, Handlers
from sifund_ledger.ledger.records import Record
from sifund_ledger.money import from_ore


class StatedFigures(EventFold):
    """What a book's records say of the years, apart from the amounts in the ledger."""

    folded = Handlers()

    def __init__(self) -> None:
        super().__init__()
        self.opened_year: int | None = None
        self.opening_deficits: tuple[OpeningDeficit, ...] | None = None
        self.opening_excluded: tuple[int, int] | None = None
        self._figures: dict[int, tuple[int, tuple[tuple[str, Any], ...]]] = {}
        self._grounds: dict[int, tuple[tuple[int, GroundInvoked, Decision], ...]] = {}
        self.corrected: dict[int, tuple[tuple[BalanceResultCorrected, Decision], ...]] = {}
        """The corrections of a year's balance requirement result, in order, each with its decision."""
        self._results: dict[int, tuple[int, ...]] = {}

    @folded.of(EquityOpened)
    def _equity_opened(self, record: Record, event: EquityOpened) -> None:
        self._set("opened_year", event.year)

    @folded.of(DeficitsOpened)
    def _deficits_opened(self, record: Record, event: DeficitsOpened) -> None:
        self._set("opening_deficits", deficits_from_values(event.deficits))

    @folded.of(ExcludedOpened)
    def _excluded_opened(self, record: Record, event: ExcludedOpened) -> None:
        self._set("opening_excluded", (event.gains_ore, event.losses_ore))

    @folded.of(FiguresStated)
    def _figures_stated(self, record: Record, event: FiguresStated) -> None:
        self._put(self._figures, event.year, (record.seq, event.figures))
        self._put(self._grounds, event.year, ())

    @folded.of(GroundInvoked)
    def _ground_invoked(self, record: Record, event: GroundInvoked) -> None:
        if record.decision is not None:
            invoked = (*self._grounds.get(event.stated_year, ()), (record.seq, event, record.decision))
            self._put(self._grounds, event.stated_year, invoked)

    @folded.of(ResultRecorded)
    def _result_recorded(self, record: Record, event: ResultRecorded) -> None:
        self._put(self._results, event.year, (*self._results.get(event.year, ()), record.seq))

    @folded.of(EntryCorrected)
    def _entry_corrected(self, record: Record, event: EntryCorrected) -> None:
        if event.corrected_kind == EquityOpened.kind:
            self._set("opened_year", None)
        for year, seqs in self._results.items():
            if event.corrects in seqs:  # one of zero, which it took the place of, stands again
                self._put(self._results, year, tuple(seq for seq in seqs if seq != event.corrects))

    @folded.of(BalanceResultCorrected)
    def _balance_result_corrected(self, record: Record, event: BalanceResultCorrected) -> None:
        if record.decision is not None:
            corrected = (*self.corrected.get(event.of_year, ()), (event, record.decision))
            self._put(self.corrected, event.of_year, corrected)

    def years(self) -> Iterator[int]:
        """Every fiscal year with figures or a result, in order."""
        return iter(sorted({*self._figures, *filter(self.has_result, self._results)}))

    def figures(self, year: int, *, net_result_ore: int) -> YearFigures:
        """The figures of a year; where none are stated, its result alone, which the ledger has in öre."""
        recorded = self._results.get(year, ())[-1:]
        sources: tuple[tuple[str, tuple[int, ...]], ...] = (("net_result", recorded),) if recorded else ()
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
        return bool(self._results.get(year))

    def results(self, year: int) -> tuple[int, ...]:
        """The records that have a year's result and are not taken back, in order; the last counts."""
        return self._results.get(year, ())

    def is_stated(self, year: int) -> bool:
        """Whether a year's figures are recorded, and not its result alone."""
        return year in self._figures


def _ground(event: GroundInvoked, decision: Decision) -> ExceptionalGround:
    stored = (event.ore, event.effect, event.due_year, event.reason, event.source)
    return ground_from_values(event.deficit_year, *stored, decision)
