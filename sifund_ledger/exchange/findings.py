"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import LKBR, SIE_4B
from sifund_ledger.findings import declared, error, note, warning

_ONLY_NEW = (
    "Export only what is new (only_new=True, --only-new). Was the file never imported, remove the mark {mark} from the "
    "register and export again."
)
_ONLY_NEW_SV = (
    "Exportera bara det nya (only_new=True, --only-new). Om filen aldrig lästes in: ta bort märket {mark} ur registret "
    "och exportera igen."
)
BUDGET_LINE_EXPORTED = error(
    "Raderna i budget {year} för verifikation {entry} har exporterats tidigare: {mark} står i registret.",
    "The lines of entry {entry} in the budget of {year} have been exported before: the register has {mark}.",
    _ONLY_NEW_SV,
    _ONLY_NEW,
)
BUDGET_LINES_CARRIED = note(
    "Raderna för {year} summerar till {sum} kr och inte till noll: det som förs över har sin andra rad i {others}.",
    "The lines of {year} add up to {sum} kr and not to zero: what is carried over has its other line in {others}.",
    "Exportera budgetraderna för de åren också.",
    "Export the budget lines of those years too.",
)
FILE_UNREADABLE = error(
    "Filen kan inte läsas: {why}.",
    "The file cannot be read: {why}.",
    "Ange sökvägen till en fil som finns och som får läsas.",
    "Give the path of a file that exists and that you may read.",
)
FILE_TOO_LARGE = error(
    "Filen är större än {limit} byte.",
    "The file is larger than {limit} bytes.",
    "Kontrollera att det är rätt fil; en uppgiftsfil för 63 år är en tiondel så stor.",
    "Check that it is the right file; a figures file of 63 years is a tenth of that.",
)
FILE_NOT_UTF8 = error(
    "Filen är inte text i UTF-8: byte {byte} står på plats {position}.",
    "The file is not UTF-8 text: byte {byte} is at position {position}.",
    "Spara den på nytt med teckenkodningen UTF-8.",
    "Save it again with the encoding UTF-8.",
)
FILE_EMPTY = error(
    "Filen är tom.",
    "The file is empty.",
    "Kontrollera att det är rätt fil; dokumentationen har ett exempel att börja med.",
    "Check that it is the right file; the documentation has an example to begin with.",
)
FILE_SYNTAX = error(
    "Filen är inte giltig {format}: {why_sv}.",
    "The file is not valid {format}: {why}.",
    "Rätta raden; texter, belopp och kontonummer står inom citattecken.",
    "Correct the line; texts, amounts and account numbers stand within quotation marks.",
)
FILE_TOO_DEEP = error(
    "Listor och tabeller är nästlade djupare än {limit} nivåer.",
    "Lists and tables are nested deeper than {limit} levels.",
    "Kontrollera att det är rätt fil; ingen av våra behöver fler än 6 nivåer.",
    "Check that it is the right file; none of ours needs more than 6 levels.",
)
KEY_TWICE = error(
    "Nyckeln {key} anges två gånger.",
    "The key {key} is given twice.",
    "Behåll en av dem.",
    "Keep one of them.",
)
FILE_FORMAT_UNKNOWN = error(
    "Ändelsen {suffix} säger inte vad filen är.",
    "The ending {suffix} does not tell what the file is.",
    "Döp den till .toml eller .json, eller ange vilket det är med --format.",
    "Name it .toml or .json, or say which it is with --format.",
)
REGISTER_UNREADABLE = error(
    "Filen är inget register över vad som har gått ut: {why_sv}.",
    "The file is no register of what has gone out: {why}.",
    "Ange det register som tidigare exporter har skapat, eller en fil som inte finns än.",
    "Name the register that the earlier exports made, or a file that does not exist yet.",
)
EXPORT_EMPTY = note(
    "Inget för {year} går ut; av årets verifikationer har {before} gått ut tidigare.",
    "Nothing of {year} goes out; of its entries {before} went out before.",
    "Kontrollera året; det som registreras senare går ut med nästa export.",
    "Check the year; what is recorded later goes out with the next export.",
)
LEDGER_CSV_COLUMN_MISSING = error(
    "Det finns ingen kolumn {column_sv}.",
    "There is no column {column}.",
    "Namnge kolumnerna på första raden: ver, datum, konto, belopp; även text och dimensioner med nummer.",
    "Name the columns in the first line: voucher, date, account, amount; also text and dimensions by number.",
)
LEDGER_CSV_COLUMN_TWICE = warning(
    "Flera kolumner är {column_sv}: {names}; {first} gäller.",
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
    "Raden hör inte till tabellen: {why_sv}; den utelämnades.",
    "The line is no row of the table: {why}; it was left out.",
    "Skriv varje rad på en enda rad, med citattecken om en cell som innehåller avgränsaren.",
    "Write each row on one line, with quotation marks around a cell that holds the delimiter.",
)
LEDGER_CSV_NO_ROWS = warning(
    "Tabellen har inga rader som kunde läsas.",
    "The table has no rows that could be read.",
    "Exportera raderna på nytt, en rad för varje kontering under kolumnernas namn.",
    "Export the rows anew, one line a row below the names of the columns.",
)
LEDGER_CSV_ROW_UNREADABLE = error(
    "{column_sv} är {value}, som inte kan läsas; raden utelämnades.",
    "{column} is {value}, which cannot be read; the row was left out.",
    "Skriv datum som 2012-12-31, belopp med decimalpunkt eller decimalkomma och ett konto på varje rad.",
    "Write dates as 2012-12-31, amounts with a decimal point or comma, and an account on every row.",
)
LEDGER_CSV_AMOUNT_AMBIGUOUS = error(
    "{column_sv} är {value}, med tre siffror efter punkt eller komma: tusental eller decimaler; raden utelämnades.",
    "{column} is {value}, with three digits after the point or comma: thousands or decimals; the row was left out.",
    "Exportera tusental med mellanslag eller inget, 12 000, och högst två decimaler, 12,00.",
    "Export thousands with a space or nothing, 12 000, and at most two decimals, 12,00.",
)
LEDGER_YEAR_UNKNOWN = warning(
    "Filen anger inte sitt räkenskapsår (#RAR 0); dess rader står under år {year}.",
    "The file does not say its fiscal year (#RAR 0); its rows are kept under the year {year}.",
    "Låt det exporterande programmet skriva #RAR 0 med första och sista dag.",
    "Let the exporting program write #RAR 0 with its first and last day.",
    cites=SIE_4B("§6 #RAR"),
)
LEDGER_NO_YEAR = error(
    "Filen anger inget räkenskapsår (#RAR 0) och har ingen daterad verifikation: inget år kan föreslås ur den.",
    "The file says no fiscal year (#RAR 0) and has no dated voucher: no year can be proposed from it.",
    "Kontrollera att det är rätt fil; låt det exporterande programmet skriva #RAR 0.",
    "Check that it is the right file; let the exporting program write #RAR 0.",
    cites=SIE_4B("§6 #RAR"),
)
LEDGER_COVERS_PART = warning(
    "Filen omfattar tiden till {covered} (#OMFATTN), och räkenskapsåret slutar {last}: dess saldon och resultat är "
    "för en del av året.",
    "The file covers the time to {covered} (#OMFATTN), and the fiscal year ends {last}: its balances and its result "
    "are of a part of the year.",
    "Exportera hela året, om dess uppgifter ska föreslås.",
    "Export the whole year, if its figures are to be proposed.",
    cites=SIE_4B("§6 #OMFATTN"),
)
LEDGER_ACCOUNT_DIFFERS = warning(
    "Konto {account} är {other} här och {kind} i en tidigare fil; den tidigare typen gäller.",
    "Account {account} is {other} here and {kind} in an earlier file; the earlier type counts.",
    "Läs huvudböcker med olika kontoplaner var för sig.",
    "Read ledgers with different charts of accounts one by one.",
    cites=SIE_4B("§6 #KTYP"),
)
LEDGER_TYPE_TAKEN = note(
    "Typen (#KTYP) i en annan fil gäller för {counted_sv} med saldon här, vad som än sägs om den här filen för sig: "
    "{accounts}.",
    "The type (#KTYP) in another file counts for {counted} with balances here, whatever is told of this file by "
    "itself: {accounts}.",
    cites=SIE_4B("§6 #KTYP"),
)
LEDGER_CURRENCY = error(
    "Beloppen är i {currency} (#VALUTA); här tas de för kronor.",
    "The amounts are in {currency} (#VALUTA); they are taken for kronor here.",
    "Exportera huvudboken i kronor.",
    "Export the ledger in kronor.",
    cites=SIE_4B("§6 #VALUTA"),
)
VOUCHER_TREATMENT_CHANGED = warning(
    "Fonden {fund} är {now} från {year}, förut {before}; ingen verifikation flyttar dess {sum}: {balances}.",
    "The fund {fund} is {now} from {year}, before {before}; no voucher moves the {sum} that it had: {balances}.",
    "Bokför det för hand {year}-01-01, en gång: på fondens konton om den nu är sub_account, annars bort.",
    "Book it by hand on {year}-01-01, once: onto the fund's accounts if it is sub_account now, else off.",
)
MAPPING_FUND_UNKNOWN = warning(
    "Konteringsmallen har {key}, och boken har ingen sådan fond.",
    "The mapping has {key}, and the book has no such fund.",
    "Stava fonden som i boken, eller ta bort raden.",
    "Spell the fund as the book does, or take the line away.",
)
PROJECT_UNMAPPED = warning(
    "Konteringsmallen har ingen kod för projektet {project}; namnet går ut som objekt i dimension {dimension}.",
    "The mapping has no code for the project {project}; its name goes out as the object of dimension {dimension}.",
    "Lägg till huvudbokens kod under [projects], och kontrollera raderna innan de läses in: {line}",
    "Add the ledger's code below [projects], and check the rows before they are imported: {line}",
)
MAPPING_ACCOUNT_SHARED = warning(
    "{key} har kontot {account}, som även free_equity har: en verifikation mellan dem flyttar inget.",
    "{key} has the account {account}, which free_equity has too: a voucher between them moves nothing.",
    "Ge {key} ett eget konto; en fond som inte har något är note_only.",
    "Give {key} an account of its own; a fund that has none is note_only.",
)
ROLES_GROUP = error(
    "{key} är {value}, och ingen tabell.",
    "{key} is {value}, and no table.",
    "Jämför med exemplet i dokumentationen: [accounts], [accounts.earmark] och [dimensions].",
    "Compare it with the example in the documentation: [accounts], [accounts.earmark] and [dimensions].",
)
ROLES_KEY_UNKNOWN = error(
    "Det finns ingen nyckel {key} här.",
    "There is no key {key} here.",
    "Här finns: {known}.",
    "Known here: {known}.",
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
    "{instead_sv}",
    "{instead}",
)
ROLES_DIMENSION = error(
    "{value} är ingen dimension.",
    "{value} is no dimension.",
    'Skriv dimensionens nummer som text: "6".',
    'Write the dimension\'s number as text: "6".',
)
VOUCHER_ACCOUNT_UNMAPPED = error(
    "Konteringsmallen har inget konto för {account}.",
    "The mapping has no account for {account}.",
    'Lägg till det under [accounts]: {account} = "…".',
    'Add it below [accounts]: {account} = "…".',
)
VOUCHER_EXPORTED = error(
    "Verifikation {entry} för {year} har exporterats tidigare: {mark} står i registret.",
    "Entry {entry} of {year} has been exported before: the register has {mark}.",
    _ONLY_NEW_SV,
    _ONLY_NEW,
    cites=LKBR("3:7"),
)
VOUCHER_NOTE_ONLY = note(
    "För fonden {fund} {year} stannar {entries_sv} här: dess riktlinje visar den bara i noter.",
    "Of the fund {fund} in {year} {entries} here: its policy shows it in notes alone.",
    "Sätt gl_treatment till sub_account i fondens riktlinje, om fondens verifikationer ska gå ut.",
    "Set gl_treatment to sub_account in the fund's policy, should its entries go out.",
)
VOUCHER_RESERVE_STAYS = warning(
    "Det som fonden {fund} flyttade på {account} {year}, {amount} kr, stannar här: huvudbokens konto saknar det.",
    "What the fund {fund} moved on {account} in {year}, {amount} kr, stays here: the ledger's account lacks it.",
    "Reserven är lagens egen: sätt gl_treatment till sub_account i riktlinjen, eller bokför det för hand.",
    "The reserve is the statute's: set gl_treatment to sub_account in the policy, or book it by hand.",
    cites=LKBR("6:2"),
)
VOUCHER_OPENING_STAYS = note(
    "För fonden {fund} {year} stannar {entries_sv} här: ingående balanser är huvudbokens egna.",
    "Of the fund {fund} in {year} {entries} here: opening balances are the ledger's own.",
    "Kontrollera att huvudboken har fondens ingående balans på dess konto.",
    "Check that the general ledger has the fund's opening balance on its account.",
)
MAPPING_UNREADABLE = error(
    "Konteringsmallen för verifikationer kan inte läsas: {why_sv}.",
    "The mapping of vouchers cannot be read: {why}.",
    "Jämför med exemplet i dokumentationen.",
    "Compare it with the example in the documentation.",
)
FIGURES_KEY_UNKNOWN = error(
    "Det finns ingen nyckel {key} här.",
    "There is no key {key} here.",
    "{hint_sv}",
    "{hint}",
)
FIGURES_KEY_MISSING = error(
    "Nyckeln {key} saknas.",
    "The key {key} is missing.",
    "Lägg till den: {example}",
    "Add it: {example}",
)
FIGURES_TYPE = error(
    "{value} står där {expected_sv} väntas.",
    "{value} stands where {expected} is expected.",
    "Skriv det som {example}",
    "Write it like {example}",
)
FIGURES_AMOUNT_FLOAT = error(
    "{value} är ett flyttal, och det är inget exakt belopp.",
    "{value} is a floating-point number, and that is no exact amount.",
    'Skriv det som text: "{text}".',
    'Write it as text: "{text}".',
)
FIGURES_AMOUNT_UNREADABLE = error(
    "{value} är inget belopp.",
    "{value} is not an amount.",
    'Skriv ett decimaltal som text: "1234.5".',
    'Write a decimal number as text: "1234.5".',
)
FIGURES_DATE = error(
    "{value} är inget datum.",
    "{value} is not a date.",
    'Skriv år, månad och dag: "2014-12-31".',
    'Write year, month and day: "2014-12-31".',
)
FIGURES_VALUE_UNKNOWN = error(
    "{value} är inget av {allowed}.",
    "{value} is none of {allowed}.",
    "{hint_sv}",
    "{hint}",
)
FIGURES_TEXT_CONTROL = error(
    "{value} innehåller en radbrytning eller ett styrtecken.",
    "{value} has a line break or a control character in it.",
    "Skriv det på en rad, med utskrivbara tecken.",
    "Write it on one line, in printable characters.",
)
FIGURES_TOO_MANY = error(
    "Listan har mer än {limit} poster.",
    "The list has more than {limit} items.",
    "Kontrollera att det är rätt fil.",
    "Check that it is the right file.",
)
FIGURES_MORE_FAULTS = error(
    "Det finns {count} fel till, av detta eller andra slag.",
    "There are {count} more faults of this kind or others.",
    "Rätta dem som är listade och läs filen på nytt.",
    "Correct those listed, and read the file again.",
)
FIGURES_INVALID = error(
    "{value} kan inte användas här: {why}.",
    "{value} cannot be used here: {why}.",
    "Jämför med exemplet i dokumentationen.",
    "Compare it with the example in the documentation.",
)

CODES = declared(globals())
