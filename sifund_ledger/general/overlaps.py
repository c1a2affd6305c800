"""Files of one year that hold the same books (överlapp): by what they state, and by their vouchers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from sifund_ledger.findings import Finding, FindingCode, Severity, listed
from sifund_ledger.general.columns import Columns
from sifund_ledger.general.sources import LedgerSource, added

LEDGER_COUNTED_TWICE = FindingCode(
    "LEDGER_COUNTED_TWICE",
    Severity.WARNING,
    en="{other} and {name} are both of {year} and have {count} accounts alike: the same books may count twice.",
    sv="{other} och {name} är båda för {year} och har {count} konton lika: samma bokföring kan räknas två gånger.",
    remedy_en="Give each year's books once; several files of a year are added up.",
    remedy_sv="Ange varje års bokföring en gång; flera filer för samma år läggs ihop.",
)
LEDGER_VOUCHERS_TWICE = FindingCode(
    "LEDGER_VOUCHERS_TWICE",
    Severity.WARNING,
    en="{count} of {total} vouchers of {name} are in {other} too, alike in day and rows: they count twice in {year}.",
    sv="{count} av {total} verifikationer i {name} finns även i {other}, lika i dag och rader: de räknas två gånger "
    "{year}.",
    remedy_en="Leave out the file that the other one holds, or export only the vouchers that it lacks.",
    remedy_sv="Utelämna den fil som den andra innehåller, eller exportera bara de verifikationer som den saknar.",
)
LEDGER_YEARS_COLLIDE = FindingCode(
    "LEDGER_YEARS_COLLIDE",
    Severity.WARNING,
    en="{other} covers {other_span} and {name} {span}; both are kept under the year {year}.",
    sv="{other} omfattar {other_span} och {name} {span}; båda står under år {year}.",
    remedy_en="Read fiscal years that end in the same calendar year one by one.",
    remedy_sv="Läs räkenskapsår som slutar samma kalenderår var för sig.",
    citation="SIE 4B §6 #RAR",
)
CODES = (LEDGER_COUNTED_TWICE, LEDGER_VOUCHERS_TWICE, LEDGER_YEARS_COLLIDE)

_SHOWN = 3


def check_overlaps(sources: Sequence[LedgerSource], columns: Columns) -> Iterator[Finding]:
    """What the files of one year have in common, and therefore counts twice: vouchers, changes, or balances."""
    told: set[tuple[int, int]] = set()
    if sum(bool(each.vouchers) for each in sources) > 1:
        yield from _vouchers_twice(sources, columns, told)
    for (first, other), (second, each) in combinations(enumerate(sources), 2):
        spans = _span(other), _span(each)
        if all(spans) and spans[0] != spans[1]:
            yield LEDGER_YEARS_COLLIDE.at(
                each.name, other=other.name, name=each.name, year=each.year, other_span=spans[0], span=spans[1]
            )
        elif (first, second) not in told:
            yield from _balances_twice(other, each)


def _span(source: LedgerSource) -> str:
    return f"{source.first_day} – {source.last_day}" if source.first_day and source.last_day else ""


def _vouchers_twice(sources: Sequence[LedgerSource], columns: Columns, told: set[tuple[int, int]]) -> Iterator[Finding]:
    """Tell each file that has vouchers of an earlier one; ``told`` becomes the pairs of files.

    One voucher alike in number, day and rows is enough. Numbers may be lacking or given anew when a file is imported:
    without them half of the smaller file must be alike, since two systems may each book the same thing on a day.
    """
    counted = [_fingerprints(each, columns) for each in sources]
    by_number, by_content = (_held_before([each[kind] for each in counted]) for kind in (0, 1))
    totals = [each[1].total() for each in counted]
    for index, source in enumerate(sources):
        alike = by_content[index]
        if 2 * alike.total() < min(totals[index], sum(totals[other] for other in alike)):
            alike = by_number[index]
        count = alike.total()
        if not count:
            continue
        told.update((other, index) for other in alike)
        whole = count == totals[index] or any(totals[other] == common for other, common in alike.items())
        certain = whole and (count > 1 or count == by_number[index].total())
        names = [sources[other].name for other in sorted(alike)]
        yield LEDGER_VOUCHERS_TWICE.at(
            source.name, severity=Severity.ERROR if certain else None, count=count, total=totals[index],
            name=source.name, year=source.year, other=listed(names, _SHOWN),
        )  # fmt: skip


def _fingerprints(source: LedgerSource, columns: Columns) -> tuple[Counter[int], Counter[int]]:
    """The vouchers of a file by number, day and rows, and by day and rows alone: hashes, and how many have each.

    Series are left out, since CSV files often have none; the order of rows and zeros before numbers mean nothing.
    """
    numbered, unnumbered = Counter[int](), Counter[int]()
    first, accounts, ores = columns.voucher_first, columns.row_account, columns.row_ore
    for voucher in source.vouchers:
        begin, end = first[voucher], first[voucher + 1] if voucher + 1 < len(first) else len(ores)
        rows = sorted(row for row in zip(accounts[begin:end], ores[begin:end], strict=True) if row[1])
        if not rows:
            continue
        content = hash((columns.voucher_day[voucher], *rows))
        unnumbered[content] += 1
        if number := columns.voucher_number[voucher].lstrip("0"):
            numbered[hash((number, content))] += 1
    return numbered, unnumbered


def _held_before(counted: Sequence[Counter[int]]) -> list[Counter[int]]:
    """How many vouchers each file has in common with earlier ones, by their positions.

    Each is looked for in the first file that has it; in every one, many files would take long.
    """
    first: dict[int, int] = {}
    alike = [Counter[int]() for _ in counted]
    for index, vouchers in enumerate(counted):
        for voucher, count in vouchers.items():
            holder = first.setdefault(voucher, index)
            if holder != index:
                alike[index][holder] += min(count, counted[holder][voucher])
    return alike


def _balances_twice(other: LedgerSource, each: LedgerSource) -> Iterator[Finding]:
    parts = ((other.opening, each.opening), (other.closing, each.closing))
    same = {number for first, second in parts for number, ore in first.items() if ore and second.get(number) == ore}
    if each.moved == other.moved:
        same.update(each.moved)
    one, two = _change(other), _change(each)
    alike = {number for number, ore in one.items() if two.get(number) == ore}
    # Of vouchers on both sides the vouchers themselves were compared: two months may have the same sums.
    # A single amount two systems may both have booked; two that agree to the öre are the same books.
    compared = bool(other.vouchers and each.vouchers)
    by_change = len(alike) > 1 and not compared
    if by_change and (len({abs(one[number]) for number in alike}) > 1 or alike in (one.keys(), two.keys())):
        same |= alike
    if same:
        stated = [(at.opening, at.closing, at.result) for at in (each, other)]
        identical = not compared and (stated[0] == stated[1] or (by_change and one == two))
        severity = Severity.ERROR if identical else None
        yield LEDGER_COUNTED_TWICE.at(
            each.name, severity=severity, other=other.name, name=each.name, year=each.year, count=len(same)
        )


def _change(source: LedgerSource) -> Mapping[str, int]:
    """What a file changes its accounts by in the year: its rows, or without vouchers what it states (#UB - #IB, #RES).

    Accounts that it does not change are left out.
    """
    change = source.moved
    if not source.vouchers and (source.closing or source.result):
        change = added(source.closing, source.result, {number: -ore for number, ore in source.opening.items()})
    return {number: ore for number, ore in change.items() if ore}
