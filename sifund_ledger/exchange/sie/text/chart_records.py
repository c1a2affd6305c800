"""The chart of a file (kontoplan) finds its places: accounts with their details, dimensions, objects.

What a chart has become can be kept, and taken again as a whole for another file that has the same one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
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
from sifund_ledger.named_rows import named_tuples


class _Details(NamedTuple):
    """The fields of accounts (#KONTO, #KTYP, #ENHET, #SRU), by number; an account that has a name is declared."""

    names: dict[str, str]
    kinds: dict[str, str]
    units: dict[str, str]
    sru: defaultdict[str, list[str]]
    extras: dict[str, tuple[str, ...]]

    def copied(self) -> _Details:
        """The same, to be changed apart."""
        sru = defaultdict(list, {number: [*each] for number, each in self.sru.items()})
        return _Details(dict(self.names), dict(self.kinds), dict(self.units), sru, dict(self.extras))

    def accounts(self) -> dict[str, SieAccount]:
        """The accounts that have been declared."""
        names = self.names
        kinds, units = (map(each.get, names, repeat("")) for each in (self.kinds, self.units))
        sru, extras = (map(each.get, names, repeat(())) for each in (self.sru, self.extras))
        every = zip(names, names.values(), kinds, units, map(tuple, sru), extras, strict=True)
        return dict(zip(names, named_tuples(SieAccount, every), strict=True))


class KeptChart(NamedTuple):
    """What a chart became in a document that had none before; nothing in it is changed afterwards.

    ``accounts`` have their ``details``. ``undeclared`` are on lines counted from the chart's first, from 0.
    """

    accounts: dict[str, SieAccount]
    dimensions: dict[str, SieDimension]
    objects: dict[tuple[str, str], SieObject]
    details: _Details
    early: Sequence[SieRecord]
    undeclared: Mapping[str, int]


class ChartRecords:
    """The records of the chart, put into a document one by one or many at once; accounts once all are read."""

    def __init__(self, found: FileFindings, document: SieDocument) -> None:
        self.found, self.document = found, document
        self._early: list[SieRecord] = []
        self._details = _Details({}, {}, {}, defaultdict(list), {})
        self._is_settled, self._is_shared = True, False
        self._undeclared: dict[str, int] = {}

    def __contains__(self, account: str) -> bool:
        """Whether an account has been declared."""
        return account in self._details.names

    @property
    def is_empty(self) -> bool:
        """Whether nothing of a chart has been read, and no account used."""
        document = self.document
        parts = (self._details.names, document.dimensions, document.objects, self._undeclared)
        return not any(parts)

    def kept(self, line: int) -> KeptChart:
        """What the chart, from a line on, has become; the document shares it from now on."""
        self.settle_accounts()
        document, self._is_shared = self.document, True
        undeclared = {number: at - line for number, at in self._undeclared.items()}
        return KeptChart(
            document.accounts, document.dimensions, document.objects, self._details, tuple(self._early), undeclared
        )

    def take_kept(self, chart: KeptChart, line: int) -> None:
        """Take a chart whole, from a line on, where nothing has been read yet."""
        document = self.document
        document.accounts, document.dimensions, document.objects = chart.accounts, chart.dimensions, chart.objects
        self._details, self._is_shared = chart.details, True
        self._early += chart.early
        self._undeclared.update((number, line + at) for number, at in chart.undeclared.items())

    def _own(self) -> None:
        """Let a chart that other documents share be the document's own, before anything in it is changed."""
        self._is_settled = False
        if self._is_shared:
            document, self._is_shared = self.document, False
            document.dimensions, document.objects = dict(document.dimensions), dict(document.objects)
            self._details = self._details.copied()

    def take(self, line: int, record: SieRecord) -> bool:
        """Put a record into its place; whether it says no more than what stands there."""
        self._own()
        label, fields = record.label, texts(record.fields)
        document = self.document
        if label in ("KTYP", "ENHET", "SRU"):
            return self._detail(line, record)
        if label == "KONTO":
            self._check_number(fields[0], line)
            new = fields[0] not in self
            self._details.names.setdefault(fields[0], fields[1] if len(fields) > 1 else "")
            if new and fields[2:]:
                self._details.extras[fields[0]] = fields[2:]
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

    def describe(self, account: str, kind: str, unit: str) -> None:
        """A declared account gets its type and its unit, empty where it has none."""
        self._own()
        self._details.kinds[account], self._details.units[account] = kind, unit

    def take_columns(self, read: Chart) -> Iterator[tuple[int, SieRecord]]:
        """Put many records into their places; those that must be taken one by one are given, with their lines."""
        self._own()
        names, kinds, _, sru, _ = self._details
        objects = self.document.objects
        are_numbers = all(read.first) and is_account_number("".join(read.first))
        for line, label, first, second, third in zip(*read, strict=True):
            if third is not None:
                if label == "OBJEKT" and (first, second) not in objects:
                    objects[first, second] = SieObject(first, second, third)
                    continue
            elif label == "KONTO":
                if first not in names and (are_numbers or is_account_number(first)):
                    names[first] = second
                    continue
            elif first in names:
                if label == "SRU":
                    sru[first].append(second)
                    continue
                if label == "KTYP" and second in ACCOUNT_KINDS and first not in kinds:
                    kinds[first] = second
                    continue
            yield line, SieRecord(label, (first, second) if third is None else (first, second, third))

    def use(self, account: str, line: int) -> None:
        """An account is used; whether it was declared is asked when the whole file has been read."""
        if account not in self and account not in self._undeclared:
            self._undeclared[account] = line
            self._check_number(account, line)

    def use_all(self, accounts: Sequence[str], lines: Iterable[int], every: set[str]) -> None:
        """Accounts are used, each on its line; ``every`` has each of them once."""
        unknown = every.difference(self._details.names)
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
        placed = len(record.fields) == 2
        units = self._details.units
        if record.label == "SRU":
            self._details.sru[number] += [value] * placed
        elif record.label == "ENHET":
            unit = units.get(number, "")
            placed, units[number] = placed and not unit, unit or value
        else:
            placed = self._kind(line, number, value) and placed
        if number in self:
            return placed
        self.use(number, line)
        if placed:
            self._early.append(record)
        return False

    def _kind(self, line: int, number: str, value: str) -> bool:
        """A type: whether its record says no more than what counts."""
        kinds = self._details.kinds
        kind, known = upper(value), kinds.get(number, "")
        if kind not in ACCOUNT_KINDS:
            return check_value(self.found, line, "KTYP", "kind", value)
        check_field(self.found, line, "KTYP", "kind", value)
        if known not in ("", kind):
            self.found.add(codes.SIE_ACCOUNT_TWICE, line, label=f"KTYP {printable(number)}")
        kinds.setdefault(number, kind)
        return not known and value == kind

    def settle(self) -> None:
        """The whole file has been read: details find their accounts."""
        self.settle_accounts()
        document = self.document
        placed = {id(record) for record in self._early if texts(record.fields)[0] in self}
        if placed:
            document.records = [record for record in document.records if id(record) not in placed]

    def settle_accounts(self) -> None:
        """The document gets the declared accounts, with their details."""
        if not self._is_settled:
            self.document.accounts = self._details.accounts()
        self._is_settled = True

    def report_undeclared(self, *, alone: bool) -> None:
        """Report the accounts that are used and not declared."""
        for number, line in self._undeclared.items():
            if number not in self:
                severity = Severity.NOTE if alone else None
                self.found.add(codes.SIE_ACCOUNT_UNDECLARED, line, severity=severity, account=printable(number) or '""')
