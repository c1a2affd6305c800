"""``sifund dump`` and ``sifund restore``: a whole book as lines of JSON, and back."""

from __future__ import annotations

from contextlib import closing
from typing import Final

import click

from sifund_ledger.addresses import without_password
from sifund_ledger.cli.book.keeping import facts_of, table_of
from sifund_ledger.cli.books import FORMATS, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.cli.progress import reading

_BOOK: Final = click.argument("book", metavar="BOOK")


@in_swedish(
    "En hel bok som rader av JSON.",
    """En hel bok som rader av JSON (JSONL): varje post med sina byte och sin hash, och samma sak i klartext för
    andra system.

    Boken kan återskapas ur dumpen, med samma kedja.""",
    without_notes="Utelämna fritexterna; det som är kvar går att verifiera, men inte att göra en bok av.",
)
@click.command("dump", short_help="A whole book as lines of JSON.", epilog="""\
\b
Examples:
  sifund dump ale.sifund -o ale.jsonl
  sifund dump ale.sifund --without-notes -o ale-utan-fritexter.jsonl
""")  # fmt: skip
@_BOOK
@click.option("--without-notes", is_flag=True, help="Leave out the free texts; what is left verifies, but is no book.")
@output_options("jsonl")
def dump(book: str, without_notes: bool, output: Output) -> ExitCode:
    """A whole book as lines of JSON (JSONL): every record with its bytes and its hash, and the same in plain values
    for other systems.

    The book can be made anew from the dump, with the same chain.
    """
    from sifund_ledger.exchange.dump import dump_lines
    from sifund_ledger.store.opening import open_store

    reading(book)
    with closing(open_store(book)) as store:
        return output.deliver("\n".join(dump_lines(store.scan(), notes=not without_notes)))


@in_swedish(
    "Gör en bok av en dump.",
    """Gör en bok av en dump, som verifieras rad för rad, post för post.

    BOOK är en fil som inte finns ännu, eller en ny bok i en databas. Utan BOOK verifieras bara dumpen.""",
)
@click.command("restore", short_help="Make a book of a dump.", epilog="""\
\b
Examples:
  sifund restore ale.jsonl kopia.sifund
  sifund restore ale.jsonl
""")  # fmt: skip
@click.argument("file", metavar="FILE")
@click.argument("book", metavar="[BOOK]", required=False)
@output_options(*FORMATS)
def restore(file: str, book: str | None, output: Output) -> ExitCode:
    """Make a book of a dump, which is verified line by line and record by record.

    BOOK is a file that is not there yet, or a new book in a database. Without BOOK the dump is verified alone.
    """
    from sifund_ledger.exchange.dump import read_dump
    from sifund_ledger.store.opening import engine_of

    reading(file)
    dumped = read_dump(file)
    if book is None:
        about = {"records": str(len(dumped.rows)), "checkpoint": str(dumped.checkpoint)}
        return output.deliver(written([table_of(dumped.entity, about, "book", output.language)], output))
    dumped.require_notes(file)
    engine_of(book).create(book, rows=dumped.rows).close()
    facts = facts_of(book, output.language, (str(dumped.checkpoint),), copy=without_password(book))
    return output.deliver(written([facts], output), recorded=True)
