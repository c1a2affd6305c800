"""What can be wrong with the document of a SIE file that is read or written (iakttagelser), types 1 to 4."""

from __future__ import annotations

from sifund_ledger.citations import SIE_4B
from sifund_ledger.findings import declared, error, note, warning

SIE_MORE_FINDINGS = warning(
    "{count} iakttagelser {kind} till visas inte.",
    "{count} more findings {kind} are not listed.",
    "Rätta dem som visas och läs filen på nytt.",
    "Correct those listed, and read the file again.",
)
_KEPT = "Correct it in the program that wrote the file; the record was kept as it stands and counts for nothing."
_KEPT_SV = "Rätta i det program som skrev filen; posten behölls som den står och räknas inte."
SIE_FIELD_MISSING = error(
    "{label} har {count} fält och behöver {needed}.",
    "{label} has {count} fields and needs {needed}.",
    _KEPT_SV,
    _KEPT,
    cites=SIE_4B("§6"),
)
SIE_VALUE_UNREADABLE = error(
    "{label}: {value} är inte {what}.",
    "{label}: {value} is not {what}.",
    _KEPT_SV,
    _KEPT,
    cites=SIE_4B("§5.9-5.10"),
)
SIE_AMOUNT_SPLIT = error(
    "{label}: {amount} {rest} ser ut att vara ett belopp med blank; formatet slutar beloppet vid {amount}.",
    "{label}: {amount} {rest} looks like one amount with a blank; the format ends the amount at {amount}.",
    "Låt det exporterande programmet skriva belopp utan blank; posten behölls som den står och räknas inte.",
    "Let the exporting program write amounts without blanks; the record was kept as it stands and does not count.",
    cites=SIE_4B("§5.9"),
)
SIE_FIELD_UNREADABLE = warning(
    "{label}: {value} är inte {what}; posten räknas, och fältet behölls som det står.",
    "{label}: {value} is not {what}; the record counts, and the field was kept as it stands.",
    "Rätta det i det program som skrev filen.",
    "Correct it in the program that wrote the file.",
    cites=SIE_4B("§5.9-5.10"),
)
SIE_AMOUNT_DECIMALS = warning(
    "{label}: {value} har fler än två decimaler; punkten är decimal i formatet; det lästes som {ore:kr} kr.",
    "{label}: {value} has more than two decimals; the point is decimal in the format; it was read as {ore:kr} kr.",
    "Kontrollera i det program som skrev filen om tusental avsågs; skriv högst två decimaler.",
    "Check in the program that wrote the file whether thousands were meant; write two decimals at most.",
    cites=SIE_4B("§5.9"),
)
SIE_OBJECTS_UNREADABLE = error(
    "Objektlistan i {label} har en dimension utan objekt: {value}.",
    "The object list of {label} has a dimension without an object: {value}.",
    _KEPT_SV,
    _KEPT,
    cites=SIE_4B("§8"),
)
SIE_OBJECTS_MISSING = warning(
    "{label} saknar objektlista; den lästes utan objekt.",
    "{label} has no object list; it was read without objects.",
    "Låt det exporterande programmet skriva objekt mellan klamrar, och tomma klamrar där inga finns.",
    "Let the exporting program write objects between braces, and empty braces where there are none.",
    cites=SIE_4B("§8"),
)
SIE_OBJECTS_COUNT = warning(
    "{label} ska ange ett objekt men anger {count}.",
    "{label} must name one object, and names {count}.",
    "Låt det exporterande programmet skriva en post för varje objekt.",
    "Let the exporting program write one record for each object.",
    cites=SIE_4B("§6 #OIB, #OUB"),
)
SIE_RECORD_UNKNOWN = note(
    "Formatet har ingen post {label}; den behölls men används inte.",
    "The format has no record {label}; it was kept, and is not used.",
    cites=SIE_4B("§7.1"),
)
SIE_FIELD_UNKNOWN = note(
    "{label} har {count} fält fler än formatet känner; de behölls.",
    "{label} has {count} fields more than the format knows; they were kept.",
    cites=SIE_4B("§7.2"),
)
SIE_YEARS_OVERLAP = warning(
    "Räkenskapsåren {year} ({span}) och {other} ({others}) går in i varandra.",
    "The fiscal years {year} ({span}) and {other} ({others}) overlap.",
    "Rätta #RAR i det exporterande programmet; saldona togs för de år som filen anger.",
    "Correct #RAR in the exporting program; the balances were taken for the years that the file states.",
    cites=SIE_4B("§6 #RAR"),
)
SIE_ACCOUNT_TWICE = warning(
    "{label} anges en gång till; det första gäller.",
    "{label} is declared again; the first counts.",
    "Låt det exporterande programmet ange den en gång.",
    "Let the exporting program declare it once.",
    cites=SIE_4B("§6"),
)
SIE_ACCOUNT_UNDECLARED = warning(
    "Kontot {account} används men finns inte i kontoplanen.",
    "The account {account} is used, but is not in the chart of accounts.",
    "Låt det exporterande programmet ange alla konton som används.",
    "Let the exporting program declare every account that it uses.",
    cites=SIE_4B("§6"),
)
SIE_ACCOUNT_NOT_NUMERIC = warning(
    "Kontonumret {account} har annat än siffror.",
    "The account number {account} has other characters than digits.",
    "Använd bara siffror i kontonummer.",
    "Use digits alone in account numbers.",
    cites=SIE_4B("§6 #KONTO"),
)
SIE_BALANCE_TWICE = error(
    "{label} anges en gång till med annat belopp; det första gäller.",
    "{label} is stated again with another amount; the first counts.",
    "Ta reda på vilket som är rätt och exportera filen på nytt.",
    "Find out which is right, and export the file anew.",
    cites=SIE_4B("§6 #IB, #UB, #RES, #PSALDO"),
)
SIE_TWIN_MISSING = warning(
    "#RTRANS {account} {amount:kr} följs inte av sin #TRANS; den bokfördes inte.",
    "#RTRANS {account} {amount:kr} is not followed by its #TRANS; it was not booked.",
    "Låt det exporterande programmet skriva den tillagda raden även som #TRANS, direkt efter.",
    "Let the exporting program write the added row once more as #TRANS, directly after it.",
    cites=SIE_4B("§6 #RTRANS"),
)
SIE_OBJECT_TWICE = warning(
    "Dimension {dimension} står två gånger i en objektlista; båda behölls.",
    "Dimension {dimension} stands twice in one object list; both were kept.",
    "Ange ett objekt för varje dimension.",
    "Give one object of each dimension.",
    cites=SIE_4B("§8"),
)
SIE_VOUCHER_UNBALANCED = error(
    "Verifikationen {voucher} balanserar inte: debet och kredit skiljer {amount:kr}.",
    "The voucher {voucher} differs by {amount:kr} between debit and credit.",
    "Rätta den i den redovisning den kommer från och exportera på nytt.",
    "Correct it in the ledger that it comes from, and export it anew.",
    cites=SIE_4B("§6 #VER"),
)
SIE_VOUCHER_EMPTY = note(
    "Verifikationen {voucher} har inga rader; dess nummer behölls.",
    "The voucher {voucher} has no rows; its number was kept.",
    cites=SIE_4B("§6 #VER"),
)
SIE_VOUCHER_TWICE = warning(
    "Det finns en verifikation {voucher} till i filen; båda behölls.",
    "There is another voucher {voucher} in the file; both were kept.",
    "Numrera varje verifikation en gång inom sin serie.",
    "Number every voucher once within its series.",
    cites=SIE_4B("§6 #VER"),
)
SIE_DATE_OUTSIDE_YEAR = warning(
    "Verifikationen {voucher} är daterad {day}, utanför räkenskapsåret {start} till {end}.",
    "The voucher {voucher} is dated {day}, outside the fiscal year {start} to {end}.",
    "Kontrollera datumet, och att filen är för det år den anger (#RAR 0).",
    "Check the date, and that the file is of the year that it states (#RAR 0).",
    cites=SIE_4B("§6 #RAR, #VER"),
)
SIE_TYPE_UNKNOWN = warning(
    "#SIETYP är {value}; filen lästes som typ {read}.",
    "#SIETYP is {value}; the file was read as type {read}.",
    "Låt det exporterande programmet ange 1, 2, 3 eller 4.",
    "Let the exporting program state 1, 2, 3 or 4.",
    cites=SIE_4B("§6 #SIETYP"),
)
SIE_RECORD_MISSING = warning(
    "Filen saknar {label}, som typ {type} ska ha.",
    "The file lacks {label}, which type {type} must have.",
    "Låt det exporterande programmet skriva den.",
    "Let the exporting program write it.",
    cites=SIE_4B("§6"),
)
SIE_RECORD_NOT_IN_TYPE = warning(
    "Typ {type} får inte ha {label}; den lästes och behölls.",
    "Type {type} must not have {label}; it was read and kept.",
    "Låt det exporterande programmet utelämna den eller ange annan typ.",
    "Let the exporting program leave it out, or state another type.",
    cites=SIE_4B("§6"),
)
SIE_GROUP_ORDER = note(
    "Identifikation, kontoplan och saldon står inte i formatets ordning.",
    "Identification, chart of accounts, and balances do not stand in the format's order.",
    cites=SIE_4B("§5.12"),
)
SIE_ALREADY_READ = note(
    "#FLAGGA är {value}: något program har redan läst filen; en import till kan räkna den två gånger.",
    "#FLAGGA is {value}: a program has already read the file; importing it again may count it twice.",
    cites=SIE_4B("§7.4"),
)
SIE_CLOSING_DIFFERS = warning(
    "Konto {account}: ingående balans och rader ger {computed:kr}, #UB är {stated:kr}.",
    "Account {account}: opening balance and rows give {computed:kr}, #UB is {stated:kr}.",
    "Kontrollera att filen har årets alla verifikationer.",
    "Check that the file has every voucher of the year.",
    cites=SIE_4B("§6 #UB"),
)
SIE_RESULT_DIFFERS = warning(
    "Konto {account}: raderna ger {computed:kr}, #RES är {stated:kr}.",
    "Account {account}: the rows give {computed:kr}, #RES is {stated:kr}.",
    "Kontrollera att filen har årets alla verifikationer.",
    "Check that the file has every voucher of the year.",
    cites=SIE_4B("§6 #RES"),
)
SIE_OPENING_DIFFERS = warning(
    "Konto {account}: förra årets #UB är {computed:kr}, årets #IB är {stated:kr}.",
    "Account {account}: last year's #UB is {computed:kr}, this year's #IB is {stated:kr}.",
    "Ta reda på vad som ändrats mellan åren: ingående balans ska vara föregående utgående.",
    "Find out what changed between the years: an opening balance must be the closing one before it.",
    cites=SIE_4B("§5.16"),
)
SIE_RESULT_HAS_BALANCE = warning(
    "{label} är för balanskonton men anges för resultatkonton: {count} ({accounts}). Den räknas inte.",
    "{label} is for balance sheet accounts but is stated for result accounts: {count} ({accounts}). It does not count.",
    "Kontrollera kontonas typ (#KTYP), eller låt det exporterande programmet bara skriva #RES för dem.",
    "Check the types of these accounts (#KTYP), or let the exporting program write #RES alone for them.",
    cites=SIE_4B("§6 #IB, #UB"),
)
SIE_OPENING_TAKEN = note(
    "Filen har ingen #IB; förra årets #UB används som ingående balanser.",
    "The file has no #IB; last year's #UB serve as opening balances.",
    cites=SIE_4B("§5.16"),
)
SIE_NOT_CLOSED = note(
    "Utgående balanser och resultat skiljer {amount:kr}: året är inte avslutat, eller filen är ofullständig.",
    "Closing balances and result differ by {amount:kr}: the year is not closed, or the file is incomplete.",
    cites=SIE_4B("§6 #RES"),
)
SIE_NO_ROWS = note(
    "Filen har inga bokförda rader; dess saldon gäller som de anges.",
    "The file has no booked rows; its balances count as it states them.",
    "Exportera även verifikationerna, om saldonas underlag behövs.",
    "Export the vouchers too, if you need what the balances are made of.",
    cites=SIE_4B("§6 #VER"),
)
SIE_MONTHS_DIFFER = warning(
    "Månaderna (#PSALDO) ger inte årets förändring på alla konton: {count} skiljer ({accounts}).",
    "The months (#PSALDO) do not sum to the year's change on every account: {count} differ ({accounts}).",
    "Kontrollera att filen har alla månader; uppgifter per månad och objekt tas ur dem.",
    "Check that the file has every month; figures by month and by object are taken from them.",
    cites=SIE_4B("§6 #PSALDO"),
)

SIE_TEXT_REPLACED = warning(
    "{value} kan inte skrivas i teckentabell 437; {written} skrevs i stället.",
    "{value} cannot be written in code page 437; {written} was written in its place.",
    "Ändra texten eller godta ersättningen; strict=True vägrar den.",
    "Change the text, or accept the replacement; strict=True refuses it.",
    cites=SIE_4B("§5.8"),
)
SIE_TYPE_NOT_WRITTEN = error(
    "Filer av typ {type} skrivs inte.",
    "Files of type {type} are not written.",
    "Skriv typ 4I, 4E eller 3; typ 1 och 2 ska ha SRU-koder, som en kommun inte har.",
    "Write type 4I, 4E or 3; types 1 and 2 must have SRU codes, which a municipality does not have.",
    cites=SIE_4B("§6 #SRU"),
)
SIE_TYPE_CONTRADICTED = error(
    "Skriven som typ {type} skulle filen läsas som typ {read}: saldon, eller att de saknas, avgör typen.",
    "Written as type {type}, the file would be read as type {read}: balances, or their absence, decide the type.",
    "Skriv enbart verifikationer som 4I, och verifikationer med saldon som 4E.",
    "Write vouchers alone as 4I, and vouchers with balances as 4E.",
    cites=SIE_4B("§6"),
)
SIE_AMOUNT_UNWRITABLE = error(
    "{value} är inte ett helt antal öre inom ±10^15 (konto {account}).",
    "{value} is not a whole number of öre within ±10^15 (account {account}).",
    "Ange belopp som heltal, i öre.",
    "Give amounts as integers, in öre.",
)
SIE_UNWRITABLE = error(
    "{what} kan inte skrivas så att det läses tillbaka lika: {why}.",
    "{what} cannot be written so that it reads back the same: {why}.",
    "Rätta det i dokumentet innan det skrivs.",
    "Correct it in the document before it is written.",
    cites=SIE_4B("§5-8"),
)
SIE_OBJECT_NOT_DECLARED = warning(
    "{what} används men anges inte med {label}.",
    "{what} is used, but not declared with {label}.",
    "Ange alla objekt som används, och alla dimensioner från 20 och uppåt.",
    "Declare every object that is used, and every dimension from 20 on.",
    cites=SIE_4B("§6, §8"),
)

CODES = declared(globals())
