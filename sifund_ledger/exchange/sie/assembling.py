"""Records outside vouchers find their places in a document (sammanställning): chart, objects, balances."""

from __future__ import annotations

from typing import Final

from sifund_ledger.exchange.sie.balance_records import balance_of
from sifund_ledger.exchange.sie.document import (
    ACCOUNT_KINDS,
    FiscalYear,
    SieAccount,
    SieBalance,
    SieDimension,
    SieDocument,
    SieObject,
)
from sifund_ledger.exchange.sie.gathering import Gathering, shown
from sifund_ledger.exchange.sie.labels import DATE_FIELDS, OBJECT_BALANCES, PERIOD_BALANCES, ROW_LABELS, RULES
from sifund_ledger.exchange.sie.record_faults import (
    SIE_ACCOUNT_NOT_NUMERIC,
    SIE_ACCOUNT_TWICE,
    SIE_ACCOUNT_UNDECLARED,
    SIE_BALANCE_TWICE,
    SIE_FIELD_MISSING,
    SIE_FIELD_UNKNOWN,
    SIE_FIELD_UNREADABLE,
    SIE_RECORD_UNKNOWN,
    report_unreadable,
)
from sifund_ledger.exchange.sie.scanning import MOST_ODD_RECORDS
from sifund_ledger.exchange.sie.tokens import SieRecord, texts
from sifund_ledger.exchange.sie.values import date_of, is_account_number, year_number
from sifund_ledger.findings import Severity

_FRAME: Final = ("FLAGGA", "FORMAT", "SIETYP")


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
        self.years: dict[int, FiscalYear] = {}
        self._group = 0
        self._repeated = 0
        self._early: list[tuple[int, SieRecord]] = []
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
        if len(fields) < rule.required and label not in (*PERIOD_BALANCES, *OBJECT_BALANCES):
            self.found.add(SIE_FIELD_MISSING, line, label=label, count=len(fields), needed=rule.required)
            self.document.records.append(record)
            return
        if len(fields) > rule.known:
            self.found.add(SIE_FIELD_UNKNOWN, line, label=label, count=len(fields) - rule.known)
        if rule.group == 4:
            placed = label not in ROW_LABELS and self._balance(line, record)
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

    def _identification(self, line: int, record: SieRecord) -> bool:
        label = record.label
        if label == "KSUMMA":
            return True
        for index in DATE_FIELDS.get(label, ()):
            if not date_of(record.text(index)):
                report_unreadable(self.found, line, label, record.text(index), "date", code=SIE_FIELD_UNREADABLE)
        if label == "RAR":
            self._year(line, record)
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

    def _year(self, line: int, record: SieRecord) -> None:
        number, start, end = year_number(record.text(0)), record.text(1), record.text(2)
        if number is None:
            report_unreadable(self.found, line, "RAR", record.text(0), "year")
        elif date_of(start) and date_of(end):
            if start > end:
                report_unreadable(self.found, line, "RAR", end, "end", code=SIE_FIELD_UNREADABLE)
            if self.years.setdefault(number, FiscalYear(start, end)) != (start, end):
                self.found.add(SIE_ACCOUNT_TWICE, line, label="RAR", key=str(number))

    def _chart(self, line: int, record: SieRecord) -> bool:
        label, fields = record.label, texts(record.fields)
        document = self.document
        if label in ("KTYP", "ENHET", "SRU"):
            if fields[0] in document.accounts:
                return self._detail(line, record)
            self._early.append((line, record))
            return False
        if label == "KONTO":
            if not is_account_number(fields[0]):
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
        balance = balance_of(line, record, self.found)
        if balance is None:
            return False
        self.use(balance.account, line, record.label)
        if isinstance(balance, SieBalance):
            self.document.balances.append(balance)
            key: tuple[object, ...] = (*balance[:3], balance.objects)
        else:
            self.document.period_balances.append(balance)
            key = (*balance[:4], balance.objects)
        if key in self._balances:
            self._repeated += 1
        if self._balances.setdefault(key, balance.ore) != balance.ore:
            self.found.add(
                SIE_BALANCE_TWICE, line, label=record.label, year=balance.year, account=shown(balance.account)
            )
        return True

    def _detail(self, line: int, record: SieRecord) -> bool:
        """A type, a unit or an SRU code goes to its account, which has been declared."""
        number, value = texts(record.fields)[:2]
        account, placed = self.document.accounts[number], len(record.fields) == 2
        if record.label == "SRU":
            changed = account._replace(sru=(*account.sru, value)) if placed else account
        elif record.label == "ENHET":
            placed = placed and not account.unit
            changed = account._replace(unit=account.unit or value)
        elif value.upper() not in ACCOUNT_KINDS:
            report_unreadable(self.found, line, "KTYP", value, "kind")
            return False
        else:
            if account.kind and account.kind != value.upper():
                self.found.add(SIE_ACCOUNT_TWICE, line, label="KTYP", key=shown(number))
            placed = placed and not account.kind and value == value.upper()
            changed = account._replace(kind=account.kind or value.upper())
        self.document.accounts[number] = changed
        return placed

    @property
    def overflows(self) -> bool:
        """Whether more records than any file has are faulty, unknown or there twice."""
        return len(self.document.records) + self._repeated > MOST_ODD_RECORDS

    def settle(self) -> None:
        """The whole file has been read: what came before its account finds it, and undeclared accounts are told."""
        document, accounts = self.document, self.document.accounts
        placed: set[int] = set()
        for line, record in self._early:
            number = texts(record.fields)[0]
            if number not in accounts:
                self._undeclared.setdefault(number, (line, record.label))
            elif self._detail(line, record):
                placed.add(id(record))
        # What has no place of its own, being faulty or there twice, stands after the identification, as it is written;
        # in the file's order, so that it stands the same when it is read again.
        document.records = [record for record in document.records if id(record) not in placed]
        document.records.sort(key=is_leftover)
        for number, (line, label) in self._undeclared.items():
            if number not in accounts:
                severity = Severity.NOTE if document.type == "4I" else None  # there #KONTO is optional
                self.found.add(SIE_ACCOUNT_UNDECLARED, line, severity=severity, account=shown(number), label=label)
