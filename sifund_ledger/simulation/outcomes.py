"""What a scenario came to under a model (utfall): years, projects, boards, what was refused. Öre.

What a project cost and did not save is lost, and is borne: ``lost = cost − saved``, by the fund what was used of it and
not repaid, by each board what it repaid, or met itself, and did not save. A negative amount is a gain. So the parts
always make the whole, whoever bears it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sifund_ledger.book import Book
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.policy.choices import LegalForm
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.tables.account import FundYear
from sifund_ledger.law.horizons import MANDATES, Horizon, Period
from sifund_ledger.simulation.scenario import PlannedProject, Scenario


class Refusal(NamedTuple):
    """What the model's own rules refused in a year, and every reason."""

    year: int
    what: Bilingual
    about: str
    findings: tuple[Finding, ...]

    @property
    def codes(self) -> str:
        """The codes of the reasons."""
        return ", ".join(dict.fromkeys(each.code for each in self.findings))

    @property
    def reasons(self) -> Bilingual:
        """The reasons in words."""
        return Bilingual(*(" ".join(each.in_language(of)[0] for each in self.findings) for of in ("sv", "en")))


class RunYear(NamedTuple):
    """A year under a model: the fund's movements and its balance at the close, what boards were taken of, the result,
    the balance requirement result, what is left of deficits and the first deadline."""

    year: int
    put_in_ore: int
    granted_ore: int
    used_ore: int
    repaid_ore: int
    renewed_ore: int
    ended_ore: int
    closing_ore: int
    available_ore: int
    result_ore: int
    decisive_ore: int
    left_ore: int
    due: int | None


class RunProject(NamedTuple):
    """A project under a model: what it cost, what the fund met of that, what it saved, what boards repaid, and what
    the implementing board and the others bear of what was lost."""

    project: str
    cost_ore: int
    used_ore: int
    saved_ore: int
    repaid_ore: int
    implementing_ore: int
    others_ore: int

    @property
    def lost_ore(self) -> int:
        """What it cost and did not save; a gain is negative."""
        return self.cost_ore - self.saved_ore

    @property
    def fund_ore(self) -> int:
        """What of that the fund bears: used and not repaid."""
        return self.used_ore - self.repaid_ore


class RunBoard(NamedTuple):
    """A board under a model: what projects saved it, what it repaid, and what of its repayments it never saved."""

    board: str
    saved_ore: int
    repaid_ore: int
    harm_ore: int

    @property
    def kept_ore(self) -> int:
        """What it keeps of what it saved; negative where more was taken."""
        return self.saved_ore - self.repaid_ore


class RunPeriod(NamedTuple):
    """A period under a model: sums of its years within the scenario, and the balance at its end."""

    period: Period
    put_in_ore: int
    used_ore: int
    repaid_ore: int
    renewed_ore: int
    ended_ore: int
    decisive_ore: int
    closing_ore: int
    left_ore: int


@dataclass(frozen=True, slots=True)
class ModelRun:
    """The outcome of a scenario under a model (utfall). ``records`` is how many records the fund's book took after it
    was opened, ``decisions`` how many decisions they rest on."""

    name: str
    policy: Policy
    years: tuple[RunYear, ...]
    projects: tuple[RunProject, ...]
    boards: tuple[RunBoard, ...]
    refusals: tuple[Refusal, ...]
    assumptions: tuple[Bilingual, ...]
    records: int
    decisions: int
    outstanding_ore: int

    @property
    def closing_ore(self) -> int:
        """What the fund has when the last year closes."""
        return self.years[-1].closing_ore

    @property
    def put_in_ore(self) -> int:
        """All that was put into the fund beside renewals."""
        return sum(each.put_in_ore for each in self.years)

    @property
    def emptied_in(self) -> int | None:
        """The first year at whose close the fund is empty and stays so; ``None`` where it is not, or never had any."""
        if self.policy.legal_form is LegalForm.OPERATING_FRAME or not any(each.used_ore for each in self.years):
            return None
        last = next((each.year for each in reversed(self.years) if each.closing_ore), self.years[0].year - 1)
        return None if last == self.years[-1].year else last + 1

    @property
    def years_until_empty(self) -> int | None:
        """How many years from the first one on until the fund is empty; ``None`` where it is not in these years."""
        return None if self.emptied_in is None else self.emptied_in - self.years[0].year + 1

    @property
    def fund_loss_ore(self) -> int:
        """What the fund bears in all of what was lost."""
        return sum(each.fund_ore for each in self.projects)

    @property
    def harm_ore(self) -> int:
        """What boards in all repaid and never saved."""
        return sum(each.harm_ore for each in self.boards)

    @property
    def saved_ore(self) -> int:
        """What boards saved in all."""
        return sum(each.saved_ore for each in self.boards)

    @property
    def repaid_ore(self) -> int:
        """What boards repaid in all, net of what was given back."""
        return sum(each.repaid_ore for each in self.boards)

    @property
    def kept_ore(self) -> int:
        """What boards keep in all of what they saved."""
        return self.saved_ore - self.repaid_ore

    @property
    def harmed(self) -> int:
        """How many boards repaid more than they saved."""
        return sum(each.harm_ore > 0 for each in self.boards)

    @property
    def left_ore(self) -> int:
        """What is left of deficits when the last year closes."""
        return self.years[-1].left_ore

    @property
    def deficit_years(self) -> int:
        """In how many years the balance requirement result is below zero."""
        return sum(each.decisive_ore < 0 for each in self.years)

    @property
    def carried_out(self) -> int:
        """How many projects were carried out."""
        return len(self.projects)

    def periods(self, horizon: Horizon = MANDATES) -> Iterator[RunPeriod]:
        """The same by mandate period, or by another horizon."""
        for period in dict.fromkeys(horizon.period(each.year) for each in self.years):
            own = [each for each in self.years if horizon.period(each.year) == period]
            sums = {
                name: sum(getattr(each, name) for each in own)
                for name in ("put_in_ore", "used_ore", "repaid_ore", "renewed_ore", "ended_ore", "decisive_ore")
            }
            yield RunPeriod(period, **sums, closing_ore=own[-1].closing_ore, left_ore=own[-1].left_ore)


def outcome_of(
    book: Book, scenario: Scenario, name: str, policy: Policy, carried: Sequence[PlannedProject],
    effects: Mapping[tuple[str, str, int], int], refusals: Iterable[Refusal], assumptions: tuple[Bilingual, ...],
) -> ModelRun:  # fmt: skip
    """What a book has come to."""
    (fund,) = book.funds
    projects = tuple(_project(book, each, effects) for each in carried)
    boards = tuple(_boards(book, carried, effects))
    records = [*book.records()]
    return ModelRun(
        name, policy, tuple(_years(book, scenario, fund, carried)), projects, boards, tuple(refusals), assumptions,
        len(records) - 1, len({each.decision.reference for each in records if each.decision}),
        sum(claim.open for each in carried for _, claim in book.project(each.project).claims),
    )  # fmt: skip


def _years(book: Book, scenario: Scenario, fund: str, carried: Sequence[PlannedProject]) -> Iterator[RunYear]:
    account = {each.first_year: each for each in book.fund_account(fund, year=scenario.to).years}
    statement = {each.year: each for each in book.statement(scenario.to).years} if book.years else {}
    before: FundYear | None = None
    for year in scenario.years:
        held = account.get(year) or before
        moved = account.get(year)
        drawn = statement.get(year)
        opened = moved.opening_ore - (before.closing_ore if before else 0) if moved else 0
        changes = book.frames(fund, budget_year=year).records()
        lowered = -sum(int(each["repaid"] or 0) for each in changes if each["year"] == year)
        open_deficits = [each for each in drawn.deficits if each.left_ore] if drawn else []
        yield RunYear(
            year=year, put_in_ore=opened + (moved.set_aside_ore if moved else 0),
            granted_ore=sum(book.project(each.project).granted_ore for each in carried if each.first_year == year),
            used_ore=moved.used_ore if moved else 0, repaid_ore=lowered,
            renewed_ore=moved.renewed_ore if moved else 0, ended_ore=moved.dissolved_ore if moved else 0,
            closing_ore=held.closing_ore if held else 0, available_ore=held.available_ore if held else 0,
            result_ore=(drawn.figures.ore("net_result") or 0) if drawn else 0,
            decisive_ore=drawn.decisive_result_ore if drawn else 0, left_ore=drawn.to_restore_ore if drawn else 0,
            due=min((each.due_year for each in open_deficits), default=None),
        )  # fmt: skip
        before = held


def _repaid(book: Book, project: str) -> dict[str, int]:
    return {board: claim.repaid for board, claim in book.project(project).claims}


def _saved(project: str, effects: Mapping[tuple[str, str, int], int]) -> dict[str, int]:
    saved: dict[str, int] = {}
    for (name, board, _), ore in effects.items():
        if name == project:
            saved[board] = saved.get(board, 0) + ore
    return saved


def _project(book: Book, project: PlannedProject, effects: Mapping[tuple[str, str, int], int]) -> RunProject:
    used = book.project(project.project).used_ore
    repaid, saved = _repaid(book, project.project), _saved(project.project, effects)
    cost, board = sum(project.costs.values()), project.board
    # What the fund does not meet is a cost of the board that carries the project out.
    own = cost - used + repaid.get(board, 0) - saved.get(board, 0)
    others = sum(repaid.values()) - repaid.get(board, 0) - sum(saved.values()) + saved.get(board, 0)
    return RunProject(project.project, cost, used, sum(saved.values()), sum(repaid.values()), own, others)


def _boards(
    book: Book, carried: Sequence[PlannedProject], effects: Mapping[tuple[str, str, int], int]
) -> Iterator[RunBoard]:
    totals: dict[str, tuple[int, int, int]] = {}
    for each in carried:
        repaid, saved = _repaid(book, each.project), _saved(each.project, effects)
        for board in dict.fromkeys((*saved, *repaid)):
            of_saved, of_repaid = saved.get(board, 0), repaid.get(board, 0)
            known = totals.get(board, (0, 0, 0))
            harm = max(0, of_repaid - of_saved)
            totals[board] = (known[0] + of_saved, known[1] + of_repaid, known[2] + harm)
    return (RunBoard(board, *sums) for board, sums in totals.items())
