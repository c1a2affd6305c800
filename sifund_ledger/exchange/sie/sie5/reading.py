"""Reading SIE 5 (XML): a full export ``Sie`` or vouchers to import ``SieEntry``, as the same kind of document.

Overstruck rows become history (#BTRANS) and do not count. The signature is not verified, and what SIE 4 has no word
for (sub-ledgers, attached files, customers) is reported and left out.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from sifund_ledger.exchange.sie.document import SieDocument
from sifund_ledger.exchange.sie.file_findings import FileFindings, shown, uncollected
from sifund_ledger.exchange.sie.sie5.chart import RECORDS, Chart
from sifund_ledger.exchange.sie.sie5.elements import BALANCES, MISPLACED, NAMESPACE, ROOTS, Elements, Ended
from sifund_ledger.exchange.sie.sie5.findings import (
    SIE5_ACCOUNT_UNDECLARED,
    SIE5_ELEMENT_MISSING,
    SIE5_ENDED,
    SIE5_LEFT_OUT,
    SIE5_MISPLACED,
    SIE5_UNREADABLE,
)
from sifund_ledger.exchange.sie.sie5.reporter import Reporter
from sifund_ledger.exchange.sie.sie5.vouchers import ObjectList, Vouchers
from sifund_ledger.exchange.sie.stated_months import check_months
from sifund_ledger.exchange.sie.tie_checks import check_ties, moved
from sifund_ledger.exchange.sie.voucher_faults import repeated_among, report_twice
from sifund_ledger.findings import Severity

_REQUIRED: Final = {
    "Sie": ("SoftwareProduct", "FileCreation", "Company", "FiscalYears", "AccountingCurrency"),
    "SieEntry": ("SoftwareProduct", "FileCreation", "Company"),
}
"""What FileInfo must have, by the root."""


def parse_xml(data: bytes, found: FileFindings) -> SieDocument:
    """The document of a SIE 5 file; what cannot be read is a finding."""
    reader = _Reader(found)
    with uncollected():
        reader.read(data)
    return reader.document


class _Reader:
    def __init__(self, found: FileFindings) -> None:
        self.document = SieDocument(type="5", encoding="utf-8", format="")
        self.found = found
        self.elements = Elements()
        reporter = Reporter(found, self.elements)
        objects = ObjectList(reporter)
        self.chart = Chart(self.document, reporter, objects)
        self.vouchers = Vouchers(reporter, objects)
        self._connect(objects)

    def _connect(self, objects: ObjectList) -> None:
        chart, vouchers = self.chart, self.vouchers
        self.elements.connect(
            {
                **{name: partial(chart.record, name) for name in RECORDS},
                "FiscalYear": chart.years.add,
                "Account": chart.account,
                **{name: partial(chart.balance, name) for name in BALANCES},
                "Dimension": chart.dimension,
                "Object": chart.object,
                "ObjectReference": objects.add,
                "Journal": vouchers.journal,
                "JournalEntry": vouchers.entry,
                "EntryInfo": vouchers.registered,
                "OriginalEntryInfo": vouchers.registered_first,
                "LedgerEntry": vouchers.row,
                "Overstrike": vouchers.struck,
            },
            {
                **dict.fromkeys(BALANCES, chart.balance_ends),
                "LedgerEntry": vouchers.row_ends,
                "JournalEntry": vouchers.entry_ends,
            },
        )

    def read(self, data: bytes) -> None:
        """Read the file as far as it can be read, and check what was read."""
        whole = True
        try:
            self.elements.read(data)
        except Ended as ended:
            whole = False
            code = SIE5_ENDED if self.elements.root else SIE5_UNREADABLE
            self.found.add(code, self.elements.line, why=ended.why)
        if not self.elements.root:
            return
        self.vouchers.entry_ends()
        self.chart.finish()
        document = self.document
        document.encoding = self.elements.encoding
        document.vouchers = self.vouchers.vouchers
        if whole:
            self._missing()
        self._undeclared()
        for (parent, name), (count, line) in self.elements.left_out.items():
            path = name if parent in ROOTS else f"{parent}/{name}"
            code = SIE5_MISPLACED if name in MISPLACED else SIE5_LEFT_OUT
            self.found.add(code, line, element=shown(path), count=count)
        report_twice(self.found, repeated_among(document.vouchers))
        check_ties(document, moved(document.vouchers), self.found)
        check_months(document, self.found)

    def _missing(self) -> None:
        root, seen = self.elements.root, self.elements.seen
        required = ["FileInfo", *(("Accounts",) if root == "Sie" else ())]
        if f"{NAMESPACE}FileInfo" in seen:
            required += _REQUIRED[root]
        missing = [name for name in required if NAMESPACE + name not in seen]
        if root == "Sie" and ("Sie", "Signature") not in self.elements.left_out:
            missing.append("Signature")
        for name in missing:
            self.found.add(SIE5_ELEMENT_MISSING, root=root, element=name)

    def _undeclared(self) -> None:
        # In a file of vouchers to import the accounts may be left to the ledger that they go to.
        severity = Severity.NOTE if self.elements.root == "SieEntry" else None
        for account, line in self.vouchers.used.items():
            if account not in self.document.accounts:
                self.found.add(SIE5_ACCOUNT_UNDECLARED, line, severity=severity, account=shown(account) or '""')
