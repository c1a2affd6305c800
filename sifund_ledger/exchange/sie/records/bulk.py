"""Many vouchers at once: sound blocks of #VER and #TRANS become columns by a few passes in C.

What is not entirely regular (a correction, a bare backslash, a missing brace) makes a block fail as a whole; the
scanner then reads that voucher line by line. So this is only a quicker way to the same result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import accumulate, repeat
from operator import add, itemgetter
from typing import Any, Final, NamedTuple

from sifund_ledger.exchange.sie.values import date_of, is_account_number
from sifund_ledger.interned import Interned

# NUL stands for a row that has been taken out, and so nowhere else.
_QUOTED = r'"[^"\\\n\0]*+(?:"|(?:\\[^\\\n\0][^"\\\n\0]*+)++")'
_BARE = r'[^ \t"{}\\\n\0]++'
_TEXT = rf"({_QUOTED}|{_BARE})"
_BLIND = rf"(?:{_QUOTED}|{_BARE})"
_DATE = r'(?:[0-9]{8}+|"[0-9]{8}+"|"")'
_GAP = r"[ \t]++"
_QUANTITY = r'(?:-?+[0-9]{1,30}+(?:\.[0-9]{0,30}+)?+|"")'


def _row(gap: str, around_braces: str, decimals: str) -> re.Pattern[str]:
    """Rows, with this between their fields, this around their lists of objects, and these decimals in their amounts.

    Looser than the format, which is quicker; accounts and lists of objects are looked at afterwards.
    """
    return re.compile(
        rf"#TRANS{gap}([^ \t\n{{]++){around_braces}\{{([^}}]{{0,2000}}+)\}}{around_braces}"
        rf"(-?+[0-9]{{1,13}}+{decimals})(.*+)\n"
    )


def _voucher(gap: str) -> re.Pattern[str]:
    """Vouchers whose rows have been taken out, a NUL for each; this stands between the fields of their heads."""
    return re.compile(
        rf'#VER{gap}{_TEXT}{gap}{_TEXT}{gap}([0-9]{{8}}+|"[0-9]{{8}}+")'
        rf"(?:{gap}{_TEXT}(?:{gap}({_DATE})(?:{gap}{_TEXT})?+)?+)?+\n\{{\n(\0*+)\}}\n"
    )


_USUAL: Final = (_row(" ", " ", r"\.[0-9][0-9]"), _voucher(" "))
"""How most files write rows and vouchers, with one blank and two decimals; reading them so is quicker."""
_ANY: Final = (_row(_GAP, r"[ \t]*+", r"(?:\.[0-9]{0,2}+)?+"), _voucher(_GAP))
_IN_ROW, _IN_VOUCHER = (pattern.groups + 1 for pattern in _ANY)
_NUMBERS: Final = re.compile(r'(?:(?:[0-9]++|"[0-9]++")\n)*+')
_TAILS: Final = re.compile(
    rf"(?:(?:{_GAP}{_DATE}(?:{_GAP}{_BLIND}(?:{_GAP}{_QUANTITY}(?:{_GAP}{_BLIND})?+)?+)?+)?+\n)*+"
)
_TAIL_DATE: Final = re.compile(r'\n[ \t]++"?+([0-9]{8}+)')
_MOST_OBJECTS: Final = 8


@cache
def _objects() -> re.Pattern[str]:
    """Lines of dimensions and objects by turns, no dimension twice; compiled where it is needed, for it is long."""
    pattern = ""
    for index in range(_MOST_OBJECTS, 0, -1):
        gap = _GAP if index > 1 else r"[ \t]*+"
        others = "".join(rf'(?!"?\{2 * before}[ \t"])' for before in range(1, index))
        pattern = rf'(?:{gap}{others}("?+)([0-9]++)\{2 * index - 1}{_GAP}{_BLIND}{pattern})?+'
    return re.compile(rf"(?:{pattern}[ \t]*+\n)*+")


# No branch may stand around its groups: where one fails in a possessive repeat, their spans are left wrong.
_PLAIN_OBJECTS: Final = re.compile(
    rf"(?:(?:([0-9]++) {_BLIND}(?: (?!\1 )([0-9]++) {_BLIND}(?: (?!\1 |\2 )[0-9]++ {_BLIND})?+)?+)?+\n)*+"
)
"""Such lines as nearly all files have them: tried first, since it is more than twice as quick."""
_ONE_OBJECT: Final = re.compile(rf'(?:[ \t]*+("?+)[0-9]++\1{_GAP}{_BLIND}[ \t]*+\n)*+')
_PADDED: Final[dict[str, str]] = {
    "": "00",
    **{str(digit): f"{digit}0" for digit in range(10)},
    **{f"{number:02d}": f"{number:02d}" for number in range(100)},
}
"""The two digits of öre that each way to write decimals means."""
CLOSING: Final = "\n}\n"
"""How a voucher ends."""


class Vouchers(NamedTuple):
    """Vouchers as columns: contents of fields, unescaped.

    Rows have the numbers that :class:`RowTexts` gives their lists of objects and their tails. The first ``counts[0]``
    rows are the first voucher's, and so on. ``lines`` are those of the #VER records; each row stands one line below the
    one before it, the first two lines below its #VER. ``used`` has the account of each row once.
    """

    series: Sequence[str]
    numbers: Sequence[str]
    days: Sequence[str]
    titles: Sequence[str]
    registered: Sequence[str]
    makers: Sequence[str]
    lines: Sequence[int]
    counts: Sequence[int]
    accounts: Sequence[str]
    objects: Sequence[int]
    ores: Sequence[int]
    tails: Sequence[int]
    used: set[str]

    def part(self, vouchers: slice, rows: slice, down: int) -> Vouchers:
        """Some of the vouchers, whose rows these are, so many lines further down."""
        accounts = self.accounts[rows]
        return Vouchers(
            self.series[vouchers], self.numbers[vouchers], self.days[vouchers], self.titles[vouchers],
            self.registered[vouchers], self.makers[vouchers], [line + down for line in self.lines[vouchers]],
            self.counts[vouchers], accounts, self.objects[rows], self.ores[rows], self.tails[rows], set(accounts),
        )  # fmt: skip

    @property
    def after(self) -> int:
        """The line that follows the last voucher."""
        return self.lines[-1] + self.counts[-1] + 3

    def differences(self) -> Iterator[tuple[int, int]]:
        """The vouchers that do not sum to zero: which, and by how many öre."""
        running = list(accumulate(self.ores, initial=0))
        sums = list(map(running.__getitem__, accumulate(self.counts)))
        if any(sums):
            before = 0
            for index, total in enumerate(sums):
                if total != before:
                    yield index, total - before
                before = total


def contents(column: Sequence[str]) -> Sequence[str]:
    """The contents of fields as they were matched: enclosing quotes taken away, ``\\"`` read as a quotation mark.

    >>> contents(['"Kv \\\\"Ängen\\\\""', "A", ""])
    ['Kv "Ängen"', 'A', '']
    """
    joined = "\n".join(column)
    if '"' not in joined:
        return column
    if "\\" in joined:
        return joined.replace('\\"', "\0").replace('"', "").replace("\0", '"').split("\n")
    return joined.replace('"', "").split("\n")


def filled(column: Sequence[str | None]) -> Sequence[str]:
    """The contents of fields, some of which may be missing, empty for those.

    >>> filled(['"A"', None])
    ['A', '']
    """
    return contents([field or "" for field in column]) if any(column) else [""] * len(column)


def sound_objects(lists: Collection[str], of_one: Collection[str] = ()) -> bool:
    """Whether lists are of dimensions and objects by turns, no dimension twice; and others of exactly one.

    >>> sound_objects(["", '1 "0123" 6 P1'], ["1 10"]), sound_objects(["1 10 1 20"]), sound_objects([], [""])
    (True, False, False)
    """
    return (_are(_PLAIN_OBJECTS, lists) or _are(_objects(), lists)) and _are(_ONE_OBJECT, of_one)


def _are(lines: re.Pattern[str], texts: Collection[str]) -> bool:
    """Whether texts are lines of a pattern, each one of them."""
    joined = "\n".join((*texts, ""))
    return joined.count("\n") == len(texts) and lines.fullmatch(joined) is not None


def _sound_tails(tails: Collection[str]) -> bool:
    return _are(_TAILS, tails) and all(map(date_of, set(_TAIL_DATE.findall("\n".join(("", *tails))))))


class RowTexts:
    """What rows have around their amounts, each text once, by number: lists of objects, and tails.

    A tail is what follows the amount: date, text, quantity, sign. Both stand here as files have them: they repeat so
    much that they are parsed when asked for. What :meth:`numbers` takes is sound. How the rows of the files so far
    are written is kept here too, since most files have all of them alike.
    """

    def __init__(self, objects: Interned, tails: Interned) -> None:
        self.objects, self.tails = objects, tails
        self._form = _USUAL

    @property
    def have_decimals(self) -> bool:
        """Whether the amounts of the rows that were last taken apart have two decimals, each of them."""
        return self._form is _USUAL

    def taken_apart(self, text: str) -> tuple[list[str | Any], list[str | Any]] | None:
        """The rows of a text, and then its vouchers, as their patterns split it; ``None`` where anything is left.

        The usual form is tried first, until a text has another: most files have one form throughout.
        """
        first = text.find("#TRANS")
        if self._form is _USUAL and first >= 0 and not _USUAL[0].match(text, first):
            self._form = _ANY
        for form in (_USUAL, _ANY) if self._form is _USUAL else (_ANY,):
            row, voucher = form
            rows = row.split(text)
            vouchers = voucher.split("\0".join(rows[::_IN_ROW]))
            if not any(vouchers[::_IN_VOUCHER]):
                self._form = form
                return rows, vouchers
        return None

    def numbers(self, objects: Sequence[str], tails: Sequence[str]) -> tuple[Sequence[int], Sequence[int]] | None:
        """The numbers of lists and of tails; ``None`` where one is not sound. Each is looked at once."""
        listed = _numbers(self.objects, objects, sound_objects)
        ends = _numbers(self.tails, tails, _sound_tails)
        return None if listed is None or ends is None else (listed, ends)


def _numbers(table: Interned, texts: Sequence[str], are_sound: Callable[[list[str]], bool]) -> Sequence[int] | None:
    known = len(table)
    numbers = list(map(table.__getitem__, texts))
    new = table.since(known)
    if new and not are_sound(new):
        for text in new:
            del table[text]
        return None
    return numbers


def ores_of(amounts: Sequence[str], *, have_decimals: bool = False) -> Sequence[int]:
    """Amounts with at most two decimals in öre; they may be known to have two, each of them.

    >>> ores_of(["5.50", "-0.05"]), ores_of(["5", "-5.5", "5."])
    ([550, -5], [500, -550, 500])
    """
    with suppress(IndexError):
        if have_decimals or set(map(itemgetter(-3), amounts)) == {"."}:
            return list(map(int, map(str.replace, amounts, repeat("."), repeat(""))))
    return [int(kronor + _PADDED[decimals]) for kronor, _, decimals in map(str.partition, amounts, repeat("."))]


def vouchers_of(text: str, first_line: int, texts: RowTexts) -> Vouchers | None:
    """The vouchers of a text, without blanks around its lines, or ``None`` where any line is not entirely regular.

    >>> rows = "#TRANS 2071 {} -5.50\\n#TRANS 2070 {} 5.5\\n"
    >>> read = vouchers_of(f'#VER A 1 20120423 "Text"\\n{{\\n{rows}}}\\n', 10, RowTexts(Interned(), Interned()))
    >>> read.ores, read.counts, read.lines, read.objects
    ([-550, 550], [2], [10], [0, 0])
    """
    if not text.startswith("#VER") or "\0" in text or "\r" in text:
        return None
    apart = texts.taken_apart(text)
    if apart is None:
        return None
    accounts, objects, amounts, tails = (apart[0][index::_IN_ROW] for index in range(1, _IN_ROW))
    *heads, rows = (apart[1][index::_IN_VOUCHER] for index in range(1, _IN_VOUCHER))
    series, numbers, days, titles, registered, makers = (*map(contents, heads[:3]), *map(filled, heads[3:]))
    if not all(map(date_of, {*days, *registered} - {""})):
        return None
    used = set(accounts)
    if not is_account_number("".join(used)):
        if not _are(_NUMBERS, used):
            return None
        accounts = list(contents(accounts))
        used = set(accounts)
    by_number = texts.numbers(objects, tails)
    if by_number is None:
        return None
    counts = list(map(len, rows))
    lines = list(accumulate(map(add, counts[:-1], repeat(3)), initial=first_line))
    listed, ends = by_number
    return Vouchers(
        series, numbers, days, titles, registered, makers, lines, counts, accounts, listed,
        ores_of(amounts, have_decimals=texts.have_decimals), ends, used,
    )  # fmt: skip
