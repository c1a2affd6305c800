"""``sifund list``, ``log``, ``due``, ``frames`` and ``stats``: what is in a book, one to a row."""

from __future__ import annotations

import os
from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING, Final

import click

from sifund_ledger.addresses import is_address
from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.books import FORMATS, opened, with_rows, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.horizons import BY_IN_SWEDISH, by_option, horizon_of
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.findings import Bilingual

if TYPE_CHECKING:
    from sifund_ledger.book import Book
    from sifund_ledger.ledger.records import Record
    from sifund_ledger.table import Table


@in_swedish(
    "Bokens fonder, projekt, år, beslut eller rättelser.",
    "Visa bokens fonder, projekt, år, beslut som den vilar på, eller det som har rättats.",
)
@click.command("list", short_help="The funds, projects, years, decisions or corrections of a book.")
@click.argument("book", metavar="BOOK")
@click.argument("what", type=click.Choice(("funds", "projects", "years", "decisions", "corrections")))
@output_options(*FORMATS)
def list_of(book: str, what: str, output: Output) -> ExitCode:
    """List the funds of a book, its projects, its years, the decisions it rests on, or what has been corrected."""
    from sifund_ledger.book.lists import list_table

    return _delivered(book, output, lambda there: [list_table(there, what, output.language)])


@in_swedish(
    "Bokens poster, med beslut.",
    "Visa bokens poster: vad var och en gjorde, när, av vem, på vilket beslut.",
    year="Bara för det här räkenskapsåret.",
    fund="Bara om den här fonden.",
    project="Bara om det här projektet.",
    kind="Bara av det här kommandot, till exempel öronmärk.",
)
@click.command("log", short_help="The records of a book, with their decisions.")
@click.argument("book", metavar="BOOK")
@click.option("--year", type=int, help="Of this fiscal year alone.")
@click.option("--fund", metavar="NAME", help="About this fund alone.")
@click.option("--project", metavar="NAME", help="About this project alone.")
@click.option("--kind", metavar="NAME", help="Of this command alone, such as set_aside or öronmärk.")
@output_options(*FORMATS)
def log(
    book: str, year: int | None, fund: str | None, project: str | None, kind: str | None, output: Output
) -> ExitCode:
    """List the records of a book: what each did, when, by whom, on which decision."""
    from sifund_ledger.book.log import concerns, log_table, of_year
    from sifund_ledger.book.record_names import is_called, is_kind

    if kind is not None and not is_kind(kind):
        command = "sifund log"
        raise UnreadableInput([codes.USAGE_VALUE.at(command, parameter="--kind", wanted=_A_COMMAND, command=command)])

    def asked(record: Record) -> bool:
        return (
            (year is None or of_year(record) == year)
            and (fund is None or concerns(record, "fund", fund))
            and (project is None or concerns(record, "project", project))
            and (kind is None or is_called(record, kind))
        )

    def table(there: Book) -> list[Table]:
        found = list(filter(asked, there.records()))
        if not found and fund is not None:
            there.fund(fund)  # which says that there is none of the name
        if not found and project is not None:
            there.project(project)
        return [log_table(found, output.language)]

    return _delivered(book, output, table, keep_records=True)


_A_COMMAND: Final = Bilingual(
    "ett kommando, till exempel öronmärk (sifund log visar dem)", "a command, such as set_aside (sifund log has them)"
)


@in_swedish(
    "Vad nämnder ska återföra med ett års ramar.",
    "Vad nämnder ska återföra med ett års ramar, och vad som är försenat från tidigare år.",
)
@click.command("due", short_help="What boards are to repay with the frames of a year.")
@click.argument("book", metavar="BOOK")
@click.argument("year", type=int)
@output_options(*FORMATS)
def due(book: str, year: int, output: Output) -> ExitCode:
    """What boards are to repay with their frames of a year, and what is late from earlier years."""
    from sifund_ledger.book.lists import due_table

    return _delivered(book, output, lambda there: [due_table(there, year, output.language)])


@in_swedish(
    "Vad fonder ändrar i nämnders ramar.",
    "Vad varje fond ändrar i nämnders ramar: ett års budget, och planen för de två åren därefter.",
    by=BY_IN_SWEDISH,
)
@click.command("frames", short_help="What funds change in boards' frames.")
@click.argument("book", metavar="BOOK")
@click.argument("year", type=int)
@by_option
@output_options(*FORMATS)
def frames(book: str, year: int, by: str | None, output: Output) -> ExitCode:
    """What each fund changes in boards' frames: the budget of a year, and the plan of the two years after it."""

    from sifund_ledger.programme.tables.in_periods import in_periods

    def tables(there: Book) -> list[Table]:
        made = [there.frames(fund, budget_year=year, language=output.language) for fund in there.funds]
        horizon = horizon_of(by, year, place="sifund frames")
        return [in_periods(table, horizon).table for table in made]

    return _delivered(book, output, tables)


def _delivered(
    book: str, output: Output, tables: Callable[[Book], list[Table]], *, keep_records: bool = False
) -> ExitCode:  # fmt: skip
    """Deliver the tables of the book at this path, under the name of its municipality."""
    with opened(book, keep_records=keep_records) as there:
        return output.deliver(written(with_rows(tables(there)), output, title=there.entity))


@in_swedish(
    "Bokens storlek, och hur snabbt den öppnas.",
    "Bokens storlek, och hur snabbt den öppnas: varje post läst, verifierad och inräknad.",
)
@click.command("stats", short_help="The size of a book, and how long it takes to open.")
@click.argument("book", metavar="BOOK")
@output_options(*FORMATS)
def stats(book: str, output: Output) -> ExitCode:
    """The size of a book, and how long it takes to open: every record read, verified and folded in."""
    from sifund_ledger.table import LABEL, Column, ColumnKind, Row, Table

    began = perf_counter()
    with opened(book, whole=True) as there:
        taken = perf_counter() - began
        counts = {
            "records": there.head.seq, "funds": len(there.funds), "projects": len(there.projects),
            "years": len(there.years), **({} if is_address(book) else {"bytes": os.path.getsize(book)}),
            "milliseconds": round(taken * 1000), "per_second": round(there.head.seq / taken),
        }  # fmt: skip
        rows = tuple(Row((_STATS[code], count), code=code) for code, count in counts.items())
        columns = (LABEL, Column("count", "", ColumnKind.COUNT))
        table = Table(there.entity, columns, rows, code="stats", language=output.language)
        return output.deliver(written([table], output, title=there.entity))


_STATS: Final = {
    "records": Bilingual("Poster", "Records"),
    "funds": Bilingual("Fonder", "Funds"),
    "projects": Bilingual("Projekt", "Projects"),
    "years": Bilingual("År med resultat", "Years with a result"),
    "bytes": Bilingual("Filens storlek i byte", "Size of the file in bytes"),
    "milliseconds": Bilingual("Tid att öppna och verifiera, ms", "Time to open and verify, ms"),
    "per_second": Bilingual("Poster per sekund", "Records per second"),
}
