"""Many vouchers at once: sound blocks of #VER and #TRANS become columns by a few passes in C.

What is not entirely regular (a correction, a bare backslash, a missing brace) makes a block fail as a whole; the
scanner then reads that voucher line by line. So this is only a quicker way to the same result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import add
from typing import Final, NamedTuple

from sifund_ledger.exchange.sie.values import date_of

_QUOTED = r'"[^"\\\n]*+(?:\\(?:"|[^"\\\n])[^"\\\n]*+)*+"'
_BARE = r'[^ \t"{}\\\n]++'
_TEXT = rf"({_QUOTED}|{_BARE})"
_BLIND = rf"(?:{_QUOTED}|{_BARE})"
_DATE = r'("[0-9]{8}"|[0-9]{8}|"")'
_GAP = r"[ \t]++"
_END = r"[ \t]*+$"
_OBJECTS: Final = re.compile(
    rf'[ \t]*+(?:(?:[0-9]++|"[0-9]++"){_GAP}(?:{_QUOTED}|{_BARE})(?:{_GAP}|\Z))*+',
)
_QUANTITY = r'(?:-?[0-9]{1,30}(?:\.[0-9]{0,30})?|"")'
_VOUCHER: Final = re.compile(
    rf"^#VER{_GAP}{_TEXT}{_GAP}{_TEXT}{_GAP}([0-9]{{8}}|\"[0-9]{{8}}\")"
    rf"(?:{_GAP}{_TEXT}(?:{_GAP}{_DATE}(?:{_GAP}{_TEXT})?)?)?[ \t]*+\n\{{{_END}",
    re.MULTILINE,
)
_TAIL: Final = re.compile(
    rf"(?:{_GAP}{_DATE}(?:{_GAP}{_BLIND}(?:{_GAP}{_QUANTITY}(?:{_GAP}{_BLIND})?)?)?)?[ \t]*+",
)
_ROW: Final = re.compile(
    rf'^#TRANS{_GAP}([0-9]++|"[0-9]++")[ \t]*+\{{([^}}\n]*+)\}}[ \t]*+'
    r"(-?[0-9]{1,14})(?:\.([0-9]{0,2}))?((?:[ \t][^\n]*+)?)$",
    re.MULTILINE,
)
_PADDED: Final = {
    "": "00",
    **{str(digit): f"{digit}0" for digit in range(10)},
    **{f"{number:02d}": f"{number:02d}" for number in range(100)},
}
CLOSING: Final = "\n}\n"
"""How a voucher ends; what stands between two of them is one voucher."""


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


def vouchers_of(blocks: Sequence[str], first_line: int) -> Vouchers | None:
    """The vouchers of some blocks, or ``None`` where any line is not entirely regular.

    >>> read = vouchers_of(['#VER A 1 20120423 "Text"\\n{\\n#TRANS 2071 {} -5.50\\n#TRANS 2070 {} 5.5'], 10)
    >>> read.ores, read.counts, read.lines
    ([-550, 550], [2], [10])
    """
    text = CLOSING.join(blocks)
    if "\0" in text:
        return None
    heads = _VOUCHER.findall(text)
    if len(heads) != len(blocks) or not all(block.startswith("#VER") for block in blocks):
        return None
    # Every block begins with #VER and there are as many heads as blocks, so each has one; when the rows found
    # are as many as the lines left, every line is accounted for.
    counts = [block.count("\n") - 1 for block in blocks]
    rows = _ROW.findall(text)
    if len(rows) != sum(counts):
        return None
    series, numbers, days, titles, registered, makers = map(contents, zip(*heads, strict=True))
    if rows:
        accounts, objects, kronor, decimals, tails = zip(*rows, strict=True)
    else:
        accounts = objects = kronor = decimals = tails = ()
    # Object lists and tails repeat, so each is looked at once: the rows' own pattern only finds where they end.
    matched = [_TAIL.fullmatch(tail) for tail in set(tails)]
    if not all(matched) or not all(map(_OBJECTS.fullmatch, set(objects))):
        return None
    dates = {match[1].strip('"') for match in matched if match and match[1]}
    if not all(date_of(day) for day in {*days, *registered, *dates} - {""}):
        return None
    ores = list(map(int, map(add, kronor, map(_PADDED.__getitem__, decimals))))
    if ores and not -(10**15) <= min(ores) <= max(ores) <= 10**15:
        return None
    lines = [first_line, *(first_line + offset for offset in accumulate(count + 3 for count in counts[:-1]))]
    return Vouchers(
        series, numbers, days, titles, registered, makers, lines, counts,
        contents(accounts), objects, ores, tails,
    )  # fmt: skip
