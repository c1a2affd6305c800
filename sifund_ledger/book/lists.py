"""What is in a book, listed (förteckningar): funds, projects, years, decisions, corrections, what is due."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from sifund_ledger.amounts import Language
from sifund_ledger.book.log import moved_ore
from sifund_ledger.book.reading import BookReader
from sifund_ledger.book.record_names import words_of
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, amount, count, fiscal_year, number, text
from sifund_ledger.funds.state.project import ProjectStanding
from sifund_ledger.funds.tables.words import STANDINGS
from sifund_ledger.table import Cell, Row, Table
from sifund_ledger.year_end.year_states import YEAR_STATES

_FUND: Final = text("fund", "Fond", "Fund", "name")
_PROJECT: Final = text("project", "Projekt", "Project")
_BOARD: Final = text("board", "Nämnd", "Board")
_DECISION: Final = text("decision", "Beslut", "Decision")


def _projects(book: BookReader) -> Iterator[tuple[Cell, ...]]:
    for name, each in book.projects.items():
        standing = STANDINGS[ProjectStanding(each.standing)]
        yield (
            name, each.fund, each.board, standing, each.granted_ore, each.used_ore, each.left_ore, each.repaid_ore,
            each.to_repay_ore,
        )  # fmt: skip


def _years(book: BookReader) -> Iterator[tuple[Cell, ...]]:
    entries = [record.entry for record in book.records() if record.entry]
    for year in sorted({entry.year for entry in entries}):
        count = sum(entry.year == year for entry in entries)
        note = book.equity_note(year)
        state, earmarked = YEAR_STATES[book.year_state(year)], sum(ore for _, ore in note.earmarks)
        yield year, state, count, note.result_ore, note.closing_ore, earmarked


def _decisions(book: BookReader) -> Iterator[tuple[Cell, ...]]:
    resting: dict[str, list[int]] = {}
    for record in book.records():
        if record.decision is not None:
            resting.setdefault(str(record.decision), []).append(record.seq)
    for decision, seqs in resting.items():
        yield decision, len(seqs), ", ".join(map(str, seqs))


def _corrections(book: BookReader) -> Iterator[tuple[Cell, ...]]:
    by_seq = {record.seq: record for record in book.records()}
    for seq, record in by_seq.items():
        by = book.correction_of(seq)
        if by is not None and record.entry is not None:
            correction = by_seq[by]
            yield seq, words_of(record), record.entry.year, moved_ore(record), by, str(correction.decision or "")


_LISTS: Final[dict[str, tuple[Form, Callable[[BookReader], Iterable[Any]]]]] = {
    "funds": (
        Form("funds", Bilingual("Fonder", "Funds"), (
            _FUND, text("policy", "Riktlinje", "Policy", "policy.name"),
            amount("available", "Disponibelt", "Available"),
            amount("committed", "Beviljat, ej förbrukat", "Committed"), amount("balance", "Öronmärkt", "Earmarked"),
            amount("entitled", "Kan förnyas", "To renew"),
        )),
        lambda book: book.funds.values(),
    ),
    "projects": (
        Form("projects", Bilingual("Projekt", "Projects"), (
            _PROJECT, _FUND, _BOARD, text("standing", "Läge", "State"), amount("granted", "Beviljat", "Granted"),
            amount("used", "Använt", "Used"), amount("left", "Kvar", "Left"), amount("repaid", "Återfört", "Repaid"),
            amount("to_repay", "Att återföra", "To repay"),
        )),
        _projects,
    ),
    "years": (
        Form("years", Bilingual("År", "Years"), (
            fiscal_year(), text("state", "Läge", "State"), count("entries", "Verifikationer", "Entries"),
            amount("result", "Årets resultat", "Result"), amount("equity", "Eget kapital", "Equity"),
            amount("earmarked", "Öronmärkt", "Earmarked"),
        )),
        _years,
    ),
    "decisions": (
        Form("decisions", Bilingual("Beslut", "Decisions"), (
            _DECISION, count("records", "Antal poster", "Records"), text("seqs", "Poster", "Numbers"),
        )),
        _decisions,
    ),
    "corrections": (
        Form("corrections", Bilingual("Rättelser", "Corrections"), (
            number("seq", "Post", "Record"), text("what", "Händelse", "Event"), fiscal_year(),
            amount("amount", "Belopp", "Amount"), number("corrected_by", "Rättad av post", "Corrected by"), _DECISION,
        )),
        _corrections,
    ),
}  # fmt: skip
"""What can be listed: its table, and what its rows are had from in a book."""


def list_table(book: BookReader, what: str, language: Language = "sv") -> Table:
    """A list by its name, ``funds``, ``projects``, ``years``, ``decisions`` or ``corrections``; amounts in öre."""
    form, found = _LISTS[what]
    return form.listing(found(book), language)


_DUE: Final = Form(
    "due", Bilingual("Att återföra {year}", "To repay in {year}"),
    (
        _FUND, _PROJECT, _BOARD, fiscal_year("due", "Förfaller", "Due"), amount("open", "Att återföra", "To repay"),
        text("late", "Läge", "State"),
    ),
)  # fmt: skip
_LATE: Final = {True: Bilingual("försenat", "late"), False: Bilingual("i årets ram", "in the year's frame")}


def due_table(book: BookReader, year: int, language: Language = "sv") -> Table:
    """What boards are to repay with the frames of a year, and what is late from earlier ones (återföring), in öre."""
    rows = [
        Row((each.fund, name, board, due, ore, _LATE[due < year]), code=f"{name}.{board}.{due}")
        for name, each in book.projects.items()
        for board, claim in each.claims
        for due, ore in claim.open_lines
        if due <= year
    ]
    return _DUE.table(_DUE.columns, rows, language, year=year)
