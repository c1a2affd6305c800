"""What can be wrong with a printed table, or worth knowing of it, beside sums that do not follow."""

from __future__ import annotations

from sifund_ledger.findings import declared, error, note, warning

PRINTED_EMPTY = error(
    "Ingen rad i tabellen känns igen med ett belopp.",
    "No row of the table is recognised with an amount.",
    "Ange en tabell med benämningar till vänster och belopp till höger, en rad för varje.",
    "Give a table with labels to the left and amounts to the right, one row for each.",
)
PRINTED_AMOUNT_UNREAD = error(
    "{value} i raden {row!r} går inte att läsa som ett belopp på ett enda sätt.",
    "{value} in the row {row!r} cannot be read as an amount in one way only.",
    "Skriv beloppet som det är tryckt, med mellanslag mellan tusental. Det som vilar på det är inte räknat.",
    "Write the amount as it is printed, with a space between thousands. What rests on it is not counted.",
)
PRINTED_ROW_UNCLEAR = error(
    "Det är oklart i vilka kolumner beloppen i raden {row!r} står: {value}.",
    "It is unclear in which columns the amounts of the row {row!r} stand: {value}.",
    "Skilj kolumnerna åt med tabb, och sätt ett streck där en cell är tom.",
    "Part the columns with tabs, and put a dash where a cell is empty.",
)
PRINTED_COLUMN_UNREAD = warning(
    "Kolumn {column} har ingen rubrik med ett år, och är inte läst.",
    "Column {column} has no heading with a year, and is not read.",
    "Ge den en rubrik: ett år, eller Not för noter.",
    "Give it a heading: a year, or Not for notes.",
)
PRINTED_LABEL_UNKNOWN = warning(
    "Benämningen {row!r} känns inte igen. {could}",
    "The label {row!r} is not recognised. {could}",
    "Jämför med tabellen. Heter raden något annat i lagen, skriv om benämningen och granska igen.",
    "Compare with the table. Where the law has another name for the row, reword the label and audit again.",
)
PRINTED_UNIT_UNKNOWN = warning(
    "Det framgår inte vilken enhet beloppen är i{units}. De visas som kronor, och inget räknas som avrundning.",
    "The unit of the amounts is not clear{units}. They are shown as kronor, and nothing passes as rounding.",
    "Ange den: --unit kr, tkr eller mkr.",
    "Give it: --unit kr, tkr or mkr.",
)
PRINTED_YEAR_UNKNOWN = note(
    "Det framgår inte vilket år kolumnen {column} gäller. Summorna prövas, men inte mot lagen.",
    "The year of the column {column} is not clear. The sums are checked, but not against the law.",
    "Ange det: --year.",
    "Give it: --year.",
)
PRINTED_UNSIGNED = note(
    "Avdragen är tryckta utan minustecken; lästa som avdrag följer summorna.",
    "The deductions are printed without a minus sign; read as deductions, the sums follow.",
)
PRINTED_UNCHECKED = note(
    "{row!r} {column} ingår i ingen summa som kan prövas: {printed:unit}.",
    "{row!r} {column} is part of no sum that can be checked: {printed:unit}.",
)
PRINTED_BESIDE_LAW = note(
    "{row!r} {year} är tryckt som {printed:unit}; enligt lagen är det {computed:unit}. Uppställningen: {layout}.",
    "{row!r} {year} is printed as {printed:unit}; by the law it is {computed:unit}. The layout: {layout}.",
)
PRINTED_BOOK_DIFFERS = warning(
    "{row!r} {year} är tryckt som {printed:unit}, men boken ger {computed:unit}: skillnaden är {difference:unit}.",
    "{row!r} {year} is printed as {printed:unit}, but the book gives {computed:unit}: the difference is "
    "{difference:unit}.",
    "Jämför med bokens utredning för året. Är boken fel, rätta den: {do.correct}.",
    "Compare with the book's statement of the year. Where the book is wrong, correct it: {do.correct}.",
)
PRINTED_BOOK_WITHOUT = note(
    "Boken har ingen utredning för {year}; kolumnen är inte jämförd med den.",
    "The book has no statement of {year}; the column is not compared with it.",
)
PRINTED_NOT_INSTALLED = error(
    "Att läsa en arbetsbok kräver {package}, som inte är installerat.",
    "Reading a workbook needs {package}, which is not installed.",
    "Installera det: pip install 'sifund-ledger[excel]'; eller spara tabellen som CSV.",
    "Install it: pip install 'sifund-ledger[excel]'; or save the table as CSV.",
)

CODES = declared(globals())
