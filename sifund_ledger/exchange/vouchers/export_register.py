"""The register of what has gone out (register över utgånget material): one mark a line, so that nothing goes twice.

A mark names an entry and begins the hash of its record. So one register serves several books, and an entry that was
recorded anew in another book is another entry. Where the text of a voucher was shortened for the system that receives
it, the whole text follows its mark, behind a tab.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from sifund_ledger.errors import Refused, UnreadableInput
from sifund_ledger.exchange.structured.reading import limited
from sifund_ledger.exchange.vouchers import findings as codes
from sifund_ledger.findings import Bilingual, Finding, FindingCode
from sifund_ledger.ledger.records import Record

_MARK: Final = re.compile(r"(?:frame \d{4} )?\S{1,40}/\d{4}:[0-9a-f]{16}(?:\t.*)?")


def entry_name(record: Record) -> str:
    """What an entry is called (verifikationsnummer): its series and number; empty for a record without one."""
    return f"{record.entry.series} {record.entry.number}" if record.entry else ""


def mark_of(record: Record, *, frame_year: int | None = None) -> str:
    """The mark of an entry in the register: as a voucher, or as budget lines of a year."""
    if record.entry is None:
        raise ValueError(f"record {record.seq} has no entry that could go out")
    entry = record.entry
    mark = f"{entry.series}{entry.number}/{entry.year}:{record.hash.hex()[:16]}"
    return mark if frame_year is None else f"frame {frame_year} {mark}"


@dataclass(slots=True)
class Outgoing:
    """Tells what goes out from what has gone out before, by the register's marks; mutable, and never handed out."""

    year: int
    twice: FindingCode
    before: frozenset[str]
    only_new: bool
    marks: list[str] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)
    _gone: int = 0

    def takes(self, record: Record, *, frame_year: int | None = None, text: str = "") -> bool:
        """Whether an entry goes out; one that has gone is a fault, unless only what is new was asked for.

        ``text`` is what the register keeps behind the mark.
        """
        mark = mark_of(record, frame_year=frame_year)
        if mark not in self.before:
            self.marks.append(f"{mark}\t{' '.join(text.split())}" if text else mark)
            return True
        self._gone += 1
        if not self.only_new:
            self.faults.append(self.twice.at(str(self.year), entry=entry_name(record), year=self.year, mark=mark))
        return False

    def ended(self) -> Iterator[Finding]:
        """A note where nothing goes out. Raises :class:`~sifund_ledger.errors.Refused` with every fault."""
        if self.faults:
            raise Refused(dict.fromkeys(self.faults))
        if not self.marks:
            yield codes.EXPORT_EMPTY.at(str(self.year), year=self.year, before=self._gone)


def parse_register(data: bytes, name: str = "register.txt") -> tuple[str, ...]:
    """The lines of a register: marks, each with the text behind it if it has one.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` with every line that is none.

    >>> parse_register(b"A3/2013:00112233aabbccdd\\r\\n")
    ('A3/2013:00112233aabbccdd',)
    """
    try:
        lines = [line.strip() for line in data.decode("utf-8-sig").splitlines()]
    except UnicodeDecodeError:
        why = Bilingual("den är inte text", "it is not text")
        raise UnreadableInput([codes.REGISTER_UNREADABLE.at(name, why=why)]) from None
    if faults := limited(_faults(lines, name), name):
        raise UnreadableInput(faults)
    return tuple(line for line in lines if line)


def _faults(lines: list[str], name: str) -> Iterator[Finding]:
    wrong = [number for number, line in enumerate(lines, 1) if line and not _MARK.fullmatch(line)]
    if len(wrong) == sum(map(bool, lines)) > 0:
        why = Bilingual("ingen rad är märket för en verifikation", "no line is the mark of an entry")
        yield codes.REGISTER_UNREADABLE.at(name, why=why)
        return
    why = Bilingual("raden är inte märket för en verifikation", "the line is not the mark of an entry")
    yield from (codes.REGISTER_UNREADABLE.at(f"{name}:{number}", why=why) for number in wrong)


def marks_alone(lines: Iterable[str]) -> frozenset[str]:
    """The marks of lines of a register, without the texts behind them."""
    return frozenset(line.partition("\t")[0] for line in lines)


def register_text(marks: Iterable[str]) -> str:
    """The register with these marks, each once, in the order they went out.

    >>> register_text(("A3/2013:00112233aabbccdd", "A3/2013:00112233aabbccdd"))
    'A3/2013:00112233aabbccdd\\n'
    """
    return "".join(f"{mark}\n" for mark in dict.fromkeys(marks))
