"""What can be wrong with a record and its fields (fel i poster): the findings that say so."""

from __future__ import annotations

from typing import Final

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
SIE_OBJECTS_UNREADABLE = FindingCode(
    "SIE_OBJECTS_UNREADABLE",
    Severity.WARNING,
    en="The object list of #{label} is missing or is no list of pairs: {value}; the row was read without objects.",
    sv="Objektlistan i #{label} saknas eller består inte av par: {value}; raden lästes utan objekt.",
    remedy_en="Let the exporting program write objects between braces, and empty braces where there are none.",
    remedy_sv="Låt det exporterande programmet skriva objekt mellan klamrar, och tomma klamrar där inga finns.",
    citation="SIE 4B §8",
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
    citation="SIE 4B §6 #IB, #UB, #RES",
)
CODES = (
    SIE_FIELD_MISSING,
    SIE_VALUE_UNREADABLE,
    SIE_OBJECTS_UNREADABLE,
    SIE_RECORD_UNKNOWN,
    SIE_FIELD_UNKNOWN,
    SIE_ACCOUNT_TWICE,
    SIE_ACCOUNT_UNDECLARED,
    SIE_ACCOUNT_NOT_NUMERIC,
    SIE_BALANCE_TWICE,
)

KINDS: Final[dict[str, tuple[str, str]]] = {
    "amount": ("amount with at most two decimals", "inget belopp med högst två decimaler"),
    "date": ("date YYYYMMDD", "inget datum ÅÅÅÅMMDD"),
    "period": ("month YYYYMM", "ingen månad ÅÅÅÅMM"),
    "year": ("year number", "inget årsnummer"),
    "quantity": ("quantity", "ingen kvantitet"),
    "kind": ("account type T, S, K or I", "ingen kontotyp T, S, K eller I"),
}
