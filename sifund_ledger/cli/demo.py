"""``sifund demo``: a complete small year-end in an embedded book, and a published balanskravsutredning."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.errors import Refused

if TYPE_CHECKING:
    from sifund_ledger.amounts import Language
    from sifund_ledger.book import Book
    from sifund_ledger.year_end.run import YearEnd


BOOK_NAME: Final = "tomelilla.sifund"
_EXAMPLE: Final = "malmo-2013-2015.toml"
_EPILOG = """\
\b
Examples:
  sifund demo
  sifund demo --lang en
  sifund demo --keep demo      # keeps demo/tomelilla.sifund
"""

_TEXTS: Final[dict[Language, dict[str, str]]] = {
    "sv": {
        "story": (
            "Tomelilla kommun öronmärkte 10 miljoner kronor av 2011 års resultat för sociala investeringar (KF 2012).\n"
            "Öronmärkningen är ur källan; övriga belopp i den här berättelsen är konstruerade."
        ),
        "2011": "2011: överskottet öronmärks. Lagen har ännu ingen formel, så raderna är kommunens egna.",
        "2013": "2013: året går back, och öronmärkta medel tas i anspråk.",
        "posted": "Registrerat: {count} poster. Året 2013 är stängt. Kontrollpunkt {checkpoint}.",
        "verified": "Boken är läst på nytt: kedjan och kontrollpunkten stämmer.",
        "kept": "Boken finns kvar: {path}",
        "malmo": "Malmö 2013–2015, som publicerat: underskottet 2014 återställs 2015.",
        "own_row": "Öronmärkning till sociala investeringar",
    },
    "en": {
        "story": (
            "Tomelilla earmarked 10 million kronor of the result of 2011 for social investments (council, 2012).\n"
            "The earmark is from the source; the other amounts of this story are made up."
        ),
        "2011": "2011: the surplus is earmarked. The law has no formula yet, so the rows are the municipality's own.",
        "2013": "2013: the year makes a loss, and the earmark is used.",
        "posted": "Recorded: {count} records. The year 2013 is closed. Checkpoint {checkpoint}.",
        "verified": "The book has been read anew: the chain and the checkpoint hold.",
        "kept": "The book is kept: {path}",
        "malmo": "Malmö 2013–2015, as published: the deficit of 2014 is restored in 2015.",
        "own_row": "Set aside for social investments",
    },
}


@click.command("demo", short_help="A complete small year-end.", epilog=_EPILOG)
@click.option("--keep", metavar="DIR", help="Keep the book in this folder.")
@output_options("text")
def command(keep: str | None, output: Output) -> ExitCode:
    """Draw up, post and close a year-end in a book, and a published balanskravsutredning beside it.

    Prints the statement, the note on equity, the fund's account and the findings. Nothing is kept without --keep.
    """
    with _folder(keep) as folder:
        parts = list(_tomelilla(folder / BOOK_NAME, output.language))
    if keep is not None:
        parts.append(_TEXTS[output.language]["kept"].format(path=Path(keep) / BOOK_NAME))
    parts.append(_malmo(output.language))
    return output.deliver("\n\n".join(parts))


@contextmanager
def _folder(keep: str | None) -> Iterator[Path]:
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="sifund-") as name:
            yield Path(name)
        return
    folder = Path(keep)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Refused([codes.DEMO_FOLDER_IN_THE_WAY.at(keep, path=keep)]) from None
    yield folder


def _tomelilla(path: Path, language: Language) -> Iterator[str]:
    from sifund_ledger.decisions import Decision
    from sifund_ledger.store.opening import open_book

    texts = _TEXTS[language]
    yield texts["story"]
    with open_book(path, create="Tomelilla kommun", actor="ekonomi") as book:
        yield _heading(texts["2011"])
        yield _set_aside(book, language).text(language)
        run = _use(book)
        yield _heading(texts["2013"])
        yield run.text(language)
        run.post()
        checkpoint = run.close(Decision.parse("KF 2014-04-28 § 30"))
        yield texts["posted"].format(count=book.head.seq, checkpoint=checkpoint)
    with open_book(path, checkpoints=[str(checkpoint)]):
        yield texts["verified"]


def _set_aside(book: Book, language: Language) -> YearEnd:
    """The years 2010 to 2011: opening equity, a surplus, and part of it earmarked."""
    from sifund_ledger import Decision, OwnRow, YearFigures, presets, sek

    council = Decision.parse("KF 2012-04-23 § 45")
    book.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=council)
    book.record_result(2011, sek("18 000 000"))
    book.create_fund("social", policy=presets.tomelilla_earmark, decision=council)
    book.set_aside("social", sek("10 000 000"), result_year=2011, decision=council)
    own_row = OwnRow(label=_TEXTS[language]["own_row"], amount=sek("-10 000 000"))
    run = book.year_end(2011, YearFigures(net_result=sek("18 000 000"), other_adjustments=(own_row,)))
    run.post()
    run.close(Decision.parse("KF 2012-04-23 § 44"))
    return run


def _use(book: Book) -> YearEnd:
    """The years 2012 to 2013: a small surplus, then a loss in which a project's cost of 2.5 million is met."""
    from sifund_ledger import Decision, YearFigures, sek

    book.record_result(2012, sek("4 000 000"))
    book.close_year(2012, decision=Decision.parse("KF 2013-04-29 § 38"))
    book.use("social", sek("2 500 000"), year=2013, decision=Decision.parse("KF 2014-04-28 § 31"))
    return book.year_end(
        2013,
        YearFigures(net_result=sek("-1 500 000")),
        grounds_decision=Decision.parse("KF 2014-04-28 § 32"),
    )


def _malmo(language: Language) -> str:
    from sifund_ledger.exchange.statements.figures_file import parse_figures

    example = files("sifund_ledger.exchange.examples").joinpath(_EXAMPLE).read_bytes()
    statement = parse_figures(example, format="toml", name=_EXAMPLE).statement()
    return f"{_heading(_TEXTS[language]['malmo'])}\n\n{statement.text(language)}"


def _heading(text: str) -> str:
    return f"{text}\n{'═' * len(text)}"
