"""The SIE files of a ledger: each read by itself, or many at once where they differ in their vouchers alone.

A system that writes a file for each month or each kind of vouchers begins all of them with the same identification and
the same chart. Where nothing but sound vouchers follows, all else of such a file is as it was in the one before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader
from sifund_ledger.exchange.sie.checks.voucher_faults import repeats
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.findings import SIE_MORE_FINDINGS
from sifund_ledger.exchange.sie.records.bulk import Vouchers, vouchers_of
from sifund_ledger.exchange.sie.records.charset import PLAIN, cp437_text
from sifund_ledger.findings import Finding

_AT_ONCE: Final = 1 << 17
"""About how many characters of vouchers are read at once."""
_MOST: Final = 1 << 19
"""A file with more bytes of vouchers is always read by itself: there is nothing to be gained."""
_VOUCHERS: Final = re.compile(rb"(?:#(?:VER|TRANS)[ \t][^\r\n]*+\r?\n|[{}]\r?\n)++")


class _Beginning(NamedTuple):
    """What a file has before its vouchers, and what became of the file: its source, by position, and its findings."""

    data: bytes
    name: str
    source: int
    findings: tuple[Finding, ...]

    @property
    def lines(self) -> int:
        return self.data.count(b"\n")

    @property
    def finding_lines(self) -> list[int]:
        """The lines of its findings, 0 for those about the whole file."""
        return [int(each.place.removeprefix(self.name)[1:] or 0) for each in self.findings]

    def findings_of(self, name: str) -> Iterator[Finding]:
        """Its findings in another file."""
        return (each.at_place(f"{name}{each.place.removeprefix(self.name)}") for each in self.findings)


class _Waiting(NamedTuple):
    """A file that begins as another did, and its vouchers as bytes and as text."""

    name: str
    rest: bytes
    vouchers: str


class SieFiles:
    """SIE files on their way into a ledger. Some may wait for those that follow, until :meth:`settle`."""

    def __init__(self, reader: LedgerReader) -> None:
        self._reader = reader
        self._beginning: _Beginning | None = None
        self._waiting: list[_Waiting] = []
        self._size = 0

    def take(self, name: str, data: bytes) -> None:
        """Take the next file."""
        alike = self._begun_alike(name, data)
        if alike is None:
            self._read_waiting()
            self._read(name, data)
            return
        self._waiting.append(alike)
        self._size += len(alike.vouchers)
        if self._size >= _AT_ONCE:
            self._read_waiting()

    def settle(self) -> None:
        """Read what waits; what follows is no SIE file, or nothing."""
        self._read_waiting()
        self._beginning = None

    def _begun_alike(self, name: str, data: bytes) -> _Waiting | None:
        """A file that begins as the one before, and may have sound vouchers after that; ``None`` for any other."""
        if self._beginning is None or not data.startswith(self._beginning.data):
            return None
        rest = data[len(self._beginning.data) :]
        if len(rest) > _MOST or rest.translate(None, PLAIN):
            return None
        if not (rest.startswith(b"#VER") and rest.endswith(b"\n")):  # else two files could make one voucher
            return None
        # A CR that stands alone is left in the text, and makes the vouchers not sound.
        return _Waiting(name, rest, cp437_text(rest)[0])

    def _read(self, name: str, data: bytes) -> None:
        """Read a file by itself; others may begin as it does."""
        reader, found = self._reader, FileFindings(name)
        reader.take_sie(data, found)
        findings = found.all()
        reader.findings.extend(findings)
        beginning = _Beginning(data[: data.find(b"\n#VER") + 1], name, len(reader.sources) - 1, findings)
        self._beginning = beginning if reader.has_like and self._only_vouchers_follow(beginning, data) else None

    def _only_vouchers_follow(self, beginning: _Beginning, data: bytes) -> bool:
        """Whether nothing but vouchers follows a file's beginning, which has none, and no finding is about them."""
        own = beginning.data
        return (
            len(data) - len(own) <= _MOST
            and not data.translate(None, PLAIN)
            and cp437_text(own)[1]
            and _VOUCHERS.fullmatch(data, len(own)) is not None
            and data.count(b"\n#VER") == len(self._reader.sources[beginning.source].vouchers)
            and max(beginning.finding_lines, default=0) <= beginning.lines
            and all(each.code != SIE_MORE_FINDINGS.name for each in beginning.findings)  # which gives no lines
        )

    def _read_waiting(self) -> None:
        waiting, beginning = self._waiting, self._beginning
        self._waiting, self._size = [], 0
        if not waiting or beginning is None:
            return
        parts = self._parts([each.vouchers for each in waiting], beginning)
        if not parts:  # a file is not sound
            for each in waiting:
                self._read(each.name, beginning.data + each.rest)
            return
        for each, part in zip(waiting, parts, strict=True):
            self._reader.take_columns(part)
            self._reader.end_source_like(beginning.source, each.name)
            self._reader.findings.extend(beginning.findings_of(each.name))

    def _parts(self, texts: Sequence[str], beginning: _Beginning) -> list[Vouchers]:
        """The vouchers of each of some texts; nothing where any is not entirely sound."""
        read = vouchers_of("".join(texts), 1, self._reader.texts)
        if read is None or not self._are_sound(read, beginning):
            return []
        parts = list(_parted(read, texts, beginning.lines))
        return [] if any([*repeats(each.series, each.numbers)] for each in parts) else parts

    def _are_sound(self, read: Vouchers, beginning: _Beginning) -> bool:
        source = self._reader.sources[beginning.source]
        first, last = (day.isoformat().replace("-", "") if day else "" for day in (source.first_day, source.last_day))
        return (
            first <= min(read.days) <= max(read.days) <= last
            and read.used <= source.declared
            and all(read.counts)
            and not any(read.differences())
        )


def _parted(read: Vouchers, texts: Sequence[str], lines_before: int) -> Iterator[Vouchers]:
    """The vouchers of each text, of which many were read as one; so many lines stand before them in their files."""
    line, voucher, row = 1, 0, 0
    for text in texts:
        until = line + text.count("\n")
        end = bisect_left(read.lines, until)
        stop = row + sum(read.counts[voucher:end])
        yield read.part(slice(voucher, end), slice(row, stop), lines_before + 1 - line)
        line, voucher, row = until, end, stop
