"""The account of a fund (fondens konto): opening, set aside, used, closing, by fiscal year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.boundary import checked
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.policy.choices import LegalForm
from sifund_ledger.funds.state.fund_events import DISSOLUTIONS, USES, FundOpened, Renewed, SetAside, SubfundTransferred
from sifund_ledger.funds.state.project_events import ProjectOpened
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.funds.tables import words
from sifund_ledger.ledger.balances import LATER, Balances
from sifund_ledger.ledger.year_sums import CorrectedLater, HeldAtYear, back, held_at, held_with
from sifund_ledger.table import Column, Printed, Table

_OPENED: Final = (FundOpened.kind, ProjectOpened.kind)


def fund_movement(balances: Balances, fund: str, kinds: Iterable[str], *, year: int) -> int:
    """What events of some kinds have added to a fund in a year (or, negative, taken from it), in öre."""
    held = balances.held(fund, at=year)
    return sum(held.moved.get(kind, 0) for kind in kinds) if held is not None and held.year == year else 0


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


@dataclass(frozen=True, eq=False)
class FundAccount(Printed):
    """A fund's account (fondens konto), a column for each fiscal year with a movement and one for the whole time.

    It is drawn up when it is first looked at, from what ``held`` and ``corrected`` had at the time: its years, and
    ``through`` which.

    ``of_reserve`` says that the fund is part of the result reserve (R46), and no earmark of its own; ``of_frame`` that
    it is appropriations of a budget, which have nothing in equity. ``subfunds`` has the account of each sub-fund, where
    there are any; they never net against each other (I17).
    """

    fund: str
    held: HeldAtYear | None = field(default=None, repr=False)
    through: int | None = None
    of_reserve: bool = False
    subfunds: tuple[tuple[str, FundAccount], ...] = ()
    subfund: str | None = None
    corrected: CorrectedLater | None = field(default=None, repr=False)
    of_frame: bool = False

    @cached_property
    def years(self) -> tuple[FundYear, ...]:
        """The years with a movement, and the one that the account goes through, in order."""
        chain = [*back(self.held)][::-1]
        years = [_fund_year(each) for each in chain]
        if years and self.through is not None and self.through > years[-1].last_year:
            years.append(_still(self.through, chain[-1]))
        return tuple(years)

    @cached_property
    def restated(self) -> tuple[FundYear, ...]:
        """The years that later years have corrected, as they are now; each stands beside what was printed (R43)."""
        return tuple(self._restated()) if self.corrected else ()

    def _restated(self) -> Iterator[FundYear]:
        of_part = [each for each in back(self.corrected) if self.subfund in (None, each.subfund)]
        for printed in self.years[:-1]:
            year = printed.first_year
            held = held_at(self.held, year)
            for each in of_part:
                if each.of_year <= year < each.booked <= self.years[-1].first_year:
                    held = held_with(held, each.of_year, each.kind, each.available, each.committed)
            if held is not None and (now := _fund_year(held)) != printed:
                yield replace(now, restated=True)

    @cached_property
    def total(self) -> FundYear | None:
        """All years as one; ``None`` where nothing has moved."""
        return _together(self.years) if self.years else None

    def _shown(self) -> tuple[object, ...]:
        return self.fund, self.years, self.total, self.of_reserve, self.of_frame, self.subfunds, self.restated

    def __eq__(self, other: object) -> bool:
        return self._shown() == other._shown() if isinstance(other, FundAccount) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._shown())

    def table(self, language: Language = "sv") -> Table:
        """The roll-forward as a table, with what is available and committed at the end."""
        total = (self.total,) if self.total is not None and len(self.years) > 1 else ()
        return self._of(self.years, total, language)

    @checked
    def in_years(self, years: Iterable[int], language: Language = "sv") -> Table:
        """The same of these fiscal years alone, whether anything moved in them or not, if the fund was there then."""
        known = {each.first_year: each for each in self.years}
        held = {year: held_at(self.held, year) for year in years}
        shown = [known.get(year) or (there and _still(year, there)) for year, there in held.items()]
        return self._of([each for each in shown if each is not None], (), language)

    def _of(self, years: Iterable[FundYear], total: tuple[FundYear, ...], language: Language) -> Table:
        now = {year.first_year: year for year in self.restated}
        columns = [column for year in years for column in (year, now.get(year.first_year)) if column is not None]
        columns += total
        heads = [column.head for column in columns]
        form = words.RESERVE_ACCOUNT if self.of_reserve else words.FRAME_ACCOUNT if self.of_frame else words.ACCOUNT
        return form.side_by_side(columns, heads, language, fund=self.fund)

    def tables(self, language: Language = "sv") -> tuple[Table, ...]:
        """The account of each sub-fund, and that of the whole fund."""
        return (*(account.table(language) for _, account in self.subfunds), self.table(language))


def fund_account(register: FundRegister, balances: Balances, fund: str, *, through: int | None = None) -> FundAccount:
    """A fund's account through a fiscal year, or through the last one with a movement; with those of its sub-funds."""
    kept = register.accounts_of(fund, balances)
    form = register.policies[fund].legal_form

    def account(subfund: str | None, title: str) -> FundAccount:
        return FundAccount(
            title, kept.held(fund, subfund, at=through), through, form is LegalForm.RESULT_RESERVE, subfund=subfund,
            corrected=kept.corrected_of(fund), of_frame=form is LegalForm.OPERATING_FRAME,
        )  # fmt: skip

    names = register.policies[fund].subfund_names
    parts = tuple((name, account(name, f"{fund}, {name}")) for name in names if name)
    whole = account(None, fund)
    return replace(whole, subfunds=parts) if parts else whole


def _fund_year(held: HeldAtYear) -> FundYear:
    """The roll-forward of a year in which something moved."""
    moved, before = held.moved, held.before

    def of(kinds: Iterable[str]) -> int:
        return sum([moved.get(kind, 0) for kind in kinds])

    return FundYear(
        held.year,
        held.year,
        (before.ore if before else 0) + of(_OPENED),
        moved.get(SetAside.kind, 0),
        -of(USES),
        held.ore,
        held.available,
        held.committed,
        moved.get(Renewed.kind, 0),
        -of(DISSOLUTIONS),
        moved.get(SubfundTransferred.kind, 0),
        sum([ore for kind, ore in moved.items() if kind.startswith(LATER)]),
    )


def _still(year: int, held: HeldAtYear) -> FundYear:
    """The roll-forward of a year in which nothing moved."""
    return FundYear(year, year, held.ore, 0, 0, held.ore, held.available, held.committed)


def _together(years: Sequence[FundYear]) -> FundYear:
    """Several years as one; what was taken over from before the book is part of its opening."""
    first, last = years[0], years[-1]
    if len(years) == 1:
        return first
    opened = sum([year.opening_ore - before.closing_ore for before, year in pairwise(years)])
    sums = {name: sum([getattr(year, name) for year in years]) for name in _SUMMED}
    return replace(last, first_year=first.first_year, opening_ore=first.opening_ore + opened, **sums)


_SUMMED: Final = ("set_aside_ore", "used_ore", "renewed_ore", "dissolved_ore", "moved_ore", "corrected_ore")
