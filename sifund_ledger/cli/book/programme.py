"""``sifund programme show``: the programme around a book's funds, page by page; nothing is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.books import FORMATS, opened, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.faults import one_of
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.horizons import BY_IN_SWEDISH, by_option, grouped, horizon_of
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.cli.typed import options_read
from sifund_ledger.errors import UnreadableInput

if TYPE_CHECKING:
    from datetime import date

    from sifund_ledger.book import Book
    from sifund_ledger.table import Table

_EPILOG: Final = """\
\b
Examples:
  sifund programme show ale.sifund
  sifund programme show ale.sifund pipeline
  sifund programme show ale.sifund eligibility --project Navigator
  sifund programme show ale.sifund implementation --day 2019-12-31
  sifund programme show ale.sifund refill --by mandate
"""
_PLACE: Final = "sifund programme show"
_OF_YEARS: Final = ("estimates", "refill", "effects")
"""The pages that have years, which can be grouped by a horizon."""


@in_swedish(
    "Programmets tabeller: skeden, roller, regler, mål, införande.",
    """Visa programmet kring bokens fonder: register, pipeline, participation, roles, estimates, implementation, goals,
    goal-paths, calendar, portfolio, initiatives, co-financing, alternatives, contracts, funds, refill; och för ett
    projekt eligibility och effects.

    Utan PAGE visas allt som har något.""",
    project="För eligibility och effects: projektet.",
    day="Per den här dagen, som 2019-12-31; annars i dag.",
    by=BY_IN_SWEDISH + " Planen är den i budgeten för året efter dagen.",
)
@click.command("show", short_help="The programme's tables: stages, roles, rules, goals, outcomes.", epilog=_EPILOG)
@click.argument("book", metavar="BOOK")
@click.argument("page", metavar="[PAGE]", required=False)
@click.option("--project", metavar="NAME", help="For eligibility and effects: the project.")
@click.option("--day", metavar="DAY", help="As of this day, as 2019-12-31; else today.")
@by_option
@output_options(*FORMATS)
def command(
    book: str, page: str | None, project: str | None, day: str | None, by: str | None, output: Output
) -> ExitCode:  # fmt: skip
    """Show the programme around a book's funds: register, pipeline, participation, roles, estimates, implementation,
    goals, goal-paths, calendar, portfolio, initiatives, co-financing, alternatives, contracts, funds, refill; of a
    project eligibility and effects.

    Without PAGE all that has anything is shown.
    """
    from sifund_ledger.fields.kinds import DAY, KRONOR
    from sifund_ledger.programme.tables.pages import OF_PROJECT, PAGES

    of_project = [name.replace("_", "-") for name in OF_PROJECT]
    known = [*(name.replace("_", "-") for name in PAGES), *of_project]
    wanted = of_project if project else known
    if (project or page is not None) and page not in wanted:
        raise UnreadableInput([codes.USAGE_VALUE.at(_PLACE, parameter="PAGE", wanted=one_of(wanted), command=_PLACE)])
    with opened(book) as there:
        with options_read():
            on = DAY.read(day, "day", KRONOR) if day else there.programme.state.today
        shown = _shown(there, page and page.replace("-", "_"), project, on, output)
        horizon = horizon_of(by, on.year + 1, place=_PLACE)
        tables = grouped(shown, horizon, place=_PLACE, parameter="PAGE", wanted=one_of(_OF_YEARS))
        found = there.programme.breaches(project) if page == "eligibility" and project else ()
        return output.deliver(written(tables, output, title=there.entity), found)


def _shown(book: Book, page: str | None, project: str | None, on: date, output: Output) -> list[Table]:
    from sifund_ledger.programme.tables.pages import OF_PROJECT, all_tables

    pages, language = book.programme, output.language
    if page is None:
        return [table for table in all_tables(pages, on, language) if table.rows]
    if page in OF_PROJECT:
        if project is None:
            raise UnreadableInput([codes.USAGE_MISSING.at(_PLACE, parameter="--project", command=_PLACE)])
        return [getattr(pages, page)(project, language=language)]
    about: dict[str, Any] = {"on": on} if page in ("implementation", "calendar", "funds", "refill") else {}
    made = getattr(pages, page)(language=language, **about)
    return list(made) if isinstance(made, tuple) else [made]


@in_swedish(
    "Flera kommuners fonder och program sida vid sida.",
    """Ställ flera kommuners böcker sida vid sida: insatt, beviljat, ianspråktaget, återfört, idéer, beslut,
    införda.""",
)
@click.command("compare", short_help="The funds and programmes of several municipalities side by side.")
@click.argument("books", nargs=-1, required=True, metavar="BOOK…")
@output_options(*FORMATS)
def side_by_side(books: tuple[str, ...], output: Output) -> ExitCode:
    """Set the books of several municipalities side by side: put in, granted, used, repaid, ideas, decisions,
    implemented."""
    from contextlib import ExitStack

    from sifund_ledger.programme.tables.funds import books_side_by_side

    with ExitStack() as within:
        table = books_side_by_side([within.enter_context(opened(book)) for book in books], language=output.language)
        return output.deliver(written([table], output))
