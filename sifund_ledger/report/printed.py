"""How every form prints what a report has (utskrift): harmless text, unbroken amounts, the figures that open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.findings import Finding
from sifund_ledger.report import words
from sifund_ledger.report.document import Figures, Origin, Place, Report, Voucher
from sifund_ledger.written import on_one_line

_UNBROKEN: Final = re.compile(r"(?<=\d) (?=\d{3}\b|kr\b|tkr\b|mkr\b|%)|(?<=§) (?=\d)")


def harmless(text: str) -> str:
    """Text with nothing that a reader's program would obey: what cannot be seen, is; an amount stays on its line.

    >>> harmless("1 000 kr\\x07")
    '1\\xa0000\\xa0kr\\\\x07'
    """
    return _UNBROKEN.sub("\u00a0", on_one_line(text))


def opened(figures: Figures, place: Place) -> Origin | None:
    """Where a figure comes from; nothing moved what is zero without records, and there is nothing to open."""
    origin, (row, column) = figures.origins.get(place), place
    return origin if origin is not None and (figures.table.rows[row].cells[column] or origin.records) else None


class Told(NamedTuple):
    """A finding in the language of a report: how grave, what it is, its paragraph, what to do, its place and code."""

    severity: str
    message: str
    cited: str
    remedy: str
    where: str


def told(finding: Finding, report: Report) -> Told:
    """A finding as a report tells it."""
    message, remedy = finding.in_language(report.language, report.calls)
    where = " · ".join(filter(None, (finding.placed(report.language), finding.code)))
    severity = words.SEVERITIES[finding.severity].words(report.language)
    return Told(severity, message, finding.cited(report.language), remedy, where)


def record_lines(record: Voucher, language: Language) -> Iterator[str]:
    """A record line by line: voucher, day, what and amount; decision and who; each posting."""
    voucher, day, what, about, amount, actor = record.line
    head = " ".join(each for each in (str(record.seq), voucher, day, what) if each)
    yield "".join((head, f": {about}" if about else "", f", {amount} kr" if amount else ""))
    yield " · ".join(each for each in (record.decision, f"{words.BY.words(language)} {actor}") if each)
    for account, debit, credit in record.postings:
        side = (words.DEBIT if debit else words.CREDIT).words(language)
        yield f"{side} {account} {debit or credit} kr"
