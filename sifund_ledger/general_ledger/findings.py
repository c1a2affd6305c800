"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import KL, LKBR, SIE_4B
from sifund_ledger.findings import Bilingual, declared, error, note, warning

ACCOUNTS = Bilingual("konto", "account"), Bilingual("konton", "accounts")
ACCOUNTS_WITHOUT = Bilingual("konto", "account has"), Bilingual("konton", "accounts have")
VOUCHERS = Bilingual("verifikation", "voucher"), Bilingual("verifikationer", "vouchers")

RESULT_ADDED_TO_EQUITY = note(
    "{added:kr} kr av resultatet {year} är ännu inte bokfört på något balanskonto; det har lagts till eget kapital.",
    "{added:kr} kr of the result of {year} is on no balance sheet account yet; it was added to equity.",
    "Bokför årets resultat; det föreslagna egna kapitalet blir detsamma.",
    "Book the result of the year; the equity proposed stays the same.",
    cites=LKBR("4:4"),
)
EQUITY_UNCERTAIN = warning(
    "Saldona {year} blir {sum:kr} kr och inte noll; {added:kr} kr togs för resultat som eget kapital saknar.",
    "The balances of {year} sum to {sum:kr} kr and not to zero; {added:kr} kr was taken for result that equity lacks.",
    "Kontrollera att föregående års resultat är bokfört och att alla konton finns i exporten.",
    "Check that the result of the year before is booked, and that all accounts are in the export.",
    cites=LKBR("4:4"),
)
RESULT_NOT_BOOKED = note(
    "Resultatkontona ger {result:kr} kr, kontona för årets resultat har {booked:kr} kr.",
    "The result accounts give {result:kr} kr, the accounts for the result of the year have {booked:kr} kr.",
    "Bokför årets resultat, eller kontrollera vilka konton som har den rollen.",
    "Book the result of the year, or check which accounts have that role.",
    cites=LKBR("4:4"),
)
RESULT_CLOSED_OUT = warning(
    "Resultatkontona {year} summerar till noll: resultatet verkar vara bokfört mot ett av dem.",
    "The result accounts of {year} sum to zero: the result seems to be booked against one of them.",
    "Ange även det kontot under result_of_year bland kontorollerna; då räknas resultatet utan det.",
    "Name that account too under result_of_year in the account roles; the result is then computed without it.",
    cites=LKBR("4:4"),
)
FIGURE_NOT_PROPOSED = note(
    "Uppgiften {figure} kan inte föreslås: kontorollerna anger inga konton för {role}.",
    "The figure {figure} cannot be proposed: the account roles name no accounts for {role}.",
    "Lägg till {role} i filen med kontoroller, eller ange uppgiften.",
    "Add {role} to the file of account roles, or state the figure.",
)
FIGURE_TO_JUDGE = note(
    "Realisationsförlusterna är {amount:kr} kr; vilka av dem som får läggas tillbaka är en bedömning.",
    "Realised losses come to {amount:kr} kr; a person must judge which of them may be added back.",
    "Ange dessa som {figure}; övriga ligger kvar i resultatet.",
    "State those as {figure}; the others stay in the result.",
    cites=LKBR("11:10"),
)
RESERVE_MOVED = warning(
    "Kontona för {role} ändrades med {amount:kr} kr {year} ({accounts}): reserverat eller använt föreslås inte.",
    "The accounts of {role} changed by {amount:kr} kr in {year} ({accounts}): set aside or used is not proposed.",
    "Ange det som fullmäktige beslutat, som {figures}.",
    "State what the council decided, as {figures}.",
    cites=KL("11:14") + LKBR("11:10"),
)
FIGURE_WRONG_SIGN = warning(
    "Kontona för {figure} ger {amount:kr} kr, och uppgiften är aldrig under noll.",
    "The accounts of {figure} come to {amount:kr} kr, and the figure is never below zero.",
    "Kontrollera vilka konton som har rollen; vinster och förluster kvittas inte.",
    "Check which accounts have the role; gains and losses are not netted.",
)
ROLE_WITHOUT_ACCOUNTS = warning(
    "Inget konto i huvudboken {year} har rollen {role}; inget föreslås ur den.",
    "No account of {year} in the ledger has the role {role}; nothing is proposed from it.",
    "Jämför filen med kontoroller med kontoplanen.",
    "Compare the file of account roles with the chart of accounts.",
)
ROLE_ON_OTHER_STATEMENT = warning(
    "Rollen {role} anger konton som inte hör till {statement} och som inte räknades: {accounts}.",
    "The role {role} names accounts that are not of the {statement}, and they were not counted: {accounts}.",
    "Rätta filen med kontoroller eller kontonas typ (#KTYP).",
    "Correct the file of account roles, or the accounts' types (#KTYP).",
    cites=SIE_4B("§6 #KTYP"),
)
ROLE_DIMENSION_EMPTY = warning(
    "Inget på resultatkontona {year} har ett objekt i dimension {dimension}, som har rollen {role}.",
    "Nothing on the result accounts of {year} has an object of dimension {dimension}, which has the role {role}.",
    "Kontrollera dimensionens nummer; en fil utan verifikationer måste ange saldon per objekt.",
    "Check the dimension's number; a file without vouchers must state balances by object.",
)
ACCOUNT_IN_TWO_ROLES = warning(
    "Konton har både rollen {first} och rollen {second} och räknas i båda: {accounts}.",
    "Accounts have both the role {first} and the role {second}, and count in both: {accounts}.",
    "Ta bort dem ur den ena.",
    "Leave them out of one of the two.",
)
ACCOUNT_TYPE_ASSUMED = note(
    "{counted} saknar typ (#KTYP); klass 1 och 2 togs för balansräkningen: {accounts}.",
    "{counted} no type (#KTYP); classes 1 and 2 were taken for the balance sheet: {accounts}.",
    cites=SIE_4B("§6 #KTYP"),
)
OPENING_NOT_STATED = warning(
    "Inga ingående balanser anges för {year}, så dessa uppgifter föreslås inte: {figures}.",
    "No opening balances are stated for {year}, so these figures are not proposed: {figures}.",
    "Läs en export med ingående balanser (#IB), eller ange uppgifterna.",
    "Read an export with opening balances (#IB), or state the figures.",
    cites=SIE_4B("§6 #IB"),
)
LEDGER_YEAR_MISSING = error(
    "Huvudboken har inget år {year}; den har {years}.",
    "The ledger has no year {year}; it has {years}.",
    "Läs även filerna för det året.",
    "Read the files of that year too.",
)
LEDGER_COUNTED_TWICE = warning(
    "{other} och {name} är båda för {year} och har {counted} lika: samma bokföring kan räknas två gånger.",
    "{other} and {name} are both of {year} and have {counted} alike: the same books may count twice.",
    "Ange varje års bokföring en gång; flera filer för samma år läggs ihop.",
    "Give each year's books once; several files of a year are added up.",
)
LEDGER_VOUCHERS_TWICE = warning(
    "Verifikationer lika i dag och rader finns i flera filer för {year} och räknas två gånger: {files}.",
    "Vouchers alike in day and rows stand in several files of {year}, and count twice: {files}.",
    "Utelämna den fil vars verifikationer de andra har, eller exportera bara de verifikationer som de saknar.",
    "Leave out the file whose vouchers the others have, or export only the vouchers that they lack.",
)
LEDGER_YEARS_COLLIDE = warning(
    "{other} omfattar {other_span} och {name} {span}; båda står under år {year}.",
    "{other} covers {other_span} and {name} {span}; both are kept under the year {year}.",
    "Läs räkenskapsår som slutar samma kalenderår var för sig.",
    "Read fiscal years that end in the same calendar year one by one.",
    cites=SIE_4B("§6 #RAR"),
)
LEDGER_ENTITY_DIFFERS = warning(
    "Filerna är för olika organisationer: {entities}.",
    "The files are of different entities: {entities}.",
    "Läs en organisations filer åt gången; inget mellan dem elimineras när de läggs ihop.",
    "Read one entity's files at a time; adding them up eliminates nothing between them.",
    cites=SIE_4B("§6 #ORGNR"),
)
LEDGER_NAME_DIFFERS = warning(
    "Filerna anger olika organisationer, och i några saknas organisationsnumret: {names}.",
    "The files name different entities, and some lack the organisation number: {names}.",
    "Läs en organisations filer åt gången, eller låt alla program skriva #ORGNR.",
    "Read one entity's files at a time, or let every program write #ORGNR.",
    cites=SIE_4B("§6 #FNAMN, #ORGNR"),
)
LEDGER_YEARS_GAP = warning(
    "Fil saknas för {years}, mellan år som har filer.",
    "A file is missing for {years}, between years that have files.",
    "Läs även de år som saknas, så att balanserna kan följas.",
    "Read the missing years too, so that the balances can be followed.",
)
LEDGER_OPENING_DIFFERS = warning(
    "Ingående balans {year} är inte den utgående {last} på alla konton: {count} skiljer ({accounts}).",
    "The opening balance of {year} is not the closing one of {last} on every account: {count} differ ({accounts}).",
    "Ta reda på vad som ändrats mellan åren, eller vilken fil som inte är den slutliga.",
    "Find out what was changed between the years, or which file is not the final one.",
    cites=LKBR("4:4"),
)
LEDGER_OPENING_MISSING = warning(
    "Ingen fil för {year} har ingående balanser, och det finns konton med utgående balans {last} ({count}): saldona "
    "{year} är bara årets rader.",
    "No file of {year} has opening balances, and accounts close {last} with a balance ({count}): the balances of "
    "{year} are its rows alone.",
    "Läs även en fil för {year} som har #IB; inget förs över från {last} av sig självt.",
    "Read a file of {year} that has #IB too; nothing is carried over from {last} by itself.",
    cites=LKBR("4:4"),
)
LEDGER_RESULT_NOT_CARRIED = warning(
    "Kontona öppnar {year} som de stängde {last}. Resultatet {amount:kr} kr är inte bokfört på något konto.",
    "The accounts open {year} as they closed {last}. The result of {amount:kr} kr is on no account.",
    "Bokför resultatet {last} mot eget kapital, eller exportera båda åren när det är gjort.",
    "Book the result of {last} to equity, or export both years when that is done.",
    cites=LKBR("4:4"),
)
FIGURES_IN_UNIT = note(
    "Uppgifterna för {year} ({count} st.) är avrundade till hela {unit}, var och en för sig, så att summor kan skilja.",
    "The figures of {year} ({count}) are rounded to whole {unit}, each by itself, so that sums may differ.",
    "Vill du ha dem exakt, utelämna {give.unit}.",
    "To have them exact, leave out {give.unit}.",
)

CODES = declared(globals())
