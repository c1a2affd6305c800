"""What a book records of its funds (fonder): made, opened, set aside in, renewed, moved, dissolved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sifund_ledger.book.command import does
from sifund_ledger.book.project_verbs import ProjectVerbs
from sifund_ledger.decisions import Decision
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.tables.account import Fund
from sifund_ledger.money import Amount


class FundVerbs(ProjectVerbs):
    """The commands on funds."""

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
        ``waive`` or ``reassign``."""

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
