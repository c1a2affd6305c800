"""What can be wrong with a voucher as a whole (fel i verifikationer), from whatever kind of file it comes."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

from sifund_ledger.exchange.sie import findings as codes
from sifund_ledger.exchange.sie.document import FiscalYear, SieVoucher
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.values import date_of
from sifund_ledger.findings import printable


def report_unbalanced(found: FileFindings, series: str, number: str, line: int, difference_ore: int) -> None:
    """Report a voucher that does not sum to zero; the difference is debit less credit."""
    found.add(codes.SIE_VOUCHER_UNBALANCED, line, voucher=_name(series, number), amount=difference_ore)


def report_empty(found: FileFindings, series: str, number: str, line: int) -> None:
    """Report a voucher without rows."""
    found.add(codes.SIE_VOUCHER_EMPTY, line, voucher=_name(series, number))


def report_sums(found: FileFindings, voucher: SieVoucher) -> None:
    """Report a voucher that has no rows, or whose booked rows do not sum to zero."""
    if not voucher.rows:
        report_empty(found, voucher.series, voucher.number, voucher.line)
    elif voucher.difference_ore:
        report_unbalanced(found, voucher.series, voucher.number, voucher.line, voucher.difference_ore)


def report_outside(
    found: FileFindings, year: FiscalYear, days: Sequence[str], series: Sequence[str], numbers: Sequence[str],
    lines: Sequence[int],
) -> None:  # fmt: skip
    """Report the vouchers whose day, YYYYMMDD, is outside the fiscal year; each column has one value a voucher."""
    held = {*days}
    if year.start <= min(held) <= max(held) <= year.end:
        return
    for index, day in enumerate(days):
        if not year.start <= day <= year.end and date_of(day):
            found.add(
                codes.SIE_DATE_OUTSIDE_YEAR, lines[index], voucher=_name(series[index], numbers[index]),
                day=date_of(day), start=date_of(year.start), end=date_of(year.end),
            )  # fmt: skip


def report_twice(found: FileFindings, repeated: Iterable[tuple[str, str, int]]) -> None:
    """Report the vouchers, by series, number and line, whose number stood in its series before."""
    for series, number, line in repeated:
        found.add(codes.SIE_VOUCHER_TWICE, line, voucher=_name(series, number))


def repeated_among(vouchers: Sequence[SieVoucher]) -> Iterator[tuple[str, str, int]]:
    """Series, number and line of each voucher whose number stood in its series before."""
    for index in repeats([voucher.series for voucher in vouchers], [voucher.number for voucher in vouchers]):
        yield vouchers[index].series, vouchers[index].number, vouchers[index].line


def repeats(series: Sequence[Hashable], numbers: Sequence[str]) -> Iterator[int]:
    """Which of some vouchers, by the columns of their series and numbers, have one that stood in its series before.

    A number that is left to the importing program, empty or 0, is none.

    >>> list(repeats("ABAAA", ["1", "1", "1", "", ""]))
    [2]
    """
    if len(set(numbers)) < len(numbers) and len(set(zip(series, numbers, strict=True))) < len(numbers):
        met: set[tuple[Hashable, str]] = set()
        for index, key in enumerate(zip(series, numbers, strict=True)):
            if key in met and key[1] not in ("", "0"):
                yield index
            met.add(key)


def _name(series: str, number: str) -> str:
    """What a voucher is called: its series and number, as far as it has them."""
    return " ".join(printable(part) for part in (series, number) if part) or "–"
