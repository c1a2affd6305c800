"""``sifund`` alone: what state the book of a folder is in, and which command comes next."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sifund_ledger.cli.books import opened
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.output import Output
from sifund_ledger.findings import Bilingual

if TYPE_CHECKING:
    from sifund_ledger.amounts import Language
    from sifund_ledger.book import Book

_ENDING: Final = ".sifund"
_WORDS: Final = {
    "book": Bilingual(
        "{path}: {entity}, {count} poster, kontrollpunkt {checkpoint}",
        "{path}: {entity}, {count} records, checkpoint {checkpoint}",
    ),
    "closed": Bilingual("Stängt till och med {year}.", "Closed through {year}."),
    "refused": Bilingual(
        "Fullmäktige har inte godkänt årsredovisningen för {years}.",
        "The council has not approved the annual report of {years}.",
    ),
    "next": Bilingual("Därnäst: {command}", "Next: {command}"),
}
_OPEN: Final = Bilingual(
    "sifund equity open {path} ÅR --amount … --decision …", "sifund equity open {path} YEAR --amount … --decision …"
)
_OF_STATE: Final = {
    "open": "sifund year-end {path} {year} {figures}",
    "closing_entries": "sifund hand-over {path} {year}",
    "handed_over": 'sifund close {path} {year} --decision "KF …"',
}
"""The command that takes the first year that is not closed a step further, by its state."""
_RUNNING: Final = "sifund interim {path} {year} {figures}"
"""What comes next in a year that has not ended: its year-end cannot be posted yet."""
_FIGURES: Final = Bilingual("uppgifter.toml", "figures.toml")
_FUND: Final = Bilingual(
    "sifund fund create {path} NAMN --policy … --decision … (sifund fund presets)",
    "sifund fund create {path} NAME --policy … --decision … (sifund fund presets)",
)


def books_here() -> list[str]:
    """The books in this folder, by their ending."""
    return sorted(path.name for path in Path.cwd().glob(f"*{_ENDING}") if path.is_file())


def print_state(*paths: str) -> ExitCode:
    """Print the state of each book and the next command to type."""
    output = Output(book=paths[0] if len(paths) == 1 else "")
    texts, today = [], datetime.now(UTC).date()
    for path in paths:
        with opened(path) as book:
            texts.append(state_text(book, path, output.language, today=today))
    return output.deliver("\n\n\n".join(texts))


def state_text(book: Book, path: str, language: Language, *, today: date) -> str:
    """Whose book it is, its years and funds, what is due with the next budget, and what comes next."""
    from sifund_ledger.book.lists import due_table, list_table

    words = {key: text.words(language) for key, text in _WORDS.items()}
    tables = [list_table(book, what, language) for what in ("years", "funds")]
    tables.append(due_table(book, today.year + 1, language))
    head = words["book"].format(path=path, entity=book.entity, count=book.head.seq, checkpoint=book.checkpoint)
    closed = book.closed_through
    parts = [head, *(table.text() for table in tables if table.rows)]
    if closed is not None:
        parts.append(words["closed"].format(year=closed))
    if refused := [str(year) for year in book.years if book.year_state(year).value == "refused"]:
        parts.append(words["refused"].format(years=", ".join(refused)))
    return "\n\n".join([*parts, words["next"].format(command=_next(book, path, language, today))])


def _next(book: Book, path: str, language: Language, today: date) -> str:
    closed = book.closed_through
    if closed is None:
        return _OPEN.words(language).format(path=path)
    if not book.funds and closed + 1 >= today.year:
        return _FUND.words(language).format(path=path)
    year = closed + 1
    figures = _FIGURES.words(language)
    state = book.year_state(year).value
    command = _RUNNING if state == "open" and year >= today.year else _OF_STATE[state]
    return command.format(path=path, year=year, figures=figures)
