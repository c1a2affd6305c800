"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.findings import declared, note, warning
from sifund_ledger.law.dates import INTERIM_FIRST
from sifund_ledger.law.rules import wordings

COMPARATIVE_MISSING = warning(
    "Rapporten för {year} saknar kolumn med {wanted}.",
    "The report for {year} has no column with the {wanted}.",
    "Upprätta även den utredningen, och ställ den bredvid.",
    "Draw up that statement too, and put it beside.",
)
INTERIM_PERIOD = warning(
    "Delårsrapporten för {year} slutar {as_of}; perioden ska sluta mellan {first} och {last}.",
    "The interim report for {year} ends on {as_of}; its period ends between {first} and {last}.",
    "Ange ”per” som periodens sista dag.",
    "State as_of as the last day of the period.",
    cites=wordings(INTERIM_FIRST),
)
PRINTED_DIFFERS = warning(
    "{row} är tryckt som {printed:unit}, men raderna ger {computed:unit}: tryckt minus beräknat är {difference:unit}.",
    "{row} is printed as {printed:unit}, but the rows give {computed:unit}: printed minus computed is "
    "{difference:unit}.",
    "Sök en rad som saknas eller är felläst. Skillnaden är för stor för att vara avrundning.",
    "Look for a row that is missing or misread. The difference is too large to be rounding.",
)
PRINTED_ROUNDED = note(
    "{row} är tryckt som {printed:unit}, men raderna ger {computed:unit}: {difference:unit}, en enhet i sista siffran.",
    "{row} is printed as {printed:unit}, but the rows give {computed:unit}: {difference:unit}, one unit in the last "
    "place.",
)

CODES = declared(globals())
