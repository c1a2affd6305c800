"""``sifund demo``: a complete small year-end in an embedded book, and a published balanskravsutredning.

With ``--keep`` it is the book of an example municipality over eight years, with every report of it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.books import written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.output import Output, heading, output_options
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Bilingual

if TYPE_CHECKING:
    from sifund_ledger.amounts import Language
    from sifund_ledger.table import Printed

BOOK_NAME: Final = "tomelilla.sifund"
_EPILOG = """\
\b
Examples:
  sifund demo
  sifund demo --lang en
  sifund demo --keep demo
"""

_TEXTS: Final = {
    "story": Bilingual(
        "Tomelilla kommun öronmärkte 10 miljoner kronor av 2011 års resultat för sociala investeringar (KF 2012).\n"
        "Öronmärkningen är ur källan; övriga belopp i den här berättelsen är konstruerade.",
        "Tomelilla earmarked 10 million kronor of the result of 2011 for social investments (council, 2012).\n"
        "The earmark is from the source; the other amounts of this story are made up.",
    ),
    "2011": Bilingual(
        "2011: överskottet öronmärks. Lagen har ännu ingen formel, så raderna är kommunens egna.",
        "2011: the surplus is earmarked. The law has no formula yet, so the rows are the municipality's own.",
    ),
    "2013": Bilingual(
        "2013: året går back, och öronmärkta medel tas i anspråk.",
        "2013: the year makes a loss, and the earmark is used.",
    ),
    "posted": Bilingual(
        "Registrerat: {count} poster. Året 2013 är stängt. Kontrollpunkt {checkpoint}.",
        "Recorded: {count} records. The year 2013 is closed. Checkpoint {checkpoint}.",
    ),
    "verified": Bilingual(
        "Boken är läst på nytt: kedjan och kontrollpunkten stämmer.",
        "The book has been read anew: the chain and the checkpoint hold.",
    ),
    "malmo": Bilingual(
        "Malmö 2013–2015, som publicerat: underskottet 2014 återställs 2015.",
        "Malmö 2013–2015, as published: the deficit of 2014 is restored in 2015.",
    ),
    "own_row": Bilingual("Öronmärkning till sociala investeringar", "Set aside for social investments"),
}


@in_swedish(
    "Ett litet bokslut från början till slut.",
    """Upprätta, registrera och stäng ett bokslut i en bok, och visa en publicerad balanskravsutredning bredvid.

    Skriver ut utredningen, noten om eget kapital, fondens konto och iakttagelserna. Inget sparas.

    Med --keep görs i stället boken för en exempelkommun: åtta år med en fond, projekt, återföring, en reserv och ett
    underskott, och alla rapporter av den. Det skrivs ut vad som ska öppnas först.""",
    keep="Spara exempelkommunens bok, dess underlag och alla rapporter i den här mappen.",
)
@click.command("demo", short_help="A complete small year-end.", epilog=_EPILOG)
@click.option(
    "--keep", metavar="DIR", help="Keep the example municipality's book, its input and every report in this folder."
)
@output_options("text", "json")
def command(keep: str | None, output: Output) -> ExitCode:
    """Draw up, post and close a year-end in a book, and a published balanskravsutredning beside it.

    Prints the statement, the note on equity, the fund's account and the findings. Nothing is kept.

    With --keep it is instead the book of an example municipality: eight years with a fund, projects, repayments, a
    reserve and a deficit, and every report of it. What to open first is printed.
    """
    if keep is not None:
        return _kept(Path(keep), output)
    with tempfile.TemporaryDirectory(prefix="sifund-") as name:
        parts = [*_tomelilla(Path(name) / BOOK_NAME, output.language), *_malmo(output.language)]
    if output.format == "json":
        drawn = [table for part in parts if not isinstance(part, str) for table in part.tables(output.language)]
        return output.deliver(written(drawn, output))
    return output.deliver("\n\n".join(part if isinstance(part, str) else part.text(output.language) for part in parts))


def _kept(folder: Path, output: Output) -> ExitCode:
    """The book of Exempelby and its reports in a folder, and what to open first."""
    from sifund_ledger.cli.demo.exhibition import exhibit

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError):
        raise Refused([codes.DEMO_FOLDER_IN_THE_WAY.at(str(folder), path=str(folder))]) from None
    statement, guide = exhibit(folder, output.language)
    if output.format == "json":
        return output.deliver(written([guide.table(output.language, str(folder))], output), recorded=True)
    text = f"{statement}\n\n{guide.text(output.language, str(folder))}"
    return output.deliver(text, recorded=True)


def _tomelilla(path: Path, language: Language) -> Iterator[str | Printed]:
    """The years 2010 to 2013: a surplus of which part is earmarked, then a loss in which a project's cost is met."""
    from sifund_ledger import Decision, OwnRow, YearFigures, open_book, presets, sek

    texts = {key: words.words(language) for key, words in _TEXTS.items()}
    council = Decision.parse("KF 2012-04-23 § 45")
    own_row = OwnRow(label=texts["own_row"], amount=sek("-10 000 000"))
    yield texts["story"]
    with open_book(path, create="Tomelilla kommun", actor="ekonomi") as book:
        book.open_equity(2010, sek("400 000 000"), opening_deficits=[], decision=council)
        book.record_result(2011, sek("18 000 000"))
        book.create_fund("social", policy=presets.tomelilla_earmark, decision=council)
        book.set_aside("social", sek("10 000 000"), result_year=2011, decision=council)
        run = book.year_end(2011, YearFigures(net_result=sek("18 000 000"), other_adjustments=(own_row,)))
        run.post()
        run.close(Decision.parse("KF 2012-04-23 § 44"))
        yield heading(texts["2011"])
        yield run
        book.record_result(2012, sek("4 000 000"))
        book.close_year(2012, decision=Decision.parse("KF 2013-04-29 § 38"))
        book.use("social", sek("2 500 000"), year=2013, decision=Decision.parse("KF 2014-04-28 § 31"))
        figures = YearFigures(net_result=sek("-1 500 000"))
        run = book.year_end(2013, figures, grounds_decision=Decision.parse("KF 2014-04-28 § 32"))
        yield heading(texts["2013"])
        yield run
        run.post()
        checkpoint = run.close(Decision.parse("KF 2014-04-28 § 30"))
        yield texts["posted"].format(count=book.head.seq, checkpoint=checkpoint)
    with open_book(path, checkpoints=[str(checkpoint)]):
        yield texts["verified"]


def _malmo(language: Language) -> Iterator[str | Printed]:
    from sifund_ledger.exchange.examples import MALMO
    from sifund_ledger.exchange.statements.figures_file import read_figures

    yield heading(_TEXTS["malmo"].words(language))
    yield read_figures(MALMO).statement()
