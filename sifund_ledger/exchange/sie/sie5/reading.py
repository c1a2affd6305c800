"""Reading SIE 5 (XML): a full export ``Sie`` or vouchers to import ``SieEntry``, as the same kind of document.

Overstruck rows become history (#BTRANS) and do not count. The signature is not verified, and what SIE 4 has no word
for (sub-ledgers, attached files, customers) is reported and left out.
"""

from __future__ import annotations

from typing import Final

from sifund_ledger.citations import SIE_5
from sifund_ledger.exchange.sie.checks.stated_months import check_months
from sifund_ledger.exchange.sie.checks.tie_checks import StatedBalances, check_ties
from sifund_ledger.exchange.sie.checks.voucher_faults import report_twice
from sifund_ledger.exchange.sie.document import SieDocument
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.sie5 import findings as codes
from sifund_ledger.exchange.sie.sie5.elements import MISPLACED, ROOTS, Elements, Ended
from sifund_ledger.exchange.sie.sie5.translating import Translation
from sifund_ledger.exchange.sie.text.text_reading import VoucherSink
from sifund_ledger.files import uncollected
from sifund_ledger.findings import printable

_REQUIRED: Final = {
    "Sie": ("SoftwareProduct", "FileCreation", "Company", "FiscalYears", "AccountingCurrency"),
    "SieEntry": ("SoftwareProduct", "FileCreation", "Company"),
}
"""What FileInfo must have, by the root."""


def parse_xml(data: bytes, found: FileFindings, sink: VoucherSink) -> SieDocument:
    """Everything of the document of a SIE 5 file but its vouchers, which go to ``sink``."""
    found.cites = SIE_5()
    elements = Elements(found)
    translation = Translation(elements, found, sink)
    document = translation.document
    document.type, document.format = "5", ""
    with uncollected():
        whole = _read(elements, data, found)
        document.encoding = elements.encoding
        if elements.root:
            translation.finish()
            if whole:
                _report_missing(elements, found)
            _report_left_out(elements, found)
            report_twice(found, sink.repeated())
            moved, balances = sink.moved(), StatedBalances.of(document)
            stated = balances.stated(moved)
            check_ties(document, balances, stated, moved, found)
            sink.take_stated(balances, stated, check_months(balances, found))
    return document


def _read(elements: Elements, data: bytes, found: FileFindings) -> bool:
    """Read a file as far as it can be read; whether that is to its end."""
    try:
        elements.read(data)
    except Ended as ended:
        found.element = ""
        found.add(codes.SIE5_ENDED if elements.root else codes.SIE5_UNREADABLE, elements.line, why=ended.why)
        return False
    return True


def _report_missing(elements: Elements, found: FileFindings) -> None:
    root, seen = elements.root, elements.seen
    required = ["FileInfo", *(("Accounts",) if root == "Sie" else ())]
    if "FileInfo" in seen:
        required += _REQUIRED[root]
    missing = [name for name in required if name not in seen]
    if root == "Sie" and ("Sie", "Signature") not in elements.left_out:
        missing.append("Signature")
    for name in missing:
        found.add(codes.SIE5_ELEMENT_MISSING, root=root, element=name)


def _report_left_out(elements: Elements, found: FileFindings) -> None:
    for (parent, name), (count, line) in elements.left_out.items():
        path = name if parent in ROOTS else f"{parent}/{name}"
        code = codes.SIE5_MISPLACED if name in MISPLACED else codes.SIE5_LEFT_OUT
        found.add(code, line, element=printable(path), count=count)
