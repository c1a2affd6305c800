"""A scenario (scenario): what is the same under every model: money, projects, costs, plans, effects, results.

Amounts are öre once read. An effect is a range, the least, the likely and the most; a single amount is all three.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Annotated, Any, Final

from sifund_ledger.errors import Refused
from sifund_ledger.fields.annotated import Positive, Year
from sifund_ledger.fields.composed import YEARLY, YEARLY_CHANGES, list_of, mapping_of
from sifund_ledger.fields.declared import Said, fields_of, read_fields, table_of
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.kinds import COUNT, FLAG, KRONOR, NAME, NOT_NEGATIVE, YEAR, Kind, Setting, unreadable
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.policy.parameters import PART
from sifund_ledger.funds.project.fields import BOARD, PLAN, PlanByBoard, ProjectName, lines_of, plan_of
from sifund_ledger.simulation import findings as codes
from sifund_ledger.simulation.models import MODELS, Model

Range = tuple[int, int, int]
"""What an effect is at least, likely and at most; öre."""
EffectsByBoard = Mapping[str, Mapping[int, Range]]


def _range(value: Any, place: str, setting: Setting) -> Range:
    parts = list(value) if isinstance(value, list | tuple) else [value]
    if len(parts) not in (1, 2, 3):
        raise unreadable(_EFFECT.words, value, place, _EFFECT.example)
    read: list[int] = []
    faults = Faults()
    for number, part in enumerate(parts, 1):
        with faults:
            read.append(NOT_NEGATIVE.read(part, place if len(parts) == 1 else f"{place}[{number}]", setting))
    faults.refuse()
    low, high = read[0], read[-1]
    likely = read[1] if len(read) == 3 else (low + high) // 2
    if not low <= likely <= high:
        raise Refused([codes.RANGE_UNSOUND.at(place, low=low, likely=likely, high=high)])
    return low, likely, high


_EFFECT: Final = Kind(
    "effect", Bilingual("effekt", "effect"), _range, '["1", "2", "4"]', {"type": ["string", "integer", "array"]}
)
EFFECTS: Final = mapping_of(BOARD, mapping_of(YEAR, _EFFECT))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedProject:
    """A project of a scenario (projekt): the same under every model.

    ``costs`` are by year, and the grant asked for is their sum unless ``granted`` says otherwise. ``plan`` is what
    boards are to repay under a model that repays, ``effects`` what the project truly saves each board, by year.

    >>> from sifund_ledger.simulation import PlannedProject
    >>> project = PlannedProject.of(project="A", board="Utb", costs={2020: "5"}, effects={"Skola": {2022: ["3", "7"]}})
    >>> project.asked_ore, project.effects["Skola"][2022]
    (500, (300, 500, 700))
    """

    project: ProjectName
    board: Annotated[str, BOARD, Said("nämnd", "Nämnden som utför det.", "The board that carries it out.")]
    costs: Annotated[Mapping[int, int], YEARLY, Said("kostnader", "Nettokostnad per år.", "Net cost by year.")]
    plan: Annotated[PlanByBoard, PLAN, Said("plan", "Återföring per nämnd och år.", "Repayment by board and year.")] = (
        field(default_factory=dict)
    )
    effects: Annotated[
        EffectsByBoard, EFFECTS,
        Said("effekter", "Sann besparing per nämnd och år; ett belopp, eller minst, troligt och mest.",
             "The true saving by board and year; an amount, or least, likely and most."),
    ] = field(default_factory=dict)  # fmt: skip
    granted: Annotated[
        Positive | None, Said("beviljat", "Beviljat; annars kostnaderna.", "The grant; else the costs.")
    ] = None
    subfund: Annotated[str, NAME, Said("delfond", "Delfonden, där det finns.", "The sub-fund, where there is one.")] = (
        ""
    )

    @classmethod
    def of(cls, **values: object) -> PlannedProject:
        """A project from Python values, text or both; amounts are kronor. Raises :class:`~sifund_ledger.Refused`."""
        made: PlannedProject = _PROJECT.read(values, "project", KRONOR)
        return made

    @property
    def asked_ore(self) -> int:
        """The grant that is asked for."""
        return self.granted or sum(self.costs.values())

    @property
    def first_year(self) -> int:
        """The year of its first cost, in which it is granted."""
        return min(self.costs)

    @property
    def last_year(self) -> int:
        """The year of its last cost, in which it is closed."""
        return max(self.costs)

    @property
    def planned(self) -> dict[str, dict[int, int]]:
        """The plan, by board and year."""
        return plan_of(lines_of(self.plan))

    @property
    def boards(self) -> tuple[str, ...]:
        """The boards that it saves for, or that are to repay it."""
        return tuple(dict.fromkeys((*self.planned, *self.effects)))

    @property
    def settled_in(self) -> int:
        """The last year of its costs, plan and effects: all is known then."""
        years = [year for by_year in (*self.planned.values(), *self.effects.values()) for year in by_year]
        return max([self.last_year, *years])


_PROJECT: Final = table_of(Bilingual("Projektet", "The project"), fields_of(PlannedProject), PlannedProject)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What is the same under every model (scenario). Amounts are kronor as given, öre once read; years are fiscal.

    ``capital`` is put into the fund at the beginning of years, ``deposits`` are set aside of a year's result after it.
    ``results`` are results before the projects' costs and effects; a year that is left out has the last one given, the
    first years the first. ``lag`` is how many years after an effect arises the frame is lowered. ``spent_share`` is
    how much of the difference between its frame and its costs a board spends, or cuts where the frame is the lower:
    with 0 a year's result has the true effects, with 1 it has what the frames were lowered by. ``by_rule`` lets each
    policy's own rule set aside, with ``budgets`` for a target share. ``grounds`` invokes the funds' uses as exceptional
    grounds for a deficit. Raises :class:`~sifund_ledger.Refused` with everything that is unsound.

    >>> from sifund_ledger.simulation import Scenario
    >>> Scenario.of(first_year=2020, to=2021, results={2020: "100"}).result_ore(2021)
    10000
    """

    first_year: Annotated[Year, Said("första_år", "Första räkenskapsåret.", "The first fiscal year.")]
    to: Annotated[Year, Said("till", "Sista räkenskapsåret.", "The last fiscal year.")]
    entity: Annotated[str, NAME, Said("organisation", "Namnet.", "The name.")] = "Kommunen"
    equity: Annotated[
        int | None, NOT_NEGATIVE,
        Said("eget_kapital", "Vid första årets ingång; annars tio gånger det som sätts in.",
             "When the first year begins; else ten times what is put in."),
    ] = None  # fmt: skip
    capital: Annotated[
        Mapping[int, int], YEARLY, Said("kapital", "Fondens medel vid årets början.", "Put in as a year begins.")
    ] = field(default_factory=dict)
    deposits: Annotated[
        Mapping[int, int], YEARLY, Said("insättningar", "Öronmärkt av årets resultat.", "Set aside of a year's result.")
    ] = field(default_factory=dict)
    results: Annotated[
        Mapping[int, int], YEARLY_CHANGES,
        Said("resultat", "Resultat före projektens kostnader och effekter.", "Results before costs and effects."),
    ] = field(default_factory=dict)  # fmt: skip
    budgets: Annotated[
        Mapping[int, int],
        YEARLY,
        Said("budgetar", "Total budget per år, för målnivån.", "Total budgets, for a target."),
    ] = field(default_factory=dict)
    project: Annotated[
        Sequence[PlannedProject],
        list_of(_PROJECT),
        Said("projekt", "Projekten.", "The projects."),
    ] = ()
    model: Annotated[Sequence[Model], MODELS, Said("modell", "Modellerna som jämförs.", "The models to compare.")] = ()
    lag: Annotated[
        int, COUNT, Said("eftersläpning", "År från effekt till ram.", "Years from an effect to the frame.")
    ] = 0
    spent_share: Annotated[
        Fraction, PART,
        Said("förbrukad_andel", "Andel av ram mot kostnad som nämnderna gör av med.", "What boards spend of it."),
    ] = Fraction(0)  # fmt: skip
    by_rule: Annotated[bool, FLAG, Said("enligt_regel", "Riktlinjens regel öronmärker.", "The rule sets aside.")] = (
        False
    )
    grounds: Annotated[
        bool, FLAG, Said("synnerliga_skäl", "Användning åberopas mot underskott.", "Uses are grounds for a deficit.")
    ] = False
    draws: Annotated[int, COUNT, Said("dragningar", "Antal dragningar.", "How many draws.")] = 0
    seed: Annotated[int, COUNT, Said("frö", "Slumpfröet.", "The seed.")] = 1

    @classmethod
    def of(cls, **values: object) -> Scenario:
        """A scenario from Python values, text or both; amounts are kronor."""
        return cls.read(values)

    @classmethod
    def read(cls, values: Mapping[str, Any], setting: Setting = KRONOR) -> Scenario:
        """A scenario from values by name, as a file has them, in English or Swedish."""
        read, faults = read_fields(fields_of(Scenario), values, what=_SCENARIO, setting=setting)
        if faults:
            raise Refused(faults)
        return cls(**read)

    def __post_init__(self) -> None:
        if faults := [*self._faults()]:
            raise Refused(faults)

    def _faults(self) -> Iterator[Finding]:
        if self.to < self.first_year:
            yield codes.SCENARIO_BACKWARDS.at("to", first=self.first_year, to=self.to)
        names = [each.project for each in self.project]
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield codes.PROJECT_TWICE.at(name, project=name)
        for each in self.project:
            if not each.costs:
                yield codes.PROJECT_WITHOUT_COST.at(each.project, project=each.project)
            elif not self.first_year <= each.first_year <= each.last_year <= self.to:
                values: dict[str, Any] = {"first": self.first_year, "to": self.to}
                yield codes.PROJECT_OUTSIDE_YEARS.at(each.project, project=each.project, **values)

    @property
    def years(self) -> range:
        """The fiscal years of it."""
        return range(self.first_year, self.to + 1)

    def result_ore(self, year: int) -> int:
        """A year's result before projects' costs and effects: the one given, else the last before it, else the first;
        zero where none is given."""
        known = sorted(self.results)
        before = [each for each in known if each <= year]
        return self.results[before[-1] if before else known[0]] if known else 0

    @property
    def equity_ore(self) -> int:
        """Equity as the first year begins."""
        put_in = sum(self.capital.values()) + sum(self.deposits.values())
        return 10 * put_in if self.equity is None else self.equity

    @property
    def is_drawn(self) -> bool:
        """Whether some effect is a range and draws are asked for."""
        ranges = (each for project in self.project for by_year in project.effects.values() for each in by_year.values())
        return self.draws > 0 and any(low != high for low, _, high in ranges)


_SCENARIO: Final = Bilingual("Scenariot", "The scenario")
