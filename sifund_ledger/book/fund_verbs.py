"""What a book records of its funds, of projects and of boards (fonder, projekt, återföring, nämnder)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from sifund_ledger.book.command import BookWriter, does
from sifund_ledger.decisions import Decision
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.tables.snapshots import Fund, Project
from sifund_ledger.money import Amount

PlanOf = Mapping[str, Mapping[int, Amount] | tuple[Amount, int, int]]
"""A plan of repayment (återföringsplan) by board: amounts by year, or an amount with its first and last year."""


class FundVerbs(BookWriter):
    """The commands on funds, on projects, on claims and on boards."""

    @does
    def create_fund(
        self, fund: str, *, policy: Policy | str, decision: Decision | str, choose: Mapping[str, Any] = {}
    ) -> Fund:
        """Make a fund (inrätta en fond) with the policy that it follows; refused while the policy is undecided.

        ``policy`` may be the name of a preset, and ``choose`` what it leaves open: ``{"presentation": "strict"}``.
        """
        return self.fund(fund)

    @does
    def change_policy(
        self, fund: str, *, policy: Policy | str, valid_from: date, decision: Decision | str,
        choose: Mapping[str, Any] = {},
    ) -> Fund:  # fmt: skip
        """Adopt a later version of a fund's policy (ändra riktlinje); projects keep that of their start (I18)."""
        return self.fund(fund)

    @does
    def change_purpose(self, fund: str, purpose: str, *, decision: Decision | str, subfund: str = "") -> Fund:
        """Decide anew what a fund or a sub-fund is for (ändra ändamål; R28)."""
        return self.fund(fund)

    @does
    def delegate(self, fund: str, task: str, *, to: str, decision: Decision | str) -> None:
        """Record that the council has handed a task to another body (delegation; R27): ``grant``, ``amend``,
        ``waive``, ``reassign``, ``administer`` (use, release, close, repay, settle; R44) or ``carry_over``."""

    @does
    def state_intention(self, fund: str, amounts: Mapping[int, Amount], *, decision: Decision | str) -> None:
        """State what is meant to be set aside over the years (flerårig avsikt; S27); each year is decided by itself."""

    @does
    def open_fund(self, fund: str, amount: Amount, *, year: int, decision: Decision | str, subfund: str = "") -> Fund:
        """What a fund had available on a year's first day, when the book takes it over (ingående balans; R28)."""
        return self.fund(fund)

    @does
    def set_aside(
        self, fund: str, amount: Amount, *, decision: Decision | str, result_year: int | None = None,
        source: str = "surplus", year: int | None = None, subfund: str = "", as_history: bool = False,
    ) -> Fund:  # fmt: skip
        """Earmark an amount in equity (öronmärka, P1): of a named year's surplus, or of accumulated equity (R13).

        A fund that is a frame is given an appropriation, for ``result_year`` or the year decided; one that is met by
        the result reserve has it allocated there. ``as_history`` keeps a set-aside of an earlier year that an executive
        board once decided, with a warning (R27).
        """
        return self.fund(fund)

    @does
    def set_aside_by_rule(
        self, fund: str, *, result_year: int, decision: Decision | str, subfund: str = "", budget: Amount | None = None
    ) -> Fund:
        """Set aside what the policy's rule gives for a year (öronmärka enligt regel): a share of the result, a fixed
        amount, or what the target share of ``budget`` lacks; at most what the year's surplus leaves."""
        return self.fund(fund)

    @does
    def renew(
        self, fund: str, amount: Amount | None = None, *, result_year: int, decision: Decision | str, subfund: str = ""
    ) -> Fund:
        """Renew the earmark by what has been repaid (förnyad öronmärkning; R20 b), with room in a year's result.

        Without an amount all that repayments give a right to and the result has room for; the rest is carried forward.
        """
        return self.fund(fund)

    @does
    def transfer(
        self, fund: str, amount: Amount, *, from_subfund: str, to_subfund: str, decision: Decision | str,
        year: int | None = None,
    ) -> Fund:  # fmt: skip
        """Move what is available from one sub-fund to another (omföring), by the council's decision alone (I17)."""
        return self.fund(fund)

    @does
    def dissolve(
        self, fund: str, amount: Amount | None = None, *, reason: str, decision: Decision | str,
        year: int | None = None, subfund: str = "",
    ) -> Fund:  # fmt: skip
        """Dissolve what is available in a fund (upplösa, P12), or an amount of it; never added back (R16)."""
        return self.fund(fund)

    @does
    def grant(
        self, fund: str, project: str, amount: Amount, *, board: str, financing: str, decision: Decision | str,
        frames: Mapping[int, Amount] | None = None, plan: PlanOf | None = None, subfund: str = "",
        start: date | None = None, end: date | None = None, participants: Sequence[tuple[str, str]] = (),
    ) -> Project:  # fmt: skip
        """Grant an amount to a project (bevilja, P2): committed in the fund, added to the board's frames by year.

        Without ``frames`` all of it goes to the decision's year. ``financing`` is what the decision says (KL 11:15).
        ``plan`` is how boards repay it (återföringsplan, P6), where the policy asks for that: by board the amounts by
        year, or an amount with its first and last year. It is frozen, and its deadlines count from ``start`` and
        ``end``. ``participants`` are pairs of board and organisational unit.
        """
        return self.project(project)

    @does
    def amend_grant(
        self, project: str, amount: Amount, *, reason: str, decision: Decision | str,
        frames: Mapping[int, Amount] | None = None, plan: PlanOf | None = None,
    ) -> Project:  # fmt: skip
        """Raise a grant, or by a negative amount lower it (ändra beviljande); with zero, move it between years' frames.

        Under the reversal model a raise has its own ``plan``, which is frozen with it as that of a further grant would
        be (R36); without one, what the plan had been revised up by before is frozen. A cut leaves the frozen plan,
        unless its ``plan`` says, in negative amounts, what of it falls away; that is before any use.
        """
        return self.project(project)

    @does
    def report_cost(
        self, fund: str, project: str, gross: Amount, *, year: int, decision: Decision | str,
        contributions: Amount = 0, overheads: Amount = 0, capitalised: Amount = 0, depreciation: Amount = 0,
        board: str = "",
    ) -> int:  # fmt: skip
        """What a project has cost in a year (projektkostnad, P3), and its net cost in öre (R15).

        The cost is of the whole year so far: the latest report counts, and is not added to an earlier one; a warning
        (``COST_REPLACED``) says what it replaces.
        Net of contributions, of internal overheads unless the policy counts them, and of equipment that is capitalised,
        of which the depreciation counts instead. Where the fund is a frame, a project needs no grant, but a ``board``.
        """
        return self._state.register.costs[project, year].net_ore

    @does
    def use(
        self, fund: str, amount: Amount, *, year: int, decision: Decision | str, project: str | None = None,
        net_cost: Amount | None = None, subfund: str = "", reason: str = "",
        day: date | None = None, of_year: int | None = None,
    ) -> Fund:  # fmt: skip
        """Use an earmark (ianspråkta, P4) in a year: at most the project's net cost of that year (R15).

        Without ``project`` directly, where the policy lets it; the amount is then the net cost unless one is given.
        A project's net cost is that of :meth:`report_cost`, where it is not given. ``reason`` is needed where the
        result reserve is used. The entry is dated ``day``, else the last of the year, whenever it is decided (R48).
        What a closed year, ``of_year``, should have used is booked in ``year`` as a correction of earlier years, within
        the net cost of ``of_year`` (R43).
        """
        return self.fund(fund)

    @does
    def carry_over(self, project: str, amount: Amount, *, year: int, decision: Decision | str) -> Project:
        """Carry what a project has not used of a year's frame to the next (resultatöverföring; S25)."""
        return self.project(project)

    @does
    def release(
        self, project: str, amount: Amount, *, year: int, decision: Decision | str,
        frames: Mapping[int, Amount] | None = None,
    ) -> Project:  # fmt: skip
        """Release an unused part of a grant (återlämna, P5): to the fund, or to equity where the policy says so."""
        return self.project(project)

    @does
    def close_project(self, project: str, *, year: int, decision: Decision | str, reason: str = "avslutat") -> Project:
        """Close a project (avsluta): what it has not used is released, so that used + released = granted (I4)."""
        return self.project(project)

    @does
    def reopen_project(self, project: str, *, reason: str, decision: Decision | str) -> Project:
        """Take a project one step back (återöppna): from settled to closed, or from closed to running."""
        return self.project(project)

    @does
    def open_project(
        self, fund: str, project: str, *, board: str, granted: Amount, used: Amount = 0, released: Amount = 0,
        plan: PlanOf | None = None, repaid: Mapping[str, Amount] | None = None, to_repay: PlanOf | None = None,
        year: int, decision: Decision | str, subfund: str = "", start: date | None = None, end: date | None = None,
        participants: Sequence[tuple[str, str]] = (),
    ) -> Project:  # fmt: skip
        """A project half-way on a year's first day, when the book takes its fund over (ingående projekt; R28).

        ``granted``, ``used``, ``released`` and ``repaid`` (by board) are from its start on; ``plan`` is the original
        one, and ``to_repay`` what is left of it, both by board and year.
        """
        return self.project(project)

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
    def return_repayment(
        self, project: str, board: str, amount: Amount | None = None, *, financing: str, reason: str,
        decision: Decision | str, frame_year: int | None = None,
    ) -> Project:  # fmt: skip
        """Give back what a board has repaid beyond its floor and its measured effect (lämna tillbaka; R28, S9).

        Without an amount all of it. The frame of ``frame_year``, else of the first open year, is raised, which the
        decision finances (KL 11:15). What has not been renewed lowers the right to renew; what has been leaves the
        earmark, by the council's decision, and is refused where the fund has less available.
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
        self, project: str, board: str, amount: Amount | None = None, *, reason: str, decision: Decision | str,
        of: str = "plan",
    ) -> Project:  # fmt: skip
        """Give up a claim on a board (efterskänka, P10), all that is open or a part of it.

        It takes from the plan, and leaves the floor; with ``of="floor"``, by the council alone, it lowers both (R38).
        """
        return self.project(project)

    @does
    def reassign(
        self, project: str, from_board: str, to_board: str, amount: Amount | None = None, *, reason: str,
        decision: Decision | str,
    ) -> Project:  # fmt: skip
        """Move a claim and its debt to another board (flytta krav, P11; R22), all that is open or an amount of it.

        With them goes, in proportion to the plan, what is repaid, waived and measured, so that no floor changes (R39).
        """
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
