"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from sifund_ledger.citations import KL, LKBR
from sifund_ledger.findings import declared, error, note, warning

DECISION_NOT_CITED = error(
    "Inget i boken vilar på {decision}.{meant}",
    "Nothing in the book rests on {decision}.{meant}",
    "Ange beslutet som det står vid posterna: organ, datum och paragraf.",
    "Give the decision as it stands at the records: body, date and paragraph.",
    cites=LKBR("3:9"),
)
DECISION_REPEALED = warning(
    "{decision} är upphävt; {count} poster vilar på det: {seqs}.",
    "{decision} is repealed; {count} records rest on it: {seqs}.",
    "Rätta var och en som flyttar belopp, och registrera på nytt det som beslutas på nytt; innan dess stängs inte "
    "deras år. Delegationer, avsikter, ändamål, riktlinjer och nämnder gäller inte längre.",
    "Correct each that moves an amount, and record anew what is decided anew; until then their year does not close. "
    "Delegations, intentions, purposes, policies and boards no longer stand.",
    cites=KL("13:5") + LKBR("3:7"),
)
RECORD_UNKNOWN = error(
    "Det finns ingen post {seq}; boken har {count}.",
    "There is no record {seq}; the book has {count}.",
    "Sök upp numret bland {do.records}.",
    "Look the number up among {do.records}.",
)
NOTHING_TO_CORRECT = error(
    "Post {seq} ({kind}) flyttar inget som en rättelse kan ta tillbaka.",
    "Record {seq} ({kind}) moves nothing that a correction could take back.",
    "Ange rätt uppgifter på nytt; den senare posten ersätter den tidigare. Ett stängt års resultat rättas med "
    "{do.adjust_equity}, balanskravsresultat med {do.correct_balance_result}, reserv med {do.correct_reserve}.",
    "State the right facts anew; the later record takes the place of the earlier. Of a closed year the result is "
    "corrected by {do.adjust_equity}, the balance requirement result by {do.correct_balance_result}, a reserve by "
    "{do.correct_reserve}.",
    cites=LKBR("3:7"),
)
CORRECTS_A_CORRECTION = error(
    "Post {seq} är själv en rättelse.",
    "Record {seq} is itself a correction.",
    "Registrera på nytt det som var rätt.",
    "Record what was right anew.",
    cites=LKBR("3:7"),
)
CORRECTION_ACROSS_YEARS = error(
    "Det som bara hör till {year} ({kind}) kan inte tas tillbaka under {other}.",
    "What belongs to {year} alone ({kind}) cannot be taken back in {other}.",
    "Registrera skillnaden som en justering: {do.adjust_equity}.",
    "Record the difference as an adjustment: {do.adjust_equity}.",
    cites=LKBR("4:4") + LKBR("9:3"),
)
RESERVE_LOWERED_SINCE = error(
    "Post {seq} kan inte tas tillbaka: bokslutet för {year} har sänkt beloppet sedan dess; {left:kr} kr är kvar.",
    "Record {seq} cannot be taken back: the year-end of {year} has lowered the amount since; {left:kr} kr are left.",
    "Rätta först den senare posten, eller upprätta bokslutet på nytt om året är öppet: {do.year_end}.",
    "Correct the later record first, or draw the year-end up again if the year is open: {do.year_end}.",
    cites=LKBR("3:7"),
)
CORRECTION_BEFORE_RECORD = error(
    "Post {seq} hör till {year} och kan inte tas tillbaka under {other}, ett år dessförinnan.",
    "Record {seq} belongs to {year} and cannot be taken back in {other}, a year before it.",
    "Rätta den under sitt eget år, eller under ett senare om det är stängt.",
    "Correct it in its own year, or in a later one if that is closed.",
    cites=LKBR("3:7"),
)
EQUITY_OPENED = error(
    "Eget kapital är öppnat per utgången av {year}.",
    "Equity was opened at the close of {year}.",
    "Registrera det som ändrats sedan dess: {do.record_result}, {do.adjust_equity}.",
    "Record what has changed since: {do.record_result}, {do.adjust_equity}.",
    cites=LKBR("4:4"),
)
RESULT_RECORDED = error(
    "{year} års resultat är redan registrerat.",
    "The result of {year} is recorded.",
    "Ta först tillbaka det: {do.correct}.",
    "Take it back first: {do.correct}.",
    cites=LKBR("3:7"),
)
ENTITY_KIND_UNKNOWN = error(
    "Okänt slag av enhet: {given!r}.",
    "Unknown kind of entity: {given!r}.",
    "Använd ett av: {known}.",
    "Use one of: {known}.",
    cites=KL("9:9"),
)
EQUITY_OPENED_LATE = error(
    "Eget kapital vid utgången av {year} rymmer resultaten till och med då, och {recorded} är redan registrerat.",
    "Equity at the close of {year} holds the results up to then, and {recorded} is recorded already.",
    "Öppna eget kapital per utgången av ett år före det första registrerade.",
    "Open equity at the close of a year before the first one recorded.",
    cites=LKBR("4:4"),
)
RESERVE_UNKNOWN = error(
    "Okänd reserv: {given!r}.",
    "Unknown reserve: {given!r}.",
    "Använd en av: {known}.",
    "Use one of: {known}.",
    cites=KL("11:14"),
)
REASON_MISSING = error(
    "Inget skäl är angivet.",
    "No reason is given.",
    "Ange varför: årsredovisningen ska göra det.",
    "Say why: the annual report must.",
    cites=LKBR("9:3"),
)
READ_ONLY = error(
    "Boken är öppnad enbart för läsning.",
    "The book was opened for reading only.",
    "Säg vem som registrerar, en roll eller tjänstesignatur: {do.act}.",
    "Say who records, a role or an official signature: {do.act}.",
    cites=LKBR("3:9"),
)
BOOK_CLOSED = error(
    "Boken är stängd.",
    "The book is closed.",
    "Läs och registrera innan boken stängs, eller öppna den på nytt: open_book(…).",
    "Read and record before the book is closed, or open it again: open_book(…).",
)
BOOK_OF_ANOTHER_THREAD = error(
    "Boken är öppnad i en annan tråd eller process, och bara den kan använda den.",
    "The book was opened by another thread or process, and only that one can use it.",
    "Öppna boken i den tråd eller process som ska använda den: open_book(…). Filen kan vara öppen i flera samtidigt.",
    "Open the book in the thread or process that is to use it: open_book(…). Several may have the file open at once.",
)
BOOK_REPLACED = error(
    "Filen är inte längre den bok som öppnades: {reason}.",
    "The file is no longer the book that was opened: {reason}.",
    "Stäng boken, och se efter vem som har återställt, flyttat eller bytt ut filen. Det som registrerades dessförinnan "
    "kan saknas: jämför med en kontrollpunkt när boken öppnas på nytt.",
    "Close the book, and find out who restored, moved or replaced the file. What was recorded before may be "
    "missing: compare it with a checkpoint when the book is opened again.",
    cites=LKBR("3:12"),
)
HEAD_MOVED = error(
    "Boken har {count} poster; kommandot förbereddes efter post {expected}. Sedan dess: {since}.",
    "The book has {count} records; the command was prepared after record {expected}. Since then: {since}.",
    "Se vad det ändrar, {do.records}, och försök igen från bokens slut som det nu är.",
    "Look at what that changes, {do.records}, and try again from the head as it now is.",
)
RECORDED_BEFORE = note(
    "Det här är registrerat förut, som post {first}–{last}; inget nytt är registrerat.",
    "This has been recorded before, as records {first} to {last}; nothing new is recorded.",
)
KEY_OF_OTHER_CONTENT = error(
    "Post {first}–{last} är registrerade under samma nyckel med annat innehåll: {differs}.",
    "Records {first} to {last} were recorded under the same key with other content: {differs}.",
    "Registrera det som är nytt under en egen nyckel, och rätta det som var fel: {do.correct}.",
    "Record what is new under a key of its own, and correct what was wrong: {do.correct}.",
)
DECISION_APPEALED = warning(
    "{decision} är överklagat; det som vilar på det kan behöva rättas.",
    "{decision} is appealed; what rests on it may have to be corrected.",
    "Registrera utgången: {do.move_decision}.",
    "Record the outcome: {do.move_decision}.",
    cites=KL("13:5"),
)
BATCH_OPEN = error(
    "En sats eller förhandsvisning är öppen, och ingen ny kan öppnas i den.",
    "A batch or a preview is open, and another cannot be opened within it.",
    "Avsluta den första; kommandon i en sats behöver ingen egen.",
    "Close the first one; commands within a batch need none of their own.",
)
TEXT_NOT_UNICODE = error(
    "{text} innehåller tecken som inte går att lagra.",
    "{text} holds characters that cannot be stored.",
    "Skriv texten på nytt; ett annat program har troligen lämnat ett halvt tecken i den.",
    "Write the text again; another program has probably left half a character in it.",
)
DECISION_STATE_UNFIT = error(
    "Ett fattat beslut kan inte bli {given!r}.",
    "A decision that has been taken cannot become {given!r}.",
    "Använd ett av: {known}.",
    "Use one of: {known}.",
    cites=KL("13:5"),
)
NOTE_NOT_THERE = error(
    "Post {seq} har ingen fritext att gallra.",
    "Record {seq} has no free text to blot out.",
    "Sök upp numret bland {do.records}.",
    "Look the number up among {do.records}.",
)
YEAR_NOT_POSTED = error(
    "{year} års resultat är inte registrerat, så året kan inte stängas.",
    "The result of {year} is not recorded, so the year cannot be closed.",
    "Registrera bokslutet först: {do.year_end}.",
    "Post the year-end first: {do.year_end}.",
    cites=KL("11:20-21"),
)
COMMAND_UNKNOWN = error(
    "Okänt kommando: {given!r}.",
    "Unknown command: {given!r}.",
    "Använd till exempel: {known}.",
    "Use for example: {known}.",
)
APPROVED_BEFORE_YEAR_END = error(
    "{decision} är fattat innan {year} gått till ända, så årsredovisningen kan inte ha godkänts då.",
    "{decision} was taken before {year} had ended, so the annual report cannot have been approved then.",
    "Ange fullmäktiges beslut om årsredovisningen för {year}.",
    "Name the council's decision on the annual report of {year}.",
    cites=KL("11:20-21"),
)
DISCHARGED_BEFORE_YEAR_END = error(
    "{decision} är fattat innan {year} gått till ända, så det kan inte gälla ansvarsfrihet för {year}.",
    "{decision} was taken before {year} had ended, so it cannot be on discharge for {year}.",
    "Ange fullmäktiges beslut om ansvarsfrihet för {year}, eller året som beslutet gäller.",
    "Name the council's decision on discharge for {year}, or the year that the decision is on.",
    cites=KL("5:24"),
)
DISCHARGE_RECORDED = error(
    "Beslutet om ansvarsfrihet för {year} är redan registrerat: {decision}.",
    "The decision on discharge for {year} is recorded already: {decision}.",
    "Inget mer behövs. Gäller beslutet ett annat år, ange det året. Har fullmäktige beslutat på nytt, ange det nya "
    "beslutet.",
    "Nothing more is needed. If the decision is on another year, name that year. If the council has decided anew, name "
    "the new decision.",
    cites=KL("5:24"),
)
DISCHARGED_ANEW = warning(
    "Ansvarsfrihet för {year} är redan beslutad, {earlier}; {decision} tar dess plats.",
    "Discharge for {year} is decided already, {earlier}; {decision} takes its place.",
    "Är {decision} fel: registrera det riktiga beslutet på nytt, {do.decide_discharge}.",
    "If {decision} is wrong, record the right one anew: {do.decide_discharge}.",
    cites=KL("5:24"),
)
APPROVED_BEFORE_EARLIER = error(
    "{decision} är fattat före {earlier}, då årsredovisningen för ett tidigare år godkändes.",
    "{decision} was taken before {earlier}, when the annual report of an earlier year was approved.",
    "Ange rätt beslut; två års årsredovisningar kan godkännas samma dag.",
    "Name the right decision; the annual reports of two years may be approved on the same day.",
    cites=KL("11:20-21"),
)
EQUITY_NOT_OPENED = error(
    "Bokens ingående eget kapital saknas, så {year} kan inte stängas.",
    "The book's opening equity is missing, so {year} cannot be closed.",
    "Öppna eget kapital per utgången av året före det första i boken: {do.open_equity}.",
    "Open equity at the close of the year before the first of the book: {do.open_equity}.",
    cites=LKBR("4:4"),
)
PLAN_WITHOUT_DEFICIT = error(
    "{year} har inget underskott att återställa.",
    "{year} has no deficit to restore.",
    "Ange året då underskottet uppkom; registrera bokslutet först, om det inte är gjort: {do.year_end}.",
    "Give the year in which the deficit arose; post its year-end first, if that is not done: {do.year_end}.",
    cites=KL("11:12"),
)
YEARS_CLOSE_IN_ORDER = error(
    "{year} kan inte stängas före {first}: åren stängs i ordning.",
    "{year} cannot be closed before {first}: years close in order.",
    "Stäng först {first}: {do.close_year}.",
    "Close {first} first: {do.close_year}.",
    cites=KL("11:20-21"),
)
CORRECTION_OF_OPEN_YEAR = error(
    "{of_year} är inte ett stängt år före {year}.",
    "{of_year} is not a closed year before {year}.",
    "Upprätta bokslutet på nytt om året är öppet: {do.year_end}; rätta annars under ett senare år.",
    "Draw the year-end up again if the year is open: {do.year_end}; otherwise correct it in a later year.",
    cites=LKBR("3:7"),
)
CORRECTION_UNDECIDED = error(
    "Post {seq} vilar på {decision} och hör till ett stängt år; att rätta den kräver ett beslut.",
    "Record {seq} rests on {decision} and belongs to a closed year; correcting it takes a decision.",
    "Ange {give.decision}, ett beslut av {body} eller fullmäktige. Ska posten bara följa ett beslut som redan "
    "är fattat: ange det beslutet.",
    "Give {give.decision}, one of {body} or the council. If the record is only to follow a decision already "
    "taken, give that one.",
    cites=LKBR("3:7"),
)

CODES = declared(globals())
