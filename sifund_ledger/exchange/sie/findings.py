"""What can be wrong with a SIE file that is read or written (iakttagelser), types 1 to 4."""

from __future__ import annotations

from typing import Final

from sifund_ledger.findings import FindingCode, Severity

SIE_MORE_FINDINGS = FindingCode(
    "SIE_MORE_FINDINGS",
    Severity.WARNING,
    en="{count} more findings {kind} are not listed.",
    sv="{count} iakttagelser {kind} till visas inte.",
    remedy_en="Correct those listed, and read the file again.",
    remedy_sv="Rätta dem som visas och läs filen på nytt.",
)
SIE_FILE_UNREADABLE = FindingCode(
    "SIE_FILE_UNREADABLE",
    Severity.ERROR,
    en="The file cannot be read: {why}.",
    sv="Filen kan inte läsas: {why_sv}.",
    remedy_en="Give the path of a file that exists and that you may read.",
    remedy_sv="Ange sökvägen till en fil som finns och som får läsas.",
)
SIE_BYTES_UNREADABLE = FindingCode(
    "SIE_BYTES_UNREADABLE",
    Severity.ERROR,
    en="The file was read as {encoding}, and {count} of its characters cannot be read as that.",
    sv="Filen lästes som {encoding}, och {count} av dess tecken kan inte läsas så.",
    remedy_en="Export the file anew; the unreadable characters have become U+FFFD.",
    remedy_sv="Exportera filen på nytt; de oläsbara tecknen har blivit U+FFFD.",
    citation="SIE 4B §5.8",
)
SIE_ENCODING_DIFFERS = FindingCode(
    "SIE_ENCODING_DIFFERS",
    Severity.WARNING,
    en="#FORMAT says {stated}, and the bytes are {encoding}; they were read as {encoding}.",
    sv="#FORMAT anger {stated}, men tecknen är {encoding}; de lästes som {encoding}.",
    remedy_en="Let the exporting program write code page 437, the format's only character set.",
    remedy_sv="Låt det exporterande programmet skriva teckentabell 437, formatets enda.",
    citation="SIE 4B §5.8",
)
SIE_CONTROL_CHARACTER = FindingCode(
    "SIE_CONTROL_CHARACTER",
    Severity.WARNING,
    en="The line has the control character {value}, which no field may hold; it was kept.",
    sv="Raden har styrtecknet {value}, som inget fält får innehålla; det behölls.",
    remedy_en="Correct the text in the program that wrote the file.",
    remedy_sv="Rätta texten i det program som skrev filen.",
    citation="SIE 4B §5.7",
)
SIE_NOT_A_RECORD = FindingCode(
    "SIE_NOT_A_RECORD",
    Severity.ERROR,
    en="The line begins with no #: {value}",
    sv="Raden börjar inte med #: {value}",
    remedy_en="Correct the line; a record stands on one line, and a text has no line break.",
    remedy_sv="Rätta raden; en post står på en rad, och en text har ingen radbrytning.",
    citation="SIE 4B §5.2",
)
SIE_NO_RECORD = FindingCode(
    "SIE_NO_RECORD",
    Severity.ERROR,
    en="The file has no record: it is empty, or no SIE file.",
    sv="Filen har inga poster: den är tom, eller ingen SIE-fil.",
    remedy_en="Check that it is the right file, and export it anew.",
    remedy_sv="Kontrollera att det är rätt fil, och exportera den på nytt.",
    citation="SIE 4B §5.2",
)
SIE_NOT_SIE = FindingCode(
    "SIE_NOT_SIE",
    Severity.ERROR,
    en="{count} lines are no records of the format: this is no SIE file, and reading ended here.",
    sv="{count} rader är inga poster i formatet: detta är ingen SIE-fil, och läsningen slutade här.",
    remedy_en="Check that it is the right file.",
    remedy_sv="Kontrollera att det är rätt fil.",
    citation="SIE 4B §5.2",
)
SIE_LINE_TOO_LONG = FindingCode(
    "SIE_LINE_TOO_LONG",
    Severity.ERROR,
    en="The line has {length} characters, and was left out.",
    sv="Raden har {length} tecken och utelämnades.",
    remedy_en="Check that it is the right file; a record of more than a million characters is none.",
    remedy_sv="Kontrollera att det är rätt fil; en post med mer än en miljon tecken är ingen post.",
    citation="SIE 4B §5.2",
)
SIE_ROW_OUTSIDE_VOUCHER = FindingCode(
    "SIE_ROW_OUTSIDE_VOUCHER",
    Severity.ERROR,
    en="#{label} stands outside a voucher, and belongs to none.",
    sv="#{label} står utanför en verifikation och hör inte till någon.",
    remedy_en="Put it between the braces after its #VER.",
    remedy_sv="Sätt den mellan klamrarna efter sin #VER.",
    citation="SIE 4B §5.4",
)
SIE_VOUCHER_BRACES = FindingCode(
    "SIE_VOUCHER_BRACES",
    Severity.WARNING,
    en="The rows of the voucher on line {opened} do not stand between braces of their own lines.",
    sv="Raderna i verifikationen på rad {opened} står inte mellan klamrar på egna rader.",
    remedy_en="Write the opening brace and the closing one alone on their lines.",
    remedy_sv="Skriv inledande och avslutande klammer ensamma på sina rader.",
    citation="SIE 4B §5.4",
)
SIE_VOUCHER_UNCLOSED = FindingCode(
    "SIE_VOUCHER_UNCLOSED",
    Severity.ERROR,
    en="The voucher on line {opened} is never closed; it was read up to here.",
    sv="Verifikationen på rad {opened} avslutas aldrig; den lästes hit.",
    remedy_en="Export the file anew: rows may be missing.",
    remedy_sv="Exportera filen på nytt: rader kan saknas.",
    citation="SIE 4B §5.4",
)
_ESCAPED = "Let the exporting program write a quote inside a text as backslash and quote."
_ESCAPED_SV = "Låt det exporterande programmet skriva citattecken inne i text som omvänt snedstreck och citattecken."
SIE_QUOTE_UNCLOSED = FindingCode(
    "SIE_QUOTE_UNCLOSED",
    Severity.WARNING,
    en="A quotation mark is missing or one too many stands here; read as {value}.",
    sv="Ett citattecken saknas eller är för mycket här; läst som {value}.",
    remedy_en=_ESCAPED,
    remedy_sv=_ESCAPED_SV,
    citation="SIE 4B §5.7",
)
SIE_QUOTE_INSIDE = FindingCode(
    "SIE_QUOTE_INSIDE",
    Severity.WARNING,
    en="A bare quotation mark stands inside a text; read as {value}.",
    sv="Ett ensamt citattecken står inne i en text; läst som {value}.",
    remedy_en=_ESCAPED,
    remedy_sv=_ESCAPED_SV,
    citation="SIE 4B §5.7",
)
SIE_BRACE_UNCLOSED = FindingCode(
    "SIE_BRACE_UNCLOSED",
    Severity.WARNING,
    en="An object list is not closed, or a brace closes nothing.",
    sv="En objektlista är inte avslutad, eller en klammer avslutar ingenting.",
    remedy_en='Let the exporting program write object lists as {{dimension "object"}} on one line.',
    remedy_sv='Låt det exporterande programmet skriva objektlistor som {{dimension "objekt"}} på en rad.',
    citation="SIE 4B §5.4, §8",
)
SIE_KSUMMA_DIFFERS = FindingCode(
    "SIE_KSUMMA_DIFFERS",
    Severity.ERROR,
    en="#KSUMMA is {stated}, and the records give {computed}: the file was changed after it was written.",
    sv="#KSUMMA är {stated}, men posterna ger {computed}: filen har ändrats efter att den skrevs.",
    remedy_en="Export the file anew, and transfer it without converting it.",
    remedy_sv="Exportera filen på nytt och för över den utan att omvandla den.",
    citation="SIE 4B §10",
)
SIE_KSUMMA_UNFINISHED = FindingCode(
    "SIE_KSUMMA_UNFINISHED",
    Severity.ERROR,
    en="A control total is begun and never ended: the file was cut off.",
    sv="En kontrollsumma påbörjas men avslutas aldrig: filen är avkortad.",
    remedy_en="Export the file anew, and transfer it whole.",
    remedy_sv="Exportera filen på nytt och för över den i sin helhet.",
    citation="SIE 4B §10",
)
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
SIE_TWIN_MISSING = FindingCode(
    "SIE_TWIN_MISSING",
    Severity.WARNING,
    en="#RTRANS {account} {amount} is not followed by its #TRANS; it was not booked.",
    sv="#RTRANS {account} {amount} följs inte av sin #TRANS; den bokfördes inte.",
    remedy_en="Let the exporting program write the added row once more as #TRANS, directly after it.",
    remedy_sv="Låt det exporterande programmet skriva den tillagda raden även som #TRANS, direkt efter.",
    citation="SIE 4B §6 #RTRANS",
)
SIE_OBJECT_TWICE = FindingCode(
    "SIE_OBJECT_TWICE",
    Severity.WARNING,
    en="Dimension {dimension} stands twice in one object list; both were kept.",
    sv="Dimension {dimension} står två gånger i en objektlista; båda behölls.",
    remedy_en="Give one object of each dimension.",
    remedy_sv="Ange ett objekt för varje dimension.",
    citation="SIE 4B §8",
)
SIE_VOUCHER_UNBALANCED = FindingCode(
    "SIE_VOUCHER_UNBALANCED",
    Severity.ERROR,
    en="The voucher {voucher} differs by {amount} between debit and credit.",
    sv="Verifikationen {voucher} balanserar inte: debet och kredit skiljer {amount}.",
    remedy_en="Correct it in the ledger that it comes from, and export it anew.",
    remedy_sv="Rätta den i den redovisning den kommer från och exportera på nytt.",
    citation="SIE 4B §6 #VER",
)
SIE_VOUCHER_EMPTY = FindingCode(
    "SIE_VOUCHER_EMPTY",
    Severity.NOTE,
    en="The voucher {voucher} has no rows; its number was kept.",
    sv="Verifikationen {voucher} har inga rader; dess nummer behölls.",
    citation="SIE 4B §6 #VER",
)
SIE_VOUCHER_TWICE = FindingCode(
    "SIE_VOUCHER_TWICE",
    Severity.WARNING,
    en="There is another voucher {voucher} in the file; both were kept.",
    sv="Det finns en verifikation {voucher} till i filen; båda behölls.",
    remedy_en="Number every voucher once within its series.",
    remedy_sv="Numrera varje verifikation en gång inom sin serie.",
    citation="SIE 4B §6 #VER",
)
SIE_DATE_OUTSIDE_YEAR = FindingCode(
    "SIE_DATE_OUTSIDE_YEAR",
    Severity.WARNING,
    en="The voucher {voucher} is dated {day}, outside the fiscal year {start} to {end}.",
    sv="Verifikationen {voucher} är daterad {day}, utanför räkenskapsåret {start} till {end}.",
    remedy_en="Check the date, and that the file is of the year it says (#RAR 0).",
    remedy_sv="Kontrollera datumet, och att filen är för det år den anger (#RAR 0).",
    citation="SIE 4B §6 #RAR, #VER",
)
SIE_TYPE_UNKNOWN = FindingCode(
    "SIE_TYPE_UNKNOWN",
    Severity.WARNING,
    en="#SIETYP is {value}; the file was read as type {read}.",
    sv="#SIETYP är {value}; filen lästes som typ {read}.",
    remedy_en="Let the exporting program state 1, 2, 3 or 4.",
    remedy_sv="Låt det exporterande programmet ange 1, 2, 3 eller 4.",
    citation="SIE 4B §6 #SIETYP",
)
SIE_RECORD_MISSING = FindingCode(
    "SIE_RECORD_MISSING",
    Severity.WARNING,
    en="Type {type} must have #{label}, and the file has none.",
    sv="Typ {type} ska ha #{label}, men filen har ingen.",
    remedy_en="Let the exporting program write it.",
    remedy_sv="Låt det exporterande programmet skriva den.",
    citation="SIE 4B §6",
)
SIE_RECORD_NOT_IN_TYPE = FindingCode(
    "SIE_RECORD_NOT_IN_TYPE",
    Severity.WARNING,
    en="Type {type} must not have #{label}; it was read and kept.",
    sv="Typ {type} får inte ha #{label}; den lästes och behölls.",
    remedy_en="Let the exporting program leave it out, or state another type.",
    remedy_sv="Låt det exporterande programmet utelämna den eller ange annan typ.",
    citation="SIE 4B §6",
)
SIE_GROUP_ORDER = FindingCode(
    "SIE_GROUP_ORDER",
    Severity.NOTE,
    en="Identification, chart of accounts, and balances do not stand in the format's order.",
    sv="Identifikation, kontoplan och saldon står inte i formatets ordning.",
    citation="SIE 4B §5.12",
)
SIE_ALREADY_READ = FindingCode(
    "SIE_ALREADY_READ",
    Severity.NOTE,
    en="#FLAGGA is {value}: some program has already read the file; importing it again may count it twice.",
    sv="#FLAGGA är {value}: något program har redan läst filen; en import till kan räkna den två gånger.",
    citation="SIE 4B §7.4",
)
SIE_CLOSING_DIFFERS = FindingCode(
    "SIE_CLOSING_DIFFERS",
    Severity.WARNING,
    en="Account {account}: opening balance and rows give {computed}, #UB is {stated}.",
    sv="Konto {account}: ingående balans och rader ger {computed}, #UB är {stated}.",
    remedy_en="Check that the file has every voucher of the year.",
    remedy_sv="Kontrollera att filen har årets alla verifikationer.",
    citation="SIE 4B §6 #UB",
)
SIE_RESULT_DIFFERS = FindingCode(
    "SIE_RESULT_DIFFERS",
    Severity.WARNING,
    en="Account {account}: the rows give {computed}, #RES is {stated}.",
    sv="Konto {account}: raderna ger {computed}, #RES är {stated}.",
    remedy_en="Check that the file has every voucher of the year.",
    remedy_sv="Kontrollera att filen har årets alla verifikationer.",
    citation="SIE 4B §6 #RES",
)
SIE_OPENING_DIFFERS = FindingCode(
    "SIE_OPENING_DIFFERS",
    Severity.WARNING,
    en="Account {account}: last year's #UB is {computed}, this year's #IB is {stated}.",
    sv="Konto {account}: förra årets #UB är {computed}, årets #IB är {stated}.",
    remedy_en="Find out what changed between the years: an opening balance must be the closing one before it.",
    remedy_sv="Ta reda på vad som ändrats mellan åren: ingående balans ska vara föregående utgående.",
    citation="SIE 4B §5.16",
)
SIE_RESULT_HAS_BALANCE = FindingCode(
    "SIE_RESULT_HAS_BALANCE",
    Severity.WARNING,
    en="Accounts of the result with #{label}, which is for the balance sheet: {count} ({accounts}); it does not count.",
    sv="Resultatkonton med #{label}, som är för balanskonton: {count} ({accounts}); den räknas inte.",
    remedy_en="Check the types of these accounts (#KTYP), or let the exporting program write #RES alone for them.",
    remedy_sv="Kontrollera kontonas typ (#KTYP), eller låt det exporterande programmet bara skriva #RES för dem.",
    citation="SIE 4B §6 #IB, #UB",
)
SIE_OPENING_TAKEN = FindingCode(
    "SIE_OPENING_TAKEN",
    Severity.NOTE,
    en="The file has no #IB; last year's #UB were taken for the opening balances.",
    sv="Filen har ingen #IB; förra årets #UB togs som ingående balanser.",
    citation="SIE 4B §5.16",
)
SIE_NOT_CLOSED = FindingCode(
    "SIE_NOT_CLOSED",
    Severity.NOTE,
    en="Closing balances and result differ by {amount}: the year is not closed, or the file is not whole.",
    sv="Utgående balanser och resultat skiljer {amount}: året är inte avslutat, eller filen är inte hel.",
    citation="SIE 4B §6 #RES",
)
SIE_NO_ROWS = FindingCode(
    "SIE_NO_ROWS",
    Severity.NOTE,
    en="The file has no booked rows; its balances count as it states them.",
    sv="Filen har inga bokförda rader; dess saldon gäller som de anges.",
    remedy_en="Export the vouchers too, if what is behind the balances is wanted.",
    remedy_sv="Exportera även verifikationerna, om det som ligger bakom saldona behövs.",
    citation="SIE 4B §6 #VER",
)
SIE_MONTHS_DIFFER = FindingCode(
    "SIE_MONTHS_DIFFER",
    Severity.WARNING,
    en="Accounts whose months (#PSALDO) do not sum to what the year changed them by: {count} ({accounts}).",
    sv="Konton vars månader (#PSALDO) inte ger det som året ändrade dem med: {count} ({accounts}).",
    remedy_en="Check that the file has every month; figures by month and by object are taken from them.",
    remedy_sv="Kontrollera att filen har alla månader; uppgifter per månad och objekt tas ur dem.",
    citation="SIE 4B §6 #PSALDO",
)

SIE_TEXT_REPLACED = FindingCode(
    "SIE_TEXT_REPLACED",
    Severity.WARNING,
    en="{value} cannot be written in code page 437; {written} was written in its place.",
    sv="{value} kan inte skrivas i teckentabell 437; {written} skrevs i stället.",
    remedy_en="Change the text, or accept the replacement; strict=True refuses it.",
    remedy_sv="Ändra texten eller godta ersättningen; strict=True vägrar den.",
    citation="SIE 4B §5.8",
)
SIE_TYPE_NOT_WRITTEN = FindingCode(
    "SIE_TYPE_NOT_WRITTEN",
    Severity.ERROR,
    en="Files of type {type} are not written.",
    sv="Filer av typ {type} skrivs inte.",
    remedy_en="Write type 4I, 4E or 3; types 1 and 2 must have SRU codes, which a municipality has none of.",
    remedy_sv="Skriv typ 4I, 4E eller 3; typ 1 och 2 ska ha SRU-koder, som en kommun saknar.",
    citation="SIE 4B §6 #SRU",
)
SIE_TYPE_CONTRADICTED = FindingCode(
    "SIE_TYPE_CONTRADICTED",
    Severity.ERROR,
    en="With the balances that it has or lacks, this file of type {type} would be read as type {read}.",
    sv="Med de saldon som den har eller saknar skulle den här filen av typ {type} läsas som typ {read}.",
    remedy_en="Write vouchers alone as 4I, and vouchers with balances as 4E.",
    remedy_sv="Skriv enbart verifikationer som 4I, och verifikationer med saldon som 4E.",
    citation="SIE 4B §6",
)
SIE_AMOUNT_UNWRITABLE = FindingCode(
    "SIE_AMOUNT_UNWRITABLE",
    Severity.ERROR,
    en="{value} is no whole number of öre within ±10^15 (account {account}).",
    sv="{value} är inget helt antal öre inom ±10^15 (konto {account}).",
    remedy_en="Give amounts as integers, in öre.",
    remedy_sv="Ange belopp som heltal, i öre.",
)
SIE_UNWRITABLE = FindingCode(
    "SIE_UNWRITABLE",
    Severity.ERROR,
    en="{what} cannot be written so that it reads back the same: {why}.",
    sv="{what_sv} kan inte skrivas så att det läses tillbaka lika: {why_sv}.",
    remedy_en="Correct it in the document before it is written.",
    remedy_sv="Rätta det i dokumentet innan det skrivs.",
    citation="SIE 4B §5-8",
)
SIE_OBJECT_NOT_DECLARED = FindingCode(
    "SIE_OBJECT_NOT_DECLARED",
    Severity.WARNING,
    en="{what} is used and not declared with #{label}.",
    sv="{what_sv} används men anges inte med #{label}.",
    remedy_en="Declare every object that is used, and every dimension from 20 on.",
    remedy_sv="Ange alla objekt som används, och alla dimensioner från 20 och uppåt.",
    citation="SIE 4B §6, §8",
)

CODES: Final = tuple(each for each in tuple(globals().values()) if isinstance(each, FindingCode))
"""Every code above."""
