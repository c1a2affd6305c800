"""Small books to refuse things in: a municipality with equity, results, a fund and a granted project, in a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sifund_ledger import Book, Decision, Policy, Refused, open_book, presets, sek
from sifund_ledger.findings import Finding, Severity

KF = Decision.parse("KF 2013-04-22 § 45")
KS = Decision.parse("KS 2013-03-06 § 31")
PROPOSED = Decision.parse("KF 2013-04-22 § 45", state="proposed")
REPEALED = Decision.parse("KF 2013-04-22 § 46", state="repealed")
APPROVED = Decision.parse("KF 2014-04-28 § 30")
LATE = Decision.parse("KF 2019-02-25 § 7")
BOTH_SOURCES = Policy(name="egen", source="KF 2012-05-21 § 60", use_without_project=False)


def clock() -> datetime:
    return datetime(2018, 6, 30, 12, 0, tzinfo=UTC)


def close_through(book: Book, year: int) -> None:
    """Close every year that is open through one, in order, on approvals of one day."""
    for each in range((book._state.closed_through or 2010) + 1, year + 1):
        book.close_year(each, decision=APPROVED)


def furnish(book: Book) -> None:
    """Equity of 100 at the close of 2010, results of 18, 4 and -3, two funds, a project; kr."""
    book.open_equity(2010, sek(100), opening_deficits=[], decision=KF)
    for year, kronor in ((2011, 18), (2012, 4), (2013, -3)):
        book.record_result(year, sek(kronor))
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    book.create_fund("egen", policy=BOTH_SOURCES, decision=KF)
    book.set_aside("social", sek(10), result_year=2011, decision=KF)
    book.grant("social", "Navigator", sek(4), board="BUN", financing="ur fonden", decision=KF)


@dataclass
class Filed:
    """A book in a file, and the assertion that a command is refused and the file stays as it was."""

    path: Path
    book: Book

    def refuses(self, command: Callable[[Book], object], *codes: str) -> tuple[Finding, ...]:
        head, warnings, before = self.book.head, self.book.warnings, self.path.read_bytes()
        with pytest.raises(Refused) as caught:
            command(self.book)
        assert self.path.read_bytes() == before
        assert (self.book.head, self.book.warnings) == (head, warnings)
        findings = caught.value.findings
        assert {finding.code for finding in findings} == set(codes)
        for finding in findings:
            assert finding.severity is Severity.ERROR
            assert finding.place
            assert finding.message
            assert finding.message_sv != finding.message
            assert finding.remedy
            assert finding.remedy_sv
        return findings


def filed(path: Path) -> Filed:
    book = open_book(path, create="Exempelkommunen", actor="ekonomi", clock=clock)
    furnish(book)
    return Filed(path, book)
