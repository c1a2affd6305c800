"""What a book must be able to show of itself (räkenskapsinformation): its vouchers, its system, and its history.

LKBR 3:11 asks for a description of the system (systemdokumentation) and of what was processed in it
(behandlingshistorik); an auditor asks for every voucher (verifikationslista). All three follow from the registries and
the records: accounts, events, commands, checks and formats are listed as the program has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import sifund_ledger
from sifund_ledger.amounts import Language
from sifund_ledger.audit import words as of_audit
from sifund_ledger.audit.registry import CHECKS
from sifund_ledger.book import Book
from sifund_ledger.book.commands import all_commands
from sifund_ledger.book.log import log_table
from sifund_ledger.book.record_names import words_of, words_of_kind
from sifund_ledger.findings import Bilingual
from sifund_ledger.law.rules import CONSOLIDATED_TO
from sifund_ledger.ledger.accounts import CHART
from sifund_ledger.ledger.balances import account_words
from sifund_ledger.ledger.canonical.writing import field_names
from sifund_ledger.ledger.events import EntryCorrected, NoteBlotted
from sifund_ledger.ledger.records import Record
from sifund_ledger.report import words
from sifund_ledger.report.document import Figures, Form, Part, Prose, Report, Section
from sifund_ledger.report.system_words import (
    ACCOUNTS,
    CHECKS_OF,
    COMMANDS,
    CORRECTED,
    CORRECTED_BY,
    CORRECTS,
    EVENTS,
    FORMATS,
    HISTORY,
    LIMITS,
    MORE,
    OVERVIEW,
    PROCESSED,
    READ_AND_WRITTEN,
    THE_CHAIN,
    VOUCHERS,
)
from sifund_ledger.table import Cell, Row, RowKind, Table
from sifund_ledger.year_end.book_state import EVENT_TYPES


def voucher_list(book: Book, *, language: Language = "sv") -> Report:
    """Every verifikation of a book, year by year (verifikationslista): its number, the day it was recorded and the day
    of what happened, what it concerns, accounts with debit and credit, decision, who recorded it, what it refers to.

    >>> from sifund_ledger import open_book
    >>> voucher_list(open_book(create="Ale kommun", actor="ekonomi")).title
    'Verifikationslista'
    """
    by_year: dict[int, list[Record]] = {}
    for record in book.records():
        if record.entry is not None:
            by_year.setdefault(record.entry.year, []).append(record)
    sections = [
        Section(f"y{year}", str(year), (Figures(_vouchers(year, records, language)),))
        for year, records in sorted(by_year.items())
    ]
    return _report(book, "vouchers", sections, language)


def system_documentation(book: Book, *, language: Language = "sv") -> Report:
    """The system that a book is kept in (systemdokumentation, LKBR 3:11): how it is built, its accounts, events,
    commands, checks, the chain, and the formats it reads and writes.

    >>> from sifund_ledger import open_book
    >>> made = system_documentation(open_book(create="Ale kommun", actor="ekonomi"))
    >>> [section.code for section in made.sections]
    ['overview', 'accounts', 'events', 'commands', 'checks', 'chain', 'formats']
    """
    said: dict[str, Part] = {
        "overview": Prose(tuple(_filled(OVERVIEW, book, language))),
        "accounts": Figures(_accounts(language)),
        "events": Figures(_events(language)),
        "commands": Figures(_commands(language)),
        "checks": Figures(_checks(language)),
        "chain": Prose(tuple(each.words(language) for each in THE_CHAIN)),
        "formats": Figures(FORMATS.listing(READ_AND_WRITTEN, language)),
    }
    return _report(book, "system", _sections(said, language), language)


def processing_history(book: Book, *, language: Language = "sv") -> Report:
    """How every record of a book came about (behandlingshistorik, LKBR 3:11): when, by whom, by which event, on which
    decision, and what it corrects or is corrected by.

    >>> from sifund_ledger import open_book
    >>> made = processing_history(open_book(create="Ale kommun", actor="ekonomi"))
    >>> made.tables[0].rows[0].cells[3:5]
    ('bok öppnad: Ale kommun', '')
    """
    records = [*book.records()]
    said: dict[str, Part] = {"overview": Prose(tuple(_filled(PROCESSED, book, language)))}
    corrections = [record for record in records if isinstance(record.event, EntryCorrected | NoteBlotted)]
    if corrections:
        said["corrected"] = Figures(CORRECTED.listing(map(_correction, corrections), language))
    said["history"] = Figures(HISTORY.listing(_history(book, records, language), language))
    return _report(book, "history", _sections(said, language), language)


def _report(book: Book, code: str, sections: Iterable[Section], language: Language) -> Report:
    title = words.TITLES[code].words(language)
    return Report(title, book.entity, Form.DOCUMENTATION, language, str(book.checkpoint), tuple(sections))


def _sections(said: dict[str, Part], language: Language) -> list[Section]:
    return [Section(code, words.HEADINGS[code].words(language), (part,)) for code, part in said.items()]


def _filled(texts: Iterable[Bilingual], book: Book, language: Language) -> Iterator[str]:
    about = {
        "entity": book.entity, "version": sifund_ledger.__version__, "count": book.head.seq,
        "checkpoint": str(book.checkpoint), "consolidated": str(CONSOLIDATED_TO),
    }  # fmt: skip
    return (each.filled(**about).words(language) for each in texts)


# ---- vouchers


def _vouchers(year: int, records: Iterable[Record], language: Language) -> Table:
    rows = [row for record in records for row in _voucher(record)]
    return VOUCHERS.table(VOUCHERS.columns, rows, language, year=year)


def _voucher(record: Record) -> Iterator[Row]:
    """An entry, its postings, and what it refers to."""
    entry = record.entry
    if entry is None:
        return
    number = f"{entry.series} {entry.number}"
    cells: tuple[Cell, ...] = (
        number, record.recorded_at.date(), entry.event_date, entry.text, None, None, str(record.decision or ""),
        record.actor,
    )  # fmt: skip
    yield Row(cells, RowKind.PLAIN, number)
    for account, ore in entry.postings:
        cells = (
            number,
            None,
            None,
            account_words(account),
            ore if ore > 0 else None,
            -ore if ore < 0 else None,
            "",
            "",
        )
        yield Row(cells, RowKind.PLAIN, f"{number}.posting", 1)
    more = [each.filled(said=said) for each, said in zip(MORE, _referred(record), strict=True) if said]
    cells = (number, None, None, Bilingual(*(" ".join(each) for each in zip(*more, strict=True))), None, None, "", "")
    yield Row(cells, RowKind.PLAIN, f"{number}.reference", 1)


def _referred(record: Record) -> tuple[str, str, str]:
    entry = record.entry
    return str(record.seq), entry.counterparty if entry else "", "; ".join(entry.documents) if entry else ""


# ---- the system


def _accounts(language: Language) -> Table:
    rows = (
        (each.code, each.book.value, Bilingual(each.swedish, each.code.replace("_", " ")), LIMITS[each.limit])
        for each in CHART.values()
    )
    return ACCOUNTS.listing(rows, language)


def _events(language: Language) -> Table:
    rows = (
        (kind, version, words_of_kind(kind), ", ".join(field_names(event)), _yes(event.decided))
        for (kind, version), event in sorted(EVENT_TYPES.items())
    )
    return EVENTS.listing(rows, language)


def _yes(value: bool) -> Bilingual:
    return Bilingual("ja", "yes") if value else Bilingual("nej", "no")


def _commands(language: Language) -> Table:
    rows = (
        (each.sv.replace("_", " "), each.name, f"sifund {each.cli}", ", ".join(each.kinds)) for each in all_commands()
    )
    return COMMANDS.listing(rows, language)


def _checks(language: Language) -> Table:
    rows = (
        (each.code, each.name, of_audit.TIERS[each.tier], each.proves, each.cites.words(language)) for each in CHECKS
    )
    return CHECKS_OF.listing(rows, language)


# ---- the history


def _history(book: Book, records: list[Record], language: Language) -> Iterator[tuple[object, ...]]:
    log = log_table(records, language)
    about = [column.code for column in log.columns].index("about")
    for record, row in zip(records, log.rows, strict=True):
        entry = record.entry
        corrects = getattr(record.event, "corrects", "") or getattr(record.event, "target", "")
        yield (
            record.seq, f"{record.recorded_at:%Y-%m-%d %H:%M:%S}", record.actor,
            Bilingual(*(f"{each}: {row.cells[about]}" if row.cells[about] else each for each in words_of(record))),
            f"{entry.series} {entry.number}" if entry else "", str(record.decision or ""),
            _linked(corrects, book.correction_of(record.seq)), record.hash.hex()[:16],
        )  # fmt: skip


def _linked(corrects: object, corrected_by: int | None) -> str | Bilingual:
    """What a record corrects, and which record corrects it."""
    if corrected_by:
        return CORRECTED_BY.filled(seq=corrected_by)
    return CORRECTS.filled(seq=corrects) if corrects else ""


def _correction(record: Record) -> tuple[object, ...]:
    corrects = getattr(record.event, "corrects", 0) or getattr(record.event, "target", 0)
    said = record.entry.text if record.entry else ""
    decision = str(record.decision or "")
    return record.seq, record.recorded_at.date(), words_of(record), corrects, said, decision, record.actor
