"""A scenario under a model (körning): a book in memory, and the library's own commands done in it, year by year.

Within a year projects are granted, cost and use what they cost, effects are measured and frames lowered; a project
whose plan and effects are over is settled, and what was taken beyond what the policy asks is given back. Then the
year's result is known, what is to be set aside is, and repayments renew the earmark.

What a policy refuses is kept with its reasons; a project that is refused its grant is not carried out, unless the
model has no fund at all, and then it is met by the boards' own frames.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Final

from sifund_ledger.amounts import split
from sifund_ledger.balance.figures.year_figures import YearFigures
from sifund_ledger.book import Book
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.fiscal import LAST_YEAR, year_close, year_start
from sifund_ledger.funds.policy.choices import (
    ClawbackMode,
    LegalForm,
    LossBearer,
    RepaymentBasis,
    SetAsideRule,
    SetAsideSource,
)
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.state.sums import repays
from sifund_ledger.money import from_ore
from sifund_ledger.simulation.models import Model
from sifund_ledger.simulation.outcomes import ModelRun, Refusal, outcome_of
from sifund_ledger.simulation.scenario import PlannedProject, Scenario
from sifund_ledger.store.opening import open_book

FUND: Final = "fond"
_WITHOUT_MEANING: Final = frozenset(
    {"NOTHING_DUE", "RULE_GIVES_NOTHING", "RENEWAL_WITHOUT_ROOM", "RENEWAL_ABOVE_ENTITLEMENT"}
)
"""Reasons that say only that there is nothing to do in a year."""
Effects = Mapping[tuple[str, str, int], int]
"""What is truly saved, by project, board and year; öre."""


def likely_effects(scenario: Scenario) -> dict[tuple[str, str, int], int]:
    """The likely effect of each range."""
    return {
        (project.project, board, year): likely
        for project in scenario.project
        for board, by_year in project.effects.items()
        for year, (_, likely, _) in by_year.items()
    }


def run_model(scenario: Scenario, model: Model, effects: Effects | None = None) -> ModelRun:
    """A scenario under a model: the outcome, from a book of its own. Nothing is kept of the book.

    ``effects`` are what projects truly save, the likely ones where they are not given. Raises
    :class:`~sifund_ledger.Refused` where no fund can be made of the model.
    """
    policy, assumed = model.decided(scenario.first_year, scenario.to)
    run = _Run(scenario, policy, dict(likely_effects(scenario) if effects is None else effects))
    run.opened()
    for year in scenario.years:
        run.year(year)
    carried = [each for each in scenario.project if each.project in run.carried]
    return outcome_of(run.book, scenario, model.title, policy, carried, run.effects, run.refusals, assumed)


def _council(year: int, month: int, day: int, paragraph: int) -> Decision:
    return Decision("KF", date(year, month, day), str(paragraph))


@dataclass(slots=True)
class _Run:
    """A book on its way through the years of a scenario."""

    scenario: Scenario
    policy: Policy
    effects: dict[tuple[str, str, int], int]
    book: Book = field(init=False)
    carried: dict[str, str] = field(default_factory=dict)
    """The projects that are carried out, and the sub-fund that each was granted from."""
    settled: set[str] = field(default_factory=set)
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def is_plain(self) -> bool:
        """Whether the model has no fund: projects are met by the boards' own frames (S14)."""
        return self.policy.legal_form is LegalForm.OPERATING_FRAME and not self.policy.set_aside_sources

    @property
    def is_frame(self) -> bool:
        """Whether the fund is frames alone."""
        return self.policy.legal_form is LegalForm.OPERATING_FRAME

    @contextmanager
    def _trying(self, year: int, what: Bilingual, about: str) -> Iterator[None]:
        """Do something, and keep why it is refused."""
        try:
            yield
        except Refused as refusal:
            found: list[Finding] = [each for each in refusal.findings if each.code not in _WITHOUT_MEANING]
            if found:
                self.refusals.append(Refusal(year, what, about, tuple(found)))

    def opened(self) -> None:
        """Equity, the fund, and what is in it as the first year begins."""
        scenario, first = self.scenario, self.scenario.first_year
        opening = scenario.capital.get(first, 0)
        before = self.policy.legal_form is LegalForm.RESULT_RESERVE and opening > 0
        at = datetime(min(scenario.to + 2, LAST_YEAR), 12, 31, 12, tzinfo=UTC)
        self.book = open_book(create=scenario.entity, actor="simulering", clock=lambda: at, salt=lambda: bytes(16))
        opened, equity = first - 1 - before, scenario.equity_ore - opening * before
        self.book.open_equity(opened, from_ore(equity), opening_deficits=[], decision=_council(opened + 1, 1, 1, 1))
        decision = _council(first, 1, 1, 2)
        self.book.create_fund(FUND, policy=self.policy, decision=decision)
        if before:
            self.book.record_result(first - 1, from_ore(opening))

    def year(self, year: int) -> None:
        """One fiscal year from its first day to the spring after it."""
        self._put_in(year)
        for project in self.scenario.project:
            if project.first_year == year:
                self._granted(project)
        for project in self.scenario.project:
            if project.project in self.carried:
                self._costs(project, year)
                self._effects(project, year)
        taken, saved = self._moved(year)
        self._result(year, taken, saved)
        self._set_aside(year)

    def _put_in(self, year: int) -> None:
        """What the scenario puts into the fund as a year begins, divided by what projects ask of its sub-funds."""
        ore = self.scenario.capital.get(year, 0)
        if not ore or self.is_plain:
            return
        if self.is_frame:
            self._appropriate(year, ore)
            return
        for subfund, part in self._divided(ore):
            with self._trying(year, _PUT_IN, subfund):
                if year == self.scenario.first_year and self.policy.legal_form is LegalForm.EARMARKED_EQUITY:
                    decision = _council(year, 1, 1, 3)
                    self.book.open_fund(FUND, from_ore(part), year=year, decision=decision, subfund=subfund)
                else:
                    self._earmark(part, year - 1, year, subfund)

    def _divided(self, ore: int) -> list[tuple[str, int]]:
        names = self.policy.subfund_names
        asked = dict.fromkeys(names, 0)
        for project in self.scenario.project:
            asked[self._subfund_of(project)] += project.asked_ore
        weights = [*asked.values()] if any(asked.values()) else [1] * len(names)
        return [(name, part) for name, part in zip(names, split(ore, weights), strict=True) if part]

    def _subfund_of(self, project: PlannedProject) -> str:
        """The sub-fund named, or the first that repays as the project would: one with a plan, or one without."""
        names = self.policy.subfund_names
        if project.subfund in names:
            return project.subfund
        fitting = [name for name in names if self.policy.of(name).revolving == bool(project.planned)]
        return (fitting or names)[0]

    def _appropriate(self, year: int, ore: int) -> None:
        """A fund that is frames alone has them in the years in which its projects cost, until the capital is gone."""
        for of_year in self.scenario.years:
            asked = sum(each.costs.get(of_year, 0) for each in self.scenario.project)
            part = min(ore, asked)
            if of_year >= year and part:
                with self._trying(of_year, _PUT_IN, ""):
                    self.book.set_aside(
                        FUND, from_ore(part), source=SetAsideSource.OPERATING_FRAME, year=of_year,
                        decision=_council(year, 1, 1, 3),
                    )  # fmt: skip
                    ore -= part

    def _earmark(self, ore: int, result_year: int, decided: int, subfund: str) -> None:
        """Set aside by the source that the policy has: a year's surplus, a refund, or accumulated equity."""
        known = self.policy.set_aside_sources
        wanted = (SetAsideSource.SURPLUS, SetAsideSource.AFA_REFUND, SetAsideSource.ACCUMULATED_EQUITY)
        source = next((each for each in wanted if each.value in known), SetAsideSource.SURPLUS)
        if result_year < self.scenario.first_year and SetAsideSource.ACCUMULATED_EQUITY.value in known:
            source = SetAsideSource.ACCUMULATED_EQUITY
        of_result = None if source is SetAsideSource.ACCUMULATED_EQUITY else result_year
        self.book.set_aside(
            FUND, from_ore(ore), source=source, result_year=of_result, decision=_council(decided, 4, 28, 4),
            subfund=subfund,
        )  # fmt: skip

    def _granted(self, project: PlannedProject) -> None:
        """The grant, with its plan where the policy has one; without a fund the project simply begins."""
        name, year = project.project, project.first_year
        if self.is_plain:
            self.carried[name] = ""
            return
        subfund, start = self._subfund_of(project), year_start(year)
        plan = project.planned if repays(self.policy.of(subfund), start) else {}
        granted, costs = project.asked_ore, sum(project.costs.values())
        last = project.last_year
        frames = dict(project.costs)
        frames[last] += granted - costs
        with self._trying(year, _GRANTED, name):
            self.book.grant(
                FUND, name, from_ore(granted), board=project.board, financing="ur fonden", subfund=subfund,
                decision=_council(year, 2, 1, 10), frames={each: from_ore(ore) for each, ore in frames.items() if ore},
                plan={board: {each: from_ore(ore) for each, ore in lines.items()} for board, lines in plan.items()}
                or None,
                start=start, end=year_close(last),
            )  # fmt: skip
            self.carried[name] = subfund

    def _costs(self, project: PlannedProject, year: int) -> None:
        """What it costs in the year, what of that the fund meets, and its end."""
        name, cost, decision = project.project, project.costs.get(year, 0), _council(year, 12, 15, 20)
        if cost:
            board = project.board if self.is_plain else ""
            self.book.report_cost(FUND, name, from_ore(cost), year=year, decision=decision, board=board)
            if not self.is_plain:
                ore = min(cost, self.book.project(name).left_ore)
                if ore:
                    with self._trying(year, _USED, name):
                        self.book.use(
                            FUND, from_ore(ore), year=year, project=name, decision=decision, reason="projektets kostnad"
                        )
        if year == project.last_year and not self.is_plain:
            with self._trying(year, _CLOSED, name):
                self.book.close_project(name, year=year, decision=decision)

    def _effects(self, project: PlannedProject, year: int) -> None:
        """What it saved by then is measured, frames are lowered as the policy says, and in the end it is settled."""
        name, of_year = project.project, year - self.scenario.lag
        decision = _council(year, 12, 15, 21)
        if self.is_plain or of_year < project.first_year:
            return
        state = self.book.project(name)
        for board in project.boards:
            saved = self.effects.get((name, board, of_year), 0)
            last = of_year == project.settled_in
            if saved or last:
                with self._trying(year, _MEASURED, f"{name}, {board}"):
                    self.book.measure(name, board, from_ore(saved), effect_year=of_year, decision=decision)
        if not state.claims:
            return
        policy = self.policy.of(self.carried[name])
        for board, claim in state.claims:
            if claim.open and policy.clawback_mode is not ClawbackMode.NEGOTIATED:
                with self._trying(year, _REPAID, f"{name}, {board}"):
                    self.book.repay(
                        name, board, effect_year=of_year, frame_year=year, decision=decision,
                        rebased=policy.clawback_mode is ClawbackMode.AFTER_REBASE,
                    )  # fmt: skip
        if of_year >= project.settled_in and name not in self.settled:
            self._settled(project, policy, year, decision)

    def _settled(self, project: PlannedProject, policy: Policy, year: int, decision: Decision) -> None:
        """Settled for good; what was taken beyond what the policy asks is given back (R28)."""
        name = project.project
        self.settled.add(name)
        with self._trying(year, _SETTLED, name):
            self.book.settle(name, frame_year=year, decision=decision)
        if policy.repayment_basis is RepaymentBasis.PLAN:
            return
        for each in self.book.clawback(name).boards:
            charged = each.board == project.board and each.board not in project.boards
            if each.beyond_ore and not charged and not _bears_the_loss(policy, each.board, project):
                with self._trying(year, _RETURNED, f"{name}, {each.board}"):
                    self.book.return_repayment(
                        name,
                        each.board,
                        financing="ur fonden",
                        reason="taget utöver golv och effekt",
                        decision=decision,
                    )

    def _moved(self, year: int) -> tuple[int, int]:
        """What the year's frames are lowered by, net of what was given back, and what projects truly saved in it."""
        changes = self.book.frames(FUND, budget_year=year).records()
        lowered = -sum(int(each["repaid"] or 0) for each in changes if each["year"] == year)
        saved = sum(ore for (name, _, of_year), ore in self.effects.items() if of_year == year and name in self.carried)
        return lowered, saved

    def _result(self, year: int, taken: int, saved: int) -> None:
        """The year's result, and its year-end."""
        scenario = self.scenario
        cost = sum(each.costs.get(year, 0) for each in scenario.project if each.project in self.carried)
        # What boards do not spend of their frames stays in the result, and is the true effect.
        of_frames = int(scenario.spent_share * (taken - saved))
        result = from_ore(scenario.result_ore(year) - cost + saved + of_frames)
        with self._trying(year, _YEAR_END, str(year)):
            if scenario.grounds:
                grounds = _council(year + 1, 4, 28, 31)
                self.book.year_end(year, YearFigures(net_result=result), grounds_decision=grounds).post()
            else:  # a year without adjustments is drawn up from its result alone
                self.book.record_result(year, result)

    def _set_aside(self, year: int) -> None:
        """After the year: what is set aside of its result, by the scenario or by rule, and what is renewed."""
        ore = self.scenario.deposits.get(year, 0)
        if ore and self.is_frame and not self.is_plain:
            self._appropriate(year + 1, ore)
        elif ore and not self.is_plain:
            for subfund, part in self._divided(ore):
                with self._trying(year, _PUT_IN, subfund):
                    self._earmark(part, year, year + 1, subfund)
        decision = _council(year + 1, 4, 28, 32)
        entitled = self.book.fund(FUND).entitled_ore > 0
        for subfund in self.policy.subfund_names:
            if self.scenario.by_rule and self.policy.of(subfund).set_aside_rule is not SetAsideRule.AD_HOC:
                budget = self.scenario.budgets.get(year)
                with self._trying(year, _PUT_IN, subfund):
                    self.book.set_aside_by_rule(
                        FUND, result_year=year, decision=decision, subfund=subfund,
                        budget=None if budget is None else from_ore(budget),
                    )  # fmt: skip
            if entitled:
                with self._trying(year, _RENEWED, subfund):
                    self.book.renew(FUND, result_year=year, decision=decision, subfund=subfund)


def _bears_the_loss(policy: Policy, board: str, project: PlannedProject) -> bool:
    """Whether what a board has repaid beyond the effect is a loss that the policy charges it with (P9)."""
    bearer = policy.loss_bearer
    return bearer is LossBearer.BENEFITING_UNITS or (bearer is LossBearer.IMPLEMENTING_UNIT and board == project.board)


_PUT_IN: Final = Bilingual("sätta in i fonden", "put into the fund")
_GRANTED: Final = Bilingual("bevilja", "grant")
_USED: Final = Bilingual("ianspråkta", "use")
_CLOSED: Final = Bilingual("avsluta", "close")
_MEASURED: Final = Bilingual("mäta effekten", "measure the effect")
_REPAID: Final = Bilingual("återföra", "repay")
_SETTLED: Final = Bilingual("slutavräkna", "settle")
_RETURNED: Final = Bilingual("lämna tillbaka", "give back")
_YEAR_END: Final = Bilingual("upprätta bokslut", "draw up the year-end")
_RENEWED: Final = Bilingual("förnya öronmärkningen", "renew the earmark")
