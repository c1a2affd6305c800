"""Many balances at once: #IB to #PBUDGET, as long as they follow each other and nothing in them is odd.

What is odd (a quantity that may be the rest of an amount, a backslash outside quotes) ends the run, and is read as any
other record is. So this is only a quicker way to the same result.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import add
from typing import Final, NamedTuple

from sifund_ledger.exchange.sie.records.bulk import PADDED, contents, sound_objects
from sifund_ledger.money import MAX_ORE

_GAP: Final = r"[ \t]++"
_AMOUNT: Final = r"(-?[0-9]{1,14}+)(?:\.([0-9]{0,2}+))?+"
_SLID: Final = r"[0-9]{3}(?:\.[0-9]{1,2})?[ \t\n]"
_QUANTITY: Final = rf'(?:{_GAP}(?!{_SLID})(-?[0-9]{{1,30}}+(?:\.[0-9]{{0,30}}+)?+|""))?+'
_BALANCE: Final = re.compile(
    rf"#((IB|UB|RES)|(PSALDO|PBUDGET)|OIB|OUB){_GAP}(-?[0-9]{{1,3}}+){_GAP}"
    rf'(?(3)((?!0000)[0-9]{{4}}(?:0[1-9]|1[0-2])){_GAP})([0-9]++|"[0-9]++"){_GAP}'
    rf"(?(2)|\{{([^}}\n\0]*+)\}}[ \t]*+){_AMOUNT}{_QUANTITY}[ \t]*+\n"
)
_RUN: Final = re.compile(r"(?:#(?:O?IB|O?UB|RES|PSALDO|PBUDGET)[ \t][^\n]*+\n)++")
_GROUPS: Final = _BALANCE.groups + 1


class Balances(NamedTuple):
    """Balances as columns, from the record on ``line`` on, one a line.

    ``objects`` are as they stand, never of one dimension twice. Where there are none, or no month, they are ``None``.
    """

    line: int
    labels: Sequence[str]
    years: Sequence[int]
    periods: Sequence[str | None]
    accounts: Sequence[str]
    objects: Sequence[str | None]
    ores: Sequence[int]
    quantities: Sequence[str]


def balances_of(text: str, position: int, most: int, line: int) -> tuple[int, int, Balances | None]:
    """The balances that follow each other from a position on, within so many characters, up to the first odd one.

    Before them two positions: where they end, and where the next are worth looking for. ``None`` where there are none.

    >>> text = '#IB 0 1930 5.00\\n#OIB 0 1930 {1 "10"} -5.5\\n#IB 0 1940 odd\\n#VER A 1 20121231\\n'
    >>> end, beyond, read = balances_of(text, 0, 1000, 7)
    >>> text[end:beyond], read.labels, read.ores, read.objects
    ('#IB 0 1940 odd\\n', ['IB', 'OIB'], [500, -550], [None, '1 "10"'])
    """
    run = _RUN.match(text, position, position + most)
    if run is None:
        return position, position, None
    pieces = _BALANCE.split(run[0])
    around = pieces[::_GROUPS]
    count = next((index for index, piece in enumerate(around) if piece), len(around) - 1)
    end = _after(text, position, count) if around[count] else run.end()
    columns = (pieces[index : count * _GROUPS : _GROUPS] for index in (1, 4, 5, 6, 7, 8, 9, 10))
    labels, years, periods, accounts, objects, kronor, decimals, quantities = columns
    ores = list(map(int, map(add, kronor, map(PADDED.__getitem__, decimals))))
    if not ores or not -MAX_ORE <= min(ores) <= max(ores) <= MAX_ORE:
        return position, run.end(), None
    of_one = {listed for label, listed in zip(labels, objects, strict=True) if label in ("OIB", "OUB")}
    if not sound_objects({*objects} - of_one - {None}, of_one):
        return position, run.end(), None
    read = Balances(
        line, labels, list(map(int, years)), periods, contents(accounts), objects, ores,
        contents([quantity or "" for quantity in quantities]),
    )  # fmt: skip
    return end, run.end(), read


def _after(text: str, position: int, lines: int) -> int:
    """The position so many lines on."""
    for _ in range(lines):
        position = text.index("\n", position) + 1
    return position
