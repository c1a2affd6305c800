"""A report as Markdown (GitHub's, with pipe tables): to be kept beside code, put on a site, or made into a document.

Names are text alone: whatever in them would be markup, a link or a cell's end is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sifund_ledger.findings import REMEDY
from sifund_ledger.report import words
from sifund_ledger.report.document import Figures, Observations, Part, Pictures, Prose, Report, Vouchers
from sifund_ledger.report.printed import harmless, record_lines, told
from sifund_ledger.table import ColumnKind, RowKind

_MARKUP: Final = re.compile(r"[\\`*_\[\]<>&|~$@^{}]|(?<=:)//|(?<=www)\.", re.IGNORECASE)
_FIRST: Final = re.compile(r"^(\s*\d{0,9})([#+\-=.):>])")
"""What begins a heading, a list, a line below a heading, or a quotation, at the beginning of a line."""
_STEP: Final = "&emsp;"


def markdown_of(report: Report) -> str:
    """The report as Markdown. What figures come from opens in HTML alone; the records behind them are listed here."""
    language = report.language
    blocks = [f"# {escaped(report.title)}", *([f"**{escaped(report.entity)}**"] if report.entity else [])]
    blocks.append(f"*{escaped(words.FORMS_READ[report.form.value].words(language))}*")
    if report.draft:
        blocks.append(f"> **{escaped(report.draft)}**")
    for section in report.sections:
        blocks.append(f"## {escaped(section.heading)}")
        blocks += [block for part in section.parts for block in _blocks(part, report, section.heading)]
    blocks += ["---", *map(escaped, report.foot)]
    return "\n\n".join(blocks)


def escaped(text: str) -> str:
    """Text on one line that is nothing but text where Markdown is read.

    >>> print(escaped("1. <b>A|B</b> *c* [d](http://e)"))
    1\\. \\<b\\>A\\|B\\</b\\> \\*c\\* \\[d\\](http:\\/\\/e)
    """
    said = _MARKUP.sub(lambda found: "".join(f"\\{each}" for each in found[0]), harmless(text).replace("\t", " "))
    return _FIRST.sub(r"\1\\\2", said)


def _paragraph(text: str, before: str = "") -> str:
    """A paragraph, with a hard break where it had a line break."""
    return "\\\n".join(before + escaped(line) for line in text.splitlines() or [""])


def _blocks(part: Part, report: Report, heading: str) -> Iterator[str]:
    if isinstance(part, Prose):
        if part.heading:
            yield f"### {escaped(part.heading)}"
        before = "> " if part.boxed else ""
        paragraphs = [_paragraph(each, before) for each in part.paragraphs]
        yield from ["\n>\n".join(paragraphs)] if part.boxed else paragraphs
    elif isinstance(part, Figures):
        yield from _table(part, heading, report.entity)
    elif isinstance(part, Pictures):
        for chart in part.charts:
            yield f"**{escaped(chart.heading)}**: {escaped(chart.alternative)}"
    elif isinstance(part, Observations):
        yield "\n".join(_findings(part, report))
    elif isinstance(part, Vouchers):
        yield "\n".join(
            "- " + "\\\n  ".join(map(escaped, record_lines(record, report.language))) for record in part.records
        )


def _table(part: Figures, heading: str, entity: str) -> Iterator[str]:
    """A pipe table: amounts to the right, sums and headings bold, what is set further in moved in."""
    table, heads = part.table, [escaped(each) for each in part.table.heads]
    if part.titled_by(heading, entity) and not heads[0]:
        heads[0] = table.measure
    else:
        yield f"**{escaped(table.heading)}**"
    right = (ColumnKind.AMOUNT, ColumnKind.SHARE, ColumnKind.COUNT)
    lines = [_line(heads), _line(["---:" if kind in right else "---" for kind in table.kinds])]
    for number, (row, printed) in enumerate(zip(table.rows, table.printed(), strict=True)):
        cells = [escaped(each) for each in printed]
        if row.kind in (RowKind.SUM, RowKind.HEADING):
            cells = [f"**{each}**" if each.strip() else "" for each in cells]
        cells[0] = _STEP * row.level + cells[0]
        if number in part.rules:
            cells[0] += f" *({escaped(part.rules[number])})*"
        lines.append(_line(cells))
    yield "\n".join(lines)
    yield from (_paragraph(str(remark)) for remark in table.remarks)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _findings(part: Observations, report: Report) -> Iterator[str]:
    if not part.findings:
        yield words.NO_FINDINGS.words(report.language)
    for finding in part.findings:
        each = told(finding, report)
        lines = [f"- **{escaped(each.severity)}** {escaped(f'{each.message} {each.cited}'.rstrip())}"]
        if each.remedy:
            lines.append(escaped(f"{REMEDY.words(report.language).capitalize()}: {each.remedy}"))
        yield "\\\n  ".join((*lines, f"*{escaped(each.where)}*"))
