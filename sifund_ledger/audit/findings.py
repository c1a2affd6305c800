"""What only an audit finds; the rest it says in the words of the rooms whose rules were broken."""

from __future__ import annotations

from functools import partial

from sifund_ledger.citations import KL, LKBR
from sifund_ledger.findings import declared, error, note, warning

_rewritten = partial(
    error,
    remedy_sv="Ta fram kopian från den senaste kontrollpunkten, jämför posterna, och fråga den som registrerade.",
    remedy_en="Take out the copy of the last checkpoint, compare the records, and ask whoever recorded them.",
    cites=LKBR("3:3") + LKBR("3:9"),
)
FOLD_DIFFERS = _rewritten(
    "{account} är {records:kr} kr enligt posterna och {tables:kr} kr enligt lagrets egen summering.",
    "{account} is {records:kr} kr by the records and {tables:kr} kr by the store's own sum.",
)
NUMBER_NOT_NEXT = _rewritten(
    "Verifikationen har nummer {series} {number}; nästa i serien är {series} {expected}.",
    "The entry is numbered {series} {number}; the next of the series is {series} {expected}.",
)
COMMAND_DIFFERS = _rewritten(
    "Posten ({what}) följer inte av reglerna: prövad om ger den {again}.",
    "The record ({what}) does not follow from the rules: decided again it gives {again}.",
)
REGISTER_DIFFERS = _rewritten(
    "{what}: händelserna ger {events:kr} kr, verifikationerna {entries:kr} kr.",
    "{what}: the events give {events:kr} kr, the entries {entries:kr} kr.",
)
ROLL_FORWARD_DIFFERS = _rewritten(
    "{what} {year}: ingående och årets förändringar ger {expected:kr} kr, utgående är {closing:kr} kr.",
    "{what} {year}: the opening and the year's changes give {expected:kr} kr, the closing is {closing:kr} kr.",
)
FRAME_OF_CLOSED_YEAR = error(
    "Posten ändrar {board}s ram {year} med {amount:kr} kr, och {year} var stängt.",
    "The record changes the frame of {board} in {year} by {amount:kr} kr, and {year} was closed.",
    "Rätta posten, och besluta om ramen för ett öppet år: {do.correct}.",
    "Correct the record, and decide on the frame of an open year: {do.correct}.",
    cites=KL("11:6"),
)
FLOOR_NOT_MET = error(
    "{board} har återfört {repaid:kr} kr för {project}; minst {least:kr} kr skulle återföras vid slutavräkningen.",
    "{board} has repaid {repaid:kr} kr of {project}; at least {least:kr} kr was due at its settlement.",
    "Rätta slutavräkningen, eller registrera fullmäktiges beslut att efterskänka resten: {do.waive}.",
    "Correct the settlement, or record the council's decision to waive the rest: {do.waive}.",
)
REPAYMENT_OVERDUE = warning(
    "{board} har inte återfört {amount:kr} kr för {project}, som förföll {due}.",
    "{board} has not repaid {amount:kr} kr of {project}, which fell due in {due}.",
    "Registrera återföringen, en ny plan eller ett beslut att efterskänka: {do.repay}, {do.revise_plan}, {do.waive}.",
    "Record the repayment, a new plan or a decision to waive: {do.repay}, {do.revise_plan}, {do.waive}.",
)
NOTE_BLOTTED_EARLY = note(
    "Anteckningen vid post {seq} gallrades {day}; räkenskapsinformationen för {of} bevaras minst till {until}.",
    "The note beside record {seq} was blotted out on {day}; the accounts of {of} are kept to {until} at least.",
    "Kontrollera att beslutet gäller något som inte är räkenskapsinformation, som en personuppgift.",
    "Check that the decision is on something that is not of the accounts, such as personal data.",
    cites=LKBR("3:13"),
)
DUPLICATE_SUSPECTED = warning(
    "Posten är lik post {seq}: samma händelse, belopp, år och beslut.",
    "The record equals record {seq}: the same event, amount, year and decision.",
    "Fråga om båda är avsedda; rätta annars den ena: {do.correct}.",
    "Ask whether both are meant; else correct one of them: {do.correct}.",
    cites=LKBR("3:3"),
)

_ROW_SV = "{what}: boken {book:kr} kr, huvudboken {ledger:kr} kr"
_ROW_EN = "{what}: the book has {book:kr} kr, the general ledger {ledger:kr} kr"
ROW_MISSING_IN_LEDGER = error(
    "{what}, {book:kr} kr, finns inte i huvudboken.",
    "{what}, {book:kr} kr, is not in the general ledger.",
    "Bokför den: exportera den om det inte är gjort ({do.export_vouchers}).",
    "Book it: export it if that is not done ({do.export_vouchers}).",
    cites=LKBR("3:3"),
)
ROW_MISSING_IN_BOOK = error(
    "{what}, {ledger:kr} kr, finns bara i huvudboken.",
    "{what}, {ledger:kr} kr, is in the general ledger alone.",
    "Ta reda på vad raden gäller; rätta huvudboken, eller registrera beslutet i boken. En preliminär verifikation "
    "väntar på sitt.",
    "Find out what the row is about; correct the general ledger, or record the decision in the book. A preliminary "
    "voucher awaits its own.",
    cites=LKBR("3:3"),
)
ROW_DOUBLED = error(
    _ROW_SV + ": bokförd två gånger.",
    _ROW_EN + ": booked twice.",
    "Ta bort den ena ur huvudboken genom en rättelse.",
    "Take one of them out of the general ledger by a correction.",
    cites=LKBR("3:7"),
)
ROW_OTHER_AMOUNT = error(
    _ROW_SV + ": skillnad {difference:kr} kr.",
    _ROW_EN + ": a difference of {difference:kr} kr.",
    "Rätta den som är fel; underlaget avgör.",
    "Correct the one that is wrong; the supporting document decides.",
    cites=LKBR("3:7"),
)
ROW_OTHER_ACCOUNT = error(
    "{what}, {book:kr} kr, står på {there} i huvudboken.",
    "{what}, {book:kr} kr, stands on {there} in the general ledger.",
    "Flytta beloppet i huvudboken, eller rätta konteringsmallen.",
    "Move the amount in the general ledger, or correct the mapping.",
    cites=LKBR("3:9"),
)
ROW_OTHER_OBJECT = warning(
    "{what}, {book:kr} kr, har {there} i huvudboken och {here} i boken.",
    "{what}, {book:kr} kr, has {there} in the general ledger and {here} in the book.",
    "Flytta beloppet i huvudboken, eller rätta konteringsmallen.",
    "Move the amount in the general ledger, or correct the mapping.",
    cites=LKBR("3:9"),
)
ROW_OTHER_DATE = warning(
    "{what}, {book:kr} kr, är bokförd {there} i huvudboken och {here} i boken.",
    "{what}, {book:kr} kr, is booked on {there} in the general ledger and on {here} in the book.",
    "Kontrollera att den står i rätt räkenskapsår.",
    "Check that it stands in the right fiscal year.",
    cites=LKBR("3:3"),
)
ROW_REGROUPED = note(
    _ROW_SV + ": {count} rader mot {others}.",
    _ROW_EN + ": {count} rows against {others}.",
    cites=LKBR("3:9"),
)
ROWS_TAKEN_BACK = note(
    "{what} är bokförd och återförd i huvudboken; boken har den inte.",
    "{what} is booked and taken back in the general ledger; the book does not have it.",
    cites=LKBR("3:7"),
)
ROWS_AMBIGUOUS = warning(
    _ROW_SV + ": {count} rader mot {others}, som kan paras på mer än ett sätt.",
    _ROW_EN + ": {count} rows against {others}, which can be paired in more ways than one.",
    "Para dem för hand; låt verifikationernas texter ha kvar bokens verifikation, som (A 3).",
    "Pair them by hand; let the texts of vouchers keep the book's entry, as (A 3).",
    cites=LKBR("3:9"),
)
LEDGER_DIFFERS = error(
    "{what} {year}: boken har {book:kr} kr, huvudboken {ledger:kr} kr: skillnad {difference:kr} kr ({accounts}).",
    "{what} {year}: the book has {book:kr} kr, the general ledger {ledger:kr} kr: a difference of {difference:kr} kr "
    "({accounts}).",
    "Se skillnaderna rad för rad, och rätta den som är fel.",
    "See the differences row by row, and correct the one that is wrong.",
    cites=LKBR("4:4"),
)
COMPARISON_NOT_OF_LEDGER = error(
    "{what} {year}: avstämningen i boken har {recorded:kr} kr för huvudboken, filerna {ledger:kr} kr.",
    "{what} {year}: the comparison in the book has {recorded:kr} kr for the general ledger, the files {ledger:kr} kr.",
    "Ta reda på om huvudboken är ändrad sedan dess; stäm av på nytt: {do.compare_ledger}.",
    "Find out whether the general ledger was changed since; compare again: {do.compare_ledger}.",
    cites=LKBR("4:4"),
)
LEDGER_OF_ANOTHER = error(
    "Filen är för {entity}; boken är för organisationsnummer {number}.",
    "The file is of {entity}; the book is of the organisation number {number}.",
    "Granska boken mot kommunens egna filer.",
    "Audit the book against the municipality's own files.",
)
USE_ABOVE_LEDGER_COST = error(
    "Projektet {project} har använt {used:kr} kr {year}; i huvudboken har det kostat {cost:kr} kr netto ({object}).",
    "The project {project} has used {used:kr} kr in {year}; in the general ledger its net cost is {cost:kr} kr "
    "({object}).",
    "Rätta användningen ({do.correct}), eller projektets kod i konteringsmallen ([projects]).",
    "Correct the use ({do.correct}), or the project's code in the mapping ([projects]).",
    cites=LKBR("4:4"),
)
COST_ABOVE_LEDGER = warning(
    "Nettokostnaden för {project} {year} är angiven till {stated:kr} kr; huvudboken har {cost:kr} kr ({object}).",
    "The net cost of {project} in {year} is stated as {stated:kr} kr; the general ledger has {cost:kr} kr ({object}).",
    "Rätta den angivna kostnaden, eller kodningen i huvudboken.",
    "Correct the cost that is stated, or the coding in the general ledger.",
    cites=LKBR("4:4"),
)
BOOK_IS_OLDER = error(
    "Den nya boken slutar med post {last}, den gamla med post {older}: den nya är en äldre kopia, eller avklippt.",
    "The new book ends with record {last}, the old one with record {older}: the new one is an older copy, or cut off.",
    "Ange böckerna i den ordning de kom till, eller ta fram den kopia som fortsätter den gamla.",
    "Give the books in the order in which they came, or take out the copy that continues the old one.",
    cites=LKBR("3:12"),
)
BOOKS_PART = error(
    "Böckerna skiljs åt vid post {seq}: den gamla har där {was}, den nya {now}. Den nya fortsätter inte den gamla.",
    "The books part at record {seq}: there the old one has {was}, the new one {now}. The new one does not continue "
    "the old one.",
    "Fråga vem som har registrerat i vilken kopia. En av dem är omskriven, eller båda har fortsatt var för sig.",
    "Ask who recorded in which copy. One of them was rewritten, or both went on apart.",
    cites=LKBR("3:12"),
)
BOOK_OF_ANOTHER = error(
    "Redan den första posten är en annan: det är två olika böcker.",
    "The very first record is another: these are two different books.",
    "Ange två kopior av samma bok.",
    "Give two copies of the same book.",
)

CODES = declared(globals())
