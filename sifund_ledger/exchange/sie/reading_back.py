"""Reading back what has been written (återläsning): vouchers are compared many at a time, as columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from sifund_ledger.exchange.sie.document import SieDocument, SieVoucher
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.reading import DocumentVouchers, read_into
from sifund_ledger.exchange.sie.records.bulk import Vouchers


def read_back(data: bytes, meant: SieDocument, found: FileFindings) -> SieDocument:
    """The document of the bytes that were written of another; vouchers that are equal are the other's own.

    >>> meant = SieDocument(vouchers=[SieVoucher("A", "1", "20121231", line=70)])
    >>> data = b'#SIETYP 4\\n#VER A 1 20121231\\n{\\n}\\n'
    >>> read_back(data, meant, FileFindings("x")).vouchers[0].line
    70
    """
    sink = _Known(meant.vouchers)
    document = read_into(sink, data, found)
    document.vouchers = sink.vouchers
    return document


class _Known(DocumentVouchers):
    """The vouchers of a document as they are read again; those that are what was meant need not be made anew."""

    def __init__(self, meant: Sequence[SieVoucher]) -> None:
        super().__init__()
        self._meant = meant

    def take_columns(self, read: Vouchers) -> None:
        """Vouchers that were read in bulk."""
        first = len(self.vouchers)
        meant = self._meant[first : first + len(read.counts)]
        if self._are(meant, read):
            self.vouchers += meant
        else:
            super().take_columns(read)

    def _are(self, meant: Sequence[SieVoucher], read: Vouchers) -> bool:
        """Whether vouchers are those that were read."""
        if not all(type(each) is SieVoucher and type(each.rows) is list for each in meant):
            return False
        heads = zip(
            read.series, read.numbers, read.days, read.titles, read.registered, read.makers, read.counts, strict=True
        )
        own = [
            (each.series, each.number, each.date, each.text, each.registered, each.sign, len(each.rows))
            for each in meant
        ]
        if own != list(heads) or not all(each.extra == () == each.others for each in meant):
            return False
        rows = list(chain.from_iterable(each.rows for each in meant))
        return rows == list(self.row_fields(read))
