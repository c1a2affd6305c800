"""The programme of a book as tables (programmets tabeller): pipeline, roles, rules, estimates, goals, outcomes.

Each is printed in Swedish (``sv``) or English (``en``); what depends on a day is told as of it. Nothing is recorded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.fiscal import anniversary
from sifund_ledger.funds.state.project import ProjectStanding
from sifund_ledger.funds.state.project_events import ProjectMoved
from sifund_ledger.programme import events, goals
from sifund_ledger.programme import findings as codes
from sifund_ledger.programme.application import (
    ProgrammeState,
    application_of,
    declared_of,
    participants_of,
    stages_of,
)
from sifund_ledger.programme.choices import NEAR_THE_FRONT, Choice, Dated, Funding, Level, Stage, Status, Steering
from sifund_ledger.programme.eligibility import eligibility, held, programme_for
from sifund_ledger.programme.estimates import estimated
from sifund_ledger.programme.roles import ROLES, conflicts, hands_of
from sifund_ledger.programme.tables import words
from sifund_ledger.programme.tables.effects import alternatives_table, effects_table
from sifund_ledger.programme.tables.funds import funds_table, refill_table
from sifund_ledger.table import Cell, Row, Table

_DECIDED: Final = (Stage.GRANTED, Stage.REJECTED)


@dataclass(frozen=True)
class ProgrammePages:
    """The tables of a book's programme, as it stands."""

    state: ProgrammeState

    @property
    def projects(self) -> tuple[str, ...]:
        """Every project, of a fund or no more than an idea, in the order first named."""
        return tuple(dict.fromkeys((*self.state.programme.projects(), *self.state.register.projects)))

    def register(self, *, language: Language = "sv") -> Table:
        """Every project with its latest stage, what it sought, was granted, used and repaid (projektregister)."""
        return words.REGISTER.listing([self._registered(name) for name in self.projects], language)

    def _registered(self, name: str) -> tuple[Cell, ...]:
        stages, declared = stages_of(self.state, name), declared_of(self.state, name)
        granted, known = self.state.register.project(name), stages[-1] if stages else None
        became = self.state.programme.latest(events.ImplementationDecided, name)
        claims = [self.state.register.claims[name, board] for board in granted.boards] if granted else []
        return (
            name, _words(Stage, known.stage) if known else None, known.day if known else None,
            declared.get("fund") or (granted.fund if granted else None), granted.board if granted else None,
            application_of(self.state, name).operations, declared.get("sought_ore"),
            granted.granted if granted else None, granted.used if granted else None,
            sum(claim.repaid for claim in claims) if granted else None,
            _words(Status, became.status) if became else None,
        )  # fmt: skip

    def pipeline(self, *, language: Language = "sv") -> Table:
        """From idea to decision, with the days that each stage took, and why what was rejected was (S18; K10)."""
        rows = [self._lead_times(name) for name in self.state.programme.projects() if stages_of(self.state, name)]
        return words.PIPELINE.listing(rows, language)

    def _lead_times(self, name: str) -> tuple[Cell, ...]:
        first: dict[str, events.StageReached] = {}
        for each in stages_of(self.state, name):
            first.setdefault(each.stage, each)
        decided = next((first[stage] for stage in _DECIDED if stage in first), None)
        days = [first[stage].day if stage in first else None for stage in (Stage.IDEA, Stage.PREPARED, Stage.APPLIED)]
        days.append(decided.day if decided else None)
        known = [day for day in days if day is not None]
        spans = [
            (later - before).days if before is not None and later is not None else None
            for before, later in pairwise(days)
        ]
        in_all = (known[-1] - known[0]).days if decided and len(known) > 1 else None
        outcome = _words(Stage, decided.stage) if decided else None
        return (name, *days, outcome, *spans, in_all, decided.reason if decided else None)

    def participation(self, *, language: Language = "sv") -> tuple[Table, Table]:
        """Who takes part in which project, and in how many each unit does (S17)."""
        taking = [(name, each) for name in self.projects for each in participants_of(self.state, name)]
        rows = [(name, each.name, each.kind, each.unit) for name, each in taking]
        shown = [(name, who, kind.said, unit) for name, who, kind, unit in rows]
        by_unit: dict[tuple[str, str], list[str]] = {}
        for name, who, _, unit in rows:
            by_unit.setdefault((who, unit), []).append(name)
        units = [(*key, len(names), ", ".join(names)) for key, names in by_unit.items()]
        return words.PARTICIPATION.listing(shown, language), words.UNITS.listing(units, language)

    def roles(self, *, language: Language = "sv") -> Table:
        """Who proposed, prepared, applied, decided, calculated and reviewed, and what is in one hand (S13; K3)."""
        rows = []
        for name in self.state.programme.projects():
            hands = hands_of(self.state, name)
            actors = [", ".join(dict.fromkeys(actor for actor, _ in hands.get(role.code, []))) for role in ROLES]
            pairs = [
                f"{each.one.words.words(language)} – {each.other.words.words(language)}"
                for each in conflicts(self.state, name)
            ]
            rows.append((name, *actors, "; ".join(pairs)))
        return words.ROLES.listing(rows, language)

    def eligibility(self, project: str, *, language: Language = "sv") -> Table:
        """How a project's application stands to each rule of its fund's programme, with its source (S10, S19).

        Raises :class:`~sifund_ledger.Refused` for a project that is not known.
        """
        self._require(project)
        programme = programme_for(self.state, project)
        rows = [
            (each.rule, words.KEPT[each.kept], each.stated, words.YES if each.refuses else words.NO, each.source)
            for each in (held(application_of(self.state, project), programme) if programme else ())
        ]
        remarks = () if rows else (words.NO_RULES,)
        return words.ELIGIBILITY.listing(rows, language, remarks=remarks, project=project)

    def breaches(self, project: str) -> tuple[Finding, ...]:
        """What the programme finds of a project's application, as if it were to be granted now. Raises as
        :meth:`eligibility`."""
        self._require(project)
        return tuple(eligibility(self.state, project, refusing=True))

    def _require(self, project: str) -> None:
        if project not in self.projects:
            raise Refused([codes.PROJECT_NOT_KNOWN.at(project, project=project)])

    def estimates(self, fund: str = "", *, language: Language = "sv") -> tuple[Table, Table]:
        """What projects were expected to cost, first and last, against the outcome; and every change (S12)."""
        rows = estimated(self.state, fund)
        log = [(each.project, each.year, of.day, of.ore, of.reason) for each in rows for of in each.estimates]
        return words.ESTIMATES.listing(rows, language), words.ESTIMATE_LOG.listing(log, language)

    def implementation(self, *, on: date, language: Language = "sv") -> Table:
        """What became of projects in ordinary operations, and which have no status a year after their end (S26; K6)."""
        rows: list[tuple[Cell, ...]] = []
        for name in self.projects:
            closed, became = self._closed(name), self.state.programme.latest(events.ImplementationDecided, name)
            if became is not None:
                rows.append((
                    name, became.board, closed, _words(Status, became.status), became.share, became.yearly_ore,
                    became.ore, became.phased_out or None, became.phased_out_ore, became.ore - became.phased_out_ore,
                    became.from_year, _words(Funding, became.funding),
                ))  # fmt: skip
            elif closed is not None and anniversary(closed, 1) < on:
                granted = self.state.register.project(name)
                board = granted.board if granted else None
                rows.append((name, board, closed, words.MISSING, *[None] * 8))
        return words.IMPLEMENTATION.listing(rows, language)

    def _closed(self, name: str) -> date | None:
        """The day on which a project was closed, by its fund or by a stage."""
        moved = [
            event.event_date
            for _, event in self.state.register.events_of(name)
            if isinstance(event, ProjectMoved) and event.state == ProjectStanding.CLOSED
        ]
        days = [*moved[-1:], *(each.day for each in stages_of(self.state, name) if each.stage == Stage.CLOSED)]
        return min(days, default=None)

    def goals(self, *, language: Language = "sv") -> Table:
        """The goals as a tree, with projects, and those that reach no strategic goal (S21, S22)."""
        rows = [
            Row(
                (
                    each.goal, each.level.said, each.indicator, each.owner, each.first_year, each.last_year,
                    ", ".join(each.projects), words.ORPHAN if each.orphan else None,
                ),
                code=each.goal, level=each.depth,
            )
            for each in goals.tree(self.state)
        ]  # fmt: skip
        return words.GOALS.table(words.GOALS.columns, rows, language)

    def goal_paths(self, *, language: Language = "sv") -> Table:
        """Each project's way to a goal of the council, or that it has none (K11)."""
        rows = [
            (each.project, " → ".join(each.path) if each.reaches else words.MISSING, each.indicator)
            for each in goals.paths(self.state)
        ]
        return words.PATHS.listing(rows, language)

    def calendar(self, *, on: date, language: Language = "sv") -> Table:
        """Milestones, evaluations and reports by day, and those that were missed (S22)."""
        rows = [
            (
                each.about, each.milestone, _words(Dated, each.what), each.due, each.reached,
                words.MISSED if each.missed else words.KEPT_DAY if each.reached else words.AHEAD,
            )
            for each in goals.calendar(self.state, on)
        ]  # fmt: skip
        return words.CALENDAR.listing(rows, language)

    def portfolio(self, *, language: Language = "sv") -> Table:
        """How many projects steer strategically, and how many operatively (S29)."""
        grouped: dict[str, list[str]] = {each.value: [] for each in Steering}
        for name in self.projects:
            grouped.setdefault(declared_of(self.state, name).get("steering", ""), []).append(name)
        rows = []
        for steering, names in grouped.items():
            if names:
                sought = sum(declared_of(self.state, name).get("sought_ore", 0) for name in names)
                granted = sum(each.granted for name in names if (each := self.state.register.project(name)))
                called = _words(Steering, steering) if steering else words.NOT_SAID
                rows.append((called, len(names), Fraction(len(names), len(self.projects)), sought, granted))
        return words.PORTFOLIO.listing(rows, language)

    def initiatives(self, *, language: Language = "sv") -> Table:
        """At what level ideas arise, and at what level it is decided (S30)."""
        ideas, decisions = Counter[str](), Counter[str]()
        for event, _ in self.state.programme.all_of(events.StageReached):
            if event.stage == Stage.IDEA:
                ideas[event.level] += 1
            elif event.stage in _DECIDED:
                decisions[event.level] += 1
        rows = [
            (
                level.said, ideas[level], Fraction(ideas[level], max(1, ideas.total())), decisions[level],
                Fraction(decisions[level], max(1, decisions.total())),
            )
            for level in Level
            if ideas[level] or decisions[level] or level in NEAR_THE_FRONT
        ]  # fmt: skip
        return words.INITIATIVES.listing(rows, language)

    def effects(self, project: str, *, language: Language = "sv") -> Table:
        """A project's latest calculation of effects: year by actor by kind of cost, and what can be clawed back. Raises
        as :meth:`eligibility`."""
        self._require(project)
        return effects_table(self.state, project, language)

    def alternatives(self, *, language: Language = "sv") -> Table:
        """Projects with a calculation side by side: effect per krona, when it breaks even, who gains and pays."""
        return alternatives_table(self.state, self.projects, language)

    def contracts(self, *, language: Language = "sv") -> Table:
        """Outcome contracts, with their latest outcome, and who gains and loses by it (S23)."""
        rows: list[tuple[Cell, ...]] = []
        for name in dict.fromkeys(event.project for event, _ in self.state.programme.all_of(events.ContractSigned)):
            signed = self.state.programme.latest(events.ContractSigned, name)
            assessed = self.state.programme.latest(events.OutcomeAssessed, name)
            if signed is not None and assessed is None:
                rows.append((name, signed.investor, signed.ore, *[None] * 6))
            elif signed is not None and assessed is not None:
                rows.append((
                    name, signed.investor, signed.ore, assessed.day, assessed.saved_ore,
                    words.YES if assessed.met else words.NO, assessed.ore, assessed.ore - signed.ore,
                    assessed.saved_ore - assessed.ore,
                ))  # fmt: skip
        return words.CONTRACTS.listing(rows, language)

    def funds(self, *, on: date, language: Language = "sv") -> Table:
        """How each fund stands, dormant ones among them, and which bodies answer for it (S31)."""
        return funds_table(self.state.register, on, language)

    def refill(self, *, on: date, language: Language = "sv") -> Table:
        """What is still to be repaid, with the budget that each frame belongs to (S2; K8)."""
        return refill_table(self.state.register, on, language)

    def co_financing(self, *, language: Language = "sv") -> Table:
        """What others put into projects (medfinansiering)."""
        rows: list[tuple[Cell, ...]] = []
        for name in self.projects:
            declared = declared_of(self.state, name)
            others, effort = declared.get("co_financing_ore"), declared.get("effort_ore")
            if others is not None or effort is not None:
                part = Fraction(others, effort) if others is not None and effort else None
                rows.append((name, effort, declared.get("sought_ore"), others, part))
        return words.CO_FINANCING.listing(rows, language)


def _words(choice: type[Choice], value: str) -> Bilingual:
    """A stored word of a choice in both languages, as a cell is given it."""
    return choice(value).said


def all_tables(pages: ProgrammePages, on: date, language: Language) -> Iterator[Table]:
    """Every table of the programme that is about no single project, as of a day."""
    yield pages.register(language=language)
    yield pages.pipeline(language=language)
    yield from pages.participation(language=language)
    yield pages.roles(language=language)
    yield from pages.estimates(language=language)
    yield pages.implementation(on=on, language=language)
    yield pages.goals(language=language)
    yield pages.goal_paths(language=language)
    yield pages.calendar(on=on, language=language)
    yield pages.portfolio(language=language)
    yield pages.initiatives(language=language)
    yield pages.co_financing(language=language)
    yield pages.alternatives(language=language)
    yield pages.contracts(language=language)
    yield pages.funds(on=on, language=language)
    yield pages.refill(on=on, language=language)


PAGES: Final[Sequence[str]] = (
    "register", "pipeline", "participation", "roles", "estimates", "implementation", "goals", "goal_paths", "calendar",
    "portfolio", "initiatives", "co_financing", "alternatives", "contracts", "funds", "refill",
)  # fmt: skip
"""The pages that are about no single project, by name."""
OF_PROJECT: Final[Sequence[str]] = ("eligibility", "effects")
"""Those about one project."""
