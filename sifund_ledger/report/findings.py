"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.findings import declared, error

REPORT_NOT_INSTALLED = error(
    "Rapporter i {form} behöver {package}, som inte är installerat.",
    "Reports in {form} need {package}, which is not installed.",
    "Installera det: pip install 'sifund-ledger[{extra}]'",
    "Install it: pip install 'sifund-ledger[{extra}]'",
)
BUDGET_EXPECTED = error(
    "Uppgifterna är inte budgeten för {year}: de är {given}.",
    "The figures are not the budget of {year}: they are {given}.",
    'Ge uppgifter för det året med kind = "budget".',
    'Give figures of that year with kind = "budget".',
)
LABEL_TABLE_UNKNOWN = error(
    "Ingen tabell i rapporten heter {table}.",
    "No table of the report is called {table}.",
    "Ange en av: {known}.",
    "Give one of: {known}.",
)
LABEL_ROW_UNKNOWN = error(
    "Tabellen {table} har ingen rad eller kolumn {row} med en egen benämning.",
    "The table {table} has no row or column {row} with a label of its own.",
    "Ange en av: {known}.",
    "Give one of: {known}.",
)
WORD_TEMPLATE_UNREADABLE = error(
    "Mallen kan inte användas: {why}.",
    "The template cannot be used: {why}.",
    "Öppna den i Word och spara den som Word-dokument (.docx), utan lösenord.",
    "Open it in Word and save it as a Word document (.docx), without a password.",
)

CODES = declared(globals())
