"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.findings import declared, note, warning

COMPARATIVE_MISSING = warning(
    "Rapporten för {year} saknar kolumn med {wanted_sv}.",
    "The report for {year} has no column with the {wanted}.",
    "Upprätta även den utredningen, och ställ den bredvid.",
    "Draw up that statement too, and put it beside.",
)
INTERIM_PERIOD = warning(
    "Delårsrapporten för {year} slutar {as_of}; perioden ska sluta mellan {first} och {last}.",
    "The interim report for {year} ends on {as_of}; its period ends between {first} and {last}.",
    "Ange as_of som periodens sista dag.",
    "State as_of as the last day of the period.",
)
PRINTED_DIFFERS = warning(
    "{code} är tryckt som {printed}, och raderna ger {computed}: tryckt minus beräknat är {difference}.",
    "{code} is printed as {printed}, and the rows give {computed}: printed minus computed is {difference}.",
    "Sök en rad som saknas eller är felläst; skillnaden beror inte på avrundning.",
    "Look for a row that is missing or misread; the difference is not explained by rounding.",
)
PRINTED_ROUNDED = note(
    "{code} är tryckt som {printed}, och raderna ger {computed}: {difference}, en enhet i sista siffran.",
    "{code} is printed as {printed}, and the rows give {computed}: {difference}, one unit in the last place.",
)

CODES = declared(globals())
