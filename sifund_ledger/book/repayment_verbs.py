"""What a book records of repayments (återföring): measures, repayments, plans, waivers, boards, settlements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from sifund_ledger.book.command import BookWriter, command, require_years
from sifund_ledger.book.project_verbs import read_years
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import AmountRefused
from sifund_ledger.findings import Finding
from sifund_ledger.funds.repayment.boards import plan_board
from sifund_ledger.funds.repayment.reorganisation import plan_reorganised
from sifund_ledger.funds.repayment.repay import (
    RepayRequest,
    plan_measure,
    plan_reassign,
    plan_repay,
    plan_revision,
    plan_waive,
)
from sifund_ledger.funds.repayment.settlement import plan_settle
from sifund_ledger.funds.tables.account import Project
from sifund_ledger.money import Amount, positive_ore, to_ore


class RepaymentVerbs(BookWriter):
    """Measuring effects, repaying, revising plans, waiving, moving claims, settling; the register of boards."""

    @command
    def measure(
        self, project: str, board: str, amount: Amount, *, effect_year: int, certificate: str = "",
        decision: Decision,
    ) -> Project:  # fmt: skip
        """State what a project has saved a board in a year (uppmätt effekt), zero or more; the latest statement counts.

        ``certificate`` says who has measured it, and where that is kept.
        """
        require_years(effect_year)
        faults: list[Finding] = []
        try:
            ore = to_ore(amount, place="measure")
        except AmountRefused as refusal:
            ore, faults = 0, list(refusal.findings)
        if ore < 0:
            ore, faults = positive_ore(amount, "measure")
        plan = plan_measure(
            self._state.register, project=project, board=board, effect_year=effect_year, ore=ore,
            certificate=certificate, decision=decision,
        )  # fmt: skip
        self._record(plan, faults)
        return self.project(project)

    @command
    def repay(
        self, project: str, board: str, amount: Amount | None = None, *, effect_year: int, frame_year: int,
        decision: Decision, rebased: bool = False,
    ) -> Project:  # fmt: skip
        """A repayment's first step (återföra, P7; R20 a): the board's frame of a year is lowered, its debt settled.

        ``effect_year`` is when the saving arose, ``frame_year`` whose frame is lowered (R21). Without an amount it is
        what the policy's claw-back mode makes due. ``rebased`` says that the frame has first been decided for every
        other change of cost, where the policy asks for that. The earmark is renewed by :meth:`renew`, at the closing.
        """
        require_years(effect_year, frame_year)
        ore, faults = positive_ore(amount, "repay") if amount is not None else (None, [])
        request = RepayRequest(project, board, ore, effect_year, frame_year, decision, rebased)
        self._record(plan_repay(self._state.register, request), faults)
        return self.project(project)

    @command
    def revise_plan(
        self, project: str, plan: Mapping[str, Mapping[int, Amount]], *, reason: str, decision: Decision
    ) -> Project:
        """Revise what boards are to repay from now on (revidera återföringsplan); an empty board repays no more.

        The frozen original stays, and with it the floor (R24).
        """
        read, faults = {}, []
        for board, amounts in plan.items():
            read[board], more = read_years(amounts, f"plan {board}")
            faults += more
        planned = plan_revision(self._state.register, project=project, plan=read, reason=reason, decision=decision)
        self._record(planned, faults)
        return self.project(project)

    @command
    def waive(
        self, project: str, board: str, amount: Amount | None = None, *, reason: str, decision: Decision
    ) -> Project:
        """Give up a claim on a board (efterskänka, P10), all that is open or a part; it lowers the floor too."""
        ore, faults = positive_ore(amount, "waive") if amount is not None else (None, [])
        plan = plan_waive(self._state.register, project=project, board=board, ore=ore, reason=reason, decision=decision)
        self._record(plan, faults)
        return self.project(project)

    @command
    def reassign(
        self, project: str, from_board: str, to_board: str, amount: Amount | None = None, *, reason: str,
        decision: Decision,
    ) -> Project:  # fmt: skip
        """Move a claim and its debt to another board (flytta krav, P11; R22), all that is open or an amount of it."""
        ore, faults = positive_ore(amount, "reassign") if amount is not None else (None, [])
        plan = plan_reassign(
            self._state.register, project=project, from_board=from_board, to_board=to_board, ore=ore, reason=reason,
            decision=decision,
        )  # fmt: skip
        self._record(plan, faults)
        return self.project(project)

    @command
    def settle(self, project: str, *, frame_year: int, decision: Decision) -> Project:
        """Settle a closed project's repayments for good (slutavräkna): floor, measured effect, and who bears the rest.

        What boards still owe by the policy lowers their frames of ``frame_year``; the loss is borne by the fund (P8),
        or charged to a unit (P9). No claim is open afterwards, and there is no second settlement.
        """
        require_years(frame_year)
        plan = plan_settle(self._state.register, project=project, frame_year=frame_year, decision=decision)
        self._record(plan)
        return self.project(project)

    @command
    def register_board(self, board: str, *, valid_from: date, decision: Decision, units: Sequence[str] = ()) -> None:
        """Register a board and its organisational units (nämnd, enheter), from a day on."""
        require_years(valid_from.year)
        self._record(plan_board(board, tuple(units), valid_from, decision))

    @command
    def reorganise(
        self, board: str, *, successors: Mapping[str, Fraction | int | str], last_day: date, reason: str,
        decision: Decision,
    ) -> None:  # fmt: skip
        """End a board, and divide its budget among others by shares that make one (omorganisation).

        Each project's open claims on it follow the budget, stay, or are waived, as the project's policy says (D14).
        """
        require_years(last_day.year)
        shares = {name: Fraction(share) for name, share in successors.items()}
        plan = plan_reorganised(
            self._state.register, board=board, successors=shares, last_day=last_day, reason=reason, decision=decision
        )
        self._record(plan)
