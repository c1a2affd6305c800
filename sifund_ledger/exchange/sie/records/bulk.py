"""Many vouchers at once: sound blocks of #VER and #TRANS become columns by a few passes in C.

What is not entirely regular (a correction, a bare backslash, a missing brace) makes a block fail as a whole; the
scanner then reads that voucher line by line. So this is only a quicker way to the same result.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, repeat, zip_longest
from operator import add, sub
from typing import Final, NamedTuple

from sifund_ledger.exchange.sie.values import date_of
from sifund_ledger.money import MAX_ORE

_QUOTED = r'"[^"\\\n]*+(?:\\(?:"|[^"\\\n])[^"\\\n]*+)*+"'
_BARE = r'[^ \t"{}\\\n]++'
_TEXT = rf"({_QUOTED}|{_BARE})"
_BLIND = rf"(?:{_QUOTED}|{_BARE})"
_DATE = r'("[0-9]{8}"|[0-9]{8}|"")'
_GAP = r"[ \t]++"
_QUANTITY = r'(?:-?[0-9]{1,30}(?:\.[0-9]{0,30})?|"")'
_ROW: Final = re.compile(
    rf'#TRANS{_GAP}([0-9]++|"[0-9]++")[ \t]*+\{{([^}}\n]*+)\}}[ \t]*+'
    r"(-?[0-9]{1,14}+)(?:\.([0-9]{0,2}+))?+([^\n]*+)\n",
)
_HEAD: Final = re.compile(
    rf'^#VER{_GAP}{_TEXT}{_GAP}{_TEXT}{_GAP}([0-9]{{8}}|"[0-9]{{8}}")'
    rf"(?:{_GAP}{_TEXT}(?:{_GAP}{_DATE}(?:{_GAP}{_TEXT})?)?)?\n\{{\n\}}\n",
    re.MULTILINE,
)
_TAILS: Final = re.compile(rf"(?:(?:{_GAP}{_DATE}(?:{_GAP}{_BLIND}(?:{_GAP}{_QUANTITY}(?:{_GAP}{_BLIND})?)?)?)?\n)*+")
_TAIL_DATE: Final = re.compile(r'^[ \t]++"?([0-9]{8})', re.MULTILINE)
_MOST_OBJECTS: Final = 8
_MOST_SOUND: Final = 500_000


def _objects_pattern(most: int) -> str:
    """Lines of dimensions and objects by turns, no dimension twice."""
    pattern = ""
    for index in range(most, 0, -1):
        gap = _GAP if index > 1 else r"[ \t]*+"
        others = "".join(rf'(?!"?\{2 * before}[ \t"])' for before in range(1, index))
        pattern = rf'(?:{gap}{others}("?+)([0-9]++)\{2 * index - 1}{_GAP}{_BLIND}{pattern})?+'
    return rf"(?:{pattern}[ \t]*+\n)*+"


_OBJECTS: Final = re.compile(_objects_pattern(_MOST_OBJECTS))
_ONE_OBJECT: Final = re.compile(rf'(?:[ \t]*+("?+)[0-9]++\1{_GAP}{_BLIND}[ \t]*+\n)*+')
PADDED: Final[dict[str | None, str]] = {
    None: "00",
    "": "00",
    **{str(digit): f"{digit}0" for digit in range(10)},
    **{f"{number:02d}": f"{number:02d}" for number in range(100)},
}
"""The two digits of öre that each way to write decimals means."""
CLOSING: Final = "\n}\n"
"""How a voucher ends."""


class Vouchers(NamedTuple):
    """Vouchers as columns: contents of fields, unescaped, but for ``objects`` and ``tails``, which are as they stand.

    A tail is what follows the amount: date, text, quantity, sign; it repeats so much that it is parsed when asked for.

    The first ``counts[0]`` rows are the first voucher's, and so on. ``lines`` are those of the #VER records; each
    row stands one line below the one before it, the first two lines below its #VER.
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
    objects: Sequence[str]
    ores: Sequence[int]
    tails: Sequence[str]

    def differences(self) -> Iterator[tuple[int, int]]:
        """The vouchers that do not sum to zero: which, and by how many öre."""
        running = list(accumulate(self.ores, initial=0))
        sums = [running[end] for end in accumulate(self.counts)]
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


def sound_objects(lists: Iterable[str], of_one: Iterable[str] = ()) -> bool:
    """Whether lists are of dimensions and objects by turns, no dimension twice; and others of exactly one.

    >>> sound_objects(["", '1 "0123" 6 P1'], ["1 10"]), sound_objects(["1 10 1 20"]), sound_objects([], [""])
    (True, False, False)
    """
    pairs = (_OBJECTS, lists), (_ONE_OBJECT, of_one)
    return all(pattern.fullmatch("".join(f"{listed}\n" for listed in each)) for pattern, each in pairs)


class Sound:
    """The object lists and tails of rows that have been found sound, which repeat through a file."""

    def __init__(self) -> None:
        self._objects: set[str] = set()
        self._tails: set[str] = set()

    def are(self, objects: Iterable[str], tails: Iterable[str]) -> bool:
        """Whether lists and tails are sound, which a row's pattern does not ask; each is looked at once."""
        lists, ends = set(objects) - self._objects, set(tails) - self._tails
        joined = "\n".join(ends) + "\n"
        if not _TAILS.fullmatch(joined) or not sound_objects(lists):
            return False
        if not all(map(date_of, set(_TAIL_DATE.findall(joined)))):
            return False
        if len(self._objects) + len(self._tails) < _MOST_SOUND:
            self._objects |= lists
            self._tails |= ends
        return True


def vouchers_of(text: str, first_line: int, sound: Sound | None = None) -> Vouchers | None:
    """The vouchers of a text, without blanks around its lines, or ``None`` where any line is not entirely regular.

    >>> read = vouchers_of('#VER A 1 20120423 "Text"\\n{\\n#TRANS 2071 {} -5.50\\n#TRANS 2070 {} 5.5\\n}\\n', 10)
    >>> read.ores, read.counts, read.lines
    ([-550, 550], [2], [10])
    """
    if not text.startswith("#VER") or "\0" in text or "\r" in text:
        return None
    # Around the rows stand heads and braces, and nothing else may be left when the rows are taken out.
    pieces = _ROW.split(text)
    around = pieces[::6]
    places = [index for index, piece in enumerate(around) if piece]
    *opening, last = map(around.__getitem__, places)
    if not all(map(str.endswith, opening, repeat("\n{\n"))) or not last.endswith("}\n"):
        return None
    frame = "".join(around)
    heads = _HEAD.findall(frame)
    if 3 * len(heads) != frame.count("\n"):  # a head has three lines, with its braces
        return None
    accounts, objects, kronor, decimals, tails = (pieces[index::6] for index in range(1, 6))
    series, numbers, days, titles, registered, makers = map(contents, zip(*heads, strict=True))
    if not (sound or Sound()).are(objects, tails) or not all(map(date_of, {*days, *registered} - {""})):
        return None
    ores = list(map(int, map(add, kronor, map(PADDED.__getitem__, decimals))))
    if ores and not -MAX_ORE <= min(ores) <= max(ores) <= MAX_ORE:
        return None
    counts = list(map(sub, places[1:], places))
    if len(counts) != len(heads):
        counts = list(_with_empty(map(around.__getitem__, places), counts))
    lines = [first_line, *(first_line + offset for offset in accumulate(count + 3 for count in counts[:-1]))]
    return Vouchers(
        series, numbers, days, titles, registered, makers, lines, counts,
        contents(accounts), objects, ores, tails,
    )  # fmt: skip


def _with_empty(around: Iterable[str], counts: Sequence[int]) -> Iterator[int]:
    """The rows of each voucher, some of which have none: those stand in one piece with the head of the next."""
    for piece, count in zip_longest(around, counts):
        heads = piece.count("\n{\n")
        yield from repeat(0, heads - (count is not None))
        if count is not None:
            yield count
