"""Tomelilla's book of the contract's script, up to the year-end of 2013 (worked example D6)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sifund_ledger import Book, Decision, Finding, YearEnd, YearFigures, open_book, presets, sek

KF = Decision.parse("KF 2012-04-23 § 45")
USE = Decision.parse("KF 2014-04-28 § 31")
GROUNDS = Decision.parse("KF 2014-04-28 § 32")
APPROVAL = Decision.parse("KF 2014-04-28 § 30")


def new_book(entity: str = "Tomelilla kommun", **more: Any) -> Book:
    return open_book(create=entity, actor="ekonomi", clock=lambda: datetime(2018, 6, 30, 12, 0, tzinfo=UTC), **more)


def tomelilla() -> Book:
    book = new_book()
    book.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=KF)
    book.record_result(2011, sek("18 000 000"))
    book.record_result(2012, sek("4 000 000"))
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=KF)
    book.set_aside("social", sek("10 000 000"), result_year=2011, decision=KF)
    book.use("social", sek("2 500 000"), year=2013, decision=USE)
    return book


def year_end(book: Book, year: int = 2013, result: str = "-1 500 000", **more: Any) -> YearEnd:
    decision = more.pop("grounds_decision", None)
    draft = more.pop("draft", False)
    return book.year_end(year, YearFigures(net_result=sek(result), **more), grounds_decision=decision, draft=draft)


def close_before(book: Book, year: int = 2013) -> None:
    """Close every year of the book before one, on the approval of its annual report."""
    for each in range(2011, year):
        book.close_year(each, decision=APPROVAL)


def codes(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings}
