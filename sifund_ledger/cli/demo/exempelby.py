"""The book of Exempelby, a municipality that does not exist: eight years with a fund after Örebro's."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from sifund_ledger.exchange.examples import EXEMPELBY

ENTITY: Final = "Exempelby kommun"
FUND: Final = "Sociala investeringar"


class Approved(NamedTuple):
    """The council's decision on the annual report of a year: its day and paragraph; and the equity of the report."""

    day: str
    section: int
    equity: str

    @property
    def decision(self) -> str:
        """The decision as it is cited."""
        return f"KF {self.day} § {self.section}"


YEARS: Final = {
    2018: Approved("2019-04-24", 81, "4 445 000 000"),
    2019: Approved("2020-04-22", 76, "4 497 000 000"),
    2020: Approved("2021-04-28", 67, "4 687 000 000"),
    2021: Approved("2022-04-27", 73, "4 811 000 000"),
    2022: Approved("2023-04-26", 65, "4 852 000 000"),
    2023: Approved("2024-04-24", 57, "4 756 000 000"),
    2024: Approved("2025-04-23", 62, "4 852 000 000"),
}
"""The closed years."""
LAST: Final = max(YEARS)
OPEN: Final = LAST + 1
_RECORDED: Final = {year: approved.day for year, approved in YEARS.items()} | {OPEN: "2025-10-01"}
"""The day on which a year's events are recorded."""


def events_of(year: int) -> Path:
    """The events file of a year."""
    return EXEMPELBY / f"events-{year}.toml"


def figures_of(year: int) -> Path:
    """The figures file of a closed year."""
    return EXEMPELBY / f"figures-{year}.toml"


def make_book(path: Path) -> str:
    """The book, year by year: what was decided, the year-end, what it is held against, the closing. Gives its last
    checkpoint, which is the same wherever it is made.
    """
    from sifund_ledger import Decision, open_book, sek
    from sifund_ledger.exchange import read_events, read_figures

    now = datetime(2019, 4, 24, tzinfo=UTC)
    # The time of the story, and a note salt that is no secret: the book is then the same, byte by byte, everywhere.
    with open_book(path, create=ENTITY, actor="ekonomi", clock=lambda: now, salt=lambda: bytes(16)) as book:
        for year, day in _RECORDED.items():
            now = datetime.fromisoformat(f"{day}T12:00:00+00:00")
            read_events(events_of(year)).post(book)
            if year in YEARS:
                approved = YEARS[year]
                run = book.year_end(year, read_figures(figures_of(year)).years[0])
                run.post()
                document = f"Årsredovisning {year}"
                book.compare_equity(year, document=document, closing_equity=sek(approved.equity))
                run.close(Decision.parse(approved.decision))
        return str(book.checkpoint)


def commands(book: str, events: str, figures: str) -> tuple[str, ...]:
    """What to type for the same book, of files whose paths begin so."""
    typed = [f'sifund init {book} --entity "{ENTITY}" --actor ekonomi']
    for year in _RECORDED:
        typed.append(f"sifund post {book} {events}-{year}.toml --actor ekonomi")
        if year in YEARS:
            approved = YEARS[year]
            typed += [
                f"sifund year-end {book} {year} {figures}-{year}.toml --post --actor ekonomi",
                f'sifund equity compare {book} {year} --document "Årsredovisning {year}" '
                f'--closing-equity "{approved.equity}" --actor ekonomi',
                f'sifund close {book} {year} --decision "{approved.decision}" --actor ekonomi',
            ]
    return tuple(typed)
