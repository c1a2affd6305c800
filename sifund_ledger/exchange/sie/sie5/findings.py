"""What can be wrong with a SIE file of type 5 (iakttagelser om SIE 5)."""

from __future__ import annotations

from sifund_ledger.citations import SIE_5
from sifund_ledger.findings import declared, error, note, warning

_REPAIR = "Correct it in the program that wrote the file."
_REPAIR_SV = "Rätta i det program som skrev filen."
SIE5_UNREADABLE = error(
    "Filen börjar som XML men kan inte läsas som SIE 5: {why}.",
    "The file begins as XML and cannot be read as SIE 5: {why}.",
    "Exportera filen på nytt, som SIE 4 eller SIE 5.",
    "Export the file anew, as SIE 4 or SIE 5.",
    cites=SIE_5(),
)
SIE5_ENDED = error(
    "Filen lästes hit: {why}.",
    "The file was read up to here: {why}.",
    "Exportera filen på nytt och för över den i sin helhet: det som står efter detta saknas.",
    "Export the file anew, and transfer it whole: what stands after this is missing.",
    cites=SIE_5(),
)
SIE5_ELEMENT_MISSING = warning(
    "En fil vars rot är {root} ska ha {element}, men den här har inget.",
    "A file whose root is {root} must have {element}, and this one has none.",
    "Låt det exporterande programmet skriva det.",
    "Let the exporting program write it.",
    cites=SIE_5(),
)
SIE5_PRIMARY_YEAR = error(
    "{count} av {years} räkenskapsår är märkta som primära, i stället för ett; {taken} används.",
    "{count} of {years} fiscal years are marked as primary, instead of one; {taken} is used.",
    "Låt det exporterande programmet märka ett år: utan det hör inget saldo till något år.",
    "Let the exporting program mark one year: without it no balance has a year.",
    cites=SIE_5(),
)
SIE5_MONTHS_LEFT_OUT = note(
    "{count} × {element} utelämnades: {why}.",
    "{count} × {element} was left out: {why}.",
    cites=SIE_5(),
)
SIE5_MISPLACED = error(
    "{count} × {element} står där formatet inte har något sådant element, och utelämnades.",
    "{count} × {element} stands where the format has none, and was left out.",
    _REPAIR_SV,
    _REPAIR,
    cites=SIE_5(),
)
SIE5_LEFT_OUT = note(
    "{count} × {element} läses inte: bara konton, saldon, dimensioner och verifikationer läses.",
    "{count} × {element} is not read: only accounts, balances, dimensions and vouchers are.",
    cites=SIE_5(),
)

CODES = declared(globals())
