"""A fund and a project as they stand, frozen snapshots, and a project's plan against its outcome."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from moneyed import Money

from sifund_ledger.amounts import Language
from sifund_ledger.boundary import checked_methods, looked_up
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.state.postings import PlanLine
from sifund_ledger.funds.state.project import BoardClaim, ProjectStanding
from sifund_ledger.funds.tables import words
from sifund_ledger.funds.tables.account import FundAccount
from sifund_ledger.money import InKronor, from_ore
from sifund_ledger.table import ONE_AMOUNT, Printed, Table


@dataclass(frozen=True, slots=True)
class Fund(Printed):
    """A fund as it stands (fond), a frozen snapshot; amounts in kronor with ``_ore`` beside.

    ``subfunds`` has (name, available, committed) in öre; ``entitled_ore`` is what repayments give a right to renew.
    """

    name: str
    policy: Policy
    available_ore: int
    committed_ore: int
    roll_forward: FundAccount
    subfunds: tuple[tuple[str, int, int], ...] = ()
    entitled_ore: int = 0
    purpose: str = ""

    available = InKronor("What can still be granted or used directly (disponibelt).")
    committed = InKronor("What is granted and not yet used (beviljat, ej förbrukat).")
    balance = InKronor("All that is earmarked in the fund.")

    @property
    def balance_ore(self) -> int:
        """All that is earmarked in the fund, in öre."""
        return self.available_ore + self.committed_ore

    def account(self) -> FundAccount:
        """The fund's account, year by year."""
        return self.roll_forward

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The fund's account, by sub-fund where there are any and in all."""
        return self.roll_forward.tables(language)


@checked_methods
@dataclass(frozen=True, slots=True)
class Project(Printed):
    """A project as it stands (projekt), a frozen snapshot; amounts in öre.

    ``original_plan`` is frozen as granted, by board and year; ``claims`` has what each board was and is to repay.
    ``policy_version`` is the version of the fund's policy in force at its start.
    """

    name: str
    fund: str
    board: str
    granted_ore: int
    used_ore: int
    released_ore: int = 0
    subfund: str = ""
    standing: str = "running"
    start: date | None = None
    end: date | None = None
    participants: tuple[tuple[str, str], ...] = ()
    policy_version: int = 1
    original_plan: tuple[PlanLine, ...] = ()
    claims: tuple[tuple[str, BoardClaim], ...] = ()

    @property
    def left_ore(self) -> int:
        """What is left of the grant, in öre."""
        return self.granted_ore - self.used_ore - self.released_ore

    @property
    def repaid_ore(self) -> int:
        """What boards have repaid, in öre."""
        return sum(claim.repaid for _, claim in self.claims)

    @property
    def to_repay_ore(self) -> int:
        """What boards are still to repay, in öre."""
        return sum(claim.open for _, claim in self.claims)

    @property
    def loss_ore(self) -> int:
        """The fund's loss on the project so far (fondens förlust; R23): used less repaid; a gain is negative."""
        return self.used_ore - self.repaid_ore

    @property
    def remaining(self) -> Money:
        """What is left of the grant, in kronor."""
        return from_ore(self.left_ore)

    repaid = InKronor("What boards have repaid, in kronor.")
    to_repay = InKronor("What boards are still to repay, in kronor.")
    loss = InKronor("The fund's loss on the project so far, in kronor; a gain is negative.")

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The project's amounts, and its repayment plan against the outcome where it has one."""
        standing = words.STANDINGS[ProjectStanding(self.standing)]
        amounts = words.PROJECT.side_by_side([self], [ONE_AMOUNT], language, project=self.name, standing=standing)
        return (amounts, plan_table(self.name, self.claims, language)) if self.claims else (amounts,)

    def claim(self, board: str) -> BoardClaim:
        """What the project asks of a board. Raises :class:`~sifund_ledger.errors.NotFound` for another."""
        return looked_up(dict(self.claims), board, "claim.board")


def plan_table(project: str, claims: Iterable[tuple[str, BoardClaim]], language: Language = "sv") -> Table:
    """A project's repayment plan against its outcome, board by board, with their sum."""
    rows = [
        (board, claim.original, claim.planned, claim.repaid, claim.waived, claim.borne, claim.open)
        for board, claim in claims
    ]
    return words.PLAN.listing(rows, language, total=True, project=project)
