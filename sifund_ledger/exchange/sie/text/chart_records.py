"""The chart of a file (kontoplan) finds its places: accounts with their details, dimensions, objects.

What a chart has become can be kept, and taken again as a whole for another file that has the same one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sifund_ledger.exchange.sie import findings as codes
from sifund_ledger.exchange.sie.checks.value_checks import check_field, check_value
from sifund_ledger.exchange.sie.document import ACCOUNT_KINDS, SieAccount, SieDimension, SieDocument, SieObject
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.records.bulk_records import Chart
from sifund_ledger.exchange.sie.records.labels import upper
from sifund_ledger.exchange.sie.records.tokens import SieRecord, texts
from sifund_ledger.exchange.sie.values import is_account_number
from sifund_ledger.findings import Severity, printable


@dataclass(slots=True)
class _Details:
    """What #KTYP, #ENHET and #SRU say of an account; the first type and the first unit count."""

    kind: str = ""
    unit: str = ""
    sru: list[str] = field(default_factory=list)

    def of(self, account: SieAccount) -> SieAccount:
        """The account with them."""
        return SieAccount(account.number, account.name, self.kind, self.unit, tuple(self.sru), account.extra)


class KeptChart(NamedTuple):
    """What a chart became in a document that had none before; nothing in it is changed afterwards.

    ``accounts`` have their ``details``; what is not declared and has details is ``waiting``. ``undeclared`` are on
    lines counted from the chart's first, from 0.
    """

    accounts: dict[str, SieAccount]
    dimensions: dict[str, SieDimension]
    objects: dict[tuple[str, str], SieObject]
    details: Mapping[str, _Details]
    waiting: Sequence[str]
    early: Sequence[SieRecord]
    undeclared: Mapping[str, int]


class ChartRecords:
    """The records of the chart, put into a document one by one or many at once."""

    def __init__(self, found: FileFindings, document: SieDocument) -> None:
        self.found, self.document = found, document
        self._early: list[SieRecord] = []
        self._details: dict[str, _Details] = {}
        self._kept_details: Mapping[str, _Details] = {}
        self._is_shared = False
        self._undeclared: dict[str, int] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing of a chart has been read, and no account used."""
        document = self.document
        parts = (document.accounts, document.dimensions, document.objects, self._details, self._undeclared)
        return not any(parts)

    def kept(self, line: int) -> KeptChart:
        """What the chart, from a line on, has become."""
        document, details = self.document, self._details
        accounts = {
            number: details[number].of(account) if number in details else account
            for number, account in document.accounts.items()
        }
        return KeptChart(
            accounts, dict(document.dimensions), dict(document.objects),
            {number: _Details(each.kind, each.unit, [*each.sru]) for number, each in details.items()},
            tuple(details.keys() - accounts.keys()), tuple(self._early),
            {number: at - line for number, at in self._undeclared.items()},
        )  # fmt: skip

    def take_kept(self, chart: KeptChart, line: int) -> None:
        """Take a chart whole, from a line on, where nothing has been read yet."""
        document = self.document
        document.accounts, document.dimensions, document.objects = chart.accounts, chart.dimensions, chart.objects
        self._is_shared, self._kept_details = True, chart.details
        self._early += chart.early
        self._undeclared.update((number, line + at) for number, at in chart.undeclared.items())
        for number in chart.waiting:
            self._details_of(number)

    def _own(self) -> None:
        """Let a chart that was taken whole be the document's own, before anything in it is changed."""
        if self._is_shared:
            document = self.document
            document.accounts, document.dimensions = dict(document.accounts), dict(document.dimensions)
            document.objects, self._is_shared = dict(document.objects), False

    def take(self, line: int, record: SieRecord) -> bool:
        """Put a record into its place; whether it says no more than what stands there."""
        self._own()
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

    def take_columns(self, read: Chart) -> Iterator[tuple[int, SieRecord]]:
        """Put many records into their places; those that must be taken one by one are given, with their lines."""
        self._own()
        accounts, objects = self.document.accounts, self.document.objects
        records = zip(read.labels, read.first, read.second, read.third, strict=True)
        for line, (label, first, second, third) in enumerate(records, read.line):
            if label == "OBJEKT" and third is not None and (first, second) not in objects:
                objects[first, second] = SieObject(first, second, third)
            elif third is None and label == "KONTO" and first not in accounts and is_account_number(first):
                accounts[first] = SieAccount(first, second)
            elif third is None and label == "SRU" and first in accounts:
                self._details_of(first).sru.append(second)
            elif (
                third is None
                and label == "KTYP"
                and first in accounts
                and second in ACCOUNT_KINDS
                and (not (details := self._details_of(first)).kind)
            ):
                details.kind = second
            else:
                yield line, SieRecord(label, (first, second) if third is None else (first, second, third))

    def use(self, account: str, line: int) -> None:
        """An account is used; whether it was declared is asked when the whole file has been read."""
        if account not in self.document.accounts and account not in self._undeclared:
            self._undeclared[account] = line
            self._check_number(account, line)

    def use_all(self, accounts: Sequence[str], lines: Iterable[int]) -> None:
        """Accounts are used, each on its line."""
        unknown = set(accounts).difference(self.document.accounts)
        for account, line in zip(accounts, lines, strict=True) if unknown else ():
            if account in unknown:
                unknown.remove(account)
                self.use(account, line)

    def _check_number(self, account: str, line: int) -> None:
        if not is_account_number(account):
            self.found.add(codes.SIE_ACCOUNT_NOT_NUMERIC, line, account=printable(account) or '""')

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
        details = self._details.get(number)
        if details is None:
            kept = self._kept_details.get(number)
            details = self._details[number] = _Details(kept.kind, kept.unit, [*kept.sru]) if kept else _Details()
        return details

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

    def settle(self) -> None:
        """The whole file has been read: details find their accounts."""
        if self._details:
            self._own()
        document, accounts = self.document, self.document.accounts
        placed = {id(record) for record in self._early if texts(record.fields)[0] in accounts}
        for number, details in self._details.items():
            if number in accounts:
                accounts[number] = details.of(accounts[number])
        document.records = [record for record in document.records if id(record) not in placed]

    def report_undeclared(self, *, alone: bool) -> None:
        """Report the accounts that are used and not declared."""
        for number, line in self._undeclared.items():
            if number not in self.document.accounts:
                severity = Severity.NOTE if alone else None
                self.found.add(codes.SIE_ACCOUNT_UNDECLARED, line, severity=severity, account=printable(number) or '""')
