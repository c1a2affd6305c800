"""What stands in a book, record by record (journalen som tabell), and what each record posts (konteringar)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from sifund_ledger.amounts import Language
from sifund_ledger.book.record_names import words_of, words_of_event
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, FormField, amount, fiscal_year, number, text
from sifund_ledger.ledger.accounts import NET_ASSETS
from sifund_ledger.ledger.balances import account_words
from sifund_ledger.ledger.canonical.writing import field_names
from sifund_ledger.ledger.entries import Entry, EntryDraft
from sifund_ledger.ledger.records import Draft, Record
from sifund_ledger.table import Cell, ColumnKind, Row, Table
from sifund_ledger.year_end.compared import Source, where
from sifund_ledger.year_end.events import YearCompared

_ABOUT_KIND: Final = {
    "ground_invoked": Bilingual(
        "{ore:kr} kr av underskottet {deficit_year}: {reason}",
        "{ore:kr} kr of the deficit of {deficit_year}: {reason}",
    ),
    "cost_reported": Bilingual(
        "{fund}, {project}, {board}, {year}: brutto {gross_ore:kr} kr",
        "{fund}, {project}, {board}, {year}: gross {gross_ore:kr} kr",
    ),
    "excluded_opened": Bilingual(
        "{year}: vinster {gains_ore:kr} kr, förluster {losses_ore:kr} kr",
        "{year}: gains {gains_ore:kr} kr, losses {losses_ore:kr} kr",
    ),
    "balance_result_corrected": Bilingual(
        "Balanskravsresultatet {of_year} är {new_ore:kr} kr i stället för {old_ore:kr} kr: {reason}",
        "The balance requirement result of {of_year} is {new_ore:kr} kr instead of {old_ore:kr} kr: {reason}",
    ),
}
"""What an event that has no entry is about, where that takes more than names."""
_LACKS: Final = {
    "general_ledger": Bilingual("inte avstämt mot huvudboken", "not held against the general ledger"),
    "action_plan": Bilingual("ingen åtgärdsplan för underskottet", "no action plan for the deficit"),
    "stated_equity": Bilingual("uppgifterna har ett annat eget kapital", "the figures state another equity"),
    "statement": Bilingual("ingen utredning upprättad, bara resultatet", "no statement drawn up, the result alone"),
}
"""What a year was closed without."""
_STATED: Final[dict[str, Callable[[Any], int]]] = {
    "application_declared": lambda event: event.sought_ore or 0,
    "cost_reported": lambda event: event.net_ore,
    "deficits_opened": lambda event: sum(left for _, left, *_ in event.deficits),
    "intention_stated": lambda event: sum(ore for _, ore in event.amounts),
    "balance_result_corrected": lambda event: event.new_ore - event.old_ore,
}
"""The amount that an event states without an entry, where it is not its ``ore``."""
_ABOUT: Final = ("fund", "subfund", "project", "board", "year", "source", "entity")
_YEARS: Final = ("year", "effect_year", "stated_year")

_WHAT: Final = text("what", "Händelse", "Event")
_DECISION: Final = text("decision", "Beslut", "Decision")
_LINE: Final = (
    text("account", "Konto", "Account"),
    amount("debit", "Debet", "Debit"),
    amount("credit", "Kredit", "Credit"),
)
_LOG: Final = Form(
    "log", Bilingual("Journal", "Journal"),
    (
        number("seq", "Post", "Record"), FormField("recorded", Bilingual("Registrerad", "Recorded"), ColumnKind.DAY),
        text("voucher", "Verifikation", "Voucher"), fiscal_year(), _WHAT, text("about", "Avser", "About"),
        amount("amount", "Belopp", "Amount"), _DECISION, text("actor", "Av", "By"),
    ),
)  # fmt: skip
_POSTINGS: Final = Form("postings", Bilingual("Konteringar", "Postings"), (number("seq", "Post", "Record"), *_LINE))
_PROPOSED: Final = Form(
    "proposed_postings",
    Bilingual("Bokslutets konteringar", "Postings of the year-end"),
    (_WHAT, text("about", "Avser", "About"), *_LINE, _DECISION),
)


def of_year(record: Record) -> int:
    """The fiscal year that a record belongs to: its entry's, or the one that its event names; 0 for none."""
    if record.entry:
        return record.entry.year
    return next((year for name in _YEARS if (year := int(getattr(record.event, name, 0) or 0))), 0)


def concerns(record: Record, part: str, name: str) -> bool:
    """Whether a record is about a ``fund``, ``project`` or ``board`` of a name, in its event or in what it posts."""
    postings = record.entry.postings if record.entry else ()
    return name in (getattr(record.event, part, None), *(getattr(line.account, part) for line in postings))


def log_table(records: Iterable[Record], language: Language = "sv") -> Table:
    """Records one to a row: number, day, voucher, year, what it does, about what, amount, decision, who recorded it.

    The amount is what its entry moves, in öre, as :func:`moved_ore`; of a record without an entry what it states: the
    net cost, the effect, the ground, what is left of deficits, what is intended, what a result is corrected by.
    """
    return _LOG.listing(map(_cells, records), language)


def moved_ore(record: Record) -> int | None:
    """What a record moves, in öre; of what it posts in several books, in the first.

    A change of equity has its sign, so a loss and what takes back a result are negative, and so is a loss that joins
    other equity. What only moves between accounts has none.
    """
    if record.entry is None:
        return None
    postings = record.entry.postings
    if changed := sum(line.ore for line in postings if line.account.code == NET_ASSETS):
        return changed
    moved = sum(line.ore for line in postings if line.ore > 0 and line.account.book == postings[0].account.book)
    return -moved if getattr(record.event, "ore", 0) < 0 else moved


def _amount(record: Record) -> int | None:
    """What a record moves, or states where it has no entry; öre."""
    if record.entry is not None:
        return moved_ore(record)
    stated = _STATED.get(record.event.kind)
    return stated(record.event) if stated else getattr(record.event, "ore", None)


def _cells(record: Record) -> tuple[Cell, ...]:
    entry = record.entry
    voucher = f"{entry.series} {entry.number}" if entry else ""
    return (
        record.seq, record.recorded_at.date(), voucher, of_year(record) or None, words_of(record),
        entry.text if entry else _about(record.event), _amount(record), str(record.decision or ""), record.actor,
    )  # fmt: skip


def _about(event: Any) -> str | Bilingual:
    if event.kind == "closed_lacking":
        lacks = [_LACKS.get(each, Bilingual(each, each)) for each in event.lacks]
        return Bilingual(*(f"{event.year}: {', '.join(words)}" for words in zip(*lacks, strict=True)))
    if isinstance(event, YearCompared) and event.source in [*Source]:
        return Bilingual(*(f"{event.year}, {there}" for there in where(event)))
    if type(event).__module__ == "sifund_ledger.programme.events":
        from sifund_ledger.programme.log_words import about_fact  # loaded for those alone who have such facts

        return about_fact(event)
    same = event.kind == "cost_reported" and event.gross_ore == event.net_ore  # the amount is the gross cost too
    if event.kind in _ABOUT_KIND and not same:
        return _ABOUT_KIND[event.kind].filled(**{name: getattr(event, name) for name in field_names(type(event))})
    values = (getattr(event, name, None) for name in _ABOUT)
    return ", ".join(str(value) for value in values if value)


def postings_table(records: Iterable[Record], language: Language = "sv") -> Table:
    """What records post (konteringar), line by line, debit and credit in öre."""
    lines = ((record.seq, *line) for record in records for line in _posted(record.entry))
    return _POSTINGS.listing(lines, language)


def _posted(entry: Entry | EntryDraft | None) -> Iterator[tuple[Bilingual, int | None, int | None]]:
    """Account, debit and credit of each line."""
    for account, ore in entry.postings if entry else ():
        yield account_words(account), ore if ore > 0 else None, -ore if ore < 0 else None


def proposed_table(drafts: Iterable[Draft], language: Language = "sv") -> Table:
    """What a year-end records (bokslutets konteringar), line by line, debit and credit in öre: all of it, also what
    moves no amount."""
    return _PROPOSED.table(_PROPOSED.columns, _proposed(drafts), language)


def _proposed(drafts: Iterable[Draft]) -> Iterator[Row]:
    for draft in drafts:
        entry = draft.event.draft()
        what, about = words_of_event(draft.event), entry.text if entry else _about(draft.event)
        lines: list[tuple[Cell, ...]] = [*_posted(entry)]
        for line in lines or [("", None, None)]:
            yield Row((what, about, *line, str(draft.decision or "")), code=draft.event.kind)
