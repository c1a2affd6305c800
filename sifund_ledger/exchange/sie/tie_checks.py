"""What a file states, and how its figures should tie (avstämning): IB + rows = UB, rows = RES, last year's UB = IB."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sifund_ledger.exchange.sie.document import SieAccount, SieDocument, SieVoucher, on_balance_sheet
from sifund_ledger.exchange.sie.file_findings import FileFindings, shown
from sifund_ledger.exchange.sie.findings import (
    SIE_CLOSING_DIFFERS,
    SIE_NO_ROWS,
    SIE_NOT_CLOSED,
    SIE_OPENING_DIFFERS,
    SIE_OPENING_TAKEN,
    SIE_RESULT_DIFFERS,
    SIE_RESULT_HAS_BALANCE,
)
from sifund_ledger.exchange.sie.labels import BALANCES, TYPES
from sifund_ledger.findings import listed
from sifund_ledger.money import format_amount


class Tie(NamedTuple):
    """A figure that should be another (avstämning): of an account, in öre."""

    account: str
    computed_ore: int
    stated_ore: int


class Stated(NamedTuple):
    """What a file states of its year and the one before, without objects, öre by account.

    A balance of an account of the result counts for nothing. ``opening_taken`` says that there is no #IB and that last
    year's #UB are the opening balances, which the format allows (SIE 4B §5.16).
    """

    opening: dict[str, int]
    closing: dict[str, int]
    result: dict[str, int]
    last_closing: dict[str, int]
    last_result: dict[str, int]
    opening_taken: bool


def stated(document: SieDocument, moved: Mapping[str, int]) -> Stated:
    """The balances that a document states (saldon), without those that have no business there.

    ``moved`` is what its rows sum to by account: last year's closing balances are taken for the opening ones where
    this year's closing ones are then explained better than without.

    >>> from sifund_ledger.exchange.sie.document import SieBalance
    >>> stated(SieDocument(balances=[SieBalance("UB", -1, "1930", 500)]), {}).opening
    {'1930': 500}
    """
    found = _that_count(document)
    opening, closing, last_closing = (found.get(key, {}) for key in (("IB", 0), ("UB", 0), ("UB", -1)))
    taken = bool(last_closing) and ("IB", 0) not in found
    if taken and closing and moved:
        without, with_them = (
            sum(1 for _ in _closing(document.accounts, each, moved, closing)) for each in ({}, last_closing)
        )
        taken = with_them < without
    return Stated(
        dict(last_closing) if taken else opening,
        closing,
        found.get(("RES", 0), {}),
        last_closing,
        found.get(("RES", -1), {}),
        taken,
    )


def _by_label(document: SieDocument) -> dict[tuple[str, int], dict[str, int]]:
    found: dict[tuple[str, int], dict[str, int]] = {}
    for each in document.balances:
        if not each.objects:
            found.setdefault((each.label, each.year), {}).setdefault(each.account, each.ore)
    return found


def _that_count(document: SieDocument) -> dict[tuple[str, int], dict[str, int]]:
    """The balances by label and year, without those of result accounts that only the balance sheet has."""
    found = _by_label(document)
    for (label, _), balances in found.items():
        if label in ("IB", "UB"):
            for number in [each for each in balances if not on_balance_sheet(document.accounts, each)]:
                del balances[number]
    return found


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
    return _ties(document, moved(document.vouchers), by_class=by_class)


def moved(vouchers: Iterable[SieVoucher]) -> dict[str, int]:
    """The booked rows of some vouchers, summed by account, in öre."""
    sums: dict[str, int] = {}
    for voucher in vouchers:
        for row in voucher.rows:
            if row.label == "TRANS":
                sums[row.account] = sums.get(row.account, 0) + row.ore
    return sums


def _ties(document: SieDocument, moved: Mapping[str, int], *, by_class: bool = False, taken: bool = False) -> Ties:
    found = _by_label(document) if by_class else _that_count(document)
    opening, closing, result = (found.get((label, 0), {}) for label in BALANCES)
    before = found.get(("UB", -1), {})
    if taken:
        opening = before
    # Balances alone, which types 4E and 5 may have too, are no rows to compare them with.
    whole = bool(moved) and (document.type == "4E" or bool(closing or result))
    kinds = {} if by_class else document.accounts
    return Ties(
        tuple(_closing(kinds, opening, moved, closing)) if whole else (),
        tuple(_results(kinds, moved, result)) if whole else (),
        tuple(_compared(before, opening)) if before else (),
        sum(closing.values()) + sum(result.values()),
    )


def _compared(computed: dict[str, int], stated: dict[str, int]) -> Iterator[Tie]:
    for number in sorted({*computed, *stated}):
        if computed.get(number, 0) != stated.get(number, 0):
            yield Tie(number, computed.get(number, 0), stated.get(number, 0))


def _closing(
    accounts: dict[str, SieAccount], opening: dict[str, int], moved: Mapping[str, int], closing: dict[str, int]
) -> Iterator[Tie]:
    numbers = {number for number in {*opening, *moved, *closing} if on_balance_sheet(accounts, number)}
    computed = {number: opening.get(number, 0) + moved.get(number, 0) for number in numbers}
    return _compared(computed, {number: closing.get(number, 0) for number in numbers})


def _results(accounts: dict[str, SieAccount], moved: Mapping[str, int], result: dict[str, int]) -> Iterator[Tie]:
    numbers = {number for number in {*moved, *result} if not on_balance_sheet(accounts, number)}
    computed = {number: moved.get(number, 0) for number in numbers}
    return _compared(computed, {number: result.get(number, 0) for number in numbers})


def check_ties(document: SieDocument, moved: Mapping[str, int], found: FileFindings) -> None:
    """Report every account whose figures do not tie with each other and with the rows."""
    taken = stated(document, moved).opening_taken
    untied = _ties(document, moved, taken=taken)
    groups = ((SIE_CLOSING_DIFFERS, untied.closing), (SIE_RESULT_DIFFERS, untied.result))
    for code, differing in (*groups, (SIE_OPENING_DIFFERS, untied.opening)):
        for account, computed, stated_ore in differing:
            found.add(code, account=shown(account), computed=format_amount(computed), stated=format_amount(stated_ore))
    for label in ("IB", "UB", "OIB"):
        placed = (each for each in document.balances if each.label == label and (label == "OIB" or not each.objects))
        numbers = {each.account for each in placed}
        misplaced = sorted(number for number in numbers if not on_balance_sheet(document.accounts, number))
        if misplaced:
            accounts = listed(map(shown, misplaced))
            found.add(SIE_RESULT_HAS_BALANCE, label=label, count=len(misplaced), accounts=accounts)
    if taken:
        found.add(SIE_OPENING_TAKEN)
    if not moved and document.balances and document.type == "4E":
        found.add(SIE_NO_ROWS)
    if untied.sum_ore and document.type in TYPES:
        found.add(SIE_NOT_CLOSED, amount=format_amount(untied.sum_ore))
