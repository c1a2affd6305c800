"""What a book records of projects (projekt): grants, costs, uses, carry-over, release, closing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sifund_ledger.balance.equity.equity import room_faults
from sifund_ledger.book.command import BookWriter, command, require_years, signed_ore
from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Finding
from sifund_ledger.funds.fund.opening import Halfway, plan_halfway
from sifund_ledger.funds.project.grant import GrantRequest, plan_grant
from sifund_ledger.funds.project.release import (
    Cost,
    plan_amendment,
    plan_carry_over,
    plan_close,
    plan_cost,
    plan_release,
    plan_reopen,
)
from sifund_ledger.funds.project.use import plan_use
from sifund_ledger.funds.repayment.plan import Instalments
from sifund_ledger.funds.state.postings import PlanLine
from sifund_ledger.funds.tables.account import Fund, Project
from sifund_ledger.money import Amount, positive_ore

PlanOf = Mapping[str, Mapping[int, Amount] | tuple[Amount, int, int]]
"""A plan of repayment (återföringsplan) by board: amounts by year, or an amount with its first and last year."""


def read_years(amounts: Mapping[int, Amount], place: str) -> tuple[dict[int, int], list[Finding]]:
    """Amounts by fiscal year, in öre, and what is wrong with them."""
    require_years(*amounts)
    by_year, faults = {}, []
    for year, amount in amounts.items():
        by_year[year], more = positive_ore(amount, f"{place} {year}")
        faults += more
    return by_year, faults


def read_plan(plan: PlanOf) -> tuple[Instalments, list[Finding]]:
    """A plan in öre, and what is wrong with it."""
    read: dict[str, Mapping[int, int] | tuple[int, int, int]] = {}
    faults: list[Finding] = []
    for board, parts in plan.items():
        if isinstance(parts, tuple):
            amount, first, last = parts
            require_years(first, last)
            ore, more = positive_ore(amount, f"plan {board}")
            read[board] = (ore, first, last)
        else:
            read[board], more = read_years(parts, f"plan {board}")
        faults += more
    return read, faults


def _lines(plan: PlanOf) -> tuple[tuple[PlanLine, ...], list[Finding]]:
    read, faults = read_plan(plan)
    lines = [
        (board, year, ore)
        for board, parts in read.items()
        if not isinstance(parts, tuple)
        for year, ore in sorted(parts.items())
    ]
    return tuple(lines), faults


class ProjectVerbs(BookWriter):
    """Granting, amending, reporting costs, using, carrying over, releasing, closing."""

    @command
    def grant(
        self, fund: str, project: str, amount: Amount, *, board: str, financing: str, decision: Decision,
        frames: Mapping[int, Amount] | None = None, plan: PlanOf | None = None, subfund: str = "",
        start: date | None = None, end: date | None = None, participants: Sequence[tuple[str, str]] = (),
    ) -> Project:  # fmt: skip
        """Grant an amount to a project (bevilja, P2): committed in the fund, added to the board's frames by year.

        Without ``frames`` all of it goes to the decision's year. ``financing`` is what the decision says (KL 11:15).
        ``plan`` is how boards repay it (återföringsplan, P6), where the policy asks for that: by board the amounts by
        year, or an amount with its first and last year. It is frozen, and its deadlines count from ``start`` and
        ``end``. ``participants`` are pairs of board and organisational unit.
        """
        by_year, faults = read_years(frames or {}, "grant.frames")
        ore, more = positive_ore(amount, "grant")
        instalments, wrong = read_plan(plan or {})
        request = GrantRequest(
            fund, subfund, project, ore, board, by_year, financing, decision, instalments, start, end,
            tuple((name, unit) for name, unit in participants),
        )  # fmt: skip
        planned = plan_grant(self._state.register, self._state.balances, request)
        self._record(planned, [*more, *faults, *wrong])
        return self.project(project)

    @command
    def amend_grant(
        self, project: str, amount: Amount, *, reason: str, decision: Decision,
        frames: Mapping[int, Amount] | None = None,
    ) -> Project:  # fmt: skip
        """Raise a grant, or by a negative amount lower it (ändra beviljande); with zero, move it between years' frames.

        The frozen plan stays; under the reversal model a higher grant needs a plan that repays it, revised first.
        """
        require_years(*(frames or ()))
        ore, faults = signed_ore(amount, "amend_grant")
        by_year: dict[int, int] = {}
        for year, part in (frames or {}).items():
            by_year[year], more = signed_ore(part, f"amend_grant.frames {year}")
            faults += more
        planned = plan_amendment(
            self._state.register, self._state.balances, project=project, ore=ore, frames=by_year, reason=reason,
            decision=decision,
        )  # fmt: skip
        self._record(planned, faults)
        return self.project(project)

    @command
    def report_cost(
        self, fund: str, project: str, gross: Amount, *, year: int, decision: Decision, contributions: Amount = 0,
        overheads: Amount = 0, capitalised: Amount = 0, depreciation: Amount = 0, board: str = "",
    ) -> int:  # fmt: skip
        """What a project has cost in a year (projektkostnad, P3), and its net cost in öre (R15).

        Net of contributions, of internal overheads unless the policy counts them, and of equipment that is capitalised,
        of which the depreciation counts instead. Where the fund is a frame, a project needs no grant, but a ``board``.
        """
        require_years(year)
        parts, faults = [], []
        names = ("gross", "contributions", "overheads", "capitalised", "depreciation")
        for name, part in zip(names, (gross, contributions, overheads, capitalised, depreciation), strict=True):
            ore, more = (0, []) if name != "gross" and part == 0 else positive_ore(part, f"report_cost.{name}")
            parts.append(ore)
            faults += more
        planned = plan_cost(
            self._state.register, fund=fund, project=project, board=board, year=year, cost=Cost(*parts),
            decision=decision,
        )  # fmt: skip
        self._record(planned, faults)
        return self._state.register.costs[project, year].net_ore

    @command
    def use(
        self, fund: str, amount: Amount, *, year: int, decision: Decision, project: str | None = None,
        net_cost: Amount | None = None, subfund: str = "", reason: str = "",
    ) -> Fund:  # fmt: skip
        """Use an earmark (ianspråkta, P4) in a year: at most the project's net cost of that year (R15).

        Without ``project`` directly, where the policy lets it; the amount is then the net cost unless told otherwise.
        A project's net cost is that of :meth:`report_cost`, where it is not given. ``reason`` is needed where the
        result reserve is used.
        """
        require_years(year)
        ore, faults = positive_ore(amount, "use")
        cost: int | None = None
        if net_cost is not None:
            cost, more = positive_ore(net_cost, "use.net_cost")
            faults += more
        planned = plan_use(
            self._state.register, self._state.balances, fund=fund, subfund=subfund, project=project, ore=ore,
            year=year, net_cost_ore=cost, decision=decision, reason=reason,
        )  # fmt: skip
        self._record(planned, faults)
        return self.fund(fund)

    @command
    def carry_over(self, project: str, amount: Amount, *, year: int, decision: Decision) -> Project:
        """Carry what a project has not used of a year's frame to the next (resultatöverföring; S25)."""
        require_years(year)
        ore, faults = positive_ore(amount, "carry_over")
        planned = plan_carry_over(
            self._state.register, self._state.balances, project=project, ore=ore, year=year, decision=decision
        )
        self._record(planned, faults)
        return self.project(project)

    @command
    def release(
        self, project: str, amount: Amount, *, year: int, decision: Decision,
        frames: Mapping[int, Amount] | None = None,
    ) -> Project:  # fmt: skip
        """Release an unused part of a grant (återlämna, P5): to the fund, or to equity where the policy says so."""
        require_years(year)
        ore, faults = positive_ore(amount, "release")
        by_year, more = read_years(frames or {}, "release.frames")
        planned = plan_release(
            self._state.register, project=project, ore=ore, frames=by_year or None, year=year, decision=decision
        )
        self._record(planned, [*faults, *more])
        return self.project(project)

    @command
    def close_project(self, project: str, *, year: int, decision: Decision, reason: str = "avslutat") -> Project:
        """Close a project (avsluta): what it has not used is released, so that used + released = granted (I4)."""
        require_years(year)
        planned = plan_close(self._state.register, project=project, year=year, reason=reason, decision=decision)
        self._record(planned)
        return self.project(project)

    @command
    def reopen_project(self, project: str, *, reason: str, decision: Decision) -> Project:
        """Take a project one step back (återöppna): from settled to closed, or from closed to running."""
        self._record(plan_reopen(self._state.register, project=project, reason=reason, decision=decision))
        return self.project(project)

    @command
    def open_project(
        self, fund: str, project: str, *, board: str, granted: Amount, used: Amount = 0, released: Amount = 0,
        plan: PlanOf | None = None, repaid: Mapping[str, Amount] | None = None, to_repay: PlanOf | None = None,
        year: int, decision: Decision, subfund: str = "", start: date | None = None, end: date | None = None,
        participants: Sequence[tuple[str, str]] = (),
    ) -> Project:  # fmt: skip
        """A project half-way on a year's first day, when the book takes its fund over (ingående projekt; R28).

        ``granted``, ``used``, ``released`` and ``repaid`` (by board) are from its start on; ``plan`` is the original
        one, and ``to_repay`` what is left of it, both by board and year.
        """
        require_years(year)
        ore, faults = positive_ore(granted, "open_project.granted")
        amounts = {"used": 0, "released": 0}
        for name, amount in (("used", used), ("released", released)):
            amounts[name], more = (0, []) if amount == 0 else positive_ore(amount, f"open_project.{name}")
            faults += more
        original, wrong = _lines(plan or {})
        opened, also_wrong = _lines(to_repay or {})
        paid: dict[str, int] = {}
        for name, amount in (repaid or {}).items():
            paid[name], more = positive_ore(amount, f"open_project.repaid {name}")
            faults += more
        halfway = Halfway(
            fund, subfund, project, board, ore, amounts["used"], amounts["released"], original, paid, opened, start,
            end, tuple((name, unit) for name, unit in participants),
        )  # fmt: skip
        planned = plan_halfway(self._state.register, halfway, year=year, decision=decision)
        left = ore - amounts["used"] - amounts["released"]
        if not planned.faults and left > 0 and self._state.register.is_earmark(fund):
            faults += room_faults(self._state.balances, left, year=year)
        self._record(planned, [*faults, *wrong, *also_wrong])
        return self.project(project)
