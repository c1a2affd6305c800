"""The decisions that a year's records rest on (årets beslut), record by record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sifund_ledger.amounts import Language
from sifund_ledger.book.log import log_table, of_year
from sifund_ledger.ledger.records import Record
from sifund_ledger.report import words
from sifund_ledger.report.arranging import with_columns
from sifund_ledger.report.document import Origin, Place
from sifund_ledger.report.origins.making import Making
from sifund_ledger.table import Table


def decisions_of(year: int, making: Making, language: Language) -> tuple[Table, dict[Place, Origin]] | None:
    """The table of a year's decisions, and where its amounts come from; ``None`` where nothing is decided."""
    records = sorted(
        (each for each in making.records.by_seq.values() if _is_decided(each) and of_year(each) == year),
        key=_by_decision,
    )
    if not records:
        return None
    log = with_columns(log_table(records, language), ["decision", "what", "about", "amount"])
    table = replace(log, title=words.DECISIONS_OF.words(language).format(year=year), code="decisions")
    origins = {
        (number, 3): making.of(row.cells[1], row.cells[3], records=(record.seq,))
        for number, (row, record) in enumerate(zip(table.rows, records, strict=True))
        if isinstance(row.cells[3], int)
    }
    return table, origins


def _by_decision(record: Record) -> tuple[str, date, int, str, int]:
    """The order of decisions: by body and day, and as the paragraphs of the minutes follow."""
    decision = record.decision
    assert decision is not None
    return decision.body, decision.date, len(decision.paragraph), decision.paragraph, record.seq


def _is_decided(record: Record) -> bool:
    """Whether a record is what a decision was about, and no mark that the book makes on the same decision."""
    return record.decision is not None and record.event.kind not in ("checkpoint_written", "closed_lacking")
