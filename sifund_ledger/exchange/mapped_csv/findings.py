"""What can be wrong, or worth knowing, in CSV that is read by a declared mapping, and in the mapping."""

from __future__ import annotations

from sifund_ledger.findings import declared, error, note, warning

CSV_NOT_ENCODED = error(
    "Filen är inte text i {encoding}: byten {byte} kan inte läsas.",
    "The file is not text in {encoding}: byte {byte} cannot be read.",
    "Ange filens teckenkodning i kolumnmallen, till exempel windows-1252 eller utf-8.",
    "State the file's encoding in the mapping, for example windows-1252 or utf-8.",
)
CSV_ENCODING_OTHER = error(
    "Filen börjar som UTF-8, och kolumnmallen anger {encoding}.",
    "The file begins as UTF-8, and the mapping states {encoding}.",
    "Ange utf-8 i kolumnmallen.",
    "State utf-8 in the mapping.",
)
CSV_GARBLED = warning(
    "{word} ser ut som text i en annan teckenkodning.",
    "{word} looks like text in another encoding.",
    "Kontrollera teckenkodningen i kolumnmallen innan något registreras.",
    "Check the encoding in the mapping before anything is recorded.",
)
CSV_LINE_BROKEN = error(
    "Raden hör inte till tabellen: {why}.",
    "The line does not belong to the table: {why}.",
    "Kontrollera avgränsaren i kolumnmallen; en cell som innehåller den står inom citattecken.",
    "Check the delimiter in the mapping; a cell that holds it stands within quotation marks.",
)
CSV_COLUMN_MISSING = error(
    "Det finns ingen kolumn {column!r}.{meant} Filens kolumner: {headings}.",
    "There is no column {column!r}.{meant} The file's columns: {headings}.",
    "Rätta kolumnens rubrik i kolumnmallen, eller raden med rubrikerna, avgränsaren eller teckenkodningen.",
    "Correct the heading of the column in the mapping, or the line of the headings, the delimiter or the encoding.",
)
CSV_COLUMN_TWICE = error(
    "{count} kolumner heter {column!r}.",
    "{count} columns are called {column!r}.",
    "Ge dem olika rubriker i filen.",
    "Give them different headings in the file.",
)
CSV_NO_ROWS = error(
    "Tabellen har inga rader som gäller.",
    "The table has no rows that count.",
    "Kontrollera att det är rätt fil, raden med rubrikerna, och vilka rader som gäller.",
    "Check that it is the right file, the line of the headings, and which rows count.",
)
CSV_ROWS_TOO_MANY = error(
    "Tabellen har fler än {most} rader.",
    "The table has more than {most} rows.",
    "Dela filen, behåll rubrikerna i varje del, och ge varje del en egen källa.",
    "Split the file, keep the headings in each part, and give each part a source of its own.",
)
CSV_AMOUNT_OTHER_FORM = error(
    "{value} har inte {mark!r} som decimaltecken.",
    "{value} does not have {mark!r} as its decimal mark.",
    "Rätta beloppet, eller decimaltecknet i kolumnmallen.",
    "Correct the amount, or the decimal mark in the mapping.",
)
CSV_DAY_OTHER_FORM = error(
    "{value} är inget datum i formen {form}.",
    "{value} is not a date in the form {form}.",
    "Rätta datumet, eller datumformen i kolumnmallen, till exempel D/M ÅÅÅÅ.",
    "Correct the date, or the form of dates in the mapping, for example D/M YYYY.",
)
CSV_VALUE_UNKNOWN = error(
    "{value} finns inte bland kolumnmallens värden.",
    "{value} is not among the values of the mapping.",
    "Lägg till det i kolumnmallen bland fältets värden: {known}.",
    "Add it in the mapping to the values of the field: {known}.",
)
CSV_ROWS_LEFT_OUT = note(
    "Enligt kolumnmallen gäller {counted} inte, den första på rad {line}.",
    "By the mapping {counted} not count, the first on line {line}.",
)
CSV_FIELD_NOT_AMOUNT = error(
    "{field} är inget belopp, och kan varken ha tecken eller debet och kredit.",
    "{field} is not an amount, and can have neither a sign nor debit and credit.",
    "Ange bara kolumnens rubrik.",
    "Give the heading of the column alone.",
)
CSV_FIELD_NOT_SPREAD = error(
    "{field} har ett enda värde, och inte ett per år eller namn.",
    "{field} has a single value, and not one for each year or name.",
    "Ange bara kolumnens rubrik.",
    "Give the heading of the column alone.",
)
CSV_HEADINGS_NEEDED = error(
    "En huvudbok utan rubriker läses inte.",
    "A ledger without headings is not read.",
    "Exportera den med kolumnernas rubriker, eller skriv dem på en rad överst i filen.",
    "Export it with the headings of its columns, or write them on a line at the top of the file.",
)
CSV_ROWS_OTHER = error(
    "Kolumnmallens rader är {rows}, och här läses {wanted}.",
    "The rows of the mapping are {rows}, and here {wanted} are read.",
    "Ange vad filens rader är i kolumnmallen.",
    "State in the mapping what the rows of the file are.",
)
CSV_SOURCE_MISSING = error(
    "Kolumnmallen anger inte varifrån raderna kommer.",
    "The mapping does not state where the rows come from.",
    'Ange källan, så att inget registreras två gånger, till exempel: källa = "Uttag 2014".',
    'State the source, so that nothing is recorded twice, for example: source = "Uses 2014".',
)
CSV_ROW_KEY_OTHER = error(
    "Rader från {source!r} är registrerade med en annan radnyckel: {known}.",
    "Rows from {source!r} have been recorded with another row key: {known}.",
    "Ange samma radnyckel som då, annars registreras samma rader igen. Är det andra rader ska de ha en annan källa.",
    "State the same row key as then, or the same rows are recorded again. Other rows should have another source.",
)
CSV_ROW_KEY_SHARED = warning(
    "{counted} samma radnyckel som en tidigare rad i filen, den första: {texts}.",
    "{counted} the same row key as an earlier row of the file, the first: {texts}.",
    "Står samma rad två gånger, ta bort den ena. Är det olika rader, ange fler kolumner i radnyckeln innan de"
    " registreras.",
    "Where one row stands twice, remove one of them. Where they differ, state more columns in the row key before they"
    " are recorded.",
)
CSV_ROWS_KNOWN = note(
    "{counted} från {source!r} förut, och registreras inte igen.",
    "{counted} from {source!r} before, and will not be recorded again.",
)
CSV_ROWS_GONE = warning(
    "{counted} från {source!r} förut, och finns inte i filen.",
    "{counted} from {source!r} before and cannot be found in the file.",
    "Kontrollera att det är rätt fil. Det som är registrerat står kvar; rätta det så här: {do.correct}.",
    "Check that it is the right file. What was recorded stays; correct it like this: {do.correct}.",
)

CODES = declared(globals())
