"""What a file states by month (periodsaldon, #PSALDO) and by object (objektsaldon, #OIB, #OUB), for want of rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from sifund_ledger.exchange.sie.checks.tie_checks import StatedBalances, Tie
from sifund_ledger.exchange.sie.document import Objects
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.findings import SIE_MONTHS_DIFFER

_Months = dict[tuple[str, str], int]
_ByObject = dict[tuple[str, str, str], int]


class StatedMonths(NamedTuple):
    """What is stated of year 0, öre; of what stands twice the first counts.

    ``changes`` is by account and month (``2012-04``). ``opening`` and ``closing`` are by dimension, object and account:
    closing balances of the balance sheet, and what the year's months sum to on accounts of the result. ``untied`` are
    the accounts whose months do not sum to the year.
    """

    changes: _Months
    opening: _ByObject
    closing: _ByObject
    untied: tuple[Tie, ...]


def stated_months(balances: StatedBalances) -> StatedMonths:
    """The balances by month and by object that a file states.

    The format has the whole account's months under ``{}`` and its objects' beside them. Some programs write under
    ``{}`` what has no object; where all of an account's rows sum to what the year changed it by, and those under ``{}``
    do not, its months are all of them. A row of several objects counts for each of them.

    >>> from sifund_ledger.exchange.sie.document import SieDocument, SiePeriodBalance
    >>> months = [SiePeriodBalance("PSALDO", 0, "201204", "5010", 700, (("6", "P1"), ("21", "M1")))]
    >>> stated_months(StatedBalances.of(SieDocument(period_balances=months))).closing
    {('6', 'P1', '5010'): 700, ('21', 'M1', '5010'): 700}
    """
    if not balances.every:  # as of vouchers alone, of which there may be many files
        return StatedMonths({}, {}, {}, ())
    stated = [
        (account, period, objects, ore)
        for (label, number, period, account, objects), ore in balances.every.items()
        if label == "PSALDO" and number == 0 and period is not None
    ]
    months, of_objects = _Months(), defaultdict[tuple[str, Objects], int](int)
    for account, period, objects, ore in stated:
        if objects:
            of_objects[account, objects] += ore
        else:
            months[account, period] = ore
    sums, beside = _sums(months), _sums(of_objects)
    year = _changed(balances, sums) if sums or beside else {}
    of_all = {
        account
        for account, ore in beside.items()
        if account not in sums or (year and sums[account] + ore == year.get(account, 0) != sums[account])
    }
    for account, period, objects, ore in stated if of_all else ():
        if objects and account in of_all:
            months[account, period] = months.get((account, period), 0) + ore
    sums |= {account: sums.get(account, 0) + beside[account] for account in of_all}
    names = {period: f"{period[:4]}-{period[4:]}" for period in {period for _, period in months}}
    changes = {(account, names[period]): ore for (account, period), ore in months.items()}
    untied = tuple(
        Tie(account, sums.get(account, 0), year.get(account, 0))
        for account in sorted({*sums, *year} if year else ())
        if sums.get(account, 0) != year.get(account, 0)
    )
    return StatedMonths(changes, *_by_object(balances, of_objects), untied)


def _sums(changes: Mapping[tuple[str, str], int] | Mapping[tuple[str, Objects], int]) -> dict[str, int]:
    """Changes of months or of objects, summed by account."""
    sums = dict[str, int]()
    for (account, _), ore in changes.items():
        sums[account] = sums.get(account, 0) + ore
    return sums


def _changed(balances: StatedBalances, sums: Mapping[str, int]) -> dict[str, int]:
    """What the year changed each account by, as #IB, #UB and #RES have it; nothing where it has neither of the last."""
    opening, closing, result, *_ = balances.stated(sums)
    if not (closing or result):
        return {}
    changed = {number: closing.get(number, 0) - opening.get(number, 0) for number in {*opening, *closing}}
    return changed | {number: result[number] for number in balances.sheet.without(result)}


def _by_object(balances: StatedBalances, of_year: Mapping[tuple[str, Objects], int]) -> tuple[_ByObject, _ByObject]:
    opening: _ByObject = {}
    closing: _ByObject = {}
    sheet = balances.sheet
    for (account, objects), ore in of_year.items():
        if not sheet[account]:
            for dimension, code in dict(objects).items():
                key = (dimension, code, account)
                closing[key] = closing.get(key, 0) + ore
    for (label, year, _, account, objects), ore in balances.of_years.items():
        if year == 0 and len(objects) == 1:
            key = (*objects[0], account)
            if label == "OUB":
                closing.setdefault(key, ore)
            elif sheet[account]:
                opening.setdefault(key, ore)
    return opening, closing


def check_months(balances: StatedBalances, found: FileFindings) -> StatedMonths:
    """Report the accounts whose months do not sum to what the year changed them by; gives what is stated by month."""
    months = stated_months(balances)
    if months.untied:
        found.add(SIE_MONTHS_DIFFER, count=len(months.untied), accounts=months.untied)
    return months
