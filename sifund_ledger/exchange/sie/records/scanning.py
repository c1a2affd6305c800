"""A file from its first line to its last (genomläsning): records, vouchers in bulk, and vouchers line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import repeat
from typing import Final, NamedTuple

from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.records import findings as codes
from sifund_ledger.exchange.sie.records.bulk import CLOSING, RowTexts, Vouchers, vouchers_of
from sifund_ledger.exchange.sie.records.bulk_records import Balances, Chart, records_of
from sifund_ledger.exchange.sie.records.control_sum import ControlSum
from sifund_ledger.exchange.sie.records.labels import ROW_LABELS, RULES
from sifund_ledger.exchange.sie.records.tokens import SieRecord, record_of
from sifund_ledger.files import MOST_FAULTY_LINES
from sifund_ledger.findings import printable

MOST_ODD_RECORDS: Final = 100_000
"""How many records that are unknown, faulty or there twice a file may have before it is taken for no SIE file."""
LONGEST_LINE: Final = 1 << 20
_CHUNK: Final = 1 << 17
_NEAR: Final = 1 << 9
"""How many characters after an odd record are first read at once."""
_MOST_HALVINGS: Final = 4
_EMPTY: Final = re.compile(r"\n++")
_SPACED: Final = re.compile(r"\n\}\n\n++")
_BLANK_ENDS: Final = ("\n ", "\n\t", " \n", "\t\n")


_ANY_RECORD: Final = re.compile(r"^[ \t]*+#[^ \t\n{}\"]", re.MULTILINE)


def has_records(text: str) -> bool:
    """Whether any line begins as a record does.

    >>> has_records("#FLAGGA 0\\n"), has_records("# Rubrik\\n")
    (True, False)
    """
    return _ANY_RECORD.search(text) is not None


class Record(NamedTuple):
    """A record outside vouchers, and its line."""

    line: int
    record: SieRecord


@dataclass(slots=True)
class Voucher:
    """A voucher that was read line by line: its #VER, and every record between its braces with its line."""

    line: int
    head: SieRecord
    items: list[Record] = field(default_factory=list)
    opened: bool = False


Scanned = Record | Voucher | Vouchers | Balances | Chart


class _GiveUp(Exception):
    """Too many lines cannot be read as SIE."""


class _Lines:
    """The state of reading line by line: the open voucher, the control total, how many lines were not records."""

    def __init__(self, found: FileFindings) -> None:
        self.found = found
        self.total = ControlSum()
        self.voucher: Voucher | None = None
        self._faulty = 0
        self._unknown = 0

    @property
    def at_rest(self) -> bool:
        """Whether no voucher is open and no control total is being taken."""
        return self.voucher is None and not self.total.running

    @property
    def is_clean(self) -> bool:
        """Whether it is at rest, and every line so far was a record that is known."""
        return self.at_rest and not (self._faulty or self._unknown)

    def can_sum(self, text: str, begin: int, end: int) -> bool:
        """Sum a part of a text that is read at once, while a control total is taken; whether that can be done."""
        if self.total.running:
            part = text[begin:end]
            if "\\" in part:  # a quotation mark may be content
                return False
            self.total.add_text(part)
        return True

    def _fault(self, line: int) -> None:
        self._faulty += 1
        if self._faulty >= MOST_FAULTY_LINES and 10 * self._faulty > line:
            self.found.add(codes.SIE_NOT_SIE, line, count=self._faulty)
            raise _GiveUp

    def feed(self, text: str, line: int) -> Iterator[Record | Voucher]:
        """Take a line; give what it completes."""
        text = text.strip(" \t\r")
        if not text or text == "\x1a":
            return
        if len(text) > LONGEST_LINE:
            self.found.add(codes.SIE_LINE_TOO_LONG, line, length=len(text))
            self._fault(line)
        elif text[0] == "#" and text[1:2] not in ("", " ", "\t", "{", "}", '"'):
            record = record_of(text, line, self.found)
            if record.label == "KSUMMA":
                self.total.take(record, line, self.found)
            elif self.total.running:
                self.total.add(record)
            yield from self._record(record, line)
        elif text == "{":
            self._opening(line)
        elif text == "}":
            yield from self._closing(line)
        else:
            self.found.add(codes.SIE_NOT_A_RECORD, line, value=printable(text))
            self._fault(line)
            yield Record(line, SieRecord("", (text,)))

    def _opening(self, line: int) -> None:
        if self.voucher is None or self.voucher.opened:
            self.found.add(codes.SIE_BRACE_UNCLOSED, line)
            self._fault(line)
        else:
            self.voucher.opened = True

    def _closing(self, line: int) -> Iterator[Voucher]:
        if self.voucher is None:
            self.found.add(codes.SIE_BRACE_UNCLOSED, line)
            self._fault(line)
            return
        if not self.voucher.opened and not self.voucher.items:
            self.found.add(codes.SIE_VOUCHER_BRACES, line, opened=self.voucher.line)
        yield self.voucher
        self.voucher = None

    def _record(self, record: SieRecord, line: int) -> Iterator[Record | Voucher]:
        if record.label not in RULES:
            self._unknown += 1
            if self._unknown >= MOST_ODD_RECORDS:
                self.found.add(codes.SIE_NOT_SIE, line, count=self._unknown)
                raise _GiveUp
        if self.voucher is not None:
            if record.label in ROW_LABELS or (self.voucher.opened and record.label not in RULES):
                if not self.voucher.opened:
                    self.found.add(codes.SIE_VOUCHER_BRACES, line, opened=self.voucher.line)
                    self.voucher.opened = True
                self.voucher.items.append(Record(line, record))
                return
            yield from self.end(line)
        if record.label == "VER":
            self.voucher = Voucher(line, record)
            return
        if record.label in ROW_LABELS:
            self.found.add(codes.SIE_ROW_OUTSIDE_VOUCHER, line, label=record.label)
            self._fault(line)
        yield Record(line, record)

    def end(self, line: int) -> Iterator[Voucher]:
        """What is still open ends here, without its brace."""
        if self.voucher is not None:
            if self.voucher.opened:
                self.found.add(codes.SIE_VOUCHER_UNCLOSED, line, opened=self.voucher.line)
            yield self.voucher
            self.voucher = None


class Scanner:
    """Reads a text from first to last, in one piece or several that end with a line."""

    def __init__(self, found: FileFindings, texts: RowTexts) -> None:
        self._lines = _Lines(found)
        self._texts = texts
        self._spaced = False
        self.line = 1
        """The line that comes next."""
        self.ended = False
        """Whether reading has ended, since too much cannot be read."""

    @property
    def at_rest(self) -> bool:
        """Whether no voucher is open and no control total is being taken."""
        return self._lines.at_rest

    @property
    def is_clean(self) -> bool:
        """Whether it is at rest, and every line so far was a record that is known."""
        return self._lines.is_clean and not self.ended

    def pass_over(self, count: int) -> None:
        """So many lines are known already."""
        self.line += count

    def scan(self, text: str) -> Iterator[Scanned]:
        """Everything in a piece, in order; what cannot be read is reported."""
        if not text.endswith("\n") and text:
            text += "\n"
        lines, line = self._lines, self.line
        position, barren, tidy, odd, most = 0, False, False, 0, _CHUNK
        try:
            while position < len(text) and not self.ended:
                if lines.voucher is None and position >= odd:
                    end, beyond, records = records_of(text, position, most, line)
                    most = min(2 * most, _CHUNK)
                    if end < beyond:  # the line there is odd, and others may be near it
                        odd, most = text.index("\n", end) + 1, _NEAR
                    if records is not None and lines.can_sum(text, position, end):
                        yield records
                        position, line = end, line + text.count("\n", position, end)
                        continue
                end, at_voucher = -1, lines.voucher is None and text.startswith("#VER", position)
                if at_voucher:
                    if not barren:
                        end = text.rfind(CLOSING, position, position + _CHUNK)
                        if end < 0:  # a voucher larger than that, or one that never ends
                            end = text.find(CLOSING, position)
                            barren = end < 0
                        end += len(CLOSING)
                    read = self._vouchers(text[position:end], line) if not barren else None
                    if read is not None and lines.can_sum(text, position, end):
                        yield read
                        position, line = end, read.after
                        continue
                if not tidy and (at_voucher or text[position] in " \t"):
                    text, position, barren, tidy, odd = _tidied(text, position), 0, False, True, 0
                elif at_voucher and not barren:
                    yield from self._halved(text[position:end], line)
                    position, line = end, line + text.count("\n", position, end)
                elif text[position] == "\n":
                    end = _EMPTY.match(text, position).end()  # type: ignore[union-attr]
                    position, line = end, line + end - position
                else:
                    end = text.find("\n", position)
                    yield from lines.feed(text[position:end], line)
                    position, line = end + 1, line + 1
        except _GiveUp:
            self.ended = True
            yield from lines.end(line)
        self.line = line

    def _vouchers(self, text: str, line: int) -> Vouchers | None:
        """Vouchers between which empty lines may stand, or ``None`` where any is not entirely regular.

        Empty lines are first looked for where the last vouchers had them.
        """
        was_spaced = self._spaced
        if not was_spaced and (read := vouchers_of(text, line, self._texts)) is not None:
            return read
        self._spaced = text.startswith("\n") or f"{CLOSING}\n" in text
        if not self._spaced:
            return vouchers_of(text, line, self._texts) if was_spaced else None
        read = vouchers_of(_SPACED.sub(CLOSING, text.lstrip("\n")), line, self._texts)
        heads = (at for at, each in enumerate(text.split("\n"), line) if each.startswith("#VER"))
        return read and read._replace(lines=list(heads))

    def _halved(self, text: str, line: int, depth: int = 0) -> Iterator[Scanned]:
        """Vouchers some of which are not regular: halved, so that most others go in bulk, and then one by one."""
        half = text.find(CLOSING, len(text) // 2 - len(CLOSING)) + len(CLOSING)
        if half == len(text):
            half = text.rfind(CLOSING, 0, len(text) // 2) + len(CLOSING)
        if not len(CLOSING) <= half < len(text):
            for each in text.split("\n")[:-1]:
                yield from self._lines.feed(each, line)
                line += 1
            return
        parts = [text[:half], text[half:]]
        if depth == _MOST_HALVINGS:
            parts = [part + CLOSING for part in text[: -len(CLOSING)].split(CLOSING)]
        for part in parts:
            read = self._vouchers(part, line) if self.at_rest else None
            if read is not None:
                yield read
            else:
                yield from self._halved(part, line, depth + 1)
            line += part.count("\n")

    def finish(self) -> Iterator[Scanned]:
        """What is still open where the text ends."""
        if not self.ended:
            yield from self._lines.end(self.line - 1)
            self._lines.total.finish(self._lines.found)


def _tidied(text: str, position: int) -> str:
    """The text from a position on without blanks around its records, where they mean nothing."""
    if any(text.find(blank, position) >= 0 for blank in _BLANK_ENDS):
        return "\n".join(map(str.strip, text[position:].split("\n"), repeat(" \t")))
    return text[position:].lstrip(" \t")
