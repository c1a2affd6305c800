"""The sums of a printed table followed (summering): what each subtotal is of, and where it does not follow.

Each subtotal is followed from the printed one before it, so that a difference is found once, where it arises. A row
that cannot be read leaves what rests on it unchecked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from sifund_ledger.audit.printed.reading import PrintedPage, PrintedRow
from sifund_ledger.audit.printed.rows import Role, folded, is_part


class Sum(NamedTuple):
    """A printed amount that follows from others: its row and column, öre as printed, and öre as the rows give it."""

    row: int
    column: int
    printed_ore: int
    computed_ore: int

    @property
    def ore(self) -> int:
        """Printed minus computed, in öre."""
        return self.printed_ore - self.computed_ore


class TableKind(StrEnum):
    """What a printed table is: a statement, a result, a note on equity, a plan."""

    STATEMENT = "statement"
    INCOME = "income"
    EQUITY = "equity"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Added:
    """A table whose sums were followed: every sum that could be, and the cells (row, column) that are part of one.

    ``unsigned`` where its deductions are printed without a sign, ``counted`` where rows with unknown labels are terms.
    """

    sums: tuple[Sum, ...]
    checked: frozenset[tuple[int, int]]
    unsigned: bool = False
    counted: bool = True

    @property
    def differing(self) -> int:
        """How many sums do not follow by more than nothing."""
        return sum(1 for each in self.sums if each.ore)


_BEGINS: Final = {Role.NET_RESULT, Role.DEFICIT_OPENING, Role.EQUITY_OPENING, Role.FORECAST_RESULT}
_BEGINS_ALONE: Final = {Role.TAXES, Role.NET_COST, Role.OPERATING_TERM}
RESULTS: Final = {Role.ADJUSTED, Role.RESULT, Role.AFTER_EQUALISATION, Role.PRESENTED, Role.SUM}
_SUMS: Final = RESULTS | {
    Role.DEFICIT_CLOSING, Role.EQUITY_CLOSING, Role.EQUITY_ADJUSTED_OPENING, Role.NET_COST, Role.OPERATING_RESULT,
    Role.AFTER_FINANCIAL, Role.TAX_BASE, Role.ROOM, Role.TOTAL,
}  # fmt: skip
_PARTS: Final = {Role.OF_YEAR, Role.EQUITY_PART, Role.EQUITY_OTHER}
_WHOLE: Final = {Role.OF_YEAR, Role.EQUITY_OTHER}
"""With one of these the parts are all there."""
DEDUCTIONS: Final = {Role.REALISED_GAINS, Role.RESERVE_ALLOCATED, Role.EARMARK_SET_ASIDE}
_DISCLOSED: Final = {Role.EARMARK_SET_ASIDE, Role.EARMARK_USED, Role.EARMARKING, Role.OWN, None}
"""What counts only where a result of the table comes after it."""
_OF_RESERVES: Final = {Role.RESERVE_OPENING, Role.RESERVE_CLOSING}


def kind_of(page: PrintedPage) -> TableKind:
    """What a table is, by the rows that it has."""
    roles = page.roles
    if roles & {Role.NET_COST, Role.OPERATING_RESULT}:
        return TableKind.INCOME
    if roles & {Role.EQUITY_OPENING, Role.EQUITY_CLOSING} and not roles & {Role.ADJUSTED, Role.RESULT}:
        return TableKind.EQUITY
    return TableKind.PLAN if Role.FORECAST_RESULT in roles else TableKind.STATEMENT


def added_up(page: PrintedPage, step: int = 0) -> Added:
    """Follow the sums of a table; ``step`` is what passes as rounding, in öre.

    Amounts are taken as they are signed. Only where that does not follow, and no deduction is printed with a minus
    sign, are the deductions read as unsigned; and only where the rows with unknown labels do not fit are they left out.
    """
    as_printed = _Adding(page).added()
    if not _faults(as_printed, step):
        return as_printed
    ways = [as_printed]
    unsigned = not any((ore or 0) < 0 for row in page.rows if row.role in DEDUCTIONS for ore in row.ore)
    unknown = any(row.role is None for row in page.rows)
    if unsigned:
        ways.append(_Adding(page, unsigned=True).added())
    if unknown:
        ways.append(_Adding(page, counted=False).added())
    if unsigned and unknown:
        ways.append(_Adding(page, unsigned=True, counted=False).added())
    return min(ways, key=lambda each: _faults(each, step))


def _faults(added: Added, step: int) -> int:
    return sum(1 for each in added.sums if abs(each.ore) > step)


@dataclass(slots=True)
class _Chain:
    """A running sum: öre, ``None`` where it is not known, and the rows since the last printed one."""

    ore: int | None = None
    rows: list[int] = field(default_factory=list)
    of_deficits: bool = False
    result: int = 0
    restored: int = 0
    """The last result, and what of it has restored deficits."""

    def begin(self, row: int, ore: int | None, *, of_deficits: bool = False) -> None:
        self.ore, self.rows, self.of_deficits = ore, [row], of_deficits

    def add(self, row: int, ore: int) -> None:
        if self.ore is not None:
            self.ore += ore
            self.rows.append(row)


class _Adding:
    """Follows the sums of one table, column by column."""

    def __init__(self, page: PrintedPage, *, unsigned: bool = False, counted: bool = True) -> None:
        self.page, self.unsigned, self.counted = page, unsigned, counted
        self.kind = kind_of(page)
        self.sums: list[Sum] = []
        self.checked: set[tuple[int, int]] = set()

    def added(self) -> Added:
        for column in range(len(self.page.columns)):
            self._column(column)
            self._parts(column)
            self._reserves(column)
            self._opening(column)
        return Added(tuple(self.sums), frozenset(self.checked), self.unsigned, self.counted)

    def _found(self, row: int, column: int, printed: int, computed: int, rows: Iterable[int]) -> None:
        self.sums.append(Sum(row, column, printed, computed))
        self.checked |= {(each, column) for each in (row, *rows)}

    def role(self, row: PrintedRow) -> Role | None:
        if self.kind is TableKind.EQUITY and row.role is Role.RESERVE_CLOSING and is_part(row.label):
            return Role.EQUITY_PART
        return row.role

    def signed(self, row: PrintedRow, column: int) -> int:
        """An amount as it counts in the sum."""
        ore = row.ore[column] or 0
        if row.role is Role.TARGET:
            return -abs(ore)
        return -ore if self.unsigned and row.role in DEDUCTIONS else ore

    # ---- the running sum

    def _column(self, column: int) -> None:
        chain = _Chain()
        for at, row in enumerate(self.page.rows):
            role, ore = self.role(row), row.ore[column]
            if role in _PARTS or role in _OF_RESERVES:
                continue
            if column in row.unread:
                chain.ore, chain.rows = None, []
            elif ore is not None:
                self._take(chain, at, role, column)

    def _take(self, chain: _Chain, at: int, role: Role | None, column: int) -> None:
        row = self.page.rows[at]
        ore = self.signed(row, column)
        if role in _BEGINS and not (role is Role.NET_RESULT and self.kind in (TableKind.INCOME, TableKind.EQUITY)):
            chain.begin(at, ore, of_deficits=role is Role.DEFICIT_OPENING)
        elif self._is_sum(role, chain):
            if chain.ore is not None:
                self._found(at, column, ore, chain.ore, chain.rows)
            chain.begin(at, ore, of_deficits=chain.of_deficits)
            chain.result = ore
        elif role is Role.REMAINING:
            if chain.ore is not None:
                apart = self._has(Role.RESTORED, column)
                left = max(0, chain.result) - chain.restored if apart else max(0, chain.ore)
                self._found(at, column, ore, left, chain.rows)
        elif role is Role.TO_RESTORE:
            if chain.ore is not None:
                left = max(0, -chain.ore)
                self._found(at, column, ore, -left if ore < 0 else left, chain.rows)
        elif chain.ore is None and role in _BEGINS_ALONE and not chain.rows:
            chain.begin(at, ore)
        elif self._counts(at, role, column):
            if role is Role.DEFICITS_BEFORE and self._has(Role.RESTORED, column) and chain.ore is not None:
                chain.ore = min(0, chain.ore)  # what is restored is said apart, and not left of the result
            chain.restored += ore if role is Role.RESTORED else 0
            chain.add(at, ore)

    def _is_sum(self, role: Role | None, chain: _Chain) -> bool:
        if role is Role.NET_RESULT:
            return self.kind is TableKind.INCOME
        if role is Role.DEFICIT_RESULT:
            return not chain.of_deficits
        return role in _SUMS and not (role is Role.NET_COST and chain.ore is None)

    def _has(self, role: Role, column: int) -> bool:
        return any(row.role is role and row.ore[column] is not None for row in self.page.rows)

    def _counts(self, at: int, role: Role | None, column: int) -> bool:
        """Whether a row is a term: one that may be a disclosure is it only where a result comes after it."""
        if role not in _DISCLOSED:
            return True
        if role is None and not self.counted:
            return False
        for row in self.page.rows[at + 1 :]:
            if row.role is Role.TO_RESTORE:
                return False
            if row.role in _SUMS and row.ore[column] is not None:
                return True
        return False

    # ---- parts, reserves, and what a year opens with

    def _parts(self, column: int) -> None:
        """The parts of an amount sum to it, where they are all there."""
        above, parts = -1, list[int]()
        for at, row in enumerate([*self.page.rows, None]):
            if row is not None and self.role(row) in _PARTS:
                parts.append(at)
                continue
            rows = [self.page.rows[each] for each in parts]
            if above >= 0 and {self.role(each) for each in rows} & _WHOLE:
                whole, of_parts = self.page.rows[above].ore[column], [each.ore[column] for each in rows]
                unread = any(column in each.unread for each in rows)
                if whole is not None and not unread and any(ore is not None for ore in of_parts):
                    self._found(above, column, whole, sum(ore or 0 for ore in of_parts), parts)
            above, parts = at, []

    def _reserves(self, column: int) -> None:
        """A reserve closes with what it opened with and the year's movements."""
        for reserve in ("rur", "rer"):
            of_it = [(at, row) for at, row in enumerate(self.page.rows) if _reserve(row) == reserve]
            closing = next((at for at, row in of_it if self.role(row) is Role.RESERVE_CLOSING), None)
            if closing is None or (printed := self.page.rows[closing].ore[column]) is None:
                continue
            opening = next((at for at, row in of_it if row.role is Role.RESERVE_OPENING), None)
            before = self._before(column)
            if opening is not None and self.page.rows[opening].ore[column] is not None:
                opened, rows = self.page.rows[opening].ore[column], [opening]
            elif before is not None:
                opened, rows = self.page.rows[closing].ore[before], []
            else:
                continue
            moved = [(at, row) for at, row in of_it if row.role in (Role.RESERVE_ALLOCATED, Role.RESERVE_USED)]
            if opened is None or any(column in row.unread for _, row in of_it):
                continue
            sign = 1 if Role.NET_RESULT not in self.page.roles else -1
            computed = opened + sign * sum(self.signed(row, column) for _, row in moved)
            self._found(closing, column, printed, computed, [*rows, *(at for at, _ in moved)])
            if not rows and before is not None:
                self.checked.add((closing, before))

    def _opening(self, column: int) -> None:
        """What a year opens with is what the one before it closed with."""
        before = self._before(column)
        for first, last in (
            (Role.EQUITY_OPENING, Role.EQUITY_CLOSING), (Role.RESERVE_OPENING, Role.RESERVE_CLOSING),
            (Role.DEFICIT_OPENING, Role.DEFICIT_CLOSING),
        ):  # fmt: skip
            opening = [at for at, row in enumerate(self.page.rows) if self.role(row) is first]
            closing = [at for at, row in enumerate(self.page.rows) if self.role(row) is last]
            if before is None or len(opening) != 1 or not closing:
                continue
            opened, closed = self.page.rows[opening[0]].ore[column], self.page.rows[closing[-1]].ore[before]
            if opened is not None and closed is not None:
                self._found(opening[0], column, opened, closed, [])
                self.checked.add((closing[-1], before))

    def _before(self, column: int) -> int | None:
        """The column of the year before."""
        year = self.page.columns[column].year
        years = [head.year for head in self.page.columns]
        return years.index(year - 1) if year is not None and years.count(year - 1) == 1 else None


def _reserve(row: PrintedRow) -> str:
    """Which reserve a row is about: the one to 2023, or the one from 2024; empty for none."""
    if row.role not in (*_OF_RESERVES, Role.RESERVE_ALLOCATED, Role.RESERVE_USED):
        return ""
    return "rer" if re.search(r"\brer\b|resultatreserv", folded(row.label)) else "rur"


def unchecked(page: PrintedPage, added: Added) -> Iterator[tuple[int, int]]:
    """The cells (row, column) with an amount that are part of no sum that was followed; zeros are left out, and columns
    in which a row cannot be read, which is told already."""
    unread = {column for row in page.rows for column in row.unread}
    for at, row in enumerate(page.rows):
        for column, ore in enumerate(row.ore):
            if ore and column not in unread and (at, column) not in added.checked:
                yield at, column
