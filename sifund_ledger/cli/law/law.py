"""``sifund law``: the rules in force for a fiscal year, what changes between two, and the year's dates."""

from __future__ import annotations

import click

from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.errors import Refused
from sifund_ledger.fields.findings import YEAR_OUT_OF_RANGE

_EPILOG = """\
\b
Examples:
  sifund law show 2024
  sifund law diff 2018 2019
  sifund law calendar 2025
"""
_SHOW_EPILOG = """\
\b
Examples:
  sifund law show 2013
  sifund law show 2024 --lang en
  sifund law show 2024 -O json -o rules-2024.json
"""
_DIFF_EPILOG = """\
\b
Examples:
  sifund law diff 2012 2013
  sifund law diff 2023 2024 --lang en -O csv
"""
_CALENDAR_EPILOG = """\
\b
Examples:
  sifund law calendar 2025
  sifund law calendar 2025 --federation
  sifund law calendar 2025 -O csv -o dates-2025.csv
"""
_FORMATS = ("text", "json", "csv")


@in_swedish(
    "Reglerna år för år, och årets datum.",
    """Balanskravets regler år för år, var och en med lagrum och hur säker den är.

    Räkenskapsåren 1998 till 2060.""",
)
@click.group("law", short_help="The rules by fiscal year, and its dates.", epilog=_EPILOG)
def command() -> None:
    """The rules of the balance requirement by fiscal year, each with its paragraph and how sure it is.

    Fiscal years 1998 to 2060.
    """


@in_swedish(
    "Reglerna som gäller ett år.",
    "Varje regel som gäller ett räkenskapsår: innehåll, formler med tecken, lagrum, hur säker den är.",
)
@command.command("show", short_help="The rules in force for a year.", epilog=_SHOW_EPILOG)
@click.argument("year", type=int)
@output_options(*_FORMATS)
def show(year: int, output: Output) -> ExitCode:
    """Every rule in force for a fiscal YEAR: content, formulas with their signs, paragraph, how sure it is."""
    return _deliver(output, "rules", year)


@in_swedish(
    "Vad som ändras mellan två år.",
    "Vad som skiljer två års regler åt: ändrat, nytt, upphört eller bara flyttat.",
)
@command.command("diff", short_help="What changes between two years.", epilog=_DIFF_EPILOG)
@click.argument("years", metavar="YEAR YEAR", type=int, nargs=2)
@output_options(*_FORMATS)
def diff(years: tuple[int, int], output: Output) -> ExitCode:
    """What differs between the rules of two fiscal years: changed, new, ended, or only moved to another place."""
    return _deliver(output, "changes", *years)


@in_swedish(
    "Årets datum.",
    "Varje dag som lagen anger för ett räkenskapsår, från budgeten till arkiveringens slut.",
    federation="Utelämna det som inte gäller ett kommunalförbund.",
)
@command.command("calendar", short_help="The dates of a year.", epilog=_CALENDAR_EPILOG)
@click.argument("year", type=int)
@click.option("--federation", is_flag=True, help="Leave out what does not bind a kommunalförbund.")
@output_options(*_FORMATS)
def calendar(year: int, federation: bool, output: Output) -> ExitCode:
    """Every day that the law sets for a fiscal YEAR, from its budget to the end of keeping the accounts."""
    return _deliver(output, "calendar", year, federation=federation)


def _deliver(output: Output, what: str, *years: int, **options: bool) -> ExitCode:
    """Print what the years have in the form asked for.

    Raises :class:`~sifund_ledger.Refused` for fiscal years that the balance requirement does not cover.
    """
    from sifund_ledger.cli.law import law_data, law_text
    from sifund_ledger.fiscal import FIRST_YEAR, LAST_YEAR

    faults = [YEAR_OUT_OF_RANGE.at(str(year), year=year) for year in years if not FIRST_YEAR <= year <= LAST_YEAR]
    if faults:
        raise Refused(faults)
    if output.format == "text":
        return output.deliver(getattr(law_text, f"{what}_text")(*years, output.language, **options))
    return output.deliver(getattr(law_data, f"{what}_data")(*years, output.language, output.format, **options))
