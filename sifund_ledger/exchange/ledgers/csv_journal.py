"""The rows of a journal as columns (grundbok), in any order, gathered into the vouchers of each calendar year."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, repeat
from operator import le, sub
from typing import NamedTuple

from sifund_ledger.exchange.sie.text.rows import joined
from sifund_ledger.interned import Interned

Key = tuple[str, str, str]
"""What the rows of one group have in common: day, series and number."""


class JournalRows(NamedTuple):
    """Rows as columns: lines, keys, accounts, öre (debit positive), objects as a general ledger keeps them, texts."""

    lines: Sequence[int]
    keys: Sequence[Key]
    accounts: Sequence[str]
    ores: Sequence[int]
    objects: Sequence[str]
    texts: Sequence[str]


class JournalYear(NamedTuple):
    """The vouchers of a calendar year as columns, and their rows, the first voucher's first.

    ``counts`` are the rows of each voucher, ``differences`` its debit less credit; ``details`` are what a row has of
    its own, as a general ledger keeps them.
    """

    year: str
    keys: Sequence[Key]
    texts: Sequence[str]
    lines: Sequence[int]
    counts: Sequence[int]
    differences: Sequence[int]
    accounts: Sequence[str]
    ores: Sequence[int]
    objects: Sequence[str]
    details: Sequence[str]
    row_lines: Sequence[int]


class _Groups(dict[Key, int]):
    """The groups of rows of one key, numbered in the order in which they are met."""

    def __missing__(self, key: Key) -> int:
        self[key] = number = len(self)
        return number


class Journal:
    """A journal in the making. Rows of one number and day are a group; a voucher is one group or several."""

    def __init__(self) -> None:
        self._groups = _Groups()
        self._titles: list[str] = []
        self._lines, self._group, self._ores = array("I"), array("I"), array("q")
        self._accounts, self._objects, self._texts = Interned(), Interned(), Interned()
        self._account, self._listed, self._text = array("I"), array("I"), array("I")

    def add(self, rows: JournalRows) -> None:
        """Add rows; the text of the first one of a group that is added is its voucher's."""
        known, place = len(self._groups), 0
        numbers = list(map(self._groups.__getitem__, rows.keys))
        for number in range(known, len(self._groups)):
            place = numbers.index(number, place)
            self._titles.append(rows.texts[place])
        self._lines.extend(rows.lines)
        self._group.extend(numbers)
        self._ores.extend(rows.ores)
        self._account.extend(map(self._accounts.__getitem__, rows.accounts))
        self._listed.extend(map(self._objects.__getitem__, rows.objects))
        self._text.extend(map(self._texts.__getitem__, rows.texts))

    def years(self) -> Iterator[JournalYear]:
        """The vouchers of each calendar year, the first year first, in the order in which they were met.

        Groups of one number in a year are one voucher, of its earliest day, unless each of them balances by itself.
        """
        keys, sums = list(self._groups), self._sums()
        heads = _heads(keys, sums)
        order = sorted((group for group, head in enumerate(heads) if group == head), key=lambda each: keys[each][0][:4])
        place = dict(zip(order, range(len(order)), strict=True))
        of_groups = [place[head] for head in heads]
        own_days = {group: keys[group][0] for group, head in enumerate(heads) if keys[group][0] != keys[head][0]}
        rows, ends = self._in_order(of_groups), [0, *accumulate(self._counts(of_groups))]
        differences = [0] * len(order)
        for of_group, ore in zip(of_groups, sums, strict=True):
            differences[of_group] += ore
        last = 0
        for year, of_year in groupby(keys[head][0][:4] for head in order):
            first, last = last, last + len(list(of_year))
            chosen, vouchers = rows[ends[first] : ends[last]], order[first:last]
            groups, lines = _chosen(self._group, chosen), _chosen(self._lines, chosen)
            first_lines = dict(zip(reversed(groups), reversed(lines), strict=True))
            days = [own_days.get(group, "") for group in groups] if own_days else repeat("", len(groups))
            yield JournalYear(
                year, [keys[head] for head in vouchers], [self._titles[head] for head in vouchers],
                [first_lines[head] for head in vouchers],
                list(map(sub, ends[first + 1 : last + 1], ends[first:last])), differences[first:last],
                _told(self._accounts, _chosen(self._account, chosen)), _chosen(self._ores, chosen),
                _told(self._objects, _chosen(self._listed, chosen)),
                list(map(_Details(list(self._texts)).__getitem__, zip(days, _chosen(self._text, chosen), strict=True))),
                lines,
            )  # fmt: skip

    def _sums(self) -> list[int]:
        """Debit less credit of each group."""
        sums = [0] * len(self._groups)
        for group, ore in zip(self._group, self._ores, strict=True):
            sums[group] += ore
        return sums

    def _counts(self, of_groups: Sequence[int]) -> list[int]:
        """The rows of each voucher; the groups have the places of theirs."""
        counts = [0] * (max(of_groups, default=-1) + 1)
        for group, count in Counter(self._group).items():
            counts[of_groups[group]] += count
        return counts

    def _in_order(self, of_groups: Sequence[int]) -> Sequence[int]:
        """The rows, the first voucher's first, and within a voucher by line.

        A row that only the rest of the file made readable was added last.
        """
        keys = list(zip(map(of_groups.__getitem__, self._group), self._lines, strict=True))
        rows = range(len(keys))
        return rows if all(map(le, keys, keys[1:])) else sorted(rows, key=keys.__getitem__)


def _heads(keys: Sequence[Key], sums: Sequence[int]) -> Sequence[int]:
    """For each group the one whose voucher it is.

    >>> _heads([("20120105", "", "1"), ("20120104", "", "1"), ("20130101", "", "1")], [5, -5, 0])
    [1, 1, 2]
    """
    together = dict[Key, list[int]]()
    for group, (day, series, number) in enumerate(keys):
        together.setdefault((day[:4] if number else day, series, number), []).append(group)
    heads = list(range(len(keys)))
    for groups in together.values() if len(together) < len(keys) else ():
        if any(sums[group] for group in groups):
            head = min(groups, key=keys.__getitem__)
            for group in groups:
                heads[group] = head
    return heads


def _chosen(column: array[int], rows: Sequence[int]) -> Sequence[int]:
    return column[rows.start : rows.stop] if isinstance(rows, range) else [column[row] for row in rows]


def _told(table: Interned, numbers: Iterable[int]) -> list[str]:
    return list(map(list(table).__getitem__, numbers))


class _Details(dict[tuple[str, int], str]):
    """What a row has of its own, by its day and the number of its text, each once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    def __missing__(self, key: tuple[str, int]) -> str:
        day, text = key
        self[key] = details = joined(day, self._texts[text], "", "")
        return details
