"""The records that have an amount (belopp): rows of vouchers, balances, and what a month changed or is budgeted.

An amount with a blank among its digits, ``12 345.00``, ends at the blank (SIE 4B §5.9), and the rest slides into the
next field. There it cannot be a date, but it can be a quantity: three digits are one only where the account has a unit,
or quantities of another form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from sifund_ledger.exchange.sie import findings as codes
from sifund_ledger.exchange.sie.checks.value_checks import check_field, check_value
from sifund_ledger.exchange.sie.document import Objects, SieBalance, SieDocument, SiePeriodBalance, SieRow
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.records.labels import OBJECT_BALANCES, PERIOD_BALANCES, RULES
from sifund_ledger.exchange.sie.records.tokens import SieRecord, pairs, texts
from sifund_ledger.exchange.sie.values import ore_of
from sifund_ledger.findings import printable

_Amount = tuple[tuple[str, ...], int, Objects]
Balance = SieBalance | SiePeriodBalance
_HEAD: Final = re.compile(r"-?[0-9]{1,3}")
_REST: Final = re.compile(r"[0-9]{3}(?:[.,][0-9]{1,2})?")


def balance_of(line: int, record: SieRecord, found: FileFindings) -> SieBalance | SiePeriodBalance | None:
    """The balance that a record states, or ``None`` where it states none; what is wrong is reported.

    >>> balance_of(1, SieRecord("IB", ("0", "1930", "58500.00")), FileFindings("x.se"))[:4]
    ('IB', 0, '1930', 5850000)
    """
    label = record.label
    monthly = label in PERIOD_BALANCES
    at, has_objects = _amount_place(label)
    amount = _amount_of(line, record, found, at, has_objects=has_objects)
    if amount is None:
        return None
    values, ore, objects = amount
    if not check_value(found, line, label, "year", values[0]):
        return None
    if monthly and not check_value(found, line, label, "period", values[1]):
        return None
    year = int(values[0])
    quantity = values[at + 1] if len(values) > at + 1 else ""
    check_field(found, line, label, "quantity", quantity)
    account, extra = values[at - 1], values[at + 2 :]
    if monthly:
        return SiePeriodBalance(label, year, values[1], account, ore, objects, quantity, extra)
    if label in OBJECT_BALANCES and len(objects) != 1 and not found.element:  # SIE 5 has them of several objects
        found.add(codes.SIE_OBJECTS_COUNT, line, label=label, count=len(objects))
    return SieBalance(label, year, account, ore, objects, quantity, extra)


def amount_field(record: SieRecord) -> str:
    """The amount of a record from which a balance was read, as it is written; an object list there is one text.

    >>> amount_field(SieRecord("OIB", ("0", "1930", ("1", "10"), "5.00")))
    '5.00'
    >>> amount_field(SieRecord("IB", ("0", "1930", ("5",))))
    '5'
    """
    at, has_objects = _amount_place(record.label)
    return texts(record.fields[at + (has_objects and isinstance(record.fields[at], tuple)) :])[0]


def _amount_place(label: str) -> tuple[int, bool]:
    """Where the amount of a balance stands, objects aside, and whether they stand before it."""
    monthly = label in PERIOD_BALANCES
    return 3 if monthly else 2, monthly or label in OBJECT_BALANCES


def row_of(line: int, record: SieRecord, found: FileFindings) -> SieRow | None:
    """The row that a record is, or ``None`` where it is none; what is wrong is reported.

    >>> row_of(1, SieRecord("TRANS", ("1930", (), "5.00", "20121231")), FileFindings("x.se"))[:4]
    ('1930', 500, (), '20121231')
    """
    amount = _amount_of(line, record, found, at=1, has_objects=True)
    if amount is None:
        return None
    label, (values, ore, objects) = record.label, amount
    if len(values) > 2 and slides(values[1], values[2]):  # three digits are never a date
        found.add(codes.SIE_AMOUNT_SPLIT, line, label=label, amount=values[1], rest=values[2])
        return None
    if len(values) > 6:
        found.add(codes.SIE_FIELD_UNKNOWN, line, label=label, count=len(values) - 6)
    day, text, quantity, sign = (*values[2:6], "", "", "", "")[:4]
    return checked(SieRow(values[0], ore, objects, day, text, quantity, sign, label, values[6:]), line, found)


def checked(row: SieRow, line: int, found: FileFindings) -> SieRow:
    """A row, whose date and quantity are reported where they are none."""
    if row.date:
        check_field(found, line, row.label, "date", row.date)
    if row.quantity:
        check_field(found, line, row.label, "quantity", row.quantity)
    return row


def _amount_of(line: int, record: SieRecord, found: FileFindings, at: int, *, has_objects: bool) -> _Amount | None:
    """The fields of a record without its object list, its amount, which stands ``at`` there, and its objects."""
    label, fields = record.label, list(record.fields)
    listed = fields[at] if len(fields) > at else ""
    objects: Objects | None = ()
    if has_objects and isinstance(listed, tuple):
        objects = pairs(listed)
        del fields[at]
    values = texts(tuple(fields))
    if len(values) <= at:
        found.add(codes.SIE_FIELD_MISSING, line, label=label, count=len(record.fields), needed=RULES[label].required)
        return None
    if objects is None:
        check_value(found, line, label, "amount", values[at])
        found.add(codes.SIE_OBJECTS_UNREADABLE, line, label=label, value=printable(" ".join(listed)))
        return None
    ore = amount_with(objects, values[at], label, line, found)
    if ore is None:
        return None
    if has_objects and isinstance(listed, str):
        found.add(codes.SIE_OBJECTS_MISSING, line, label=label)
    if len(values[at].partition(".")[2]) > 2:
        found.add(codes.SIE_AMOUNT_DECIMALS, line, label=label, value=printable(values[at]), ore=ore)
    return values, ore, objects


def amount_with(objects: Objects, amount: str, label: str, line: int, found: FileFindings) -> int | None:
    """An amount in öre, or ``None`` where it is none; a dimension that its objects have twice is reported too."""
    ore = ore_of(amount)
    if ore is None:
        check_value(found, line, label, "amount", amount)
    elif len(objects) > 1:
        for dimension in _repeated_dimensions(objects):
            found.add(codes.SIE_OBJECT_TWICE, line, dimension=printable(dimension))
    return ore


def _repeated_dimensions(objects: Objects) -> Iterator[str]:
    """The dimensions that stand again in one object list."""
    seen: set[str] = set()
    for dimension, _ in objects:
        if dimension in seen:
            yield dimension
        seen.add(dimension)


class Slid(NamedTuple):
    """A balance whose quantity may be the rest of its amount, the record that it was read from, and its line."""

    line: int
    record: SieRecord
    balance: Balance


def slides(amount: str, following: str) -> bool:
    """Whether an amount and the field after it read as one number with a blank.

    >>> slides("12", "345.00"), slides("-12", "345"), slides("12.00", "345"), slides("12", "34")
    (True, True, False, False)
    """
    return _HEAD.fullmatch(amount) is not None and _REST.fullmatch(following) is not None


def slid_among(candidates: Iterable[Slid], document: SieDocument) -> Iterator[Slid]:
    """The candidates whose account counts no quantities: it has no unit, and no quantity of another form."""
    every: tuple[Balance, ...] = (*document.balances, *document.period_balances)
    counted = {each.account for each in every if each.quantity and not _REST.fullmatch(each.quantity)}
    for each in candidates:
        account = document.accounts.get(each.balance.account)
        if each.balance.account not in counted and not (account and account.unit):
            yield each
