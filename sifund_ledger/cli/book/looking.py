"""``sifund show``: one fund, project, year or decision of a book, or all of them; nothing is recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.books import FORMATS, opened, with_rows, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.faults import one_of
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.horizons import BY_IN_SWEDISH, by_option, grouped, horizon_of
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.cli.typed import options_read
from sifund_ledger.errors import Refused, UnreadableInput

if TYPE_CHECKING:
    from sifund_ledger.amounts import Language
    from sifund_ledger.book import Book
    from sifund_ledger.findings import Finding
    from sifund_ledger.table import Table

    Shows = Callable[[Book, str, Language], tuple[Table, ...]]
    """Tables about what is named, of a book, in a language."""

_FUND: Final[dict[str, Shows]] = {
    "account": lambda book, fund, language: book.fund(fund).tables(language),
    "deposits": lambda book, fund, language: (book.deposits(fund, language=language),),
    "intentions": lambda book, fund, language: (book.intentions(fund, language=language),),
    "versions": lambda book, fund, language: (book.policy_versions(fund, language=language),),
    "carry-overs": lambda book, fund, language: (book.carry_overs(fund, language=language),),
    "repayments": lambda book, fund, language: (book.repayments(fund, language=language),),
    "costs": lambda book, fund, language: (book.project_costs(fund, language=language),),
}
_FUND_IN_YEAR: Final[dict[str, Callable[[Book, str, int, Language], tuple[Table, ...]]]] = {
    "overdue": lambda book, fund, year, language: (book.overdue(fund, year=year, language=language),),
    "frames": lambda book, fund, year, language: (book.frames(fund, budget_year=year, language=language),),
}
_FUND_OTHERWISE: Final = ("entitlements", "runway", "target", "roads")
"""What of a fund asks for more than its name, and perhaps a year."""
_PROJECT: Final[dict[str, Shows]] = {
    "amounts": lambda book, project, language: book.project(project).tables(language),
    "years": lambda book, project, language: (book.project_years(project, language=language),),
    "plan": lambda book, project, language: (book.repayment_plan(project, language=language),),
    "settlement": lambda book, project, language: book.settlement(project).tables(language),
    "clawback": lambda book, project, language: book.clawback(project).tables(language),
}
_YEAR: Final[dict[str, Shows]] = {
    "statement": lambda book, year, language: book.statement(int(year)).tables(language),
    "equity": lambda book, year, language: book.equity_note(int(year)).tables(language),
    "tie-out": lambda book, year, language: (book.comparison(int(year), language=language),),
}
_OF_YEARS: Final = (
    "account", "deposits", "intentions", "repayments", "costs", "entitlements", "target", "frames", "years",
)  # fmt: skip
"""The tables that have years, which can be grouped by a horizon."""
_KINDS: Final = ("fund", "project", "year", "decision")
_TABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "fund": (*_FUND, *_FUND_IN_YEAR, *_FUND_OTHERWISE),
    "project": (*_PROJECT, "deviation"),
    "year": (*_YEAR,),
    "decision": ("records",),
}

_SHOW = """\
\b
Examples:
  sifund show ale.sifund
  sifund show ale.sifund fund social
  sifund show ale.sifund fund social --table overdue --year 2019
  sifund show ale.sifund fund social --table target --budget 2016=6500 --unit mkr
  sifund show ale.sifund fund social --table roads --from 2024 --year 2026
  sifund show ale.sifund fund social --by mandate
  sifund show ale.sifund fund social --table repayments --by plan --year 2019
  sifund show ale.sifund project Navigator --table plan
  sifund show ale.sifund project Navigator --table clawback
  sifund show ale.sifund project Navigator --table deviation --board Skola --year 2017 --frame 100 --unit mkr
  sifund show ale.sifund year 2014 -O html -o 2014.html
  sifund show ale.sifund year 2014 --table tie-out
  sifund show ale.sifund decision "KF 2014-04-28 § 31"
"""


@in_swedish(
    "En fond, ett projekt, ett år eller ett beslut i en bok.",
    "Visa vad som står i en bok: alla fonder, projekt och år, eller en fond, ett projekt, ett år eller ett beslut.",
    table=(
        "Vilken tabell: för en fond "
        "account/deposits/intentions/versions/carry-overs/repayments/costs/overdue/frames/entitlements/runway/target/"
        "roads; för ett projekt amounts/years/plan/settlement/clawback/deviation; för ett år statement/equity/tie-out; "
        'för ett beslut "records".'
    ),
    year="För overdue, runway och roads: vid utgången av det här året; för frames och --by plan: budgetens år; för "
    "deviation: året.",
    by=BY_IN_SWEDISH,
    first="För roads: det första året, om det är flera.",
    subfund="För runway och entitlements: bara den här delfonden.",
    budgets="För target: ett års totala budget.",
    board="För deviation: nämnden.",
    frame="För deviation: nämndens ram före återföringen.",
    other_costs="För deviation: vad nämndens övriga kostnader avviker från ramen med, med tecken.",
)
@click.command("show", short_help="A fund, a project, a year, or a decision of a book.", epilog=_SHOW)
@click.argument("book", metavar="BOOK")
@click.argument("kind", type=click.Choice(_KINDS), required=False)
@click.argument("name", required=False)
@click.option("--table", "table", metavar="NAME", help="Which table: " + "; ".join(
    f"of a {kind} " + ("/".join(names) if len(names) > 1 else f'"{names[0]}"') for kind, names in _TABLES.items()
) + ".")  # fmt: skip
@click.option(
    "--year",
    type=int,
    help="For overdue, runway and roads: at the close of this year; for frames and --by plan: the budget's; for "
    "deviation: the year.",
)
@by_option
@click.option("--from", "first", type=int, metavar="YEAR", help="For roads: the first year, where there are several.")
@click.option("--subfund", default="", metavar="NAME", help="For runway and entitlements: of this sub-fund alone.")
@click.option(
    "--budget", "budgets", multiple=True, metavar="YEAR=AMOUNT", help="For target: the total budget of a year."
)
@click.option("--board", metavar="NAME", help="For deviation: the board.")
@click.option("--frame", metavar="AMOUNT", help="For deviation: the board's frame before the claw-back.")
@click.option(
    "--other-costs",
    default="0",
    metavar="AMOUNT",
    help="For deviation: what the board's other costs differ from the frame by, signed.",
)
@click.option("--unit", type=click.Choice(["kr", "tkr", "mkr"]), default="kr", help="Of amounts.")
@output_options(*FORMATS)
def show(book: str, kind: str | None, name: str | None, table: str | None, output: Output, **asked: Any) -> ExitCode:
    """Show what stands in a book: all its funds, projects and years, or one fund, project, year or decision."""
    if kind is not None and name is None:
        raise _missing("NAME")
    with opened(book) as there:
        if kind is None or name is None:
            from sifund_ledger.book.lists import list_table

            tables = tuple(list_table(there, what, output.language) for what in ("years", "funds", "projects"))
        else:
            tables = _shown(there, kind, name, table, asked, output.language)
            horizon = horizon_of(asked["by"], asked["year"], place="sifund show")
            tables = grouped(tables, horizon, place="sifund show", parameter="--table", wanted=one_of(_OF_YEARS))
        snapshot = _snapshot(there, kind, name, output) if output.format == "json" else None
        text = written(with_rows(tables), output, title=there.entity, snapshot=snapshot)
        return output.deliver(text, _found(there, kind, name, table) if name else ())


def _snapshot(book: Book, kind: str | None, name: str | None, output: Output) -> Mapping[str, object]:
    """What is shown as it stands, for the data: the book, the fund, the project, or the year's statement."""
    from sifund_ledger.exchange.statements.statement_json import statement_as_data
    from sifund_ledger.exchange.wire.snapshots import book_as_data, fund_as_data, project_as_data

    if kind is None or name is None:
        return {"book": book_as_data(book)}
    if kind == "fund":
        return {"fund": fund_as_data(book.fund(name))}
    if kind == "project":
        return {"project": project_as_data(book.project(name))}
    if kind == "year" and int(name) in book.years:
        return {"statement": statement_as_data(book.statement(int(name)), output.language, output.calls)}
    return {}


def _found(book: Book, kind: str | None, name: str, table: str | None) -> Sequence[Finding]:
    """What is found of what is shown."""
    if kind == "project" and table in ("clawback", "deviation"):
        return book.clawback(name).findings
    return _standing(book, int(name)) if kind == "year" else ()


def _standing(book: Book, year: int) -> list[Finding]:
    """The warnings that stay with a year."""
    from sifund_ledger.findings import Severity

    found = (of.findings for of in book.statement(year).years if of.year == year)
    return [each for findings in found for each in findings if each.severity is Severity.WARNING]


def _shown(
    book: Book, kind: str, name: str, table: str | None, asked: Mapping[str, Any], language: Language
) -> tuple[Table, ...]:
    chosen = table or _TABLES[kind][0]
    if chosen not in _TABLES[kind]:
        raise _unfit("--table", one_of(_TABLES[kind]))
    if kind == "decision":
        from sifund_ledger.book.log import log_table
        from sifund_ledger.decisions import Decision

        with options_read(decision="NAME"):
            reference = Decision.parse(name).reference
        resting = (each for each in book.records() if each.decision and each.decision.reference == reference)
        return (log_table(resting, language),)
    if kind == "fund" and chosen in _FUND_IN_YEAR:
        return _FUND_IN_YEAR[chosen](book, name, _year(asked), language)
    if kind == "fund" and chosen in _FUND_OTHERWISE:
        return _fund_otherwise(book, name, chosen, asked, language)
    if chosen == "deviation":
        return (_deviation(book, name, asked, language),)
    if kind == "year" and not (name.isascii() and name.isdigit()):
        raise _unfit("NAME", one_of(("2014",)))
    if chosen == "statement" and int(name) not in book.years:
        years = ", ".join(map(str, book.years)) or "–"
        raise Refused([codes.YEAR_WITHOUT_RESULT.at(name, year=int(name), years=years)])
    shows = {"fund": _FUND, "project": _PROJECT, "year": _YEAR}[kind]
    return shows[chosen](book, name, language)


def _fund_otherwise(
    book: Book, fund: str, table: str, asked: Mapping[str, Any], language: Language
) -> tuple[Table, ...]:
    if table == "entitlements":
        return (book.entitlements(fund, subfund=asked["subfund"], language=language),)
    if table == "runway":
        return book.runway(fund, year=_year(asked), subfund=asked["subfund"]).tables(language)
    if table == "roads":
        last = _year(asked)
        return book.roads(fund, first_year=last if asked["first"] is None else asked["first"], last_year=last).tables(
            language
        )
    from sifund_ledger.fields.composed import YEARLY, pairs
    from sifund_ledger.fields.kinds import Setting
    from sifund_ledger.money import from_ore

    if not asked["budgets"]:
        raise _missing("--budget")
    with options_read():
        read = YEARLY.read(pairs(asked["budgets"]), "--budget", Setting(asked["unit"]))
    return book.target(fund, {year: from_ore(ore) for year, ore in read.items()}).tables(language)


def _deviation(book: Book, project: str, asked: Mapping[str, Any], language: Language) -> Table:
    """A board's year with and without a project (D8)."""
    from sifund_ledger.fields.kinds import AMOUNT, Setting
    from sifund_ledger.money import from_ore

    for option in ("board", "frame"):
        if asked[option] is None:
            raise _missing(f"--{option}")
    with options_read():
        read = {name: AMOUNT.read(asked[name], name, Setting(asked["unit"])) for name in ("frame", "other_costs")}
    amounts = {name: from_ore(ore) for name, ore in read.items()}
    return book.deviation(project, asked["board"], year=_year(asked), **amounts).table(language)


def _year(asked: Mapping[str, Any]) -> int:
    year: int | None = asked["year"]
    if year is None:
        raise _missing("--year")
    return year


def _missing(parameter: str) -> UnreadableInput:
    return UnreadableInput([codes.USAGE_MISSING.at("sifund show", parameter=parameter, command="sifund show")])


def _unfit(parameter: str, wanted: Any) -> UnreadableInput:
    command = "sifund show"
    return UnreadableInput([codes.USAGE_VALUE.at(command, parameter=parameter, wanted=wanted, command=command)])
