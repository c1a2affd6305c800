"""What is in a book, listed (förteckningar): funds, projects, years, decisions, corrections, what is due."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from sifund_ledger.amounts import Language
from sifund_ledger.book.log import moved_ore, words_of
from sifund_ledger.book.reading import BookReader
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.state.project import ProjectStanding
from sifund_ledger.funds.tables.words import STANDINGS
from sifund_ledger.table import Cell, Column, ColumnKind, Row, Table
from sifund_ledger.year_end.year_states import YEAR_STATES

_T, _A, _Y, _C = ColumnKind.TEXT, ColumnKind.AMOUNT, ColumnKind.YEAR, ColumnKind.COUNT


def _column(code: str, sv: str, en: str, kind: ColumnKind = _T) -> Column:
    return Column(code, Bilingual(sv, en), kind)


_FUND: Final = _column("fund", "Fond", "Fund")
_PROJECT: Final = _column("project", "Projekt", "Project")
_BOARD: Final = _column("board", "Nämnd", "Board")
_YEAR: Final = _column("year", "År", "Year", _Y)
_SEQ: Final = _column("seq", "Post", "Record", _Y)
_DECISION: Final = _column("decision", "Beslut", "Decision")
_WHAT: Final = _column("what", "Händelse", "Event")


def _funds(book: BookReader) -> Iterator[tuple[Cell, ...]]:
    for name, fund in book.funds.items():
        held = fund.available_ore + fund.committed_ore
        yield name, fund.policy.name, fund.available_ore, fund.committed_ore, held, fund.entitled_ore


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


LISTS: Final[dict[str, tuple[Bilingual, tuple[Column, ...], Callable[[BookReader], Iterator[tuple[Cell, ...]]]]]] = {
    "funds": (
        Bilingual("Fonder", "Funds"),
        (
            _FUND, _column("policy", "Riktlinje", "Policy"), _column("available", "Disponibelt", "Available", _A),
            _column("committed", "Beviljat, ej förbrukat", "Committed", _A),
            _column("balance", "Öronmärkt", "Earmarked", _A),
            _column("entitled", "Kan förnyas", "To renew", _A),
        ),
        _funds,
    ),
    "projects": (
        Bilingual("Projekt", "Projects"),
        (
            _PROJECT, _FUND, _BOARD, _column("standing", "Läge", "State"),
            _column("granted", "Beviljat", "Granted", _A), _column("used", "Använt", "Used", _A),
            _column("left", "Kvar", "Left", _A), _column("repaid", "Återfört", "Repaid", _A),
            _column("to_repay", "Att återföra", "To repay", _A),
        ),
        _projects,
    ),
    "years": (
        Bilingual("År", "Years"),
        (
            _YEAR, _column("state", "Läge", "State"), _column("entries", "Verifikationer", "Entries", _C),
            _column("result", "Årets resultat", "Result", _A), _column("equity", "Eget kapital", "Equity", _A),
            _column("earmarked", "Öronmärkt", "Earmarked", _A),
        ),
        _years,
    ),
    "decisions": (
        Bilingual("Beslut", "Decisions"),
        (_DECISION, _column("records", "Antal poster", "Records", _C), _column("seqs", "Poster", "Numbers")),
        _decisions,
    ),
    "corrections": (
        Bilingual("Rättelser", "Corrections"),
        (
            _SEQ, _WHAT, _YEAR, _column("amount", "Belopp", "Amount", _A),
            _column("corrected_by", "Rättad av post", "Corrected by", _Y), _DECISION,
        ),
        _corrections,
    ),
}  # fmt: skip
"""What can be listed: its title, its columns, and how its rows are had from a book."""


def list_table(book: BookReader, what: str, language: Language = "sv") -> Table:
    """A list by its name in :data:`LISTS`; amounts in öre."""
    title, columns, rows = LISTS[what]
    found = tuple(Row(cells, code=str(cells[0])) for cells in rows(book))
    return Table(title, columns, found, code=what, language=language)


_DUE: Final = (
    _FUND, _PROJECT, _BOARD, _column("due", "Förfaller", "Due", _Y), _column("open", "Att återföra", "To repay", _A),
    _column("late", "Läge", "State"),
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
    title = Bilingual(f"Att återföra {year}", f"To repay in {year}")
    return Table(title, _DUE, tuple(rows), code="due", language=language)
