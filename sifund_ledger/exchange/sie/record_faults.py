"""What can be wrong with a record and its fields (fel i poster): the findings that say so."""

from __future__ import annotations

from typing import Final

from sifund_ledger.amounts import format_amount
from sifund_ledger.exchange.sie.gathering import Gathering, shown
from sifund_ledger.findings import FindingCode, Severity

_KEPT = "Correct it in the program that wrote the file; the record was kept as it stands and counts for nothing."
_KEPT_SV = "Rätta i det program som skrev filen; posten behölls som den står och räknas inte."
SIE_FIELD_MISSING = FindingCode(
    "SIE_FIELD_MISSING",
    Severity.ERROR,
    en="#{label} has {count} fields and needs {needed}.",
    sv="#{label} har {count} fält och behöver {needed}.",
    remedy_en=_KEPT,
    remedy_sv=_KEPT_SV,
    citation="SIE 4B §6",
)
SIE_VALUE_UNREADABLE = FindingCode(
    "SIE_VALUE_UNREADABLE",
    Severity.ERROR,
    en="{value} is no {what} (#{label}).",
    sv="{value} är {what_sv} (#{label}).",
    remedy_en=_KEPT,
    remedy_sv=_KEPT_SV,
    citation="SIE 4B §5.9-5.10",
)
SIE_FIELD_UNREADABLE = FindingCode(
    "SIE_FIELD_UNREADABLE",
    Severity.WARNING,
    en="{value} is no {what} (#{label}); the record counts, and the field was kept as it stands.",
    sv="{value} är {what_sv} (#{label}); posten räknas, och fältet behölls som det står.",
    remedy_en="Correct it in the program that wrote the file.",
    remedy_sv="Rätta det i det program som skrev filen.",
    citation="SIE 4B §5.9-5.10",
)
SIE_AMOUNT_DECIMALS = FindingCode(
    "SIE_AMOUNT_DECIMALS",
    Severity.WARNING,
    en="{value} has more than two decimals (#{label}); the point is decimal in the format; it was read as {ore} kr.",
    sv="{value} har fler än två decimaler (#{label}); punkten är decimal i formatet; det lästes som {ore} kr.",
    remedy_en="Check in the program that wrote the file that no thousands were meant; write two decimals at most.",
    remedy_sv="Kontrollera i det program som skrev filen att inte tusental avsågs; skriv högst två decimaler.",
    citation="SIE 4B §5.9",
)
SIE_OBJECTS_UNREADABLE = FindingCode(
    "SIE_OBJECTS_UNREADABLE",
    Severity.ERROR,
    en="The object list of #{label} is no list of pairs: {value}.",
    sv="Objektlistan i #{label} består inte av par: {value}.",
    remedy_en=_KEPT,
    remedy_sv=_KEPT_SV,
    citation="SIE 4B §8",
)
SIE_OBJECTS_MISSING = FindingCode(
    "SIE_OBJECTS_MISSING",
    Severity.WARNING,
    en="#{label} has no object list; it was read without objects.",
    sv="#{label} saknar objektlista; den lästes utan objekt.",
    remedy_en="Let the exporting program write objects between braces, and empty braces where there are none.",
    remedy_sv="Låt det exporterande programmet skriva objekt mellan klamrar, och tomma klamrar där inga finns.",
    citation="SIE 4B §8",
)
SIE_OBJECTS_COUNT = FindingCode(
    "SIE_OBJECTS_COUNT",
    Severity.WARNING,
    en="#{label} must name one object, and names {count}.",
    sv="#{label} ska ange ett objekt men anger {count}.",
    remedy_en="Let the exporting program write one record for each object.",
    remedy_sv="Låt det exporterande programmet skriva en post för varje objekt.",
    citation="SIE 4B §6 #OIB, #OUB",
)
SIE_RECORD_UNKNOWN = FindingCode(
    "SIE_RECORD_UNKNOWN",
    Severity.NOTE,
    en="There is no record #{label} in the format; it was kept, and means nothing here.",
    sv="Formatet har ingen post #{label}; den behölls och betyder inget här.",
    citation="SIE 4B §7.1",
)
SIE_FIELD_UNKNOWN = FindingCode(
    "SIE_FIELD_UNKNOWN",
    Severity.NOTE,
    en="#{label} has {count} fields more than the format knows; they were kept.",
    sv="#{label} har {count} fält fler än formatet känner; de behölls.",
    citation="SIE 4B §7.2",
)
SIE_ACCOUNT_TWICE = FindingCode(
    "SIE_ACCOUNT_TWICE",
    Severity.WARNING,
    en="#{label} {key} is declared again; the first counts.",
    sv="#{label} {key} anges en gång till; den första gäller.",
    remedy_en="Let the exporting program declare it once.",
    remedy_sv="Låt det exporterande programmet ange den en gång.",
    citation="SIE 4B §6",
)
SIE_ACCOUNT_UNDECLARED = FindingCode(
    "SIE_ACCOUNT_UNDECLARED",
    Severity.WARNING,
    en="The account {account} is used (#{label}) and has no #KONTO.",
    sv="Kontot {account} används (#{label}) men saknar #KONTO.",
    remedy_en="Let the exporting program declare every account that it uses.",
    remedy_sv="Låt det exporterande programmet ange alla konton som används.",
    citation="SIE 4B §6",
)
SIE_ACCOUNT_NOT_NUMERIC = FindingCode(
    "SIE_ACCOUNT_NOT_NUMERIC",
    Severity.WARNING,
    en="The account {account} is no number.",
    sv="Kontot {account} är inget nummer.",
    remedy_en="Use digits alone in account numbers.",
    remedy_sv="Använd bara siffror i kontonummer.",
    citation="SIE 4B §6 #KONTO",
)
SIE_BALANCE_TWICE = FindingCode(
    "SIE_BALANCE_TWICE",
    Severity.ERROR,
    en="#{label} {year} {account} stands again with another amount; the first counts.",
    sv="#{label} {year} {account} står en gång till med annat belopp; det första gäller.",
    remedy_en="Find out which is right, and export the file anew.",
    remedy_sv="Ta reda på vilket som är rätt och exportera filen på nytt.",
    citation="SIE 4B §6 #IB, #UB, #RES, #PSALDO",
)
CODES = (
    SIE_FIELD_MISSING,
    SIE_VALUE_UNREADABLE,
    SIE_FIELD_UNREADABLE,
    SIE_AMOUNT_DECIMALS,
    SIE_OBJECTS_UNREADABLE,
    SIE_OBJECTS_MISSING,
    SIE_OBJECTS_COUNT,
    SIE_RECORD_UNKNOWN,
    SIE_FIELD_UNKNOWN,
    SIE_ACCOUNT_TWICE,
    SIE_ACCOUNT_UNDECLARED,
    SIE_ACCOUNT_NOT_NUMERIC,
    SIE_BALANCE_TWICE,
)

KINDS: Final[dict[str, tuple[str, str]]] = {
    "amount": (
        "amount with at most two decimals, within 10^13 kronor",
        "inget belopp med högst två decimaler, inom 10^13 kronor",
    ),
    "date": ("date YYYYMMDD", "inget datum ÅÅÅÅMMDD"),
    "period": ("month YYYYMM", "ingen månad ÅÅÅÅMM"),
    "year": ("year number", "inget årsnummer"),
    "quantity": ("quantity", "ingen kvantitet"),
    "end": ("last day after the first", "ingen sista dag efter den första"),
    "kind": ("account type T, S, K or I", "ingen kontotyp T, S, K eller I"),
}


def report_unreadable(
    found: Gathering, line: int, label: str, value: str, kind: str, *, code: FindingCode = SIE_VALUE_UNREADABLE
) -> None:
    """Report a value that is not what it should be; ``kind`` is a key of :data:`KINDS`."""
    what, what_sv = KINDS[kind]
    found.add(code, line, label=label, value=shown(value) or '""', what=what, what_sv=what_sv)


def report_decimals(found: Gathering, line: int, label: str, value: str, ore: int) -> None:
    """Report an amount that was read although it has more than two decimals."""
    if len(value) - value.find(".") > 3 and "." in value:
        found.add(SIE_AMOUNT_DECIMALS, line, label=label, value=shown(value), ore=format_amount(ore))
