"""What a book records of repayments (återföring): measures, repayments, plans, waivers, boards, settlements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from sifund_ledger.book.command import BookWriter, does
from sifund_ledger.book.project_verbs import PlanOf
from sifund_ledger.decisions import Decision
from sifund_ledger.funds.tables.account import Project
from sifund_ledger.money import Amount


class RepaymentVerbs(BookWriter):
    """Measuring effects, repaying, revising plans, waiving, moving claims, settling; the register of boards."""

    @does
    def measure(
        self, project: str, board: str, amount: Amount, *, effect_year: int, certificate: str = "",
        decision: Decision | str,
    ) -> Project:  # fmt: skip
        """State what a project has saved a board in a year (uppmätt effekt), zero or more; the latest statement counts.

        ``certificate`` says who has measured it, and where that is kept.
        """
        return self.project(project)

    @does
    def repay(
        self, project: str, board: str, amount: Amount | None = None, *, effect_year: int, frame_year: int,
        decision: Decision | str, rebased: bool = False,
    ) -> Project:  # fmt: skip
        """A repayment's first step (återföra, P7; R20 a): the board's frame of a year is lowered, its debt settled.

        ``effect_year`` is when the saving arose, ``frame_year`` whose frame is lowered (R21). Without an amount it is
        what the policy's claw-back mode makes due. ``rebased`` says that the frame has first been decided for every
        other change of cost, where the policy asks for that. The earmark is renewed by :meth:`renew`, at the closing.
        """
        return self.project(project)

    @does
    def revise_plan(self, project: str, plan: PlanOf, *, reason: str, decision: Decision | str) -> Project:
        """Revise what boards are to repay from now on (revidera återföringsplan); an empty board repays no more.

        The frozen original stays, and with it the floor (R24).
        """
        return self.project(project)

    @does
    def waive(
        self, project: str, board: str, amount: Amount | None = None, *, reason: str, decision: Decision | str
    ) -> Project:
        """Give up a claim on a board (efterskänka, P10), all that is open or a part; it lowers the floor too."""
        return self.project(project)

    @does
    def reassign(
        self, project: str, from_board: str, to_board: str, amount: Amount | None = None, *, reason: str,
        decision: Decision | str,
    ) -> Project:  # fmt: skip
        """Move a claim and its debt to another board (flytta krav, P11; R22), all that is open or an amount of it."""
        return self.project(project)

    @does
    def settle(self, project: str, *, frame_year: int, decision: Decision | str) -> Project:
        """Settle a closed project's repayments for good (slutavräkna): floor, measured effect, and who bears the rest.

        What boards still owe by the policy lowers their frames of ``frame_year``; the loss is borne by the fund (P8),
        or charged to a unit (P9). No claim is open afterwards, and there is no second settlement.
        """
        return self.project(project)

    @does
    def register_board(
        self, board: str, *, valid_from: date, decision: Decision | str, units: Sequence[str] = ()
    ) -> None:
        """Register a board and its organisational units (nämnd, enheter), from a day on."""

    @does
    def reorganise(
        self, board: str, *, successors: Mapping[str, Fraction | int | str], last_day: date, reason: str,
        decision: Decision | str,
    ) -> None:  # fmt: skip
        """End a board, and divide its budget among others by shares that make one (omorganisation).

        Each project's open claims on it follow the budget, stay, or are waived, as the project's policy says (D14).
        """
