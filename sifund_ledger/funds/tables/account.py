"""The account of a fund (fondens konto): opening, set aside, used, closing, by fiscal year; and fund snapshots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from moneyed import Money

from sifund_ledger.amounts import Language
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.policy.policy import Policy
from sifund_ledger.funds.state.fund_events import DISSOLUTIONS, USES, FundOpened, Renewed, SetAside, SubfundTransferred
from sifund_ledger.funds.state.postings import PlanLine
from sifund_ledger.funds.state.project import BoardClaim, ProjectStanding
from sifund_ledger.funds.state.project_events import ProjectOpened
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.funds.tables import words
from sifund_ledger.ledger.accounts import FUND_AVAILABLE, FUND_COMMITTED, Account
from sifund_ledger.ledger.balances import LATER, Balances
from sifund_ledger.money import InKronor, from_ore
from sifund_ledger.table import LABEL, Column, Printed, Table

_PARTS: Final = (FUND_AVAILABLE, FUND_COMMITTED)
_OPENED: Final = (FundOpened.kind, ProjectOpened.kind)


def fund_accounts(
    balances: Balances, fund: str, code: str | None = None, *, subfund: str | None = None
) -> list[Account]:
    """The accounts of a fund in the EARMARK book: available and committed, or one; of one sub-fund or all."""
    codes = _PARTS if code is None else (code,)
    return [
        account for account in balances.accounts(*codes) if account.fund == fund and subfund in (None, account.subfund)
    ]


def fund_balance(
    balances: Balances, fund: str, code: str | None = None, *, at: int | None = None, subfund: str | None = None
) -> int:
    """What is earmarked in a fund at the close of a year or now, in öre, positive."""
    return -sum(balances.balance(account, at=at) for account in fund_accounts(balances, fund, code, subfund=subfund))


def fund_movement(
    balances: Balances, fund: str, kinds: tuple[str, ...], *, year: int | None = None, subfund: str | None = None
) -> int:
    """What events of some kinds have added to a fund (or, negative, taken from it), in öre."""
    accounts = fund_accounts(balances, fund, subfund=subfund)
    return -sum(balances.movement(account, kind, year=year) for account in accounts for kind in kinds)


@dataclass(frozen=True, slots=True)
class FundYear:
    """A fund's roll-forward over one fiscal year or several, in öre.

    ``opening + set aside + renewed + moved − used − dissolved + corrected = closing`` (I3). What was taken over from
    before the book is part of the opening; ``moved_ore`` is what other sub-funds have given, or received as a minus;
    ``corrected_ore`` what was corrected of earlier years, signed (R43).
    """

    first_year: int
    last_year: int
    opening_ore: int
    set_aside_ore: int
    used_ore: int
    closing_ore: int
    available_ore: int
    committed_ore: int
    renewed_ore: int = 0
    dissolved_ore: int = 0
    moved_ore: int = 0
    corrected_ore: int = 0
    restated: bool = False

    @property
    def head(self) -> Column:
        """The column of it: its years; ``restated`` says that later years have corrected it (omräknad; R43)."""
        first, last = self.first_year, self.last_year
        span = f"{first}" if first == last else f"{first}–{last}"
        if not self.restated:
            return Column(span, span)
        return Column(f"{span}_restated", Bilingual(f"{span} omräknad", f"{span} restated"))


@dataclass(frozen=True, slots=True)
class FundAccount(Printed):
    """A fund's account (fondens konto), a column for each fiscal year with a movement and one for the whole time.

    ``restated`` are the years that later years have corrected, as they are now; each stands beside what was printed of
    it (R43). ``of_reserve`` says that the fund is part of the result reserve (R46), and no earmark of its own.
    ``subfunds`` has the account of each sub-fund, where there are any; they never net against each other (I17).
    """

    fund: str
    years: tuple[FundYear, ...]
    total: FundYear | None
    of_reserve: bool = False
    subfunds: tuple[tuple[str, FundAccount], ...] = ()
    restated: tuple[FundYear, ...] = ()

    def table(self, language: Language = "sv") -> Table:
        """The roll-forward as a table, with what is available and committed at the end."""
        now = {year.first_year: year for year in self.restated}
        columns = [column for year in self.years for column in (year, now.get(year.first_year)) if column is not None]
        if self.total is not None and len(self.years) > 1:
            columns.append(self.total)
        heads = [column.head for column in columns]
        form = words.RESERVE_ACCOUNT if self.of_reserve else words.ACCOUNT
        return form.side_by_side(columns, heads, language, fund=self.fund)

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The account of each sub-fund, and that of the whole fund."""
        return (*(account.table(language) for _, account in self.subfunds), self.table(language))


def fund_account(register: FundRegister, balances: Balances, fund: str, *, through: int | None = None) -> FundAccount:
    """A fund's account through a fiscal year, or through the last one with a movement; with those of its sub-funds."""
    kept = register.accounts_of(fund, balances)
    of_reserve = kept is register.reserved

    def account(subfund: str | None, title: str) -> FundAccount:
        years, total = _years(kept, fund, subfund, through)
        restated = tuple(_restated(kept, fund, subfund, years))
        return FundAccount(title, years, total, of_reserve, restated=restated)

    names = register.policies[fund].subfund_names
    return replace(
        account(None, fund), subfunds=tuple((name, account(name, f"{fund}, {name}")) for name in names if name)
    )


def _years(
    balances: Balances, fund: str, subfund: str | None, through: int | None
) -> tuple[tuple[FundYear, ...], FundYear | None]:
    """The years with a movement, and all of them as one."""
    movements = _movements(balances, fund, subfund, through)
    touched = sorted({year for _, year, _, _ in movements})
    if through is not None and touched and through not in touched:
        touched.append(through)
    years = tuple(_fund_year(movements, year, year) for year in touched)
    total = years[0] if len(years) == 1 else _fund_year(movements, touched[0], touched[-1]) if touched else None
    return years, total


def _movements(
    balances: Balances, fund: str, subfund: str | None, through: int | None
) -> list[tuple[str, int, str, int]]:
    return [
        (account.code, year, kind, -ore)
        for account in fund_accounts(balances, fund, subfund=subfund)
        for (year, kind), ore in balances.movements(account).items()
        if through is None or year <= through
    ]


def _restated(balances: Balances, fund: str, subfund: str | None, years: Sequence[FundYear]) -> Iterator[FundYear]:
    """The years that later ones have corrected, as they are with that."""
    for printed in years[:-1]:
        year = printed.first_year
        restated = balances.restated(year, years[-1].first_year)
        if restated is not None:
            now = _fund_year(_movements(restated, fund, subfund, year), year, year)
            if now != printed:
                yield replace(now, restated=True)


def _fund_year(movements: Sequence[tuple[str, int, str, int]], first: int, last: int) -> FundYear:
    """A roll-forward from movements through its last year: account code, year, kind, and öre, positive is more."""
    opening, held, moved = 0, dict.fromkeys(_PARTS, 0), defaultdict[str, int](int)
    for code, year, kind, ore in movements:
        if year < first:
            opening += ore
        elif year <= last:
            moved[kind] += ore
        if year <= last:
            held[code] += ore

    def of(kinds: Iterable[str]) -> int:
        return sum([moved[kind] for kind in kinds])

    return FundYear(
        first,
        last,
        opening + of(_OPENED),
        moved[SetAside.kind],
        -of(USES),
        sum(held.values()),
        held[FUND_AVAILABLE],
        held[FUND_COMMITTED],
        moved[Renewed.kind],
        -of(DISSOLUTIONS),
        moved[SubfundTransferred.kind],
        sum([ore for kind, ore in moved.items() if kind.startswith(LATER)]),
    )


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

    @property
    def balance(self) -> Money:
        """All that is earmarked in the fund."""
        return from_ore(self.available_ore + self.committed_ore)

    def account(self) -> FundAccount:
        """The fund's account, year by year."""
        return self.roll_forward

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The fund's account, by sub-fund where there are any and in all."""
        return self.roll_forward.tables(language)


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
        amounts = words.PROJECT.table(
            (LABEL, Column("amount", "")), words.PROJECT.rows([self]), language, project=self.name, standing=standing
        )
        return (amounts, plan_table(self.name, self.claims, language)) if self.claims else (amounts,)

    def claim(self, board: str) -> BoardClaim:
        """What the project asks of a board. Raises ``KeyError`` for one that its plan does not have."""
        return dict(self.claims)[board]


def plan_table(project: str, claims: Iterable[tuple[str, BoardClaim]], language: Language = "sv") -> Table:
    """A project's repayment plan against its outcome, board by board, with their sum."""
    rows = [
        (board, claim.original, claim.planned, claim.repaid, claim.waived, claim.borne, claim.open)
        for board, claim in claims
    ]
    return words.PLAN.listing(rows, language, total=True, project=project)
