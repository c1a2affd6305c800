"""Records outside vouchers find their places in a document (sammanställning): identification, chart, balances."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Final

from sifund_ledger.exchange.sie import findings as codes
from sifund_ledger.exchange.sie.checks.tie_checks import BalanceKey, key_of, stated_in
from sifund_ledger.exchange.sie.checks.value_checks import check_field, check_value
from sifund_ledger.exchange.sie.document import (
    FiscalYear,
    Objects,
    SieBalance,
    SieDocument,
    SiePeriodBalance,
)
from sifund_ledger.exchange.sie.file_findings import FileFindings, Told
from sifund_ledger.exchange.sie.records.bulk_records import Balances, Chart
from sifund_ledger.exchange.sie.records.labels import (
    CHART,
    DATE_FIELDS,
    OBJECT_BALANCES,
    PERIOD_BALANCES,
    ROW_LABELS,
    RULES,
)
from sifund_ledger.exchange.sie.records.scanning import MOST_ODD_RECORDS
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.exchange.sie.text.amount_records import Balance, Slid, amount_field, balance_of, slid_among, slides
from sifund_ledger.exchange.sie.text.chart_records import ChartRecords
from sifund_ledger.exchange.sie.text.known_parts import KnownPart
from sifund_ledger.exchange.sie.text.rows import objects_of
from sifund_ledger.exchange.sie.values import date_of
from sifund_ledger.findings import printable

_FRAME: Final = ("FLAGGA", "FORMAT", "SIETYP")


def _objects(read: Balances) -> Sequence[Objects]:
    """The objects of each balance; those of one list are the same, parsed once."""
    lists = {listed: objects_of(listed or "") for listed in set(read.objects)}
    return list(map(lists.__getitem__, read.objects))


def _balances(read: Balances) -> Iterator[Balance]:
    """Balances one by one."""
    quantities = read.quantities or repeat("", len(read.ores))
    for label, year, period, account, ore, objects, quantity in zip(
        read.labels, read.years, read.periods, read.accounts, read.ores, _objects(read), quantities, strict=True
    ):
        if period is None:
            yield SieBalance(label, year, account, ore, objects, quantity)
        else:
            yield SiePeriodBalance(label, year, period, account, ore, objects, quantity)


def is_leftover(record: SieRecord) -> bool:
    """Whether a record belongs to the chart or the balances, and has no place there: faulty, or there twice."""
    rule = RULES.get(record.label)
    return rule is not None and rule.group > 2


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
        self.chart = ChartRecords(found, self.document)
        self.stated: dict[BalanceKey, int] = {}
        """The balances, öre, of what stands twice the first."""
        self._balances: list[Balance | Balances] = []
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
        self._in_order(rule.group)
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
            placed = self.chart.take(line, record)
        else:
            placed = self._identification(line, record)
        if not placed:
            self.document.records.append(record)

    def _in_order(self, group: int) -> None:
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

    def _balance(self, line: int, record: SieRecord) -> bool:
        balance = balance_of(line, record, self.found)
        if balance is None:
            return False
        self.chart.use(balance.account, line)
        if balance.quantity and not self.found.element and slides(amount_field(record), balance.quantity):
            self._slid.append(Slid(line, record, balance))
        self._place(balance, line)
        return True

    def _place(self, balance: SieBalance | SiePeriodBalance, line: int) -> None:
        self._balances.append(balance)
        key = key_of(balance)
        if key in self.stated:
            self._repeated += 1
        if self.stated.setdefault(key, balance.ore) != balance.ore:
            label = f"{balance.label} {balance.year} {printable(balance.account)}"
            self.found.add(codes.SIE_BALANCE_TWICE, line, label=label)

    def take_chart(self, read: Chart) -> int:
        """Put many records of the chart into their places; gives the line up to which it did."""
        self.seen.update(read.labels)
        self._in_order(RULES["KONTO"].group)
        for line, record in self.chart.take_columns(read):
            self.take(line, record)
            if self.overflows:
                return line
        return read.lines[-1]

    @property
    def has_no_chart(self) -> bool:
        """Whether nothing of a chart has been read, not even a record that has no place there, and no account used."""
        return self.chart.is_empty and self.seen.isdisjoint(CHART)

    def has_room(self, count: int) -> bool:
        """Whether so many records more have no place, and are not too many."""
        return len(self.document.records) + self._repeated + count < MOST_ODD_RECORDS

    @property
    def can_be_kept(self) -> bool:
        """Whether all that was read can be taken again: records in order, and neither balances nor vouchers."""
        return not (self._balances or self.disordered or "VER" in self.seen or self.document.control_sum)

    def mark(self) -> tuple[frozenset[str], int]:
        """How far it has come, for :meth:`known_since`."""
        return frozenset(self.seen), len(self.document.records)

    def known_since(self, mark: tuple[frozenset[str], int], line: int, lines: int, told: Sequence[Told]) -> KnownPart:
        """What was read since a mark, from a line on.

        Nothing of a chart was read before it, so that the whole chart is of this part. The frame and the years are of
        the part that begins the file: another is a chart alone, which has neither.
        """
        seen, left = mark
        told = [each._replace(line=each.line and each.line - line + 1) for each in told]
        labels = frozenset(self.seen - seen)
        groups = {RULES[label].group for label in labels} or {0}
        frame, years = (dict(self.frame), dict(self.years)) if line == 1 else ({}, {})
        records = tuple(self.document.records[left:])
        return KnownPart(self.chart.kept(line), lines, told, labels, (min(groups), max(groups)), frame, years, records)

    def take_known(self, known: KnownPart, line: int) -> None:
        """Take a part as it was read before, from a line on, where nothing of a chart has been read."""
        self.seen |= known.labels
        for group in known.groups:
            self._in_order(group)
        self.frame |= known.frame
        self.years |= known.years
        self.document.records += known.records
        self.chart.take_kept(known.chart, line)
        self.found.tell(known.told, after=line - 1)

    def take_balances(self, read: Balances) -> int:
        """Put many balances into their places; gives the line up to which it did."""
        self.seen.update(read.labels)
        self._in_order(RULES["IB"].group)
        self.chart.use_all(read.accounts, read.lines, set(read.accounts))
        stated, before = self.stated, len(self.stated)
        keys = zip(read.labels, read.years, read.periods, read.accounts, _objects(read), strict=True)
        deque(map(stated.setdefault, keys, read.ores), maxlen=0)
        if len(stated) - before == len(read.ores):
            self._balances.append(read)
            return read.lines[-1]
        while len(stated) > before:  # again one by one, which reports what stands twice
            stated.popitem()
        for balance, line in zip(_balances(read), read.lines, strict=True):
            self._place(balance, line)
            if self.overflows:
                return line
        return read.lines[-1]

    def _list_balances(self) -> None:
        """The balances one by one, in the document."""
        document = self.document
        for each in self._balances:
            for balance in _balances(each) if isinstance(each, Balances) else (each,):
                if isinstance(balance, SieBalance):
                    document.balances.append(balance)
                else:
                    document.period_balances.append(balance)

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
            self.stated = stated_in(document)

    @property
    def overflows(self) -> bool:
        """Whether more records than any file has are faulty, unknown or there twice."""
        return len(self.document.records) + self._repeated >= MOST_ODD_RECORDS

    def settle(self, *, alone: bool, listing: bool) -> None:
        """The whole file has been read: details find their accounts, and undeclared accounts are reported.

        In a file of vouchers ``alone`` the accounts may be left to the ledger that they go to. Only with ``listing``
        the document has its balances one by one.
        """
        self.chart.settle()
        if listing or self._slid:
            self._list_balances()
        self._settle_slid()
        self.chart.report_undeclared(alone=alone)
