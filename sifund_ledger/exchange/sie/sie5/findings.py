"""What can be wrong with a SIE file of type 5 (iakttagelser om SIE 5)."""

from __future__ import annotations

from typing import Final

from sifund_ledger.findings import FindingCode, Severity

_REPAIR = "Correct it in the program that wrote the file."
_REPAIR_SV = "Rätta i det program som skrev filen."
SIE5_UNREADABLE = FindingCode(
    "SIE5_UNREADABLE",
    Severity.ERROR,
    en="The file begins as XML and cannot be read as SIE 5: {why}.",
    sv="Filen börjar som XML men kan inte läsas som SIE 5: {why_sv}.",
    remedy_en="Export the file anew, as SIE 4 or SIE 5.",
    remedy_sv="Exportera filen på nytt, som SIE 4 eller SIE 5.",
    citation="SIE 5",
)
SIE5_ENDED = FindingCode(
    "SIE5_ENDED",
    Severity.ERROR,
    en="The file was read up to here: {why}.",
    sv="Filen lästes hit: {why_sv}.",
    remedy_en="Export the file anew, and transfer it whole: what stands after this is missing.",
    remedy_sv="Exportera filen på nytt och för över den i sin helhet: det som står efter detta saknas.",
    citation="SIE 5",
)
SIE5_ELEMENT_MISSING = FindingCode(
    "SIE5_ELEMENT_MISSING",
    Severity.WARNING,
    en="A file whose root is {root} must have {element}, and this one has none.",
    sv="En fil vars rot är {root} ska ha {element}, men den här har inget.",
    remedy_en="Let the exporting program write it.",
    remedy_sv="Låt det exporterande programmet skriva det.",
    citation="SIE 5",
)
SIE5_PRIMARY_YEAR = FindingCode(
    "SIE5_PRIMARY_YEAR",
    Severity.ERROR,
    en="{count} of {years} fiscal years are marked as primary, and one should be; {taken} was taken for it.",
    sv="{count} av {years} räkenskapsår är märkta som primära, men ett ska vara det; {taken_sv} räknades som det.",
    remedy_en="Let the exporting program mark one year: without it no balance has a year.",
    remedy_sv="Låt det exporterande programmet märka ett år: utan det hör inget saldo till något år.",
    citation="SIE 5",
)
SIE5_MONTHS_LEFT_OUT = FindingCode(
    "SIE5_MONTHS_LEFT_OUT",
    Severity.NOTE,
    en="{count} × {element} was left out: {why}.",
    sv="{count} × {element} utelämnades: {why_sv}.",
    citation="SIE 5",
)
SIE5_VALUE_UNREADABLE = FindingCode(
    "SIE5_VALUE_UNREADABLE",
    Severity.ERROR,
    en="{element} {key} is {value}, which cannot be read; it was left out.",
    sv="{element} {key} är {value}, som inte kan läsas; det utelämnades.",
    remedy_en=_REPAIR,
    remedy_sv=_REPAIR_SV,
    citation="SIE 5",
)
SIE5_ATTRIBUTE_UNREADABLE = FindingCode(
    "SIE5_ATTRIBUTE_UNREADABLE",
    Severity.ERROR,
    en="{element} {key}: its {attribute} is {value}, which cannot be read; everything else of it counts.",
    sv="{element} {key}: dess {attribute} är {value}, som inte kan läsas; allt annat i elementet räknas.",
    remedy_en=_REPAIR,
    remedy_sv=_REPAIR_SV,
    citation="SIE 5",
)
SIE5_TWICE = FindingCode(
    "SIE5_TWICE",
    Severity.WARNING,
    en="{element} {key} is declared again; the first counts.",
    sv="{element} {key} anges en gång till; det första gäller.",
    remedy_en="Let the exporting program declare it once.",
    remedy_sv="Låt det exporterande programmet ange det en gång.",
    citation="SIE 5",
)
SIE5_ACCOUNT_UNDECLARED = FindingCode(
    "SIE5_ACCOUNT_UNDECLARED",
    Severity.WARNING,
    en="The account {account} is used in vouchers and is not among Accounts.",
    sv="Kontot {account} används i verifikationer men finns inte bland Accounts.",
    remedy_en="Let the exporting program declare every account that it uses.",
    remedy_sv="Låt det exporterande programmet ange alla konton som används.",
    citation="SIE 5",
)
SIE5_MISPLACED = FindingCode(
    "SIE5_MISPLACED",
    Severity.ERROR,
    en="{count} × {element} stands where the format has none, and was left out.",
    sv="{count} × {element} står där formatet inte har något sådant element, och utelämnades.",
    remedy_en=_REPAIR,
    remedy_sv=_REPAIR_SV,
    citation="SIE 5",
)
SIE5_LEFT_OUT = FindingCode(
    "SIE5_LEFT_OUT",
    Severity.NOTE,
    en="{count} × {element} is not read: only accounts, balances, dimensions and vouchers are.",
    sv="{count} × {element} läses inte: bara konton, saldon, dimensioner och verifikationer läses.",
    citation="SIE 5",
)

CODES: Final = tuple(each for each in tuple(globals().values()) if isinstance(each, FindingCode))
"""Every code above."""
