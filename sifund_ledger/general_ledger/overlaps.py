"""Files of one year that hold the same books (överlapp): by what they state, and by their vouchers."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice, repeat
from operator import sub
from typing import NamedTuple, TypeVar

from sifund_ledger.findings import Bilingual, Counted, Finding, Severity, listed
from sifund_ledger.general_ledger import findings as codes
from sifund_ledger.general_ledger.columns import Columns
from sifund_ledger.general_ledger.sources import LedgerSource, added

_Key = TypeVar("_Key", bound=Hashable)


def check_overlaps(sources: Sequence[LedgerSource], columns: Columns) -> Iterator[Finding]:
    """What the files of one year have in common, and therefore counts twice: vouchers, changes, or balances."""
    if len(sources) < 2:
        return
    groups = [{index} for index in range(len(sources))]
    several = sum(bool(each.rows) for each in sources) > 1
    files = _vouchers(sources, columns) if several else []
    if any(each.possible for each in files):
        books = _compared(files)
        groups = _connected([each.common for each in books])
        for index, group in enumerate(groups):
            if index == max(group) and len(group) > 1:
                yield _vouchers_twice(sources[index], [books[each] for each in sorted(group)])
    yield from _years_collide(sources)
    yield from _amounts_twice(sources, groups)


def _years_collide(sources: Sequence[LedgerSource]) -> Iterator[Finding]:
    """Tell each fiscal year but the first of those that end in the same calendar year, at the first file of it."""
    of_span: dict[str, LedgerSource] = {}
    for each in sources:
        if span := _span(each):
            of_span.setdefault(span, each)
    for span, each in islice(of_span.items(), 1, None):
        other_span, other = next(iter(of_span.items()))
        yield codes.LEDGER_YEARS_COLLIDE.at(
            each.name, other=other.name, name=each.name, year=each.year, other_span=other_span, span=span
        )


def _span(source: LedgerSource) -> str:
    return f"{source.first_day} – {source.last_day}" if source.first_day and source.last_day else ""


class _Books(NamedTuple):
    """The vouchers of a file beside those of all others: how many it has, and which of them others have too.

    ``certain`` is whether all of them stand in others beyond chance, which one voucher without its number may be.
    """

    name: str
    total: int
    common: Counter[Hashable]
    certain: bool


def _vouchers_twice(last: LedgerSource, group: list[_Books]) -> Finding:
    """Tell files that have vouchers of each other: those first that lie whole within the others, to be left out."""
    group.sort(key=lambda each: each.common.total() < each.total)
    shares = [(each.common.total(), Counted(each.total, *codes.VOUCHERS), each.name) for each in group]
    files = Bilingual(
        listed(f"{share} av {total.words('sv')} i {name}" for share, total, name in shares),
        listed(f"{share} of {total.words('en')} of {name}" for share, total, name in shares),
    )
    return codes.LEDGER_VOUCHERS_TWICE.at(
        last.name, severity=Severity.ERROR if any(each.certain for each in group) else None, year=last.year,
        files=files,
    )  # fmt: skip


class _Vouchers(NamedTuple):
    """How many vouchers of a file hold anything, and those of them that others may have too.

    These are given by what they hold, numbered by day and rows, and by their own number. Series are left out, since
    CSV files often have none; the order of rows and zeros before numbers mean nothing.
    """

    name: str
    total: int
    possible: list[tuple[int, str]]


def _compared(files: Sequence[_Vouchers]) -> list[_Books]:
    """Which vouchers of each file stand in the others; the order of files means nothing.

    One voucher alike in number, day and rows is enough. Numbers may be lacking or given anew when a file is imported:
    without them half of a file must stand in others, since two systems may each book the same thing on a day.
    """
    by_content = _in_common([Counter(content for content, _ in each.possible) for each in files])
    by_number = _in_common([Counter(voucher for voucher in each.possible if voucher[1]) for each in files])
    halves = (alike for alike, each in zip(by_content, files, strict=True) if 2 * alike.total() >= each.total)
    copied = {content for each in halves for content in each}
    books = []
    for each, alike, numbered in zip(files, by_content, by_number, strict=True):
        common = Counter[Hashable]({content: count for content, count in alike.items() if content in copied})
        common.update({voucher: count for voucher, count in numbered.items() if voucher[0] not in copied})
        beyond_chance = common.total() > 1 or bool(numbered)
        books.append(_Books(each.name, each.total, common, common.total() == each.total and beyond_chance))
    return books


def _vouchers(sources: Sequence[LedgerSource], columns: Columns) -> list[_Vouchers]:
    """The vouchers of each file; only those may be alike whose day and turnover stand more than once."""
    turnovers, days = [_turnovers(each, columns) for each in sources], columns.voucher_day
    repeated = {each for each, count in Counter(chain.from_iterable(turnovers)).items() if count > 1 and each}
    signatures = [
        {
            voucher: (days[voucher], turnover)
            for voucher, turnover in zip(source.vouchers, of_source, strict=True)
            if turnover in repeated
        }
        for source, of_source in zip(sources, turnovers, strict=True)
    ]
    counts = Counter(chain.from_iterable(each.values() for each in signatures))
    if max(counts.values(), default=1) == 1:
        return []
    files, numbers = [], dict[bytes, int]()
    for source, of_source, of_vouchers in zip(sources, turnovers, signatures, strict=True):
        looked_at = [voucher for voucher, signature in of_vouchers.items() if counts[signature] > 1]
        contents = [numbers.setdefault(_content(columns, voucher), len(numbers)) for voucher in looked_at]
        own_numbers = (columns.voucher_number[voucher].lstrip("0") for voucher in looked_at)
        possible = list(zip(contents, own_numbers, strict=True))
        files.append(_Vouchers(source.name, len(of_source) - of_source.count(0), possible))
    return files


def _turnovers(source: LedgerSource, columns: Columns) -> list[int]:
    """The turnover of each voucher in öre, alike for those that hold the same; 0 where it holds nothing."""
    vouchers, rows = source.vouchers, source.rows
    running = list(accumulate(map(abs, columns.row_ore[rows.start : rows.stop]), initial=0))
    firsts = map(sub, columns.voucher_first[vouchers.start : vouchers.stop], repeat(rows.start))
    marks = [*map(running.__getitem__, firsts), running[-1]]
    return list(map(sub, marks[1:], marks))


def _content(columns: Columns, voucher: int) -> bytes:
    """What a voucher holds, whole: its day, and its rows in order."""
    first, ores = columns.voucher_first, columns.row_ore
    begin, end = first[voucher], first[voucher + 1] if voucher + 1 < len(first) else len(ores)
    rows = sorted(row for row in zip(columns.row_account[begin:end], ores[begin:end], strict=True) if row[1])
    return array("q", (columns.voucher_day[voucher], *chain.from_iterable(rows))).tobytes()


def _in_common(files: Sequence[Counter[_Key]]) -> list[Counter[_Key]]:
    """What each file has that others have too, and how many: as many as all others have.

    >>> [dict(each) for each in _in_common([Counter("abb"), Counter("bc"), Counter("cd")])]
    [{'b': 1}, {'b': 1, 'c': 1}, {'c': 1}]
    """
    total = Counter[_Key]()
    for each in files:
        total.update(each)
    return [
        Counter({key: min(count, total[key] - count) for key, count in each.items() if total[key] > count})
        for each in files
    ]


def _connected(files: Sequence[Iterable[Hashable]]) -> list[set[int]]:
    """The files, by position, that each of them is connected to by what they have in common; the same set for each.

    >>> _connected(["a", "b", "ac", "d"])
    [{0, 2}, {1}, {0, 2}, {3}]
    """
    groups, holder = [{index} for index in range(len(files))], dict[Hashable, int]()
    for index, keys in enumerate(files):
        for key in keys:
            group, other = groups[index], groups[holder.setdefault(key, index)]
            if other is not group:
                group |= other
                for each in other:
                    groups[each] = group
    return groups


def _amounts_twice(sources: Sequence[LedgerSource], groups: Sequence[set[int]]) -> Iterator[Finding]:
    """Report pairs of files whose balances or changes are alike; only those that share anything are compared.

    Those of two fiscal years are other amounts, and those whose vouchers are alike are reported already.
    """
    changes = [_change(each) for each in sources]
    holders: dict[Hashable, list[int]] = {}
    every = zip(sources, changes, _alike(sources, changes), strict=True)
    for index, (source, change, alike) in enumerate(every):
        for other in sorted(set[int]().union(*(holders.get(each, ()) for each in alike))):
            spans = {_span(source), _span(sources[other])} - {""}
            if len(spans) < 2 and groups[other] is not groups[index]:
                yield from _balances_twice(sources[other], source, changes[other], change)
        for each in alike:
            holders.setdefault(each, []).append(index)


def _alike(sources: Sequence[LedgerSource], changes: Sequence[Mapping[str, int]]) -> Iterator[set[Hashable]]:
    """What each file has that makes it worth comparing with another that has it too.

    Two files with rows are alike in their whole changes or not at all, so how many those are and the largest are
    enough; single ones are looked for beside files without rows.
    """
    both = zip(sources, changes, strict=True)
    without_rows = {item for source, change in both if not source.rows for item in change.items()}
    for source, change in zip(sources, changes, strict=True):
        stated = (("#IB", source.opening), ("#UB", source.closing))
        balances = ((label, item) for label, part in stated for item in part.items() if item[1])
        whole = ((len(change), max(change.values())),) if change else ()
        yield {*balances, *(change.items() & without_rows), *whole}


def _balances_twice(
    other: LedgerSource, each: LedgerSource, other_change: Mapping[str, int], change: Mapping[str, int]
) -> Iterator[Finding]:
    stated = ((other.opening, each.opening), (other.closing, each.closing))
    accounts = {
        number for first, second in stated for number, ore in first.items() if ore and second.get(number) == ore
    }
    changed_alike = {number for number, ore in other_change.items() if change.get(number) == ore}
    # Of rows on both sides the vouchers themselves were compared: two months may have the same sums.
    # A single amount two systems may both have booked; two that agree to the öre are the same books.
    both_have_rows, identical = bool(other.rows and each.rows), False
    if both_have_rows:
        if change == other_change:
            accounts |= changed_alike
    else:
        of_two_amounts = len({abs(change[number]) for number in changed_alike}) > 1
        all_of_one = changed_alike in (change.keys(), other_change.keys())
        if len(changed_alike) > 1 and (of_two_amounts or all_of_one):
            accounts |= changed_alike
            identical = change == other_change
        identical |= (each.opening, each.closing, each.result) == (other.opening, other.closing, other.result)
    if accounts:
        yield codes.LEDGER_COUNTED_TWICE.at(
            each.name, severity=Severity.ERROR if identical else None, other=other.name, name=each.name,
            year=each.year, counted=Counted(len(accounts), *codes.ACCOUNTS),
        )  # fmt: skip


def _change(source: LedgerSource) -> Mapping[str, int]:
    """What a file changes its accounts by in the year: its rows, or without vouchers what it states (#UB - #IB, #RES).

    Accounts that it does not change are left out.
    """
    change = source.moved
    if not source.rows and (source.closing or source.result):
        change = added(source.closing, source.result, {number: -ore for number, ore in source.opening.items()})
    return {number: ore for number, ore in change.items() if ore} if 0 in change.values() else change
