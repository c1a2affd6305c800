"""Records outside vouchers find their places in a document (sammanställning): chart, objects, balances."""

from __future__ import annotations

from typing import Final

from sifund_ledger.exchange.sie.document import (
    Objects,
    SieAccount,
    SieBalance,
    SieDimension,
    SieDocument,
    SieObject,
    SiePeriodBalance,
)
from sifund_ledger.exchange.sie.gathering import Gathering, shown
from sifund_ledger.exchange.sie.labels import RULES
from sifund_ledger.exchange.sie.record_faults import (
    KINDS,
    SIE_ACCOUNT_NOT_NUMERIC,
    SIE_ACCOUNT_TWICE,
    SIE_ACCOUNT_UNDECLARED,
    SIE_BALANCE_TWICE,
    SIE_FIELD_MISSING,
    SIE_FIELD_UNKNOWN,
    SIE_OBJECTS_UNREADABLE,
    SIE_RECORD_UNKNOWN,
    SIE_VALUE_UNREADABLE,
)
from sifund_ledger.exchange.sie.tokens import Field, SieRecord
from sifund_ledger.exchange.sie.values import date_of, is_period, is_quantity, ore_of, year_number
from sifund_ledger.findings import Severity

_DATES: Final = {"GEN": (0,), "RAR": (1, 2), "OMFATTN": (0,)}
_FRAME: Final = ("FLAGGA", "FORMAT", "SIETYP")


def texts(fields: tuple[Field, ...]) -> tuple[str, ...]:
    """Fields as texts; an object list where a text should be becomes one text.

    >>> texts(("a", ("1", "b")))
    ('a', '1 b')
    """
    return tuple(field if isinstance(field, str) else " ".join(field) for field in fields)


def pairs(field: Field | None) -> Objects | None:
    """The objects of a list of dimension and object by turns, or ``None`` where it is no such list.

    >>> pairs(("1", "0123", "6", "P1"))
    (('1', '0123'), ('6', 'P1'))
    """
    if not isinstance(field, tuple) or len(field) % 2:
        return None
    return tuple(zip(field[::2], field[1::2], strict=True))


def is_leftover(record: SieRecord) -> bool:
    """Whether a record belongs to the chart or the balances, and has no place there: faulty, or there twice."""
    rule = RULES.get(record.label)
    return rule is not None and rule.group > 2


class Assembly:
    """A document in the making: takes records one by one, and settles what needs the whole file at the end."""

    def __init__(self, found: Gathering) -> None:
        self.found = found
        self.document = SieDocument(type="1")
        self.stated_type = ""
        self.seen: set[str] = set()
        self.disordered = False
        self._group = 0
        self._late: list[tuple[int, SieRecord]] = []
        self._frame: set[str] = set()
        self._undeclared: dict[str, tuple[int, str]] = {}
        self._balances: dict[tuple[object, ...], int] = {}

    def take(self, line: int, record: SieRecord) -> None:
        """Put a record into its place, or among the others where it has none."""
        label, fields = record
        rule = RULES.get(label)
        if rule is None:
            if label:
                self.found.add(SIE_RECORD_UNKNOWN, line, label=shown(label))
            self.document.records.append(record)
            return
        self._order(rule.group)
        self.seen.add(label)
        if len(fields) < rule.required and label not in ("PSALDO", "PBUDGET", "OIB", "OUB"):
            self.found.add(SIE_FIELD_MISSING, line, label=label, count=len(fields), needed=rule.required)
            self.document.records.append(record)
            return
        if len(fields) > rule.known:
            self.found.add(SIE_FIELD_UNKNOWN, line, label=label, count=len(fields) - rule.known)
        if rule.group == 4:
            placed = label not in ("TRANS", "RTRANS", "BTRANS") and self._balance(line, record)
        elif rule.group == 3:
            placed = self._chart(line, record)
        else:
            placed = self._identification(line, record)
        if not placed:
            self.document.records.append(record)

    def _order(self, group: int) -> None:
        if group and group < self._group:
            self.disordered = True
        self._group = max(self._group, group)

    def _unreadable(self, line: int, label: str, value: str, kind: str) -> bool:
        what, what_sv = KINDS[kind]
        self.found.add(SIE_VALUE_UNREADABLE, line, label=label, value=shown(value) or '""', what=what, what_sv=what_sv)
        return False

    def _identification(self, line: int, record: SieRecord) -> bool:
        label = record.label
        if label == "KSUMMA":
            return True
        for index in _DATES.get(label, ()):
            if not date_of(record.text(index)):
                self._unreadable(line, label, record.text(index), "date")
        if label not in _FRAME:
            return False
        first = label not in self._frame
        self._frame.add(label)
        if first and label == "FLAGGA":
            self.document.flag = record.text(0)
        elif first and label == "FORMAT":
            self.document.format = record.text(0)
        elif first:
            self.stated_type = record.text(0)
        return first and len(record.fields) == 1

    def _chart(self, line: int, record: SieRecord) -> bool:
        label, fields = record.label, texts(record.fields)
        document = self.document
        if label in ("KTYP", "ENHET", "SRU"):
            self._late.append((line, record))
            return True
        if label == "KONTO":
            if not (fields[0].isascii() and fields[0].isdigit()):
                self.found.add(SIE_ACCOUNT_NOT_NUMERIC, line, account=shown(fields[0]))
            account = SieAccount(fields[0], fields[1] if len(fields) > 1 else "", extra=fields[2:])
            return self._declare(line, label, fields[0], document.accounts.setdefault(fields[0], account) is account)
        if label == "OBJEKT":
            each = SieObject(fields[0], fields[1], fields[2] if len(fields) > 2 else "", fields[3:])
            new = document.objects.setdefault(each[:2], each) is each
            return self._declare(line, label, f"{fields[0]} {fields[1]}", new)
        parent = fields[2] if label == "UNDERDIM" else ""
        dimension = SieDimension(fields[0], fields[1], parent, fields[3 if parent else 2 :])
        if label == "UNDERDIM" and not parent:
            return False
        new = document.dimensions.setdefault(fields[0], dimension) is dimension
        return self._declare(line, label, fields[0], new)

    def _declare(self, line: int, label: str, key: str, new: bool) -> bool:
        if not new:
            self.found.add(SIE_ACCOUNT_TWICE, line, label=label, key=shown(key))
        return new

    def use(self, account: str, line: int, label: str) -> None:
        """An account is used; whether it was declared is asked when the whole file has been read."""
        if account not in self.document.accounts:
            self._undeclared.setdefault(account, (line, label))

    def _balance(self, line: int, record: SieRecord) -> bool:
        label = record.label
        monthly = label in ("PSALDO", "PBUDGET")
        listed = monthly or label in ("OIB", "OUB")
        at = 3 if monthly else 2  # where the object list stands, or the amount
        fields = list(record.fields)
        objects: Objects | None = ()
        if listed:
            objects = pairs(fields.pop(at)) if len(fields) > at and isinstance(fields[at], tuple) else None
        values = texts(tuple(fields))
        if len(values) <= at:
            needed = RULES[label].required
            self.found.add(SIE_FIELD_MISSING, line, label=label, count=len(record.fields), needed=needed)
            return False
        year, ore, quantity = year_number(values[0]), ore_of(values[at]), values[at + 1] if len(values) > at + 1 else ""
        if year is None or ore is None:
            self._unreadable(
                line, label, values[0] if year is None else values[at], "year" if year is None else "amount"
            )
            return False
        if monthly and not is_period(values[1]):
            return self._unreadable(line, label, values[1], "period")
        if not is_quantity(quantity):
            return self._unreadable(line, label, quantity, "quantity")
        if objects is None:
            value = shown(str(record.fields[at])) if len(record.fields) > at else ""
            self.found.add(SIE_OBJECTS_UNREADABLE, line, label=label, value=value)
            if isinstance(record.fields[at], tuple):
                return False
            objects = ()
        account, extra = values[at - 1], values[at + 2 :]
        self.use(account, line, label)
        if monthly:
            self.document.period_balances.append(
                SiePeriodBalance(label, year, values[1], account, ore, objects, quantity, extra)
            )
            return True
        if self._balances.setdefault((label, year, account, objects), ore) != ore:
            self.found.add(SIE_BALANCE_TWICE, line, label=label, year=year, account=account)
        self.document.balances.append(SieBalance(label, year, account, ore, objects, quantity, extra))
        return True

    def settle(self) -> None:
        """The whole file has been read: types, units and SRU codes go to their accounts."""
        accounts = self.document.accounts
        for line, record in self._late:
            number, value = texts(record.fields)[:2]
            account = accounts.get(number)
            placed = account is not None and len(record.fields) == 2
            if account is None:
                self._undeclared.setdefault(number, (line, record.label))
            elif record.label == "SRU":
                accounts[number] = account._replace(sru=(*account.sru, value)) if placed else account
            elif record.label == "ENHET":
                placed = placed and not account.unit
                accounts[number] = account._replace(unit=account.unit or value)
            elif value.upper() not in ("T", "S", "K", "I"):
                placed = self._unreadable(line, "KTYP", value, "kind")
            else:
                placed = placed and not account.kind and value == value.upper()
                accounts[number] = account._replace(kind=account.kind or value.upper())
            if not placed:
                self.document.records.append(record)
        # What has no place of its own, being faulty or there twice, stands after the identification, as it is written.
        self.document.records.sort(key=is_leftover)
        for account_number, (line, label) in self._undeclared.items():
            if account_number not in accounts:
                severity = Severity.NOTE if self.document.type == "4I" else None  # there #KONTO is optional
                self.found.add(
                    SIE_ACCOUNT_UNDECLARED, line, severity=severity, account=shown(account_number), label=label
                )
