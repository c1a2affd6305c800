"""Many balances or records of the chart at once, as long as they follow each other and nothing in them is odd.

What is odd (a quantity that may be the rest of an amount, a backslash) ends the run, and is read as any other record
is. So this is only a quicker way to the same result.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from sifund_ledger.amounts import MAX_ORE
from sifund_ledger.exchange.sie.records.bulk import contents, filled, ores_of, sound_objects
from sifund_ledger.exchange.sie.records.labels import BALANCES, OBJECT_BALANCES, PERIOD_BALANCES

_GAP: Final = r"[ \t]++"
_SLID: Final = r"[0-9]{3}(?:\.[0-9]{1,2})?[ \t\n]"
_QUANTITY: Final = rf'(?:{_GAP}(?!{_SLID})(-?+[0-9]{{1,30}}+(?:\.[0-9]{{0,30}}+)?+|""))?+'
# Which labels have objects is looked at afterwards.
_BALANCE: Final = re.compile(
    rf"#(?:(O?IB|O?UB|RES)|(PSALDO|PBUDGET)){_GAP}(-?+[0-9]{{1,3}}+){_GAP}"
    rf'(?(2)((?!0000)[0-9][0-9][0-9][0-9](?:0[1-9]|1[0-2])){_GAP})([0-9]++|"[0-9]++"){_GAP}'
    rf"(?:\{{([^}}\n\0]*+)\}}[ \t]*+)?+(-?+[0-9]{{1,14}}+(?:\.[0-9]{{0,2}}+)?+){_QUANTITY}[ \t]*+\n++"
)
_RUN: Final = re.compile(r"(?:#(?:O?IB|O?UB|RES|PSALDO|PBUDGET)[ \t][^\n]*+\n++)++")
_OF_NONE: Final = frozenset(BALANCES).difference(OBJECT_BALANCES, PERIOD_BALANCES)
"""The labels of balances without objects."""
_FIELD: Final = r'("[^"\\\n]*+"|[^ \t"{}\\\n]++)'
_OF_CHART: Final = re.compile(
    rf"#(KONTO|KTYP|SRU|ENHET|OBJEKT){_GAP}{_FIELD}{_GAP}{_FIELD}(?:{_GAP}{_FIELD})?+[ \t]*+\n++"
)
_CHART_RUN: Final = re.compile(r"(?:#(?:KONTO|KTYP|SRU|ENHET|OBJEKT)[ \t][^\n]*+\n++)++")


class Balances(NamedTuple):
    """Balances as columns.

    ``objects`` are as they stand, never of one dimension twice. Where there are none, or no month, they are ``None``;
    so are all ``quantities`` where no balance has any.
    """

    lines: Sequence[int]
    labels: Sequence[str]
    years: Sequence[int]
    periods: Sequence[str | None]
    accounts: Sequence[str]
    objects: Sequence[str | None]
    ores: Sequence[int]
    quantities: Sequence[str] | None


class Chart(NamedTuple):
    """Records of the chart, #KONTO to #OBJEKT, as columns.

    Their fields are contents; the ``third`` is ``None`` where there is none.
    """

    lines: Sequence[int]
    labels: Sequence[str]
    first: Sequence[str]
    second: Sequence[str]
    third: Sequence[str | None]


def records_of(text: str, position: int, most: int, line: int) -> tuple[int, int, Balances | Chart | None]:
    """The balances, or else the records of the chart, that follow each other from a position on, within so many
    characters, up to the first odd one.

    Before them two positions: where they end, and where the next are worth looking for. ``None`` where there are none.

    >>> text = '#IB 0 1930 5.00\\n#OIB 0 1930 {1 "10"} -5.5\\n#IB 0 1940 odd\\n#VER A 1 20121231\\n'
    >>> end, beyond, read = records_of(text, 0, 1000, 7)
    >>> text[end:beyond], read.labels, read.ores, read.objects
    ('#IB 0 1940 odd\\n', ['IB', 'OIB'], [500, -550], [None, '1 "10"'])
    >>> records_of('#KONTO 1930 "Bank, kassa"\\n', 0, 1000, 7)[2]
    Chart(lines=range(7, 8), labels=['KONTO'], first=['1930'], second=['Bank, kassa'], third=[None])
    """
    for run, one, made in ((_RUN, _BALANCE, _balances), (_CHART_RUN, _OF_CHART, _chart)):
        found = run.match(text, position, position + most)
        if found is not None:
            end, lines, columns = _columns(found, one, line)
            read = made(lines, columns) if lines else None
            return position if read is None else end, found.end(), read
    return position, position, None


def _columns(found: re.Match[str], one: re.Pattern[str], line: int) -> tuple[int, Sequence[int], list[Any]]:
    """Where the first odd record of a run stands, or the run ends; lines and groups, as columns, of those before it."""
    run = found[0]
    pieces, groups = one.split(run), one.groups + 1
    around = pieces[::groups]
    count = len(around) - 1
    if any(around):
        count = next(index for index, piece in enumerate(around) if piece)
    end: int = found.end()
    lines: Sequence[int] = range(line, line + count)
    if around[count] or run.count("\n") > count:  # empty lines may stand between records
        texts = run.split("\n")
        places = [at for at, text in enumerate(texts) if text]
        lines = [line + at for at in places[:count]]
        if around[count]:
            end = found.start() + sum(len(text) + 1 for text in texts[: places[count]])
    return end, lines, [pieces[index : count * groups : groups] for index in range(1, groups)]


def _balances(lines: Sequence[int], columns: list[Any]) -> Balances | None:
    of_year, of_month, years, periods, accounts, objects, amounts, quantities = columns
    labels = [label or other for label, other in zip(of_year, of_month, strict=True)]
    ores = ores_of(amounts)
    lists = set(zip(labels, objects, strict=True))
    of_one = {listed for label, listed in lists if label in OBJECT_BALANCES}
    of_many = {listed for label, listed in lists if label in PERIOD_BALANCES}
    others = {listed for label, listed in lists if label in _OF_NONE}
    if not (-MAX_ORE <= min(ores) <= max(ores) <= MAX_ORE and others <= {None}) or None in of_one | of_many:
        return None
    if not sound_objects(of_many - of_one, of_one):
        return None
    numbers = {year: int(year) for year in set(years)}
    return Balances(
        lines, labels, list(map(numbers.__getitem__, years)), periods, contents(accounts), objects, ores,
        filled(quantities) if any(quantities) else None,
    )  # fmt: skip


def _chart(lines: Sequence[int], columns: list[Any]) -> Chart:
    labels, first, second, third = columns
    if any(third):
        third = [None if field is None else content for field, content in zip(third, filled(third), strict=True)]
    return Chart(lines, labels, contents(first), contents(second), third)
