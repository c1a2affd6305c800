"""Models side by side (jämförelse): the outcomes of a scenario under each, as tables; none is called best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from sifund_ledger.amounts import Language, Unit, decimals_needed
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, FormField, text
from sifund_ledger.law.horizons import MANDATES, Horizon
from sifund_ledger.simulation import findings as codes
from sifund_ledger.simulation import words
from sifund_ledger.simulation.models import Model
from sifund_ledger.simulation.outcomes import ModelRun
from sifund_ledger.simulation.ranges import draws_of, quantile
from sifund_ledger.simulation.running import run_model
from sifund_ledger.simulation.scenario import Scenario
from sifund_ledger.table import LABEL, Column, ColumnKind, Printed, Row, Table


@dataclass(frozen=True)
class Comparison(Printed):
    """A scenario under several models (jämförelse av modeller).

    ``runs`` are their outcomes with the likely effects, in the order asked for; ``drawn`` has, by model, the outcome
    of each draw, where effects are ranges and draws were asked for.
    """

    scenario: Scenario
    runs: tuple[ModelRun, ...]
    drawn: tuple[tuple[ModelRun, ...], ...] = ()
    unit: Unit = "kr"
    assumptions: tuple[Bilingual, ...] = ()
    by: Horizon = MANDATES

    def run(self, name: str) -> ModelRun:
        """The outcome under a model, by its name. Raises ``KeyError`` for another."""
        return {each.name: each for each in self.runs}[name]

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """Measures by criterion, balances by year, who bore what, boards, mandate periods (or another horizon), each
        model's years, ranges, what was refused, and every assumption."""
        named = [(each.name, each) for each in self.runs]
        columns = [Column(f"model{number}", each.name) for number, each in enumerate(self.runs, 1)]
        tables = [words.COMPARISON.side_by_side(self.runs, columns, language, unit=self.unit)]
        tables[0] = replace(tables[0], rows=tuple(_counted(row) for row in tables[0].rows))
        by_year = [
            Row((str(year), *(each.years[number].closing_ore for each in self.runs)), code=str(year))
            for number, year in enumerate(self.scenario.years)
        ]
        tables.append(words.BALANCES.table((LABEL, *columns), by_year, language, unit=self.unit))
        bearers = [(name, *_cells(words.BEARERS.fields, each)) for name, run in named for each in run.projects]
        boards = [(name, *_cells(words.BOARDS.fields, each)) for name, run in named for each in run.boards]
        periods = [
            (name, each.period.name, *_cells(words.PERIODS.fields[1:], each))
            for name, run in named
            for each in run.periods(self.by)
        ]
        refused = [(name, *_cells(words.REFUSALS.fields, each)) for name, run in named for each in run.refusals]
        by_period = self._form_of_periods()
        for form, rows in (
            (words.BEARERS, bearers), (words.BOARDS, boards), (by_period, periods), (words.REFUSALS, refused),
        ):  # fmt: skip
            if rows:
                tables.append(form.listing(rows, language, unit=self.unit))
        tables += [words.YEARS.listing(run.years, language, unit=self.unit, model=name) for name, run in named]
        tables += self._ranges(language)
        assumed = [(each.words(language),) for each in self.assumptions]
        return (*(_rounded(table) for table in tables), words.ASSUMPTIONS.listing(assumed, language))

    def _form_of_periods(self) -> Form:
        """The table of the models by periods, under the name of these."""
        model, _, *rest = words.PERIODS.fields
        fields = (model, text("period", *self.by.head), *rest)
        return replace(words.PERIODS, title=self.by.titled(words.PERIODS.title), fields=fields)

    def _ranges(self, language: Language) -> Iterator[Table]:
        """Quantiles of the measures, and how often what is feared happens, over the draws."""
        if not self.drawn:
            return
        count = len(self.drawn[0])
        rows = [
            (run.name, measure.words, *(quantile([measure.of(each) for each in outcomes], at) for at in (10, 50, 90)))
            for run, outcomes in zip(self.runs, self.drawn, strict=True)
            for measure in words.MEASURED
        ]
        yield words.RANGES.listing(rows, language, unit=self.unit, draws=count)
        often = [
            (
                run.name, Fraction(sum(each.emptied_in is not None for each in outcomes), count),
                Fraction(sum(each.harm_ore > 0 for each in outcomes), count),
                Fraction(sum(each.left_ore > 0 for each in outcomes), count),
            )
            for run, outcomes in zip(self.runs, self.drawn, strict=True)
        ]  # fmt: skip
        yield words.CHANCES.listing(often, language, draws=count)


def _cells(fields: Sequence[FormField], item: object) -> Iterator[object]:
    """The cells of an item's fields behind the first, which names its model."""
    return (each.of(item) for each in fields[1:])


_DECIMALS: Final[dict[Unit, int]] = {"kr": 0, "tkr": 1, "mkr": 2}
"""How exactly what is simulated is printed: no more so than it is known."""


def _rounded(table: Table) -> Table:
    """A table with no more decimals than what is simulated is known by; its data keep every öre."""
    return replace(table, decimals=min(_DECIMALS[table.unit], decimals_needed([*table.amounts()], table.unit)))


_COUNTED: Final = {each.code for each in words.COMPARISON.fields if each.kind is ColumnKind.COUNT}


def _counted(row: Row) -> Row:
    """A row of counts in a column of amounts, as text: it is no amount."""
    if row.code not in _COUNTED:
        return row
    return row._replace(cells=(row.cells[0], *("–" if cell is None else str(cell) for cell in row.cells[1:])))


def compare(
    scenario: Scenario, models: Iterable[Model] = (), *, unit: Unit = "kr", assumptions: Iterable[Bilingual] = (),
    by: Horizon = MANDATES,
) -> Comparison:  # fmt: skip
    """A scenario under the models given, and those it names itself (jämföra modeller); ``unit`` is how it is printed.

    ``assumptions`` are what else the scenario rests on, to be printed with the rest; ``by`` is what the models' years
    are grouped by, beside each year. Raises
    :class:`~sifund_ledger.Refused` where no model is given, or no fund can be made of one.

    >>> from sifund_ledger.simulation import PlannedProject, Scenario, model_named
    >>> project = PlannedProject.of(project="A", board="Utb", costs={2020: 5}, plan={"Skola": {2022: 5}},
    ...                             effects={"Skola": {2022: 3}})
    >>> scenario = Scenario.of(first_year=2020, to=2023, capital={2020: 20}, results={2020: 100}, project=[project])
    >>> outcome = compare(scenario, [model_named("budget_textbook"), model_named("reversal_textbook")])
    >>> [(run.name, run.closing_ore) for run in outcome.runs]
    [('budget_textbook', 1500), ('reversal_textbook', 1800)]
    """
    asked = list({each.title: each for each in (*scenario.model, *models)}.values())
    if not asked:
        raise Refused([codes.NO_MODELS.at("--with")])
    runs = tuple(run_model(scenario, each) for each in asked)
    drawn: tuple[tuple[ModelRun, ...], ...] = ()
    if scenario.is_drawn:
        effects = list(draws_of(scenario))
        drawn = tuple(tuple(run_model(scenario, each, one) for one in effects) for each in asked)
    assumed = (*_assumed(scenario), *assumptions, *(each for run in runs for each in run.assumptions))
    return Comparison(scenario, runs, drawn, unit, assumed, by)


def _assumed(scenario: Scenario) -> Iterator[Bilingual]:
    yield from words.COMMON
    yield words.LAGGED.filled(lag=scenario.lag) if scenario.lag else words.AT_ONCE
    yield words.SPENT.filled(spent=scenario.spent_share) if scenario.spent_share else words.NOT_SPENT
    if scenario.equity is None:
        yield words.EQUITY
    if scenario.grounds:
        yield words.GROUNDS
    if scenario.is_drawn:
        yield words.DRAWN.filled(draws=scenario.draws, seed=scenario.seed)
    elif any(low != high for p in scenario.project for by in p.effects.values() for low, _, high in by.values()):
        yield words.LIKELY
