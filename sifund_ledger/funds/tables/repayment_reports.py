"""Tables of repayment (återföringens tabeller): plan and outcome, settlement, overdue, frames, carry-over. Öre."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.findings import Bilingual
from sifund_ledger.fiscal import anniversary
from sifund_ledger.funds.repayment.repayment import floor_of
from sifund_ledger.funds.state.claim_events import Repaid, RepaymentReturned
from sifund_ledger.funds.state.project import ProjectState
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.funds.tables import words
from sifund_ledger.table import LABEL, ONE_AMOUNT, OneTable, Row, RowKind, Table


class PlanOutcome(NamedTuple):
    """A board's line of a project: the original plan, the plan now, and what has become of it; öre."""

    board: str
    original_ore: int
    planned_ore: int
    repaid_ore: int
    waived_ore: int
    borne_ore: int
    open_ore: int
    measured_ore: int | None
    floor_ore: int

    @property
    def shortfall_ore(self) -> int:
        """Plan less repaid (R23)."""
        return self.planned_ore - self.repaid_ore


def plan_outcomes(register: FundRegister, state: ProjectState) -> tuple[PlanOutcome, ...]:
    """A project's plan against its outcome, board by board (återföringsplan och utfall)."""
    policy = register.policy_of_project(state)
    claims = [(board, register.claims[state.name, board]) for board in state.boards]
    return tuple(
        PlanOutcome(
            board, *claim[:5], claim.open, register.measured(state.name, board), floor_of(policy, claim.original)
        )
        for board, claim in claims
    )


@dataclass(frozen=True, slots=True)
class SettlementStatement(OneTable):
    """A project's account when it ends (slutavräkning; R23): granted, used, repaid, and who bore the rest; öre.

    ``loss_ore`` is used less repaid, and a gain where it is negative. ``not_repaid`` says that boards were measured to
    save what they were to repay, and did not repay it: successful, and not repaid (D14).
    """

    project: str
    standing: str
    granted_ore: int
    used_ore: int
    released_ore: int
    boards: tuple[PlanOutcome, ...]
    measured_elsewhere: tuple[tuple[str, int], ...]
    borne_by: str = ""
    """The unit that carried the project out, where the loss was charged to it (P9)."""

    @property
    def repaid_ore(self) -> int:
        """What boards have repaid."""
        return sum(line.repaid_ore for line in self.boards)

    @property
    def loss_ore(self) -> int:
        """The fund's loss, used less repaid; a gain is negative."""
        return self.used_ore - self.repaid_ore

    @property
    def shortfall_ore(self) -> int:
        """Plan less repaid."""
        return sum(line.shortfall_ore for line in self.boards)

    @property
    def not_repaid(self) -> bool:
        """Whether the effect was there and the money did not come back."""
        measured = sum(line.measured_ore or 0 for line in self.boards) + sum(ore for _, ore in self.measured_elsewhere)
        given_up = sum(line.waived_ore + line.borne_ore + line.open_ore for line in self.boards)
        return given_up > 0 and measured >= sum(line.planned_ore for line in self.boards)

    def table(self, language: Language = "sv") -> Table:
        """The settlement as a table."""
        form, board_form = words.SETTLEMENT, words.SETTLEMENT_OF_BOARD
        *rows, shortfall, loss = form.rows([self])
        for line in self.boards:
            rows.append(Row((line.board,), RowKind.HEADING, line.board))
            rows += (row._replace(code=f"{line.board}.{row.code}", level=1) for row in board_form.rows([line]))
        remarks = [words.NOT_REPAID] if self.not_repaid else []
        if self.borne_by:
            remarks.append(Bilingual(*(each + self.borne_by for each in words.BORNE_BY)))
        rows += (shortfall, loss)
        return form.table((LABEL, ONE_AMOUNT), rows, language, remarks=remarks, project=self.project)


def settlement_statement(register: FundRegister, state: ProjectState) -> SettlementStatement:
    """A project's settlement, as it is or as it stands so far."""
    elsewhere = tuple(
        (board, sum(ore for _, ore in effects))
        for board, effects in register.effects.get(state.name, {}).items()
        if board not in state.boards
    )
    return SettlementStatement(
        state.name, state.standing.value, state.granted, state.used, state.released, plan_outcomes(register, state),
        elsewhere, _charged(register, state),
    )  # fmt: skip


def _charged(register: FundRegister, state: ProjectState) -> str:
    """The unit that a loss was charged to; empty where the fund bore it, or there was none."""
    repaid = (each for _, each in register.events_of(state.name) if isinstance(each, Repaid))
    return next((each.board for each in repaid if each.basis == "loss"), "")


class Overdue(NamedTuple):
    """An instalment, or a repayment as a whole, that is late (försenad återföring); öre."""

    project: str
    board: str
    due_year: int
    ore: int
    reason: str

    @property
    def why(self) -> Bilingual:
        """The reason in words."""
        return words.OVERDUE_REASONS[self.reason]


def overdue(register: FundRegister, fund: str, year: int) -> tuple[Overdue, ...]:
    """What is late at the close of a year: instalments planned for it or earlier, repayments not begun or not ended
    by their deadlines (I13)."""
    found = []
    for state in register.open_projects(fund):
        policy = register.policy_of_project(state)
        for board in state.boards:
            claim = register.claims[state.name, board]
            late = sum(ore for due, ore in claim.open_lines if due <= year)
            if late:
                first = min(due for due, _ in claim.open_lines)
                found.append(Overdue(state.name, board, first, late, "instalment"))
            until = register.repaid_until(state)
            if claim.open and until is not None and year > until:
                found.append(Overdue(state.name, board, until, claim.open, "end"))
        begun = any(register.claims[state.name, board].repaid for board in state.boards)
        years = policy.start_deadline_years
        left = sum(register.claims[state.name, board].open for board in state.boards)
        if left and not begun and years is not None and year > anniversary(state.start, years).year:
            found.append(Overdue(state.name, "", anniversary(state.start, years).year, left, "start"))
    return tuple(found)


def overdue_table(register: FundRegister, fund: str, year: int, language: Language = "sv") -> Table:
    """What is late as a table."""
    return words.OVERDUE.listing(overdue(register, fund, year), language, year=year, fund=fund)


class FrameChange(NamedTuple):
    """What a fund changes in a board's frame of a year (ramförändring); öre, a repayment as minus.

    ``expected_ore`` is what the plans say is still to be repaid with that year's frame, and is not decided yet.
    """

    board: str
    year: int
    granted_ore: int
    repaid_ore: int
    expected_ore: int

    @property
    def total_ore(self) -> int:
        """What the frame changes by, all in all."""
        return self.granted_ore - self.repaid_ore - self.expected_ore


def frame_changes(register: FundRegister, fund: str, first_year: int, last_year: int) -> tuple[FrameChange, ...]:
    """What grants and repayments change in boards' frames, for next year's budget and the plan after it (K8).

    A repayment that lowers a frame for good (R21) counts in every later year too. What other funds change is theirs.
    """
    repaid, expected = Counter[tuple[str, int]](), Counter[tuple[str, int]]()
    granted = Counter({key: moved.ore for key, moved in register.moved_frames.get(fund, {}).items()})
    for (board, frame_year, permanent), (ore, _) in register.repaid_frames.get(fund, {}).items():
        last = last_year if permanent else frame_year
        for year in range(frame_year, max(frame_year, last) + 1):
            repaid[board, year] += ore
    for (_, board, due), ore in register.to_repay.get(fund, {}).items():
        if ore:
            expected[board, max(due, first_year)] += ore
    keys = sorted({*granted, *repaid, *expected}, key=lambda key: (key[1], key[0]))
    return tuple(
        FrameChange(*key, granted[key], repaid[key], expected[key]) for key in keys if first_year <= key[1] <= last_year
    )


def frames_table(changes: tuple[FrameChange, ...], fund: str, language: Language = "sv") -> Table:
    """The changes of frames as a table."""
    return words.FRAMES.listing(changes, language, fund=fund)


def carry_over_table(register: FundRegister, fund: str, language: Language = "sv") -> Table:
    """What projects have not used, and what was carried between years (överförda medel; S25)."""
    rows = []
    for state in register.projects_of(fund):
        carried = register.carried.get(state.name, 0)
        rows.append((state.name, state.board, state.granted, state.used, state.released, state.left, carried))
    return words.CARRY_OVERS.listing(rows, language, fund=fund)


def costs_table(register: FundRegister, fund: str, language: Language = "sv") -> Table:
    """What projects have cost, year by year, gross and net, whether a fund has met it or not (S14)."""
    return words.COSTS.listing(register.costs_of(fund), language, fund=fund)


def repayments_by_year(register: FundRegister, fund: str) -> tuple[tuple[str, int, int, int], ...]:
    """What each board was first planned to repay, and what it has repaid, by the year of the frame (board, year, plan,
    outcome); öre."""
    planned, repaid = Counter[tuple[str, int]](), Counter[tuple[str, int]]()
    for state in register.projects_of(fund):
        for board, year, ore in state.original:
            planned[board, year] += ore
    for (board, frame_year, _), (ore, _) in register.repaid_frames.get(fund, {}).items():
        repaid[board, frame_year] += ore
    keys = sorted({*planned, *repaid}, key=lambda key: (key[1], key[0]))
    return tuple((*key, planned[key], repaid[key]) for key in keys if planned[key] or repaid[key])


def repayments_table(register: FundRegister, fund: str, language: Language = "sv") -> Table:
    """Planned and repaid by board and year, as a table."""
    rows = [(year, board, plan, outcome) for board, year, plan, outcome in repayments_by_year(register, fund)]
    return words.REPAYMENTS.listing(rows, language, fund=fund)


def project_years_table(register: FundRegister, state: ProjectState, language: Language = "sv") -> Table:
    """A project year by year: net cost, used, first planned to be repaid, measured effect, repaid (år för år)."""
    name = state.name
    net = Counter({year: each.net_ore for (of, year), each in register.costs.items() if of == name})
    used = Counter({year: ore for (of, year), ore in register.used.items() if of == name})
    planned, measured, repaid = Counter[int](), Counter[int](), Counter[int]()
    for _, year, ore in state.original:
        planned[year] += ore
    for effects in register.effects.get(name, {}).values():
        for year, ore in dict(effects).items():
            measured[year] += ore
    for _, event in register.events_of(name):
        if isinstance(event, Repaid):
            repaid[event.frame_year] += event.ore
        elif isinstance(event, RepaymentReturned):
            repaid[event.frame_year] -= event.ore
    sums = (net, used, planned, measured, repaid)
    years = sorted(year for year in {*net, *used, *planned, *measured, *repaid} if any(each[year] for each in sums))
    rows = [  # a cost that is not reported, and an effect that is not measured, are unknown and not zero
        (year, net.get(year), used[year], planned[year], measured.get(year), repaid[year]) for year in years
    ]
    return words.PROJECT_YEARS.listing(rows, language, project=name)
