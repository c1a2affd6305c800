"""The book of Exempelby, a municipality that does not exist: eight years with a fund after Örebro's."""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sifund_ledger.exchange.examples import EXEMPELBY

if TYPE_CHECKING:
    from sifund_ledger.audit.given_ledger import GivenLedger
    from sifund_ledger.book import Book
    from sifund_ledger.year_end.run import YearEnd

ENTITY: Final = "Exempelby kommun"
FUND: Final = "Sociala investeringar"


APPROVED: Final = {
    2018: "KF 2019-04-24 § 81",
    2019: "KF 2020-04-22 § 76",
    2020: "KF 2021-04-28 § 67",
    2021: "KF 2022-04-27 § 73",
    2022: "KF 2023-04-26 § 65",
    2023: "KF 2024-04-24 § 57",
    2024: "KF 2025-04-23 § 62",
}
"""The council's decision on the annual report of each closed year; all of the year is recorded on its day."""
LAST: Final = max(APPROVED)
OPEN: Final = LAST + 1
_OPEN_RECORDED: Final = date(2025, 10, 1)
"""The day on which what is decided of the open year is recorded."""
ROLES: Final = EXEMPELBY / "kontoroller.toml"


def decided(year: int) -> Path:
    """The events file of a year: what was decided."""
    return EXEMPELBY / f"beslut-{year}.toml"


def figures_of(year: int) -> Path:
    """The figures file of a closed year."""
    return EXEMPELBY / f"uppgifter-{year}.toml"


def ledger_of(year: int) -> Path:
    """The general ledger of a closed year, as its SIE file."""
    return EXEMPELBY / f"huvudbok-{year}.se"


def make_book(path: Path) -> str:
    """The book, year by year: what was decided, the year-end beside the general ledger, the closing.

    Gives its last checkpoint, which is the same wherever it is made.
    """
    from sifund_ledger import Decision, open_book
    from sifund_ledger.exchange.events_file import read_events

    today = Decision.parse(APPROVED[min(APPROVED)]).date
    # The days of the story, and a note salt that is no secret: the book is then the same, byte by byte, everywhere.
    with open_book(path, create=ENTITY, actor="ekonomi", clock=lambda: _noon(today), salt=lambda: bytes(16)) as book:
        for year, cited in APPROVED.items():
            decision = Decision.parse(cited)
            today = decision.date
            read_events(decided(year)).post(book)
            _year_end(book, year).close(decision)
        today = _OPEN_RECORDED
        read_events(decided(OPEN)).post(book)
        return str(book.checkpoint)


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def _year_end(book: Book, year: int) -> YearEnd:
    """The year-end of a year's figures, recorded, and held against the general ledger."""
    from sifund_ledger.cli.interchange.importing import roles_in
    from sifund_ledger.exchange.ledgers.ledger_files import read_general_ledger
    from sifund_ledger.exchange.statements.figures_file import parse_figures
    from sifund_ledger.exchange.statements.figures_proposal import completed_by
    from sifund_ledger.general_ledger.proposed_figures import propose_figures
    from sifund_ledger.year_end.tie_out import tie_out

    file = ledger_of(year)
    proposed = propose_figures(read_general_ledger(file), roles_in(str(ROLES)), year)
    figures = figures_of(year)
    read = parse_figures(figures.read_bytes(), format="toml", name=figures.name, table=completed_by(proposed))
    run = book.year_end(year, read.years[0])
    page = tie_out(run, proposed, costs=book.net_costs(year))
    run.post()
    digest = sha256(file.read_bytes()).hexdigest()
    book.compare_equity(year, source="general_ledger", document=file.name, digest=digest, **page.of_ledger)
    return run


def ledger() -> GivenLedger:
    """The general ledger of every closed year, as an audit is given it."""
    from sifund_ledger.cli.interchange.importing import roles_in
    from sifund_ledger.exchange.ledgers.ledger_files import read_general_ledger
    from sifund_ledger.exchange.vouchers.given_ledger import given_ledger

    return given_ledger(read_general_ledger(*map(ledger_of, APPROVED)), None, roles_in(str(ROLES)))


def commands(book: str, folder: str) -> tuple[str, ...]:
    """What to type for the same book, of the files in a folder."""
    typed = [f'sifund init {book} --entity "{ENTITY}" --actor ekonomi']
    for year, decision in APPROVED.items():
        typed += [
            f"sifund post {book} {folder}/{decided(year).name} --actor ekonomi",
            f"sifund year-end {book} {year} {folder}/{figures_of(year).name} --sie {folder}/{ledger_of(year).name} "
            f'--roles {folder}/{ROLES.name} --post --close --decision "{decision}" --actor ekonomi',
        ]
    return (*typed, f"sifund post {book} {folder}/{decided(OPEN).name} --actor ekonomi")


def files() -> tuple[Path, ...]:
    """Every file that the book is made from."""
    return tuple(sorted(EXEMPELBY.glob("*.toml")) + sorted(EXEMPELBY.glob("*.se")))
