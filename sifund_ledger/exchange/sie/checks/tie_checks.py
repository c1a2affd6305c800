"""What a file states, and how its figures should tie (avstämning): IB + rows = UB, rows = RES, last year's UB = IB."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sifund_ledger.amounts import Language, format_amount
from sifund_ledger.exchange.sie import findings as codes
from sifund_ledger.exchange.sie.document import (
    BalanceSheet,
    Objects,
    SieAccount,
    SieBalance,
    SieDocument,
    SiePeriodBalance,
    SieVoucher,
)
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.records.labels import TYPES
from sifund_ledger.findings import listed, printable


class Tie(NamedTuple):
    """A figure that should be another (avstämning): of an account, in öre."""

    account: str
    computed_ore: int
    stated_ore: int

    def words(self, language: Language) -> str:
        """The account, and the two figures."""
        computed, stated = (format_amount(each, language=language) for each in self[1:])
        return f"{printable(self.account)} {computed} ≠ {stated}"


class Stated(NamedTuple):
    """What a file states of its year, without objects, öre by account.

    A balance of an account of the result counts for nothing. ``opening_taken`` says that there is no #IB and that last
    year's #UB are the opening balances, which the format allows (SIE 4B §5.16).
    """

    opening: dict[str, int]
    closing: dict[str, int]
    result: dict[str, int]
    opening_taken: bool


BalanceKey = tuple[str, int, str | None, str, Objects]
"""What a balance is of: label, year, month (``None`` where it is of the year), account and objects."""
_ByLabel = dict[tuple[str, int], dict[str, int]]


def key_of(balance: SieBalance | SiePeriodBalance) -> BalanceKey:
    """What a balance is of."""
    period = balance.period if isinstance(balance, SiePeriodBalance) else None
    return balance.label, balance.year, period, balance.account, balance.objects


def stated_in(document: SieDocument) -> dict[BalanceKey, int]:
    """The balances of a document, öre, of what stands twice the first."""
    stated: dict[BalanceKey, int] = {}
    every: tuple[SieBalance | SiePeriodBalance, ...] = (*document.balances, *document.period_balances)
    for balance in every:
        stated.setdefault(key_of(balance), balance.ore)
    return stated


class StatedBalances:
    """The balances that a file states (saldon), öre: put in order once.

    ``every`` has all, of what stands twice the first; ``of_years`` all but those of months. ``counting`` are those of a
    year without objects, by label and year, and without what has no business there: result accounts where only the
    balance sheet belongs; ``misplaced`` are these accounts by label. ``sheet`` is of the accounts, and by classes alone
    with ``by_class``.
    """

    def __init__(
        self, every: Mapping[BalanceKey, int], accounts: Mapping[str, SieAccount], *, by_class: bool = False
    ) -> None:
        self.every = every
        self.of_years = {key: ore for key, ore in every.items() if key[2] is None}
        self.sheet = BalanceSheet({} if by_class else accounts)
        self.counting: _ByLabel = {}
        self.misplaced: dict[str, set[str]] = {}
        for (label, year, _, account, objects), ore in self.of_years.items():
            if not objects:
                self.counting.setdefault((label, year), {})[account] = ore
        for (label, year), balances in () if by_class else self.counting.items():
            of_result = self.sheet.without(balances) if label in ("IB", "UB") else ()
            if of_result:
                self.counting[label, year] = {each: ore for each, ore in balances.items() if each not in of_result}
                self.misplaced.setdefault(label, set()).update(of_result)

    @classmethod
    def of(cls, document: SieDocument, *, by_class: bool = False) -> StatedBalances:
        """Those of a document."""
        return cls(stated_in(document), document.accounts, by_class=by_class)

    def stated(self, moved: Mapping[str, int]) -> Stated:
        """What the file states of its year.

        ``moved`` is what its rows sum to by account: last year's closing balances are taken for the opening ones where
        this year's closing ones are then explained better than without.

        >>> StatedBalances.of(SieDocument(balances=[SieBalance("UB", -1, "1930", 500)])).stated({}).opening
        {'1930': 500}
        """
        found = self.counting
        before, closing = found.get(("UB", -1), {}), found.get(("UB", 0), {})
        taken = bool(before) and ("IB", 0) not in found
        if taken and closing and moved:
            without, with_them = (len(_closing(self.sheet, each, moved, closing)) for each in ({}, before))
            taken = with_them < without
        opening = dict(before) if taken else found.get(("IB", 0), {})
        return Stated(opening, closing, found.get(("RES", 0), {}), taken)


class Ties(NamedTuple):
    """The figures of year 0 that do not tie, by kind, and what closing balances and results sum to, in öre."""

    closing: tuple[Tie, ...]
    result: tuple[Tie, ...]
    opening: tuple[Tie, ...]
    sum_ore: int


def ties(document: SieDocument, *, by_class: bool = False) -> Ties:
    """Compare the figures of year 0 with each other (avstämning): IB + rows = UB, rows = RES, UB(-1) = IB.

    Which accounts are of the balance sheet #KTYP says; with ``by_class``, and where it is missing, classes 1 and 2.

    >>> ties(SieDocument(type="4E")).sum_ore
    0
    """
    balances = StatedBalances.of(document, by_class=by_class)
    opening = balances.counting.get(("IB", 0), {})
    return _ties(document, balances, opening, moved(document.vouchers))


def moved(vouchers: Iterable[SieVoucher]) -> dict[str, int]:
    """The booked rows of some vouchers, summed by account, in öre."""
    sums: dict[str, int] = {}
    for voucher in vouchers:
        for row in voucher.rows:
            if row.label == "TRANS":
                sums[row.account] = sums.get(row.account, 0) + row.ore
    return sums


def _ties(
    document: SieDocument, balances: StatedBalances, opening: Mapping[str, int], moved: Mapping[str, int]
) -> Ties:
    closing, result, before = (balances.counting.get(key, {}) for key in (("UB", 0), ("RES", 0), ("UB", -1)))
    sheet = balances.sheet
    # Balances alone, which types 4E and 5 may have too, give no rows to compare them with.
    whole = bool(moved) and (document.type == "4E" or bool(closing or result))
    return Ties(
        _closing(sheet, opening, moved, closing) if whole else (),
        _compared(*({number: each[number] for number in sheet.without(each)} for each in (moved, result)))
        if whole
        else (),
        _compared(before, opening) if before else (),
        sum(closing.values()) + sum(result.values()),
    )


def _closing(
    sheet: BalanceSheet, opening: Mapping[str, int], moved: Mapping[str, int], closing: Mapping[str, int]
) -> tuple[Tie, ...]:
    numbers = list(filter(sheet.__getitem__, {*opening, *moved, *closing}))
    computed = {number: opening.get(number, 0) + moved.get(number, 0) for number in numbers}
    return _compared(computed, {number: closing.get(number, 0) for number in numbers})


def _compared(computed: Mapping[str, int], stated: Mapping[str, int]) -> tuple[Tie, ...]:
    if computed == stated:
        return ()
    both = ((number, computed.get(number, 0), stated.get(number, 0)) for number in sorted({*computed, *stated}))
    return tuple(Tie(*each) for each in both if each[1] != each[2])


def check_ties(
    document: SieDocument, balances: StatedBalances, stated: Stated, moved: Mapping[str, int], found: FileFindings
) -> None:
    """Report every account whose figures do not tie with each other and with the rows."""
    if not balances.every and document.type != "4E":
        return  # nothing is stated, and only the rows of 4E are held against it all the same
    untied = _ties(document, balances, stated.opening, moved)
    kinds = (codes.SIE_CLOSING_DIFFERS, codes.SIE_RESULT_DIFFERS, codes.SIE_OPENING_DIFFERS)
    for code, differing in zip(kinds, untied[:3], strict=True):
        for account, computed, stated_ore in differing:
            found.add(code, account=printable(account), computed=computed, stated=stated_ore)
    of_objects = balances.sheet.without({account for label, _, _, account, _ in balances.of_years if label == "OIB"})
    for label, misplaced in (*((each, balances.misplaced.get(each)) for each in ("IB", "UB")), ("OIB", of_objects)):
        if misplaced:
            accounts = listed(map(printable, sorted(misplaced)))
            found.add(codes.SIE_RESULT_HAS_BALANCE, label=label, count=len(misplaced), accounts=accounts)
    if stated.opening_taken:
        found.add(codes.SIE_OPENING_TAKEN)
    if not moved and balances.of_years and document.type == "4E":
        found.add(codes.SIE_NO_ROWS)
    if untied.sum_ore and document.type in TYPES:
        found.add(codes.SIE_NOT_CLOSED, amount=untied.sum_ore)
