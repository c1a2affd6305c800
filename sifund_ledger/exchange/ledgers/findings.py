"""What can be wrong, or worth knowing, in a general ledger that is read, and in the roles of its accounts."""

from __future__ import annotations

from sifund_ledger.citations import SIE_4B
from sifund_ledger.findings import declared, error, note, warning

LEDGER_CSV_COLUMN_MISSING = error(
    "Det finns ingen kolumn {column}.",
    "There is no column {column}.",
    "Namnge kolumnerna på första raden: ver, datum, konto, belopp; även text och dimensioner med nummer. Är raderna "
    "något annat än en huvudbok, eller ska rubrikerna stå kvar, ange en kolumnmall.",
    "Name the columns in the first line: voucher, date, account, amount; also text and dimensions by number. If the "
    "rows are no general ledger, or the headings are to stay, give a mapping.",
)
LEDGER_CSV_COLUMN_TWICE = warning(
    "Flera kolumner är {column}: {names}; {first} gäller.",
    "Several columns are {column}: {names}; {first} counts.",
    "Ta bort eller byt namn på de kolumner som inte avses.",
    "Leave out or rename the columns that are not meant.",
)
LEDGER_CSV_COLUMN_UNREAD = note(
    "Dessa kolumner är inte kända och lästes inte: {names}.",
    "These columns are not known and were not read: {names}.",
    "Namnge en dimensions kolumn med dess nummer, till exempel 20.",
    "Name a dimension's column by its number, such as 20.",
)
LEDGER_CSV_COLUMNS_TOO_MANY = error(
    "Första raden anger {count} kolumner, fler än de {most} som en tabell får ha; inget lästes.",
    "The first line names {count} columns, more than the {most} that a table may have; nothing was read.",
    "Kontrollera att det är rätt fil och exportera de kolumner som behövs, en rad för varje kontering.",
    "Check that it is the right file, and export the columns that are needed, one line a row.",
)
LEDGER_CSV_LINE_BROKEN = error(
    "Raden hör inte till tabellen: {why}; den utelämnades.",
    "The line does not belong to the table: {why}; it was left out.",
    "Skriv varje rad på en enda rad, med citattecken om en cell som innehåller avgränsaren.",
    "Write each row on one line, with quotation marks around a cell that holds the delimiter.",
)
LEDGER_CSV_DECIMALS_SPLIT = error(
    "Varje belopp följs av en cell med en eller två siffror ({value}): kommat ser ut att både skilja celler och stå "
    "före decimaler. Filen lästes inte.",
    "Every amount is followed by a cell of one or two digits ({value}): the comma seems both to separate cells "
    "and to stand before decimals. The file was not read.",
    "Exportera med semikolon mellan cellerna eller punkt före decimaler, eller skriv ut ören: 100.00.",
    "Export with semicolons between cells or a point before decimals, or write the öre: 100.00.",
)
LEDGER_CSV_NOT_ROWS = error(
    "{count} rader kan inte läsas; läsningen slutade här.",
    "{count} lines cannot be read; reading ended here.",
    "Kontrollera att det är rätt fil, och att kolumnernas namn står på första raden.",
    "Check that it is the right file, and that the names of the columns stand in the first line.",
)
LEDGER_CSV_NO_ROWS = warning(
    "Tabellen har inga rader som kunde läsas.",
    "The table has no rows that could be read.",
    "Exportera raderna på nytt, en rad för varje kontering under kolumnernas namn.",
    "Export the rows anew, one line a row below the names of the columns.",
)
LEDGER_CSV_ROW_UNREADABLE = error(
    "{column} är {value}, som inte kan läsas; raden utelämnades.",
    "{column} is {value}, which cannot be read; the row was left out.",
    "Skriv datum som 2012-12-31, belopp med decimalpunkt eller decimalkomma och ett konto på varje rad.",
    "Write dates as 2012-12-31, amounts with a decimal point or comma, and an account on every row.",
)
LEDGER_CSV_AMOUNT_AMBIGUOUS = error(
    "{column} är {value}. Oklart: tusental eller decimaler? Raden utelämnades.",
    "{column} is {value}. Unclear: thousands or decimals? The row was left out.",
    "Exportera tusental med mellanslag eller inget, 12 000, och högst två decimaler, 12,00.",
    "Export thousands with a space or nothing, 12 000, and at most two decimals, 12,00.",
)
LEDGER_CSV_AMOUNT_ROUNDED = note(
    "{value} är en summa i flyttal, som ett kalkylprogram lämnar den; den lästes som {amount:kr} kr.",
    "{value} is a sum in floating point, as a spreadsheet leaves it; it was read as {amount:kr} kr.",
)
LEDGER_CSV_DAY_UNCLEAR = error(
    "{column} är {value}. Oklart: dag eller månad först? Raden utelämnades.",
    "{column} is {value}. Unclear: day or month first? The row was left out.",
    "Skriv datum som 2012-12-31.",
    "Write dates as 2012-12-31.",
)
LEDGER_CSV_DAY_HAS_ZONE = warning(
    "Datum har klockslag i en tidszon ({count}, först {value}): dagen som den är skriven gäller, och den kan vara en "
    "annan i svensk tid.",
    "Dates have a time of some time zone ({count}, first {value}): the day as written counts, which may be another in "
    "Swedish time.",
    "Exportera bokföringsdagen utan klockslag.",
    "Export the day of booking without a time.",
)
LEDGER_CSV_YEAR_UNKNOWN = error(
    "Saldolistan anger inget räkenskapsår; raderna utelämnades.",
    "The list of balances does not state its fiscal year; its rows were left out.",
    "Lägg till en kolumn år, eller skriv räkenskapsåret på en rad ovanför kolumnernas namn.",
    "Add a column year, or write the fiscal year on a line above the names of the columns.",
)
LEDGER_CSV_ROWS_LEFT_OUT = note(
    "Rader utan kontonummer, som summor, lästes inte: {rows}.",
    "Rows without an account number, such as sums, were not read: {rows}.",
)
LEDGER_CSV_BALANCE_DIFFERS = warning(
    "Konto {account} har ingående {opening:kr}, förändring {change:kr} och utgående {closing:kr}, som inte går ihop; "
    "ingående och utgående gäller.",
    "Account {account} has opening {opening:kr}, change {change:kr} and closing {closing:kr}, which do not "
    "agree; opening and closing count.",
    "Kontrollera kolumnerna: förändringen ska vara hela årets.",
    "Check the columns: the change should be that of the whole year.",
)
LEDGER_YEAR_UNKNOWN = warning(
    "Filen anger inte sitt räkenskapsår (#RAR 0); dess rader står under år {year}.",
    "The file does not state its fiscal year (#RAR 0); its rows are kept under the year {year}.",
    "Låt det exporterande programmet skriva #RAR 0 med första och sista dag.",
    "Let the exporting program write #RAR 0 with its first and last day.",
    cites=SIE_4B("§6 #RAR"),
)
LEDGER_NO_YEAR = error(
    "Filen anger inget räkenskapsår (#RAR 0) och har ingen daterad verifikation: inget år kan föreslås ur den.",
    "The file states no fiscal year (#RAR 0) and has no dated voucher: no year can be proposed from it.",
    "Kontrollera att det är rätt fil; låt det exporterande programmet skriva #RAR 0.",
    "Check that it is the right file; let the exporting program write #RAR 0.",
    cites=SIE_4B("§6 #RAR"),
)
LEDGER_COVERS_PART = warning(
    "Filen omfattar tiden till {covered} ({label}), och räkenskapsåret slutar {last}: dess saldon och resultat är "
    "för en del av året.",
    "The file covers the time to {covered} ({label}), and the fiscal year ends {last}: its balances and its result "
    "are of a part of the year.",
    "Exportera hela året för årets uppgifter; den här filen ger bara en delårsrapports.",
    "Export the whole year for the year's figures; this file gives only those of an interim report.",
    cites=SIE_4B("§6 #GEN, #OMFATTN"),
)
LEDGER_ACCOUNT_DIFFERS = warning(
    "Konto {account} är {other} här och {kind} i en tidigare fil; den tidigare typen gäller.",
    "Account {account} is {other} here and {kind} in an earlier file; the earlier type counts.",
    "Läs huvudböcker med olika kontoplaner var för sig.",
    "Read ledgers with different charts of accounts one by one.",
    cites=SIE_4B("§6 #KTYP"),
)
LEDGER_TYPE_TAKEN = note(
    "Typen (#KTYP) i en annan fil gäller för {counted} med saldon här och går före den här filens egen: {accounts}.",
    "The type (#KTYP) in another file counts for {counted} with balances here, and overrides this file's own: "
    "{accounts}.",
    cites=SIE_4B("§6 #KTYP"),
)
LEDGER_CURRENCY = error(
    "Beloppen är i {currency} (#VALUTA); de lästes som kronor.",
    "The amounts are in {currency} (#VALUTA); they were read as kronor.",
    "Exportera huvudboken i kronor.",
    "Export the ledger in kronor.",
    cites=SIE_4B("§6 #VALUTA"),
)
ROLES_SELECTOR = error(
    "{value} anger inga konton.",
    "{value} names no accounts.",
    'Skriv en lista med konton: "2071", början av konton: "82*", eller intervall, lika långa: "8000-8299".',
    'Write a list of accounts: "2071", beginnings: "82*", or ranges of one length: "8000-8299".',
)
ROLES_KEY_WITHOUT_FIGURE = error(
    "Ingen av årets uppgifter kommer från en roll {key}.",
    "No figure of the year comes from a role {key}.",
    "{instead}",
    "{instead}",
)

CODES = declared(globals())
