"""The records of balances (saldoposter): #IB, #UB, #RES, #OIB, #OUB, and the months' #PSALDO and #PBUDGET."""

from __future__ import annotations

from sifund_ledger.exchange.sie.document import Objects, SieBalance, SiePeriodBalance
from sifund_ledger.exchange.sie.file_findings import FileFindings, shown
from sifund_ledger.exchange.sie.findings import (
    SIE_FIELD_MISSING,
    SIE_FIELD_UNREADABLE,
    SIE_OBJECTS_COUNT,
    SIE_OBJECTS_MISSING,
    SIE_OBJECTS_UNREADABLE,
)
from sifund_ledger.exchange.sie.labels import OBJECT_BALANCES, PERIOD_BALANCES, RULES
from sifund_ledger.exchange.sie.record_faults import report_decimals, report_unreadable
from sifund_ledger.exchange.sie.tokens import SieRecord, pairs, texts
from sifund_ledger.exchange.sie.values import is_period, is_quantity, ore_of, year_number


def balance_of(line: int, record: SieRecord, found: FileFindings) -> SieBalance | SiePeriodBalance | None:
    """The balance that a record states, or ``None`` where it states none; what is wrong is reported.

    >>> balance_of(1, SieRecord("IB", ("0", "1930", "58500.00")), FileFindings("x.se"))[:4]
    ('IB', 0, '1930', 5850000)
    """
    label, fields = record.label, list(record.fields)
    monthly = label in PERIOD_BALANCES
    at = 3 if monthly else 2  # where the object list stands, or the amount
    objects: Objects | None = ()
    if monthly or label in OBJECT_BALANCES:
        listed = fields[at] if len(fields) > at else ()
        if isinstance(listed, str):
            found.add(SIE_OBJECTS_MISSING, line, label=label)
        elif len(fields) > at:
            objects = pairs(listed)
            del fields[at]
    values = texts(tuple(fields))
    if len(values) <= at:
        needed = RULES[label].required
        found.add(SIE_FIELD_MISSING, line, label=label, count=len(record.fields), needed=needed)
        return None
    year, ore, quantity = year_number(values[0]), ore_of(values[at]), values[at + 1] if len(values) > at + 1 else ""
    if year is None:
        report_unreadable(found, line, label, values[0], "year")
    elif ore is None:
        report_unreadable(found, line, label, values[at], "amount")
    elif monthly and not is_period(values[1]):
        report_unreadable(found, line, label, values[1], "period")
    elif objects is None:
        found.add(SIE_OBJECTS_UNREADABLE, line, label=label, value=shown(texts(record.fields)[at]))
    if year is None or ore is None or objects is None or (monthly and not is_period(values[1])):
        return None
    report_decimals(found, line, label, values[at], ore)
    if not is_quantity(quantity):
        report_unreadable(found, line, label, quantity, "quantity", code=SIE_FIELD_UNREADABLE)
    account, extra = values[at - 1], values[at + 2 :]
    if monthly:
        return SiePeriodBalance(label, year, values[1], account, ore, objects, quantity, extra)
    if label in OBJECT_BALANCES and len(objects) != 1:
        found.add(SIE_OBJECTS_COUNT, line, label=label, count=len(objects))
    return SieBalance(label, year, account, ore, objects, quantity, extra)
