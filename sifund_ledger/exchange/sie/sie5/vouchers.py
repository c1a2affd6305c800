"""The vouchers of a SIE 5 file (verifikationer): journals, entries and their rows."""

from __future__ import annotations

from sifund_ledger.exchange.sie.amount_records import repeated_dimensions
from sifund_ledger.exchange.sie.document import Objects, SieRow, SieVoucher
from sifund_ledger.exchange.sie.findings import SIE_ACCOUNT_NOT_NUMERIC, SIE_OBJECT_TWICE
from sifund_ledger.exchange.sie.sie5.elements import Attributes
from sifund_ledger.exchange.sie.sie5.reporter import Reporter
from sifund_ledger.exchange.sie.sie5.values import ore_of_decimal
from sifund_ledger.exchange.sie.values import is_account_number
from sifund_ledger.exchange.sie.voucher_faults import report_sums
from sifund_ledger.findings import printable


class ObjectList:
    """The objects of the row or the balance that is open."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter
        self._pairs: list[tuple[str, str]] = []
        self._known: dict[Objects, Objects] = {}

    def add(self, attributes: Attributes) -> None:
        """An ObjectReference."""
        dimension, number = attributes.get("dimId", ""), attributes.get("objectId", "")
        if dimension and number:
            self._pairs.append((dimension, number))
        else:
            self._reporter.unreadable("ObjectReference", dimension, number)

    def take(self) -> Objects:
        """The whole list, which begins anew."""
        if not self._pairs:
            return ()
        objects = tuple(self._pairs)
        self._pairs.clear()
        for dimension in repeated_dimensions(objects):
            self._reporter.add(SIE_OBJECT_TWICE, dimension=printable(dimension))
        return self._known.setdefault(objects, objects)


class Vouchers:
    """The vouchers of a file in the making; ``used`` are the accounts of their rows, each with its first line."""

    def __init__(self, reporter: Reporter, objects: ObjectList) -> None:
        self.vouchers: list[SieVoucher] = []
        self.used: dict[str, int] = {}
        self._reporter = reporter
        self._objects = objects
        self._names: dict[str, str] = {}
        self._series = ""
        self._voucher: SieVoucher | None = None
        self._key = ""
        self._lines: list[int] = []
        self._row: Attributes = {}
        self._row_line = 0
        self._struck: str | None = None

    def journal(self, attributes: Attributes) -> None:
        """A Journal begins."""
        self._series = attributes.get("id", "")

    def entry(self, attributes: Attributes) -> None:
        """A JournalEntry begins."""
        number = attributes.get("id", "")
        self._key = f"{self._series} {number}"
        day = self._reporter.day("JournalEntry", self._key, attributes, "journalDate")
        self._voucher = SieVoucher(self._series, number, day, attributes.get("text", ""))
        self._voucher.line = self._reporter.elements.line

    def registered(self, attributes: Attributes) -> None:
        """An EntryInfo: who entered the voucher, and when."""
        if self._voucher is not None:
            self._voucher.registered = self._reporter.day("EntryInfo", self._key, attributes, "date")
            self._voucher.sign = attributes.get("by", "")

    def registered_first(self, attributes: Attributes) -> None:
        """An OriginalEntryInfo, of the system that the voucher comes from: counts where there is no EntryInfo."""
        if self._voucher is not None and not (self._voucher.registered or self._voucher.sign):
            self.registered(attributes)

    def row(self, attributes: Attributes) -> None:
        """A LedgerEntry begins."""
        self._row, self._struck = attributes, None
        line = self._reporter.elements.line
        if line != self._row_line:  # a file in one line need not have as many integers as rows
            self._row_line = line

    def struck(self, attributes: Attributes) -> None:
        """An Overstrike: the row is history."""
        self._struck = attributes.get("by", "")

    def row_ends(self) -> None:
        """The row is whole."""
        attributes, objects = self._row, self._objects.take()
        stated = attributes.get("amount", "")
        ore = ore_of_decimal(stated)
        if ore is None or self._voucher is None:
            self._reporter.unreadable("LedgerEntry", self._key, stated)
            return
        account = attributes.get("accountId", "")
        account = self._names.setdefault(account, account)
        if account not in self.used:
            self.used[account] = self._row_line
            if not is_account_number(account):
                self._reporter.add(SIE_ACCOUNT_NOT_NUMERIC, account=printable(account) or '""')
        key, reporter = self._key, self._reporter
        day = reporter.day("LedgerEntry", key, attributes, "ledgerDate") if attributes.get("ledgerDate") else ""
        self._voucher.rows.append(
            SieRow(
                account, ore, objects, self._names.setdefault(day, day), attributes.get("text", ""),
                reporter.quantity("LedgerEntry", key, attributes), self._struck or "",
                "TRANS" if self._struck is None else "BTRANS",
            )
        )  # fmt: skip
        self._lines.append(self._row_line)

    def entry_ends(self) -> None:
        """The voucher is whole, or the file has ended within it."""
        voucher, self._voucher = self._voucher, None
        if voucher is None:
            return
        voucher.row_lines = tuple(self._lines)
        self._lines.clear()
        self.vouchers.append(voucher)
        report_sums(self._reporter.found, voucher)
