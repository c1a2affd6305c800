"""``sifund export xlsx``: a whole book as a workbook, what has been changed in one, or the template to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.exit_codes import ExitCode, status
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.cli.progress import reading
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from sifund_ledger.amounts import Unit
    from sifund_ledger.book import Book

OF_WORKBOOKS: Final = """\
  sifund export xlsx book.sifund -o book.xlsx
  sifund export xlsx book.sifund --compare book.xlsx
  sifund export xlsx --template --year 2024 --fund orebro_strict -o mall.xlsx
"""
"""The examples of the command."""


@in_swedish(
    "",
    """Hela boken som arbetsbok för den som granskar, eller mallen att fylla i.

    BOOK blir blad med varje post och kontering, kontrollsummor som räknas om, fonder, projekt, krav och beslut. Med
    --template skrivs i stället mallen för uppgifter och händelser.""",
    template="Skriv den tomma mallen.",
    fund="Låt mallens första händelse inrätta en fond med denna riktlinje; se sifund fund presets.",
    years="Ett räkenskapsår med en egen kolumn i mallen; flera gånger för flera.",
    unit="Enhet för mallens belopp.",
    names="En bok vars fonder, nämnder och projekt kan väljas i mallen.",
    compare="Skriv ut varje cell som har ändrats i en tidigare utskriven arbetsbok av boken.",
)
@click.command("xlsx", epilog=f"\b\nExamples:\n{OF_WORKBOOKS}")
@click.argument("book", required=False, metavar="[BOOK]")
@click.option("--template", is_flag=True, help="Write the empty template.")
@click.option("--fund", metavar="PRESET", default="", help="Let its first event create a fund with this policy.")
@click.option(
    "--year", "years", type=click.IntRange(FIRST_YEAR, LAST_YEAR), multiple=True,
    help="A fiscal year with a column of its own in it; several times for several.",
)  # fmt: skip
@click.option("--unit", type=click.Choice(("kr", "tkr", "mkr")), default="kr", help="The unit of its amounts.")
@click.option("--book", "names", metavar="BOOK", help="A book whose funds, boards and projects can be chosen in it.")
@click.option("--compare", metavar="FILE", help="Print each cell that has been changed in an earlier workbook of BOOK.")
@output_options("xlsx")
def xlsx(
    book: str | None, template: bool, fund: str, years: tuple[int, ...], unit: Unit, names: str | None,
    compare: str | None, output: Output,
) -> ExitCode:  # fmt: skip
    """The whole book as a workbook for who audits it, or the template to fill in.

    BOOK becomes sheets of each record and posting, control sums that are computed anew, funds, projects, claims and
    decisions. With --template it is the template for figures and events instead.
    """
    if template == (book is not None):
        raise UnreadableInput([codes.TEMPLATE_OR_BOOK.at("sifund export xlsx")])
    if book is None:
        from sifund_ledger.exchange.template.template import write_template

        known = _names_in(names) if names else {}
        data = write_template(language=output.language, unit=unit, years=years, fund=fund, names=known)
        return output.deliver(data)
    return _whole_book(book, compare, output)


def _whole_book(path: str, compare: str | None, output: Output) -> ExitCode:
    """A book as a workbook, or what has been changed in one."""
    from sifund_ledger.exchange.whole_book.comparing import changed_cells
    from sifund_ledger.exchange.whole_book.writing import book_to_xlsx
    from sifund_ledger.files import WORKBOOK, file_bytes
    from sifund_ledger.store.opening import open_book

    reading(path)
    with open_book(path, keep_records=True) as book:
        if compare is None:
            return output.deliver(book_to_xlsx(book, language=output.language))
        found = changed_cells(file_bytes(compare, WORKBOOK), book, name=compare)
    output.tell(found)
    return status(found, strict=output.strict)


def _names_in(path: str) -> dict[str, list[str]]:
    """The names that a book at a path has of funds, boards and projects."""
    from sifund_ledger.store.opening import open_book

    reading(path)
    with open_book(path) as book:
        return names_of(book)


def names_of(book: Book) -> dict[str, list[str]]:
    """The names that a book has of funds, boards and projects, to choose from in the template."""
    projects = [book.project(name) for name in book.projects]
    named = (name for each in projects for name in (each.board, *dict(each.claims)))
    boards = [name for name in dict.fromkeys(named) if name]
    return {"fund": list(book.funds), "board": boards, "project": list(book.projects)}
