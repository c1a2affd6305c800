"""What can be wrong, or worth knowing, with what goes out to the general ledger."""

from __future__ import annotations

from sifund_ledger.citations import LKBR
from sifund_ledger.findings import declared, error, note, warning

_ONLY_NEW = (
    "Export only what is new ({give.only_new}). Was the file never imported, remove the mark {mark} from the "
    "register and export again."
)
_ONLY_NEW_SV = (
    "Exportera bara det nya ({give.only_new}). Om filen aldrig lästes in: ta bort märket {mark} ur registret "
    "och exportera igen."
)
BUDGET_LINE_EXPORTED = error(
    "Raderna i budget {year} för verifikation {entry} har exporterats tidigare: {mark} står i registret.",
    "The lines of entry {entry} in the budget of {year} have been exported before: the register has {mark}.",
    _ONLY_NEW_SV,
    _ONLY_NEW,
)
BUDGET_LINES_CARRIED = note(
    "Raderna för {year} summerar till {sum:kr} kr och inte till noll: det som förs över har sin andra rad i {others}.",
    "The lines of {year} add up to {sum:kr} kr and not to zero: what is carried over has its other line in {others}.",
    "Exportera budgetraderna för de åren också.",
    "Export the budget lines of those years too.",
)
REGISTER_UNREADABLE = error(
    "Filen kan inte läsas som ett exportregister: {why}.",
    "The file cannot be read as an export register: {why}.",
    "Ange det register som tidigare exporter har skapat, eller en fil som inte finns än.",
    "Name the register that the earlier exports made, or a file that does not exist yet.",
)
EXPORT_EMPTY = note(
    "Inget återstår att exportera för {year}; {before} av årets verifikationer är redan exporterade.",
    "Nothing is left to export for {year}; {before} of its entries were exported before.",
    "Kontrollera året; det som registreras senare kommer med i nästa export.",
    "Check the year; what is recorded later is part of the next export.",
)
VOUCHER_TREATMENT_CHANGED = warning(
    "Fonden {fund} är {now} från {year}, förut {before}; ingen verifikation flyttar dess {sum:kr} kr: {balances}.",
    "The fund {fund} is {now} from {year}, before {before}; no voucher moves the {sum:kr} kr that it had: {balances}.",
    "Bokför det för hand {year}-01-01, en gång: på fondens konton om den nu är sub_account, annars bort.",
    "Book it by hand on {year}-01-01, once: onto the fund's accounts if it is sub_account now, else off.",
)
MAPPING_FUND_UNKNOWN = warning(
    "Konteringsmallen har {key}, och boken har ingen sådan fond.",
    "The mapping has {key}, and the book has no such fund.",
    "Stava fonden som i boken, eller ta bort raden.",
    "Spell the fund as the book does, or remove the line.",
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
MAPPING_FUNDS_TOGETHER = note(
    "Fonderna {funds} har samma konto, {account}: i huvudboken går de inte att skilja åt.",
    "The funds {funds} have the same account, {account}: the ledger cannot tell them apart.",
    "Har var och en sitt konto: lägg till en rad för den under [accounts]: {line}",
    "If each has an account of its own: add a line for it below [accounts]: {line}",
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
VOUCHERS_RECOGNISED = note(
    "{count} av verifikationerna för {year} har gått ut preliminärt med samma belopp; de går inte ut på nytt.",
    "{count} of the vouchers of {year} went out as preliminary with the same amounts; they do not go out again.",
    "Låt de preliminära verifikationerna stå i huvudboken.",
    "Let the preliminary vouchers stand in the ledger.",
    cites=LKBR("3:3"),
)
VOUCHERS_REVERSED = warning(
    "{count} preliminära verifikationer för {year} blev inte beslutade så, och återförs.",
    "{count} preliminary vouchers of {year} were not decided so, and are reversed.",
    "Läs in återföringarna i huvudboken tillsammans med det som beslutades.",
    "Import the reversals into the ledger together with what was decided.",
    cites=LKBR("3:7"),
)
VOUCHERS_AWAITING = note(
    "{count} preliminära verifikationer för {year} väntar på beslut.",
    "{count} preliminary vouchers of {year} await a decision.",
    "Registrera besluten. De som inte blir beslutade återförs när året är stängt.",
    "Record the decisions. Those that are not decided are reversed once the year is closed.",
    cites=LKBR("3:3"),
)
VOUCHER_NOTE_ONLY = note(
    "För fonden {fund} {year} stannar {entries} här: dess riktlinje visar den bara i noter.",
    "Of the fund {fund} in {year} {entries} here: its policy shows it in notes alone.",
    "Sätt gl_treatment till sub_account i fondens riktlinje, om fondens verifikationer ska gå ut.",
    "Set gl_treatment to sub_account in the fund's policy, should its entries go out.",
)
VOUCHER_RESERVE_STAYS = warning(
    "Det som fonden {fund} flyttade på {account} {year}, {amount:kr} kr, stannar här: huvudbokens konto saknar det.",
    "What the fund {fund} moved on {account} in {year}, {amount:kr} kr, stays here: the ledger's account lacks it.",
    "Reserven är lagens egen: låt fondens verifikationer gå ut, eller bokför det för hand.",
    "The reserve is the statute's: let the fund's entries go out, or book it by hand.",
    cites=LKBR("6:2"),
)
VOUCHER_OPENING_STAYS = note(
    "För fonden {fund} {year} stannar {entries} här: ingående balanser är huvudbokens egna.",
    "Of the fund {fund} in {year} {entries} here: opening balances are the ledger's own.",
    "Kontrollera att huvudboken har fondens ingående balans på dess konto.",
    "Check that the general ledger has the fund's opening balance on its account.",
)
MAPPING_ACCOUNT_UNKNOWN = error(
    "Ingen verifikation har ett sådant konto.",
    "No voucher has such an account.",
    "Använd ett av: {known}.",
    "Use one of: {known}.",
)
MAPPING_IS_ROLES = error(
    "Filen ser ut som filen med kontoroller (--roles).",
    "It looks like the file of account roles (--roles).",
    "Ange konteringsmallen; dokumentationen har ett exempel.",
    "Name the mapping of vouchers; the documentation has an example.",
)
MAPPING_DIMENSION_SHARED = error(
    "{other} har samma dimension.",
    "{other} has the same dimension.",
    "Ge varje kolumn en egen dimension.",
    "Give each column a dimension of its own.",
)

CODES = declared(globals())
