"""Records outside vouchers find their places in a document (sammanställning): chart, objects, balances."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sifund_ledger.exchange.sie import findings as codes
from sifund_ledger.exchange.sie.checks.value_checks import check_field, check_value
from sifund_ledger.exchange.sie.document import (
    ACCOUNT_KINDS,
    FiscalYear,
    SieAccount,
    SieBalance,
    SieDimension,
    SieDocument,
    SieObject,
    SiePeriodBalance,
)
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.records.bulk_records import Balances, Chart
from sifund_ledger.exchange.sie.records.labels import (
    DATE_FIELDS,
    OBJECT_BALANCES,
    PERIOD_BALANCES,
    ROW_LABELS,
    RULES,
    upper,
)
from sifund_ledger.exchange.sie.records.scanning import MOST_ODD_RECORDS
from sifund_ledger.exchange.sie.records.tokens import SieRecord, texts
from sifund_ledger.exchange.sie.text.amount_records import Slid, amount_field, balance_of, slid_among, slides
from sifund_ledger.exchange.sie.text.rows import objects_of
from sifund_ledger.exchange.sie.values import date_of, is_account_number
from sifund_ledger.findings import Severity, printable

_FRAME: Final = ("FLAGGA", "FORMAT", "SIETYP")


def _key(balance: SieBalance | SiePeriodBalance) -> tuple[object, ...]:
    period = balance.period if isinstance(balance, SiePeriodBalance) else None
    return balance.label, balance.year, period, balance.account, balance.objects


def is_leftover(record: SieRecord) -> bool:
    """Whether a record belongs to the chart or the balances, and has no place there: faulty, or there twice."""
    rule = RULES.get(record.label)
    return rule is not None and rule.group > 2


@dataclass(slots=True)
class _Details:
    """What #KTYP, #ENHET and #SRU say of an account; the first type and the first unit count."""

    kind: str = ""
    unit: str = ""
    sru: list[str] = field(default_factory=list)


class Assembly:
    """A document in the making: takes records one by one, and settles what needs the whole file at the end."""

    def __init__(self, found: FileFindings) -> None:
        self.found = found
        self.document = SieDocument(type="1")
        self.frame: dict[str, str] = {}
        """What the file first says of its format: #FLAGGA, #FORMAT and #SIETYP."""
        self.seen: set[str] = set()
        self.disordered = False
        self.years: dict[int, FiscalYear] = {}
        self._group = 0
        self._repeated = 0
        self._early: list[SieRecord] = []
        self._details: dict[str, _Details] = {}
        self._undeclared: dict[str, int] = {}
        self._balances: dict[tuple[object, ...], int] = {}
        self._slid: list[Slid] = []

    def take(self, line: int, record: SieRecord) -> None:
        """Put a record into its place, or among the others where it has none."""
        label, fields = record
        rule = RULES.get(label)
        if rule is None:
            if label:
                self.found.add(codes.SIE_RECORD_UNKNOWN, line, label=printable(label))
            self.document.records.append(record)
            return
        self._in_order(label)
        self.seen.add(label)
        if len(fields) < rule.required and label not in (*PERIOD_BALANCES, *OBJECT_BALANCES):
            self.found.add(codes.SIE_FIELD_MISSING, line, label=label, count=len(fields), needed=rule.required)
            self.document.records.append(record)
            return
        if len(fields) > rule.known:
            self.found.add(codes.SIE_FIELD_UNKNOWN, line, label=label, count=len(fields) - rule.known)
        if rule.group == 4:
            placed = label not in ROW_LABELS and self._balance(line, record)
        elif rule.group == 3:
            placed = self._chart(line, record)
        else:
            placed = self._identification(line, record)
        if not placed:
            self.document.records.append(record)

    def _in_order(self, label: str) -> None:
        group = RULES[label].group
        self.disordered |= 0 < group < self._group
        self._group = max(self._group, group)

    def _identification(self, line: int, record: SieRecord) -> bool:
        label = record.label
        if label == "KSUMMA":
            return True
        for index in DATE_FIELDS.get(label, ()):
            check_field(self.found, line, label, "date", record.text(index))
        if label == "RAR":
            self._year(line, record)
        if label not in _FRAME:
            return False
        first = label not in self.frame
        self.frame.setdefault(label, record.text(0))
        return first and len(record.fields) == 1

    def _year(self, line: int, record: SieRecord) -> None:
        start, end = record.text(1), record.text(2)
        if not check_value(self.found, line, "RAR", "year", record.text(0)):
            return
        number = int(record.text(0))
        if date_of(start) and date_of(end):
            check_field(self.found, line, "RAR", "span", f"{start}–{end}")
            for other, span in self.years.items():
                if other != number and start <= span.end and span.start <= end:
                    others = f"{span.start}–{span.end}"
                    self.found.add(
                        codes.SIE_YEARS_OVERLAP, line, year=number, span=f"{start}–{end}", other=other, others=others
                    )
            if self.years.setdefault(number, FiscalYear(start, end)) != (start, end):
                self.found.add(codes.SIE_ACCOUNT_TWICE, line, label=f"RAR {number}")

    def _chart(self, line: int, record: SieRecord) -> bool:
        label, fields = record.label, texts(record.fields)
        document = self.document
        if label in ("KTYP", "ENHET", "SRU"):
            return self._detail(line, record)
        if label == "KONTO":
            self._check_number(fields[0], line)
            account = SieAccount(fields[0], fields[1] if len(fields) > 1 else "", extra=fields[2:])
            new = document.accounts.setdefault(fields[0], account) is account
        elif label == "OBJEKT":
            each = SieObject(fields[0], fields[1], fields[2] if len(fields) > 2 else "", fields[3:])
            new = document.objects.setdefault(each[:2], each) is each
        else:
            parent = fields[2] if label == "UNDERDIM" else ""
            if label == "UNDERDIM" and not parent:
                return False
            dimension = SieDimension(fields[0], fields[1], parent, fields[3 if parent else 2 :])
            new = document.dimensions.setdefault(fields[0], dimension) is dimension
        if not new:
            key = " ".join(fields[: 2 if label == "OBJEKT" else 1])
            self.found.add(codes.SIE_ACCOUNT_TWICE, line, label=f"{label} {printable(key)}")
        return new

    def take_chart(self, read: Chart) -> int:
        """Put many records of the chart into their places; gives the line up to which it did.

        Those in whose place something stands already are taken one by one.
        """
        accounts, objects = self.document.accounts, self.document.objects
        self.seen.update(read.labels)
        self._in_order("KONTO")
        line = read.line
        records = zip(read.labels, read.first, read.second, read.third, strict=True)
        for line, (label, first, second, third) in enumerate(records, read.line):
            if label == "OBJEKT" and third is not None and (first, second) not in objects:
                objects[first, second] = SieObject(first, second, third)
            elif label == "KONTO" and third is None and first not in accounts and is_account_number(first):
                accounts[first] = SieAccount(first, second)
            elif label == "SRU" and third is None and first in accounts:
                self._details_of(first).sru.append(second)
            else:
                self.take(line, SieRecord(label, (first, second) if third is None else (first, second, third)))
                if self.overflows:
                    break
        return line

    def use(self, account: str, line: int) -> None:
        """An account is used; whether it was declared is asked when the whole file has been read."""
        if account not in self.document.accounts and account not in self._undeclared:
            self._undeclared[account] = line
            self._check_number(account, line)

    def use_all(self, accounts: Sequence[str], lines: Iterable[int]) -> None:
        """Accounts are used, each on its line."""
        unknown = set(accounts) - self.document.accounts.keys()
        for account, line in zip(accounts, lines, strict=True) if unknown else ():
            if account in unknown:
                unknown.remove(account)
                self.use(account, line)

    def _check_number(self, account: str, line: int) -> None:
        if not is_account_number(account):
            self.found.add(codes.SIE_ACCOUNT_NOT_NUMERIC, line, account=printable(account) or '""')

    def _balance(self, line: int, record: SieRecord) -> bool:
        balance = balance_of(line, record, self.found)
        if balance is None:
            return False
        self.use(balance.account, line)
        if balance.quantity and not self.found.element and slides(amount_field(record), balance.quantity):
            self._slid.append(Slid(line, record, balance))
        self._place(balance, line)
        return True

    def _place(self, balance: SieBalance | SiePeriodBalance, line: int) -> None:
        if isinstance(balance, SieBalance):
            self.document.balances.append(balance)
        else:
            self.document.period_balances.append(balance)
        key = _key(balance)
        if key in self._balances:
            self._repeated += 1
        if self._balances.setdefault(key, balance.ore) != balance.ore:
            label = f"{balance.label} {balance.year} {printable(balance.account)}"
            self.found.add(codes.SIE_BALANCE_TWICE, line, label=label)

    def take_balances(self, read: Balances) -> int:
        """Put many balances into their places; gives the line up to which it did."""
        self.seen.update(read.labels)
        self._in_order("IB")
        lists = {listed: objects_of(listed or "") for listed in set(read.objects)}
        objects = list(map(lists.__getitem__, read.objects))
        lines = range(read.line, read.line + len(objects))
        self.use_all(read.accounts, lines)
        columns: Iterable[tuple[object, ...]] = zip(
            read.labels, read.years, read.periods, read.accounts, objects, strict=True
        )
        kept = dict(zip(columns, read.ores, strict=True))
        balances = [
            SiePeriodBalance(label, year, period, account, ore, listed, quantity)
            if period
            else SieBalance(label, year, account, ore, listed, quantity)
            for label, year, period, account, listed, ore, quantity in zip(
                read.labels, read.years, read.periods, read.accounts, objects, read.ores, read.quantities, strict=True
            )
        ]
        if len(kept) == len(balances) and kept.keys().isdisjoint(self._balances):
            self._balances |= kept
            self.document.balances += [each for each in balances if isinstance(each, SieBalance)]
            self.document.period_balances += [each for each in balances if isinstance(each, SiePeriodBalance)]
            return lines[-1]
        for balance, line in zip(balances, lines, strict=True):
            self._place(balance, line)
            if self.overflows:
                return line
        return lines[-1]

    def _settle_slid(self) -> None:
        """Balances whose quantities turn out to be the rest of their amounts do not count."""
        document = self.document
        slid = set()
        for line, record, balance in slid_among(self._slid, document):
            amount, rest = amount_field(record), balance.quantity
            self.found.add(codes.SIE_AMOUNT_SPLIT, line, label=record.label, amount=amount, rest=rest)
            document.records.append(record)
            slid.add(id(balance))
        if slid:
            document.balances = [each for each in document.balances if id(each) not in slid]
            document.period_balances = [each for each in document.period_balances if id(each) not in slid]

    def _detail(self, line: int, record: SieRecord) -> bool:
        """A type, a unit or an SRU code: its account, which may be declared later, gets it at the end."""
        number, value = texts(record.fields)[:2]
        details = self._details_of(number)
        placed = len(record.fields) == 2
        if record.label == "SRU":
            details.sru += [value] * placed
        elif record.label == "ENHET":
            placed, details.unit = placed and not details.unit, details.unit or value
        else:
            placed = self._kind(line, number, value, details) and placed
        if number in self.document.accounts:
            return placed
        self.use(number, line)
        if placed:
            self._early.append(record)
        return False

    def _details_of(self, number: str) -> _Details:
        return self._details.setdefault(number, _Details())

    def _kind(self, line: int, number: str, value: str, details: _Details) -> bool:
        """A type: whether its record says no more than what counts."""
        kind, known = upper(value), details.kind
        if kind not in ACCOUNT_KINDS:
            return check_value(self.found, line, "KTYP", "kind", value)
        check_field(self.found, line, "KTYP", "kind", value)
        if known not in ("", kind):
            self.found.add(codes.SIE_ACCOUNT_TWICE, line, label=f"KTYP {printable(number)}")
        details.kind = known or kind
        return not known and value == kind

    @property
    def overflows(self) -> bool:
        """Whether more records than any file has are faulty, unknown or there twice."""
        return len(self.document.records) + self._repeated >= MOST_ODD_RECORDS

    def settle(self, *, alone: bool) -> None:
        """The whole file has been read: details find their accounts, and undeclared accounts are reported.

        In a file of vouchers ``alone`` the accounts may be left to the ledger that they go to.
        """
        document, accounts = self.document, self.document.accounts
        placed = {id(record) for record in self._early if texts(record.fields)[0] in accounts}
        for number, details in self._details.items():
            if number in accounts:
                accounts[number] = accounts[number]._replace(
                    kind=details.kind, unit=details.unit, sru=tuple(details.sru)
                )
        document.records = [record for record in document.records if id(record) not in placed]
        self._settle_slid()
        for number, line in self._undeclared.items():
            if number not in accounts:
                severity = Severity.NOTE if alone else None
                self.found.add(codes.SIE_ACCOUNT_UNDECLARED, line, severity=severity, account=printable(number) or '""')
