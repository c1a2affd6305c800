"""``sifund compare``: the same projects, costs and effects under each model of a fund, side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.books import FORMATS, opened, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.horizons import BY_IN_SWEDISH, by_option, horizon_of
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.errors import Refused, UnreadableInput

if TYPE_CHECKING:
    from sifund_ledger.amounts import Unit
    from sifund_ledger.findings import Bilingual

_EPILOG = """\
\b
Examples:
  sifund compare scenario.toml
  sifund compare scenario.toml --with budget_textbook --with orebro_strict
  sifund compare scenario.toml --with reversal_textbook:loss_bearer=implementing_unit
  sifund compare ale.sifund --fund social --with budget_textbook --to 2030
  sifund compare scenario.toml --draws 100 --seed 7 -O csv -o models.csv
"""
_SCENARIOS = (".toml", ".json")


@in_swedish(
    "Modeller sida vid sida: samma projekt under varje riktlinje.",
    """Jämför modeller: samma projekt, kostnader och effekter under varje riktlinje, med bokens egna kommandon.

    SOURCE är en scenariofil (TOML eller JSON) eller en bok, vars fond då är scenariot. Inget registreras. Ingen modell
    kallas bäst: varje kriterium har sitt mått. Varje antagande skrivs ut.""",
    models="En riktlinje, med val efter kolon: NAMN:parameter=värde,… Kan anges flera gånger.",
    fund="Fonden i boken, om den har flera.",
    to="Sista året.",
    draws="Antal dragningar, där effekter är spann.",
    seed="Slumpfröet.",
    unit="Enhet för belopp; annars scenariots, för en bok kr.",
    by=BY_IN_SWEDISH + " Utan det per mandatperiod; planen är den i det första årets budget.",
)
@click.command("compare", short_help="Models side by side: the same projects under each policy.", epilog=_EPILOG)
@click.argument("source", metavar="SOURCE")
@click.option(
    "--with", "models", multiple=True, metavar="POLICY",
    help="A policy, with choices behind a colon: NAME:parameter=value,… May be given several times.",
)  # fmt: skip
@click.option("--fund", metavar="NAME", help="The fund of the book, where it has several.")
@click.option("--to", type=int, metavar="YEAR", help="The last year.")
@click.option("--draws", type=int, metavar="NUMBER", help="How many draws, where effects are ranges.")
@click.option("--seed", type=int, metavar="NUMBER", help="The seed of the draws.")
@click.option(
    "--unit", type=click.Choice(["kr", "tkr", "mkr"]), help="Of amounts; else that of the scenario, of a book kr."
)
@by_option
@output_options(*FORMATS)
def command(
    source: str, models: tuple[str, ...], fund: str | None, to: int | None, draws: int | None, seed: int | None,
    unit: Unit | None, by: str | None, output: Output,
) -> ExitCode:  # fmt: skip
    """Compare models: the same projects, costs and effects under each policy, by a book's own commands.

    SOURCE is a scenario file (TOML or JSON), or a book, whose fund is then the scenario. Nothing is recorded. No model
    is called best: each criterion has its measure. Every assumption is printed.
    """
    from sifund_ledger.simulation import compare, model_named, read_scenario, scenario_of_book

    try:
        asked = [model_named(each) for each in models]
    except Refused as refusal:
        raise UnreadableInput(refusal.findings) from None
    assumed: tuple[Bilingual, ...] = ()
    if source.lower().endswith(_SCENARIOS):
        file = read_scenario(source)
        scenario, unit = file.scenario, unit or file.unit
    else:
        with opened(source) as there:
            if fund is None and len(there.funds) > 1:
                missing = codes.USAGE_MISSING.at("sifund compare", parameter="--fund", command="sifund compare")
                raise UnreadableInput([missing])
            scenario, assumed = scenario_of_book(there, fund or next(iter(there.funds), ""), to=to)
    changes: dict[str, Any] = {"to": to, "draws": draws, "seed": seed}
    scenario = replace(scenario, **{key: value for key, value in changes.items() if value is not None})
    horizon = horizon_of(by or "mandate", scenario.first_year, place="sifund compare")
    outcome = compare(scenario, asked, unit=unit or "kr", assumptions=assumed, by=horizon)
    return output.deliver(written(outcome.tables(output.language), output, title=scenario.entity))
