"""The control total #KSUMMA (kontrollsumma): CRC-32 over labels and contents of fields (SIE 4B §10).

Summed are the bytes in code page 437 of every record between the two #KSUMMA, ``#`` and label first, whatever the
file is stored in; not summed are blanks between fields, enclosing quotes, braces and line ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.records import findings as codes
from sifund_ledger.exchange.sie.records.charset import encoded
from sifund_ledger.exchange.sie.records.tokens import SieRecord, texts
from sifund_ledger.findings import printable

_BETWEEN: Final = b" \t\n{}"
"""What is not summed between the contents of fields."""
_NUMBER: Final = re.compile(r"-?[0-9]{1,10}")


@dataclass(slots=True)
class ControlSum:
    """The control total of a file while it is read or written; ``value`` is unsigned, 32 bits, as the file has it.

    >>> total = ControlSum(begun=True)
    >>> total.add(SieRecord("KONTO", ("1915", 'Kassa "special"')))
    >>> total.value == crc32(b'#KONTO1915Kassa "special"')
    True
    """

    begun: bool = False
    ended: bool = False
    value: int = 0

    @property
    def running(self) -> bool:
        """Whether what follows is summed."""
        return self.begun and not self.ended

    def add(self, record: SieRecord) -> None:
        """Sum a record."""
        contents = "".join(texts(record.fields, between=""))
        self.value = crc32(_bytes(f"#{record.label}{contents}"), self.value)

    def add_text(self, text: str) -> None:
        """Sum many records as they stand, lines in which no quotation mark is content.

        >>> one, many = ControlSum(begun=True), ControlSum(begun=True)
        >>> one.add(SieRecord("PSALDO", ("0", "201201", "3010", ("1", "10 20"), "5.00")))
        >>> many.add_text('#PSALDO 0\\t201201 3010 {1 "10 20"} 5.00\\n')
        >>> one == many
        True
        """
        pieces = _bytes(text).split(b'"')
        pieces[::2] = [each.translate(None, _BETWEEN) for each in pieces[::2]]
        self.value = crc32(b"".join(pieces), self.value)

    def take(self, record: SieRecord, line: int, found: FileFindings) -> None:
        """A #KSUMMA was read: without a value it opens, with one it closes and is verified."""
        stated = record.text(0)
        if not stated:
            self.begun = True
            return
        self.ended = True
        number = int(stated) % 2**32 if _NUMBER.fullmatch(stated) else None
        if not self.begun or number != self.value:
            found.add(codes.SIE_KSUMMA_DIFFERS, line, stated=printable(stated), computed=self.value)

    def finish(self, found: FileFindings) -> None:
        """The file has ended."""
        if self.running:
            found.add(codes.SIE_KSUMMA_UNFINISHED)


def _bytes(text: str) -> bytes:
    try:
        return encoded(text)
    except UnicodeEncodeError:
        return text.encode("cp437", "replace")
