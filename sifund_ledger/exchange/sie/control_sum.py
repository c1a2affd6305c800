"""The control total #KSUMMA (kontrollsumma): CRC-32 over labels and contents of fields (SIE 4B §10).

Summed are the bytes in code page 437 of every record between the two #KSUMMA, ``#`` and label first, whatever the
file is stored in; not summed are blanks between fields, enclosing quotes, braces and line ends.
"""

from __future__ import annotations

import re
from typing import Final
from zlib import crc32

from sifund_ledger.exchange.sie.file_findings import FileFindings, shown
from sifund_ledger.exchange.sie.findings import SIE_KSUMMA_DIFFERS, SIE_KSUMMA_UNFINISHED
from sifund_ledger.exchange.sie.tokens import Field, SieRecord

_NUMBER: Final = re.compile(r"-?[0-9]{1,10}")


class ControlSum:
    """The control total of a file while it is read or written.

    >>> total = ControlSum()
    >>> total.begin()
    >>> total.add(SieRecord("KONTO", ("1915", 'Kassa "special"')))
    >>> total.value == crc32(b'#KONTO1915Kassa "special"')
    True
    """

    def __init__(self) -> None:
        self.begun = False
        self.ended = False
        self._crc = 0

    def begin(self) -> None:
        """The opening #KSUMMA stands here."""
        self.begun = True

    @property
    def running(self) -> bool:
        """Whether what follows is summed."""
        return self.begun and not self.ended

    @property
    def value(self) -> int:
        """The total as the closing record prints it: unsigned, 32 bits."""
        return self._crc

    def add(self, record: SieRecord) -> None:
        """Sum a record."""
        self._crc = crc32(
            f"#{record.label}{''.join(map(_content, record.fields))}".encode("cp437", "replace"), self._crc
        )

    def take(self, record: SieRecord, line: int, found: FileFindings) -> None:
        """A #KSUMMA was read: without a value it opens, with one it closes and is verified."""
        stated = record.text(0)
        if not stated:
            self.begin()
            return
        self.ended = True
        number = int(stated) % 2**32 if _NUMBER.fullmatch(stated) else None
        if not self.begun or number != self._crc:
            found.add(SIE_KSUMMA_DIFFERS, line, stated=shown(stated), computed=self._crc)

    def finish(self, found: FileFindings) -> None:
        """The file has ended."""
        if self.running:
            found.add(SIE_KSUMMA_UNFINISHED)


def _content(field: Field) -> str:
    return field if isinstance(field, str) else "".join(field)
