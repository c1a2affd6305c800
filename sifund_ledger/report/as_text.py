"""A report as plain text (text): for a terminal, a mail, or to be searched. Prose, tables, pictures in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import TextWrapper
from typing import Final

from sifund_ledger.findings import REMEDY
from sifund_ledger.report import words
from sifund_ledger.report.document import Figures, Observations, Part, Pictures, Prose, Report, Vouchers
from sifund_ledger.report.printed import harmless, record_lines, told
from sifund_ledger.written import visible

_WIDTH: Final = 100


def text_of(report: Report) -> str:
    """The report as plain text, with nothing in it that a terminal would obey."""
    head = [report.entity, report.title, words.FORMS_READ[report.form.value].words(report.language)]
    blocks = ["\n".join(map(visible, filter(None, head)))]
    if report.draft:
        blocks.append(visible(report.draft).upper())
    for section in report.sections:
        blocks.append(_underlined(section.heading, "═"))
        blocks += [block for part in section.parts for block in _blocks(part, report)]
    blocks.append("\n".join(map(visible, report.foot)))
    return "\n\n".join(blocks)


def _underlined(heading: str, line: str) -> str:
    said = visible(heading)
    return f"{said}\n{line * min(len(said), _WIDTH)}"


def _wrapped(text: str, indent: str = "") -> str:
    """A paragraph on lines of a width; the lines that it was written on stay apart, and no word or amount is broken."""
    set_in = TextWrapper(
        _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )
    lines = (set_in.wrap(harmless(line)) or [""] for line in text.splitlines() or [""])
    return "\n".join(part for line in lines for part in line).replace("\u00a0", " ")


def _blocks(part: Part, report: Report) -> Iterator[str]:
    if isinstance(part, Prose):
        if part.heading:
            yield _underlined(part.heading, "─")
        yield from (_wrapped(each) for each in part.paragraphs)
    elif isinstance(part, Figures):
        yield part.table.text()
    elif isinstance(part, Pictures):
        for chart in part.charts:
            yield f"{visible(chart.heading)}\n{_wrapped(chart.alternative, '  ')}"
    elif isinstance(part, Observations):
        yield from _findings(part, report)
    elif isinstance(part, Vouchers):
        yield "\n".join(line for record in part.records for line in _lines(record_lines(record, report.language)))


def _findings(part: Observations, report: Report) -> Iterator[str]:
    if not part.findings:
        yield words.NO_FINDINGS.words(report.language)
    for finding in part.findings:
        each = told(finding, report)
        lines = [_wrapped(f"{each.severity}: {each.message}{f' [{each.cited}]' if each.cited else ''}")]
        if each.remedy:
            lines.append(_wrapped(f"{REMEDY.words(report.language)}: {each.remedy}", "  "))
        yield "\n".join((*lines, f"  {visible(each.where)}"))


def _lines(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield visible(line) if not number else f"    {visible(line)}"
