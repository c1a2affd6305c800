"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from functools import partial

from sifund_ledger.citations import KL, LKBR
from sifund_ledger.findings import declared, error

BALANCE_ON_WRONG_SIDE = error(
    "{account} skulle sakna {missing:kr} kr vid utgången av {year}.",
    "{account} would lack {missing:kr} kr at the close of {year}.",
    "Sänk beloppet, eller öronmärk, bevilja eller besluta först om det som saknas.",
    "Lower the amount, or first set aside, grant or decide what is missing.",
    cites=KL("11:1"),
)
BOOK_OPENED = error(
    "Boken tillhör {entity}.",
    "The book belongs to {entity}.",
    "Skapa en ny bok för en annan enhet.",
    "Make a new book for another entity.",
)
CHECKPOINT_UNREADABLE = error(
    "{text!r} kan inte läsas som en kontrollpunkt.",
    "{text!r} cannot be read as a checkpoint.",
    "Skriv rapportens 16 hexadecimala siffror, med antalet poster före om det är känt: 12:0123456789abcdef.",
    "Write the 16 hexadecimal digits of the report, with the number of records before them if known: "
    "12:0123456789abcdef.",
)
DECISION_NOT_TAKEN = error(
    "{decision} är {state}; bara ett fattat beslut kan registreras.",
    "{decision} is {state}; only a decision that has been taken can be recorded.",
    "Gör ett utkast, {do.preview}, och registrera när beslutet är fattat.",
    "Make a draft, {do.preview}, and record it when the decision is taken.",
    cites=KL("5:1") + KL("13:5"),
)
DECISION_LATER_THAN_RECORD = error(
    "{decision} var inte fattat när detta registrerades, {recorded}.",
    "{decision} had not been taken when this was recorded, {recorded}.",
    "Rätta beslutets datum, eller registrera efter sammanträdet.",
    "Correct the decision's date, or record it after the meeting.",
    cites=LKBR("3:9"),
)
DECISION_MISSING = error(
    "En post av slaget {kind!r} kräver ett beslut, och inget anges.",
    "A record of the kind {kind!r} needs a decision, and none is given.",
    "Ange beslutet: organ, datum och paragraf.",
    "Give the decision: body, date and paragraph.",
    cites=LKBR("3:9"),
)
TIME_BACKWARDS = error(
    "Klockan visar {recorded}, men den senaste posten registrerades {last}.",
    "The clock shows {recorded}, but the last record was made at {last}.",
    "Ställ datorns klocka och tidszon rätt, och registrera igen.",
    "Set the computer's clock and time zone right, and record again.",
    cites=LKBR("3:3") + LKBR("3:9"),
)
CHECKPOINT_CONTRADICTS = error(
    "Kontrollpunkten anger post {seq} med en annan hash än den senaste posten i kedjan.",
    "The checkpoint names record {seq} with another hash than that of the last record in the chain.",
    "Stäng året på nytt: kontrollpunkten skrivs av stängningen själv.",
    "Close the year anew: the checkpoint is written by the closing itself.",
    cites=LKBR("3:3"),
)
CORRECTION_NOT_REVERSING = error(
    "Rättelsen tar inte tillbaka just verifikationen i post {seq}, i dess år eller ett senare.",
    "The correction does not reverse exactly the entry of record {seq}, in its year or a later one.",
    "Rätta genom kommandot rätta: det vänder verifikationens alla konteringar.",
    "Correct by the command correct: it reverses all of the entry's postings.",
    cites=LKBR("3:7"),
)
ACTOR_MISSING = error(
    "Det är inte angivet vem som registrerar.",
    "The one who records is not named.",
    "Säg vem som registrerar, en roll eller tjänstesignatur: {do.act}.",
    "Say who records, a role or an official signature: {do.act}.",
    cites=LKBR("3:7") + LKBR("3:9"),
)
CORRECTED_ALREADY = error(
    "Post {seq} rättades av post {by}.",
    "Record {seq} was corrected by record {by}.",
    "Registrera i stället det rätta beloppet på nytt.",
    "Record the right amount anew instead.",
    cites=LKBR("3:7"),
)
EVENT_UNKNOWN = error(
    "Boken känner inte händelsen {kind!r} version {version}, och skulle inte gå att öppna igen.",
    "The book does not know the event {kind!r} version {version}, and could not be opened again.",
    "Öppna boken med det rum som händelsen hör till: open_book(…, rooms=(Room(…, events=(…,)),)).",
    "Open the book with the room that the event belongs to: open_book(…, rooms=(Room(…, events=(…,)),)).",
)
ENTRY_UNBALANCED = error(
    "Konteringarna i {book} skiljer {difference:kr} kr mellan debet och kredit.",
    "The postings in {book} differ by {difference:kr} kr between debit and credit.",
    "Lägg till den kontering som saknas; varje bok ska gå jämnt ut.",
    "Add the posting that is missing; every book sums to zero by itself.",
    cites=LKBR("3:3"),
)
ENTRY_TOO_SHORT = error(
    "Verifikationen har {count} kontering(ar); dubbel bokföring kräver minst två.",
    "The entry has {count} posting(s); double entry needs two at least.",
    "Ange rörelsens båda sidor.",
    "Give both sides of the movement.",
    cites=LKBR("3:3"),
)
POSTING_ZERO = error(
    "En kontering på {account} är noll.",
    "A posting on {account} is zero.",
    "Utelämna den.",
    "Leave it out.",
)
POSTING_TOO_LARGE = error(
    "En kontering på {account} överstiger gränsen 10 000 000 000 000 kr.",
    "A posting on {account} is above the limit of 10 000 000 000 000 kr.",
    "Kontrollera beloppets enhet.",
    "Check the unit of the amount.",
)
POSTING_NOT_ORE = error(
    "En kontering på {account} är {value}, inte ett helt antal öre.",
    "A posting on {account} is {value}, not a whole number of öre.",
    "Ange beloppet som ett heltal i öre.",
    "Give the amount as an integer number of öre.",
)
ACCOUNT_UNKNOWN = error(
    "Det finns inget konto {code} i boken {book}.",
    "There is no account {code} in the book {book}.",
    "Använd en av kontoplanens koder.",
    "Use one of the codes of the chart of accounts.",
)
ENTRY_INCOMPLETE = error(
    "Verifikationen saknar {missing}.",
    "The entry lacks {missing}.",
    "Ange det: en verifikation ska innehålla det.",
    "State it: a voucher must.",
    cites=LKBR("3:9"),
)
PERIOD_CLOSED = error(
    "Räkenskapsåret {year} är stängt.",
    "The fiscal year {year} is closed.",
    "Registrera i ett öppet år, {give.year}; rätta det som blev fel genom en rättelse där: {do.correct}.",
    "Record it in an open year, {give.year}; correct what was wrong by a correction there: {do.correct}.",
    cites=LKBR("3:7"),
)
PERIOD_ADJUSTING = error(
    "Räkenskapsåret {year} är under bokslut, och det här hör inte till bokslutet.",
    "The fiscal year {year} is being closed, and this does not belong to the closing.",
    "Registrera det på nästa år: {give.year}. Måste det höra till {year} öppnas året igen: {do.reopen_year}.",
    "Record it in the next year: {give.year}. If it must belong to {year}, open that again: {do.reopen_year}.",
    cites=LKBR("3:5"),
)
PERIOD_BACKWARDS = error(
    "{year} är redan {current}.",
    "{year} is already {current}.",
    "Bara ett år under bokslut öppnas igen: {do.reopen_year}. Det som är fel i ett stängt år rättas i ett öppet, "
    "{give.year}: {do.correct}.",
    "Only a year that is adjusting opens again: {do.reopen_year}. What is wrong in a closed year is corrected in an "
    "open one, {give.year}: {do.correct}.",
    cites=LKBR("3:7"),
)

_damage = partial(
    error,
    remedy_sv="Ta fram den senaste kopian av boken som går att verifiera, och jämför.",
    remedy_en="Take out the latest copy of the book that verifies, and compare.",
    cites=LKBR("3:3") + LKBR("3:12"),
)
CHAIN_HASH = _damage(
    "Postens hash stämmer inte med dess innehåll.",
    "The record's hash does not match its contents.",
)
YEAR_NOT_BEGUN = error(
    "{year} har inte börjat.",
    "{year} has not begun.",
    "Registrera det när året har börjat; pröva det så länge i en förhandsvisning.",
    "Record it once the year has begun; try it in a preview until then.",
    cites=LKBR("3:3"),
)
CHAIN_LINK = _damage(
    "Posten följer inte på den föregående.",
    "The record does not follow the one before it.",
)
CHAIN_GAP = _damage(
    "Post {expected} saknas.",
    "Record {expected} is missing.",
)
RECORD_UNDECODABLE = _damage(
    "Posten går inte att läsa.",
    "The record cannot be read: {fault}.",
)
RECORD_NOT_ALLOWED = _damage(
    "Posten kunde inte ha registrerats: {fault}",
    "The record could not have been recorded: {fault}",
)
ENTRY_NOT_OF_EVENT = _damage(
    "Verifikationen är inte den som händelsen ger; fel är: {differs}.",
    "The entry is not the one that the event makes; wrong: {differs}.",
)
PROJECTION_DIFFERS = _damage(
    "De lagrade tabellraderna skiljer sig från posten.",
    "The stored table rows differ from the record.",
)
NOTE_DIFFERS = _damage(
    "Fritexten vid posten är inte den som registrerades.",
    "The free text beside the record is not the one that was recorded.",
)
NOTE_GONE = _damage(
    "Fritexten vid posten saknas, och ingen gallring av den är registrerad.",
    "The free text beside the record is missing, and no decision to blot it out is recorded.",
)
CHECKPOINT_NOT_FOUND = _damage(
    "Journalen, {count} poster, innehåller inte kontrollpunkten {checkpoint}: slutet är avklippt eller omskrivet.",
    "The journal of {count} records does not contain the checkpoint {checkpoint}: it was cut short or rewritten.",
)

KEY_USED = error(
    "Det här är registrerat förut, som post {first}–{last}.",
    "This has been recorded before, as records {first} to {last}.",
    "Inget behöver göras; posterna står i {do.records}. Ska något ändras, registrera det för sig eller rätta: "
    "{do.correct}.",
    "Nothing need be done; the records stand in {do.records}. Where something is to change, record it by itself or "
    "correct: {do.correct}.",
)
USE_OF_OPEN_YEAR = error(
    "{of_year} är inte ett stängt år före {year}; {give.of_year} är för rättelser av stängda år.",
    "{of_year} is not a closed year before {year}; {give.of_year} is for corrections of closed years.",
    "Utelämna {give.of_year} och ange {of_year} som {give.year} om det är öppet.",
    "Leave {give.of_year} out, and give {of_year} as {give.year} if it is open.",
    cites=LKBR("3:7"),
)

CODES = declared(globals())
