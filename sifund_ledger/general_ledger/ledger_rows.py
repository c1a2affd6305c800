"""What is asked of a general ledger's rows: a row, a voucher with its rows, or many rows in columns."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sifund_ledger.boundary import checked

Objects = tuple[tuple[str, str], ...]
"""The objects of a row: pairs of dimension and object."""


class LedgerRow(NamedTuple):
    """A row of a voucher (kontering), öre, debit positive; ``quantity`` as written; ``place`` is file and line."""

    account: str
    ore: int
    objects: Objects
    day: date | None
    text: str
    quantity: str
    sign: str
    place: str


class LedgerVoucher(NamedTuple):
    """A voucher (verifikation) of the general ledger, as a view made when it is asked for.

    ``registered`` and ``maker`` are the day it was entered and by whom, where the source says so.
    """

    series: str
    number: str
    day: date | None
    text: str
    registered: date | None
    maker: str
    rows: tuple[LedgerRow, ...]
    place: str

    @property
    def difference_ore(self) -> int:
        """Debit less credit, in öre."""
        return sum(row.ore for row in self.rows)


class LedgerColumns(NamedTuple):
    """Many rows of a general ledger in columns (kolumner), each as long as the others; öre, debit positive.

    The first eight are those of a :class:`LedgerRow`. Then come ``row`` and ``voucher``, the indices by which
    :meth:`GeneralLedger.row` and :meth:`GeneralLedger.voucher` give them, the fiscal year of the source (0 where it is
    unknown), and what the row's :class:`LedgerVoucher` has. ``zip(*columns)`` gives the rows one by one, and
    ``columns._asdict()`` the columns by name.
    """

    account: tuple[str, ...]
    ore: tuple[int, ...]
    objects: tuple[Objects, ...]
    day: tuple[date | None, ...]
    text: tuple[str, ...]
    quantity: tuple[str, ...]
    sign: tuple[str, ...]
    place: tuple[str, ...]
    row: tuple[int, ...]
    voucher: tuple[int, ...]
    year: tuple[int, ...]
    series: tuple[str, ...]
    number: tuple[str, ...]
    voucher_day: tuple[date | None, ...]
    voucher_text: tuple[str, ...]
    registered: tuple[date | None, ...]
    maker: tuple[str, ...]

    @checked
    def codes(self, dimension: str) -> tuple[str, ...]:
        """The object that each row has of a dimension; empty for none.

        >>> from sifund_ledger.exchange import read_general_ledger
        >>> from sifund_ledger.exchange.sie import parse_sie
        >>> rows = '#TRANS 5010 {1 "100" 6 "P1"} 5.00\\n#TRANS 1930 {} -5.00\\n'
        >>> ledger = read_general_ledger(parse_sie(f'#VER A 1 20131231 "Hyra"\\n{{\\n{rows}}}\\n'.encode()))
        >>> [(part.account, part.ore, part.codes("6")) for part in ledger.in_columns()]
        [(('5010', '1930'), (500, -500), ('P1', ''))]
        """
        known: dict[Objects, str] = {(): ""}
        for objects in self.objects:
            if objects not in known:
                known[objects] = dict(objects).get(dimension, "")
        return tuple(map(known.__getitem__, self.objects))
