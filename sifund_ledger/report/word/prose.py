"""The texts of a report in a Word document (text): paragraphs, findings, records."""

from __future__ import annotations

from collections.abc import Iterator

from sifund_ledger.findings import REMEDY
from sifund_ledger.report import words
from sifund_ledger.report.document import Observations, Prose, Report, Voucher, Vouchers
from sifund_ledger.report.printed import told
from sifund_ledger.report.word.markup import Markup

_AFTER_TABLE = 200


def paragraphs(part: Prose, markup: Markup, *, after_table: bool) -> Iterator[str]:
    """Prose, in its own language where it has one; set apart where it is boxed."""
    if part.heading:
        yield markup.paragraph("heading 2", markup.run(part.heading, language=part.language))
    for number, text in enumerate(part.paragraphs):
        before = _AFTER_TABLE if after_table and not number and not part.heading else -1
        style = "Faktaruta" if part.boxed else "Body Text"
        yield markup.paragraph(style, markup.run(text, language=part.language), before=before)


def observations(part: Observations, report: Report, markup: Markup) -> Iterator[str]:
    """Findings: how grave, what it is, its paragraph; what to do; its place and code."""
    if not part.findings:
        yield markup.paragraph("Body Text", markup.run(words.NO_FINDINGS.words(report.language)))
    for finding in part.findings:
        each = told(finding, report)
        cited = markup.run(f" {each.cited}", "Hänvisning") if each.cited else ""
        yield markup.paragraph(
            "Iakttagelse", markup.run(each.severity, "Strong"), markup.run(f" {each.message}"), cited
        )
        if each.remedy:
            remedy = f"{REMEDY.words(report.language).capitalize()}: {each.remedy}"
            yield markup.paragraph("Body Text", markup.run(remedy), keep=True)
        yield markup.paragraph("Tabellanmärkning", markup.run(each.where))


def vouchers(part: Vouchers, report: Report, markup: Markup, width: int) -> Iterator[str]:
    """Records: voucher, day and what; decision and who; postings with their amounts on the right."""
    for record in part.records:
        yield markup.paragraph("Post", *_record(record, report, markup), before=120, stop=width)


def _record(record: Voucher, report: Report, markup: Markup) -> Iterator[str]:
    voucher, day, what, about, amount, actor = record.line
    yield markup.bookmark(f"p{record.seq}", markup.run(str(record.seq), "Strong"))
    head = " ".join(each for each in (voucher, day, what) if each)
    yield markup.run(f" {head}: {about}" if about else f" {head}")
    if amount:
        yield markup.tab() + markup.run(f"{amount} kr")
    yield markup.line_break()
    by = f"{words.BY.words(report.language)} {actor}"
    yield markup.run(" · ".join(each for each in (record.decision, by) if each), "Hänvisning")
    for account, debit, credit in record.postings:
        side = (words.DEBIT if debit else words.CREDIT).words(report.language)
        yield markup.line_break() + markup.run(f"{side} {account}") + markup.tab() + markup.run(debit or credit)
