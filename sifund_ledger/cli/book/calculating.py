"""``sifund programme needs|exclusion|contract``: calculators of the programme, which need no book."""

from __future__ import annotations

from typing import Final

import click

from sifund_ledger.amounts import Unit
from sifund_ledger.cli import findings as codes
from sifund_ledger.cli.books import FORMATS, written
from sifund_ledger.cli.exit_codes import ExitCode
from sifund_ledger.cli.helping import in_swedish
from sifund_ledger.cli.output import Output, output_options
from sifund_ledger.cli.typed import options_read
from sifund_ledger.errors import UnreadableInput

_UNIT: Final = click.option("--unit", type=click.Choice(["kr", "tkr", "mkr"]), default="kr", help="Of amounts.")
_PERSON: Final = {"person": "--low, --high", "person.low": "--low", "person.high": "--high"}
"""The options of what a person costs, by the places of Python."""


@in_swedish(
    "Behov mot en ram: efter resurser och efter behov.",
    """Ställ behov, det mest angelägna först, mot en ram: efter resurser med andelar, och efter behov. Gapet kan visas
    som skattesats.""",
    needs="Ett behov och vad det kostar; det mest angelägna först.",
    frame="Ramen.",
    shares="Ett behovs andel av ramen, i samma ordning.",
    tax_base="Skatteunderlaget.",
)
@click.command("needs", short_help="Needs against a frame: by resources and by needs.")
@click.option("--need", "needs", multiple=True, metavar="NAME=AMOUNT", help="A need and its cost; most urgent first.")
@click.option("--frame", required=True, metavar="AMOUNT", help="The frame.")
@click.option("--share", "shares", multiple=True, metavar="SHARE", help="A need's share of the frame, in that order.")
@click.option("--tax-base", metavar="AMOUNT", help="The tax base.")
@_UNIT
@output_options(*FORMATS)
def needs(
    needs: tuple[str, ...], frame: str, shares: tuple[str, ...], tax_base: str | None, unit: Unit, output: Output
) -> ExitCode:
    """Hold needs, the most urgent first, against a frame: by resources with shares, and by needs. The gap can be shown
    as a rate of tax."""
    from sifund_ledger.fields.composed import pairs
    from sifund_ledger.programme.findings import SHARES_DO_NOT_MAKE_ONE
    from sifund_ledger.programme.needs import needs_and_resources

    with options_read(SHARES_DO_NOT_MAKE_ONE):
        table = needs_and_resources(pairs(needs), frame=frame, shares=shares, tax_base=tax_base, unit=unit)
    return output.deliver(written(table.tables(output.language), output))


@in_swedish(
    "Vad utanförskap kostar samhället; aldrig ett planvärde.",
    """Räkna vad en årskulls utanförskap kostar samhället under ett liv, som ett spann med sin källa, och hur många som
    behöver undgå det för att ett bidrag ska gå jämnt upp.""",
    cohort="Antal i årskullen.",
    share="Andel som hamnar i utanförskap.",
    low="Kostnad per individ, lägst.",
    high="Kostnad per individ, högst.",
    grant="Bidraget.",
)
@click.command("exclusion", short_help="What exclusion costs society; never a plan value.")
@click.option("--cohort", type=int, required=True, metavar="NUMBER", help="How many the cohort is.")
@click.option("--share", default="12 %", show_default=True, metavar="SHARE", help="The share that ends in exclusion.")
@click.option("--low", metavar="AMOUNT", help="What a person costs, lowest.")
@click.option("--high", metavar="AMOUNT", help="What a person costs, highest.")
@click.option("--grant", metavar="AMOUNT", help="The grant.")
@_UNIT
@output_options(*FORMATS)
def exclusion(
    cohort: int, share: str, low: str | None, high: str | None, grant: str | None, unit: Unit, output: Output
) -> ExitCode:
    """Reckon what the exclusion of a cohort costs society over a life, as a range with its source, and how many need
    to escape it for a grant to break even."""
    from sifund_ledger.programme.exclusion import exclusion_cost
    from sifund_ledger.programme.findings import EXCLUSION_RANGE_REVERSED

    if (low is None) != (high is None):
        place, option = "sifund programme exclusion", "--low" if low is None else "--high"
        raise UnreadableInput([codes.USAGE_MISSING.at(place, parameter=option, command=place)])
    person = None if low is None else (low, high)
    with options_read(EXCLUSION_RANGE_REVERSED, **_PERSON):
        cost = exclusion_cost(cohort, share=share, person=person, grant=grant, unit=unit)
    return output.deliver(written(cost.tables(output.language), output))


@in_swedish(
    "Vad ett utfallskontrakt betalar vid olika utfall.",
    """Räkna vad kommunen betalar vid olika utfall av ett utfallskontrakt, och vem som vinner och förlorar.""",
    capital="Investerarens kapital.",
    guarantee="Andel som betalas i vart fall.",
    of_saving="Andel av det sparade, till kapitalet; annars resten av garantin.",
    cap="Högsta vinst, som andel av kapitalet.",
    of_excess="Andel av det som sparas utöver; annars som av det sparade.",
    saved="Ett utfall; kan anges flera gånger.",
)
@click.command("contract", short_help="What an outcome contract pays at different outcomes.")
@click.option("--capital", required=True, metavar="AMOUNT", help="The investor's capital.")
@click.option("--guarantee", required=True, metavar="SHARE", help="The share paid in any case.")
@click.option("--of-saving", metavar="SHARE", help="Of what is saved, to the capital; else what the guarantee leaves.")
@click.option("--cap", default="20 %", show_default=True, metavar="SHARE", help="The highest gain, of the capital.")
@click.option("--of-excess", metavar="SHARE", help="Of what is saved beyond; else as of what is saved.")
@click.option("--saved", multiple=True, required=True, metavar="AMOUNT", help="An outcome; may be given several times.")
@_UNIT
@output_options(*FORMATS)
def contract(
    capital: str, guarantee: str, of_saving: str | None, cap: str, of_excess: str | None, saved: tuple[str, ...],
    unit: Unit, output: Output,
) -> ExitCode:  # fmt: skip
    """Reckon what the municipality pays at different outcomes of an outcome contract, and who gains and loses."""
    from sifund_ledger.programme.contracts import OutcomeContract

    with options_read():
        terms = OutcomeContract.of(
            capital=capital, guarantee=guarantee, of_saving=of_saving, cap=cap, of_excess=of_excess, unit=unit
        )
        table = terms.table(saved, unit=unit, language=output.language)
    return output.deliver(written([table], output))
